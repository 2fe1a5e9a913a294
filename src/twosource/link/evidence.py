"""What speaks for a name's type: the tagger's word, the words in the name, the words around it, the gazetteer.

Errors of the tagger are usual, and no sign is sure, so signs are added up; the sums are voted on over a whole story.
The invariant: evidence is about one mention, and looks no further than its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from twosource.link.acronyms import is_acronym
from twosource.link.keys import plain
from twosource.link.places import country, is_known
from twosource.model.reading import EntityType, Mention
from twosource.resources import in_all_languages
from twosource.text.tree import Tree

Evidence = tuple[tuple[EntityType, float], ...]

# How much each sign of a type counts, against 1.5 for the tagger's own word: set by looking at invented stories, so
# that few signs alone overrule two mentions of the tagger, and two signs do.
_TAGGED = 1.5
_OFFICE_BEFORE = 3.0  # "President X"
_WHO_AFTER = 1.5  # "X, who …"
_SPEAKS = 0.4  # bodies and capitals speak too
_GIVEN_NAME = 1.0
_BODY_WORD = 2.0
_ACRONYM = 1.0
_PLACE_WORD = 1.5
_LOCATIVE = 2.0
_SETTLEMENT = 3.0  # "the town of X"
_HAS_GOVERNMENT = 2.0  # "X's mayor"
_KNOWN_PLACE = 1.5
_COUNTRY = 3.0


class Beside(NamedTuple):
    """What stands right before a name: a title, or a word before which places stand."""

    titled: bool
    locative: bool


def evidence_of(tree: Tree, tokens: list[int], mention: Mention, text: str, beside: Beside) -> Evidence:
    """What speaks for each type, summed up."""
    sums = dict.fromkeys(EntityType, 0.0)
    sums[mention.type] += _TAGGED
    for entity_type, weight in (*_within(text), *_around(tree, tokens, beside), *_in_gazetteer(text)):
        sums[entity_type] += weight
    return tuple((entity_type, weight) for entity_type, weight in sums.items() if weight)


def _within(text: str) -> Iterator[tuple[EntityType, float]]:
    """What the words of the name say."""
    words = [plain(word).strip(".,'’") for word in text.split()]
    if context("bodies").intersection(words):
        yield EntityType.ORGANIZATION, _BODY_WORD
    elif context("places").intersection(words[-1:] if len(words) > 1 else []):
        yield EntityType.PLACE, _PLACE_WORD
    elif len(words) > 1 and words[0] in _given_names():
        yield EntityType.PERSON, _GIVEN_NAME
    if is_acronym(text):
        yield EntityType.ORGANIZATION, _ACRONYM


def _around(tree: Tree, tokens: list[int], beside: Beside) -> Iterator[tuple[EntityType, float]]:
    """What the words around the name say."""
    if beside.titled:
        yield EntityType.PERSON, _OFFICE_BEFORE
    before = tree.tokens[tokens[0] - 1].text.casefold() if tokens[0] else ""
    if beside.locative:
        settled = before == "of" or before in context("settlements")
        yield EntityType.PLACE, _SETTLEMENT if settled else _LOCATIVE
    after = [
        tree.tokens[index].text.casefold() for index in range(tokens[-1] + 1, min(tokens[-1] + 3, len(tree.tokens)))
    ]
    if after[:1] == ["who"] or after == [",", "who"]:
        yield EntityType.PERSON, _WHO_AFTER
    if after[:1] in (["'s"], ["’s"]) and context("governed").intersection(_following(tree, tokens[-1] + 2)):
        yield EntityType.PLACE, _HAS_GOVERNMENT
    head = next((index for index in tokens if tree.tokens[index].head not in tokens), tokens[-1])
    verb = tree.tokens[tree.tokens[head].head]
    if tree.tokens[head].deprel.startswith("nsubj") and verb.lemma.casefold() in context("speech"):
        yield EntityType.PERSON, _SPEAKS


def _following(tree: Tree, index: int) -> list[str]:
    """The next words, as far as they can belong to one noun phrase."""
    return [tree.tokens[place].text.casefold() for place in range(index, min(index + 3, len(tree.tokens)))]


def _in_gazetteer(text: str) -> Iterator[tuple[EntityType, float]]:
    if country(text):
        yield EntityType.PLACE, _COUNTRY
    elif is_known(text):
        yield EntityType.PLACE, _KNOWN_PLACE


@cache
def context(name: str) -> frozenset[str]:
    """A list of context words, of every language that has one."""
    return in_all_languages("name-contexts", name)


@cache
def _given_names() -> frozenset[str]:
    return in_all_languages("given-names", "given")
