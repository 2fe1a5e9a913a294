"""Two reports on one matter: did both retell one official release, did one copy the other, or neither?

Twenty-four invented matters in ``bench/retellings``, each with an official release and two reports, by somebody who
had not seen the program. In twelve both reports were written from the release, four of them close to its words; in
eight one was made from the other, in four each from interviews of its own. What was true was written down first, and
the first run stands in ``docs/design/007-lineage.md``. Told once without the release, and once with it among the
accounts.
"""

from __future__ import annotations

import io
import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.data import report
from twosource.flow import brief
from twosource.model.dossier import Dossier

FOLDER = Path(__file__).resolve().parent / "retellings"
SIDES = ("a", "b")
RELEASE = "release"

Case = dict[str, Any]


def main() -> None:
    """Print what is said of the two reports of each kind, and write it down."""
    cases = tomllib.loads((FOLDER / "truth.toml").read_text(encoding="utf-8"))["case"]
    figures = {}
    for name, parts in (("without the release", SIDES), ("with the release", (RELEASE, *SIDES))):
        told = Counter((_kind(case), said(_told(case, parts), case)) for case in cases)
        figures[name] = {f"{kind}: {what}": number for (kind, what), number in sorted(told.items())}
        print(name)
        for line, number in figures[name].items():
            print(f"  {line:50}{number:3}")
    report("releases", figures)


def said(dossier: Dossier, case: Case) -> str:
    """What a dossier says of the two reports of a case."""
    copies = {(copy.earlier, copy.later) for story in dossier.stories for copy in story.lineage.copies}
    pair = tuple(_name(case, side) for side in SIDES)
    if pair in copies or pair[::-1] in copies:
        if "source" not in case:
            return "a copy"
        right = (_name(case, case["source"]), _name(case, case["copy"])) in copies
        return "a copy, the right way round" if right else "a copy, turned round"
    if all((RELEASE, name) in copies for name in pair):
        return "both from the release"
    origins = sum(story.lineage.independent_origins.min for story in dossier.stories)
    return "left open" if origins < len(dossier.articles) else "independent"


def _kind(case: Case) -> str:
    return f"{case['relation']}, close" if case.get("close") else str(case["relation"])


def _told(case: Case, parts: tuple[str, ...]) -> Dossier:
    return brief(["-"], stdin=io.BytesIO("\n".join(_lines(case, parts)).encode()))


def _lines(case: Case, parts: tuple[str, ...]) -> Iterator[str]:
    for part in parts:
        text = (FOLDER / case["id"] / f"{part}.txt").read_text(encoding="utf-8")
        title, _, body = text.partition("\n") if part != RELEASE else ("", "", text)
        outlet = case["outlets"].get(part)
        line = {"id": _name(case, part), "title": title, "text": body, "outlet": outlet}
        yield json.dumps(line | {"published": str(case["dates"][part])})


def _name(case: Case, part: str) -> str:
    return part if part == RELEASE else f"{case['id']}{part}"


if __name__ == "__main__":
    main()
