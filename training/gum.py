"""GUM: trees joined with the mentions, clusters and names of the same document."""
from corpora import NOT_NAMES, mark, read_jsonl
from labels import ANY_NAME, ANY_TIME, BEGINS_TIME, INSIDE_TIME, NAME_TYPES, NOT_O_NAME, O_OR_OTHER, POS, allow

TIME_NOUNS = set("""second minute hour day night week weekend month quarter year decade century morning afternoon evening
noon midnight today yesterday tomorrow tonight moment time period season spring summer fall autumn winter past future
present age era date term while""".split())
# Tags whose tokens, outside any time mention, are safely no time expression.
PLAIN_TAGS = {POS.index(t) for t in ("PROPN", "VERB", "ADP", "PRON", "PUNCT", "AUX", "DET", "CCONJ", "SCONJ", "PART")}


def add_mentions(doc, record):
    """Add mentions, clusters, names and weak time labels from a coreference record to its tree document."""
    offsets, cursor = [], 0
    for form in doc["forms"]:
        cursor = record["text"].index(form, cursor)
        offsets.append((cursor, cursor + len(form)))
        cursor += len(form)
    starts = {a: i for i, (a, _) in enumerate(offsets)}
    ends = {b: i + 1 for i, (_, b) in enumerate(offsets)}
    mentions = [(starts[m["start"]], ends[m["end"]], m) for m in record["mentions"]
                if m["start"] in starts and m["end"] in ends]
    add_heads(doc, mentions)
    add_names(doc, mentions)
    add_times(doc, mentions)


def add_heads(doc, mentions):
    """The head token of each mention: its type and cluster. The widest mention wins a head two mentions share."""
    doc["mentions"] = [0] * len(doc["forms"])
    doc["clusters"] = [-1] * len(doc["forms"])
    numbers = {}
    for start, end, mention in sorted(mentions, key=lambda m: m[1] - m[0]):
        outside = [i for i in range(start, end) if doc["heads"][i] == i or not start <= doc["heads"][i] < end]
        kind = mention["type"] if mention["type"] in NAME_TYPES else "other"
        if outside:
            doc["mentions"][outside[0]] = 1 + NAME_TYPES.index(kind)
            doc["clusters"][outside[0]] = numbers.setdefault(mention["cluster"], len(numbers))


def add_names(doc, mentions):
    """Names where a named mention is written wholly in proper nouns; other proper nouns stay unknown."""
    proper = [x.startswith("NNP") for x in doc["xpos"]]
    doc["names"] = [ANY_NAME if p else O_OR_OTHER for p in proper]
    for start, end, mention in mentions:
        if mention["named"] and mention["type"] not in ("time", "quantity"):
            for i in range(start, end):
                doc["names"][i] = ANY_NAME
    for start, end, mention in sorted(mentions, key=lambda m: m[1] - m[0]):
        if not mention["named"] or mention["pronoun"]:
            continue
        while start < end and doc["xpos"][start] in ("DT", "PRP$"):
            start += 1
        while start < end and doc["xpos"][end - 1] == "POS":
            end -= 1
        words = doc["forms"][start:end]
        joined = all(p or w in ("of", "for", "&", "-") for w, p in zip(words, proper[start:end]))
        if not words or not joined or not proper[start] or not proper[end - 1]:
            continue
        if mention["type"] in ("person", "organization", "place"):
            nested = any(start <= a and b <= end and (a, b) != (start, end) and m["named"] and m is not mention
                         for a, b, m in mentions)
            plain = all(w.isalpha() and len(w) > 2 for w in words) and not NOT_NAMES & {w.lower() for w in words}
            if mention["type"] == "person" and (nested or len(words) > 3 or not plain):
                continue
            mark(doc["names"], start, end, NAME_TYPES.index(mention["type"]))
        elif mention["type"] in ("event", "object", "abstract"):
            doc["names"][start:end] = [NOT_O_NAME] * (end - start)


def add_times(doc, mentions):
    """Weak time labels: short time mentions are times of unknown type, their neighbourhood unknown."""
    labels = [allow(0) if tag in PLAIN_TAGS or lemma not in TIME_NOUNS and tag == POS.index("NOUN") else ANY_TIME
              for tag, lemma in zip(doc["pos"], doc["lemmas"])]
    spans = [(s, e) for s, e, m in mentions if m["type"] == "time" and not m["pronoun"]]
    for start, end in spans:
        for i in range(max(0, start - 2), min(len(labels), end + 2)):
            labels[i] = ANY_TIME
    for start, end in spans:
        if end - start <= 4 and doc["xpos"][start] not in ("PRP$", "WDT") and "IN" not in doc["xpos"][start:end]:
            labels[start:end] = [BEGINS_TIME] + [INSIDE_TIME] * (end - start - 1)
    doc["times"] = labels


def coref_records(folder, split):
    return {r["id"]: r for path in sorted(folder.glob(f"gum-*-{split}.jsonl")) for r in read_jsonl(path)}
