"""How far apart two spellings of one word of a name are: an edit distance whose costs were learnt from real variants.

Letters and letter groups are put against each other ("sch" against "zh", "ou" against "u"); each pairing costs what
it is rare among spellings of one native name, against how often its sides occur. A native word is put against its
Latin spelling letter by letter, by the costs of its script: romanised first, an Arabic or Hebrew one would lack its
vowels. The invariants: equal spellings are at distance 0; the distance is symmetric; the cost is bounded by the
words' lengths.

A joint multigram model by its best paths, after Bisani and Ney, "Joint-sequence models for grapheme-to-phoneme
conversion" (2008), on the idea of Ristad and Yianilos, "Learning string-edit distance" (1998).
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache, partial

from twosource.link.keys import plain, share_key, sounded
from twosource.resources import load

LONGEST_WORD = 40
"""Words are compared on their first 40 letters: the longest words of names have about 25."""
_UNLIKELY = 1.0  # cost of a letter against one that variants never put in its place; also of a letter left out

_SAME_SOUND = 0.15
"""Cost of a letter group against another that some convention reads as the same consonants ("sch", "zh"): the set
that the costs were learnt from holds few German and French spellings."""

_ROUNDING = 1e-9  # costs are sums of decimals
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"  # written onto its word, where Latin spellings part or drop it
LATIN = "latin"
NATIVE = ("arabic", "cyrillic", "hebrew")
"""Scripts whose letters have costs of their own against Latin ones."""

Cost = Callable[[str, str], float]
Steps = dict[tuple[int, int], tuple[int, int]]


@lru_cache(maxsize=1 << 18)
def similarity(left: str, right: str, least: float = 0.0) -> float:
    """Likeness of two words of names, 1 for the same spelling down to 0; the nearer of two ways to drop accents counts.

    Args:
        left: A word.
        right: Another.
        least: A likeness below it is not worked out, and given as 0.

    >>> similarity("Zhorin", "Schorin") > 0.8 > similarity("Zhorin", "Morin")
    True
    """
    scripts = script(left), script(right)
    if scripts[0] == scripts[1]:
        pairs = {(plain(left), plain(right)), (sounded(left), sounded(right))}
        return max(_similarity(one, other, least, LATIN) for one, other in sorted(pairs))
    if LATIN not in scripts:
        return similarity(plain(left), plain(right), least)
    native, latin = (right, left) if scripts[0] == LATIN else (left, right)
    pairs = {(form, letters) for form in _articled(bare(native)) for letters in (plain(latin), sounded(latin))}
    return max(_similarity(one, other, least, script(native)) for one, other in sorted(pairs))


@lru_cache(maxsize=1 << 16)
def script(word: str) -> str:
    """The script of a word if it is one of ``NATIVE``; ``LATIN`` for any other word.

    >>> script("Жорин"), script("Zhorin")
    ('cyrillic', 'latin')
    """
    found = unicodedata.name(word[0], "").partition(" ")[0].casefold() if word else LATIN
    return found if found in NATIVE else LATIN


def bare(native: str) -> str:
    """A native word in small letters, without its points and vowel signs."""
    composed = unicodedata.normalize("NFC", native).casefold()
    alike = load("common", "letter-groups")["alike"]
    return "".join(alike.get(sign, sign) for sign in composed if sign.isalpha())


def _articled(native: str) -> tuple[str, ...]:
    """An Arabic word with and without its article."""
    return (native, native[2:]) if native.startswith(_ARTICLE) and len(native) > 4 else (native,)


def _similarity(left: str, right: str, least: float, costs: str) -> float:
    if left == right:
        return 1.0
    left, right = left[:LONGEST_WORD], right[:LONGEST_WORD]
    if not left or not right:
        return 0.0
    letters = (len(left) + len(right)) / 2
    most = (1.0 - least) * letters + _ROUNDING
    return max(0.0, 1.0 - distance(left, right, learnt_cost(costs), most) / letters)


def distance(left: str, right: str, cost: Cost, most: float = math.inf) -> float:
    """The least cost to pair off two words, letter groups of both sides against each other.

    Args:
        left: A romanised word.
        right: Another.
        cost: What it costs to put one group against another; an empty group is a letter left out.
        most: A higher cost is given as infinite; the less may be spent, the fewer ways are tried.
    """
    steps = _cheapest(left, right, cost, most)
    return math.inf if steps is None else sum(price for _, _, price in _path(left, right, steps, cost))


def pairing(left: str, right: str, cost: Cost) -> list[tuple[str, str, float]]:
    """The cheapest way to pair two words off: groups of letters with their price, in order."""
    steps = _cheapest(left, right, cost, math.inf)
    return [] if steps is None else _path(left, right, steps, cost)


def _cheapest(left: str, right: str, cost: Cost, most: float) -> Steps | None:
    """From where each place in the two words is reached most cheaply; ``None`` if the ends cost more than ``most``."""
    ends_left, ends_right = _ends(left), _ends(right)
    best: list[list[float]] = [[math.inf] * (len(right) + 1) for _ in range(len(left) + 1)]
    steps: Steps = {}
    best[0][0] = 0.0
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            here = best[i][j]
            if here == math.inf:
                continue
            for to_left, to_right in _moves(i, j, ends_left, ends_right):
                total = here + cost(left[i:to_left], right[j:to_right])
                if total < best[to_left][to_right] and total <= most:
                    best[to_left][to_right] = total
                    steps[to_left, to_right] = (i, j)
    return steps if best[-1][-1] <= most else None


def _path(left: str, right: str, steps: Steps, cost: Cost) -> list[tuple[str, str, float]]:
    at, path = (len(left), len(right)), []
    while at != (0, 0):
        before = steps[at]
        one, other = left[before[0] : at[0]], right[before[1] : at[1]]
        path.append((one, other, cost(one, other)))
        at = before
    return path[::-1]


def _ends(word: str) -> list[tuple[int, ...]]:
    """For each place of a word where the groups that begin there end: one letter, or a group of the table."""
    groups = _groups()
    found = []
    for at in range(len(word)):
        longer = tuple(
            at + length for length in (2, 3, 4) if word[at : at + length] in groups and at + length <= len(word)
        )
        found.append((at + 1, *dict.fromkeys(longer)))
    return found


def _moves(
    i: int, j: int, ends_left: list[tuple[int, ...]], ends_right: list[tuple[int, ...]]
) -> list[tuple[int, int]]:
    """Where a step may lead: a group on either side, or a single letter left out on one."""
    lefts = ends_left[i] if i < len(ends_left) else ()
    rights = ends_right[j] if j < len(ends_right) else ()
    moves = [(to_left, to_right) for to_left in lefts for to_right in rights]
    if lefts:
        moves.append((i + 1, j))
    if rights:
        moves.append((i, j + 1))
    return moves


@cache
def learnt_cost(costs: str) -> Cost:
    """What it costs to put one group of letters against another, by the learnt table of a script; symmetric."""
    return partial(_price, costs)


@lru_cache(maxsize=1 << 16)
def _price(costs: str, left: str, right: str) -> float:
    if left == right:
        return 0.0
    learnt = _costs()[costs].get(":".join(sorted((left, right))), _UNLIKELY * max(len(left), len(right)))
    grouped = left and right and len(left) + len(right) > 2
    return min(learnt, _SAME_SOUND) if grouped and share_key(left, right) else learnt


def _costs() -> dict[str, dict[str, float]]:
    """The tables of costs by script."""
    return load("common", "spelling-costs")


@cache
def _groups() -> frozenset[str]:
    groups: list[str] = load("common", "letter-groups")["groups"]
    return frozenset(groups)
