"""Score a checkpoint or an exported model on the dev splits with the project's own scorer.

  python evaluate.py --model CHECKPOINT.pt|MODEL_FOLDER --shared ../../shared [--share 0.3] [--only ner,attribution]
"""
import argparse
import contextlib
import importlib.util
import io
import json
import time
from pathlib import Path

from conllu import read_conllu
from corpora import NER_TYPES, load_attributions, load_names, load_times
from gum import add_mentions, coref_records
from labels import NAME_TYPES, POS, RELATIONS, TIME_TYPES
from predict import OnnxModel, TorchModel, predict

SHORT = {name: short for short, name in NER_TYPES.items()}


def load_scorer(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def chars(doc, span):
    return [doc["offsets"][span[0]][0], doc["offsets"][span[1] - 1][1]]


def neutral(doc, found):
    """A prediction in the scorer's format."""
    places = lambda spans: [chars(doc, s) for s in spans]
    return {
        "id": doc["id"],
        "entities": [dict(zip(("start", "end"), chars(doc, s)), type=SHORT[NAME_TYPES[s[2]]]) for s in found["names"]],
        "timexes": [dict(zip(("start", "end"), chars(doc, s)), type=TIME_TYPES[s[2]]) for s in found["times"]],
        "attributions": [{k: places(v) for k, v in a.items()} for a in found["attributions"]],
    }


def score_texts(model, documents, gold, score, out, share):
    """Predict, write, and score with score.py; only the first `share` of the documents."""
    documents = list(documents)
    documents = documents[:max(1, round(share * len(documents)))]
    wanted = {d["id"] for d in documents}
    gold_lines = [line for line in gold.read_text(encoding="utf8").splitlines() if json.loads(line)["id"] in wanted]
    gold_path, path = out / f"gold-{gold.name}", out / gold.name
    gold_path.write_text("\n".join(gold_lines) + "\n", encoding="utf8")
    lines = [json.dumps(neutral(doc, predict(model, doc))) for doc in documents]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
    report = io.StringIO()
    with contextlib.redirect_stdout(report):
        result = score(str(gold_path), str(path))
    (out / f"{gold.stem}.txt").write_text(report.getvalue())
    return result


def score_trees(model, path, share):
    right = {"upos": 0, "uas": 0, "las": 0}
    total = 0
    documents = list(read_conllu(path))
    for doc in documents[:max(1, round(share * len(documents)))]:
        found = predict(model, doc)
        for i, relation in enumerate(doc["relations"]):
            attached = found["heads"][i] == doc["heads"][i]
            right["upos"] += found["pos"][i] == POS[doc["pos"][i]]
            right["uas"] += attached
            right["las"] += attached and relation >= 0 and found["relations"][i] == RELATIONS[relation]
            total += 1
    return {k: v / total for k, v in right.items()}


def score_mentions(model, corpora, share):
    """GUM dev: mention head F1 (typed), and how often the best antecedent of a gold head is right (in its window)."""
    records = coref_records(corpora / "coref", "dev")
    hit = predicted = gold = right = links = 0
    documents = [d for d in read_conllu(corpora / "ud" / "gum-dev.conllu") if d["id"] in records]
    for doc in documents[:max(1, round(share * len(documents)))]:
        add_mentions(doc, records[doc["id"]])
        found = predict(model, doc)
        hit += sum(a == b > 0 for a, b in zip(found["mentions"], doc["mentions"]))
        predicted += sum(a > 0 for a in found["mentions"])
        gold += sum(b > 0 for b in doc["mentions"])
        for row, earlier, scores in found["antecedents"]:
            best = int(scores.argmax())
            same = [r for r in earlier if doc["clusters"][r] == doc["clusters"][row]]
            right += (earlier[best - 1] in same) if best else not same
            links += 1
    return {"heads_f1": 2 * hit / max(1, predicted + gold), "antecedent_accuracy": right / max(1, links)}


def evaluate(model, shared, node, out, share=1.0, only=("ner", "attribution", "time", "trees", "mentions")):
    scorer, corpora = load_scorer(shared), shared / "corpora"
    out.mkdir(parents=True, exist_ok=True)
    result = {}
    names = lambda g, p: scorer.ner(g, p, ["PER", "ORG", "LOC"])
    if "ner" in only:
        for corpus in ("conll-dev", "politics-dev", "uner-dev", "wnut17-dev"):
            path = corpora / "ner" / f"{corpus}.jsonl"
            result[corpus] = score_texts(model, load_names(path, corpus, node), path, names, out, share)["f1"]
        result["ner-mean-3"] = sum(result[c] for c in ("politics-dev", "uner-dev", "wnut17-dev")) / 3
    if "attribution" in only:
        path = corpora / "attribution" / "polnear-dev.jsonl"
        scores = score_texts(model, load_attributions(path, "polnear", node), path, scorer.attribution, out, share)
        result |= {f"polnear-{k}": v for k, v in scores.items()}
    if "time" in only:
        path = corpora / "time" / "timebank-a.jsonl"
        scores = score_texts(model, load_times(path, "timebank", node), path, scorer.timex, out, share)
        result |= {f"time-{k}": scores[k] for k in ("strict", "relaxed", "type")}
    if "trees" in only:
        trees = [score_trees(model, corpora / "ud" / f"{c}-dev.conllu", share) for c in ("gum", "ewt")]
        result |= {k: sum(t[k] for t in trees) / 2 for k in trees[0]}
    if "mentions" in only:
        result |= score_mentions(model, corpora, share)
    return {k: round(v, 4) for k, v in result.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--node", type=Path, default=Path(__file__).parent.parent)
    parser.add_argument("--out", type=Path, default=Path("/tmp/copydesk-evaluate"))
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--only", default="ner,attribution,time,trees,mentions")
    parser.add_argument("--record", action="store_true", help="write the scores into the model folder's manifest")
    args = parser.parse_args()
    model = OnnxModel(args.model) if args.model.is_dir() else TorchModel(args.model)
    start = time.time()
    result = evaluate(model, args.shared, args.node, args.out, args.share, tuple(args.only.split(",")))
    if args.record:
        path = args.model / "manifest.json"
        manifest = json.loads(path.read_text())
        manifest["scores"].update(result)
        path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf8")
    print(json.dumps(result | {"seconds": round(time.time() - start)}))


if __name__ == "__main__":
    main()
