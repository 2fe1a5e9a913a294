"""The training run: a schedule over time, not steps, so that it ends when it was told to on any machine.

Rates warm up over 100 steps and fall linearly to zero at the end of the minutes given. A checkpoint holds everything
that a resumed run needs, and the moving average of the weights, which is what is exported.
"""

from __future__ import annotations

import copy
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from training import data
from training.batches import Batch, Batches, Labels, inventory
from training.losses import distilled, task_losses, total
from training.network import Body, Network, pretrained_folder
from twosource.text.pieces import Divider

WARM_UP = 100
AVERAGE = 0.998
AVERAGE_EVERY = 2
TAUGHT_SHARE = 6
"""Every so many steps a batch also learns to keep the untouched encoder's sentence vectors."""

TAUGHT_WEIGHT = 4.0
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
        self.optimizer = _optimizer(self.network, settings)
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
        warm = min(1.0, (self.step + 1) / WARM_UP) * max(0.0, 1.0 - progress)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * warm
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.network.body(batch.ids, batch.cases, batch.filled)
            losses = task_losses(self.network, batch, states)
            loss = total(losses)
            if self.step % TAUGHT_SHARE == 0:
                losses["vector"] = self._taught(batch, states)
                loss = loss + TAUGHT_WEIGHT * losses["vector"]
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        if self.step % AVERAGE_EVERY == 0:
            self._follow()
        return {name: float(value.detach()) for name, value in losses.items()}

    def _taught(self, batch: Batch, states: list[torch.Tensor]) -> torch.Tensor:
        with torch.no_grad():
            taught = self.teacher(batch.ids, torch.zeros_like(batch.cases), batch.filled)[-1].float()
            share = batch.filled.float()[:, :, None]
            mean = torch.nn.functional.normalize((taught * share).sum(1) / share.sum(1), dim=-1)
        return distilled(self.network.sentence_vector(states, batch.filled), mean)

    def _follow(self) -> None:
        # Early on the average must forget the untrained heads quickly.
        keep = min(AVERAGE, (1 + self.step) / (20 + self.step)) ** AVERAGE_EVERY
        with torch.no_grad():
            pairs = [
                (mean, new)
                for mean, new in zip(self.average.parameters(), self.network.parameters(), strict=True)
                if new.requires_grad
            ]
            torch._foreach_lerp_([mean for mean, _ in pairs], [new for _, new in pairs], 1.0 - keep)

    def _log(self, sums: dict[str, list[float]]) -> None:
        means = {name: round(sum(values) / len(values), 4) for name, values in sorted(sums.items())}
        line = {"step": self.step, "minutes": round(self.elapsed / 60, 2), "losses": means}
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")

    def save(self) -> None:
        """Write the checkpoint; the old one stays until the new one is whole."""
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
        torch.save(state, self.folder / "checkpoint.new")
        (self.folder / "checkpoint.new").replace(self.folder / "checkpoint.pt")

    def _restore(self) -> None:
        file = self.folder / "checkpoint.pt"
        if not file.exists():
            return
        state = torch.load(file, weights_only=True)
        if state["data_hash"] != self.data_hash:
            raise SystemExit(f"{file} was trained on other data ({state['data_hash'][:12]}); give another --run folder")
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.elapsed = state["step"], state["elapsed"]


def _optimizer(network: Network, settings: Settings) -> torch.optim.AdamW:
    body = [weight for weight in network.body.parameters() if weight.requires_grad]
    inside = {id(weight) for weight in network.body.parameters()}
    heads = [weight for weight in network.parameters() if id(weight) not in inside]
    groups = [{"params": body, "base": settings.body_rate}, {"params": heads, "base": settings.head_rate}]
    return torch.optim.AdamW(groups, lr=settings.body_rate, betas=(0.9, 0.98), weight_decay=settings.decay, fused=True)


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
