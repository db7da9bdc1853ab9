"""The encoder as one ONNX graph of onnxruntime's fused operators, in fp32 or with int8 matrix products."""
import numpy as np
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
EPSILON = 1e-12


class Graph:
    """Collects nodes and weights. `quantizer` decides for each matrix product how it is done; None keeps fp32."""

    def __init__(self, quantizer=None):
        self.nodes, self.weights, self.quantizer = [], [], quantizer

    def weight(self, name, array):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, op, inputs, output, domain="", **attributes):
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def linear(self, x, name, weight, bias=None):
        """x @ weight (+ bias); `weight` is (in, out)."""
        if self.quantizer and self.quantizer.takes(name):
            product = self.quantizer.product(self, x, name, weight)
        else:
            product = self.add("MatMul", [x, self.weight(name + ".weight", weight)], name + ".product")
        return product if bias is None else self.add("Add", [product, self.weight(name + ".bias", bias)], name)

    def attention(self, x, name, weight, bias, heads):
        if self.quantizer and self.quantizer.takes(name):
            return self.quantizer.attention(self, x, name, weight, bias, heads)
        return self.add("Attention", [x, self.weight(name + ".weight", weight), self.weight(name + ".bias", bias)],
                        name, MICROSOFT, num_heads=heads)

    def skip_norm(self, x, skip, name, scale, shift, bias):
        """Layer norm of x + skip + bias."""
        inputs = [x, skip, self.weight(name + ".scale", scale), self.weight(name + ".shift", shift),
                  self.weight(name + ".bias", bias)]
        return self.add("SkipLayerNormalization", inputs, name, MICROSOFT, epsilon=EPSILON)


def quantize_rows(table):
    """int8 rows with a scale each."""
    scale = np.maximum(np.abs(table).max(1), 1e-8) / 127
    return np.round(table / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def build(weights, positions, heads=12, quantizer=None, outputs=("rows",)):
    """The graph: ids and shapes (1, n) and first pieces (t,), all int32, to rows (t, columns), one a token."""
    g = Graph(quantizer)
    w = {k: v.float().numpy() for k, v in weights.items()}
    x = embed(g, w, positions)
    for i in range(sum(k.endswith(".norm2.weight") for k in w)):
        x = layer(g, w, f"layers.{i}", x, heads)
    g.add("Squeeze", [x, g.weight("axis.window", np.array([0], np.int64))], "pieces")
    token = g.add("Gather", ["pieces", "first"], "tokens", axis=0)
    flat = ["flat", "links", "antecedents", "scalars"]
    joined = np.concatenate([w[f"heads.{n}.weight"] for n in flat]).T
    bias = np.concatenate([w[f"heads.{n}.bias"] for n in flat])
    plain = g.linear(token, "heads.linear", joined, bias)
    parse = g.add("Relu", [g.linear(token, "heads.parse", w["heads.parse.weight"].T, w["heads.parse.bias"])], "parse")
    arcs = g.linear(parse, "heads.arcs", w["heads.arcs.weight"].T, w["heads.arcs.bias"])
    g.add("Concat", [plain, arcs], "rows", axis=1)
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT32, [1, "pieces"]),
              helper.make_tensor_value_info("shapes", TensorProto.INT32, [1, "pieces"]),
              helper.make_tensor_value_info("first", TensorProto.INT32, ["tokens"])]
    made = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs]
    graph = helper.make_graph(g.nodes, "copydesk-encoder", inputs, made, g.weights)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="copydesk")


def embed(g, w, positions):
    """Words (int8 rows) + positions + shapes, normed."""
    if g.quantizer:
        table, scale = quantize_rows(w["words.weight"])
        rows = g.add("Gather", [g.weight("words", table), "ids"], "words.int8", axis=0)
        rows = g.add("Cast", [rows], "words.float", to=TensorProto.FLOAT)
        scales = g.add("Gather", [g.weight("words.scale", scale[:, None]), "ids"], "words.scales", axis=0)
        words = g.add("Mul", [rows, scales], "words.rows")
    else:
        words = g.add("Gather", [g.weight("words", w["words.weight"]), "ids"], "words.rows", axis=0)
    shape = g.add("Shape", ["ids"], "ids.shape")
    g.add("Slice", [shape, g.weight("one", np.array([1], np.int64)), g.weight("two", np.array([2], np.int64))],
          "length")
    place = g.add("Slice", [g.weight("positions", w["positions.weight"][:positions]),
                            g.weight("zero", np.array([0], np.int64)), "length",
                            g.weight("rows.axis", np.array([0], np.int64))], "positions.rows")
    shapes = g.add("Gather", [g.weight("shapes.table", w["shapes.weight"]), "shapes"], "shapes.rows", axis=0)
    summed = g.add("Add", [words, shapes], "embedded.shaped")
    summed = g.add("Add", [summed, place], "embedded")
    return g.add("LayerNormalization", [summed, g.weight("norm.scale", w["norm.weight"]),
                                        g.weight("norm.shift", w["norm.bias"])], "normed", epsilon=EPSILON)


def layer(g, w, name, x, heads):
    mixed = g.attention(x, f"{name}.qkv", w[f"{name}.qkv.weight"].T, w[f"{name}.qkv.bias"], heads)
    mixed = g.linear(mixed, f"{name}.attended", w[f"{name}.attended.weight"].T)
    x = g.skip_norm(mixed, x, f"{name}.norm1", w[f"{name}.norm1.weight"], w[f"{name}.norm1.bias"],
                    w[f"{name}.attended.bias"])
    inner = g.linear(x, f"{name}.up", w[f"{name}.up.weight"].T)
    inner = g.add("BiasGelu", [inner, g.weight(f"{name}.up.bias", w[f"{name}.up.bias"])], f"{name}.gelu", MICROSOFT)
    inner = g.linear(inner, f"{name}.down", w[f"{name}.down.weight"].T)
    return g.skip_norm(inner, x, f"{name}.norm2", w[f"{name}.norm2.weight"], w[f"{name}.norm2.bias"],
                       w[f"{name}.down.bias"])
