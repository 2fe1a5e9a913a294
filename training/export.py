"""From a checkpoint to package data: one ONNX graph in 8 bits, the vocabulary, the labels and their hashes.

The word embeddings become 8-bit rows with a scale each, every matrix product with fixed weights becomes an 8-bit one
with a scale per output channel; attention, norms and mixtures stay in 32 bits. The graph gives decisions, not scores,
wherever a decision needs no other word: tags, features, lemma scripts and the best label of every possible arc.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.batches import Labels
from training.forms import inflected_forms
from training.graph import Graph, check
from training.network import Network, pretrained_folder
from training.train import FROZEN, load_average, opened

OPSET = 17
INPUTS = ("ids", "cases", "firsts", "shapes", "suffixes")
OUTPUTS = ("upos", "feats", "lemmas", "arcs", "labels", "names", "vector")


@dataclass(frozen=True, slots=True)
class Made:
    """What is exported.

    Attributes:
        checkpoint: from a training run; its averaged weights are taken.
        begin: what that run began with, a checkpoint or an exported model.
        share: of the run's weights in the mean with those that it began with (Wortsman et al. 2022).
    """

    checkpoint: Path
    begin: Path | None = None
    share: float = 1.0

    def open(self) -> tuple[Network, Labels, dict[str, Any]]:
        """The network, its labels, and the record of the run."""
        network, labels, record = load_average(self.checkpoint)
        if self.begin is None or self.share == 1.0:
            return network, labels, record
        before, same = opened(self.begin)
        if labels != same:
            raise SystemExit(f"{self.begin} has other labels than {self.checkpoint}")
        weights, old = network.state_dict(), before.state_dict()
        moved = {name: torch.lerp(old[name], weights[name], self.share) for name in weights if name != FROZEN}
        network.load_state_dict({**weights, **moved})
        return network, labels, {**record, "share in the mean": self.share}


def export(made: Made, folder: Path, data_folder: Path, command: str) -> None:
    """Write ``encoder.onnx``, ``tokenizer.json``, ``forms.json`` and ``model.json``.

    Args:
        made: what is exported.
        folder: the package data's folder.
        data_folder: where the sets are, for the treebanks' inflected forms.
        command: what was typed, for the record.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network, labels, record = made.open()
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        write_graph(network, labels, full, small=True)
        quantize(full, folder / "encoder.onnx")
    shutil.copyfile(pretrained_folder() / "tokenizer.json", folder / "tokenizer.json")
    _write_json(folder / "forms.json", inflected_forms(data_folder))
    files = {name: _sha256(folder / name) for name in ("encoder.onnx", "tokenizer.json", "forms.json")}
    written = {"command": command, "files": files, "labels": asdict(labels), "training": record}
    _write_json(folder / "model.json", written)


def export_full(made: Made, folder: Path, data_folder: Path) -> None:
    """Write the model in 32 bits, and into ``untouched`` one whose body is as it was before training.

    Only the sentence vectors of the untouched one mean anything; its heads are as they fall.
    """
    network, labels, record = made.open()
    untouched = Network(labels.sizes()).eval()
    untouched.body.load_pretrained(pretrained_folder())
    for part, target in ((network, folder), (untouched, folder / "untouched")):
        target.mkdir(parents=True, exist_ok=True)
        write_graph(part, labels, target / "encoder.onnx", small=False)
        shutil.copyfile(pretrained_folder() / "tokenizer.json", target / "tokenizer.json")
        _write_json(target / "forms.json", inflected_forms(data_folder))
        _write_json(target / "model.json", {"labels": asdict(labels), "training": record})


def write_graph(network: Network, labels: Labels, file: Path, *, small: bool) -> None:
    """Export in 32 bits; ``small`` keeps the big embedding tables in 8 bits already."""
    graph = Graph(network, labels.deprels.index("root"), small=small).eval()
    if not small:
        check(graph, network)
    example = [torch.tensor([101, 2054, 2003, 102]), torch.zeros(4, dtype=torch.long)]
    example += [torch.arange(3)] * 3
    axes: dict[str, dict[int, str]] = {name: {0: "word"} for name in (*INPUTS[2:], *OUTPUTS[:6])}
    axes |= {
        "ids": {0: "piece"},
        "cases": {0: "piece"},
        "arcs": {0: "word", 1: "word"},
        "labels": {0: "word", 1: "word"},
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            graph, tuple(example), str(file), opset_version=OPSET, dynamo=False, input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=axes, custom_opsets={"com.microsoft": 1},
        )  # fmt: skip


def quantize(full: Path, small: Path) -> None:
    """Turn matrix products with fixed weights into 8-bit ones, signed, a scale for each output channel.

    The mixture of the layers is such a product too, but stays in 32 bits: seven weights a task are not worth rounding.
    """
    names = [node.name for node in onnx.load(full).graph.node if node.op_type == "MatMul" and "layer" not in node.name]
    quantize_dynamic(
        full,
        small,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[name for name in names if name == "/MatMul"],
    )


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _write_json(file: Path, content: dict[str, Any]) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
