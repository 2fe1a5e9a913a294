"""An account with what is looked up in it again and again: its tree, its entities by place, its sentences' words.

Every extractor of assertions works on a context. The invariant: look-ups are by position and cost logarithmic time, so
that an account of ten thousand sentences stays linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from twosource.corroborate.elsewhen import is_elsewhen, is_set_aside
from twosource.corroborate.lexicon import Lexicon, lexicon
from twosource.model.entity import Entity
from twosource.model.reading import (
    Annotated,
    Attribution,
    EntityType,
    Event,
    Mention,
    QuantityMention,
    Reading,
    TimeMention,
)
from twosource.model.span import Span
from twosource.text.tree import Tree

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Parts of speech that carry content; adverbs and auxiliaries do not tell claims apart."""
NOMINAL = frozenset({"NOUN", "PROPN"})
DEADLY = frozenset({"kill", "die"})
"""Events that leave somebody dead."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity at a place in the account."""

    span: Span
    id: str
    type: EntityType


class Context:
    """One account, ready for look-ups.

    Attributes:
        account: The account.
        tree: The tree of its body.
        lexicon: Word lists of its language.
        named: Names and the pronouns that stand for them, in text order.
    """

    def __init__(self, account: Annotated, entities: Iterable[Entity]) -> None:
        self.account = account
        self.tree = Tree(account.body)
        self.lexicon: Lexicon = lexicon(account.article.language or "en")
        self.named = _named(account.article.id, entities)
        self._starts = [one.span.start for one in self.named]
        self._name_starts = [one.span.start for one in account.body.names]

    @property
    def reading(self) -> Reading:
        """What was read in the body."""
        return self.account.body

    @cached_property
    def events(self) -> dict[int, Event]:
        """Events by the index of their trigger."""
        return {event.trigger: event for event in self.reading.events}

    @cached_property
    def persons(self) -> frozenset[str]:
        """Ids of the persons whom the account names."""
        return frozenset(one.id for one in self.named if one.type is EntityType.PERSON)

    @cached_property
    def times_by_sentence(self) -> dict[int, tuple[TimeMention, ...]]:
        """Times by the number of their sentence."""
        found: dict[int, list[TimeMention]] = {}
        for time in self.reading.times:
            number = self.reading.sentence_at(time.span.start)
            if number is not None:
                found.setdefault(number, []).append(time)
        return {number: tuple(times) for number, times in found.items()}

    @cached_property
    def sentence_words(self) -> tuple[frozenset[str], ...]:
        """The content lemmas of each sentence: asked for by every assertion in it, gathered once."""
        return tuple(map(self.words, self.tree.sentence_ranges))

    @cached_property
    def looks_back(self) -> tuple[bool, ...]:
        """For each sentence whether it speaks of an earlier state ("earlier", "previously")."""
        return tuple(
            any(self.lexicon.is_around("earlier", *self.forms(index)) for index in tokens)
            for tokens in self.tree.sentence_ranges
        )

    @cached_property
    def elsewhen(self) -> tuple[bool, ...]:
        """For each sentence whether it tells of a long stretch, of another time than the account's own, or of several
        events at once.
        """
        return tuple(is_elsewhen(self, number) for number in range(len(self.reading.sentences)))

    @cached_property
    def sets_aside(self) -> tuple[bool, ...]:
        """For each sentence whether it sets its event apart from the story's ("in a separate shooting")."""
        return tuple(any(is_set_aside(self, at) for at in tokens) for tokens in self.tree.sentence_ranges)

    @cached_property
    def sentences_with(self) -> dict[str, tuple[int, ...]]:
        """Numbers of the sentences that hold a content lemma."""
        found: dict[str, list[int]] = {}
        for number, indexes in enumerate(self.tree.sentence_ranges):
            for word in sorted(self.words(indexes)):
                found.setdefault(word, []).append(number)
        return {word: tuple(numbers) for word, numbers in found.items()}

    @cached_property
    def _attributions(self) -> dict[int, tuple[Attribution, ...]]:
        found: dict[int, list[Attribution]] = {}
        for attribution in self.reading.attributions:
            for part in attribution.content[:1]:
                number = self.reading.sentence_at(part.start)
                if number is not None:
                    found.setdefault(number, []).append(attribution)
        return {number: tuple(inside) for number, inside in found.items()}

    def attributions_of(self, number: int) -> tuple[Attribution, ...]:
        """The attributions whose content begins in a sentence."""
        return self._attributions.get(number, ())

    @cached_property
    def figure_starts(self) -> tuple[int, ...]:
        """Where the figures of the account begin."""
        return tuple(mention.span.start for mention in self.reading.quantities)

    def figures_in(self, span: Span) -> tuple[QuantityMention, ...]:
        """The figures that begin within ``span``."""
        first, last = (bisect_left(self.figure_starts, end) for end in (span.start, span.end))
        return self.reading.quantities[first:last]

    @cached_property
    def deadly(self) -> bool:
        """Whether the account tells of a death anywhere."""
        forms = (self.forms(index) for index in range(len(self.tree.tokens)))
        return any(self.lexicon.event.of(*each) in DEADLY for each in forms)

    @cached_property
    def plurals(self) -> frozenset[str]:
        """The lemmas of the nouns that the account uses in the plural."""
        return frozenset(one.lemma.lower() for one in self.tree.tokens if "Number=Plur" in one.feats)

    @cached_property
    def cues(self) -> frozenset[int]:
        """Indexes of the tokens that mark an attribution."""
        spans = (cue for attribution in self.reading.attributions for cue in attribution.cue)
        return frozenset(index for span in spans for index in self.tree.tokens_in(span))

    def names_in(self, span: Span) -> tuple[Mention, ...]:
        """The names, linked or not, within ``span``."""
        at = bisect_left(self._name_starts, span.start)
        found = []
        while at < len(self.reading.names) and self.reading.names[at].span.start < span.end:
            found.append(self.reading.names[at])
            at += 1
        return tuple(found)

    def is_saying(self, index: int) -> bool:
        """Whether a token says that somebody says something; a cue that also names an event ("dismissed") does not."""
        forms = self.forms(index)
        if forms[0] in self.lexicon.saying or forms[1] in self.lexicon.saying:
            return True
        return index in self.cues and self.event_concept(index) is None

    def event_concept(self, index: int) -> str | None:
        """The known kind of event that a word names, with its particle or object ("call for") or alone."""
        below = (*self.tree.children[index], *self._raised(index))
        cases = (case for one in below for case in self.tree.children[one] if self.tree.tokens[case].deprel == "case")
        beside = [form for one in (*below, *cases) for form in self.forms(one)]
        forms, concepts = self.forms(index), self.lexicon.event
        alone = concepts.noun if self.tree.tokens[index].upos in NOMINAL else concepts.of
        return concepts.pattern(forms, beside) or alone(*forms) or concepts.of(self.verb(index))

    def _raised(self, index: int) -> tuple[int, ...]:
        """The subjects that a verb shares with the one above it: the deal of "the deal is expected to close"."""
        token = self.tree.tokens[index]
        if token.deprel != "xcomp":
            return ()
        beside = self.tree.children[token.head]
        return tuple(one for one in beside if self.tree.tokens[one].deprel.startswith("nsubj"))

    def verb(self, index: int) -> str:
        """A predicate's lemma, for a noun that of its verb where it is known ("negotiation" is negotiating)."""
        event = self.events.get(index)
        return event.lemma.lower() if event is not None and event.nominal else self.lemma(index)

    def is_time(self, index: int) -> bool:
        """Whether a token is part of a time."""
        times = self.times_by_sentence.get(self.sentence(index), ())
        return any(time.span.overlaps(self.tree.tokens[index].span) for time in times)

    def entities_in(self, span: Span) -> tuple[Named, ...]:
        """The entities that are named, or meant by a pronoun, within ``span``."""
        at = bisect_left(self._starts, span.start)
        while at and self.named[at - 1].span.end > span.start:
            at -= 1
        found = []
        while at < len(self.named) and self.named[at].span.start < span.end:
            found.append(self.named[at])
            at += 1
        return tuple(found)

    def lemma(self, index: int) -> str:
        """A token's lemma in lower case."""
        return self.tree.tokens[index].lemma.lower()

    def forms(self, index: int) -> tuple[str, str]:
        """A token's lemma and the word itself, in lower case: what word lists are asked for."""
        token = self.tree.tokens[index]
        return token.lemma.lower(), token.text.lower()

    def words(self, indexes: Iterable[int]) -> frozenset[str]:
        """The content lemmas among these tokens, names included."""
        tokens = self.tree.tokens
        return frozenset(
            tokens[index].lemma.lower()
            for index in indexes
            if tokens[index].upos in CONTENT and tokens[index].text.isalnum()
        )

    def sentence(self, index: int) -> int:
        """Number of a token's sentence."""
        return self.tree.sentence_of[index]

    def head_of(self, span: Span) -> int | None:
        """The token of ``span`` that the others hang on: the first whose head lies outside."""
        inside = self.tree.tokens_in(span)
        for index in inside:
            head = self.tree.tokens[index].head
            if head == index or head not in inside:
                return index
        return None


def contexts(accounts: Sequence[Annotated], entities: Sequence[Entity]) -> tuple[Context, ...]:
    """A context an account, each with the entities that it names."""
    by_article: dict[str, list[Entity]] = {account.article.id: [] for account in accounts}
    for entity in entities:
        places = {mention.passage.article for mention in (*entity.mentions, *entity.references)}
        for article in sorted(places & by_article.keys()):
            by_article[article].append(entity)
    return tuple(Context(account, by_article[account.article.id]) for account in accounts)


def _named(article: str, entities: Iterable[Entity]) -> tuple[Named, ...]:
    found = [
        Named(mention.passage.span, entity.id, entity.type)
        for entity in entities
        for mention in (*entity.mentions, *entity.references)
        if mention.passage.article == article
    ]
    return tuple(sorted(found, key=lambda one: (one.span, one.id)))
