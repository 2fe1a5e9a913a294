"""Quotations as assertions: the words of a direct quotation, of an allegation or of a denial, and their speaker.

The value is the quoted wording, so that one quotation is found again in other words after a translation. Only
quotations with a known speaker and at least a few words count: a quoted name or a scare quote claims nothing. What is
alleged or denied in indirect speech stands beside the quotations, for it is they that it is held against.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.topics import words_in
from twosource.corroborate.assertions.voice import Voices, denies
from twosource.corroborate.context import NOMINAL, Context
from twosource.model.claim import ClaimType, Speaker
from twosource.model.reading import Attribution, AttributionKind, EntityType, Modality
from twosource.model.span import Span
from twosource.model.value import Wording
from twosource.resources import load

ASKING = frozenset({"who", "whom", "whose", "what", "when", "where", "why", "how", "which", "whether", "if"})
PERSON = "person"
FEWEST_WORDS = 3
"""Content words that make a quotation comparable."""
FEWEST_IN_ALL = 6
"""Words, of whatever sort, of a quotation with fewer content words that is still comparable."""


def quotations(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The direct quotations of an account, and what it says is alleged or denied, in text order."""
    taken = 0
    for content in sorted(part for one in context.reading.attributions for part in _quoted(context, one)):
        if content.start < taken:
            continue
        words = _telling(context, content)
        speakers = voices.over(context, content)
        if words and speakers:
            taken = content.end
            assertion = stated(context, voices, _found(context, content, words, speakers[0]))
            yield replace(assertion, words=words)


def _quoted(context: Context, attribution: Attribution) -> list[Span]:
    """The parts of a quotation's content that stand in quotation marks, each a quotation of its own; the whole content
    of an allegation or a denial.
    """
    if attribution.kind is AttributionKind.INDIRECT:
        gainsaid = attribution.modality is Modality.ALLEGED or denies(context, attribution)
        held = attribution.content[:1] if gainsaid else ()
        return [part for part in held if _is_clause(context, part)]
    return [part for part in attribution.content if len(part) and _is_quoted(context.reading.text, part)]


def _is_clause(context: Context, span: Span) -> bool:
    """Whether a content says something: not "where the gun was found", which nobody denies by not knowing it."""
    head, inside = context.head_of(span), context.tree.tokens_in(span)
    if head is None or context.tree.tokens[inside.start].text.lower() in ASKING:
        return False
    return context.tree.tokens[head].upos in ("VERB", "ADJ")


def _telling(context: Context, content: Span) -> frozenset[str]:
    """What tells a quotation from others: its content words, or the pairs of words of a longer one that has few of them
    ("I told them not to go in there"); nothing of a short one.
    """
    inside = context.tree.tokens_in(content)
    words = _concepts(context, words_in(context, inside))
    if len(words) >= FEWEST_WORDS:
        return words
    whole = [token.text.lower() for token in context.tree.tokens[inside.start : inside.stop] if token.upos != "PUNCT"]
    return frozenset(map(" ".join, pairwise(whole))) if len(whole) >= FEWEST_IN_ALL else frozenset()


def _concepts(context: Context, words: frozenset[str]) -> frozenset[str]:
    """Words for known things under their concepts, so that shells and ammunition are one."""
    return frozenset(context.lexicon.counted.of(word) or word for word in words)


def _things(context: Context, content: Span) -> frozenset[str]:
    inside = context.tree.tokens_in(content)
    named = [at for at in inside if context.tree.tokens[at].upos in ("NOUN", "PROPN", "NUM")]
    return _concepts(context, words_in(context, named)) - {PERSON, *context.lexicon.kinds.get(PERSON, ())}


def _tells_speaker(context: Context, content: Span, passage: Span) -> bool:
    """Whether the passage says by a name or a noun whose words they are, not by a pronoun or in another sentence."""
    sources = (part for one in context.reading.sources_of(content) for part in one.source if part.overlaps(passage))
    tokens = context.tree.tokens
    return any(tokens[at].upos in NOMINAL for part in sources for at in context.tree.tokens_in(part))


def _is_alone(context: Context, content: Span, speaker: Speaker) -> bool:
    """Whether the paragraph names the speaker, beside the quotation, and nobody else whom "she said" may mean: another
    person there is a "he" throughout the account.
    """
    text = context.reading.text
    end = text.find("\n", content.end)
    paragraph = Span(text.rfind("\n", 0, content.start) + 1, end if end >= 0 else len(text))
    beside = [one for one in context.entities_in(paragraph) if not one.span.overlaps(content)]
    if not any(one.id == speaker.entity and context.names_in(one.span) for one in beside):
        return False
    sources = (part for one in context.reading.sources_of(content) for part in one.source)
    meant = frozenset(gender for part in sources if (gender := _gender(part.of(text))))
    people = {one.id for one in context.entities_in(paragraph) if one.type is EntityType.PERSON}
    others = sorted(people - {speaker.entity})
    ruled_out = all(len(told := _genders(context, other)) == len(meant) == 1 and told != meant for other in others)
    return speaker.entity in people and ruled_out


def _genders(context: Context, person: str) -> frozenset[str]:
    """The genders of the pronouns that stand for a person in the account."""
    words = (one.span.of(context.reading.text) for one in context.named if one.id == person)
    return frozenset(filter(None, map(_gender, words)))


def _gender(word: str) -> str:
    """Of a pronoun that tells one, else empty."""
    return str(load("en", "pronouns")["third"].get(word.lower(), ("",))[0])


def _is_denied(context: Context, content: Span) -> bool:
    """Whether the main clause of a quotation says that something is not so, or its speaker does."""
    head = context.head_of(content)
    event = context.events.get(head) if head is not None else None
    denied = any(denies(context, one) for one in context.reading.sources_of(content))
    return denied != (event is not None and event.negated)


def _is_quoted(text: str, span: Span) -> bool:
    around = text[max(0, span.start - 1) : span.start + 1] + text[max(0, span.end - 2) : span.end + 1]
    return any(mark in around for mark in '"“”„«»‘’')


def _found(context: Context, content: Span, words: frozenset[str], speaker: Speaker) -> Found:
    """The quotation in the sentences that hold it."""
    first = context.reading.sentence_at(content.start) or 0
    last = context.reading.sentence_at(max(content.start, content.end - 1))
    sentences = context.reading.sentences
    passage = Span(sentences[first].start, sentences[first if last is None else last].end)
    topic = Topic(
        subject=speaker.entity or speaker.name,
        predicate="say",
        words=words,
        things=_things(context, content),
        inferred=not (_tells_speaker(context, content, passage) or _is_alone(context, content, speaker)),
    )
    value = Wording(content.of(context.reading.text))
    negated = _is_denied(context, content)
    return Found(ClaimType.QUOTE, content, topic, value, mood=Modality.REPORTED, negated=negated, passage=passage)
