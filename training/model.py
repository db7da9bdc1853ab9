"""The encoder: a 6-layer BERT-shaped transformer with one pass for every head."""
import json
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from heads import Heads
from labels import GAPS, SHAPES


def locked_dropout(x, rate, training):
    """Dropout with one mask for all positions of a window: far fewer random numbers, which cost time on a CPU."""
    if not training or not rate:
        return x
    return x * F.dropout(torch.ones(x.shape[0], 1, x.shape[-1], dtype=x.dtype), rate)


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = dropout

    def forward(self, x, bias):
        """Matrix products spelt out: on a CPU faster to train than the fused attention kernel."""
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2) * (w // self.heads) ** -0.5 + bias.to(q.dtype)).softmax(-1, dtype=q.dtype)
        mixed = (weights @ v).transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + locked_dropout(self.attended(mixed), self.dropout, self.training))
        return self.norm2(x + locked_dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, vocabulary_size, width=384, depth=6, heads=12, inner=1536, positions=512, dropout=0.15):
        super().__init__()
        self.words = nn.Embedding(vocabulary_size, width)
        self.positions = nn.Embedding(positions, width)
        self.shapes = nn.Embedding(len(SHAPES) * len(GAPS), width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(depth))
        self.dropout = dropout
        self.heads = Heads(width)

    def embed(self, ids, shapes):
        x = self.words(ids) + self.positions.weight[:ids.shape[1]] + self.shapes(shapes)
        return locked_dropout(self.norm(x), self.dropout, self.training)

    def forward(self, ids, shapes, lengths, first):
        """Head outputs for the token rows `first` (indices into the flattened batch of pieces)."""
        columns = torch.arange(ids.shape[1], device=ids.device)
        bias = torch.zeros(ids.shape[0], 1, 1, ids.shape[1]).masked_fill(
            (columns >= lengths[:, None])[:, None, None], -1e4)
        x = self.embed(ids, shapes)
        for layer in self.layers:
            x = layer(x, bias)
        return self.heads(x.reshape(-1, x.shape[-1])[first])


def load_base(folder):
    """The base model's weights in this module's names, and its vocabulary."""
    from safetensors.torch import load_file
    folder = Path(folder)
    config = json.loads((folder / "config.json").read_text())
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf8").rstrip("\n").split("\n")
    base = load_file(folder / "model.safetensors")
    base = {k.removeprefix("bert."): v for k, v in base.items()}
    model = Encoder(config["vocab_size"], config["hidden_size"], config["num_hidden_layers"],
                    config["num_attention_heads"], config["intermediate_size"], config["max_position_embeddings"])
    own = model.state_dict()
    own["words.weight"] = base["embeddings.word_embeddings.weight"]
    own["positions.weight"] = base["embeddings.position_embeddings.weight"]
    first_row = base["embeddings.token_type_embeddings.weight"][0]
    own["shapes.weight"] = first_row + 0.002 * torch.randn_like(own["shapes.weight"])
    copy(own, "norm", base, "embeddings.LayerNorm")
    for i in range(config["num_hidden_layers"]):
        source = f"encoder.layer.{i}."
        for part in ("weight", "bias"):
            own[f"layers.{i}.qkv.{part}"] = torch.cat(
                [base[f"{source}attention.self.{name}.{part}"] for name in ("query", "key", "value")])
        copy(own, f"layers.{i}.attended", base, source + "attention.output.dense")
        copy(own, f"layers.{i}.norm1", base, source + "attention.output.LayerNorm")
        copy(own, f"layers.{i}.up", base, source + "intermediate.dense")
        copy(own, f"layers.{i}.down", base, source + "output.dense")
        copy(own, f"layers.{i}.norm2", base, source + "output.LayerNorm")
    model.load_state_dict(own)
    return model, vocabulary


def copy(own, name, base, source):
    for part in ("weight", "bias"):
        own[f"{name}.{part}"] = base[f"{source}.{part}"]
