"""Text that nobody wrote to be read: what it costs the English pipeline, and that every offset stays exact.

    python -m bench.english_hostile [--words 100000]

One sentence of so many words, a tenth as many sentences, and a fifth as many words of every other kind. Each is read at
a quarter of its size and at its size, so that a cost that grows faster than the text shows. Time is that of the
processor, so that a busy machine does not count; memory is the process's peak.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable

from bench.data import report
from twosource.annotate import Pipeline, open_pipeline
from twosource.model.reading import Reading

LONG = ("one sentence", "ten words a sentence")
"""The kinds that are read at full size; the others show what they cost at a fifth of it."""

KINDS: dict[str, Callable[[int], str]] = {
    "one sentence": lambda words: "the ferry left Ostrel and " * (words // 5),
    "ten words a sentence": lambda words: "The harbour of Ostrel closed on Monday, Ida Holm said. " * (words // 10),
    "other names in every sentence": lambda words: " ".join(
        f"Ostrel{number} Holm of Lomna{number} left." for number in range(words // 5)
    ),
    "no blanks": lambda words: "harbour" * words,
    "no blanks, with stops": lambda words: "harbour.wall-" * (words // 2),
    "emoji": lambda words: "🚢🏽👩‍👩‍👧‍👦 " * words,
    "combining marks": lambda words: ("e" + "\u0301" * 5 + " ") * words,
    "right to left": lambda words: "ميناء \u202eנמל\u202c " * (words // 2),
    "control characters": lambda words: "ferry\x00\x07\x1b[0m\u200b " * words,
    "capitals and brackets": lambda words: "((OSTREL “[" * words,
    "stops": lambda words: "A . " * words,
    "quotation marks": lambda words: "“" * words,
}


def check(reading: Reading, text: str) -> None:
    """What holds for every reading.

    Raises:
        AssertionError: It does not.
    """
    assert reading.text == text
    assert all(token.span.of(text) == token.text for token in reading.tokens)
    assert all(name.span.of(text) == name.text for name in reading.names)
    assert all(0 <= token.head < len(reading.tokens) for token in reading.tokens)


def measured(pipeline: Pipeline, text: str) -> float:
    """Seconds of the processor to read a text; its offsets are checked."""
    begun = time.process_time()
    reading = next(iter(pipeline.read([text])))
    spent = time.process_time() - begun
    check(reading, text)
    return spent


def main() -> None:
    """Print the table and write it."""
    parser = argparse.ArgumentParser(prog="python -m bench.english_hostile")
    parser.add_argument("--words", type=int, default=100_000, help="about so many words of each kind")
    size: int = parser.parse_args().words
    pipeline = open_pipeline()
    measured(pipeline, "The harbour of Ostrel closed.")
    figures: dict[str, dict[str, float]] = {}
    for kind, make in KINDS.items():
        words = size if kind in LONG else size // 5
        quarter, whole = (measured(pipeline, make(share)) for share in (words // 4, words))
        figures[kind] = {"words": words, "seconds, a quarter": round(quarter, 2), "seconds": round(whole, 2)}
        print(f"{kind:32}{quarter:10.2f} s{whole:10.2f} s", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak} MB")
    report("english_hostile", {"processor time": figures, "peak memory, MB": peak})


if __name__ == "__main__":
    main()
