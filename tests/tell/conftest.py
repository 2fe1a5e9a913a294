"""A small dossier, made by hand: two accounts, one of them hostile to whatever renders it."""

from __future__ import annotations

from datetime import date

import pytest

from twosource.model.article import Article, Credit, CreditKind, Dropped, PublishedFrom
from twosource.model.claim import (
    Claim,
    ClaimType,
    Conflict,
    ConflictKind,
    Resolution,
    Speaker,
    SpeakerKind,
    Statement,
)
from twosource.model.dossier import Dossier
from twosource.model.entity import Entity, EntityMention
from twosource.model.judgement import Judgement, Passage
from twosource.model.lineage import (
    Copy,
    CopyKind,
    Direction,
    Independence,
    Lineage,
    Origin,
    OriginCount,
    SharedPassage,
    Version,
)
from twosource.model.moment import Days, Moment
from twosource.model.page import Quarantined
from twosource.model.reading import EntityType, Modality
from twosource.model.span import Span
from twosource.model.story import Story
from twosource.model.timeline import TimelineEntry
from twosource.model.value import Quantity
from twosource.model.verdict import Verdict
from twosource.tell import Told, assemble

HOSTILE = "<script>alert(1)</script> [bold]*Nine* `ships`[/bold] & \x1b[31mred\x1b[0m"
FIRST = "Nine ships sank on Friday, the harbour office said.\n\nThe storm broke the mole."
SECOND = f"{HOSTILE} sank on Friday. Eleven ships sank, a pilot said."


def passage(article: str, text: str, part: str) -> Passage:
    start = text.index(part)
    return Passage(article, Span(start, start + len(part)))


def statement(article: str, text: str, part: str, number: int, speaker: str) -> Statement:
    figure = Quantity(number, number, False, None, "ships", f"{number} ships")
    speakers = (Speaker(speaker, None, SpeakerKind.SPEAKER),)
    return Statement(passage(article, text, part), part, figure, speakers, Modality.REPORTED)


@pytest.fixture(name="told")
def told_fixture() -> Told:
    nine = statement("a", FIRST, "Nine ships sank on Friday, the harbour office said.", 9, "harbour office")
    eleven = statement("b", SECOND, "Eleven ships sank, a pilot said.", 11, "pilot")
    claim = Claim(
        id="c1",
        type=ClaimType.FIGURE,
        text=nine.text,
        about=(),
        statements=(nine, eleven),
        origins=("o1", "o2"),
        independent_origins=OriginCount(1, 2),
        primary_sources=("harbour office", "pilot"),
        verdict=Verdict.DISPUTED,
        conflicts=(Conflict(ConflictKind.NUMBER, ((0,), (1,)), "9 ships against 11 ships", Resolution.STANDS),),
    )
    copy = Copy(
        "a",
        "b",
        CopyKind.REWRITE,
        0.5,
        Direction.UNKNOWN,
        (SharedPassage(Span(0, 25), Span(SECOND.index("sank"), SECOND.index("sank") + 14)),),
        "one of two sentences",
    )
    link = Judgement(True, 0.97321, "same letters", passage("a", FIRST, "mole"), passage("b", SECOND, "pilot"))
    mention = EntityMention(passage("a", FIRST, "harbour office"), "harbour office")
    office = EntityType.ORGANIZATION
    entity = Entity("e1", office, "harbour office", ("harbour office",), (), (mention,), links=(link,))
    lineage = Lineage(
        (copy,),
        (
            Origin("o1", ("a",), None, Independence.UNKNOWN, ("o2",)),
            Origin("o2", ("b",), "TNP", Independence.UNKNOWN, ("o1",)),
        ),
        (Version("a", "b", (SharedPassage(passage("a", FIRST, "storm").span, Span(0, 0)),), "one address"),),
    )
    friday = Days.on(date(2019, 10, 4))
    return Told(
        Story("s1", f"Storm {HOSTILE}", ("a", "b")),
        (entity,),
        (claim,),
        lineage,
        (TimelineEntry(friday, nine.text, ("c1",)),),
    )


@pytest.fixture(name="dossier")
def dossier_fixture(told: Told) -> Dossier:
    first = Article(
        id="a",
        text=FIRST,
        path="in/a.txt",
        outlet="The Anchor",
        title="Nine ships sink",
        published=Moment("2019-10-05T08:00:00+03:00"),
        published_from=PublishedFrom.METADATA,
        dropped=(Dropped("Share", "share-bar"),),
        credits=(Credit("TNP", CreditKind.PICTURE, "Picture: TNP"),),
    )
    second = Article(id="b", text=SECOND, path="in/b.txt", window=Days(date(2019, 10, 4), date(2019, 10, 10)))
    return assemble([first, second], [Quarantined("in/<c>.bin", "holds a PNG image")], [told])
