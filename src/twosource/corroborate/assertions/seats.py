"""What post an account gives somebody at a body, where the accounts give two that nobody has at once: "the bank's chief
financial officer", "the bank's head of risk".

Most words for what somebody is go together (president and chief executive, spokesman and inspector). Two fields at one
body do not, so only posts with a field are compared, and only where both accounts name the same body beside them. An
account that gives both knows of two posts, and so does the story; who was or only acts as something is compared
elsewhere (roles.py). The invariant: each account gives a person one post, and its fields stand in ``topic.words``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.keyed import sides_by_keys
from twosource.corroborate.assertions.roles import role_words
from twosource.corroborate.context import Context
from twosource.model.claim import ClaimType
from twosource.resources import languages, load

SEAT = "seat"
STEM = 5
"""Letters by which two words for one field are one: "financial" and "finance"."""
_OWNED = re.compile(r"(.*\b([\w-]+))['’]s? (.*)$")


@dataclass(frozen=True, slots=True)
class Seat:
    """A post with its field.

    Attributes:
        field: Stems of the words for it.
        body: Whose it is, where that stands before it ("bank").
    """

    field: frozenset[str]
    body: str | None


@dataclass(frozen=True, slots=True)
class SeatWords:
    """A language's words for such posts."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    top: frozenset[str]
    wide: frozenset[str]


def seats(read: Sequence[Context], said: Iterable[Assertion]) -> Iterator[Assertion]:
    """The posts of those persons to whom the accounts give two that exclude each other, by account.

    Args:
        read: The accounts of a story.
        said: What they assert, the roles among it.
    """
    names = {word for one in read for name in one.reading.names for word in name.text.lower().split()}
    language = {one.account.article.id: one.account.article.language or "en" for one in read}
    held: defaultdict[str, dict[str, list[tuple[Assertion, Seat]]]] = defaultdict(dict)
    for one in said:
        if one.type is ClaimType.ROLE and one.topic.subject and one.value is not None:
            seat = read_seat(one.value.text, frozenset(names), language[one.article])
            if seat is not None:
                held[one.topic.subject].setdefault(one.article, []).append((one, seat))
    for person, told in sorted(held.items()):
        fields = {account: frozenset().union(*(seat.field for _, seat in found)) for account, found in told.items()}
        sides = sides_by_keys(list(fields.values()))
        bodies = [{seat.body for n in side for _, seat in list(told.values())[n]} - {None} for side in sides]
        if len(sides) > 1 and set.intersection(*bodies):
            for account, found in told.items():
                topic = Topic(subject=person, predicate=SEAT, people=frozenset({person}), words=fields[account])
                yield replace(found[0][0], type=ClaimType.ATTRIBUTE, topic=topic)


def read_seat(text: str, names: frozenset[str] = frozenset(), language: str = "en") -> Seat | None:
    """A post with its field, or ``None`` where a phrase names none, or one that somebody had or only acts as.

    >>> sorted(read_seat("bank's chief financial officer").field), read_seat("bank's head of risk").body
    (['finan'], 'bank')
    >>> read_seat("former head of risk"), read_seat("director of the bank", frozenset({"bank"}))
    (None, None)
    """
    known, phrase = seat_words(language), text.lower()
    if known is None or not role_words(language).states.keys().isdisjoint(re.findall(r"[\w-]+", phrase)):
        return None
    owned = _OWNED.match(phrase)
    body, post = (owned[2], owned[3]) if owned else (None, phrase)
    if post in known.top:
        return Seat(frozenset({"top"}), body)
    found = known.before.search(post) or known.behind.search(post)
    words = re.findall(r"[\w-]+", next(filter(None, found.groups()))) if found else []
    field = frozenset(word[:STEM] for word in words if word not in known.wide | names | {"and", "the", "of"})
    return Seat(field, body) if field else None


@cache
def seat_words(language: str) -> SeatWords | None:
    """The words for posts of a language, or ``None``."""
    table = load(language, "roles-qualifiers").get("seats") if language in languages("roles-qualifiers") else None
    if table is None:
        return None
    nouns = "|".join(table["nouns"])
    return SeatWords(
        before=re.compile(rf"\bchief ([\w-]+)|\b([\w-]+) (?:{nouns})$"),
        behind=re.compile(rf"\b(?:{nouns}) (?:of|for) (?:the )?([\w-]+(?: (?:and )?[\w-]+)?)"),
        top=frozenset(table["top"]),
        wide=frozenset(table["wide"]),
    )
