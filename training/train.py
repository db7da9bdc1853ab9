"""Train the encoder and all heads on the prepared documents.

  python train.py --data train.pkl --base FOLDER_OF_BASE_MODEL --run RUN_FOLDER --minutes 90

The learning rate falls linearly with the larger of the share of time and the share of epochs spent, so a run ends in
time on any machine. Each epoch ends with a checkpoint; the same command resumes from the last one. A second run begins
from the first one's weights at a lower rate: --weights RUN/epoch-14.pt --rate 0.5.
"""
import argparse
import json
import pickle
import random
import time
from pathlib import Path

import torch

from batches import encode_documents, epoch_batches
from losses import Losses
from model import load_base
from word_pieces import WordPieces

RATE, LAYER_DECAY = 2e-4, 0.9
HEAD_RATE, LINK_RATE, SHAPE_RATE = 1e-3, 3e-3, 2e-3
WARM_UP, EMA_DECAY = 0.04, 0.998
LONGEST, MOST_PIECES = 254, 4096


def parameter_groups(model):
    """Lower layers learn slower, fresh heads faster, links fastest (their vectors start from nothing)."""
    depth = len(model.layers)
    groups = {}
    for name, parameter in model.named_parameters():
        if name.startswith("shapes"):
            rate = SHAPE_RATE
        elif name.startswith(("heads.links", "heads.antecedents")) or "bias.weight" in name or "link_none" in name:
            rate = LINK_RATE
        elif name.startswith("heads"):
            rate = HEAD_RATE
        elif name.startswith("layers"):
            rate = RATE * LAYER_DECAY ** (depth - 1 - int(name.split(".")[1]))
        else:
            rate = RATE * LAYER_DECAY ** depth
        decay = 0.01 if parameter.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return [{"params": p, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), p in groups.items()]


class Average:
    """Exponential moving average of the weights: what is kept and shipped."""

    def __init__(self, model):
        self.weights = {k: v.detach().clone() for k, v in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model, decay):
        own = list(self.weights.values())
        torch._foreach_lerp_(own, [v.detach() for v in model.state_dict().values()], 1 - decay)


class Run:
    def __init__(self, args):
        self.args = args
        self.model, self.vocabulary = load_base(args.base)
        self.optimizer = torch.optim.AdamW(parameter_groups(self.model), betas=(0.9, 0.98), fused=True)
        if args.weights:
            self.model.load_state_dict(torch.load(args.weights, weights_only=False)["weights"])
        self.losses, self.average = Losses(), Average(self.model)
        self.epoch = self.step = self.pieces = 0
        self.seconds = 0.0
        self.steps_an_epoch = None
        self.last = args.run / "last.pt"
        if self.last.exists():
            self.load()

    def load(self):
        state = torch.load(self.last, weights_only=False)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average.weights = state["average"]
        self.losses.counts = state["counts"]
        for name in ("epoch", "step", "pieces", "seconds", "steps_an_epoch"):
            setattr(self, name, state[name])

    def save(self):
        state = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(),
                 "average": self.average.weights, "counts": self.losses.counts}
        state |= {name: getattr(self, name) for name in ("epoch", "step", "pieces", "seconds", "steps_an_epoch")}
        torch.save(state, self.last.with_suffix(".tmp"))
        self.last.with_suffix(".tmp").rename(self.last)
        torch.save({"weights": self.average.weights, "vocabulary": self.vocabulary, "epoch": self.epoch},
                   self.args.run / f"epoch-{self.epoch}.pt")

    def progress(self):
        spent = self.step / (self.args.epochs * self.steps_an_epoch) if self.steps_an_epoch else 0.0
        return min(1.0, max(spent, self.seconds / (60 * self.args.minutes)))

    def rate(self):
        p = self.progress()
        return self.args.rate * (p / WARM_UP if p < WARM_UP else (1 - p) / (1 - WARM_UP))

    def train_step(self, batch):
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * max(self.rate(), 1e-3)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.args.bf16):
            out = self.model(batch["ids"], batch["shapes"], batch["lengths"], batch["first"])
        loss = self.losses(self.model, out, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.average.update(self.model, min(EMA_DECAY, self.step / (self.step + 10)))
        return float(loss.detach())

    def train_epoch(self, documents, word_pieces, log):
        source = random.Random(self.args.seed * 1000 + self.epoch)
        torch.manual_seed(self.args.seed * 1000 + self.epoch)
        self.model.train()
        mark, start = time.time(), self.step
        for batch in epoch_batches(documents, word_pieces, source, LONGEST, MOST_PIECES):
            loss = self.train_step(batch)
            self.step += 1
            self.pieces += int(batch["lengths"].sum())
            self.seconds += time.time() - mark
            mark = time.time()
            if self.step % 50 == 0:
                log({"step": self.step, "epoch": self.epoch, "seconds": round(self.seconds), "pieces": self.pieces,
                     "rate": round(self.rate(), 4), "loss": round(loss, 3),
                     "losses": {k: round(v, 4) for k, v in self.losses.seen.items()}})
            if self.progress() >= 1:
                break
        else:
            self.steps_an_epoch = self.step - start
        self.epoch += 1
        self.save()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="a checkpoint to begin from, in place of the base's encoder")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the full learning rate at its peak")
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--epochs", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--fp32", dest="bf16", action="store_false")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    args.run.mkdir(parents=True, exist_ok=True)
    documents = pickle.loads(args.data.read_bytes())
    run = Run(args)
    word_pieces = WordPieces(run.vocabulary)
    encode_documents(documents, word_pieces)

    def log(entry):
        with open(args.run / "log.jsonl", "a", encoding="utf8") as lines:
            lines.write(json.dumps(entry) + "\n")
        print(entry, flush=True)

    while run.progress() < 1:
        run.train_epoch(documents, word_pieces, log)
        log({"epoch_done": run.epoch, "step": run.step, "seconds": round(run.seconds), "pieces": run.pieces})


if __name__ == "__main__":
    main()
