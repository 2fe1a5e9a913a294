"""Roles as assertions: who holds what post, and how.

A role stands beside a name: before it ("acting Infrastructure Minister Y. Zhorova"), after it in apposition ("Boris
Khadrin, the director of the port"), or behind a copula. Its qualifiers (acting, outgoing, former, new) are what
accounts differ in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context, Named
from twosource.model.claim import ClaimType
from twosource.model.reading import AttributionKind, EntityType, Modality
from twosource.model.span import Span
from twosource.model.value import Wording
from twosource.resources import languages, load

LONGEST_ROLE = 7
"""Words that a role before a name may have ("former deputy chairman of the state bank" stands after it)."""

DEPUTY = "deputy"
"""The state that makes another post of a post."""
WHERE = frozenset({EntityType.PLACE, EntityType.OTHER})


@dataclass(frozen=True, slots=True)
class Roles:
    """A language's words for roles.

    Attributes:
        states: Qualifier to the state that it says.
        ignored: Words that make no difference.
        synonyms: Role to its canonical word.
        conflicts: Pairs of states that cannot both hold at one time.
        followed: Pairs of which the second may follow the first: who is acting is later the new one.
        giving: Verbs by which somebody gets a role from others.
        taking: Verbs by which somebody fills a role.
    """

    states: dict[str, str]
    ignored: frozenset[str]
    synonyms: dict[str, str]
    conflicts: frozenset[frozenset[str]]
    followed: frozenset[tuple[str, str]] = frozenset()
    giving: frozenset[str] = frozenset()
    taking: frozenset[str] = frozenset()


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
        followed=frozenset((before, after) for before, after in table.get("followed", {}).get("pairs", ())),
        giving=frozenset(table.get("filling", {}).get("giving", ())),
        taking=frozenset(table.get("filling", {}).get("taking", ())),
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
    field = frozenset(rest).difference(known.ignored, known.states, ("of", "for", "s", "in"))
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
                told = stated(context, voices, Found(ClaimType.ROLE, span, topic, Wording(text)))
                yield told if _is_quoted(context, span) else replace(told, attribution=(), modality=Modality.ASSERTED)


def _is_quoted(context: Context, span: Span) -> bool:
    """Whether the words are a speaker's own. In reported speech the title beside a name is the outlet's."""
    return any(one.kind is not AttributionKind.INDIRECT for one in context.reading.sources_of(span))


def _named_words(context: Context, span: Span) -> set[str]:
    """Words of a role that name a place or a people: the same post may be told with or without them."""
    text = context.reading.text
    names = [name for name in context.entities_in(span) if name.type in WHERE]
    spans = [name.span for name in names] + [name.span for name in context.names_in(span) if name.type in WHERE]
    return {word for one in spans for word in re.findall(r"[\w-]+", one.of(text).lower())}


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
    yield from _given(context, head)
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
        and not _is_elsewhere(context, above)
    ):
        yield _phrase(context, above)


def _is_elsewhere(context: Context, index: int) -> bool:
    """Whether what somebody is said to be is where or in what: "was among the guests", or what he is not."""
    below = context.tree.children[index]
    cased = any(context.tree.tokens[at].deprel == "case" for at in below)
    return cased or any(context.lemma(at) in ("not", "n't", "never") for at in below)


def _given(context: Context, head: int) -> Iterator[Span]:
    """The role that somebody is given or takes: "named Varn as acting mayor", "Varn took over as interim mayor"."""
    tokens, known = context.tree.tokens, role_words(context.account.article.language or "en")
    named = tokens[head].head if tokens[head].deprel == "appos" else head
    verb = tokens[named].head  # "named Varn's aide as director" gives Varn nothing
    event = context.events.get(verb) if tokens[verb].upos == "VERB" else None
    if event is None or event.negated or event.modality is not Modality.ASSERTED:
        return
    if context.lemma(verb) not in (known.taking if tokens[named].deprel == "nsubj" else known.giving):
        return
    for below in sorted({*context.tree.children[verb], *context.tree.children[head]}):
        cased = any(context.lemma(one) == "as" for one in context.tree.children[below])
        if below > head and tokens[below].upos == "NOUN" and (cased or tokens[below].deprel == "xcomp"):
            span = _phrase(context, below)
            told = span.of(context.reading.text).partition(",")[0]  # "secretary, following his nomination by …"
            yield Span(span.start, span.start + len(told))


def _before(context: Context, first: int) -> Span | None:
    """The run of title words right before a name: nouns, adjectives, names and numbers, up to anything else."""
    start = first
    while start and first - start < LONGEST_ROLE and _is_title_word(context, start - 1, start):
        start -= 1
    return context.tree.span(range(start, first)) if start < first else None


def _is_title_word(context: Context, index: int, following: int) -> bool:
    token = context.tree.tokens[index]
    if context.sentence(index) != context.sentence(following) or token.text in (",", "’s", "'s"):
        return False
    if token.upos == "VERB" or token.text.lower() in ("-", "ex"):
        return token.text.lower() in (*role_words(context.account.article.language or "en").states, "-")
    if any(name.type is EntityType.PERSON for name in context.names_in(token.span)):
        return False
    if any(time.span.contains(token.span) for time in context.times_by_sentence.get(context.sentence(index), ())):
        return False  # "On Thursday Prime Minister Varn …"
    return token.upos in ("NOUN", "PROPN", "ADJ") or token.text.lower() in ("acting", "outgoing", "former")


def _phrase(context: Context, head: int, before: int | None = None) -> Span:
    """A noun phrase without its clauses and without what is apposed to it."""
    without = frozenset(
        {"acl:relcl", "acl", "appos", "nsubj", "cop", "punct", "parataxis", "conj", "advcl", "cc", "csubj"}
    )
    indexes = [index for index in context.tree.subtree(head, without) if before is None or index < before]
    tokens = context.tree.tokens
    while len(indexes) > 1 and (
        tokens[indexes[0]].upos in ("DET", "PUNCT", "CCONJ", "ADP", "AUX")
        or tokens[indexes[0]].deprel in ("obl", "advmod", "case", "fixed")
    ):
        indexes = indexes[1:]
    states = role_words(context.account.article.language or "en").states
    while indexes[0] and tokens[indexes[0] - 1].text.lower() in states:
        indexes = [indexes[0] - 1, *indexes]  # parsers take "acting mayor" for a mayor who is acting
    return context.tree.span(indexes)
