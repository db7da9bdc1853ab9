"""Read the corpora's train splits into one file of token documents with label sets.

  python prepare.py --corpora ../../shared/corpora --node FOLDER_WITH_NODE_MODULES --out train.pkl
"""
import argparse
import pickle
from collections import Counter
from pathlib import Path

from conllu import read_conllu
from corpora import load_attributions, load_names, load_times, weak_names_from_tags
from gum import add_mentions, coref_records


def train_documents(corpora, node):
    """Every document of the train splits. timebank-a and all dev splits are never read here."""
    ner = corpora / "ner"
    yield from load_names(ner / "conll-train.jsonl", "conll", node)
    yield from load_names(ner / "politics-train.jsonl", "politics", node)
    yield from load_names(ner / "wikigold.jsonl", "wikigold", node)
    yield from load_names(ner / "wnut17-train.jsonl", "wnut17", node, annotates_other=False)
    yield from load_names(ner / "re3d-train.jsonl", "re3d", node, annotates_other=False, nominals=True)
    yield from load_times(corpora / "time" / "aquaint.jsonl", "aquaint", node)
    yield from load_attributions(corpora / "attribution" / "polnear-train.jsonl", "polnear", node)
    records = coref_records(corpora / "coref", "train")
    for doc in read_conllu(corpora / "ud" / "gum-train.conllu"):
        if doc["id"] in records:
            add_mentions(doc, records[doc["id"]])
            yield doc | {"corpus": "gum"}
        else:
            yield doc | {"corpus": "gum-tree", "weak_names": weak_names_from_tags(doc)}
    for doc in read_conllu(corpora / "ud" / "ewt-train.conllu"):
        yield doc | {"corpus": "ewt", "weak_names": weak_names_from_tags(doc)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--node", type=Path, default=Path(__file__).parent.parent)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    documents = list(train_documents(args.corpora, args.node))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(pickle.dumps(documents))
    tokens = Counter()
    for doc in documents:
        tokens[doc["corpus"]] += len(doc["forms"])
    print(len(documents), "documents, tokens:", dict(tokens))


if __name__ == "__main__":
    main()
