"""An archive of made-up articles with planted copies, of any size: what finding reuse is measured on.

Each article is a walk through real news sentences that at nearly every word may jump to another place with the same
words before it, so that words and phrases come as often as in news and no long passage repeats; every thirtieth word is
a made-up name. A tenth are copies, made in six ways out of articles of the same block. Drawn from one seed, block by
block: the memory that it takes does not grow with the archive.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.accounts import incidents
from bench.data import dataset

COPIES = ("edited-10-words", "edited-30-stretches", "edited-30-words", "cut", "excerpt", "merged")
BLOCK = 10_000
"""Articles that are made together; a copy's sources lie in its block."""
SHARE_OF_COPIES, SOURCES = 0.1, 0.05
WORDS = (200, 600)
JUMP, LOOSE, NAMES = 0.9, 0.3, 1 / 30
"""Chance of a jump at a word, of one that minds only one word before it rather than two, and of a made-up name."""
LONGEST_PHRASE, LONGEST_WORD = 12, 20
"""Words after which a walk jumps to wherever its last word stands, else what the news itself repeats would be copied
whole; letters of a word, beyond which it is an address."""
Planted = tuple[int, int, str]
_Ids = NDArray[np.int64]


def archive(size: int) -> Path:
    """The folder of an archive: ``texts`` with one article a line, ``planted.json``; made once for each size."""
    folder = Path(tempfile.gettempdir()) / "twosource-bench" / f"archive-{size}"
    if not (folder / "planted.json").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        planted: list[Planted] = []
        with (folder / "texts").open("w", encoding="utf-8") as lines:
            for start in range(0, size, BLOCK):
                texts, copies = _block(min(BLOCK, size - start), start)
                lines.writelines(f"{text}\n" for text in texts)
                planted += copies
        (folder / "planted.json").write_text(json.dumps(planted), encoding="utf-8")
    return folder


def texts(size: int) -> Iterator[str]:
    """The articles, one by one: their texts need not lie in memory together."""
    with (archive(size) / "texts").open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def planted(size: int) -> list[Planted]:
    """For each copy its place, its source's place and how it was made; a merged one stands there twice."""
    return [(copy, source, made) for copy, source, made in json.loads((archive(size) / "planted.json").read_text())]


def _block(size: int, first: int) -> tuple[Iterator[str], list[Planted]]:
    """Some articles and the copies among them, whose places count from ``first``."""
    chance = np.random.default_rng([7, first])
    copies = int(size * SHARE_OF_COPIES)
    articles = _walks(chance.integers(*WORDS, size=size - copies, endpoint=True), chance)
    fillers = _walks(np.full(copies, WORDS[1]), chance)
    found: list[Planted] = []
    for number, filler in enumerate(fillers):
        made = COPIES[number % len(COPIES)]
        one, other = (int(place) for place in chance.choice(max(2, int(size * SOURCES)), 2, replace=False))
        sources = (one, other) if made == "merged" else (one,)
        found += [(first + len(articles), first + source, made) for source in sources]
        articles.append(_copy(made, articles[one], articles[other], filler, chance))
    words = _corpus()[1]
    return (" ".join(words[article].tolist()) for article in articles), found


def _copy(made: str, text: _Ids, other: _Ids, filler: _Ids, chance: np.random.Generator) -> _Ids:
    """One text made out of another; ``filler`` gives the words that are not the source's."""
    middle = len(text) // 2
    if made == "cut":
        return text[:middle]
    if made == "merged":
        return np.concatenate((text[:middle], other[len(other) // 2 :]))
    if made == "excerpt":
        start = int(chance.integers(middle))
        return np.concatenate((filler[: middle // 2], text[start : start + 2 * len(text) // 5], filler[-middle:]))
    if made == "edited-30-stretches":
        runs = np.repeat(chance.random(len(text)) < 0.3, 12)[: len(text)]
        return np.where(runs, filler[: len(text)], text)
    share = 0.3 if made == "edited-30-words" else 0.1
    return np.where(chance.random(len(text)) < share, chance.permutation(filler)[: len(text)], text)


def _walks(lengths: _Ids, chance: np.random.Generator) -> list[_Ids]:
    """Articles of these lengths, all walked at once: the place after one with the same word, or two words, before."""
    ids, words, names = _corpus()
    order_one, start_one, count_one = _places(1)
    order_two, start_two, count_two = _places(2)
    at = chance.integers(2, len(ids) - 1, len(lengths))
    phase = chance.integers(LONGEST_PHRASE, size=len(lengths))
    rows = np.empty((int(lengths.max()), len(lengths)), np.int64)
    for step in range(len(rows)):
        forced = (step + phase) % LONGEST_PHRASE == 0
        loose = forced | (chance.random(len(at)) < LOOSE)
        draw = chance.random(len(at))
        near = order_two[start_two[at] + (draw * count_two[at]).astype(np.int64)]
        far = order_one[start_one[at] + (draw * count_one[at]).astype(np.int64)]
        at = (np.where(forced | (chance.random(len(at)) < JUMP), np.where(loose, far, near), at) + 1) % len(ids)
        made_up = len(words) - names + (names ** chance.random(len(at))).astype(np.int64) - 1
        rows[step] = np.where(chance.random(len(at)) < NAMES, made_up, ids[at])
    return [rows[:length, place].copy() for place, length in enumerate(lengths.tolist())]


@cache
def _places(before: int) -> tuple[_Ids, _Ids, _Ids]:
    """The corpus' places sorted by the words that end there; for each place where its like begin, and how many."""
    ids = _corpus()[0]
    keys = ids if before == 1 else ids * (int(ids.max()) + 1) + np.roll(ids, 1)
    order = np.argsort(keys, kind="stable")
    _, start, inverse, count = np.unique(keys[order], return_index=True, return_inverse=True, return_counts=True)
    starts, counts = np.empty_like(ids), np.empty_like(ids)
    starts[order], counts[order] = start[inverse], count[inverse]
    return order, starts, counts


@cache
def _corpus(names: int = 20_000) -> tuple[_Ids, NDArray[np.object_], int]:
    """Real news as word numbers, the words, and how many of these, the last ones, are made-up names."""
    lines = (dataset("gmb") / "train.bio").read_text(encoding="utf-8").splitlines()
    plain = [line.split("\t")[0] for line in lines if line]
    plain += [word for one in incidents() for word in one.text.split() if len(word) <= LONGEST_WORD]
    known = {word: number for number, word in enumerate(dict.fromkeys(plain))}
    ids = np.fromiter((known[word] for word in plain), np.int64, len(plain))
    chance = random.Random(7)
    made_up = [
        "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))
        for _ in range(names)
    ]
    return ids, np.array([*known, *(name.capitalize() for name in made_up)], object), names


if __name__ == "__main__":
    archive(int(sys.argv[1]))
