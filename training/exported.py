"""A network taken back from the package's own 8-bit graph, to go on from where its checkpoint is not at hand.

The weights are those that rounding left: 8-bit rows times their steps. Names in the graph are the network's, but for
products without a bias, which the exporter numbers in the order of the graph.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.batches import Labels
from training.network import ARC, LABEL, LAYERS, Network

QUANTIZED, SCALE = "_quantized", "_scale"
"""How ONNX Runtime's quantiser ends the names of an 8-bit matrix and of its steps, a step for each column."""
TRANSPOSED = "_Transposed"
JOINED = {"arcs": (ARC, ("arc_child", "arc_head")), "labels": (LABEL, ("label_child", "label_head"))}
"""Hidden layers that the graph joins into one product, and the width of each."""
NUMBERED = (
    *(
        f"body.layers.{layer}.{part}.weight"
        for layer in range(LAYERS)
        for part in ("attend", "merge", "widen", "narrow")
    ),
    "arc_weight.weight", "label_weight.weight", "label_head_prior.weight",
)  # fmt: skip
"""The products that the exporter numbers, in the order of the graph."""


def reopened(folder: Path) -> tuple[Network, Labels]:
    """The network of an exported model, with its labels.

    Args:
        folder: holds ``encoder.onnx`` and ``model.json``.

    Raises:
        SystemExit: The graph has other parts than this network.
    """
    written = json.loads((folder / "model.json").read_text(encoding="utf-8"))["labels"]
    labels = Labels(**{name: tuple(values) for name, values in written.items()})
    graph = onnx.load(folder / "encoder.onnx").graph
    weights = _weights({item.name: numpy_helper.to_array(item) for item in graph.initializer})
    network = Network(labels.sizes())
    if sorted(weights) != sorted(network.state_dict()):
        raise SystemExit(f"{folder / 'encoder.onnx'} has other parts than the network: mend training/exported.py")
    network.load_state_dict(weights)
    return network.eval(), labels


def _weights(arrays: Mapping[str, np.ndarray]) -> dict[str, Tensor]:
    found = {name.removeprefix("network."): array for name, array in arrays.items() if name.startswith("network.")}
    found = {name: array for name, array in found.items() if not name.endswith((QUANTIZED, SCALE, "_zero_point"))}
    products = {name.removesuffix(QUANTIZED): array for name, array in arrays.items() if name.endswith(QUANTIZED)}
    products = {name: (array * arrays[name + SCALE]).T for name, array in products.items()}
    numbered = sorted((name for name in products if "::" in name), key=lambda name: int(name.rpartition("_")[2]))
    found |= {ours: products[theirs] for ours, theirs in zip(NUMBERED, numbered, strict=True)}
    found |= {
        name.removeprefix("network.").removesuffix(TRANSPOSED): array
        for name, array in products.items()
        if name.startswith("network.")
    }
    for joined, (width, parts) in JOINED.items():
        for part, start in zip(parts, (0, width), strict=True):
            found[f"{part}.1.weight"] = products[f"{joined}.linear.weight{TRANSPOSED}"][start : start + width]
            found[f"{part}.1.bias"] = arrays[f"{joined}.linear.bias"][start : start + width]
    for table, name in (("words", "body.words.weight"), ("suffixes", "suffixes.weight")):
        found[name] = arrays[f"{table}.rows"] * arrays[f"{table}.scale"]
    # The graph keeps what softmax made of the mixtures; their logarithms give the same again.
    found["mixture"] = np.log(arrays["mixture"])
    return {name: torch.tensor(array, dtype=torch.float32) for name, array in found.items()}
