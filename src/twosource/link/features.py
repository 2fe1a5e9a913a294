"""What two names have in common and what sets them apart, as numbers: the features that their comparison weighs.

One row a feature, each between 0 and about 1, each written so that it says something by itself. The invariant: the
features do not depend on which name is the left one.
"""

from __future__ import annotations

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler, Levenshtein

from twosource.link.alignment import Alignment, Kind, Pair
from twosource.link.keys import share_key
from twosource.link.parts import NameParts, Word
from twosource.link.spelling import similarity

_LONG_WORD = 6  # letters from which one wrong letter is likely a slip


def features(left: NameParts, right: NameParts, alignment: Alignment) -> dict[str, float]:
    """All features of two names, by name."""
    over = alignment.left_over
    fewer, more = sorted(over, key=lambda words: (sum(len(word.plain) for word in words), [w.plain for w in words]))
    return {
        **_wholes(alignment),
        **_pairs(alignment),
        "left over on both": float(bool(fewer) and bool(more)),
        "left over, shorter side": _share(fewer, alignment),
        "left over, longer side": _share(more, alignment),
        "nothing left over": float(not fewer and not more),
        "one word against several": float(
            min(len(left.full), len(right.full)) == 1 < max(len(left.full), len(right.full))
        ),
        "first words differ": _ends_differ(alignment, 0),
        "last words differ": _ends_differ(alignment, -1),
        "numbers differ": float(left.numbers != right.numbers and bool(left.numbers) and bool(right.numbers)),
        "a number on one side": float(bool(left.numbers) != bool(right.numbers)),
        "legal forms differ": float(bool(left.forms) and bool(right.forms) and left.forms != right.forms),
        "another script": float(left.romanised != right.romanised),
        "signs differ": float(left.syllabic and right.syllabic and left.words != right.words),
        "written as one": float(_joined(left) == _joined(right)),
    }


def word_features(left: str, right: str) -> dict[str, float]:
    """The features of two single words, romanised: there spelling is all that speaks.

    Args:
        left: A surname, a town, a given name.
        right: Another.
    """
    return {"learnt likeness": similarity(left, right), "a shared key": float(share_key(left, right))}


def _joined(one: NameParts) -> str:
    return "".join(word.plain for word in one.words)


def _wholes(alignment: Alignment) -> dict[str, float]:
    """Likeness of the names as wholes, words sorted."""
    one = " ".join(sorted(word.plain for word in alignment.left))
    other = " ".join(sorted(word.plain for word in alignment.right))
    edits = Levenshtein.distance(one, other)
    return {
        "ratio": fuzz.ratio(one, other) / 100,
        "jaro-winkler": JaroWinkler.similarity(one, other),
        "token set ratio": fuzz.token_set_ratio(one, other) / 100,
        "edits": min(edits, 8) / 8,
        "equal": float(one == other),
        "one edit": float(edits == 1),
        "two edits": float(edits == 2),
        "length": min(len(one), len(other), 30) / 30,
    }


def _pairs(alignment: Alignment) -> dict[str, float]:
    """The pairs of words: the worst decides, for one word that differs is another name."""
    pairs = alignment.pairs
    worst = min(pairs, key=lambda pair: (pair.likeness, pair.left), default=None)
    letters = sum(len(alignment.left[place].plain) for pair in pairs for place in pair.left)
    cost = sum(_cost(alignment, pair) for pair in pairs)
    likeness = sum(pair.likeness for pair in pairs) / len(pairs) if pairs else 0.0
    return {
        "worst pair": worst.likeness if worst else 0.0,
        "mean pair": likeness,
        "learnt cost": min(cost, 3.0) / 3,
        "learnt cost below one": float(bool(pairs) and cost <= 1.0),
        "letters paired": min(letters, 20) / 20,
        "a pair without a shared key": max((_keyless(alignment, pair) for pair in pairs), default=0.0),
        "a pair that begins otherwise": max((_begins_otherwise(alignment, pair) for pair in pairs), default=0.0),
        "a slip in a long word": max((_slip(alignment, pair) for pair in pairs), default=0.0),
        "an initial": float(any(pair.kind is Kind.INITIAL for pair in pairs)),
        "a pet form": float(any(pair.kind is Kind.PET_FORM for pair in pairs)),
        "another order": float(alignment.reordered),
    }


def _cost(alignment: Alignment, pair: Pair) -> float:
    """What the learnt costs ask for a pair that differs in spelling."""
    one, other = _words(alignment, pair)
    return (1 - pair.likeness) * (len(one) + len(other)) / 2 if pair.kind is Kind.SPELLING else 0.0


def _words(alignment: Alignment, pair: Pair) -> tuple[str, str]:
    return (
        "".join(alignment.left[place].plain for place in pair.left),
        "".join(alignment.right[place].plain for place in pair.right),
    )


def _keyless(alignment: Alignment, pair: Pair) -> float:
    return float(pair.kind is Kind.SPELLING and not share_key(*_words(alignment, pair)))


def _begins_otherwise(alignment: Alignment, pair: Pair) -> float:
    one, other = _words(alignment, pair)
    return float(pair.kind is Kind.SPELLING and one[:1] != other[:1])


def _slip(alignment: Alignment, pair: Pair) -> float:
    one, other = _words(alignment, pair)
    return float(
        pair.kind is Kind.SPELLING and min(len(one), len(other)) >= _LONG_WORD and Levenshtein.distance(one, other) == 1
    )


def _share(words: tuple[Word, ...], alignment: Alignment) -> float:
    """Part of the letters of the shorter name that these words hold, at most 1."""
    shorter = min(sum(len(word.plain) for word in side) for side in (alignment.left, alignment.right))
    return min(1.0, sum(len(word.plain) for word in words) / max(shorter, 1))


def _ends_differ(alignment: Alignment, end: int) -> float:
    """Whether the first (or last) words of both names found no counterpart."""
    over_left, over_right = alignment.left_over
    return float(
        bool(over_left and over_right)
        and over_left[end] is alignment.left[end]
        and over_right[end] is alignment.right[end]
    )
