"""The English model's training run: a schedule over time, not steps (``schedule.py``).

A checkpoint holds all that a resumed run needs, and the moving average of the weights, which is what is exported.
"""

from __future__ import annotations

import copy
import hashlib
import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from training import data, schedule, silver
from training.batches import Batch, Batches, Labels, inventory
from training.losses import distilled, task_losses, total
from training.network import Body, Network, pretrained_folder
from training.schedule import Settings
from training.swaps import Swaps, gazetteer, load_spellings
from twosource.text.pieces import Divider

TAUGHT_SHARE = 6
"""Every so many steps a batch also learns to keep the untouched encoder's sentence vectors."""

TAUGHT_WEIGHT = 4.0
LOG_EVERY = 20


class Run:
    """A network in training, with its optimizer, its average and its clock."""

    def __init__(self, settings: Settings, folder: Path, data_folder: Path, start: Path | None = None) -> None:
        """Read the data and prepare the network; a checkpoint in the folder is taken up again.

        Args:
            settings: the run's settings.
            folder: for the log and the checkpoints; silver names that it holds are learned.
            data_folder: where the sets are.
            start: an earlier run's checkpoint, to begin with its averaged weights; ``None`` begins with MiniLM's.
        """
        torch.set_num_threads(settings.threads)
        torch.manual_seed(settings.seed)
        folder.mkdir(parents=True, exist_ok=True)
        self.settings, self.folder = settings, folder
        sources, spellings, self.data_hash = learned(folder, data_folder)
        self.labels = inventory(sources)
        self.network = Network(self.labels.sizes())
        self.network.body.load_pretrained(pretrained_folder())
        self.network.body.words.requires_grad_(False)
        self.begun = self._begin(start) if start else None
        self.teacher = Body().eval()
        self.teacher.load_pretrained(pretrained_folder())
        self.average = copy.deepcopy(self.network).eval()
        self.optimizer = schedule.optimizer_of(self.network, settings)
        self.step, self.elapsed = 0, 0.0
        self._restore()
        divider = Divider(pretrained_folder() / "tokenizer.json")
        swaps = Swaps(sources, spellings)
        self.batches = Batches(sources, self.labels, divider, swaps, settings.seed + self.step, settings.pieces)

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
            "begun": self.begun,
            "step": self.step,
            "elapsed": self.elapsed,
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }
        schedule.write(state, self.folder)

    def _begin(self, start: Path) -> dict[str, Any]:
        network, labels, record = load_average(start)
        if labels != self.labels:
            raise SystemExit(f"{start} has other labels than the sets: it cannot be taken further")
        self.network.load_state_dict(network.state_dict())
        return {"checkpoint": hashlib.sha256(start.read_bytes()).hexdigest(), **record}

    def _restore(self) -> None:
        state = schedule.restored(self.folder, self.data_hash)
        if state is None:
            return
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.elapsed, self.begun = state["step"], state["elapsed"], state["begun"]


def learned(folder: Path, data_folder: Path) -> tuple[list[data.Source], tuple[str, ...], str]:
    """What a run learns from: the mixture with the run's silver names, and names to put in the place of names.

    Returns:
        The sets, the spellings, and a SHA-256 over all of it.
    """
    sources, found = data.load(data_folder)
    spellings = load_spellings(data_folder)
    digest = hashlib.sha256(repr((found, spellings, list(gazetteer()))).encode())
    file = folder / silver.FILE
    if file.is_file():
        digest.update(file.read_bytes())
    return silver.joined(sources, file), spellings, digest.hexdigest()


def load_average(checkpoint: Path) -> tuple[Network, Labels, dict[str, Any]]:
    """Read what is exported from a checkpoint.

    Returns:
        The averaged network, its labels, and the record of the run (settings, data hash, steps, seconds, what it began
        with).
    """
    state = torch.load(checkpoint, weights_only=True)
    labels = Labels(**{name: tuple(values) for name, values in state["labels"].items()})
    network = Network(labels.sizes())
    network.load_state_dict(state["average"])
    record = {name: state.get(name) for name in ("settings", "data_hash", "step", "elapsed", "begun")}
    return network.eval(), labels, record


def load_blend(checkpoint: Path, start: Path, share: float) -> tuple[Network, Labels, dict[str, Any]]:
    """Read the weights between those that a run began with and those that it ended with.

    What was learned last fits the last sets best; half-way to it, texts of other kinds are read better (Wortsman et al.
    2022).

    Args:
        checkpoint: of the run.
        start: the checkpoint that it began with.
        share: of the run's own weights, from 0 to 1.

    Returns:
        As ``load_average``; the record holds the share.
    """
    network, labels, record = load_average(checkpoint)
    if (record["begun"] or {}).get("checkpoint") != hashlib.sha256(start.read_bytes()).hexdigest():
        raise SystemExit(f"{checkpoint} did not begin with {start}")
    begun = load_average(start)[0].state_dict()
    ended = network.state_dict()
    network.load_state_dict({name: torch.lerp(begun[name], ended[name], share) for name in ended})
    return network, labels, {**record, "share": share}
