"""Who leaves a post: the one person whom accounts mean when one says "resigned" and another "was sacked".

Whoever leaves is the patient of the event, whatever the verb makes of them, so that all wordings of one leave-taking
have the same participants. A holder who is not named is found by the full role ("sacked his finance minister").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from twosource.corroborate.assertion import Topic
from twosource.corroborate.assertions.topics import LEAVING, SUBORDINATE, Core
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import NOMINAL, Context

_LEAVES = frozenset({"nsubj", "nmod:poss", "nmod"})
_POINTING = frozenset({"DET", "PRON", "PUNCT"})
_IS_REMOVED = frozenset({"obj", "nsubj:pass", "nmod:poss", "nmod"})


def on_post(topic: Topic, context: Context, core: Core, voices: Voices) -> Topic:
    """The topic of a leave-taking with its holder as the patient; any other topic as it is.

    Args:
        topic: Of an event.
        context: The account.
        core: The event's predicate.
        voices: Knows who holds which role.
    """
    if core.concept not in context.lexicon.posts:
        return topic
    holders = topic.holders or frozenset(_by_role(context, core, voices))
    if not holders:
        return topic
    return replace(
        topic,
        holders=holders,
        agents=topic.agents - holders,
        patients=topic.patients | holders,
        people=topic.people | holders,
    )


def _by_role(context: Context, core: Core, voices: Voices) -> Iterator[str]:
    """The only holders of the roles that stand where who leaves is named."""
    relations = _LEAVES if core.concept == LEAVING else _IS_REMOVED
    for below in context.tree.children[core.index]:
        token = context.tree.tokens[below]
        if token.deprel in relations and token.upos in NOMINAL:
            phrase = [context.tree.tokens[one] for one in context.tree.subtree(below, SUBORDINATE)]
            holder = voices.holder(" ".join(one.text for one in phrase if one.upos not in _POINTING))
            if holder is not None:
                yield holder
