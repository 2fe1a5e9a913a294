"""The words that mark an attribution, read once from a language's ``cues.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from twosource import resources
from twosource.model.reading import Modality


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas by what they can take as content. See the comments in ``cues.toml`` for each list.

    Attributes:
        verbs: Name of a list to its lemmas: ``speech``, ``clause``, ``infinitive``, ``object``, ``judging``, ``hearsay``, ``seeming``.
        prepositions: A verb to the prepositions that introduce its content.
        nouns: ``clause``, ``judging``, ``viewpoint``, ``venue``, ``documents``, ``light``.
        adjectives: Adjectives of attitude.
        adjective_prepositions: What introduces an adjective's content.
        adverbs: Adverbs of hearsay.
        according: First words of "according to".
        citing: Verbs whose object can be a further source.
        modalities: A cue's lemma to what it makes of its content; others only report it.
    """

    verbs: Mapping[str, frozenset[str]]
    prepositions: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    adjectives: frozenset[str]
    adjective_prepositions: frozenset[str]
    adverbs: frozenset[str]
    according: frozenset[str]
    citing: frozenset[str]
    modalities: Mapping[str, Modality]

    def is_verb(self, lemma: str, *lists: str) -> bool:
        """Whether a verb stands in one of these lists."""
        return any(lemma in self.verbs[name] for name in lists)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language.

    Raises:
        LanguageError: The language has no ``cues.toml``.
    """
    table = resources.load(language, "cues")
    modalities = {lemma: Modality(name) for name, lemmas in table["modality"].items() for lemma in lemmas.split()}
    return Lexicon(
        verbs=_sets(table["verbs"]),
        prepositions={verb: frozenset(words) for verb, words in table["verbs"]["prepositions"].items()},
        nouns=_sets(table["nouns"]),
        adjectives=frozenset(table["adjectives"]["clause"].split()),
        adjective_prepositions=frozenset(table["adjectives"]["prepositions"]),
        adverbs=frozenset(table["adverbs"]["hearsay"].split()),
        according=frozenset(table["prepositions"]["according"].split()),
        citing=frozenset(table["prepositions"]["citing"].split()),
        modalities=modalities,
    )


def _sets(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in table.items() if isinstance(words, str)}
