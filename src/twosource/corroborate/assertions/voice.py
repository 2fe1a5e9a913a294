"""Who says so: the chain of speakers over a passage, and how the statement is put forward.

Speakers come nearest first: the ministry, then the agency that quotes it. The person or body nearest to the content is
the primary source, on whose word all further links repeat it. An account's own voice has no chain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from twosource.corroborate.assertions.telling import is_refuted, tells
from twosource.corroborate.context import Context, Named
from twosource.model.claim import Speaker, SpeakerKind
from twosource.model.entity import Entity
from twosource.model.reading import Attribution, EntityType, Modality
from twosource.model.span import Span
from twosource.resources import languages, load
from twosource.text.commonness import commonness

_STRENGTH = {Modality.DENIED: 4, Modality.ALLEGED: 3, Modality.EXPECTED: 2, Modality.REPORTED: 1, Modality.ASSERTED: 0}
BEHIND = 10
"""Words behind a description within which the name of who is described may stand."""

FULL_ROLE = 2
"""Telling words of a description that may name its only holder: "the mayor of Brek", but not "the mayor"."""
EVERYWHERE = 0.5
"""Share of news texts that a word stands in from which on it tells nothing of a role ("the", "of")."""

_ASIDES = frozenset({"acl", "acl:relcl", "appos", "parataxis", "conj", "cc", "punct"})
FAMILY = "family"
"""Speaks as a person does: "Varn's family said"."""


class Voices:
    """Names the speakers of one run's attributions."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        known = tuple(entities)
        self._names = {entity.id: entity.name for entity in known}
        self._holders: dict[frozenset[str], set[str]] = {}
        for entity in known:
            described = {EntityType.PERSON: entity.roles, EntityType.ORGANIZATION: entity.names}
            for words in described.get(entity.type, ()):
                self._holders.setdefault(telling(words), set()).add(entity.id)

    def over(self, context: Context, span: Span) -> tuple[Speaker, ...]:
        """The speakers over a passage, nearest first; each once.

        Args:
            context: The account.
            span: The words that carry the statement.
        """
        chain: list[Speaker] = []
        for attribution in context.reading.sources_of(span):
            speaker = self.speaker(context, attribution, span) if tells(context, attribution) else None
            if speaker and all(one.name != speaker.name for one in chain):
                chain.append(speaker)
        return tuple(chain)

    def holder(self, described: str) -> str | None:
        """The only person who holds a role that is told in full ("the mayor of Brek"), or the only body whose name has
        the same words ("the port safety directorate" of the Directorate for Port Safety), by id.
        """
        words = telling(described)
        holders = sorted(self._holders.get(words, ()))
        return holders[0] if len(holders) == 1 and len(words) >= FULL_ROLE else None

    def speaker(self, context: Context, attribution: Attribution, span: Span) -> Speaker | None:
        """Who says a passage by one attribution, or ``None`` where that is nobody or a part of the passage.

        Args:
            context: The account.
            attribution: One that covers the passage.
            span: The words that carry the statement.
        """
        for part in attribution.source:
            if part.overlaps(span):
                return None
            named = self._head_entity(context, part)
            if named:
                name = self._names[named]
                return Speaker(name, named, _kind(context, part, name))
        parts = attribution.source
        if _is_pronoun(context, parts):
            parts = _description(context, parts)
            named = next(filter(None, (self._head_entity(context, part) for part in parts)), None)
            if named:
                return Speaker(self._names[named], named, _kind(context, parts[0], self._names[named]))
        described = [part.of(context.reading.text) for part in parts if len(part)]
        if not described:
            return None
        holder = self.holder(described[0])
        if holder is not None:
            return Speaker(self._names[holder], holder, SpeakerKind.SPEAKER)
        return Speaker(described[0], None, _kind(context, attribution.source[0], described[0]))

    def _head_entity(self, context: Context, part: Span) -> str | None:
        """The entity that a source names: the one at its head, else the only person or body in it."""
        inside = [one for one in context.entities_in(part) if one.id in self._names and not _is_owner(context, one)]
        head = context.head_of(part)
        if head is not None:
            place = context.tree.tokens[head].span
            for one in inside:
                if one.span.overlaps(place):
                    return one.id
            set_off = _set_off(context, head)
            if set_off in self._names:
                return set_off
            apposed = _appositions(context, head)
            for one in inside:
                is_person = one.type is EntityType.PERSON and not _is_behind(context, one.span, head)
                if is_person or any(one.span.overlaps(span) for span in apposed):
                    return one.id
        organizations = [one for one in inside if one.type is EntityType.ORGANIZATION]
        return organizations[0].id if head is None and len(organizations) == 1 else None


def _is_owner(context: Context, one: Named) -> bool:
    """Whether a name or pronoun only says whose somebody is: "his aides" and "Varn's lawyer" are others than they."""
    head = context.head_of(one.span)
    token = context.tree.tokens[head] if head is not None else None
    if token is None or token.deprel != "nmod:poss":
        return False
    return token.upos == "PRON" or not _people(context.account.article.language or "en").isdisjoint(
        context.forms(token.head)
    )


