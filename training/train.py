"""The English model's training run: a schedule over time, not steps (``schedule.py``)."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from training import data, schedule
from training.batches import Batch, Batches, Labels, inventory
from training.exported import reopened
from training.losses import distilled, task_losses, total
from training.network import Body, Network, pretrained_folder
from training.schedule import Settings
from training.taught import Silver
from twosource.text.pieces import Divider

TAUGHT_SHARE = 6
"""Every so many steps a batch also learns to keep the untouched encoder's sentence vectors."""

TAUGHT_WEIGHT = 4.0

FROZEN = "body.words.weight"
"""The embeddings of words: they stay the pretrained ones, which an exported model only has in 8 bits."""


class Run(schedule.Course):
    """The English model in training."""

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        data_folder: Path,
        begin: Path | None = None,
        silver: Path | None = None,
    ) -> None:
        """Read the data and prepare the network; a checkpoint in the folder is taken up again.

        Args:
            settings: the run's settings.
            folder: for the log and the checkpoints.
            data_folder: where the sets are.
            begin: checkpoint of a run, or folder of an exported model, whose weights this one begins with.
            silver: sentences that the teacher read, for a further loss in each step.
        """
        schedule.prepare(settings)
        sources, data_hash = data.load(data_folder)
        self.labels = inventory(sources)
        network = Network(self.labels.sizes())
        network.body.load_pretrained(pretrained_folder())
        network.body.words.requires_grad_(False)
        self.teacher = Body().eval()
        self.teacher.load_pretrained(pretrained_folder())
        if begin:
            weights = opened(begin)[0].state_dict()
            del weights[FROZEN]
            network.load_state_dict(weights, strict=False)
        super().__init__(settings, folder, data_hash, network)
        divider = Divider(pretrained_folder() / "tokenizer.json")
        seed = settings.seed + self.step
        self.batches = Batches(sources, self.labels, divider, seed, settings.pieces)
        self.silver = Silver(silver, divider, seed, settings.pieces) if silver else None

    def _learn(self, batch: Batch, progress: float) -> dict[str, float]:
        schedule.set_rates(self.optimizer, self.step, progress)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.network.body(batch.ids, batch.cases, batch.filled)
            losses = task_losses(self.network, batch, states)
            loss = total(losses)
            if self.silver:
                losses["silver"] = self.silver.loss(self.network)
                loss = loss + losses["silver"]
            if self.step % TAUGHT_SHARE == 0:
                losses["vector"] = self._taught(batch, states)
                loss = loss + TAUGHT_WEIGHT * losses["vector"]
        self._down(loss)
        return {name: float(value.detach()) for name, value in losses.items()}

    def _taught(self, batch: Batch, states: list[torch.Tensor]) -> torch.Tensor:
        with torch.no_grad():
            taught = self.teacher(batch.ids, torch.zeros_like(batch.cases), batch.filled)[-1].float()
            share = batch.filled.float()[:, :, None]
            mean = torch.nn.functional.normalize((taught * share).sum(1) / share.sum(1), dim=-1)
        return distilled(self.network.sentence_vector(states, batch.filled), mean)

    def _record(self) -> dict[str, Any]:
        return {"labels": asdict(self.labels)}


def opened(begin: Path) -> tuple[Network, Labels]:
    """The network and the labels of a run's checkpoint, or of an exported model if a folder is given."""
    return reopened(begin) if begin.is_dir() else load_average(begin)[:2]


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
