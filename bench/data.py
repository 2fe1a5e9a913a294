"""Where the benches find their labelled data: archives that are no part of the project.

``TWOSOURCE_DATA`` names the folder of archives, else ``../shared/data`` beside the checkout. Each archive is unpacked
once, into a temporary folder of the user's.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ARCHIVES = Path(os.environ.get("TWOSOURCE_DATA") or ROOT.parent / "shared" / "data")
RESULTS = Path(__file__).resolve().parent / "results"


def dataset(name: str) -> Path:
    """The unpacked folder of the set ``name``.

    Raises:
        SystemExit: The archive is not there.
    """
    archive = ARCHIVES / f"{name}.tar.gz"
    if not archive.is_file():
        sys.exit(f"no {archive}: set TWOSOURCE_DATA to the folder of the labelled sets")
    folder = Path(tempfile.gettempdir()) / "twosource-bench" / f"{name}-{archive.stat().st_size}"
    if not folder.is_dir():
        partial = Path(tempfile.mkdtemp(dir=_made(folder.parent)))
        with tarfile.open(archive) as tar:
            tar.extractall(partial, filter="data")
        partial.rename(folder)
    inner = [entry for entry in folder.iterdir() if entry.is_dir()]
    return inner[0] if len(inner) == 1 else folder


def report(stage: str, figures: dict[str, Any]) -> None:
    """Write a stage's figures to ``bench/results/<stage>.json``, with the command that made them and its options."""
    path = _made(RESULTS) / f"{stage}.json"
    table = {"command": shlex.join(["python", "-m", f"bench.{stage}", *sys.argv[1:]]), **figures}
    path.write_text(json.dumps(table, indent=2, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
