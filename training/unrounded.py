"""An exported graph taken back into 32 bits, to tell what its 8-bit activations and its rounded weights cost.

Every 8-bit product becomes one of floats, with the weights as they were rounded; or, where the weights from before are
lost, moved once more by as much as rounding moved them.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import numpy_helper

ROUNDED, SCALE = "_quantized", "_scale"
"""How ONNX Runtime's quantiser ends the names of an 8-bit matrix and of its steps, a step for each column."""
ROWS = ".rows"
"""How ``training.graph`` ends the name of an 8-bit embedding table; the graph multiplies by its steps itself."""
RESCALING = ("_QuantizeLinear", "_quantized_cast", "_scales_mul", "_output_scale_mul")
"""How the names of the nodes end that take activations to 8 bits, and the products back."""


def unrounded(model: onnx.ModelProto, noise: np.random.Generator | None) -> onnx.ModelProto:
    """The same graph in 32 bits: every 8-bit product becomes a float one with the weights as they were rounded to.

    Args:
        model: as ``training.export`` writes it.
        noise: if given, every rounded weight, embeddings too, is moved by up to half a step either way.
    """
    arrays = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    for name, array in list(arrays.items()):
        if name.endswith((ROUNDED, ROWS)):
            moved = array + (noise.uniform(-0.5, 0.5, array.shape) if noise else 0.0)
            steps = arrays[name.removesuffix(ROUNDED) + SCALE] if name.endswith(ROUNDED) else 1.0
            arrays[name] = (moved * steps).astype(np.float32)
    floats = {node.output[0]: node.input[0] for node in model.graph.node if node.op_type == "DynamicQuantizeLinear"}
    nodes = []
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            product = node.output[0].removesuffix("_output" + ROUNDED)
            nodes.append(onnx.helper.make_node("MatMul", [floats[node.input[0]], node.input[1]], [product]))
        elif not node.name.endswith(RESCALING):
            nodes.append(node)
    read = {name for node in nodes for name in node.input}
    values = [numpy_helper.from_array(array, name) for name, array in arrays.items() if name in read]
    graph = onnx.helper.make_graph(nodes, "unrounded", list(model.graph.input), list(model.graph.output), values)
    return onnx.helper.make_model(graph, opset_imports=list(model.opset_import), ir_version=model.ir_version)
