"""Is this name that name: two names compared, with a probability and its reason.

Reach for it wherever two spellings meet without further context: the features of ``features.py`` weighed by a logistic
regression, one for persons, one for bodies and places, one for single words, whose weights were learnt from labelled
pairs. A few rules come first: what is written alike is one, another number is another name, a given name alone is
nobody's. The invariant: the judgement does not depend on which name is the left one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from twosource.link.acronyms import fits, is_acronym
from twosource.link.alignment import Alignment, Kind, Pair, align
from twosource.link.features import features, word_features
from twosource.link.keys import plain, share_key
from twosource.link.parts import NameParts, Word, parts
from twosource.model.judgement import Judgement
from twosource.model.reading import EntityType
from twosource.resources import in_all_languages, load

DECIDED = 0.5
"""Probability from which two names are taken for one: the regression is calibrated, so this makes the fewest errors."""
OTHER_NUMBER = 0.1
"""Probability that a body is its namesake of another number or side (the 12th brigade, the 13th; North, South)."""
INITIALS = 0.9
"""Probability that a name with these initials is the acronym's: within one story, two bodies seldom share them."""
GIVEN_NAME = 0.3
"""Probability at most that a given name alone is the person whose name begins with it."""
OTHER_SEX = 0.2
"""Probability at most that two persons are one where one spelling of a given name is a woman's, the other a man's."""
ROMANISED = 0.95
"""Probability that two persons are one whose names agree word by word but for the romanisation: 64 of 65 in name-
bench."""
_ONE_SOUND = 0.85  # likeness of two words that also have a reading in common
_SURE = 0.99
WRITTEN_ALIKE = "written alike"

Weights = Mapping[str, float]


def compare_names(left: str, right: str, entity_type: EntityType) -> Judgement:
    """Say whether two names are of one bearer.

    Args:
        left: A name, with or without titles.
        right: Another.
        type: What bears them.

    Returns:
        The judgement; ``score`` is the probability that they are one.

    >>> compare_names("Lidia Zhorina", "Lidija Schorina", EntityType.PERSON).same
    True
    >>> compare_names("Lidia Zhorina", "Vera Zhorina", EntityType.PERSON).reason
    '“lidia” and “vera” differ'
    """
    return weigh(left, right, entity_type, _weights())


def weigh(left: str, right: str, entity_type: EntityType, weights: Mapping[str, Weights]) -> Judgement:
    """As ``compare_names``, by the given weights."""
    one, other = sorted((left, right))
    if entity_type is not EntityType.PERSON and (
        _is_acronym_of(one, other, entity_type) or _is_acronym_of(other, one, entity_type)
    ):
        return Judgement(True, INITIALS, "the initials of its words")
    score, reason = _judged(parts(one, entity_type), parts(other, entity_type), entity_type, weights)
    if reason == WRITTEN_ALIKE:
        reason = how_alike(one, other)
    return Judgement(score >= DECIDED, round(score, 4), reason)


def how_alike(left: str, right: str) -> str:
    """Why two names whose words are the same are one: the words may have been so only once read.

    >>> how_alike("UN", "United Nations"), how_alike("Dr Ola Brandt", "Ola Brandt"), how_alike("JOSE", "José")
    ('“UN” stands for “United Nations”', 'the same but for titles and abbreviations', 'written alike')
    """
    one, other = ("".join(filter(str.isalnum, plain(name))) for name in (left, right))
    if one == other:
        return WRITTEN_ALIKE
    if is_acronym(left) != is_acronym(right):
        short, long = (left, right) if is_acronym(left) else (right, left)
        return f"“{short}” stands for “{long}”"
    return "the same but for titles and abbreviations"


def kind_of(left: NameParts, right: NameParts, entity_type: EntityType) -> str:
    """By which weights two names are compared: single words by their spelling, others as persons or as bodies."""
    if len(left.full) == 1 == len(right.full) and not (left.syllabic or right.syllabic):
        return "word"
    return "person" if entity_type is EntityType.PERSON else "body"


def values_of(left: NameParts, right: NameParts, alignment: Alignment, kind: str) -> dict[str, float]:
    """The features that a kind of comparison weighs."""
    if kind == "word":
        return word_features(left.full[0].text, right.full[0].text)
    return features(left, right, alignment)


def _judged(
    left: NameParts, right: NameParts, entity_type: EntityType, weights: Mapping[str, Weights]
) -> tuple[float, str]:
    ruled = _ruled(left, right, entity_type)
    if ruled is not None:
        return ruled
    alignment = align(left, right)
    kind = kind_of(left, right, entity_type)
    score = probability(values_of(left, right, alignment, kind), weights[kind])
    return _of_persons(alignment, score) if entity_type is EntityType.PERSON else (score, _reason(alignment, score))


