"""`python -m training.pair_reader`: make the pair reader, or take one step of it.

The whole way, from the sets in `../shared/data` (or `TWOSOURCE_DATA`) to the package data:

    python -m training.pair_reader all --run training/runs/reader --minutes 72

`train` can be stopped and started again: it takes up the last checkpoint in its folder. `export` writes the reader from
whatever checkpoint there is.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

# As in __main__.py: idle threads must sleep, and OpenMP reads this when torch loads.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "1000")

READER = Path(__file__).parents[1] / "src" / "twosource" / "resources" / "en" / "reader"
DATA = Path(os.environ.get("TWOSOURCE_DATA", Path(__file__).parents[2] / "shared" / "data"))


def main() -> None:
    """Read the command line and run the steps."""
    parser = argparse.ArgumentParser(prog="python -m training.pair_reader", description=__doc__.splitlines()[0])
    parser.add_argument("step", nargs="?", default="all", choices=("train", "export", "all"))
    parser.add_argument("--run", type=Path, default=Path("training/runs/reader"), help="folder of log and checkpoints")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the sets, packed or unpacked")
    parser.add_argument("--reader", type=Path, default=READER, help="folder that the exported files go to")
    parser.add_argument("--minutes", type=float, default=72.0, help="training time; rates fall to zero at its end")
    parser.add_argument("--pieces", type=int, default=2048, help="pieces in a batch")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    if given.step in ("train", "all"):
        from training.pair_train import PairRun
        from training.schedule import Settings

        settings = Settings(minutes=given.minutes, seed=given.seed, pieces=given.pieces, threads=given.threads)
        PairRun(settings, given.run, given.data).train()
    if given.step in ("export", "all"):
        from training.pair_export import export_reader

        command = "python -m training.pair_reader " + " ".join(sys.argv[1:])
        export_reader(given.run / "checkpoint.pt", given.reader, command)


if __name__ == "__main__":
    main()
