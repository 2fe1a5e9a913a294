"""Which words tell of an incident: "the shooting", "it happened", "was killed while walking home".

Accounts of a shooting date and place it by many words: the shooting, the incident, who was killed, what happened.
None of these is an event of its own there. Reach for it where a time dates something, or a sentence names a street;
whether it is the story's one incident only all accounts together tell (``alignment/incident.py``).
"""

from __future__ import annotations

import re

from twosource.corroborate.assertions.dating import RELATIVE, RELATIVES
from twosource.corroborate.assertions.topics import Core
from twosource.corroborate.context import NOMINAL, Context
from twosource.model.reading import TimeMention

_LENGTH = re.compile(r"\d+:\d\d")
"""What is no hour unless a word leads up to it: the length of a film."""
_LEADING = frozenset({"ADP", "ADV"})
_MAXIMUM_STEPS = 4


def dates_incident(context: Context, time: TimeMention, core: Core) -> bool:
    """Whether a time is that of an incident, or of what goes on while one happens.

    Args:
        context: The account.
        time: One of its times.
        core: The event that it dates.
    """
    first = context.tree.tokens_in(time.span).start
    leading = context.tree.tokens[first - 1].upos if first else ""
    if core.phase is not None or _is_beside(context, core.index):
        return False
    if _LENGTH.fullmatch(time.text) and leading not in _LEADING:
        return False
    index: int | None = core.index
    for _ in range(_MAXIMUM_STEPS):
        if index is None:
            break
        if _is_incident(context, index, core.concept if index == core.index else _kind(context, index)):
            return not _is_counted(context, index)
        index = _meanwhile(context, index)
    return False


def tells_of_incident(context: Context, number: int) -> bool:
    """Whether a sentence tells of an incident of the account's own time, or of who came to one.

    Args:
        context: The account.
        number: The sentence's number.
    """
    tokens = context.tree.sentence_ranges[number]
    if not tokens or _is_beside(context, tokens[0]):
        return False
    around = context.lexicon.incident["around"]
    return any(
        _is_incident(context, index, _kind(context, index)) or not around.isdisjoint(context.forms(index))
        for index in tokens
        if context.tree.tokens[index].upos in NOMINAL or context.tree.tokens[index].upos == "VERB"
    )


def _is_beside(context: Context, index: int) -> bool:
    """Whether a token's sentence tells of another time or sets its event apart from the story's."""
    number = context.sentence(index)
    return context.elsewhen[number] or context.sets_aside[number]


def _kind(context: Context, index: int) -> str:
    return context.event_concept(index) or context.lemma(index)


def _is_incident(context: Context, index: int, kind: str) -> bool:
    words = context.lexicon.incident
    if kind in words["passive"]:
        return context.tree.child(index, "nsubj:pass", "aux:pass") is not None
    if context.lemma(index) in words["does"]:
        subject = _subject(context, index)
        return subject is not None and _kind(context, subject) in words["kinds"]
    return kind in words["kinds"]


def _subject(context: Context, verb: int) -> int | None:
    """The noun that does something: the shooting of "a shooting that left two dead", too."""
    tokens, subject = context.tree.tokens, context.tree.child(verb, "nsubj")
    if subject is not None and tokens[subject].text.lower() in RELATIVES and tokens[verb].deprel == RELATIVE:
        return tokens[verb].head
    return subject


def _is_counted(context: Context, index: int) -> bool:
    """Whether it is one of several: "the first shooting"."""
    counted = context.lexicon.incident["counted"]
    return any(context.lemma(below) in counted for below in context.tree.children[index])


def _meanwhile(context: Context, index: int) -> int | None:
    """What happens while something else does: who "was shot while driving", and "a woman driving home was shot"."""
    tokens, token = context.tree.tokens, context.tree.tokens[index]
    if token.head == index:
        return None
    below = context.tree.children[index]
    marks = {tokens[at].text.lower() for at in below if tokens[at].deprel in ("mark", "advmod")}
    if token.deprel.startswith("advcl") and not marks.isdisjoint(context.lexicon.incident["while"]):
        return token.head
    if token.deprel == "acl" and token.text.lower().endswith("ing"):
        return next((at for at in context.tree.path_up(token.head) if tokens[at].upos not in NOMINAL), None)
    return None
