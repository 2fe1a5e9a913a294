"""Names of one article agree: the same name is of the same type wherever the article has it.

One sentence often cannot say whether "Orlund" is a firm, a town or a man; another sentence of the article can. Each
name hears what the article's other mentions of it say, a surname alone what is said of the full names that end in it,
and a short form what is said of the name that it was put behind in brackets, as reporters write a name in full once and
shortly afterwards (one sense per discourse: Gale, Church and Yarowsky 1992). What the sentences say of its being a name
at all is ``mentions.py``'s, where it was read in parts ``whole.py``'s, what its own words lean
to ``makeup.py``'s, and what a word alone can never be ``peoples.py``'s and ``media.py``'s.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from twosource.annotate.decoding.decode import TYPES, type_evidence
from twosource.annotate.encoder import Parsed
from twosource.annotate.names.makeup import NAMED, leaning, sport_share
from twosource.annotate.names.media import names_outlet
from twosource.annotate.names.mentions import Name, find_again
from twosource.annotate.names.peoples import names_people
from twosource.annotate.names.whole import made_whole, with_partners

WEIGHT = 0.8
"""What another mention counts beside one's own sentence: below 1, so that equally sure ones keep their types. From 0.5
to 1, micro F1 rose by 0.3 on every second article of one set of world news and by 0.1 of another."""

LEAST = -4.0
"""No mention speaks against a type by more than this (natural logarithm), so that one slip outvotes nothing."""

_Evidence = npt.NDArray[np.float64]
_OTHER = "other"


def agree(sentences: Sequence[Sequence[str]], parsed: Sequence[Parsed]) -> list[Parsed]:
    """Let the sentences of an article agree on its names.

    Args:
        sentences: the words of each sentence of one article.
        parsed: what the encoder read in them.

    Returns:
        The same readings with revised names; nothing else changes.
    """
    names, heard = listened(sentences, parsed)
    return [
        replace(one, names=tuple(_settled(words, one, found, heard)))
        for words, one, found in zip(sentences, parsed, names, strict=True)
    ]


@dataclass(slots=True)
class Heard:
    """What the article says of the types of its names."""

    sport: float
    whole: dict[str, _Evidence] = field(default_factory=lambda: defaultdict(_nothing))
    surnames: dict[str, _Evidence] = field(default_factory=lambda: defaultdict(_nothing))
    short: dict[str, str] = field(default_factory=dict)

    def listen(self, words: Sequence[str], name: Name, own: _Evidence) -> None:
        """Take in one mention."""
        start, end, kind = name
        self.whole[" ".join(words[start:end])] += own
        if kind == "person" and end - start > 1:
            self.surnames[words[end - 1]] += own

    def said(self, words: Sequence[str], one: Parsed, name: Name) -> tuple[_Evidence, bool]:
        """What a mention's own sentence and all others say of its type, and whether there are no others."""
        own = _bounded(one, name)
        others = self._others(" ".join(words[name[0] : name[1]]), own)
        return own + WEIGHT * others, not others.any()

    def _others(self, text: str, own: _Evidence) -> _Evidence:
        found = self.whole[text] - own
        if text in self.surnames:
            found = found + self.surnames[text]
        if text in self.short:
            found = found + self.whole[self.short[text]]
        return found


def listened(sentences: Sequence[Sequence[str]], parsed: Sequence[Parsed]) -> tuple[list[list[Name]], Heard]:
    """The names of each sentence, and what the article says of their types."""
    names = find_again(sentences, parsed)
    heard = Heard(sport_share(one.lemmas for one in parsed))
    for words, one, found in zip(sentences, parsed, names, strict=True):
        for name in found:
            heard.listen(words, name, _bounded(one, name))
        heard.short.update(_short_forms(words, found))
    return names, heard


def _nothing() -> _Evidence:
    return np.zeros(len(TYPES))


def _bounded(one: Parsed, name: Name) -> _Evidence:
    return np.maximum(type_evidence(one.scores, *name[:2])[0], LEAST)


def _settled(words: Sequence[str], one: Parsed, names: Sequence[Name], heard: Heard) -> Iterator[Name]:
    typed = []
    for name in names:
        start, end, _ = name
        said, alone = heard.said(words, one, name)
        typed.append((start, end, _type(words[start:end], said, alone, heard.sport)))
    for start, end, kind in with_partners(words, made_whole(words, typed)):
        yield start, end, _allowed(words[start:end], kind, heard)


def _type(name: Sequence[str], said: _Evidence, alone: bool, sport: float) -> str:
    """The likeliest type; the name's own words choose among those that bear names, and never what is one of them."""
    likeliest = TYPES[int(said.argmax())]
    return NAMED[int((said[: len(NAMED)] + leaning(name, alone, sport)).argmax())] if likeliest in NAMED else likeliest


def _allowed(name: Sequence[str], kind: str, heard: Heard) -> str:
    """A people is no body and no place; an outlet is no person, unless the article has one of that surname."""
    if kind in ("organization", "place") and names_people(name):
        return _OTHER
    outlet = kind == "person" and " ".join(name) not in heard.surnames and names_outlet(name)
    return "organization" if outlet else kind


def _short_forms(words: Sequence[str], names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Short forms in brackets behind the name that their letters begin the words of: "Tarnby Port Authority (TPA)"."""
    before = {end: " ".join(words[start:end]) for start, end, _ in names}
    for start, end, _ in names:
        long = before.get(start - 1)
        if long and end - start == 1 and words[start - 1] == "(" and _abbreviates(words[start], long):
            yield words[start], long


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of ``short`` stand, in order, among the first letters of the words of ``long``."""
    first = iter(word[0].casefold() for word in long.split())
    return len(short) > 1 and short[:2].isupper() and all(letter in first for letter in short.casefold())
