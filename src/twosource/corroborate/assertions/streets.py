"""How accounts call a street, where they call it two ways: "Alder Drive" and "Alder Road", "Haskel Street" and "Haskell
Street".

Another kind of way behind one name, or a letter or two in it, make a slip, and somebody should look at a map. Reach for
it over all accounts of a story at once. An account that has both forms ("at Alder Drive and Alder Road") knows two
streets, and then the story does. What is no slip: abbreviations, plurals of the kind, and names that many streets bear
("High", "County"), which with another word are other streets, courts and offices.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from rapidfuzz.distance import OSA

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.assertions.whereabouts import place_words
from twosource.corroborate.context import Context
from twosource.model.claim import ClaimType
from twosource.model.reading import Modality
from twosource.model.span import Span
from twosource.model.value import Wording
from twosource.resources import load

STREET, BLOCK = "street", "block"
LEAST_LETTERS = (5, 7)
"""Letters of a name from which on another letter in it is a slip, and two: "Mill" and "Hill" are two streets."""
MOST_STREETS = 60
"""Streets that are compared: an account that lists more tells of no scene."""
_BLOCK = re.compile(r"\b(\d[\d,]{1,6})[ -][Bb]lock (?:of |on )?(?:the )?(?:[NSEW]{1,2}\.? )?")


@dataclass(frozen=True, slots=True, order=True)
class Street:
    """A street as it is compared: its name in plain letters, and what kind of way it is."""

    name: str
    way: str

    def __str__(self) -> str:
        return f"{self.name} {self.way}"


@dataclass(frozen=True, slots=True)
class StreetWords:
    """A language's words for streets.

    Attributes:
        named: A street's name and the kind of way behind it.
        ways: Each form of a kind to the kind.
        before: Words before a name that are no part of it.
        shared: Names that many streets bear.
    """

    named: re.Pattern[str]
    ways: Mapping[str, str]
    before: frozenset[str]
    shared: frozenset[str]


def street_names(read: Sequence[Context], voices: Voices) -> Iterator[Assertion]:
    """How each account calls the streets that the accounts call two ways, by account.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
    """
    told = [_streets(context) for context in read]
    called = _called_two_ways([frozenset(streets) for streets in told])
    for context, streets in zip(read, told, strict=True):
        for street, span in streets.items():
            if street in called:
                topic = Topic(subject=called[street], predicate=STREET, words=frozenset({str(street)}))
                found = Found(ClaimType.ATTRIBUTE, span, topic, _worded(context, span))
                yield replace(stated(context, voices, found), attribution=(), modality=Modality.ASSERTED)


def blocks(read: Sequence[Context], voices: Voices) -> Iterator[Assertion]:
    """The block of a street that each account gives, where they give two: "the 1700 block of Alder Drive".

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
    """
    told: defaultdict[str, list[tuple[Context, str, Span]]] = defaultdict(list)
    for context in read:
        for way, numbers in _blocks(context).items():
            if len(numbers) == 1:  # an account that gives two tells of two places
                told[str(way)].extend((context, number, span) for number, span in numbers.items())
    for street, given in sorted(told.items()):
        if len({number for _, number, _ in given}) > 1:
            for context, number, span in given:
                topic = Topic(subject=street, predicate=BLOCK, words=frozenset({number}))
                yield stated(context, voices, Found(ClaimType.ATTRIBUTE, span, topic, _worded(context, span)))


def sites(context: Context, span: Span) -> frozenset[str]:
    """The streets that a passage names, or else the only one of the account: where what it tells happened.

    Args:
        context: The account.
        span: The passage.
    """
    streets = _streets(context)
    inside = {str(street) for street, place in streets.items() if place.overlaps(span)}
    return frozenset(inside or (map(str, streets) if len(streets) == 1 else ()))


def is_slip(one: Street, other: Street) -> bool:
    """Whether two streets are likely one, of which one account has a wrong letter or another kind of way.

    >>> is_slip(Street("haskell", "street"), Street("haskel", "street"))
    True
    >>> is_slip(Street("tolberry", "lane"), Street("tolbury", "lane"))
    True
    >>> is_slip(Street("mill", "lane"), Street("hill", "lane"))
    False
    """
    if one.name == other.name:
        return one.way != other.way
    edits = sum(min(len(one.name), len(other.name)) >= least for least in LEAST_LETTERS)
    return one.way == other.way and OSA.distance(one.name, other.name) <= edits


def _called_two_ways(told: Sequence[frozenset[Street]]) -> Mapping[Street, str]:
    """The streets that accounts call two ways, each to what stands for both."""
    accounts: defaultdict[Street, set[int]] = defaultdict(set)
    for number, streets in enumerate(told):
        for street in streets:
            accounts[street].add(number)
    pairs = [pair for pair in combinations(sorted(accounts)[:MOST_STREETS], 2) if is_slip(*pair)]
    two = {each for pair in pairs if accounts[pair[0]] & accounts[pair[1]] for each in pair}
    found: dict[Street, str] = {}
    for one, other in pairs:
        if two.isdisjoint((one, other)):
            first = found.get(one) or found.get(other) or str(one)
            found |= {one: first, other: first}
    return found


def _streets(context: Context) -> dict[Street, Span]:
    """The streets that an account names, each where it first does."""
    known = _street_words(context.account.article.language or "en")
    found: dict[Street, Span] = {}
    for match in known.named.finditer(context.reading.text) if known else ():
        if known and (read := _street(match, known)):
            found.setdefault(*read)
    return found


def _blocks(context: Context) -> dict[Street, dict[str, Span]]:
    """The numbers of the blocks that an account gives, by street."""
    known = _street_words(context.account.article.language or "en")
    found: defaultdict[Street, dict[str, Span]] = defaultdict(dict)
    for block in _BLOCK.finditer(context.reading.text) if known else ():
        match = known.named.match(context.reading.text, block.end()) if known else None
        if known and match and (read := _street(match, known)):
            found[read[0]].setdefault(block[1].replace(",", ""), Span(block.start(), read[1].end))
    return found


def _street(match: re.Match[str], known: StreetWords) -> tuple[Street, Span] | None:
    """What a match names and where, without the words before the name."""
    words = match[1].split()
    while words and words[0].lower() in known.before:
        words = words[1:]
    name = re.sub(r"[^a-z ]", "", " ".join(words).lower())
    if not name or name in known.shared:
        return None
    return Street(name, known.ways[match[2].lower()]), Span(match.end(1) - len(" ".join(words)), match.end(2))


def _worded(context: Context, span: Span) -> Wording:
    return Wording(span.of(context.reading.text))


@cache
def _street_words(language: str) -> StreetWords | None:
    places = place_words(language)
    if places is None:
        return None
    table = load(language, "places")["streets"]
    ways = {form: way for form, way in places.ways.items() if way in table["ways"] and not form.endswith("s")}
    forms = "|".join(sorted(form.capitalize() for form in ways))
    return StreetWords(
        named=re.compile(rf"\b((?:[A-Z][a-z][\w'’]* ){{0,2}}[A-Z][a-z][\w'’]*) ({forms})\b"),
        ways=ways,
        before=frozenset(table["before"]),
        shared=frozenset(table["shared"]),
    )
