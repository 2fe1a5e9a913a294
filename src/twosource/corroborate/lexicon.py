"""Concepts behind words: what is counted, what happened, what excludes what. All of it is data; this module looks
it up.

A word stands under at most one concept of a table, so that a look-up is one dictionary access. A pattern of two lemmas
("force home") counts before single words, wherever in the clause they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from twosource.resources import listed

NOUN = "/noun"
"""Ending of a word that stands under a concept only as a noun."""
_DOUBLING = re.compile(
    r"[^aeiou][aeiou][bdgklmnprt]$"
)  # step, stepped; not open, opened, but an extra form harms nobody


@dataclass(frozen=True, slots=True)
class Concepts:
    """One table of words under concepts.

    Attributes:
        words: Lemma to concept.
        concepts: All concepts.
        patterns: First lemma to (second lemma, concept).
    """

    words: dict[str, str] = field(default_factory=dict)
    patterns: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    concepts: frozenset[str] = frozenset()

    def of(self, *forms: str) -> str | None:
        """The concept of a word, by the first of its forms (lemma, the word itself) that is known."""
        return next((self.words[form] for form in forms if form in self.words), None)

    def noun(self, *forms: str) -> str | None:
        """The concept of a word that is a noun: a fire burns, to fire is to dismiss."""
        return self.of(*(f"{form}{NOUN}" for form in forms)) or self.of(*forms)

    def knows(self, concept: str | None) -> bool:
        """Whether a concept is one of the table's."""
        return concept in self.concepts

    def pattern(self, forms: Iterable[str], around: Iterable[str]) -> str | None:
        """The concept of a word together with one of the words around it."""
        found = [entry for form in forms for entry in self.patterns.get(form, ())]
        if not found:
            return None
        beside = set(around)
        return next((concept for second, concept in found if second in beside), None)


HOUR_WORDS = ("shortly", "before", "after", "deadline", "range", "counted")
"""What stands before an hour and tells how exact it is."""

INCIDENT_WORDS = ("kinds", "counted", "passive", "does", "while", "around")
"""What tells of an incident, and what stands around it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that a language's lists say about claims."""

    outcome: Concepts
    event: Concepts
    counted: Concepts
    counted_outcome: Concepts
    amount: Concepts
    understood: dict[str, str]
    same_unit: dict[str, str]
    measured: frozenset[str]
    kinds: dict[str, frozenset[str]]
    light: frozenset[str]
    edges: frozenset[str]
    saying: frozenset[str]
    once: frozenset[str]
    occurring: frozenset[str]
    empty: frozenset[str]
    awaited: frozenset[str]
    lasting: frozenset[str]
    mutual: frozenset[str]
    opposed_concepts: frozenset[frozenset[str]]
    opposed_words: frozenset[frozenset[str]]
    turning: tuple[str, ...]
    around: dict[str, frozenset[str]]
    posts: dict[str, str]
    wordings: dict[str, str]
    sorts: dict[str, dict[str, str]]
    aside: frozenset[str]
    aside_events: frozenset[str]
    night: dict[str, frozenset[str]]
    hours: frozenset[str]
    hour_words: dict[str, frozenset[str]]
    wished: frozenset[str]
    incident: dict[str, frozenset[str]]

    def sorts_of(self, *forms: str) -> dict[str, str]:
        """By what a noun tells people apart, and as what: a boy is a man by sex."""
        found = (
            (name, next((words[form] for form in forms if form in words), None)) for name, words in self.sorts.items()
        )
        return {name: sort for name, sort in found if sort}

    def is_around(self, name: str, *forms: str) -> bool:
        """Whether a word is on one of the lists of words that stand around figures."""
        return not self.around.get(name, frozenset()).isdisjoint(forms)

    def opposed(self, left: str, right: str) -> bool:
        """Whether two lemmas, or the concepts that they stand for, exclude each other."""
        if frozenset((left, right)) in self.opposed_words:
            return True
        pair = frozenset((self.event.of(left) or left, self.event.of(right) or right))
        return pair in self.opposed_concepts

    def turned(self, left: str, right: str) -> bool:
        """Whether one word is the other with a syllable before it that turns it round: "locked", "unlocked"."""
        return any(prefix + left == right or prefix + right == left for prefix in self.turning)

    def same_kind(self, left: str, right: str) -> bool:
        """Whether one counted concept is a kind of the other: soldiers are people."""
        return right in self.kinds.get(left, frozenset()) or left in self.kinds.get(right, frozenset())


