"""What the training runs share: the schedule of the rates, the optimizer, the average, the clock, the checkpoint.

Rates warm up over ``WARM_UP`` steps and fall linearly to zero at the end of the time given, so that a run ends when it
was told to on any machine.
"""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import Tensor, nn

WARM_UP = 100
AVERAGE = 0.998
AVERAGE_EVERY = 2
LOG_EVERY = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told; kept in its checkpoints and in the exported model's record."""

    minutes: float = 80.0
    seed: int = 7
    pieces: int = 1024
    threads: int = 2
    body_rate: float = 1.3e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    checkpoint_minutes: float = 5.0


class Trained(Protocol):
    """A network whose body learns at another rate than its heads."""

    body: nn.Module

    def parameters(self) -> Any: ...


def optimizer_of(network: Trained, settings: Settings) -> torch.optim.AdamW:
    """AdamW over what is not frozen, body and heads at their own rates."""
    body = [weight for weight in network.body.parameters() if weight.requires_grad]
    inside = {id(weight) for weight in network.body.parameters()}
    heads = [weight for weight in network.parameters() if id(weight) not in inside]
    groups = [{"params": body, "base": settings.body_rate}, {"params": heads, "base": settings.head_rate}]
    return torch.optim.AdamW(groups, lr=settings.body_rate, betas=(0.9, 0.98), weight_decay=settings.decay, fused=True)


def set_rates(optimizer: torch.optim.Optimizer, step: int, progress: float) -> None:
    """Set each group's rate.

    Args:
        optimizer: Of the run.
        step: Number of the step, from 0.
        progress: Part of the time that is spent.
    """
    warm = min(1.0, (step + 1) / WARM_UP) * max(0.0, 1.0 - progress)
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * warm


def update(network: Trained, optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    """One step down the loss, with gradients clipped at 1."""
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()


def follow(average: Trained, network: Trained, step: int, most: float = AVERAGE) -> None:
    """Move the average towards the network, every ``AVERAGE_EVERY`` steps; fast at first, to forget untrained heads."""
    if step % AVERAGE_EVERY:
        return
    keep = min(most, (1 + step) / (20 + step)) ** AVERAGE_EVERY
    with torch.no_grad():
        pairs = [
            (mean, new)
            for mean, new in zip(average.parameters(), network.parameters(), strict=True)
            if new.requires_grad
        ]
        torch._foreach_lerp_([mean for mean, _ in pairs], [new for _, new in pairs], 1.0 - keep)


class Course:
    """A network in training, with its optimizer, its average and its clock.

    Those that build on it say what is learned from a batch (``_learn``) and what else a checkpoint holds (``_record``).
    A checkpoint holds all that a resumed run needs, and the moving average of the weights, which is what is exported.

    Attributes:
        batches: an endless stream of what ``_learn`` takes.
    """

    batches: Iterable[Any]

    def __init__(self, settings: Settings, folder: Path, data_hash: str, network: Any) -> None:
        """Take up the folder's checkpoint, if there is one.

        Args:
            settings: the run's settings.
            folder: for the log and the checkpoints.
            data_hash: of the data that it learns from.
            network: as it begins.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.settings, self.folder, self.data_hash, self.network = settings, folder, data_hash, network
        self.average = copy.deepcopy(network).eval()
        self.optimizer = optimizer_of(network, settings)
        self.step, self.elapsed = 0, 0.0
        self.resumed = restored(folder, data_hash)
        if self.resumed:
            self.step, self.elapsed = self.resumed["step"], self.resumed["elapsed"]
            for part in ("network", "average", "optimizer"):
                getattr(self, part).load_state_dict(self.resumed.pop(part))

    def train(self) -> None:
        """Train until the minutes are spent, saving on the way."""
        limit, saved, before = self.settings.minutes * 60.0, self.elapsed, time.monotonic()
        sums: dict[str, list[float]] = {}
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

    def _learn(self, batch: Any, progress: float) -> dict[str, float]:
        raise NotImplementedError

    def _record(self) -> dict[str, Any]:
        raise NotImplementedError

    def _down(self, loss: Tensor, keep: float = AVERAGE) -> None:
        update(self.network, self.optimizer, loss)
        self.step += 1
        follow(self.average, self.network, self.step, keep)

    def _log(self, sums: dict[str, list[float]]) -> None:
        means = {name: round(sum(values) / len(values), 4) for name, values in sorted(sums.items())}
        line = {"step": self.step, "minutes": round(self.elapsed / 60, 2), "losses": means}
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")

    def save(self) -> None:
        """Write the checkpoint; the old one stays until the new one is whole."""
        state = {"settings": asdict(self.settings), "data_hash": self.data_hash, **self._record()}
        state |= {"step": self.step, "elapsed": self.elapsed}
        state |= {part: getattr(self, part).state_dict() for part in ("network", "average", "optimizer")}
        torch.save(state, self.folder / "checkpoint.new")
        (self.folder / "checkpoint.new").replace(self.folder / "checkpoint.pt")


def prepare(settings: Settings) -> None:
    """Set the threads, and the seed that everything drawn comes from."""
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)


def restored(folder: Path, data_hash: str) -> dict[str, Any] | None:
    """The folder's checkpoint, if there is one.

    Raises:
        SystemExit: It was trained on other data.
    """
    file = folder / "checkpoint.pt"
    if not file.exists():
        return None
    state: dict[str, Any] = torch.load(file, weights_only=True)
    if state["data_hash"] != data_hash:
        raise SystemExit(f"{file} was trained on other data ({state['data_hash'][:12]}); give another --run folder")
    return state
