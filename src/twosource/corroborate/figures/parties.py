"""Whose people a count is of, where two nations fight: the dead of one side are none of the other's.

Each side tells its own losses ("four of its soldiers", "Tavir reported five dead") and those of the other. A nation is
a name that the account also uses as a word for its people ("Tavir", "Tavirian"), known by its first letters; who is
meant by "its own" is the nation that was named last. The invariant: whose they are is told only by
an account that counts people of two nations, and of soldiers; else its toll is that of the event.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.context import Context
from twosource.model.reading import Modality, QuantityMention

LETTERS = 4
"""First letters by which a country and its people are one."""
PEOPLE = re.compile(r"(?:i|[ai]n|ish|ese)s?$")
"""How a word ends that is made of a country's name."""
ENDING = re.compile(r"[aeiouy]+$")
OWN = frozenset({"its", "their"})
NEAR = 2
"""Words from the losses to the number that they are put at ("put its losses at seven")."""
SOLDIER = "soldier"
BEFALLING = frozenset({"death", "injury", "casualty", "missing", "arrest", None})
"""What may be told of each side's people, and a count of which nothing is told ("some 40 Tavirian ones")."""
OBJECTS = ("obj", "obl", "xcomp")


class Nations:
    """The nations that an account names, and where.

    Args:
        context: The account.
    """

    def __init__(self, context: Context) -> None:
        words: dict[str, set[str]] = defaultdict(set)
        named = [
            (at, token.text)
            for at, token in enumerate(context.tree.tokens)
            if token.text[:1].isupper() and token.text.isalpha() and len(token.text) >= LETTERS
        ]
        for _, text in named:
            words[_key(text)].add(text.lower())
        nations = {key for key, forms in words.items() if _is_nation(forms)}
        self._context = context
        self._named = [(at, _key(text)) for at, text in named if _key(text) in nations]

    def whose(self, mention: QuantityMention, head: int) -> str:
        """The nation whose people a figure counts; empty where none is told.

        Args:
            mention: A count of people.
            head: Its token that the others hang on.
        """
        inside = self._context.tree.tokens_in(mention.span)
        beside = next((key for at, key in self._named if at in inside), "")
        if beside:
            return beside
        own = self._own(inside)
        return self._last(own) if own is not None else self._reporter(head)

    def _own(self, inside: range) -> int | None:
        """The "its" within a figure, or that of the losses that it is the size of."""
        tokens = self._context.tree.tokens
        put = inside.start and tokens[inside.start - 1].text.lower() == "at"
        near = range(max(0, inside.start - 1 - NEAR), inside.stop) if put else inside
        return next((at for at in reversed(near) if tokens[at].text.lower() in OWN), None)

    def _last(self, index: int) -> str:
        """The nation that was named last before a word."""
        at = bisect_left(self._named, (index, ""))
        return self._named[at - 1][1] if at else ""

    def _reporter(self, head: int) -> str:
        """The nation that tells of the dead as such, "Tavir reported five dead"."""
        tokens = self._context.tree.tokens
        if tokens[head].deprel not in OBJECTS:
            return ""
        verb = tokens[head].head
        subject = self._context.tree.child(verb, "nsubj")
        if subject is None or not self._is_telling(verb):
            return ""
        at = bisect_left(self._named, (subject, ""))
        return self._named[at][1] if at < len(self._named) and self._named[at][0] == subject else ""

    def _is_telling(self, verb: int) -> bool:
        return self._context.is_saying(verb) or self._context.lexicon.is_around("counting", *self._context.forms(verb))


def with_parties(told: Sequence[Assertion]) -> list[Assertion]:
    """Forget whose people are counted where the account counts those of one nation alone; soldiers are one nation's.

    Args:
        told: All that one account asserts.
    """
    if len({one.topic.whose for one in told if one.topic.whose}) > 1:
        return list(told)
    return [
        one if not one.topic.whose or one.topic.subject == SOLDIER else replace(one, topic=replace(one.topic, whose=""))
        for one in told
    ]


def same_force(left: Assertion, right: Assertion) -> bool:
    """Whether two figures tell the same of one nation's people of one sort: no others are left out of either.

    Args:
        left, right: Assertions of figures.
    """
    one, other = left.topic, right.topic
    return bool(one.whose and one.subject and one.predicate) and (one.whose, one.subject, one.predicate) == (
        other.whose,
        other.subject,
        other.predicate,
    )


def told_by_two(left: Assertion, right: Assertion) -> bool:
    """Whether two figures are told by two voices, of which one may be nobody's whom the account names ("it said").

    Args:
        left, right: Assertions of one account.
    """
    both = left.modality is right.modality is Modality.REPORTED
    return both and left.attribution[:1] != right.attribution[:1]


def of_two_parties(left: Assertion, right: Assertion) -> bool:
    """Whether the people of two nations are counted.

    Args:
        left, right: Assertions of figures.
    """
    one, other = left.topic.whose, right.topic.whose
    return bool(one and other) and one != other


def _key(text: str) -> str:
    return text[:LETTERS].lower()


def _is_nation(forms: set[str]) -> bool:
    """Whether two forms of a name are those of a country and of its people."""
    people = [form for form in sorted(forms) if PEOPLE.search(form)]
    return any(form != other and other.startswith(ENDING.sub("", form)) for other in people for form in sorted(forms))