def _ruled(left: NameParts, right: NameParts, entity_type: EntityType) -> tuple[float, str] | None:
    """What needs no weighing: names written alike, other numbers, words that tell namesakes apart."""
    if not left.words or not right.words:
        return 0.0, "a name without a letter"
    if _alike(left) == _alike(right):
        return _SURE, WRITTEN_ALIKE
    if _joined(left) == _joined(right) and not (left.syllabic or right.syllabic):
        return _SURE, "written alike but for blanks"
    if left.numbers != right.numbers and left.numbers and right.numbers:
        return OTHER_NUMBER, f"“{' '.join(left.numbers)}” and “{' '.join(right.numbers)}” differ"
    opposite = "" if entity_type is EntityType.PERSON else _opposites(left, right)
    return (OTHER_NUMBER, opposite) if opposite else None


def _of_persons(alignment: Alignment, score: float) -> tuple[float, str]:
    """What bounds the probability of two persons."""
    if _is_given_name(alignment) and score > GIVEN_NAME:
        return GIVEN_NAME, "a given name alone is nobody's"
    if _is_of_other_sex(alignment) and score > OTHER_SEX:
        return OTHER_SEX, "a woman's name and a man's"
    if _is_romanised(alignment):
        score = max(score, ROMANISED)
    return score, _reason(alignment, score)


def _opposites(left: NameParts, right: NameParts) -> str:
    """Two words that tell namesakes apart, one in each name ("northern", "southern"); empty where there are none."""
    for words in load("common", "name-words")["opposites"].values():
        one, other = ({word.plain for word in name.words} & set(words.split()) for name in (left, right))
        if one and other and one.isdisjoint(other):
            return f"“{' '.join(sorted(one))}” and “{' '.join(sorted(other))}” differ"
    return ""


def _is_acronym_of(short: str, long: str, entity_type: EntityType) -> bool:
    name = parts(long, entity_type)
    words, full = ([word.plain for word in some] for some in (name.words, name.full))
    return is_acronym(short) and not is_acronym(long) and fits(short, words, full)


def _is_romanised(alignment: Alignment) -> bool:
    """Whether every word has its counterpart, the same or another spelling of the same sounds."""
    if any(alignment.left_over) or len(alignment.pairs) < 2:
        return False
    return all(pair.kind is Kind.SAME or _one_sound(alignment, pair) for pair in alignment.pairs)


def _one_sound(alignment: Alignment, pair: Pair) -> bool:
    one, other = alignment.left[pair.left[0]].plain, alignment.right[pair.right[0]].plain
    return pair.kind is Kind.SPELLING and pair.likeness >= _ONE_SOUND and share_key(one, other)


def _is_of_other_sex(alignment: Alignment) -> bool:
    """Whether a pair of words is a woman's given name and a man's ("Maria", "Mario")."""
    women, men = (in_all_languages("name_gender", sex) for sex in ("female", "male"))
    spelt = (pair for pair in alignment.pairs if pair.kind is Kind.SPELLING)
    words = [(alignment.left[pair.left[0]].plain, alignment.right[pair.right[0]].plain) for pair in spelt]
    return any((one in women and other in men) or (one in men and other in women) for one, other in words)


def _is_given_name(alignment: Alignment) -> bool:
    """Whether one name is a single word that only the other's first word meets, as a given name would."""
    short, long = sorted((alignment.left, alignment.right), key=len)
    if len(short) > 1 or len(long) < 2 or len(alignment.pairs) != 1:
        return False
    pair = alignment.pairs[0]
    return (pair.left if long is alignment.left else pair.right) == (0,)


def probability(values: Weights, weights: Weights) -> float:
    """The logistic function of the weighted sum."""
    total = weights["intercept"] + sum(weights[name] * value for name, value in values.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _alike(name: NameParts) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What must agree; where each sign is a syllable, the sign itself, for many are romanised alike."""
    return tuple(word.text if name.syllabic else word.plain for word in name.words), name.numbers, name.forms


def _joined(name: NameParts) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    words, numbers, forms = _alike(name)
    return "".join(words), numbers, forms


def _reason(alignment: Alignment, score: float) -> str:
    """What decided, in words: for a match how the words meet, otherwise the words that do not."""
    over_left, over_right = alignment.left_over
    if score < DECIDED and over_left and over_right:
        return f"{_quoted(over_left)} and {_quoted(over_right)} differ"
    spelt = [
        f"{_quoted(tuple(alignment.left[place] for place in pair.left))} as "
        f"{_quoted(tuple(alignment.right[place] for place in pair.right))}"
        f"{'' if pair.kind in (Kind.SPELLING, Kind.JOINED) else f' ({pair.kind})'}"
        for pair in alignment.pairs
        if pair.kind is not Kind.SAME
    ]
    lacking = [f"without {_quoted(words)}" for words in (over_left, over_right) if words]
    verdict = "" if score >= DECIDED else "too little in common: "
    return verdict + ("; ".join([*spelt, *lacking]) or "the same words")


def _quoted(words: tuple[Word, ...]) -> str:
    return f"“{' '.join(word.text for word in words)}”"


@cache
def _weights() -> Mapping[str, Weights]:
    table: Mapping[str, Weights] = load("common", "name-weights")
    return {kind: table[kind] for kind in ("person", "body", "word")}
