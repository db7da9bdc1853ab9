"""Draw a run's losses and dev scores over its training pieces.

  python plot.py --run RUN_FOLDER --out ../docs/training/curve.svg
"""
import argparse
import json
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

LOSSES = ("names", "content", "cue", "source", "times", "pos", "arcs", "cues_of", "sources_of")
SCORES = ("conll-dev", "ner-mean-3", "polnear-detect", "polnear-end_to_end", "polnear-exact", "las", "upos")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="folder with log.jsonl and, if any, scores.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    log = [json.loads(line) for line in (args.run / "log.jsonl").read_text().splitlines()]
    steps = [entry for entry in log if "losses" in entry]
    figure, (left, right) = plt.subplots(1, 2, figsize=(12, 4.5))
    for name in LOSSES:
        left.plot([e["pieces"] / 1e6 for e in steps], [e["losses"].get(name) for e in steps], label=name)
    left.set(yscale="log", xlabel="million word pieces", ylabel="training loss (running mean)")
    left.legend(fontsize=8)
    pieces = {e["epoch_done"]: e["pieces"] / 1e6 for e in log if "epoch_done" in e}
    scores = args.run / "scores.jsonl"
    rows = [json.loads(line) for line in scores.read_text().splitlines()] if scores.exists() else []
    for name in SCORES:
        right.plot([pieces[r["epoch"]] for r in rows], [r[name] for r in rows], marker="o", label=name)
    right.set(xlabel="million word pieces", ylabel="dev score, fp32, averaged weights", ylim=(0.4, 1))
    right.grid(alpha=0.3)
    right.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(args.out, metadata={"Date": None})


if __name__ == "__main__":
    main()