def _is_behind(context: Context, span: Span, head: int) -> bool:
    """Whether a name hangs on a head by a preposition, a clause or an "and": a spokesman for Orlo is not Orlo.

    "A man named Orlo" is.
    """
    inside, tree = context.head_of(span), context.tree
    path = tree.path_up(inside) if inside is not None else []
    between = path[: path.index(head)] if head in path else []
    if any(tree.tokens[at].deprel.split(":")[0] in _APART for at in between):
        return tree.tokens[between[0]].deprel != "xcomp"
    return any(tree.child(at, "case") is not None and tree.tokens[at].deprel == "nmod" for at in between)


_APART = frozenset({"acl", "conj"})
"""Somebody else hangs by these: "remarks he was to give", "neighbours and Ana Orlo"."""


@cache
def _people(language: str) -> frozenset[str]:
    """Nouns for somebody who speaks for himself; a statement or a campaign speaks for whose it is."""
    known = language in languages("person_nouns")
    return frozenset(load(language, "person_nouns")["people"].split()) | {FAMILY} if known else frozenset()


def telling(role: str) -> frozenset[str]:
    """The words that tell a role or a speaker: "the mayor of Brek" and "Brek's mayor" are one.

    >>> sorted(telling("the mayor of Brek"))
    ['brek', 'mayor']
    """
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"['’]s\b", "", role.lower()))
    return frozenset(word for word in words if commonness(word) < EVERYWHERE)


def modality_of(context: Context, span: Span, own: Modality) -> Modality:
    """How a passage is put forward: the strongest of its own mood and of what its attributions make of it.

    Args:
        context: The account.
        span: The words that carry the statement.
        own: Mood of its predicate, without regard to attribution.
    """
    head = context.head_of(span)
    if head is not None and is_refuted(context, head):
        return Modality.DENIED
    found = [own, *(_modality(context, attribution) for attribution in context.reading.sources_of(span))]
    return max(found, key=_STRENGTH.__getitem__)


def denies(context: Context, attribution: Attribution) -> bool:
    """Whether a source denies what is said. Who "did not say" or "did not notice" it leaves it as it is.

    Args:
        context: The account.
        attribution: One of its attributions.
    """
    cue = [index for part in attribution.cue for index in context.tree.tokens_in(part)]
    denying = any(context.lexicon.is_around("denying", *context.forms(index)) for index in cue)
    return attribution.modality is Modality.DENIED and denying


def _modality(context: Context, attribution: Attribution) -> Modality:
    unsaid = attribution.modality is Modality.DENIED and not denies(context, attribution)
    return Modality.REPORTED if unsaid else attribution.modality


def _appositions(context: Context, head: int) -> list[Span]:
    tokens = context.tree.tokens
    related = [
        below for below in context.tree.children[head] if tokens[below].deprel.split(":")[0] in ("appos", "flat")
    ]
    return [tokens[below].span for below in related]


def _set_off(context: Context, head: int) -> str | None:
    """The person whose name is set off by commas within a description: "an organiser in Brek, Ilse Varn, says"."""
    text, tokens = context.reading.text, context.tree.tokens
    last = min(head + BEHIND, context.tree.sentence_ranges[context.sentence(head)].stop)
    for one in context.entities_in(context.tree.span(range(head, last))):
        before = text[max(0, one.span.start - 2) : one.span.start].rstrip()
        behind = text[one.span.end : one.span.end + 2].lstrip()
        inside = context.head_of(one.span)
        above = inside if inside is None else tokens[inside].head
        hangs = above is not None and head in (above, tokens[above].head)
        if one.type is EntityType.PERSON and hangs and before.endswith(",") and behind.startswith(","):
            return one.id
    return None


def _is_pronoun(context: Context, source: tuple[Span, ...]) -> bool:
    tokens = context.tree.tokens
    return all(tokens[index].upos in ("PRON", "DET") for part in source for index in context.tree.tokens_in(part))


def _description(context: Context, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """What a pronoun stands for, where no name is known: the first description in its chain ("an activist")."""
    for chain in context.reading.coreference:
        if any(part in chain for part in source):
            found = (span for span in chain if not _is_pronoun(context, (span,)) and not _is_own(context, span))
            return tuple(_whole(context, span) for span in found)[:1]
    return ()


def _whole(context: Context, span: Span) -> Span:
    """A description with the phrase right behind it that tells whose or of what: "the head of state"."""
    head = context.head_of(span)
    for below in context.tree.children[head] if head is not None else ():
        phrase = context.tree.span(context.tree.subtree(below, without=_ASIDES))
        if context.tree.tokens[below].deprel == "nmod" and phrase.start == span.end + 1:
            return Span(span.start, phrase.end)
    return span


def _is_own(context: Context, span: Span) -> bool:
    """Whether a description is another speaker's, as "my brother" is."""
    feats = (context.tree.tokens[index].feats for index in context.tree.tokens_in(span))
    return any("Person=1" in one or "Person=2" in one for one in feats)


def _kind(context: Context, part: Span, name: str) -> SpeakerKind:
    language = context.account.article.language or "en"
    kinds = load(language, "sources") if "en" in languages("sources") and language in languages("sources") else {}
    words = {word.strip(".,").lower() for word in (*name.split(), *part.of(context.reading.text).split())}
    for kind in (SpeakerKind.AGENCY, SpeakerKind.OUTLET, SpeakerKind.DOCUMENT):
        if words & set(kinds.get(kind.value, ())):
            return kind
    return SpeakerKind.SPEAKER
