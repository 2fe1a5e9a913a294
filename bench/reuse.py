"""Finding reuse among many articles: speed, recall and memory of the candidates, and the verification behind them.

The archive is :mod:`bench.archive`'s; each method reads it in a process of its own, so that its memory is its own.
datasketch and rensa (where installed) are what a user would pick. ``--documents 10000 30000 100000`` shows how the
cost grows; ``--methods`` leaves the slow ones out.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from bench.archive import COPIES, Planted, planted, texts
from bench.data import report

METHODS = ("twosource", "rensa", "datasketch")
CORES = 2
SLOW = {"datasketch": 30_000}
"""Methods that would take an hour beyond so many documents."""
_Pairs = set[tuple[int, int]]


def by_twosource(texts: Iterable[str]) -> _Pairs:
    """Our sketch, before verification."""
    from twosource.text.words import codes
    from twosource.trace.sketch import candidates

    return {(int(one), int(other)) for one, other in candidates([codes(text) for text in texts])}


def by_datasketch(texts: Iterable[str]) -> _Pairs:
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


def by_rensa(texts: Iterable[str]) -> _Pairs:
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


def verified(texts: Iterable[str], pairs: _Pairs) -> tuple[_Pairs, float]:
    """Pairs with exact shared passages, and how many pairs a second were aligned."""
    from twosource.text.align import passages
    from twosource.text.words import codes
    from twosource.trace.thresholds import REUSE_SHARE, REUSE_WORDS

    places = {place for pair in pairs for place in pair}
    known = {place: codes(text) for place, text in enumerate(texts) if place in places}
    kept: _Pairs = set()
    begun = time.process_time()
    for one, other in sorted(pairs):
        shared = sum(passage.words for passage in passages(known[one], known[other]))
        smaller = min(len(known[one]), len(known[other]))
        if shared >= max(REUSE_WORDS, REUSE_SHARE * smaller):
            kept.add((one, other))
    return kept, len(pairs) / max(time.process_time() - begun, 1e-9)


def aligned_a_second(seed: int, pairs: int = 600) -> float:
    """Exact alignments a second of CPU time of two texts of 600 words of which one is the other, 30 % edited."""
    from twosource.text.align import passages
    from twosource.text.words import codes

    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices("abdegiklmnoprstu", k=chance.randint(2, 8))) for _ in range(5_000)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    lefts = [chance.choices(vocabulary, weights, k=600) for _ in range(pairs)]
    rights = [[chance.choice(vocabulary) if chance.random() < 0.3 else word for word in left] for left in lefts]
    made = [(codes(" ".join(left)), codes(" ".join(right))) for left, right in zip(lefts, rights, strict=True)]
    begun = time.process_time()
    for left, right in made:
        passages(left, right)
    return pairs / (time.process_time() - begun)


def alignments() -> dict[str, Any]:
    """On one core, and on several at once: the sum of what each does in a second of its time."""
    with ProcessPoolExecutor(CORES) as pool:
        both = sum(pool.map(aligned_a_second, range(CORES)))
    return {"one core": round(aligned_a_second(CORES)), f"{CORES} cores": round(both)}


def measure(method: str, size: int) -> dict[str, Any]:
    """One method on one archive, in this process."""
    run: Callable[[Iterable[str]], _Pairs] = {
        "twosource": by_twosource,
        "rensa": by_rensa,
        "datasketch": by_datasketch,
    }[method]
    copies = planted(size)
    begun = time.process_time()
    found = run(texts(size))
    seconds = time.process_time() - begun
    figures: dict[str, Any] = {"documents per CPU-second": round(size / seconds), "peak MB": _peak()}
    figures |= _quality(found, copies)
    if method == "twosource":
        kept, speed = verified(texts(size), found)
        figures["after verification"] = _quality(kept, copies)
        figures |= {"candidates verified a second": round(speed), "peak MB, verified": _peak()}
    return figures


def _peak() -> int:
    """The most memory that this process has held so far, in MB; never less than its parent's when it began."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _quality(found: _Pairs, copies: list[Planted]) -> dict[str, Any]:
    """A pair is right if both go back to one article; a planted pair is recalled if it is among the found ones."""
    roots: dict[int, set[int]] = {}
    for copy, source, _ in copies:
        roots.setdefault(copy, set()).add(source)
    related = sum(1 for one, other in found if roots.get(one, {one}) & roots.get(other, {other}))
    recall = {}
    for kind in COPIES:
        pairs = [(min(copy, source), max(copy, source)) for copy, source, made in copies if made == kind]
        recall[kind] = round(sum(pair in found for pair in pairs) / max(1, len(pairs)), 4)
    return {"pairs": len(found), "precision": round(related / max(1, len(found)), 4), "recall": recall}


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000])
    parser.add_argument("--methods", choices=METHODS, nargs="+", default=METHODS)
    parser.add_argument("--only", choices=METHODS, help="one method, in this process, as JSON")
    chosen = parser.parse_args()
    if chosen.only:
        print(json.dumps(measure(chosen.only, chosen.documents[0])))
        return
    figures: dict[str, Any] = {"alignments a second of 600 words": alignments()}
    print(figures)
    for size in chosen.documents:
        subprocess.run([sys.executable, "-m", "bench.archive", str(size)], check=True)
        for method in (name for name in chosen.methods if size <= SLOW.get(name, size)):
            command = [sys.executable, "-m", "bench.reuse", "--only", method, "--documents", str(size)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            lines = done.stdout.strip().splitlines()
            result = json.loads(lines[-1]) if done.returncode == 0 and lines else {"failed": done.stderr[-200:]}
            figures[f"{method}, {size} documents"] = result
            print(f"{method}, {size} documents: {json.dumps(result)}", flush=True)
    report("reuse", figures)


if __name__ == "__main__":
    main()
