"""Words for people, and what befalls them: whether a counted thing is a person.

"Nine killed" counts persons though no noun says so. The invariant: a noun that is not known as a person never becomes
one by its ending alone, except a capitalised plural of origin ("Americans").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource import resources
from twosource.annotate.lists import filled
from twosource.annotate.matcher import PhraseMatcher


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """A language's words for people; see ``resources/<language>/persons.toml``."""

    nouns: frozenset[str]
    peoples: frozenset[str]
    origins: tuple[str, ...]
    states: frozenset[str]
    state_adverbs: frozenset[str]
    lone_adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    perfect: frozenset[str]
    pronouns: frozenset[str]
    verbs: frozenset[str]
    tolls: PhraseMatcher[bool]
    toll_links: frozenset[str]
    totals: frozenset[str]
    single: frozenset[str]
    single_states: frozenset[str]
    none_of: frozenset[str]
    together: frozenset[str]
    joiners: frozenset[str]
    doings: frozenset[str]
    further: frozenset[str]

    def is_person(self, word: str, *, capital: bool = False) -> bool:
        """Whether a noun means people.

        Args:
            word: In lower case, singular or plural.
            capital: Whether it is written with a capital.
        """
        last = word.rsplit("-", 1)[-1]
        if word in self.nouns or last in self.nouns:
            return True
        return capital and (word in self.peoples or (len(word) > 5 and word.endswith(self.origins)))


def _peoples(language: str) -> frozenset[str]:
    """Plurals of the names of peoples and faiths ("Kurds"), in lower case; none where a language has no such list."""
    if language not in resources.languages("peoples"):
        return frozenset()
    table = resources.load(language, "peoples")
    return frozenset(f"{name.lower()}s" for group in ("states", "peoples", "faiths") for name in table.get(group, ()))


@cache
def people_words(language: str) -> PeopleWords:
    """The words of a language."""
    table = resources.load(language, "persons")
    plurals = {noun + ending for noun in table["nouns"] for ending in table["plural_endings"]}
    return filled(
        PeopleWords,
        table,
        nouns=frozenset(table["nouns"]) | plurals - frozenset(table["not_persons"]),
        peoples=_peoples(language),
        origins=tuple(table["people_endings"]),
    )
