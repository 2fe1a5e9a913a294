"""Reports on one incident, pair by pair, against a person's reading of both texts.

Half of the pairs in ``bench/labels/lineage-judged.toml`` were drawn from those that were called copies, half from the
others. What should be called a copy is one text under two names; a newsroom's own follow-up is one voice, and either a
copy or an open tie does it justice; two newsrooms that retell one official account should be left open; and all else
kept apart, or at most left open. Where the release itself is one of the two, the other has it from there. The reports
are read with all that the program reads, for whom they cite tells much of where they have it from. Pairs with
``kept = true``, ``fresh = true`` and ``blind = true`` were drawn after the rules were made, from other incidents.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from bench.accounts import incidents
from bench.data import report
from twosource.annotate import annotate, open_pipeline
from twosource.model.reading import Annotated
from twosource.trace import trace

LABELS = Path(__file__).parent / "labels" / "lineage-judged.toml"
RIGHT = {
    "copy": {"copy", "version"},
    "newsroom": {"copy", "version", "unclear"},
    "release": {"unclear"},
    "told": {"copy", "version", "unclear"},
    "apart": {"apart", "unclear"},
}
ONE_VOICE = ("copy", "newsroom", "told")
SAMPLES = {
    "read to find causes": "",
    "read afterwards": "kept",
    "read once, from other incidents": "fresh",
    "read once and blind, between outlets": "blind",
}


def called(left: Annotated, right: Annotated) -> str:
    """What a pair is called when it is traced alone."""
    lineage = trace([left, right])
    if lineage.versions:
        return "version"
    if lineage.copies:
        return "copy"
    return "unclear" if any(origin.unclear for origin in lineage.origins) else "apart"


def figures(pairs: list[dict[str, Any]], found: list[str]) -> dict[str, Any]:
    """How the calls agree with the verdicts."""
    table: dict[str, Counter[str]] = {verdict: Counter() for verdict in RIGHT}
    for pair, name in zip(pairs, found, strict=True):
        table[pair["verdict"]][name] += 1
    copies = {verdict: count["copy"] + count["version"] for verdict, count in table.items()}
    right = sum(count[name] for verdict, count in table.items() for name in RIGHT[verdict])
    return {
        "pairs": len(pairs),
        "called": {verdict: dict(sorted(count.items())) for verdict, count in table.items()},
        "of those called copies, one voice": sum(copies[one] for one in ONE_VOICE) / max(1, sum(copies.values())),
        "of copies, called so": copies["copy"] / max(1, table["copy"].total()),
        "of retold releases, left open": table["release"]["unclear"] / max(1, table["release"].total()),
        "right": right / max(1, len(pairs)),
    }


def main() -> None:
    """Measure, print, write."""
    documents = {one.id: one for one in incidents()}
    pairs = tomllib.loads(LABELS.read_text(encoding="utf-8"))["pair"]
    wanted = sorted({pair[side] for pair in pairs for side in ("left", "right")})
    articles = [documents[name].article for name in wanted]
    readings = {one.article.id: one for one in annotate(articles, open_pipeline())}
    found = [called(readings[pair["left"]], readings[pair["right"]]) for pair in pairs]
    results = {}
    for name, mark in SAMPLES.items():
        chosen = [
            place for place, pair in enumerate(pairs) if mark == next(filter(pair.get, ("kept", "fresh", "blind")), "")
        ]
        results[name] = figures([pairs[place] for place in chosen], [found[place] for place in chosen])
        print(name)
        for key, value in results[name].items():
            print(f"  {key:36s} {value}")
    report("lineage_judged", results)


if __name__ == "__main__":
    main()
