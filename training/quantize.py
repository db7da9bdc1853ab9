"""int8 matrix products: weights signed with a scale a column, activations unsigned with fixed, calibrated scales.

A few channels of the activations are tens of times wider than the rest. Each channel is therefore divided by its own
factor before it is quantized and the weights' rows multiplied by it (SmoothQuant, Xiao et al. 2023).
"""
import numpy as np

from graph import MICROSOFT


def quantize_columns(weight, bits):
    """(int8 weights, scales a column) of an (in, out) matrix."""
    top = 2 ** (bits - 1) - 1
    scale = np.maximum(np.abs(weight).max(0), 1e-8) / top
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32)


class Quantizer:
    """Quantizes every matrix product but those whose names begin or end with one of `keep`.

    `ranges` maps an activation's name to the lows and highs of its channels.
    """

    def __init__(self, ranges, keep=(), bits=8, smoothing=0.8):
        self.ranges, self.keep, self.bits, self.smoothing = ranges, keep, bits, smoothing

    def takes(self, name):
        return not any(name.startswith(k) or name.endswith(k) for k in self.keep)

    def factors(self, x, weight):
        """What each channel is divided by: wide channels of the activation that meet small weights the most."""
        low, high = self.ranges[x]
        width = np.maximum(np.maximum(np.abs(low), np.abs(high)), 1e-5)
        factors = width ** self.smoothing / np.maximum(np.abs(weight).max(1), 1e-5) ** (1 - self.smoothing)
        return (factors / factors.mean()).astype(np.float32)

    def activation(self, g, x, name, factors):
        """Names of the smoothed x in uint8, its scale and its zero point."""
        low, high = (bound / factors for bound in self.ranges[x])
        low, high = min(float(low.min()), 0.0), max(float(high.max()), 0.0)
        scale = np.float32((high - low) / 255)
        smoothed = g.add("Mul", [x, g.weight(name + ".smoothing", 1 / factors)], name + ".smoothed")
        scale_name = g.weight(name + ".input.scale", np.array(scale, np.float32))
        zero = g.weight(name + ".input.zero", np.array(np.clip(np.round(-low / scale), 0, 255), np.uint8))
        return g.add("QuantizeLinear", [smoothed, scale_name, zero], name + ".input"), scale_name, zero

    def operands(self, g, x, name, weight):
        factors = self.factors(x, weight)
        values, scale, zero = self.activation(g, x, name, factors)
        table, scales = quantize_columns(weight * factors[:, None], self.bits)
        return (values, g.weight(name + ".weight", table), scale, g.weight(name + ".weight.scale", scales), zero,
                g.weight(name + ".weight.zero", np.zeros(len(scales), np.int8)))

    def product(self, g, x, name, weight):
        return g.add("MatMulIntegerToFloat", list(self.operands(g, x, name, weight)), name + ".product", MICROSOFT)

    def attention(self, g, x, name, weight, bias, heads):
        values, table, scale, scales, zero, zeros = self.operands(g, x, name, weight)
        inputs = [values, table, g.weight(name + ".bias", bias), scale, scales, "", zero, zeros]
        return g.add("QAttention", inputs, name, MICROSOFT, num_heads=heads)
