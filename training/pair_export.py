"""From a checkpoint of the pair reader to package data: one ONNX graph in 8 bits, and a record.

As in ``export.py``: word embeddings in 8-bit rows with a scale each, matrix products with a scale per output channel,
attention as ONNX Runtime's fused operator, one pair a run without padding. The vocabulary is the English model's own
``tokenizer.json``; the record names its hash.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.export import OPSET, quantize
from training.graph import _Attention as Attention
from training.graph import _Rows as Rows
from training.network import WIDTH, pretrained_folder
from training.pair_network import CLASSES, PairNetwork
from training.pair_train import load_average
from twosource.corroborate.pairs.pair_pieces import PairPieces, lay_pairs
from twosource.text.pieces import Divider

INPUTS = ("ids", "cases", "sides", "marks")
PROBES = (
    ("The ferry sank off the coast and 12 people drowned.", "A dozen people died when a ferry went down."),
    ("The council approved the bridge on Monday.", "The council rejected the bridge."),
    ("Prices rose by 3 percent in May, the bank said.", "The harbour master opened a new pier."),
)
"""Invented pairs on which the exported graph is held to the network."""

ROUNDING, EIGHT_BITS = 1e-3, 0.15
"""Differences of probability allowed: of the graph in 32 bits, and in 8."""


class PairGraph(nn.Module):
    """What is exported: four rows of integers in, the logarithms of three probabilities out."""

    def __init__(self, network: PairNetwork, *, small: bool) -> None:
        super().__init__()
        self.network = network
        self.words = Rows(network.body.words) if small else network.body.words

    def forward(self, ids: Tensor, cases: Tensor, sides: Tensor, marks: Tensor) -> Tensor:
        network, body = self.network, self.network.body
        places = body.places.weight[: ids.shape[0]]
        added = places + body.cases(cases) + network.sides(sides) + network.marks(marks)
        states = body.norm((self.words(ids) + added)[None])
        for layer in body.layers:
            read = Attention.apply(*layer.attend(states).split(WIDTH, dim=-1))
            states = layer.first_norm(states + layer.merge(read))
            states = layer.second_norm(states + layer.narrow(functional.gelu(layer.widen(states))))
        right = sides.float()[:, None]
        left = 1.0 - right
        means = [(states[0] * share).sum(0) / share.sum() for share in (left, right)]
        read = torch.cat([states[0, 0], *means])[None]
        return network.scores(network.hidden(read)).log_softmax(-1)[0]


def export_reader(checkpoint: Path, folder: Path, command: str) -> None:
    """Write ``reader.onnx`` and ``reader.json``.

    Args:
        checkpoint: From a training run; its averaged weights are taken.
        folder: The package data's folder.
        command: What was typed, for the record.

    Raises:
        SystemExit: The exported graph reads the probes otherwise than the network.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network, record = load_average(checkpoint)
    tokenizer = pretrained_folder() / "tokenizer.json"
    laid = lay_pairs(PROBES, Divider(tokenizer))
    expected = _network_reads(network, laid)
    with tempfile.TemporaryDirectory() as scratch:
        full, half = Path(scratch) / "full.onnx", Path(scratch) / "half.onnx"
        _write_graph(network, full, small=False)
        _hold(full, laid, expected, ROUNDING)
        _write_graph(network, half, small=True)
        quantize(half, folder / "reader.onnx")
    _hold(folder / "reader.onnx", laid, expected, EIGHT_BITS)
    sets = [
        {"name": name, "licence": licence, "visits": visits, "pairs": pairs}
        for name, (licence, visits, pairs) in record.pop("sets").items()
    ]
    files = {"reader.onnx": _sha256(folder / "reader.onnx"), "../model/tokenizer.json": _sha256(tokenizer)}
    written = {"command": command, "classes": CLASSES, "files": files, "sets": sets, "training": record}
    (folder / "reader.json").write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_graph(network: PairNetwork, file: Path, *, small: bool) -> None:
    example = (
        torch.tensor([101, 2054, 102, 2003, 102]),
        torch.zeros(5, dtype=torch.long),
        torch.tensor([0, 0, 0, 1, 1]),
        torch.tensor([0, 2, 0, 2, 0]),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            PairGraph(network, small=small).eval(), example, str(file), opset_version=OPSET, dynamo=False,
            input_names=list(INPUTS), output_names=["classes"], dynamic_axes={name: {0: "piece"} for name in INPUTS},
            custom_opsets={"com.microsoft": 1},
        )  # fmt: skip


def _network_reads(network: PairNetwork, laid: list[PairPieces]) -> np.ndarray:
    rows = []
    with torch.no_grad():
        for item in laid:
            columns = [torch.from_numpy(getattr(item, name))[None] for name in INPUTS]
            rows.append(network(*columns, torch.ones_like(columns[0])).softmax(-1)[0].numpy())
    return np.array(rows)


def _hold(file: Path, laid: list[PairPieces], expected: np.ndarray, allowed: float) -> None:
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    told = [session.run(None, {name: getattr(item, name) for name in INPUTS})[0] for item in laid]
    apart = float(np.abs(np.exp(np.array(told)) - expected).max())
    print(f"{file.name}: probabilities differ from the network's by {apart:.5f} at most")
    if apart > allowed:
        raise SystemExit(f"{file.name} differs from the network by {apart:.3f}: mend training/pair_export.py")


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
