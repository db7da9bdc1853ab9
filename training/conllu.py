"""Universal Dependencies files as documents: token forms, the gap before each, sentences, tags and trees."""
from labels import POS, RELATIONS


def read_conllu(path):
    """Yield {id, forms, gaps, sentences, pos, xpos, lemmas, heads, relations}, one for each document.

    `heads` are document token indices, a root pointing at itself. `gaps` are 0 attached, 1 space, 2 new line.
    """
    doc, gap, merged = None, 2, {}
    rows = []

    def flush():
        nonlocal rows
        if rows:
            base = len(doc["forms"]) - len(rows)
            for i, (head, relation) in enumerate(rows):
                doc["heads"].append(base + head - 1 if head else base + i)
                doc["relations"].append(RELATIONS.index(relation) if relation in RELATIONS else -1)
            rows = []

    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if doc:
                yield doc
            doc = {"id": line.split("= ", 1)[1], "forms": [], "gaps": [], "sentences": [], "pos": [], "xpos": [],
                   "lemmas": [], "heads": [], "relations": []}
            gap = 2
        elif line.startswith("# newpar"):
            gap = 2
        elif not line:
            flush()
        elif not line.startswith("#"):
            cells = line.split("\t")
            if "." in cells[0]:
                continue
            space_after = "SpaceAfter=No" not in cells[9]
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                merged = {i: (i > first, i < last or not space_after) for i in range(first, last + 1)}
                continue
            index = int(cells[0])
            if index == 1:
                doc["sentences"].append(len(doc["forms"]))
            joined_left, joined_right = merged.pop(index, (False, not space_after))
            doc["forms"].append(cells[1])
            doc["gaps"].append(0 if joined_left else gap)
            doc["pos"].append(POS.index(cells[3]) if cells[3] in POS else POS.index("X"))
            doc["xpos"].append(cells[4])
            doc["lemmas"].append(cells[2].lower())
            rows.append((int(cells[6]), cells[7]))
            gap = 0 if joined_right else 1
    flush()
    if doc:
        yield doc
