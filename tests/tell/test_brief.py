"""The brief in its three forms: all of it is there, nothing of an article becomes markup, each link has its passage."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from twosource.model.dossier import Dossier, QuantityRecord
from twosource.tell import html, markdown, terminal
from twosource.tell.brief import view
from twosource.tell.shorten import CLAIMS, COPIES, SOURCES, TIMELINE, shown
from twosource.tell.terminal import dated_line
from twosource.tell.view import Citation, Wording

WANTED = (
    "9 ships against 11 ships",
    "harbour office",
    "pilot",
    "Friday 4 October 2019",
    "one of two sentences",
    "one address",
    "The storm broke the mole.",
)


def printed(dossier: Dossier, *, everything: bool = False) -> str:
    console = Console(file=io.StringIO(), width=200, color_system=None)
    terminal(dossier, everything=everything, console=console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("form", [printed, markdown, html])
def test_what_an_editor_needs_is_there(form: object, dossier: Dossier) -> None:
    assert callable(form)
    told = re.sub(r"\s+", " ", form(dossier))
    assert [one for one in WANTED if one not in told] == []
    assert "1 to 2 independent origins" in told
    assert "holds a PNG image" in told


def test_html_escapes_what_articles_say(dossier: Dossier) -> None:
    page = html(dossier)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "in/&lt;c&gt;.bin" in page


def test_every_link_of_the_page_leads_to_a_place_in_it(dossier: Dossier) -> None:
    page = html(dossier)
    links = set(re.findall(r'href="#([^"]+)"', page))
    places = set(re.findall(r'id="([^"]+)"', page))
    assert len(links) > 5
    assert links <= places


def test_the_page_asks_nobody_for_anything(dossier: Dossier) -> None:
    assert re.findall(r'(?:src|href)="(?!#)', html(dossier)) == []
    assert "url(" not in html(dossier)


def test_markdown_escapes_what_articles_say(dossier: Dossier) -> None:
    told = markdown(dossier)
    assert "<script>" not in told
    assert "\\*Nine\\*" in told


def test_the_terminal_is_not_steered(dossier: Dossier) -> None:
    told = printed(dossier)
    assert "\x1b" not in told
    assert "[bold]*Nine* `ships`[/bold]" in told


def test_two_screens_say_what_they_leave_out(dossier: Dossier) -> None:
    story = dossier.stories[0]
    many = tuple(story.claims[0].model_copy(update={"id": f"c{number}"}) for number in range(1, 31))
    long = dossier.model_copy(update={"stories": (story.model_copy(update={"claims": many}),)})
    assert f"and {30 - CLAIMS} more with --all" in printed(long)
    assert "more with --all" not in printed(long, everything=True)


def test_forty_reprints_are_two_screens_still(dossier: Dossier) -> None:
    story, first = dossier.stories[0], dossier.articles[0]
    ids = [f"r{number}" for number in range(40)]
    (copy,), origins = story.lineage.copies, story.lineage.origins
    lineage = story.lineage.model_copy(
        update={
            "copies": tuple(copy.model_copy(update={"earlier": "a", "later": one, "passages": ()}) for one in ids),
            "origins": (origins[0].model_copy(update={"articles": ("a", *ids)}), origins[1]),
        }
    )
    told = dossier.model_copy(
        update={
            "articles": (*dossier.articles, *(first.model_copy(update={"id": one}) for one in ids)),
            "stories": (story.model_copy(update={"articles": ("a", "b", *ids), "lineage": lineage}),),
        }
    )
    assert f"and {40 - COPIES} more with --all" in printed(told)
    assert f"and {41 - SOURCES} more with --all" in printed(told)
    assert len(printed(told).splitlines()) < 100


def test_a_short_timeline_keeps_a_line_of_each_day(dossier: Dossier) -> None:
    (story,) = view(dossier).stories
    (day,) = story.timeline
    crowded = replace(day, lines=tuple(replace(day.lines[0], end=end) for end in range(10, 20)))
    later = replace(day, days="Saturday", lines=(replace(day.lines[0], end=9),))
    days = shown(replace(story, timeline=(crowded, later)), everything=False).story.timeline
    assert [(one.days, len(one.lines)) for one in days] == [(day.days, TIMELINE - 1), ("Saturday", 1)]


def test_a_line_of_the_timeline_shows_the_words_of_its_day() -> None:
    line = Citation("a", 1, "Herald", 0, 0, f"{'A ship lay at the pier. ' * 9}It sank on Monday.", dated="on Monday")
    assert "on Monday" in dated_line(line, 60)
    assert dated_line(replace(line, dated="A ship"), 60).startswith("A ship")  # its day stands in what is shown anyway


def test_what_a_sentence_denies_is_no_headline(dossier: Dossier) -> None:
    story = dossier.stories[0]
    (claim,) = story.claims
    denied = tuple(one.model_copy(update={"negated": True}) for one in claim.statements[:1])
    statements = (*denied, *claim.statements[1:])
    told = story.model_copy(update={"claims": (claim.model_copy(update={"statements": statements}),)})
    (denial,) = view(dossier.model_copy(update={"stories": (told,)})).stories[0].claims
    assert denial.headline == ""
    assert [one.value for one in denial.wordings] == ["not 9 ships", "11 ships"]


def test_each_side_says_on_how_many_origins_it_rests(dossier: Dossier) -> None:
    (story,) = view(dossier).stories
    sides = story.conflicts[0].sides
    assert [one.support for one in sides] == ["1 origin", "1 origin"]
    assert "11 ships: 1 origin [2]" in printed(dossier)
    assert all(one.support in markdown(dossier) for one in sides)


def test_both_figures_of_a_score_are_told_once(dossier: Dossier) -> None:
    story = dossier.stories[0]
    (claim,) = story.claims
    figures = [QuantityRecord(min=n, max=n, approximate=False, unit="score", counted=None, text=str(n)) for n in (3, 1)]
    text = "Nine ships won 3-1 on Friday"
    claims = tuple(
        claim.model_copy(
            update={
                "conflicts": (),
                "statements": tuple(one.model_copy(update={"value": figure, "text": text}) for one in claim.statements),
            }
        )
        for figure in figures
    )
    told = dossier.model_copy(update={"stories": (story.model_copy(update={"claims": claims}),)})
    assert [one.headline for one in view(told).stories[0].claims] == ["3-1"]


def test_speech_that_goes_on_is_closed(dossier: Dossier) -> None:
    citation = view(dossier).stories[0].sources[0].cite(0, 4)
    assert replace(citation, text="“Nine ships sank.").quoted() == "“Nine ships sank.”"


@pytest.mark.parametrize(
    ("kinds", "kind", "shown"),
    [
        (("event", "date"), "wording", 1),  # a deed and its day, worded alike
        (("date", "date"), "wording", 2),
        (("figure", "figure"), "number", 2),  # the dead and the injured of one sentence
    ],
)
def test_a_conflict_of_wording_is_told_of_the_deed_alone(
    dossier: Dossier, kinds: tuple[str, str], kind: str, shown: int
) -> None:
    story = dossier.stories[0]
    (claim,) = story.claims
    differing = tuple(one.model_copy(update={"kind": kind}) for one in claim.conflicts)
    claims = tuple(claim.model_copy(update={"type": one, "conflicts": differing}) for one in kinds)
    told = dossier.model_copy(update={"stories": (story.model_copy(update={"claims": claims}),)})
    assert len(view(told).stories[0].conflicts) == shown


def test_what_copies_repeat_is_quoted_once(dossier: Dossier) -> None:
    first, second = view(dossier).stories[0].sources
    one, same, other = first.cite(0, 4), replace(second.cite(0, 4), text="Nine"), first.cite(5, 10)
    assert Wording("", "", (one, same, other), "").unlike == (one, other)


def test_a_window_is_no_date(dossier: Dossier) -> None:
    first, second = view(dossier).stories[0].sources
    assert first.dated == "Saturday 5 October 2019, 08:00 +03:00"
    assert second.dated == "undated; Friday 4 to Thursday 10 October 2019"
