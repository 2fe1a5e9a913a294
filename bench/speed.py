"""How long a user waits: for help, for the first brief, for a brief once warm, and for each stage of it.

Seconds are the processor's (user and system), so that a busy machine does not count; the encoder keeps two threads
busy, so that a user with two free cores waits for less than these figures say.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict

from bench.data import ROOT, report
from twosource import annotate, corroborate, group, link, trace
from twosource.flow import Options, accounts_in, brief, dated

EXAMPLE = str(ROOT / "examples" / "zhelna-port-blast" / "articles")


def main() -> None:
    """Print seconds; the best of three for whole runs."""
    figures = {
        "help": min(_process("--help") for _ in range(3)),
        "brief, cold": min(_process("brief", "--format", "json", EXAMPLE) for _ in range(3)),
    }
    brief([EXAMPLE])
    figures["brief, warm"] = min(_timed(lambda: brief([EXAMPLE])) for _ in range(3))
    figures |= {f"stage {name}": seconds for name, seconds in _stages().items()}
    for name, seconds in figures.items():
        print(f"{name:24}{seconds:8.2f} s")
    ratio = _annotate_to_model()
    print(f"annotate takes {ratio:.2f} times the model alone")
    rounded = {name: round(seconds, 2) for name, seconds in figures.items()}
    report("speed", rounded | {"annotate, times the model alone": round(ratio, 2)})


def _annotate_to_model() -> float:
    """What reading the example with all rules costs, to what its tags, trees and names cost; the best of three."""
    articles, _ = accounts_in([EXAMPLE], Options())
    pipeline = annotate.open_pipeline()
    texts = [text for one in articles for text in (one.text, one.title or "")]
    whole = min(_timed(lambda: list(annotate.annotate(articles, pipeline))) for _ in range(3))
    return whole / min(_timed(lambda: list(pipeline.read(texts))) for _ in range(3))


def _process(*arguments: str) -> float:
    command = [sys.executable, "-m", "twosource", *arguments]
    before = os.times()
    subprocess.run(command, capture_output=True, check=False)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def _timed(work: object) -> float:
    assert callable(work)
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _stages() -> dict[str, float]:
    """Seconds of each stage on the example, warm."""
    spent: dict[str, float] = defaultdict(float)

    def clocked(name: str, work: object) -> object:
        assert callable(work)
        begun = time.process_time()
        result = work()
        spent[name] += time.process_time() - begun
        return result

    articles, _ = clocked("read and clean", lambda: accounts_in([EXAMPLE], Options()))  # type: ignore[misc]
    pipeline = annotate.open_pipeline()
    accounts = clocked("annotate", lambda: list(annotate.annotate(articles, pipeline)))
    stories = clocked("group", lambda: group.group(accounts))  # type: ignore[arg-type]
    for story in stories:  # type: ignore[attr-defined]
        members = [one for one in accounts if one.article.id in story.articles]  # type: ignore[attr-defined]
        members = clocked("dates", lambda members=members: list(dated(members)))
        entities = clocked("link", lambda members=members: link.link(members))
        lineage = clocked("trace", lambda members=members: trace.trace(members))
        clocked(
            "corroborate",
            lambda members=members, entities=entities, lineage=lineage: corroborate.corroborate(
                members, entities, lineage
            ),
        )
    return dict(spent)


if __name__ == "__main__":
    main()
