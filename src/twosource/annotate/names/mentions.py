"""A name that one sentence of an article shows and another hides.

One sentence often cannot say whether "Orlund" is a name at all; another can. Every place where a name's words stand in
the article says how likely it is to be one there, and each place hears the others: what most of them deny is dropped,
what they show is found again. The invariants: names of a sentence stay in order and apart, a name that is found again
was found elsewhere in the article, word for word, and time is in proportion to the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.annotate.decoding.decode import TYPES, type_evidence
from twosource.annotate.encoder import Parsed

HEARD = 0.5
"""What another place counts beside one's own. From 0.3 to 1 made no difference on every second article of two sets."""

BOUND = 4.0
"""No place speaks for or against a name by more than this (natural logarithm of the odds)."""

LONGEST = 8
"""Names of more words are not looked for elsewhere: they hardly ever come back word for word."""

Name = tuple[int, int, str]
_Known = dict[str, dict[int, set[tuple[str, ...]]]]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name's words stand: sentence, first word, the word behind the last, and what is read there."""

    sentence: int
    start: int
    end: int
    found: bool
    odds: float

    @property
    def voice(self) -> float:
        """What this place says to the others."""
        return max(-BOUND, min(BOUND, self.odds))


def find_again(sentences: Sequence[Sequence[str]], parsed: Sequence[Parsed]) -> list[list[Name]]:
    """Let the sentences of an article agree on what is a name.

    Args:
        sentences: the words of each sentence of one article.
        parsed: what the encoder read in them.

    Returns:
        The names of each sentence; those found again have the type that is likeliest where they stand.
    """
    names = [{name[:2]: name for name in one.names} for one in parsed]
    added: dict[int, list[_Place]] = defaultdict(list)
    for places in _places(sentences, parsed).values():
        said = sum(place.voice for place in places)
        for place in places:
            verdict = place.odds + HEARD * (said - place.voice)
            if place.found and verdict < 0:
                del names[place.sentence][place.start, place.end]
            elif not place.found and verdict > 0:
                added[place.sentence].append(place)
    for sentence, places in added.items():
        _add(names[sentence], places, parsed[sentence])
    return [sorted(found.values()) for found in names]


def _places(sentences: Sequence[Sequence[str]], parsed: Sequence[Parsed]) -> dict[tuple[str, ...], list[_Place]]:
    """Where the words of each name stand, of those that stand in two places or more."""
    standing: dict[tuple[str, ...], list[tuple[int, int, bool]]] = defaultdict(list)
    known = _known(sentences, parsed)
    for number, (words, one) in enumerate(zip(sentences, parsed, strict=True)):
        for start, end, found in _standing(words, one, known):
            standing[tuple(words[start:end])].append((number, start, found))
    places = {}
    for name, spots in standing.items():
        if len(spots) > 1:
            ends = [(number, start, start + len(name), found) for number, start, found in spots]
            places[name] = [_Place(*spot, type_evidence(parsed[spot[0]].scores, *spot[1:3])[1]) for spot in ends]
    return places


def _known(sentences: Sequence[Sequence[str]], parsed: Sequence[Parsed]) -> _Known:
    """The article's names by their first word and their length."""
    known: _Known = {}
    for words, one in zip(sentences, parsed, strict=True):
        for start, end, _ in one.names:
            if end - start <= LONGEST:
                known.setdefault(words[start], {}).setdefault(end - start, set()).add(tuple(words[start:end]))
    return known


def _standing(words: Sequence[str], one: Parsed, known: _Known) -> Iterator[tuple[int, int, bool]]:
    """Where a sentence has the words of a name, with whether it was found there; not within other names."""
    inside = [False] * len(words)
    whole = set()
    for start, end, _ in one.names:
        whole.add((start, end))
        inside[start:end] = [True] * (end - start)
    for start, word in enumerate(words):
        for length, names in known.get(word, {}).items():
            end = start + length
            found = (start, end) in whole
            if tuple(words[start:end]) in names and (found or not any(inside[start:end])):
                yield start, end, found


def _add(names: dict[tuple[int, int], Name], places: Sequence[_Place], one: Parsed) -> None:
    """Put in what was found again, the longest first, each beside those that stand there."""
    taken = {word for start, end in names for word in range(start, end)}
    for place in sorted(places, key=lambda place: (place.start - place.end, place.start)):
        if taken.isdisjoint(range(place.start, place.end)):
            likeliest = int(type_evidence(one.scores, place.start, place.end)[0].argmax())
            names[place.start, place.end] = (place.start, place.end, TYPES[likeliest])
            taken.update(range(place.start, place.end))
