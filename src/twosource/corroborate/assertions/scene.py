"""Where an incident happened, as several accounts tell: "in the 400 block of Alder Street", "on Alder Street".

A street that two accounts name where they tell of an incident is its scene. Reach for it over all accounts of a story
at once. Accounts write a street by number or word ("7 Mile", "Seven Mile"), with or without the block and the quarter
of the compass, and name one or both of a corner. The invariant: streets agree here and never contradict each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.incident import tells_of_incident
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.assertions.whereabouts import place_words
from twosource.corroborate.context import Context
from twosource.model.claim import ClaimType
from twosource.model.reading import EntityType
from twosource.model.span import Span
from twosource.model.value import Wording
from twosource.resources import load

SCENE = "scene"
_WORD = r"(?:[A-Z][\w'’]*\.?|\d+(?:st|nd|rd|th))"
MILE = "mile"
"""The way that a street is a number of: "7 Mile Road" is "Seven Mile"."""


@dataclass(frozen=True, slots=True)
class Written:
    """How a language writes streets.

    Attributes:
        named: A street, with the block before it.
        ways: Each form of a kind of way to the kind.
        compass: Words before a name that accounts leave out.
        numbers: Numbers and ordinals as words, to their figures.
    """

    named: re.Pattern[str]
    ways: Mapping[str, str]
    compass: frozenset[str]
    numbers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """A street in a sentence of an account."""

    context: Context
    sentence: int
    span: Span


def scenes(read: Sequence[Context], voices: Voices) -> Iterator[Assertion]:
    """The streets of an incident that several accounts name, a claim for each place.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
    """
    told: defaultdict[str, list[Place]] = defaultdict(list)
    for context in read:
        for number, sentence in enumerate(context.reading.sentences):
            if tells_of_incident(context, number):
                for street, span in streets_in(context, sentence).items():
                    told[street].append(Place(context, number, span))
    shared = {street: places for street, places in sorted(told.items()) if _accounts(places) > 1}
    for street, first in _corners(shared).items():
        for place in shared[street]:
            topic = Topic(subject=first, predicate=SCENE, words=frozenset({street}))
            value = Wording(place.span.of(place.context.reading.text))
            yield stated(place.context, voices, Found(ClaimType.ATTRIBUTE, place.span, topic, value))


def streets_in(context: Context, span: Span) -> dict[str, Span]:
    """The streets that a passage names, each where it first does, with its block.

    Args:
        context: The account.
        span: The passage.
    """
    written = _written(context.account.article.language or "en")
    found: dict[str, Span] = {}
    for match in written.named.finditer(context.reading.text, span.start, span.end) if written else ():
        place = Span(match.start(), match.end())
        bodies = (one for one in context.names_in(span) if one.type is EntityType.ORGANIZATION)
        if written and (street := _street(match, written)) and not any(one.span.overlaps(place) for one in bodies):
            found.setdefault(street, place)
    return found


def _street(match: re.Match[str], written: Written) -> str:
    words = [written.numbers.get(word, word) for word in re.findall(r"[\w'’]+", match["name"].lower())]
    while words and words[0] in written.compass:
        words = words[1:]
    way = match["way"].lower()
    return " ".join((*words, written.ways.get(way, way))) if words else ""


def _corners(shared: Mapping[str, Sequence[Place]]) -> dict[str, str]:
    """Each street to the one that stands for its place: the first of those that one sentence names together."""
    into = {street: street for street in shared}
    together: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for street, places in shared.items():
        for place in places:
            together[place.context.account.article.id, place.sentence].append(street)
    for streets in together.values():
        homes = {into[street] for street in streets}
        into = {street: min(homes) if home in homes else home for street, home in into.items()}
    return into


def _accounts(places: Sequence[Place]) -> int:
    return len({place.context.account.article.id for place in places})


@cache
def _written(language: str) -> Written | None:
    places = place_words(language)
    if places is None:
        return None
    words = load(language, "places")["written"]
    ways = {**places.ways, MILE: MILE, **{f"{MILE} {form}": MILE for form in places.ways}}
    forms = "|".join(sorted((form.title() for form in ways), key=lambda form: (-len(form), form)))
    numbers = {word: str(number) for number, word in enumerate(words["numbers"], 1)}
    ordinals = dict(zip(words["ordinals"], words["ordered"], strict=True))
    counted = "|".join(["[0-9]{1,2}", *(word.title() for word in words["numbers"])])
    block = r"(?:\b\d[\d,]{1,6}[ -][Bb]lock (?:of |on )?(?:the )?)?"
    named = rf"{block}\b(?:(?P<name>{_WORD}(?: {_WORD}){{0,2}}|(?:{counted})(?= Mile\b)) (?P<way>{forms}))\b"
    return Written(re.compile(named), ways, frozenset(words["compass"]), numbers | ordinals)
