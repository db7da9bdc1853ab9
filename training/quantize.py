"""int8 matrix products: weights signed with a scale a column, activations unsigned with fixed (calibrated) scales."""
import numpy as np
from onnx import helper

from graph import MICROSOFT


def quantize_columns(weight, bits):
    """(int8 weights, scales a column) of an (in, out) matrix."""
    top = 2 ** (bits - 1) - 1
    scale = np.maximum(np.abs(weight).max(0), 1e-8) / top
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32)


class Quantizer:
    """Quantizes every matrix product but those in `keep`. `ranges` maps an activation's name to its (low, high); an
    activation without a range is quantized by its own extremes at run time."""

    def __init__(self, ranges=None, keep=(), bits=8):
        self.ranges, self.keep, self.bits = ranges or {}, keep, bits

    def takes(self, name):
        return not any(name.startswith(k) or name.endswith(k) for k in self.keep)

    def activation(self, g, x):
        """Names of x in uint8, its scale and its zero point; quantized once however often it is used."""
        names = [f"{x}.int8{part}" for part in ("", ".scale", ".zero")]
        if any(names[0] in node.output for node in g.nodes):
            return names
        if x in self.ranges:
            low, high = min(self.ranges[x][0], 0.0), max(self.ranges[x][1], 0.0)
            scale = np.float32((high - low) / 255)
            g.weight(names[1], np.array(scale, np.float32))
            g.weight(names[2], np.array(np.clip(np.round(-low / scale), 0, 255), np.uint8))
            g.add("QuantizeLinear", [x, names[1], names[2]], names[0])
        else:
            g.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], names, name=names[0]))
        return names

    def product(self, g, x, name, weight):
        values, scale, zero = self.activation(g, x)
        table, scales = quantize_columns(weight, self.bits)
        zeros = g.weight(name + ".weight.zero", np.zeros(len(scales), np.int8))
        return g.add("MatMulIntegerToFloat", [
            values, g.weight(name + ".weight", table), scale, g.weight(name + ".weight.scale", scales), zero, zeros,
        ], name + ".product", MICROSOFT)

    def attention(self, g, x, name, weight, bias, heads):
        values, scale, zero = self.activation(g, x)
        table, scales = quantize_columns(weight, self.bits)
        zeros = g.weight(name + ".weight.zero", np.zeros(len(scales), np.int8))
        return g.add("QAttention", [
            values, g.weight(name + ".weight", table), g.weight(name + ".bias", bias), scale,
            g.weight(name + ".weight.scale", scales), "", zero, zeros,
        ], name, MICROSOFT, num_heads=heads)
