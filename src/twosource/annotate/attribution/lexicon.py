"""The words that mark an attribution, read once from a language's ``cues.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from twosource import resources
from twosource.annotate.lists import filled, word_list
from twosource.model.reading import Modality, Token


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas by what they can take as content. See the comments in ``cues.toml`` for each list.

    Attributes:
        verbs: Name of a list to its lemmas: ``speech``, ``clause``, ``infinitive``, ``object``, ``judging``,
            ``hearsay``, ``seeming``, ``naming``, ``estimating``, ``ahead``, ``vouching``,
            ``supposing``, ``taking``.
        prepositions: A verb to the prepositions that introduce its content.
        speakers: Nouns for people, bodies and documents: what can be asked, or read.
        nouns: ``clause``, ``judging``, ``viewpoint``, ``venue``, ``documents``, ``light``, ``taken``, ``labels``.
        adjectives: Adjectives of attitude.
        adjective_prepositions: What introduces an adjective's content.
        adverbs: Adverbs of hearsay.
        according: First words of "according to".
        citing: Verbs whose object can be a further source.
        comparing: Words that a second voice's figure is compared with ("than").
        modalities: A cue's lemma to what it makes of its content; others only report it.
        negations: Lemmas that negate.
        failing: Verbs whose infinitive did not come true ("declined to say").
        forms: Inflected form of a verb of these lists to its lemma.
    """

    verbs: Mapping[str, frozenset[str]]
    prepositions: Mapping[str, frozenset[str]]
    speakers: frozenset[str]
    nouns: Mapping[str, frozenset[str]]
    adjectives: frozenset[str]
    adjective_prepositions: frozenset[str]
    adverbs: frozenset[str]
    according: frozenset[str]
    citing: frozenset[str]
    comparing: frozenset[str]
    modalities: Mapping[str, Modality]
    negations: frozenset[str]
    failing: frozenset[str]
    forms: Mapping[str, str]

    def lemma(self, token: Token) -> str:
        """A token's lemma; of a verb whose lemma is no cue, the cue that its form belongs to.

        A model that lemmatises by endings makes "wrell" of "wrote" now and then.
        """
        lemma = token.lemma.lower()
        return (
            lemma if token.upos != "VERB" or lemma in self.prepositions else self.forms.get(token.text.lower(), lemma)
        )

    def is_verb(self, verb: Token | str, *lists: str) -> bool:
        """Whether a verb, or its lemma, stands in one of these lists."""
        lemma = verb if isinstance(verb, str) else self.lemma(verb)
        return any(lemma in self.verbs[name] for name in lists)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language.

    Raises:
        LanguageError: The language has no ``cues.toml``.
    """
    table, negation = resources.load(language, "cues"), resources.load(language, "negation")
    nouns = _sets(table["nouns"])
    modalities = {lemma: Modality(name) for name, lemmas in table["modality"].items() for lemma in lemmas.split()}
    return filled(
        Lexicon,
        table["prepositions"],
        negation,
        verbs=_sets(table["verbs"]),
        prepositions={verb: frozenset(words) for verb, words in table["verbs"]["prepositions"].items()},
        speakers=nouns["documents"] | nouns["bodies"] | word_list(language, "person_nouns", "people"),
        nouns=nouns,
        adjectives=frozenset(table["adjectives"]["clause"].split()),
        adjective_prepositions=frozenset(table["adjectives"]["prepositions"]),
        adverbs=frozenset(table["adverbs"]["hearsay"].split()),
        modalities=modalities,
        negations=frozenset(negation["words"].split()),
        forms=_forms(table["verbs"], table["irregular"]),
    )


def _sets(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in table.items() if isinstance(words, str)}


def _forms(verbs: dict[str, Any], irregular: dict[str, str]) -> dict[str, str]:
    lemmas = sorted({lemma for words in verbs.values() if isinstance(words, str) for lemma in words.split()})
    forms = {form: lemma for lemma in lemmas for form in (lemma, *_regular(lemma))}
    forms.update({lemma: lemma for lemma in lemmas})
    forms.update({form: lemma for lemma, shapes in irregular.items() for form in shapes.split()})
    return forms


def _regular(lemma: str) -> list[str]:
    """The inflected forms of a regular verb, with those that double its last letter ("hinted", "quipped")."""
    if lemma.endswith("e"):
        return [f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"]
    last = lemma[-1]
    return [f"{lemma}s", f"{lemma}es", f"{lemma}ed", f"{lemma}ing", f"{lemma}{last}ed", f"{lemma}{last}ing"]
