"""Names of many sets, brought to one convention: four types, no article, no possessive, no title.

Every word gets the set of labels that it may have, as bits (bit i: ``NAME_LABELS[i]``). A set that names no products
says "outside or other" where it says nothing; a partially labelled one says "anything"; 0 means no label at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

TYPES = ("person", "organization", "place", "other")
NAME_LABELS = ("O", *(f"{position}-{kind}" for kind in TYPES for position in "BI"))
OUTSIDE = 1
OTHER = (1 << NAME_LABELS.index("B-other")) | (1 << NAME_LABELS.index("I-other"))
ANY = (1 << len(NAME_LABELS)) - 1

_LEADING = {"the", "a", "an"}
_TRAILING = {"'s", "’s", "'", "’", ",", "."}
_TITLES = set(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame president vice vice-president prime minister "
    "premier chancellor foreign interior defense defence finance secretary secretary-general state senator sen. sen "
    "representative rep. rep congressman congresswoman governor gov. gov mayor ambassador general gen. gen lieutenant lt. lt "
    "colonel col. col major maj. maj captain capt. capt sergeant sgt. sgt admiral adm. adm corporal cpl. private commander "
    "marshal king queen prince princess sultan emir sheikh sheik ayatollah imam mullah pope cardinal archbishop bishop "
    "reverend rev. rev father judge justice attorney chief deputy director chairman chairwoman spokesman spokeswoman speaker "
    "of".split()
)
# "President General Pervez" and "Secretary of State Rice" lose all their leading titles; a title alone is left whole.

_DEMONYM = re.compile(r"(?:[aei]ans?|nese|guese|lese|ish|i|is|ns|ks|rs|bs|ts|ech|wiss|hai|utch|rench|elsh|Arab|Turk|Greek)$")
_PLAIN = {"of", "the", "and", "for", "in", "on", "de", "al", "bin", "von", "van", "del", "la", "&", "-", "'s", "’s", "'", ".", ",", "et"}

Span = tuple[int, int, str]


def spans_of(tags: Sequence[str]) -> list[Span]:
    """Read BIO, IOB1 or IO tags.

    Args:
        tags: such as ``B-LOC``; a bare type change begins a new span.
    """
    spans: list[Span] = []
    start, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        position, _, found = tag.partition("-")
        if kind and (position in "OB" or found != kind):
            spans.append((start, place, kind))
            kind = ""
        if position != "O" and not kind:
            start, kind = place, found
    return spans


def trimmed(words: Sequence[str], span: Span, person: bool) -> Span | None:
    """Leave articles, possessives and, of persons, titles outside.

    Returns:
        The shorter span, or None when nothing is left.
    """
    start, end, kind = span
    while start < end and words[start].lower() in _LEADING:
        start += 1
    while start < end and words[end - 1] in _TRAILING:
        end -= 1
    while person and end - start > 1 and words[start].lower() in _TITLES:
        start += 1
    return (start, end, kind) if start < end else None


def is_proper(words: Sequence[str]) -> bool:
    """Whether a span can be a name: capitals or digits in every word but the small ones between."""
    solid = [word for word in words if word.lower() not in _PLAIN]
    return bool(solid) and all(not word.islower() for word in solid)


def demonyms(tagged: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Words for people and adjectives of nations, told from countries by how the silver set tags them.

    Args:
        tagged: names of one word with ``geo`` or ``gpe``.
    """
    counts = Counter(tagged)
    words = sorted({word for word, kind in counts if kind == "gpe"})
    return frozenset(
        word for word in words if _DEMONYM.search(word) and counts[word, "geo"] < 0.3 * counts[word, "gpe"]
    )


def masks(
    words: Sequence[str],
    spans: Sequence[Span],
    types: Mapping[str, str],
    *,
    complete: bool,
    unknown: bool,
    nations: frozenset[str],
) -> list[int]:
    """The labels that each word may have.

    Args:
        words: the sentence.
        spans: the set's own spans.
        types: the set's types: ours.
        complete: whether a word outside is no name of the kind "other" either.
        unknown: whether an unlabelled capitalised word may be any name.
        nations: demonyms, which are "other" whatever the set says.
    """
    outside = OUTSIDE if complete else OUTSIDE | OTHER
    allowed = [ANY if unknown and _may_be_name(words, place) else outside for place in range(len(words))]
    for span in spans:
        meaning = _meaning(types, span[2])
        kept = trimmed(words, span, meaning == "person")
        if meaning == "maybe" or kept is None or not is_proper(words[kept[0] : kept[1]]):
            fill = OUTSIDE | OTHER if meaning == "maybe" else ANY
            allowed[span[0] : span[1]] = [fill] * (span[1] - span[0])
        elif meaning != "outside":
            _mark(allowed, span, kept, _nation(words, kept, meaning, nations))
    return allowed


def _meaning(types: Mapping[str, str], kind: str) -> str:
    return types.get(kind) or types.get(kind.split("_")[0]) or "maybe"


def _nation(words: Sequence[str], span: Span, meaning: str, nations: frozenset[str]) -> str:
    one = span[1] - span[0] == 1
    return "other" if one and "place" in meaning and words[span[0]] in nations else meaning


def _mark(allowed: list[int], span: Span, kept: Span, meaning: str) -> None:
    allowed[span[0] : span[1]] = [OUTSIDE] * (span[1] - span[0])
    for place in range(kept[0], kept[1]):
        position = "B" if place == kept[0] else "I"
        allowed[place] = sum(1 << NAME_LABELS.index(f"{position}-{kind}") for kind in meaning.split("|"))


def _may_be_name(words: Sequence[str], place: int) -> bool:
    if not words[place].islower():
        return any(letter.isalpha() for letter in words[place])
    around = words[max(place - 1, 0) : place] + words[place + 1 : place + 2]
    return len(around) == 2 and all(word[:1].isupper() for word in around)
