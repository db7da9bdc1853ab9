"""Corpora as documents of tokens with label sets.

A document: {id, corpus, forms, gaps, sentences} and, where the corpus says so, `names`, `times` (bit masks of allowed
labels, see labels.allow), `content`, `cue`, `source` (label indices), `attributions` (lists of token-index spans),
`pos`, `heads`, `relations`, `mentions` and `clusters` (for each token: head label, cluster or -1).
"""
import json
import subprocess
from pathlib import Path

from labels import (ANY_NAME, NAME_TYPES, NOT_O_NAME, O_OR_OTHER, SPAN_HEADS, TIME_TYPES, allow)

HERE = Path(__file__).parent
NER_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "other"}


def read_jsonl(path):
    with open(path, encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def tokenize(records, node_folder):
    """Token offsets and sentence starts by the run-time tokenizer, keyed by record id."""
    stdin = "".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in records)
    run = subprocess.run(["node", str(HERE / "tokenize.mjs"), str(node_folder)], input=stdin, text=True,
                         capture_output=True, check=True)
    return {t["id"]: t for t in map(json.loads, run.stdout.splitlines())}


def base_document(record, tokens, corpus):
    text, spans = record["text"], tokens["tokens"]
    gaps, end = [], 0
    for a, b in spans:
        between = text[end:a]
        gaps.append(2 if "\n" in between or not gaps else 1 if between else 0)
        end = b
    return {"id": record["id"], "corpus": corpus, "forms": [text[a:b] for a, b in spans], "offsets": spans,
            "gaps": gaps, "sentences": tokens["sentences"]}


def covered(offsets, start, end):
    """Half-open token range whose tokens lie mostly inside [start, end); empty range if none does."""
    inside = [i for i, (a, b) in enumerate(offsets) if a < end and b > start
              and 2 * (min(b, end) - max(a, start)) >= b - a]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def mark(labels, start, end, kind):
    """Write BIO masks for a span of the kind-th type."""
    for i in range(start, end):
        labels[i] = allow(2 * kind + (1 if i == start else 2))


def load_names(path, corpus, node_folder, annotates_other=True, nominals=False):
    records = read_jsonl(path)
    tokens = tokenize(records, node_folder)
    for record in records:
        doc = base_document(record, tokens[record["id"]], corpus)
        labels = [allow(0) if annotates_other else O_OR_OTHER] * len(doc["forms"])
        for entity in record["entities"]:
            start, end = covered(doc["offsets"], entity["start"], entity["end"])
            if nominals:
                mark_capitalised(labels, doc["forms"], start, end, NAME_TYPES.index(NER_TYPES[entity["type"]]))
            else:
                mark(labels, start, end, NAME_TYPES.index(NER_TYPES[entity["type"]]))
        doc["names"] = labels
        yield doc


def mark_capitalised(labels, forms, start, end, kind):
    """re3d labels nominals and pronouns too: keep what is written as a name, leave the doubtful unknown."""
    while start < end and forms[start].lower() in ("the", "a", "an", "his", "its", "their"):
        start += 1
    words = [f for f in forms[start:end] if f[0].isalpha()]
    titled = [f for f in words if f[0].isupper()]
    if not words or not titled or len(words[0]) < 2 or words[0].lower() in ("he", "she", "it", "we", "they", "i"):
        return
    if len(titled) == len(words) and not (kind == 0 and len(words) > 2):
        mark(labels, start, end, kind)
    else:
        labels[start:end] = [ANY_NAME] * (end - start)


def load_times(path, corpus, node_folder):
    records = read_jsonl(path)
    tokens = tokenize(records, node_folder)
    for record in records:
        doc = base_document(record, tokens[record["id"]], corpus)
        labels = [allow(0)] * len(doc["forms"])
        for timex in record["timexes"]:
            if timex["end"] > timex["start"]:
                mark(labels, *covered(doc["offsets"], timex["start"], timex["end"]), TIME_TYPES.index(timex["type"]))
        doc["times"] = labels
        yield doc


def load_attributions(path, corpus, node_folder):
    records = read_jsonl(path)
    tokens = tokenize(records, node_folder)
    for record in records:
        doc = base_document(record, tokens[record["id"]], corpus)
        doc.update({head: [0] * len(doc["forms"]) for head in SPAN_HEADS})
        doc["attributions"] = []
        for attribution in record["attributions"]:
            parts = {head: [covered(doc["offsets"], a, b) for a, b in attribution[head]] for head in SPAN_HEADS}
            for head, spans in parts.items():
                for start, end in spans:
                    doc[head][start:end] = [1] + [2] * (end - start - 1) if end > start else []
            doc["attributions"].append({head: [s for s in spans if s[1] > s[0]] for head, spans in parts.items()})
        yield doc


def weak_names_from_tags(doc):
    """Names of unknown type from tags: proper nouns may not be O; what is no proper noun nor beside one, is no name."""
    proper = [x.startswith("NNP") for x in doc["xpos"]]
    labels = []
    for i, form in enumerate(doc["forms"]):
        beside = any(proper[max(0, i - 2):i + 3])
        if proper[i] and len(form) > 2 and form.isalpha() and form.lower() not in NOT_NAMES:
            labels.append(NOT_O_NAME)
        else:
            labels.append(ANY_NAME if beside else O_OR_OTHER)
    return labels


NOT_NAMES = set("""monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu thur thurs
fri sat sun mr mrs ms dr prof sir madam president senator governor minister prime secretary general chairman director
king queen prince pope judge justice professor captain colonel lieutenant sergeant god internet web earth dad mom
chapter section figure table""".split())
