"""Where something befell somebody, and which two places cannot both be right."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.keyed import sides_by_keys
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.assertions.whereabouts import DEATHBED, PLACE, whereabouts
from twosource.corroborate.context import contexts
from twosource.link import link
from twosource.model.article import Article


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ivo Telk was shot in Mill Lane on Monday.", [(PLACE, {"mill lane"})]),  # a street
        ("A gunman shot Ivo Telk at the corner of Mill Lane and Oak Rd.", [(PLACE, {"mill lane", "oak road"})]),  # two
        ("Ivo Telk drowned in the underpass.", [(PLACE, {"underpass"})]),  # a passage without a name
        ("Ivo Telk was hit by a van. He died in hospital.", [(DEATHBED, {"hospital"})]),  # by a pronoun
        ("Ivo Telk was pronounced dead at the scene.", [(DEATHBED, {"scene"})]),  # declared dead
        ("Ivo Telk died in a lift at Brek station.", [("site station", {"brek station"})]),  # a site by its name
        ("Ivo Telk died at St Olan's Hospital.", [(DEATHBED, {"hospital"}), ("site hospital", {"olan hospital"})]),
        ("Ivo Telk was shot at the Brek police station.", [("site station", {"brek station"})]),  # what many names hold
        ("Ivo Telk was shot at an Oslo railway station.", [("site city", {"oslo"})]),  # one of a town's
        ("Ivo Telk was arrested in Mill Lane.", [("place of arrest", {"mill lane"})]),  # later, and elsewhere
        ("Ivo Telk was shot in Manchester.", [("site city", {"manchester"})]),  # a known city
        ("Ivo Telk married and moved to Florida.", [("site state to move", {"florida"})]),  # where to
        ("Ivo Telk was born in Britain.", [("site country to bear", {"united kingdom"})]),  # a country by another name
        ("Ivo Telk lives in Brek.", []),  # a town that nobody knows
        ("Ivo Telk went to Florida.", []),  # what one does many times
        ("Ivo Telk was shot at a party.", []),  # a place that may be in any street
        ("Ivo Telk was not shot in Mill Lane.", []),  # denied
        ("A man was shot in Mill Lane, Ivo Telk said.", []),  # somebody else
        ("Ivo Telk was shot in Mill Lane. Telk was shot again in Oak Road.", []),  # stages of a path
    ],
)
def test_whereabouts(pipeline: Pipeline, text: str, told: list[tuple[str, set[str]]]) -> None:
    accounts = list(annotate([Article("a", text, language="en")], pipeline))
    entities = link(accounts)
    found = whereabouts(contexts(accounts, entities)[0], Voices(entities))
    assert [(one.topic.predicate, set(one.topic.words)) for one in found] == told


def test_what_a_third_joins_is_one_place() -> None:
    lane, passage, both = frozenset({"mill lane"}), frozenset({"underpass"}), frozenset({"mill lane", "underpass"})
    assert sides_by_keys([lane, passage]) == ((0,), (1,))
    assert sides_by_keys([lane, passage, both]) == ((0, 1, 2),)
