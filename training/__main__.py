"""`python -m training`: make the English model, or take one step of it.

`make model` goes the whole way, from the sets in `../shared/data` (or `TWOSOURCE_DATA`) to the package data; see
docs/model.md. `train` and `teacher` can be stopped and started again: they take up the last checkpoint in their folder.
`silver` writes what a teacher reads to `--silver`. `export` writes the model from whatever checkpoint there is, with
`--from` and `--mean` its mean with what the run began with; `full` writes the same in 32 bits, and the encoder that
training began with, into `RUN/full`: `bench.english_bits` and `bench.english` compare with them.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.schedule import Settings

# Idle threads must sleep: two busy-waiting pools on two cores cost a third of the speed. OpenMP reads this when
# torch loads.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "1000")

MODEL = Path(__file__).parents[1] / "src" / "twosource" / "resources" / "en" / "model"
DATA = Path(os.environ.get("TWOSOURCE_DATA", Path(__file__).parents[2] / "shared" / "data"))
TEACHER_RATE = 7e-5
CONTINUED = 0.75
"""The part of the rates with which a run goes on from another."""


def main() -> None:
    """Read the command line and run the steps."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__.splitlines()[0])
    parser.add_argument("step", choices=("train", "teacher", "silver", "export", "full"))
    parser.add_argument("--run", type=Path, default=Path("training/runs/en"), help="folder of the log and checkpoints")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the sets, packed or unpacked")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder that the exported files go to")
    parser.add_argument("--minutes", type=float, default=80.0, help="training time; rates fall to zero at its end")
    parser.add_argument("--pieces", type=int, default=1280, help="pieces in a batch")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--from", dest="begin", type=Path, help="checkpoint or exported model to begin with, at lower rates"
    )
    parser.add_argument("--mean", type=float, default=1.0, help="share of the run in the exported mean with --from")
    parser.add_argument("--silver", type=Path, help="sentences that the teacher read")
    parser.add_argument("--weights", type=Path, help="folder of the teacher's pretrained weights")
    given = parser.parse_args()
    _teach(given)
    if given.step == "train":
        from training.train import Run

        Run(_settings(given), given.run, given.data, given.begin, given.silver).train()
    if given.step in ("export", "full"):
        _export(given)


def _export(given: argparse.Namespace) -> None:
    from training.export import Made, export, export_full

    made = Made(given.run / "checkpoint.pt", given.begin, given.mean)
    if given.step == "full":
        export_full(made, given.run / "full", given.data)
    else:
        export(made, given.model, given.data, "python -m training " + " ".join(sys.argv[1:]))


def _teach(given: argparse.Namespace) -> None:
    if given.step == "teacher":
        from training.teacher import Lessons

        Lessons(_settings(given), given.run, given.data, given.weights).train()
    if given.step == "silver":
        from training.silver import make

        make(given.run / "checkpoint.pt", given.begin, given.silver, given.data, given.seed, given.threads)


def _settings(given: argparse.Namespace) -> Settings:
    from training.schedule import Settings

    rates = Settings()
    part = CONTINUED if given.begin else 1.0
    return Settings(
        minutes=given.minutes,
        seed=given.seed,
        pieces=given.pieces,
        threads=given.threads,
        body_rate=TEACHER_RATE if given.step == "teacher" else part * rates.body_rate,
        head_rate=part * rates.head_rate,
    )


if __name__ == "__main__":
    main()
