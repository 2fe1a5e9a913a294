"""What is learned: one loss a head, averaged over the words that have that label.

Names are learned from sets of allowed labels (``names.masks``): the loss is the negative logarithm of the probability
of the whole set, which is ordinary cross entropy where only one label is allowed.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.names import ANY
from training.network import Network

WEIGHTS = {"upos": 1.0, "feats": 1.0, "lemmas": 0.5, "arcs": 1.0, "labels": 1.0, "names": 2.0}


def task_losses(network: Network, batch: Batch, states: list[Tensor]) -> dict[str, Tensor]:
    """Compute the losses of all heads.

    Args:
        network: with its heads.
        batch: pieces and targets.
        states: the body's layers for these pieces.

    Returns:
        The mean loss by head; nothing for a head without a labelled word in this batch.
    """
    tags, lemma, arcs, labels, names = network.words(states, batch.firsts, batch.shapes, batch.suffixes)
    losses = {}
    if (batch.heads >= 0).any():
        hidden = network.tag_layer(tags)
        losses["upos"] = _cross_entropy(network.upos(hidden), batch.upos)
        losses["feats"] = _cross_entropy(network.feats(hidden), batch.feats)
        losses["lemmas"] = _cross_entropy(network.lemmas(network.lemma_layer(lemma)), batch.lemmas)
        losses["arcs"] = _cross_entropy(network.arcs(arcs) + absent(batch.firsts)[:, None, :], batch.heads)
        losses["labels"] = _cross_entropy(network.labels_of(labels, batch.heads.clamp(min=0)), batch.deprels)
    if (batch.masks > 0).any():
        losses["names"] = _partial(network.names(network.name_layer(names)), batch.masks, batch.weights)
    return losses


def total(losses: dict[str, Tensor]) -> Tensor:
    """The weighted sum of the heads' losses."""
    return torch.stack([WEIGHTS[name] * value for name, value in sorted(losses.items())]).sum()


def absent(firsts: Tensor) -> Tensor:
    """(sentence, 1 + word): hugely negative where there is neither a word nor the root."""
    table = torch.zeros(firsts.shape).masked_fill(firsts == 0, -1e9)
    table[:, 0] = 0.0
    return table


def distilled(vectors: Tensor, taught: Tensor) -> Tensor:
    """One minus the cosine to the vectors of the untouched encoder; both of unit length."""
    return (1.0 - (vectors * taught).sum(-1)).mean()


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), targets.flatten(), ignore_index=-1)


def _partial(scores: Tensor, masks: Tensor, weights: Tensor) -> Tensor:
    bits = torch.arange(scores.shape[-1])
    allowed = (masks[:, :, None] >> bits) & 1 == 1
    chances = scores.float().log_softmax(-1).masked_fill(~allowed, -1e9)
    told = (masks > 0) & (masks < ANY)
    losses = (
        -(torch.where(told[:, :, None], chances, torch.zeros_like(chances)).logsumexp(-1) * told) * weights[:, None]
    )
    return losses.sum() / told.sum().clamp(min=1)
