"""Acronyms: where a text defines one, where it uses it, and whether letters are a body's initials.

An account may define an acronym whose letters are not the initials of the words beside it: those of another language,
or mistyped. The definition itself ("the Free Ports Union (FHU)") is what ties them, so it is read from the text. The
invariant: letters alone never tie two acronyms that differ; a slip needs evidence from the context, which is asked
for elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from twosource.model.span import Span

_SHAPE = r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ&.\-]{1,7}"
_BRACKET = re.compile(rf"\s?[’']?s?\s?\(\s?(?:the\s)?[\"“]?({_SHAPE})[\"”]?\s?[),;]")
_APPOSED = re.compile(rf",?\s(?:or|known as|called)\s(?:the\s)?({_SHAPE})(?=[\s,.;])")
_ROMAN = re.compile(r"^[IVXLC]+$")
_LONGEST = 7


@dataclass(frozen=True, slots=True, order=True)
class Definition:
    """A name with the acronym that the text puts beside it."""

    name: Span
    acronym: Span


def is_acronym(text: str) -> bool:
    """Whether a word is written as an acronym: two to seven capitals, with or without points.

    >>> is_acronym("FPU"), is_acronym("F.P.U."), is_acronym("Fpu"), is_acronym("XIV")
    (True, True, False, False)
    """
    letters = bare(text)
    capitals = sum(map(str.isupper, letters))
    known_shape = 2 <= len(letters) <= _LONGEST and capitals >= 2 and capitals > len(letters) / 2
    return known_shape and letters.isalpha() and not _ROMAN.match(letters) and " " not in text.strip()


def bare(text: str) -> str:
    """An acronym's letters without points."""
    return re.sub(r"[.\-&’']", "", text)


def definitions(text: str, names: Sequence[Span]) -> tuple[Definition, ...]:
    """The acronyms that a text defines right behind a name, in text order.

    Args:
        text: The text.
        names: Spans of names of several words, in text order.

    >>> text = "the Free Ports Union (FPU) met"
    >>> [one.acronym.of(text) for one in definitions(text, [Span(4, 20)])]
    ['FPU']
    """
    found = []
    for name in names:
        match = _BRACKET.match(text, name.end) or _APPOSED.match(text, name.end)
        if match and is_acronym(match.group(1)):
            found.append(Definition(name, Span(*match.span(1))))
    return tuple(sorted(found))


def acronym_uses(text: str, names: Sequence[Span]) -> tuple[Span, ...]:
    """Every place where a text uses an acronym that it defines, in text order."""
    defined = sorted({definition.acronym.of(text) for definition in definitions(text, names)})
    if not defined:
        return ()
    pattern = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, defined))})(?!\w)")
    return tuple(Span(*match.span()) for match in pattern.finditer(text))


def fits(acronym: str, words: Sequence[str], full: Sequence[str]) -> bool:
    """Whether letters are the initials of a name: of all its words, or of those that are no particles.

    Args:
        acronym: With or without points.
        words: All words of the name.
        full: Those that are no particles.

    >>> fits("FPU", ("union", "of", "free", "ports"), ("free", "ports", "union"))
    True
    """
    letters = bare(acronym).casefold()
    return len(full) > 1 and letters in {_initials(words), _initials(full)}


def _initials(words: Sequence[str]) -> str:
    return "".join(word[:1] for word in words)


def is_slip(left: str, right: str) -> bool:
    """Whether two acronyms differ by one slip of the hand: a letter more, less, other, or two swapped.

    >>> is_slip("FPU", "FUP"), is_slip("FPU", "FU"), is_slip("FPU", "WHO")
    (True, False, False)
    """
    one, other = bare(left).upper(), bare(right).upper()
    return min(len(one), len(other)) > 2 and OSA.distance(one, other) == 1
