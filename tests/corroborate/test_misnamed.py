"""When accounts spell a place, a body or a middle name two ways."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate import corroborate
from twosource.corroborate.assertions.misnamed import misnamed
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ConflictKind
from twosource.trace import trace

TREES = "Three trees fell in {} on Friday, the mayor of Tarvik said."
NAMES = [
    ("Anton Siegel Park", "Anton Sigel Park", ["Anton Siegel Park", "Anton Sigel Park"]),  # a letter too many
    ("Minnock", "Minock", ["Minnock", "Minock"]),  # a single word
    ("Anton Siegel Park", "Anton Siegel Square", []),  # another word
    ("Siegel Park and Sigel Park", "Sigel Park", []),  # one account has both
    ("Mill Park", "Hill Park", []),  # too short for a slip
    ("Dargahan", "Dargehan", ["Dargahan", "Dargehan"]),  # another vowel
    ("the Taliban", "the Taleban", []),  # … of a body, from another script
    ("Telkarin Park", "Telkrain Parc", []),  # two words differ
    ("Talmar Park", "Tarmat Park", ["Talmar Park", "Tarmat Park"]),  # two letters beside another word
    ("Talmar", "Tarmat", []),  # two letters alone
    ("Northeast Park", "Southeast Park", []),  # quarters of the compass
    (
        "Brindel Regional Park",
        "Britoll Regional Park",
        ["Brindel Regional Park", "Britoll Regional Park"],
    ),  # begins alike
    ("Brindel Park", "Britoll Park", []),  # … beside one other word
    (
        "Brindel Regional Park and Britoll Regional Park",
        "Brindel Regional Park",
        ["Britoll Regional Park", "Brindel Regional Park"],
    ),  # one account has both, and one of them wrong
    ("Ostrel", "Ostrels", []),  # a plural
]


@pytest.mark.parametrize(("one", "other", "told"), NAMES)
def test_misnamed(pipeline: Pipeline, one: str, other: str, told: list[str]) -> None:
    accounts = list(annotate(_articles(one, other), pipeline))
    found = misnamed(contexts(accounts, link(accounts)), Voices(()))
    assert [named.value.text for named in found if named.value] == told


@pytest.mark.parametrize(
    ("names", "told"),
    [(("Ashonda", "Ashanda"), 2), (("Jomartin", "Shomartin"), 0)],  # romanised in two ways
)
def test_a_middle_name_may_differ_in_a_vowel(pipeline: Pipeline, names: tuple[str, str], told: int) -> None:
    texts = [f"Police arrested Dorea {name} Telk on Friday." for name in names]
    accounts = list(annotate([Article(f"a{n}", text, language="en") for n, text in enumerate(texts)], pipeline))
    assert len(list(misnamed(contexts(accounts, link(accounts)), Voices(())))) == told


def test_it_is_a_conflict_of_name(pipeline: Pipeline) -> None:
    accounts = list(annotate(_articles("Minnock", "Minock"), pipeline))
    claims = corroborate(accounts, link(accounts), trace(accounts))
    conflicts = [one for claim in claims for one in claim.conflicts]
    assert [one.kind for one in conflicts] == [ConflictKind.NAME]


def _articles(*places: str) -> list[Article]:
    return [Article(f"a{n}", TREES.format(place), language="en") for n, place in enumerate(places)]
