"""The pair reader's training run: a schedule over time, not steps (``schedule.py``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training import schedule
from training.network import pretrained_folder
from training.pair_batches import PairBatch, PairBatches
from training.pair_data import load_pairs
from training.pair_network import PairNetwork
from training.schedule import Settings
from twosource.text.pieces import Divider


class PairRun(schedule.Course):
    """A reader in training."""

    def __init__(self, settings: Settings, folder: Path, data_folder: Path) -> None:
        """Read the pairs and prepare the network; a checkpoint in the folder is taken up again.

        Args:
            settings: The run's settings.
            folder: For the log and the checkpoints.
            data_folder: Where the sets are.
        """
        schedule.prepare(settings)
        self.sources, data_hash = load_pairs(data_folder)
        network = PairNetwork()
        network.load_pretrained(pretrained_folder())
        network.body.words.requires_grad_(False)
        super().__init__(settings, folder, data_hash, network)
        self.seen = self.resumed["pairs"] if self.resumed else 0
        divider = Divider(pretrained_folder() / "tokenizer.json")
        self.batches = PairBatches(self.sources, divider, settings.seed + self.step, settings.pieces)

    def _learn(self, batch: PairBatch, progress: float) -> dict[str, float]:
        schedule.set_rates(self.optimizer, self.step, progress)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = self.network(batch.ids, batch.cases, batch.sides, batch.marks, batch.filled)
        loss = allowed_loss(scores, batch.allowed)
        self._down(loss)
        self.seen += len(batch.ids)
        return {"pairs": float(loss.detach())}

    def _record(self) -> dict[str, Any]:
        sets = {one.name: [one.licence, one.visits, len(one.pairs)] for one in self.sources}
        return {"sets": sets, "pairs": self.seen}


def allowed_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """How far the classes that may be true are from all the probability, in nats a pair."""
    among = scores.masked_fill(~allowed, -1e9)
    return (scores.logsumexp(-1) - among.logsumexp(-1)).mean()


def load_average(checkpoint: Path) -> tuple[PairNetwork, dict[str, Any]]:
    """Read what is exported from a checkpoint.

    Returns:
        The averaged network, and the record of the run (settings, data hash, sets, steps, pairs, seconds).
    """
    state = torch.load(checkpoint, weights_only=True)
    network = PairNetwork()
    network.load_state_dict(state["average"])
    record = {name: state[name] for name in ("settings", "data_hash", "sets", "step", "pairs", "elapsed")}
    return network.eval(), record
