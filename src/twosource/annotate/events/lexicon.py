"""The words that events need, read once from a language's lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from twosource import resources
from twosource.annotate.lists import filled
from twosource.model.reading import Modality

LISTS = ("events", "nominalisations", "modality", "negation")
"""A language has events when it has these."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by what they tell about an event.

    Attributes:
        words: The lists of ``events.toml``.
        transitive: Noun to verb, where "of" gives the one who suffers it.
        intransitive: Noun to verb, where "of" gives the one who does it.
        auxiliaries: Auxiliary to modality; so ``verbs`` (of their infinitives), ``adverbs``, ``adjectives``, ``marks``,
            ``attributes`` (of nouns).
        governors: Kind of governing word to its lemmas; see the comments in ``modality.toml``.
        negations: Lemmas that negate.
        failing: Verbs whose infinitive did not happen.
        occasions: Nouns that "no" before them makes a "never".
    """

    words: Mapping[str, frozenset[str]]
    transitive: Mapping[str, str]
    intransitive: Mapping[str, str]
    auxiliaries: Mapping[str, Modality]
    verbs: Mapping[str, Modality]
    adverbs: Mapping[str, Modality]
    adjectives: Mapping[str, Modality]
    marks: Mapping[str, Modality]
    attributes: Mapping[str, Modality]
    governors: Mapping[str, frozenset[str]]
    negations: frozenset[str]
    failing: frozenset[str]
    occasions: frozenset[str]

    def verb_of(self, noun: str) -> str | None:
        """The verb that a noun of happening stands for."""
        return self.transitive.get(noun) or self.intransitive.get(noun)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language.

    Raises:
        LanguageError: A list is missing.
    """
    events, nouns, modality, negation = (resources.load(language, name) for name in LISTS)
    groups = ("auxiliaries", "verbs", "adverbs", "adjectives", "marks", "attributes")
    return filled(
        Lexicon,
        nouns,
        negation,
        {group: _modalities(modality[group]) for group in groups},
        words={name: _set(words) for name, words in events.items() if name != "source"},
        governors={kind: _set(lemmas) for kind, lemmas in modality["governors"].items()},
        negations=_set(negation["words"]),
    )


def _set(words: str | list[str]) -> frozenset[str]:
    return frozenset(words.split() if isinstance(words, str) else words)


def _modalities(table: dict[str, str]) -> dict[str, Modality]:
    return {word: Modality(name) for name, words in table.items() for word in words.split()}
