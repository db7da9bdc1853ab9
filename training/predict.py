"""Run a trained checkpoint or an exported ONNX file over documents, window by window, one window a run."""
import json
from pathlib import Path

import numpy as np

from decode import antecedents, decode_window
from heads import LAYOUT
from windows import greedy_windows
from word_pieces import WordPieces, type_id

BOUNDS = np.cumsum([width for _, width in LAYOUT])[:-1]
INFERENCE_LIMIT = 200


def split_rows(rows):
    return dict(zip([name for name, _ in LAYOUT], np.split(rows, BOUNDS, axis=1)))


def scorers_of(heads):
    """The parameters that decoding needs beside the output rows."""
    return {
        "cue_bias": heads["cue_bias.weight"][:, 0], "source_bias": heads["source_bias.weight"][:, 0],
        "antecedent_bias": heads["antecedent_bias.weight"][:, 0], "arc_bias": heads["arc_bias.weight"][:, 0],
        "link_none": heads["link_none"], "relation_weight": heads["relation_scores.weight"],
        "relation_bias": heads["relation_scores.bias"],
    }


class TorchModel:
    """A checkpoint in fp32."""

    def __init__(self, path, bf16=False):
        import torch
        from model import Encoder
        self.torch, self.bf16 = torch, bf16
        state = torch.load(path, weights_only=False)
        weights = state["weights"]
        self.model = Encoder(len(state["vocabulary"]), dropout=0.0)
        self.model.load_state_dict(weights)
        self.model.eval()
        self.pieces = WordPieces(state["vocabulary"])
        self.scorers = scorers_of({k.removeprefix("heads."): v.float().numpy() for k, v in weights.items()})

    def run(self, ids, shapes, first):
        torch = self.torch
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=self.bf16):
            out = self.model(torch.tensor([ids]), torch.tensor([shapes]), torch.tensor([len(ids)]),
                             torch.tensor(first))
        return {k: v.numpy() for k, v in out.items()}


class OnnxModel:
    """An exported folder: encoder.onnx, vocab.txt, scorers.bin, manifest.json."""

    def __init__(self, folder):
        import onnxruntime
        folder = Path(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options)
        vocabulary = (folder / "vocab.txt").read_text(encoding="utf8").rstrip("\n").split("\n")
        self.pieces = WordPieces(vocabulary)
        flat = np.frombuffer((folder / "scorers.bin").read_bytes(), dtype="<f4")
        self.scorers = {}
        for entry in json.loads((folder / "manifest.json").read_text())["scorers"]:
            size = int(np.prod(entry["shape"]))
            self.scorers[entry["name"]] = flat[entry["offset"]:entry["offset"] + size].reshape(entry["shape"])

    def run(self, ids, shapes, first):
        feed = {"ids": np.array([ids], dtype=np.int32), "shapes": np.array([shapes], dtype=np.int32),
                "first": np.array(first, dtype=np.int32)}
        return split_rows(self.session.run(["rows"], feed)[0])


def predict(model, doc, limit=INFERENCE_LIMIT):
    """All layers of one document, token indices counted in the document."""
    pieces = [model.pieces(form) for form in doc["forms"]]
    sizes = [len(p) for p in pieces]
    bounds = list(zip(doc["sentences"], doc["sentences"][1:] + [len(sizes)]))
    result = {"names": [], "times": [], "attributions": [], "pos": [], "heads": [], "relations": [], "mentions": [],
              "antecedents": []}
    for start, end in greedy_windows(doc, sizes, limit - 2):
        ids, shapes, first = [model.pieces.start], [0], []
        for i in range(start, end):
            first.append(len(ids))
            ids += pieces[i]
            shapes += [type_id(doc["forms"][i], doc["gaps"][i])] * sizes[i]
        out = model.run(ids + [model.pieces.end], shapes + [0], first)
        sentences = [(max(a, start) - start, min(b, end) - start) for a, b in bounds if a < end and b > start]
        window = decode_window(out, model.scorers, sentences)
        if "clusters" in doc:
            rows = [i - start for i in range(start, end) if doc["clusters"][i] >= 0]
            scored = antecedents(out, model.scorers, rows) if rows else []
            result["antecedents"] += [(start + rows[i], [start + r for r in rows[:i]], s)
                                      for i, s in enumerate(scored)]
        move = lambda spans: [(s[0] + start, s[1] + start, *s[2:]) for s in spans]
        for head in ("names", "times"):
            result[head] += move(window[head])
        result["attributions"] += [{k: move(v) for k, v in a.items()} for a in window["attributions"]]
        result["heads"] += [h + start for h in window["heads"]]
        for head in ("pos", "relations", "mentions"):
            result[head] += window[head]
    return result
