"""Windows of whole sentences cut from documents, with the label sets that fall inside."""

PER_TOKEN = ("names", "times", "content", "cue", "source", "pos", "heads", "relations", "mentions", "clusters",
             "weak_names")


def sentence_bounds(doc):
    starts = doc["sentences"]
    return list(zip(starts, starts[1:] + [len(doc["forms"])]))


def split_long(bounds, sizes, limit):
    """Cut a sentence that alone exceeds the limit."""
    for start, end in bounds:
        begin, total = start, 0
        for i in range(start, end):
            if total + sizes[i] > limit:
                yield begin, i
                begin, total = i, 0
            total += sizes[i]
        if end > begin:
            yield begin, end


def greedy_windows(doc, sizes, limit, keep=0.6):
    """Token ranges of whole sentences of at most `limit` pieces; a window of more than `keep` of the limit may end
    early, at its last paragraph end, so that quotations over several sentences stay whole."""
    bounds = list(split_long(sentence_bounds(doc), sizes, limit))
    at = 0
    while at < len(bounds):
        total, stop, paragraph = 0, at, None
        while stop < len(bounds):
            size = sum(sizes[slice(*bounds[stop])])
            if total + size > limit:
                break
            total += size
            stop += 1
            ends_paragraph = stop < len(bounds) and doc["gaps"][bounds[stop][0]] == 2
            if ends_paragraph and total >= keep * limit:
                paragraph = stop
        if stop < len(bounds) and paragraph:
            stop = paragraph
        yield bounds[at][0], bounds[stop - 1][1]
        at = stop


def training_windows(doc, sizes, random, longest):
    """As greedy_windows, at a random limit: a fifth of all documents is read in short windows, half at about the
    length that inference reads."""
    kind = random.random()
    limit = random.randint(32, 128) if kind < 0.2 else random.randint(180, 200) if kind < 0.7 else \
        random.randint(128, longest)
    bounds = list(split_long(sentence_bounds(doc), sizes, longest))
    begin, total = None, 0
    room = random.randint(limit // 3, limit)
    for start, end in bounds:
        size = sum(sizes[start:end])
        if begin is not None and total + size > room:
            yield begin, start
            begin, total, room = None, 0, limit
        if begin is None:
            begin = start
        total += size
    if begin is not None:
        yield begin, bounds[-1][1]


def cut(doc, start, end):
    """The part of a document in [start, end) as a window: token indices count from its start."""
    window = {"corpus": doc["corpus"], "forms": doc["forms"][start:end], "gaps": doc["gaps"][start:end],
              "pieces": doc["pieces"][start:end],
              "sentences": [(max(a, start) - start, min(b, end) - start) for a, b in sentence_bounds(doc)
                            if a < end and b > start]}
    for name in PER_TOKEN:
        if name in doc:
            window[name] = doc[name][start:end]
    if "heads" in doc:
        window["heads"] = [h - start for h in window["heads"]]
    if "attributions" in doc:
        inside = []
        for attribution in doc["attributions"]:
            parts = {head: [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]
                     for head, spans in attribution.items()}
            if parts["content"] or parts["cue"]:
                inside.append(parts)
        window["attributions"] = inside
    return window
