"""The forms under which a story's names occur: every mention of the same words, as one value, with one type.

Types are voted on over all mentions of a story. A single word that is also part of a person's name may be a town here
and a man there, so its mentions are judged one by one, with the story's vote as one voice among others. The
invariant: every mention is in exactly one form, and nothing depends on the order of the accounts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from twosource.link.acronyms import is_acronym
from twosource.link.occurrences import Occurrence
from twosource.link.wording import Lookup
from twosource.model.reading import EntityType

_ORDER = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE, EntityType.OTHER)
_STORY = 2.0  # what the story's vote counts for a single word's mention, against 1.5 for the tagger there
_SURNAME = 2.0  # a single word that is the surname of a person whom the story names in full
_SURE = 3.0
"""Lead of the first type over the second from which a form's type is sure: two mentions of the tagger."""


@dataclass(frozen=True, eq=False)
class Form:
    """All mentions of one wording with one type.

    Attributes:
        words: Its full words.
        type: By vote.
        lead: How far the vote was won.
        mentions: By article and position.
    """

    words: tuple[str, ...]
    type: EntityType
    lead: float
    mentions: tuple[Occurrence, ...]

    @cached_property
    def text(self) -> str:
        """The most used spelling; the first in the alphabet of several."""
        uses = Counter(mention.text for mention in self.mentions)
        return min(uses, key=lambda text: (-uses[text], text))

    @cached_property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that use it."""
        return frozenset(mention.article for mention in self.mentions)

    @cached_property
    def acronym(self) -> bool:
        """Whether it is written as an acronym."""
        return is_acronym(self.text)

    @property
    def sure(self) -> bool:
        """Whether its type was won clearly."""
        return self.lead >= _SURE

    @cached_property
    def key(self) -> tuple[str, tuple[str, ...], tuple[tuple[str, int], ...]]:
        """An order of forms that does not depend on their input's order."""
        return self.type.value, self.words, tuple((mention.article, mention.span.start) for mention in self.mentions)


def forms(occurrences: Iterable[Occurrence]) -> tuple[Form, ...]:
    """Group mentions by their words and types, sorted."""
    by_words: dict[tuple[str, ...], list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        by_words[occurrence.words].append(occurrence)
    persons = [
        words
        for words, mentions in sorted(by_words.items())
        if len(words) > 1 and _vote(mentions)[0] is EntityType.PERSON
    ]
    surnames = Lookup(word for words in persons for word in words[1:])
    given = {words[0] for words in persons}
    found = []
    for words, mentions in sorted(by_words.items()):
        mentions.sort(key=lambda one: (one.article, one.span))
        found += _typed(words, mentions, surnames, given)
    return tuple(sorted(found, key=lambda form: form.key))


def _typed(words: tuple[str, ...], mentions: list[Occurrence], surnames: Lookup, given: set[str]) -> list[Form]:
    """One form, but for a single word that is also in a person's name one for each type that its mentions have."""
    surname = len(words) == 1 and bool(surnames.near(words[0]))
    if len(words) > 1 or not (surname or words[0] in given):
        entity_type, lead = _vote(mentions)
        return [Form(words, entity_type, lead, tuple(mentions))]
    story = _shares(mentions)
    split: dict[EntityType, list[tuple[Occurrence, float]]] = defaultdict(list)
    for mention in mentions:
        sums = dict(mention.evidence)
        for entity_type, share in story.items():
            sums[entity_type] = sums.get(entity_type, 0.0) + _STORY * share
        if surname and not mention.locative:
            sums[EntityType.PERSON] = sums.get(EntityType.PERSON, 0.0) + _SURNAME
        entity_type, lead = _best(sums)
        split[entity_type].append((mention, lead))
    return [
        Form(words, entity_type, sum(lead for _, lead in own), tuple(mention for mention, _ in own))
        for entity_type, own in sorted(split.items())
    ]


def _vote(mentions: Iterable[Occurrence]) -> tuple[EntityType, float]:
    return _best(_sums(mentions))


def _sums(mentions: Iterable[Occurrence]) -> dict[EntityType, float]:
    sums: dict[EntityType, float] = {}
    for mention in mentions:
        for entity_type, weight in mention.evidence:
            sums[entity_type] = sums.get(entity_type, 0.0) + weight
    return sums


def _shares(mentions: Iterable[Occurrence]) -> Mapping[EntityType, float]:
    sums = _sums(mentions)
    total = sum(sums.values()) or 1.0
    return {entity_type: weight / total for entity_type, weight in sums.items()}


def _best(sums: Mapping[EntityType, float]) -> tuple[EntityType, float]:
    """The type with the highest sum and its lead; ties go to the earlier in a fixed order."""
    ranked = sorted(_ORDER, key=lambda entity_type: (-sums.get(entity_type, 0.0), _ORDER.index(entity_type)))
    return ranked[0], sums.get(ranked[0], 0.0) - sums.get(ranked[1], 0.0)
