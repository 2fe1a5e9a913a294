"""Roles and ages as assertions: who holds what post, how, and how old somebody is.

A role stands beside a name: before it ("acting Infrastructure Minister Y. Zhorova"), after it in apposition ("Boris Khadrin, the
director of the port"), or behind a copula. Its qualifiers (acting, outgoing, former, new) are what accounts differ in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.context import Context, Named
from twosource.corroborate.figures import is_age
from twosource.corroborate.voice import Voices, modality_of
from twosource.model.claim import ClaimType
from twosource.model.judgement import Passage
from twosource.model.moment import Days
from twosource.model.reading import EntityType, Modality, QuantityMention
from twosource.model.span import Span
from twosource.model.value import Value, Wording
from twosource.resources import languages, load

LONGEST_ROLE = 7
"""Words that a role before a name may have ("former deputy chairman of the state bank" stands after it)."""

AGE = "age"
DEPUTY = "deputy"
"""The state that makes another post of a post."""
OLDEST = 110
WHERE = frozenset({EntityType.PLACE, EntityType.OTHER})


@dataclass(frozen=True, slots=True)
class Roles:
    """A language's words for roles.

    Attributes:
        states: Qualifier to the state that it says.
        ignored: Words that make no difference.
        synonyms: Role to its canonical word.
        conflicts: Pairs of states that cannot both hold at one time.
    """

    states: dict[str, str]
    ignored: frozenset[str]
    synonyms: dict[str, str]
    conflicts: frozenset[frozenset[str]]


@cache
def role_words(language: str) -> Roles:
    """The list ``roles-qualifiers`` of a language, or an empty one."""
    table = load(language, "roles-qualifiers") if language in languages("roles-qualifiers") else {}
    synonyms = {word: name for name, words in table.get("synonyms", {}).items() for word in words}
    synonyms |= {word: word for word in table.get("nouns", {}).get("words", ()) if word not in synonyms}
    return Roles(
        states={word: state for state, words in table.get("state", {}).items() for word in words},
        ignored=frozenset(table.get("ignored", {}).get("words", ())),
        synonyms=synonyms,
        conflicts=frozenset(map(frozenset, table.get("conflicts", {}).get("pairs", ()))),
    )


@dataclass(frozen=True, slots=True)
class Held:
    """A role as it is said.

    Attributes:
        role: Canonical word for the post, ``prime minister``.
        states: How it is held; empty where nothing is said.
        field: Further content words of the role ("infrastructure").
    """

    role: str
    states: frozenset[str]
    field: frozenset[str]


def read_role(text: str, language: str = "en") -> Held | None:
    """A role phrase taken apart, or ``None`` where it names no role.

    >>> sorted(read_role("the acting Infrastructure Minister").states)
    ['acting']
    >>> read_role("premier").role
    'prime minister'
    """
    known = role_words(language)
    words = [word for word in re.findall(r"[\w-]+", text.lower()) if word]
    best: tuple[int, int, str] | None = None
    for start in range(len(words)):
        for end in range(min(len(words), start + 3), start, -1):
            name = known.synonyms.get(" ".join(words[start:end]))
            if name and (best is None or end - start >= best[1] - best[0]):
                best = (start, end, name)
                break
    if best is None:
        return None
    rest = words[: best[0]] + words[best[1] :]
    states = frozenset(known.states[word] for word in rest if word in known.states)
    field = frozenset(rest) - known.ignored - known.states.keys() - {"of", "for", "s", "in"}
    return Held(best[2], states, field)


def roles(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The roles that an account gives to persons, in text order; each phrase once a person."""
    language = context.account.article.language or "en"
    seen: set[tuple[str, str]] = set()
    for named in context.named:
        if named.type is not EntityType.PERSON:
            continue
        for span in _role_spans(context, named):
            text = span.of(context.reading.text)
            held = read_role(text, language)
            if held and (named.id, text.lower()) not in seen:
                seen.add((named.id, text.lower()))
                field = held.field - _named_words(context, span)
                post = f"{DEPUTY} {held.role}" if DEPUTY in held.states else held.role
                topic = Topic(subject=named.id, predicate=post, people=frozenset({named.id}), words=field)
                yield _assertion(context, voices, ClaimType.ROLE, span, topic, Wording(text))


def _named_words(context: Context, span: Span) -> set[str]:
    """Words of a role that name a place or a people: the same post may be told with or without them."""
    text = context.reading.text
    names = [name for name in context.entities_in(span) if name.type in WHERE]
    spans = [name.span for name in names] + [name.span for name in context.names_in(span) if name.type in WHERE]
    return {word for one in spans for word in re.findall(r"[\w-]+", one.of(text).lower())}


