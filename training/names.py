"""Names of many sets, brought to one convention: four types, no article, no possessive, no title.

Every word gets the set of labels that it may have, as bits (bit i: ``NAME_LABELS[i]``). A set that names no products
says "outside or other" where it says nothing; a partially labelled one says "anything"; 0 means no label at all.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

TYPES = ("person", "organization", "place", "other")
NAME_LABELS = ("O", *(f"{position}-{kind}" for kind in TYPES for position in "BI"))
OUTSIDE = 1
OTHER = (1 << NAME_LABELS.index("B-other")) | (1 << NAME_LABELS.index("I-other"))
ANY = (1 << len(NAME_LABELS)) - 1

_LEADING = {"the", "a", "an"}
_TRAILING = {"'s", "’s", "'", "’", ",", "."}
_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_TITLES, _JOINTS, _PLACES = (frozenset(_WORDS[name].split()) for name in ("titles", "joints", "places"))

_DEMONYM = re.compile(
    r"(?:ans?|ese|ish|i|is|[cehkn]s|ech|erbs?|roats?|hais?|utch|lovaks?|azakhs?|uropean|abs?|urks?|reeks?|urds?|lavs?"
    r"|ypriots?|wiss|lovenes?|anes?|wedes?|oles?|ilipinos?|aniards?|ritons?|entines?|ongols?|gyz|zbeks?|ajiks?)$"
)
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
    solid = [word for word in words if word.lower() not in _JOINTS]
    return bool(solid) and all(not word.islower() for word in solid)


def demonyms(tagged: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Words for people and adjectives of nations, told from countries by how the silver set and the trees tag them.

    Some sets call "Kenyan" a place. Only words that a set labels as places are looked up here, so that an adjective of
    another kind does no harm.

    Args:
        tagged: last words of names with ``geo`` or ``gpe``, and capitalised adjectives with ``ADJ``.
    """
    counts = Counter(tagged)
    words = sorted({word for word, kind in counts if kind != "geo"})
    return frozenset(
        word
        for word in words
        if word not in _PLACES
        and _DEMONYM.search(word)
        and counts[word, "gpe"] + counts[word, "ADJ"] > counts[word, "geo"]
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
    return types.get(kind) or types.get(kind.partition("_")[0]) or "maybe"


def _nation(words: Sequence[str], span: Span, meaning: str, nations: frozenset[str]) -> str:
    short = span[1] - span[0] <= 2
    return "other" if short and "place" in meaning and words[span[1] - 1] in nations else meaning


def _mark(allowed: list[int], span: Span, kept: Span, meaning: str) -> None:
    allowed[span[0] : span[1]] = [OUTSIDE] * (span[1] - span[0])
    for place in range(kept[0], kept[1]):
        position = "B" if place == kept[0] else "I"
        allowed[place] = sum(1 << NAME_LABELS.index(f"{position}-{kind}") for kind in meaning.split("|"))


def _may_be_name(words: Sequence[str], place: int) -> bool:
    if not words[place].islower():
        return any(letter.isalpha() for letter in words[place])
    around = [*words[max(place - 1, 0) : place], *words[place + 1 : place + 2]]
    return len(around) == 2 and all(word[:1].isupper() for word in around)
