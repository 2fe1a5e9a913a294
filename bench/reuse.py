"""Finding reuse among many articles: speed, recall and memory of the candidates, and the verification behind them.

An archive of made-up prose with planted copies (word by word edited, cut, merged); each method runs in a process of its
own, so that its memory is its own. datasketch and rensa (if it is installed) are what a user would pick.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from bench.data import report

METHODS = ("twosource", "rensa", "datasketch")
COPIES = ("edited-30-words", "edited-10-words", "cut", "merged")
SHARE_OF_COPIES = 0.1
_Pairs = set[tuple[int, int]]


def archive(size: int) -> tuple[list[str], list[tuple[int, int, str]]]:
    """Texts, and the planted pairs with their kind. Words follow Zipf's law, as in running text; sentences vary.

    Returns:
        The texts, and for each copy its place, its source's place and how it was made.
    """
    chance = random.Random(7)
    vocabulary = [_word(chance) for _ in range(30_000)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    sizes = [chance.randint(200, 600) for _ in range(int(size * (1 - SHARE_OF_COPIES)))]
    words = chance.choices(vocabulary, weights, k=sum(sizes))
    texts, at = [], 0
    for length in sizes:
        texts.append(words[at : at + length])
        at += length
    planted = []
    for number in range(size - len(texts)):
        kind = COPIES[number % len(COPIES)]
        one, other = chance.randrange(len(sizes)), chance.randrange(len(sizes))
        planted += [(len(texts), source, kind) for source in ((one, other) if kind == "merged" else (one,))]
        texts.append(_copy(kind, texts[one], texts[other], chance))
    return [" ".join(text) for text in texts], planted


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))


def _copy(kind: str, text: list[str], other: list[str], chance: random.Random) -> list[str]:
    if kind == "cut":
        return text[: len(text) // 2]
    if kind == "merged":
        return text[: len(text) // 2] + other[len(other) // 2 :]
    share = 0.3 if kind == "edited-30-words" else 0.1
    return [_word(chance) if chance.random() < share else word for word in text]


def by_twosource(texts: list[str]) -> _Pairs:
    """Our sketch, before verification."""
    from twosource.text.words import codes
    from twosource.trace.sketch import candidates

    return {(int(one), int(other)) for one, other in candidates([codes(text) for text in texts])}


def by_datasketch(texts: list[str]) -> _Pairs:
    """MinHash LSH at 0.5, 128 permutations, shingles of five words."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=128)
    found: _Pairs = set()
    for place, text in enumerate(texts):
        words = text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[at : at + 5]).encode() for at in range(len(words) - 4)])
        found.update((other, place) for other in index.query(sketch))
        index.insert(place, sketch)
    return found


def by_rensa(texts: list[str]) -> _Pairs:
    """The same in Rust."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    found: _Pairs = set()
    for place, text in enumerate(texts):
        words = text.lower().split()
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update([" ".join(words[at : at + 5]) for at in range(len(words) - 4)])
        found.update((other, place) for other in index.query(sketch))
        index.insert(place, sketch)
    return found


def verified(texts: list[str], pairs: _Pairs) -> tuple[_Pairs, float]:
    """Pairs with exact shared passages, and how many pairs a second were aligned."""
    from twosource.text.align import passages
    from twosource.text.words import codes
    from twosource.trace.thresholds import REUSE_SHARE, REUSE_WORDS

    known = {place: codes(texts[place]) for place in sorted({place for pair in pairs for place in pair})}
    kept: _Pairs = set()
    begun = time.process_time()
    for one, other in sorted(pairs):
        shared = sum(passage.words for passage in passages(known[one], known[other]))
        smaller = min(len(known[one]), len(known[other]))
        if shared >= max(REUSE_WORDS, REUSE_SHARE * smaller):
            kept.add((one, other))
    return kept, len(pairs) / max(time.process_time() - begun, 1e-9)


def aligned_a_second(pairs: int = 300) -> float:
    """Exact alignments a second, on one core, of two texts of 600 words of which one is the other, 30 % edited."""
    from twosource.text.align import passages
    from twosource.text.words import codes

    chance = random.Random(3)
    vocabulary = [_word(chance) for _ in range(5_000)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    texts = [chance.choices(vocabulary, weights, k=600) for _ in range(pairs)]
    made = [(codes(" ".join(text)), codes(" ".join(_copy("edited-30-words", text, text, chance)))) for text in texts]
    begun = time.process_time()
    for left, right in made:
        passages(left, right)
    return pairs / (time.process_time() - begun)


def measure(method: str, size: int) -> dict[str, Any]:
    """One method on one archive, in this process."""
    texts, planted = archive(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    run: Callable[[list[str]], _Pairs] = {"twosource": by_twosource, "rensa": by_rensa, "datasketch": by_datasketch}[
        method
    ]
    begun = time.process_time()
    found = run(texts)
    seconds = time.process_time() - begun
    figures = {"documents per CPU-second": round(size / seconds), "memory MB": round(_memory(before))} | _quality(
        found, planted
    )
    if method == "twosource":
        kept, speed = verified(texts, found)
        figures["after verification"] = _quality(kept, planted)
        figures["candidates verified a second"] = round(speed)
    return figures


def _memory(before: int) -> float:
    """Megabytes that the method took on top of the texts."""
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def _quality(found: _Pairs, planted: list[tuple[int, int, str]]) -> dict[str, Any]:
    roots: dict[int, set[int]] = {}
    for copy, source, _ in planted:
        roots.setdefault(copy, set()).add(source)
    related = sum(1 for one, other in found if roots.get(one, {one}) & roots.get(other, {other}))
    recall = {
        kind: sum((min(pair), max(pair)) in found for pair in ((c, s) for c, s, made in planted if made == kind))
        / max(1, sum(made == kind for *_, made in planted))
        for kind in COPIES
    }
    return {"pairs": len(found), "precision": related / max(1, len(found)), "recall": recall}


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, nargs="+", default=[10_000])
    parser.add_argument("--only", choices=METHODS, help="one method, in this process, as JSON")
    chosen = parser.parse_args()
    if chosen.only:
        print(json.dumps(measure(chosen.only, chosen.size[0])))
        return
    figures: dict[str, Any] = {"alignments a second of 600 words, one core": round(aligned_a_second())}
    print(figures)
    for size in chosen.size:
        for method in METHODS:
            command = [sys.executable, "-m", "bench.reuse", "--only", method, "--size", str(size)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            lines = done.stdout.strip().splitlines()
            result = json.loads(lines[-1]) if done.returncode == 0 and lines else {"failed": done.stderr[-200:]}
            figures[f"{method}, {size} documents"] = result
            print(f"{method}, {size} documents: {json.dumps(result)}", flush=True)
    report("reuse", figures)


if __name__ == "__main__":
    main()
