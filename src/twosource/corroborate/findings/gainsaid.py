"""Whether one speaker says that something is so, and another that it is not: denials and what they deny."""

from __future__ import annotations

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.voice import telling
from twosource.corroborate.lexicon import Lexicon
from twosource.model.reading import Modality

FEWEST = 2
"""Things that a denial and what it denies both name, at least."""
SHARE = 0.4
"""Part of all things that the two name which they must share: "we found no munitions in Hall 9", "shells were kept in
Hall 9" share three of six or seven. Two sentences about one gun share one or two of eight."""


def is_denied(one: Assertion) -> bool:
    """Whether an assertion says that something is not so."""
    return one.negated or one.modality is Modality.DENIED


def gainsays(left: Assertion, right: Assertion) -> bool:
    """Whether one speaker denies what another says: of two, one has a negation, and they name the same things.

    Args:
        left, right: Quotations, allegations or denials.
    """
    if left.topic.subject == right.topic.subject or is_denied(left) == is_denied(right):
        return False
    if left.modality is right.modality is Modality.REPORTED:
        return False  # two quotations on one matter, one with a "not": neither is said to allege or to deny
    shared, named = left.topic.things & right.topic.things, left.topic.things | right.topic.things
    return len(shared) >= FEWEST and len(shared) >= SHARE * len(named)


def opposes(left: Assertion, right: Assertion, lexicon: Lexicon) -> bool:
    """Whether two speakers part in a word and its opposite: "the doors were locked", "the doors were unlocked".

    Args:
        left, right: Quotations on one matter, of two speakers, both affirmed or both denied.
        lexicon: The language's opposites.
    """
    one, other = left.topic.words - right.topic.words, right.topic.words - left.topic.words
    return any(
        lexicon.opposed(word, their) or lexicon.turned(word, their) for word in sorted(one) for their in sorted(other)
    )


def speaker_words(one: Assertion) -> frozenset[str]:
    """The telling words of the names of all who are said to say so."""
    return frozenset(word for who in one.attribution for word in telling(who.name))


def are_two_voices(one: Assertion, other: Assertion) -> bool:
    """Whether two statements are of two speakers, each of whom is named."""
    mine, theirs = speaker_words(one), speaker_words(other)
    return bool(mine and theirs) and not mine & theirs
