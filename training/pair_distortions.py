"""Pairs made of news sentences: one fact changed, only words changed, a detail added, two sentences of one matter.

A distorted sentence is also reworded, and a reworded one is not always distorted, so that a change as such says
nothing: only what changed does. Every choice hangs on the sentence alone.
"""

from __future__ import annotations

import random
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from training.pair_rewordings import REWORDINGS
from training.pair_twists import TWISTS, WORDS, Changed, Names, News, kind_of, named_spans, put

SHORTEST, LONGEST = 8, 42
REWORDED = 0.6
"""Share of the distorted sentences that are reworded before."""

COMMON = 40
"""A name in more sentences than these does not tell that two of them are on one matter."""


@dataclass(frozen=True, slots=True)
class Made:
    """A made pair and its label, one of ``pair_data.LABELS``."""

    left: str
    right: str
    label: str


def make_pairs(sentences: Iterable[News]) -> Iterator[Made]:
    """Make up to four pairs of each sentence: distorted, reworded, with a detail added, and beside a neighbour.

    Args:
        sentences: Of one corpus; names are exchanged among them.
    """
    unique = {" ".join(one.words): one for one in sentences if SHORTEST <= len(one.words) <= LONGEST}
    corpus = list(unique.values())
    names = _names(corpus)
    details = _details(corpus)
    for news in corpus:
        dice = random.Random(zlib.crc32(" ".join(news.words).encode()))
        base, dropped = _reworded(news, dice, names)
        yield from _distorted(news, base if dice.random() < REWORDED else news, dice, names)
        if base is not news:
            yield _turned(Made(written(news.words), written(base.words), "supports" if dropped else "same"), dice)
        if dice.random() < 0.3:
            yield _detailed(news, dice, details)
    yield from _neighbours(corpus)


def _names(corpus: Sequence[News]) -> Names:
    found: defaultdict[tuple[str, str], dict[tuple[str, ...], int]] = defaultdict(dict)
    for news in corpus:
        for start, end, tag in named_spans(news):
            words = news.words[start:end]
            found[kind_of(words, tag)][words] = 1
    return {kind: list(words) for kind, words in found.items()}


def _reworded(news: News, dice: random.Random, names: Names) -> tuple[News, bool]:
    """One to three rewordings, and whether anything was left out on the way."""
    dropped = False
    made = news
    for _ in range(dice.choice((1, 1, 2, 3))):
        changed = _first(REWORDINGS, made, dice, names)
        if changed is not None and len(changed.news.words) >= SHORTEST - 2:
            made = changed.news
            dropped = dropped or changed.label == "supports"
    return made, dropped


def _distorted(news: News, base: News, dice: random.Random, names: Names) -> Iterator[Made]:
    changed = _first(TWISTS, base, dice, names)
    if changed is None:
        return
    left, right = written(news.words), written(changed.news.words)
    # A reworded sentence may also have lost something, so that "the same" is no longer known to hold both ways.
    label = "supports" if changed.label == "same" and base is not news else changed.label
    yield Made(left, right, label)


def _first(table: Sequence[tuple[object, float]], news: News, dice: random.Random, names: Names) -> Changed | None:
    """The first change that applies, in an order drawn by weight."""
    order = sorted(table, key=lambda row: dice.random() ** (1.0 / row[1]), reverse=True)
    for change, _ in order:
        made: Changed | None = change(news, dice, names)  # type: ignore[operator]
        if made is not None and made.news.words != news.words:
            return made
    return None


def _turned(made: Made, dice: random.Random) -> Made:
    """Where a part was left out, the longer sentence goes beyond the shorter one."""
    if made.label == "supports" and dice.random() < 0.3:
        return Made(made.right, made.left, "neither")
    return made


def _details(corpus: Sequence[News]) -> list[tuple[str, ...]]:
    """Adjuncts of the corpus that can stand at the end of a sentence: a preposition with a name or a time."""
    found: dict[tuple[str, ...], int] = {}
    for news in corpus:
        for place in range(4, len(news.words) - 2):
            if news.words[place] in WORDS["prepositions"] and news.words[-1] == "." and news.tags[place + 1] != "O":
                words = news.words[place:-1]
                if len(words) <= 6 and "O" not in news.tags[place + 1 : -1]:
                    found[words] = 1
    return list(found)


def _detailed(news: News, dice: random.Random, details: Sequence[tuple[str, ...]]) -> Made:
    """A detail more at the end, before the first auxiliary, or before a preposition."""
    places = [len(news.words) - (news.words[-1] == ".")]
    places += [place for place, word in enumerate(news.words) if place > 1 and word in WORDS["prepositions"]]
    places += [place for place, word in enumerate(news.words) if place and word in WORDS["auxiliaries"]][:1]
    place = dice.choice(places)
    longer = put(news, place, place, dice.choice(details))
    return Made(written(news.words), written(longer.words), "neither")


def _neighbours(corpus: Sequence[News]) -> Iterator[Made]:
    """Two sentences that share two names, one of them rare, and few other words: on one matter, about other things."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, news in enumerate(corpus):
        for start, end, _ in named_spans(news):
            holders[news.words[start:end]].append(place)
    seen: set[tuple[int, int]] = set()
    for places in holders.values():
        if len(places) > COMMON:
            continue
        for one, other in pairwise(places):
            left, right = set(corpus[one].words), set(corpus[other].words)
            if one != other and (one, other) not in seen and len(left & right) < 0.35 * min(len(left), len(right)):
                seen.add((one, other))
                yield Made(written(corpus[one].words), written(corpus[other].words), "apart")


def written(words: Sequence[str]) -> str:
    """Words as a page would print them.

    >>> written(["He", "did", "n't", "pay", "$", "5", ",", "she", "said", "."])
    "He didn't pay $5, she said."
    """
    text = ""
    for word in words:
        glued = word in _CLOSING or word.startswith("'") or word == "n't" or text.endswith(("$", "("))
        text += word if glued or not text else " " + word
    return text


_CLOSING = frozenset({".", ",", ";", ":", "?", "!", ")", "%"})
