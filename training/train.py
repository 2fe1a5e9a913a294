"""The English model's training run: a schedule over time, not steps (``schedule.py``).

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

from training import data, schedule
from training.batches import Batch, Batches, Labels, inventory
from training.losses import distilled, task_losses, total
from training.network import Body, Network, pretrained_folder
from training.schedule import Settings
from twosource.text.pieces import Divider

TAUGHT_SHARE = 6
"""Every so many steps a batch also learns to keep the untouched encoder's sentence vectors."""

TAUGHT_WEIGHT = 4.0
LOG_EVERY = 20


class Run:
    """A network in training, with its optimizer, its average and its clock."""

    def __init__(self, settings: Settings, folder: Path, data_folder: Path) -> None:
        """Read the data and prepare the network; a checkpoint in the folder is taken up again.

        Args:
            settings: the run's settings.
            folder: for the log and the checkpoints.
            data_folder: where the sets are.
        """
        torch.set_num_threads(settings.threads)
        torch.manual_seed(settings.seed)
        folder.mkdir(parents=True, exist_ok=True)
        self.settings, self.folder = settings, folder
        sources, self.data_hash = data.load(data_folder)
        self.labels = inventory(sources)
        self.network = Network(self.labels.sizes())
        self.network.body.load_pretrained(pretrained_folder())
        self.network.body.words.requires_grad_(False)
        self.teacher = Body().eval()
        self.teacher.load_pretrained(pretrained_folder())
        self.average = copy.deepcopy(self.network).eval()
        self.optimizer = schedule.optimizer_of(self.network, settings)
        self.step, self.elapsed = 0, 0.0
        self._restore()
        divider = Divider(pretrained_folder() / "tokenizer.json")
        self.batches = Batches(sources, self.labels, divider, settings.seed + self.step, settings.pieces)

    def train(self) -> None:
        """Train until the minutes are spent, saving on the way."""
        limit, saved = self.settings.minutes * 60.0, self.elapsed
        before, sums = time.monotonic(), {}
        self.network.train()
        for batch in self.batches:
            for name, value in self._learn(batch, self.elapsed / limit).items():
                sums.setdefault(name, []).append(value)
            now = time.monotonic()
            self.elapsed, before = self.elapsed + now - before, now
            if self.step % LOG_EVERY == 0:
                self._log(sums)
                sums = {}
            if self.elapsed >= limit:
                break
            if self.elapsed - saved > self.settings.checkpoint_minutes * 60.0:
                self.save()
                saved = self.elapsed
        self.save()

    def _learn(self, batch: Batch, progress: float) -> dict[str, float]:
        schedule.set_rates(self.optimizer, self.step, progress)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.network.body(batch.ids, batch.cases, batch.filled)
            losses = task_losses(self.network, batch, states)
            loss = total(losses)
            if self.step % TAUGHT_SHARE == 0:
                losses["vector"] = self._taught(batch, states)
                loss = loss + TAUGHT_WEIGHT * losses["vector"]
        schedule.update(self.network, self.optimizer, loss)
        self.step += 1
        schedule.follow(self.average, self.network, self.step)
        return {name: float(value.detach()) for name, value in losses.items()}

    def _taught(self, batch: Batch, states: list[torch.Tensor]) -> torch.Tensor:
        with torch.no_grad():
            taught = self.teacher(batch.ids, torch.zeros_like(batch.cases), batch.filled)[-1].float()
            share = batch.filled.float()[:, :, None]
            mean = torch.nn.functional.normalize((taught * share).sum(1) / share.sum(1), dim=-1)
        return distilled(self.network.sentence_vector(states, batch.filled), mean)

    def _log(self, sums: dict[str, list[float]]) -> None:
        means = {name: round(sum(values) / len(values), 4) for name, values in sorted(sums.items())}
        line = {"step": self.step, "minutes": round(self.elapsed / 60, 2), "losses": means}
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")

    def save(self) -> None:
        """Write the checkpoint."""
        state: dict[str, Any] = {
            "settings": asdict(self.settings),
            "labels": asdict(self.labels),
            "data_hash": self.data_hash,
            "step": self.step,
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
        self.step, self.elapsed = state["step"], state["elapsed"]


def load_average(checkpoint: Path) -> tuple[Network, Labels, dict[str, Any]]:
    """Read what is exported from a checkpoint.

    Returns:
        The averaged network, its labels, and the record of the run (settings, data hash, steps, seconds).
    """
    state = torch.load(checkpoint, weights_only=True)
    labels = Labels(**{name: tuple(values) for name, values in state["labels"].items()})
    network = Network(labels.sizes())
    network.load_state_dict(state["average"])
    record = {name: state[name] for name in ("settings", "data_hash", "step", "elapsed")}
    return network.eval(), labels, record
