"""The weighted mean of checkpoints' weights, as a checkpoint.

  python average.py --out MEAN.pt RUN_1/epoch-14.pt=0.4 RUN_2/epoch-7.pt=0.6
"""
import argparse
from pathlib import Path

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("checkpoints", nargs="+", metavar="CHECKPOINT=SHARE")
    args = parser.parse_args()
    parts = [(torch.load(path, weights_only=False), float(share))
             for path, share in (given.rsplit("=", 1) for given in args.checkpoints)]
    whole = sum(share for _, share in parts)
    state = dict(parts[0][0])
    state["weights"] = {name: (sum(part["weights"][name].float() * share for part, share in parts) / whole).to(weight.dtype)
                        for name, weight in state["weights"].items()}
    torch.save(state, args.out)


if __name__ == "__main__":
    main()
