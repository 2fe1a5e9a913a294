"""The pair reader's training run: a schedule over time, not steps, as in ``train.py``.

Rates warm up and fall linearly to zero at the end of the minutes given. A checkpoint holds everything that a resumed
run needs, and the moving average of the weights, which is what is exported.
"""

from __future__ import annotations

import copy
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.network import pretrained_folder
from training.pair_batches import PairBatch, PairBatches
from training.pair_data import load_pairs
from training.pair_network import PairNetwork
from twosource.text.pieces import Divider

WARM_UP = 100
AVERAGE = 0.998
AVERAGE_EVERY = 2
LOG_EVERY = 20


@dataclass(frozen=True, slots=True)
class PairSettings:
    """What a run is told; kept in its checkpoints and in the exported reader's record."""

    minutes: float = 72.0
    seed: int = 7
    pieces: int = 2048
    threads: int = 2
    body_rate: float = 1.3e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    checkpoint_minutes: float = 5.0


class PairRun:
    """A reader in training, with its optimizer, its average and its clock."""

    def __init__(self, settings: PairSettings, folder: Path, data_folder: Path) -> None:
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
        self.optimizer = _optimizer(self.network, settings)
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
        warm = min(1.0, (self.step + 1) / WARM_UP) * max(0.0, 1.0 - progress)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * warm
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = self.network(batch.ids, batch.cases, batch.sides, batch.marks, batch.filled)
        loss = allowed_loss(scores, batch.allowed)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        self.seen += len(batch.ids)
        if self.step % AVERAGE_EVERY == 0:
            self._follow()
        return float(loss.detach())

    def _follow(self) -> None:
        # Early on the average must forget the untrained head quickly.
        keep = min(AVERAGE, (1 + self.step) / (20 + self.step)) ** AVERAGE_EVERY
        with torch.no_grad():
            pairs = [
                (mean, new)
                for mean, new in zip(self.average.parameters(), self.network.parameters(), strict=True)
                if new.requires_grad
            ]
            torch._foreach_lerp_([mean for mean, _ in pairs], [new for _, new in pairs], 1.0 - keep)

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
        """Write the checkpoint; the old one stays until the new one is whole."""
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
        self.step, self.elapsed, self.seen = state["step"], state["elapsed"], state["pairs"]


def allowed_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """How far the classes that may be true are from all the probability, in nats a pair."""
    among = scores.masked_fill(~allowed, -1e9)
    return (scores.logsumexp(-1) - among.logsumexp(-1)).mean()


def _optimizer(network: PairNetwork, settings: PairSettings) -> torch.optim.AdamW:
    body = [weight for weight in network.body.parameters() if weight.requires_grad]
    inside = {id(weight) for weight in network.body.parameters()}
    heads = [weight for weight in network.parameters() if id(weight) not in inside]
    groups = [{"params": body, "base": settings.body_rate}, {"params": heads, "base": settings.head_rate}]
    return torch.optim.AdamW(groups, lr=settings.body_rate, betas=(0.9, 0.98), weight_decay=settings.decay, fused=True)


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
