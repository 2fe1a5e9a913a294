"""Both sides of a dispute as statements: a denial, what was told before it, a clause that says otherwise.

All of them have one predicate, for they are held against each other whatever words they use. The invariant: a
statement's value is the account's own words, and its speakers and mood are those of these words.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.topics import SUBORDINATE, people_in, places_in, words_in
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.disputes.denials import Denial
from twosource.model.claim import ClaimType
from twosource.model.reading import Attribution, AttributionKind, Modality
from twosource.model.span import Span
from twosource.model.value import Wording

DISPUTED = "dispute"
"""Predicate of a disputed claim."""
BESIDE = SUBORDINATE - {"ccomp"}
"""Branches of a clause that say something else than it does."""
OPENING = frozenset({"cc", "mark", "punct"})


def denied_in(context: Context, denial: Denial, voices: Voices) -> Assertion:
    """A denial as a statement of its own.

    Args:
        context: The account.
        denial: One of its denials.
        voices: Names the speakers.
    """
    mood = Modality.ASSERTED if denial.negated else Modality.DENIED
    found = Found(
        ClaimType.EVENT,
        denial.words,
        _topic(context, denial.words),
        Wording(denial.words.of(context.reading.text)),
        voiced=denial.voiced,
        mood=mood,
        negated=denial.negated,
    )
    return stated(context, voices, found)


def told_in(context: Context, told: Attribution, voices: Voices) -> Assertion:
    """What was told before a denial, as a statement.

    Args:
        context: The account.
        told: What the denial points back to.
        voices: Names the speakers.
    """
    content = max(told.content, key=len)
    words = Span(told.content[0].start, told.content[-1].end) if told.kind is not AttributionKind.DIRECT else content
    words = _with_verb(context, told, _bare(context, words))
    topic, value = _topic(context, words), Wording(words.of(context.reading.text))
    return stated(context, voices, Found(ClaimType.EVENT, words, topic, value, voiced=content, mood=told.modality))


def _with_verb(context: Context, told: Attribution, words: Span) -> Span:
    """What is no clause of its own with the verb that it hangs on: "accused Varn of theft", not "Varn of theft"."""
    head, cue = context.head_of(words), told.cue[-1] if told.cue else words
    named = head is not None and context.tree.tokens[head].deprel in ("obj", "nsubj:pass")
    return Span(cue.start, words.end) if named and cue.end <= words.start else words


def accused_in(context: Context, told: Attribution, voices: Voices) -> Assertion | None:
    """What a denial itself says that another claims, as a statement of whoever claims it, if anybody does.

    Args:
        context: The account.
        told: From ``accusation``.
        voices: Names the speakers.
    """
    speaker = voices.speaker(context, told, told.content[0])
    said = told_in(context, told, voices)
    return replace(said, attribution=(speaker,), modality=told.modality) if speaker else None


def clause_in(context: Context, head: int, mood: Modality, voices: Voices) -> Assertion:
    """A clause as a statement.

    Args:
        context: The account.
        head: The clause's predicate.
        mood: Its mood, without regard to who says so.
        voices: Names the speakers.
    """
    span = _bare(context, context.tree.span(context.tree.subtree(head, BESIDE)))
    topic, value = _topic(context, span), Wording(span.of(context.reading.text))
    voiced = context.tree.tokens[head].span
    return stated(context, voices, Found(ClaimType.EVENT, span, topic, value, voiced=voiced, mood=mood))


def _bare(context: Context, span: Span) -> Span:
    """A clause without the "and that" that ties it to its sentence, and without the marks around it."""
    tokens, inside = context.tree.tokens, context.tree.tokens_in(span)
    first = next((at for at in inside if tokens[at].deprel not in OPENING), inside.start)
    last = next((at for at in reversed(inside) if at >= first and tokens[at].deprel != "punct"), first)
    return Span(tokens[first].span.start, tokens[last].span.end)


def _topic(context: Context, span: Span) -> Topic:
    return Topic(
        predicate=DISPUTED,
        people=people_in(context, span),
        places=places_in(context, span),
        words=words_in(context, context.tree.tokens_in(span)),
        wording=span.of(context.reading.text),
    )