def ages(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The ages that an account gives to persons: "68-year-old Tokay", "Brel, 52,", "Brel is 52", "the 49-year-old"."""
    seen: set[tuple[str, float | None]] = set()
    for mention in context.reading.quantities:
        if not _may_be_age(mention):
            continue
        person = _aged(context, mention.span, is_age(mention))
        if person and (person, mention.quantity.minimum) not in seen:
            seen.add((person, mention.quantity.minimum))
            topic = Topic(subject=person, predicate=AGE, people=frozenset({person}), dimension="year")
            yield _assertion(context, voices, ClaimType.ATTRIBUTE, mention.span, topic, mention.quantity)


def _may_be_age(mention: QuantityMention) -> bool:
    """Whether a figure is an age, or a bare number that may be one beside a name."""
    quantity = mention.quantity
    small = quantity.is_exact and quantity.minimum is not None and 0 < quantity.minimum < OLDEST
    return is_age(mention) or (small and quantity.counted is None and quantity.unit is None)


def _aged(context: Context, span: Span, explicit: bool) -> str | None:
    """The person whose age a figure is: the name right before or behind it, the subject of its copula, or its own chain."""
    text, number = context.reading.text, context.reading.sentence_at(span.start)
    if number is None:
        return None
    sentence = context.reading.sentences[number]
    people = [one for one in context.entities_in(sentence) if one.type is EntityType.PERSON]
    for one in people:
        if one.span.overlaps(span):
            return one.id
        between = text[min(one.span.end, span.end) : max(one.span.start, span.start)].strip().lower()
        after = one.span.start >= span.end
        if between in ("", "-", "old") and after and explicit:
            return one.id
        if not after and between in (
            ",",
            "(",
            "who is",
            ", who is",
            "is",
            ", now",
            ", aged",
            "aged",
            ", a",
            "is a",
            "who was",
            ", who was",
            ", is",
        ):
            return one.id
    return (_by_apposition(context, span, people) or _before_last(context, number, people)) if explicit else None


def _before_last(context: Context, number: int, people: list[Named]) -> str | None:
    """Whom "the 49-year-old" means where nothing else tells: the one person that only the sentence before names."""
    if not number:
        return None
    here = {one.id for one in people}
    before = context.entities_in(context.reading.sentences[number - 1])
    named = {one.id for one in before if one.type is EntityType.PERSON} - here
    return named.pop() if len(named) == 1 else None


def _by_apposition(context: Context, span: Span, people: list[Named]) -> str | None:
    head = context.head_of(span)
    if head is None:
        return None
    for index in context.tree.path_up(head)[:3]:
        related = (index, context.tree.tokens[index].head, *context.tree.children[index])
        for other in related:
            linked = (
                other == index
                or context.tree.tokens[other].deprel in ("appos", "flat")
                or context.tree.tokens[index].deprel == "appos"
            )
            for one in people:
                if linked and one.span.overlaps(context.tree.tokens[other].span):
                    return one.id
    return None


def _role_spans(context: Context, named: Named) -> Iterator[Span]:
    """The stretches beside a name that may be a role."""
    tokens = context.tree.tokens_in(named.span)
    if not len(tokens):
        return
    before = _before(context, tokens.start)
    if before is not None:
        yield before
    head = context.head_of(named.span)
    if head is None:
        return
    for below in context.tree.children[head]:
        relation = context.tree.tokens[below].deprel
        if relation == "appos" and context.tree.tokens[below].upos == "NOUN":
            yield _phrase(context, below)
    token = context.tree.tokens[head]
    above = token.head
    if token.deprel == "appos" and context.tree.tokens[above].upos == "NOUN" and above < head:
        yield _phrase(context, above, before=head)
    if (
        token.deprel == "nsubj"
        and context.tree.tokens[above].upos == "NOUN"
        and context.tree.child(above, "cop") is not None
    ):
        yield _phrase(context, above)


def _before(context: Context, first: int) -> Span | None:
    """The run of title words right before a name: nouns, adjectives, names and numbers, up to anything else."""
    start, tokens = first, context.tree.tokens
    while start and first - start < LONGEST_ROLE and _is_title_word(context, start - 1, start):
        start -= 1
    return context.tree.span(range(start, first)) if start < first else None


def _is_title_word(context: Context, index: int, following: int) -> bool:
    token = context.tree.tokens[index]
    if context.sentence(index) != context.sentence(following) or token.text in (",", "’s", "'s"):
        return False
    return (
        token.upos in ("NOUN", "PROPN", "ADJ")
        or token.text.lower() in ("acting", "outgoing", "-", "ex", "former")
        or (token.upos == "VERB" and token.deprel in ("amod", "compound"))
    )


def _phrase(context: Context, head: int, before: int | None = None) -> Span:
    """A noun phrase without its clauses and without what is apposed to it."""
    without = frozenset(
        {"acl:relcl", "acl", "appos", "nsubj", "cop", "punct", "parataxis", "conj", "advcl", "cc", "csubj"}
    )
    indexes = [index for index in context.tree.subtree(head, without) if before is None or index < before]
    tokens = context.tree.tokens
    while len(indexes) > 1 and (
        tokens[indexes[0]].upos in ("DET", "PUNCT", "CCONJ", "ADP", "AUX")
        or tokens[indexes[0]].deprel in ("obl", "advmod")
    ):
        indexes = indexes[1:]
    return context.tree.span(indexes)


def _assertion(  # noqa: PLR0913 - one call gathers what roles and ages share
    context: Context, voices: Voices, type: ClaimType, focus: Span, topic: Topic, value: Value
) -> Assertion:
    number = context.reading.sentence_at(focus.start) or 0
    sentence = context.reading.sentences[number]
    published = context.account.article.published
    return Assertion(
        type=type,
        passage=Passage(context.account.article.id, sentence),
        text=sentence.of(context.reading.text),
        focus=focus,
        sentence=number,
        topic=topic,
        value=value,
        attribution=voices.over(context, focus),
        modality=modality_of(context, focus, Modality.ASSERTED),
        published=Days.on(published.day) if published else None,
        words=context.words(context.tree.sentence_ranges[number]),
    )
