"""One sentence with two words in it that exclude each other: "was on parole for", "was on probation for".

Few words exclude each other in any story: the two sides of a town, two parts of a house, two sorts of supervision.
They are data (``opposites``), and with few common words around them two accounts tell of one thing. Names in one frame
are read by ``exchanged``. An account that has both words anywhere ("from the hallway she saw him on the stairs") knows
both, and stands on no side. The invariant: each account gives one word a frame.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.surroundings import Slot, pairs, shared, slot
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import NOMINAL, Context
from twosource.resources import languages, load

OPPOSED_PLACE, OPPOSED_WORD = "opposed place", "opposed word"
LEAST = 3
"""Words in a row around the two that accounts must share, a verb or a noun among them. Of 1,115 real stories five have
two such words in so many, all of one thing; of all near-opposites that have so many most are of two things."""
TELLING = NOMINAL | {"VERB"}


def opposed(read: Sequence[Context], voices: Voices) -> Iterator[Assertion]:
    """The words of accounts that exclude another account's in the same frame, by frame and account.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
    """
    given: dict[str, dict[str, Slot]] = defaultdict(dict)
    known = {context.account.article.id: _words(context) for context in read}
    for one, other in pairs([each for context in read for each in _slots(context)], 1):
        words, tags = shared(one, other)
        if words < LEAST or tags.isdisjoint(TELLING) or one.value == other.value:
            continue
        if one.value in known[other.article] or other.value in known[one.article]:
            continue
        for each in (one, other):
            given[" ".join(sorted((one.value, other.value)))].setdefault(each.article, each)
    for subject, told in sorted(given.items()):
        for _, each in sorted(told.items()):
            yield each.told(voices, subject, each.kind.rpartition(" ")[0])


def _words(context: Context) -> frozenset[str]:
    return frozenset(form for at in range(len(context.tree.tokens)) for form in context.forms(at))


def _slots(context: Context) -> Iterator[Slot]:
    """The words of an account that others exclude, by the groups that they are of; those of names are no such words."""
    groups = _groups(context.account.article.language or "en")
    for at, token in enumerate(context.tree.tokens):
        for word in sorted(set(context.forms(at))):
            for kind in groups.get(word, ()) if token.upos != "PROPN" else ():
                yield slot(context, token.span, word, kind)


@cache
def _groups(language: str) -> dict[str, tuple[str, ...]]:
    """The kinds of what each word excludes; a kind ends in the number of its group."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    table = load(language, "opposites").get("excluding", {}) if language in languages("opposites") else {}
    for kind, groups in sorted(table.items()):
        for number, words in enumerate(groups):
            for word in words:
                found[word].append(f"opposed {kind} {number}")
    return {word: tuple(kinds) for word, kinds in found.items()}
