"""Whether speakers are one source: a body under its names, its spokesmen, and whoever is called something else."""

from __future__ import annotations

import pytest

from twosource.model.claim import Speaker, SpeakerKind
from twosource.text.bodies import Speakers

OFFICES = {"spokesman": ("Brek police spokesman",), "chief": ("Police Chief",), "former": ("former Brek police chief",)}


def speaker(name: str) -> Speaker:
    """A speaker; one whose name ends in a bracketed id is an entity: "Ola Marek (chief)"."""
    plain, _, entity = name.partition(" (")
    return Speaker(plain, entity.rstrip(")") or None, SpeakerKind.SPEAKER)


@pytest.mark.parametrize(
    ("names", "sources", "reason"),
    [
        (("Police", "police", "the police"), 1, "one word"),
        (("Police officials", "Brek Police Department", "police"), 1, "one body described by more and by less"),
        (("Ola Marek (spokesman)", "police", "Brek police"), 1, "its spokesman"),
        (("Ola Marek (chief)", "Ina Dolv (spokesman)"), 1, "two who speak for one body"),
        (("BRPD", "police"), 1, "initials"),
        (("Brek police", "Tolm police"), 2, "two towns"),
        (("Brek police", "Tolm police", "police"), 2, "a third description is no third source"),
        (("North Brek police", "North Tolm police"), 2, "two towns that share a word of many names"),
        (("police", "the sheriff's office"), 2, "two branches"),
        (("police", "officials"), 1, "who may be the police"),
        (("the coroner", "officials"), 2, "who are hardly the coroner"),
        (("police", "the police union"), 2, "another body with the word in its name"),
        (("police", "Jan Holt (former)"), 2, "who speaks for it no more"),
        (("a young man", "the man"), 1, "one man described by more and by less"),
        (("a man", "another man"), 2, "two men"),
        (("the ministry", "the health ministry"), 1, "one ministry"),
        (("the interior ministry", "the health ministry"), 2, "two ministries"),
    ],
)
def test_sources_are_counted_once(names: tuple[str, ...], sources: int, reason: str) -> None:
    told = [speaker(name) for name in names]
    found = Speakers(OFFICES).places(told)
    assert len(found) == sources, reason
    assert len(Speakers(OFFICES).places(told[::-1])) == sources, reason
    assert sorted(n for group in found for n in group) == list(range(len(names)))


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (("Police", "police"), "police"),
        (("police", "Brek Police Department (body)", "Ola Marek (spokesman)"), "body"),
        (("police", "police", "Ola Marek (spokesman)"), "spokesman"),
        (("Police officials", "Police"), "Police officials"),
        (("police", "police", "Brek police"), "Brek police"),
        (("police", "police", "police and neighbours"), "police"),
    ],
)
def test_a_source_is_named_by_the_body_before_the_person_before_a_description(
    names: tuple[str, ...], name: str
) -> None:
    assert Speakers(OFFICES).named([speaker(one) for one in names]) == name
