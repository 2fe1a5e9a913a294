"""The brief in its three forms: all of it is there, nothing of an article becomes markup, each link has its passage."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from twosource.model.dossier import Dossier
from twosource.tell import html, markdown, terminal
from twosource.tell.brief import view
from twosource.tell.shorten import CLAIMS

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


def test_a_window_is_no_date(dossier: Dossier) -> None:
    first, second = view(dossier).stories[0].sources
    assert first.dated == "Saturday 5 October 2019, 08:00 +03:00"
    assert second.dated == "undated; Friday 4 to Thursday 10 October 2019"