@cache
def lexicon(language: str) -> Lexicon:
    """The lists of a language; a language without lists has empty ones."""
    predicates, counted = listed(language, "predicates"), listed(language, "counted")
    opposites, loaded = listed(language, "opposites"), listed(language, "loaded")
    sorts = listed(language, "sorts")
    return Lexicon(
        outcome=_concepts(predicates.get("outcome", {})),
        event=_concepts(predicates.get("event", {})),
        counted=_concepts(counted.get("concept", {})),
        counted_outcome=_concepts(counted.get("outcome", {})),
        amount=_concepts(counted.get("amount", {})),
        understood=dict(counted.get("understood", {})),
        same_unit=dict(counted.get("same_unit", {})),
        measured=frozenset(predicates.get("measured", {}).get("outcomes", ())),
        kinds={whole: frozenset(parts) for whole, parts in counted.get("kinds_of", {}).items()},
        light=frozenset(predicates.get("light", {}).get("words", ())),
        edges=frozenset(predicates.get("light", {}).get("edges", ())),
        saying=frozenset(predicates.get("saying", {}).get("words", ())),
        once=frozenset(form for word in predicates.get("once", {}).get("words", ()) for form in inflections(word)),
        occurring=frozenset(predicates.get("occurring", {}).get("words", ())),
        empty=frozenset(predicates.get("occurring", {}).get("empty", ())),
        awaited=frozenset(predicates.get("awaited", {}).get("words", ())),
        lasting=frozenset(predicates.get("lasting", {}).get("words", ())),
        mutual=frozenset(predicates.get("mutual", {}).get("words", ())),
        opposed_concepts=frozenset(map(frozenset, opposites.get("concepts", {}).get("pairs", ()))),
        opposed_words=frozenset(map(frozenset, opposites.get("words", {}).get("pairs", ()))),
        turning=tuple(opposites.get("turning", {}).get("prefixes", ())),
        around={name: frozenset(words) for name, words in counted.get("around", {}).items()},
        posts=_sides(entry for entry in loaded.get("events", ()) if not entry.get("harmless")),
        wordings=_sides(loaded.get("events", ())),
        sorts={name: _by_word(table) for name, table in sorts.get("sorts", {}).items()},
        aside=frozenset(sorts.get("aside", {}).get("words", ())),
        aside_events=frozenset(sorts.get("aside", {}).get("events", ())),
        night={end: frozenset(sorts.get("night", {}).get(end, ())) for end in ("begins", "ends")},
        hours=frozenset(sorts.get("hours", {}).get("words", ())),
        hour_words={name: frozenset(sorts.get("hours", {}).get(name, ())) for name in HOUR_WORDS},
        wished=frozenset(sorts.get("wished", {}).get("words", ())),
        incident={name: frozenset(sorts.get("incident", {}).get(name, ())) for name in INCIDENT_WORDS},
    )


def inflections(word: str) -> tuple[str, ...]:
    """A lemma and the forms that English builds of it by rule, so that a wrong lemma does not hide a word.

    >>> inflections("injure")
    ('injure', 'injures', 'injured', 'injuring')
    >>> inflections("injury")
    ('injury', 'injuries', 'injuried', 'injurying')
    """
    if word.endswith("e"):
        return (word, word + "s", word + "d", word[:-1] + "ing")
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return (word, word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    ending = "es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s"
    doubled = word + word[-1:] if _DOUBLING.search(word) else word
    return (word, word + ending, doubled + "ed", doubled + "ing")


def _concepts(table: dict[str, list[str]]) -> Concepts:
    words: dict[str, str] = {}
    patterns: dict[str, list[tuple[str, str]]] = {}
    for concept, entries in table.items():
        for entry in entries:
            first, _, second = entry.partition("+")
            ending = NOUN if first.endswith(NOUN) else ""
            for form in (f"{one}{ending}" for one in inflections(first.removesuffix(NOUN))):
                if second:
                    patterns.setdefault(form, []).extend((other, concept) for other in inflections(second))
                else:
                    words.setdefault(form, concept)
    return Concepts(words, {first: tuple(found) for first, found in patterns.items()}, frozenset(table))


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {form: sort for sort, words in table.items() for word in words for form in inflections(word)}


def _sides(entries: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Event concept to the kind of event that it is a loaded wording of."""
    return {side: entry["name"] for entry in entries for side in entry["sides"]}


@cache
def people_nouns(language: str) -> frozenset[str]:
    """Nouns for persons, by what they are or do ("mayor", "neighbour")."""
    return frozenset((*listed(language, "persons").get("nouns", ()), *_people(language)))


def _people(language: str) -> list[str]:
    return str(listed(language, "person_nouns").get("people", "")).split()
