"""What the two training runs share: the schedule of the rates, the optimizer, the moving average, the checkpoint.

Rates warm up over ``WARM_UP`` steps and fall linearly to zero at the end of the time given, so that a run ends when it
was told to on any machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import Tensor, nn

WARM_UP = 100
AVERAGE = 0.998
AVERAGE_EVERY = 2


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


def follow(average: Trained, network: Trained, step: int) -> None:
    """Move the average towards the network, every ``AVERAGE_EVERY`` steps; fast at first, to forget untrained heads."""
    if step % AVERAGE_EVERY:
        return
    keep = min(AVERAGE, (1 + step) / (20 + step)) ** AVERAGE_EVERY
    with torch.no_grad():
        pairs = [
            (mean, new)
            for mean, new in zip(average.parameters(), network.parameters(), strict=True)
            if new.requires_grad
        ]
        torch._foreach_lerp_([mean for mean, _ in pairs], [new for _, new in pairs], 1.0 - keep)


def write(state: dict[str, Any], folder: Path) -> None:
    """Write the checkpoint; the old one stays until the new one is whole."""
    torch.save(state, folder / "checkpoint.new")
    (folder / "checkpoint.new").replace(folder / "checkpoint.pt")


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
