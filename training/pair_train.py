"""The pair reader's training run: a schedule over time, not steps (``schedule.py``).

A checkpoint holds all that a resumed run needs, and the moving average of the weights, which is what is exported.
"""

from __future__ import annotations

import copy
import json
import time
from dataclasses import asdict
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

LOG_EVERY = 20


class PairRun:
    """A reader in training, with its optimizer, its average and its clock."""

    def __init__(self, settings: Settings, folder: Path, data_folder: Path) -> None:
        """Read the pairs and prepare the network; a checkpoint in the folder is taken up again.

        Args:
            settings: The run's settings.
            folder: For the log and the checkpoints.
            data_folder: Where the sets are.
        """
        torch.set_num_threads(settings.threads)
        torch.manual_seed(settings.seed)
        folder.mkdir(parents=True, exist_ok=True)
        self.settings, self.folder = settings, folder
        self.sources, self.data_hash = load_pairs(data_folder)
        self.network = PairNetwork()
        self.network.load_pretrained(pretrained_folder())
        self.network.body.words.requires_grad_(False)
        self.average = copy.deepcopy(self.network).eval()
        self.optimizer = schedule.optimizer_of(self.network, settings)
        self.step, self.elapsed, self.seen = 0, 0.0, 0
        self._restore()
        divider = Divider(pretrained_folder() / "tokenizer.json")
        self.batches = PairBatches(self.sources, divider, settings.seed + self.step, settings.pieces)

    def train(self) -> None:
        """Train until the minutes are spent, saving on the way."""
        limit, saved = self.settings.minutes * 60.0, self.elapsed
        before, losses = time.monotonic(), []
        self.network.train()
        for batch in self.batches:
            losses.append(self._learn(batch, self.elapsed / limit))
            now = time.monotonic()
            self.elapsed, before = self.elapsed + now - before, now
            if self.step % LOG_EVERY == 0:
                self._log(losses)
                losses = []
            if self.elapsed >= limit:
                break
            if self.elapsed - saved > self.settings.checkpoint_minutes * 60.0:
                self.save()
                saved = self.elapsed
        self.save()

    def _learn(self, batch: PairBatch, progress: float) -> float:
        schedule.set_rates(self.optimizer, self.step, progress)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = self.network(batch.ids, batch.cases, batch.sides, batch.marks, batch.filled)
        loss = allowed_loss(scores, batch.allowed)
        schedule.update(self.network, self.optimizer, loss)
        self.step += 1
        self.seen += len(batch.ids)
        schedule.follow(self.average, self.network, self.step)
        return float(loss.detach())

    def _log(self, losses: list[float]) -> None:
        line = {
            "step": self.step,
            "minutes": round(self.elapsed / 60, 2),
            "pairs": self.seen,
            "loss": round(sum(losses) / len(losses), 4),
        }
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")

    def save(self) -> None:
        """Write the checkpoint."""
        state: dict[str, Any] = {
            "settings": asdict(self.settings),
            "data_hash": self.data_hash,
            "sets": {one.name: [one.licence, one.visits, len(one.pairs)] for one in self.sources},
            "step": self.step,
            "pairs": self.seen,
            "elapsed": self.elapsed,
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }
        schedule.write(state, self.folder)

    def _restore(self) -> None:
        state = schedule.restored(self.folder, self.data_hash)
        if state is None:
            return
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.elapsed, self.seen = state["step"], state["elapsed"], state["pairs"]


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
