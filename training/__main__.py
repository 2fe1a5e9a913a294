"""`python -m training`: make the English model, or take one step of it.

The whole way, from the sets in `../shared/data` (or `TWOSOURCE_DATA`) to the package data:

    python -m training all --run training/runs/en --minutes 80

or from a model that is there to a better one, with silver names that it reads itself (``silver.py``):

    python -m training full
    python -m training silver --teacher training/runs/en/full --run training/runs/en-2
    python -m training all --start training/runs/en/checkpoint.pt --run training/runs/en-2 --body-rate 7e-5 --share 0.5

`train` can be stopped and started again: it takes up the last checkpoint in its folder. `export` writes the model from
whatever checkpoint there is; `full` writes the same in 32 bits, and the encoder that training began with, into
`RUN/full`: `bench.english` compares with them.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

# Idle threads must sleep: two busy-waiting pools on two cores cost a third of the speed. OpenMP reads this when
# torch loads.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "1000")

MODEL = Path(__file__).parents[1] / "src" / "twosource" / "resources" / "en" / "model"
DATA = Path(os.environ.get("TWOSOURCE_DATA", Path(__file__).parents[2] / "shared" / "data"))


def main() -> None:
    """Read the command line and run the steps."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__.splitlines()[0])
    parser.add_argument("step", nargs="?", default="all", choices=("train", "export", "full", "silver", "all"))
    parser.add_argument("--run", type=Path, default=Path("training/runs/en"), help="folder of the log and checkpoints")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the sets, packed or unpacked")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder that the exported files go to")
    parser.add_argument("--minutes", type=float, default=80.0, help="training time; rates fall to zero at its end")
    parser.add_argument("--pieces", type=int, default=1280, help="pieces in a batch")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, help="an earlier run's checkpoint, to begin with its averaged weights")
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the run's weights in what is exported; the rest is from --start"
    )
    parser.add_argument("--body-rate", type=float, default=1.3e-4, help="highest learning rate of the encoder's body")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="highest learning rate of its heads")
    parser.add_argument("--teacher", type=Path, help="folder of the model that reads the silver names; else --model")
    given = parser.parse_args()
    if given.step in ("train", "all"):
        from training.schedule import Settings
        from training.train import Run

        rates = {"body_rate": given.body_rate, "head_rate": given.head_rate}
        settings = Settings(given.minutes, given.seed, given.pieces, given.threads, **rates)
        Run(settings, given.run, given.data, given.start).train()
    if given.step in ("export", "all"):
        from training.export import export, loader

        load = loader(given.run / "checkpoint.pt", given.start, given.share)
        export(load, given.model, given.data, "python -m training " + " ".join(sys.argv[1:]))
    if given.step == "silver":
        from training import data, silver
        from twosource.annotate.encoder import Encoder

        given.run.mkdir(parents=True, exist_ok=True)
        teacher = Encoder.load(given.teacher or given.model, given.threads)
        silver.write(data.load(given.data)[0], teacher, given.run / silver.FILE)
    if given.step == "full":
        from training.export import export_full, loader

        export_full(loader(given.run / "checkpoint.pt", given.start, given.share), given.run / "full", given.data)


if __name__ == "__main__":
    main()
