"""The pair reader: one encoder over both sentences at once, and what the right one is to the left one.

The body is the English model's (``network.Body``), started from the same pretrained weights; a piece's embedding also
holds its side and whether its word is shared. One hidden layer over [CLS] and the mean of either side gives three
scores: the left supports the right, they conflict, neither.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.network import WIDTH, Body, Dropout
from twosource.corroborate.pairs.pair_pieces import MARKS, SIDES

CLASSES = ("supports", "conflicts", "neither")
HIDDEN = 256
HEAD_DROPOUT = 0.1


class PairNetwork(nn.Module):
    """Body, embeddings of side and mark, and the head."""

    def __init__(self) -> None:
        super().__init__()
        self.body = Body()
        self.sides, self.marks = nn.Embedding(SIDES, WIDTH), nn.Embedding(MARKS, WIDTH)
        self.hidden = nn.Sequential(Dropout(HEAD_DROPOUT), nn.Linear(3 * WIDTH, HIDDEN), nn.GELU())
        self.scores = nn.Linear(HIDDEN, len(CLASSES))
        nn.init.zeros_(self.sides.weight)
        nn.init.zeros_(self.marks.weight)

    def load_pretrained(self, folder: Path) -> None:
        """Take the weights of a BERT-like encoder; its two segments become the sides."""
        self.body.load_pretrained(folder)
        segments = load_file(folder / "model.safetensors")["embeddings.token_type_embeddings.weight"]
        with torch.no_grad():
            # The first segment already stands in the places of the body.
            self.sides.weight[1] = segments[1] - segments[0]

    def forward(self, ids: Tensor, cases: Tensor, sides: Tensor, marks: Tensor, filled: Tensor) -> Tensor:
        """Args: five tables (pair, piece). Returns: scores (pair, class), in 32 bits."""
        body = self.body
        bias = (1.0 - filled[:, None, None, :].float()) * -1e9
        places = body.places.weight[: ids.shape[1]]
        states = body.norm(body.words(ids) + places + body.cases(cases) + self.sides(sides) + self.marks(marks))
        for layer in body.layers:
            states = layer(states, bias)
        states = states.float()
        right = (sides * filled).float()[:, :, None]
        left = filled.float()[:, :, None] - right
        read = torch.cat([states[:, 0], _mean(states, left), _mean(states, right)], dim=-1)
        with torch.autocast("cpu", enabled=False):
            return self.scores(self.hidden(read))


def _mean(states: Tensor, share: Tensor) -> Tensor:
    return (states * share).sum(1) / share.sum(1).clamp(min=1.0)
