"""The brief in its three forms: all of it is there, nothing of an article becomes markup, each link has its passage."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console
from tests.tell.conftest import FIRST

from twosource.model.dossier import ClaimRecord, Dossier, QuantityRecord, TimeRecord, WordingRecord
from twosource.tell import html, markdown, terminal
from twosource.tell.brief import view
from twosource.tell.citation import Citation
from twosource.tell.days import sentence_before
from twosource.tell.lineage import origin_view
from twosource.tell.shorten import CLAIMS, COPIES, SOURCES, TIMELINE, shown
from twosource.tell.shorten import _claim as _shortened
from twosource.tell.view import ClaimView, Line, TimelineView, Wording
from twosource.tell.wordings import value_words
from twosource.tell.words import shortened

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


def printed_in_full(dossier: Dossier) -> str:
    return printed(dossier, everything=True)


@pytest.mark.parametrize("form", [printed_in_full, markdown, html])
def test_what_an_editor_needs_is_there(form: object, dossier: Dossier) -> None:
    assert callable(form)
    told = re.sub(r"\s+", " ", form(dossier))
    assert [one for one in WANTED if one not in told] == []
    assert "1 to 2 independent origins" in told
    assert "holds a PNG image" in told


@pytest.mark.parametrize("form", [printed, markdown, html])
def test_several_stories_are_listed_first(form: object, dossier: Dossier) -> None:
    assert callable(form)
    other = dossier.stories[0].model_copy(update={"id": "s2", "title": "Fog at Ostrel"})
    both = dossier.model_copy(update={"stories": (dossier.stories[0], other)})
    assert "2 stories" not in form(dossier)
    told = form(both)
    assert "2 stories" in told
    assert told.index("Fog at Ostrel") < told.index("What is claimed")
    assert "2 articles, 1 to 2 origins; 1 conflict" in told


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


def until(line: Line, end: int, text: str = "") -> Line:
    return replace(line, cited=replace(line.cited, end=end, text=text or line.cited.text))


def test_a_short_timeline_keeps_a_line_of_each_day(dossier: Dossier) -> None:
    (story,) = view(dossier).stories
    (day,) = story.timeline
    crowded = replace(day, lines=tuple(until(day.lines[0], end, 5 * chr(ord("a") + end)) for end in range(10, 20)))
    later = replace(day, days="Saturday", lines=(until(day.lines[0], 9),))
    days = shown(replace(story, timeline=(crowded, later)), everything=False).story.timeline
    assert [(one.days, len(one.lines)) for one in days] == [(day.days, TIMELINE - 1), ("Saturday", 1)]


def test_a_short_timeline_tells_a_day_no_sentence_twice(dossier: Dossier) -> None:
    (story,) = view(dossier).stories
    (day,) = story.timeline
    texts = ["The storm broke the pier of Brek.", "On Friday the storm broke the pier.", "Nine ships sank."]
    lines = tuple(until(day.lines[0], 10 + n, text) for n, text in enumerate(texts))
    (short,) = shown(replace(story, timeline=(replace(day, lines=lines),)), everything=False).story.timeline
    assert [line.cited.text for line in short.lines] == [texts[0], texts[2]]


def test_what_a_sentence_gives_in_passing_is_left_out_of_two_screens_and_folded_on_a_page(dossier: Dossier) -> None:
    story = dossier.stories[0]
    (entry,) = story.timeline
    aside = entry.model_copy(update={"aside": True, "start": "2019-10-03", "end": "2019-10-03"})
    both = view(dossier.model_copy(update={"stories": (story.model_copy(update={"timeline": (aside, entry)}),)}))
    (told,) = both.stories
    assert len(told.timeline) == 1 + len(shown(told, everything=False).story.timeline) == 2
    assert [len(day.foremost) for day in told.timeline] == [0, 1]
    page = html(dossier.model_copy(update={"stories": (story.model_copy(update={"timeline": (aside, entry)}),)}))
    assert "1 line in passing" in page


def test_a_short_timeline_tells_the_days_of_the_story_before_its_background(dossier: Dossier) -> None:
    (story,) = view(dossier).stories
    (day,) = story.timeline
    days = [replace(day, days=f"{n}", lines=(until(day.lines[0], 10 + n),), distant=n < 3) for n in range(TIMELINE + 3)]
    kept = shown(replace(story, timeline=tuple(days)), everything=False).story.timeline
    assert [one.days for one in kept] == [f"{n}" for n in range(3, TIMELINE + 3)]


@pytest.mark.parametrize(("day", "distant"), [("2019-09-01", True), ("2019-10-04", False), ("2019-11-20", True)])
def test_a_month_from_the_accounts_is_background(dossier: Dossier, day: str, distant: bool) -> None:
    (story,) = dossier.stories
    (entry,) = story.timeline
    told = story.model_copy(update={"timeline": (entry.model_copy(update={"start": day, "end": day}),)})
    (line,) = view(dossier.model_copy(update={"stories": (told,)})).stories[0].timeline
    assert line.distant is distant


@pytest.mark.parametrize(
    ("said", "shown", "reason"),
    [
        ("on Monday", ("A ship lay", "on Monday."), "the beginning, for there stands whom it tells of, and its day"),
        ("A ship", ("A ship lay",), "its day stands in what is shown anyway"),
        ("", ("A ship lay",), "nothing else is known of it"),
        ("no such words", ("A ship lay",), "nor here"),
    ],
)
def test_a_cut_leaves_the_beginning_and_what_is_said(said: str, shown: tuple[str, ...], reason: str) -> None:
    text = f"{'A ship lay at the pier. ' * 9}It sank on Monday."
    cut = Citation("a", 1, "Herald", 0, 0, text, said=said).cut(60)
    assert all(one in cut for one in shown), reason
    assert cut.startswith(shown[0])
    assert len(cut) <= 60 + len(" … …")


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


Values = list[tuple[str, str | None]]
"""Words of a figure, and what it counts."""


@pytest.mark.parametrize(
    ("values", "headline", "reason"),
    [
        (
            [("nine of them", "them"), ("nine divers", "divers")],
            "nine divers killed",
            "another account names what is counted",
        ),
        ([("nine of them", "them"), ("nine", None)], "nine of them killed", "no account names it"),
        ([("9", "those"), ("9 divers", "divers")], "9 divers killed", "a pronoun names nothing"),
        ([("9", "divers"), ("nine", None)], "9 divers killed", "a bare number with what it counts"),
        ([("nine-year", None), ("9-year", None)], "", "a modifier says less than its sentence"),
    ],
)
def test_a_headline_says_what_is_counted(dossier: Dossier, values: Values, headline: str, reason: str) -> None:
    story = dossier.stories[0]
    (claim,) = story.claims
    statements = tuple(
        one.model_copy(
            update={
                "value": QuantityRecord(min=9, max=9, approximate=False, unit="person", counted=counted, text=text),
                "text": f"Some drowned, {text} in all.",
            }
        )
        for one, (text, counted) in zip(claim.statements, values, strict=True)
    )
    told = claim.model_copy(update={"statements": statements, "conflicts": (), "outcome": "death"})
    (shown,) = view(with_claims(dossier, told)).stories[0].claims
    assert shown.headline == headline, reason


@pytest.mark.parametrize(("start", "headline"), [(FIRST.index("The storm"), "About harbour office"), (0, "")])
def test_whom_a_pronoun_means_is_named_from_the_sentence_before(dossier: Dossier, start: int, headline: str) -> None:
    (claim,) = dossier.stories[0].claims
    leaning = claim.statements[0].model_copy(update={"start": start, "text": "It broke the mole.", "value": None})
    update = {"type": "event", "about": ("e1",), "statements": (leaning,), "conflicts": ()}
    deed = claim.model_copy(update=update)
    assert [one.headline for one in told(dossier, deed)] == [headline]


def test_an_age_is_a_number_alone(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    years = QuantityRecord(min=31, max=31, approximate=False, unit="year", counted=None, text="31")
    statements = tuple(one.model_copy(update={"value": years}) for one in claim.statements)
    age = claim.model_copy(update={"type": "attribute", "about": ("e1",), "statements": statements, "conflicts": ()})
    (shown,) = view(with_claims(dossier, age)).stories[0].claims
    assert shown.headline == "harbour office, 31"


def with_claims(dossier: Dossier, *claims: ClaimRecord) -> Dossier:
    known = {claim.id for claim in claims}
    timeline = tuple(one for one in dossier.stories[0].timeline if known.issuperset(one.claims))
    told = dossier.stories[0].model_copy(update={"claims": claims, "timeline": timeline})
    return dossier.model_copy(update={"stories": (told,)})


@pytest.mark.parametrize(
    ("disputed", "values", "reason"),
    [
        (False, [""], "which verb tells the deed is no value of its own"),
        (True, ["“left”", "“was dismissed”"], "unless accounts clash over it"),
    ],
)
def test_the_verbs_of_a_deed_are_told_where_accounts_clash(
    dossier: Dossier, disputed: bool, values: list[str], reason: str
) -> None:
    (claim,) = dossier.stories[0].claims
    worded = tuple(
        one.model_copy(update={"value": WordingRecord(text=text)})
        for one, text in zip(claim.statements, ("left", "was dismissed"), strict=True)
    )
    conflicts = claim.conflicts if disputed else ()
    deed = claim.model_copy(update={"type": "event", "statements": worded, "conflicts": conflicts})
    (told,) = view(with_claims(dossier, deed)).stories[0].claims
    assert told.several is disputed, reason
    assert [one.value for one in told.wordings if disputed] == [one for one in values if one], reason


def test_a_dispute_says_what_it_is_about(dossier: Dossier) -> None:
    (claim,) = view(dossier).stories[0].claims
    assert (claim.verdict, claim.support) == ("disputed: number", "2 articles")


def test_a_replaced_figure_says_which_is_newer(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    updates = tuple(one.model_copy(update={"resolution": "update"}) for one in claim.conflicts)
    newer = claim.model_copy(update={"verdict": "single-origin", "conflicts": updates})
    (told,) = view(with_claims(dossier, newer)).stories[0].claims
    assert told.support == "for this value, 2 articles in all; newer: “11 ships”"


def test_a_long_sentence_is_quoted_around_its_value(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    article = dossier.articles[1]
    text = "The harbour was full of ships that had fled from the storm for days. " * 4 + "Eleven ships sank"
    long = article.model_copy(update={"text": text})
    value = QuantityRecord(min=11, max=11, approximate=False, unit=None, counted="ships", text="Eleven ships")
    said = claim.statements[1].model_copy(update={"start": 0, "end": len(text), "text": text, "value": value})
    alone = claim.model_copy(update={"statements": (said,), "text": text, "conflicts": (), "verdict": "single-origin"})
    told = with_claims(dossier, alone).model_copy(update={"articles": (dossier.articles[0], long)})
    assert "Eleven ships sank" in printed(told)


def test_two_figures_of_a_long_sentence_are_both_quoted(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    between = " while the harbour filled with boats that had fled from the storm" * 4
    text = f"Eleven ships sank{between}, and sixty cranes fell."
    long = dossier.articles[1].model_copy(update={"text": text})
    values = [
        QuantityRecord(min=11, max=11, approximate=False, unit=None, counted="ships", text="Eleven ships"),
        QuantityRecord(min=60, max=60, approximate=False, unit=None, counted="cranes", text="sixty cranes"),
    ]
    said = claim.statements[1].model_copy(update={"start": 0, "end": len(text), "text": text})
    told = [
        claim.model_copy(
            update={"statements": (said.model_copy(update={"value": value}),), "text": text, "conflicts": ()}
        )
        for value in values
    ]
    both = with_claims(dossier, *told).model_copy(update={"articles": (dossier.articles[0], long)})
    assert "Eleven ships sank" in printed(both)
    assert "sixty cranes fell" in printed(both)


def test_one_wording_of_several_accounts_names_them_all(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    same = tuple(one.model_copy(update={"value": claim.statements[0].value}) for one in claim.statements)
    alike = claim.model_copy(update={"statements": same, "conflicts": (), "verdict": "unclear"})
    assert "2 articles [1][2]" in printed(with_claims(dossier, alike))


def test_an_account_is_cited_once_a_side(dossier: Dossier) -> None:
    first, second = view(dossier).stories[0].sources
    side = Wording("", "", (first.cite(0, 4), first.cite(5, 10), second.cite(0, 4)), "")
    assert side.articles == (first.cite(0, 4), second.cite(0, 4))


def test_a_day_that_several_accounts_give_is_one_line(dossier: Dossier) -> None:
    story = dossier.stories[0]
    (claim,) = story.claims
    friday = TimeRecord(start="2019-10-04", end="2019-10-04", text="Friday")
    statements = tuple(one.model_copy(update={"value": friday}) for one in claim.statements)
    dated = claim.model_copy(update={"type": "date", "statements": statements, "conflicts": ()})
    deed = claim.model_copy(update={"id": "c2", "type": "event", "statements": claim.statements[1:], "conflicts": ()})
    (entry,) = story.timeline
    alone = entry.model_copy(update={"text": statements[1].text, "claims": ("c2",)})
    told = story.model_copy(update={"claims": (dated, deed), "timeline": (entry, alone)})
    (day,) = view(dossier.model_copy(update={"stories": (told,)})).stories[0].timeline
    (line,) = day.lines
    assert (line.cited.number, [one.number for one in line.also], line.several) == (1, [2], True)


def test_a_line_is_not_told_on_the_word_of_who_says_otherwise(dossier: Dossier) -> None:
    story = dossier.stories[0]
    (claim,), (entry,) = story.claims, story.timeline
    friday = TimeRecord(start=entry.start, end=entry.end, text="Friday")
    statements = tuple(one.model_copy(update={"value": friday}) for one in claim.statements)
    dated = claim.model_copy(update={"id": "c2", "type": "date", "statements": statements, "conflicts": ()})
    line_of = entry.model_copy(update={"claims": ("c2",)})
    for claims, others in (((dated,), [2]), ((dated, claim), [])):
        told = story.model_copy(update={"claims": claims, "timeline": (line_of,)})
        (day,) = view(dossier.model_copy(update={"stories": (told,)})).stories[0].timeline
        assert [one.number for one in day.lines[0].also] == others, "9 ships in one, 11 in the other"


@pytest.mark.parametrize(
    ("said", "shown"),
    [("whose director", "director"), ("Its chief executive", "chief executive"), ("itself", "itself")],
)
def test_a_role_is_told_without_the_pronoun_that_owns_it(dossier: Dossier, said: str, shown: str) -> None:
    statement = dossier.stories[0].claims[0].statements[0]
    role = statement.model_copy(update={"value": WordingRecord(text=said)})
    assert value_words(role) == shown
    assert value_words(role, quoted=True) == f"“{said}”"


def test_a_claim_is_quoted_in_the_language_of_the_brief(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    alike = tuple(one.model_copy(update={"value": claim.statements[0].value}) for one in claim.statements)
    first = claim.statements[0].article
    articles = tuple(one.model_copy(update={"language": "de"}) if one.id == first else one for one in dossier.articles)
    agreed = claim.model_copy(update={"statements": alike, "conflicts": (), "text": alike[0].text})
    told = with_claims(dossier, agreed).model_copy(update={"articles": articles})
    assert view(told).stories[0].claims[0].citation.number == 2


def test_the_day_of_a_line_is_set_off_where_its_sentence_gives_two(dossier: Dossier) -> None:
    story = dossier.stories[0]
    (claim,), (entry,) = story.claims, story.timeline
    friday = TimeRecord(start=entry.start, end=entry.end, text="Friday")
    statement = claim.statements[0].model_copy(update={"value": friday})
    other = statement.model_copy(
        update={"value": friday.model_copy(update={"start": "2019-10-07", "end": "2019-10-07"})}
    )
    dated = claim.model_copy(update={"type": "date", "statements": (statement,), "conflicts": ()})
    ended = dated.model_copy(update={"id": "c2", "statements": (other,)})
    for claims, set_off in (((dated,), False), ((dated, ended), True)):
        told = story.model_copy(update={"claims": claims})
        text = markdown(dossier.model_copy(update={"stories": (told,)}))
        assert ("on **Friday**" in text) is set_off


def test_a_page_folds_what_one_origin_tells_of_a_day(dossier: Dossier) -> None:
    first = view(dossier).stories[0].sources[0]
    lone, other = Line(first.cite(0, 4)), Line(first.cite(5, 9))
    several = Line(first.cite(9, 12), several=True)
    assert (TimelineView("", (lone, other)).foremost, TimelineView("", (lone, other)).others) == ((lone,), (other,))
    assert TimelineView("", (several, lone)).foremost == (several,)


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


def test_the_origins_that_one_may_be_tied_to_come_in_order(dossier: Dossier) -> None:
    origin = dossier.stories[0].lineage.origins[0].model_copy(update={"unclear": ("o3", "o2", "o4")})
    sources = {source.id: source for source in view(dossier).stories[0].sources}
    told = origin_view(origin, {"o1": "A", "o2": "B", "o3": "AA", "o4": "C"}, sources)
    assert told.standing.endswith("may be tied to B, C and AA")


def told(dossier: Dossier, *claims: ClaimRecord) -> tuple[ClaimView, ...]:
    return view(with_claims(dossier, *claims)).stories[0].claims


def lone(claim: ClaimRecord, **changes: object) -> ClaimRecord:
    """The claim as its first account alone makes it, in a sentence of its own."""
    start = FIRST.index("The storm")
    own = (claim.statements[0].model_copy(update={"start": start, "end": len(FIRST), "text": FIRST[start:]}),)
    alone = {"id": "lone", "statements": own, "conflicts": (), "verdict": "single-origin"}
    return claim.model_copy(update={**alone, **changes})


def test_what_one_origin_alone_says_comes_last(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    both = with_claims(dossier, lone(claim), claim)
    (story,) = view(both).stories
    assert [one.alone for one in story.claims] == [False, True]
    assert (story.shared, story.lone) == (story.claims[:1], story.claims[1:])
    for form in (printed, markdown, html):
        shown = form(both)
        assert shown.index("disputed: number") < shown.index("What one origin alone claims"), form


def test_how_a_name_is_spelt_comes_after_what_happened(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    named = tuple(one.model_copy(update={"kind": "name"}) for one in claim.conflicts)
    spelt = claim.model_copy(update={"id": "spelt", "type": "attribute", "conflicts": named})
    assert [one.id for one in told(dossier, spelt, claim)] == ["c1", "spelt"]


@pytest.mark.parametrize(
    ("offices", "told_of", "reason"),
    [
        (("officer", "spokeswoman for the police"), ["spokeswoman for the police"], "a bare rank beside an office"),
        (("police chief", "Brek police chief"), ["Brek police chief"], "part of an office"),
        (("mayor of Brek", "head of the party"), ["mayor of Brek", "head of the party"], "two offices"),
    ],
)
def test_an_office_is_told_in_full_once(
    dossier: Dossier, offices: tuple[str, str], told_of: list[str], reason: str
) -> None:
    (claim,) = dossier.stories[0].claims
    roles = []
    for office in offices:
        said = claim.statements[0].model_copy(update={"value": WordingRecord(text=office)})
        roles.append(lone(claim, id=office, type="role", about=("e1",), statements=(said,)))
    assert [one.id for one in told(dossier, *roles)] == told_of, reason


def test_a_heading_names_only_whom_its_sentence_names(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    said = claim.statements[0].model_copy(update={"value": WordingRecord(text="mayor"), "text": "He is mayor of Brek."})
    role = lone(claim, type="role", about=("e1",), statements=(said,))
    assert [one.headline for one in told(dossier, role)] == [""]


@pytest.mark.parametrize(
    ("length", "cut"), [(230, False), (250, True)], ids=["a little too long is left whole", "more is cut"]
)
def test_a_sentence_is_not_cut_for_a_few_words(length: int, cut: bool) -> None:
    text = ("The pier of Brek broke in the storm of Friday night, and " * 9)[:length]
    assert (len(shortened(text, 180)) < length) == cut


def test_a_lone_account_is_told_under_the_first_heading(dossier: Dossier) -> None:
    alone = with_claims(dossier, lone(dossier.stories[0].claims[0]))
    for form in (printed, markdown, html):
        assert "What is claimed" in form(alone)
        assert "What one origin alone claims" not in form(alone)


def test_a_replaced_figure_of_two_origins_is_not_alone(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    assert not told(dossier, claim.model_copy(update={"verdict": "single-origin"}))[0].alone


def friday(claim: ClaimRecord, **changes: object) -> ClaimRecord:
    """The claim on a day, in the same sentences."""
    day = TimeRecord(start="2019-10-04", end="2019-10-04", text="Friday")
    statements = tuple(one.model_copy(update={"value": day}) for one in claim.statements)
    return claim.model_copy(update={"id": "day", "type": "date", "statements": statements, **changes})


@pytest.mark.parametrize(
    ("placed", "shown", "reason"),
    [("day", 0, "the day of one origin stands in the timeline"), ("c1", 1, "it stands nowhere else")],
)
def test_a_day_that_one_origin_gives_stands_in_the_timeline(
    dossier: Dossier, placed: str, shown: int, reason: str
) -> None:
    (claim,), (entry,) = dossier.stories[0].claims, dossier.stories[0].timeline
    claims = (lone(friday(claim), id="day"), claim)
    story = {"claims": claims, "timeline": (entry.model_copy(update={"claims": (placed,)}),)}
    days = dossier.model_copy(update={"stories": (dossier.stories[0].model_copy(update=story),)})
    assert [one.type for one in view(days).stories[0].claims].count("date") == shown, reason


@pytest.mark.parametrize(
    ("kind", "verdict", "shown", "reason"),
    [
        ("wording", "disputed", 0, "the deed says how it is worded"),
        ("date", "disputed", 1, "the day itself is disputed"),
        ("wording", "unclear", 1, "the day rests on more than the deed"),
    ],
)
def test_a_day_is_told_with_its_deed(dossier: Dossier, kind: str, verdict: str, shown: int, reason: str) -> None:
    (claim,) = dossier.stories[0].claims
    differing = tuple(one.model_copy(update={"kind": kind}) for one in claim.conflicts)
    deed = claim.model_copy(update={"type": "event"})
    claims = told(dossier, friday(claim, conflicts=differing, verdict=verdict), deed)
    assert [one.type for one in claims].count("date") == shown, reason


def test_a_dispute_on_a_days_wording_is_told_by_its_note(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    worded = tuple(
        one.model_copy(update={"kind": "wording", "note": "“left” and “was sacked”"}) for one in claim.conflicts
    )
    (shown,) = told(dossier, friday(claim, conflicts=worded))
    assert (shown.headline, shown.verdict, shown.support) == ("", "disputed", "“left” and “was sacked”")


@pytest.mark.parametrize(
    ("text", "headline", "reason"),
    [
        ("a student", "", "an article counts nothing that the sentence does not say better"),
        ("his 12-year-old daughter", "", "nor does a pronoun"),
        ("one ship", "one ship", "a numeral counts, where the sentence stands further up"),
    ],
)
def test_an_article_is_no_headline(dossier: Dossier, text: str, headline: str, reason: str) -> None:
    (claim,) = dossier.stories[0].claims
    one = QuantityRecord(min=1, max=1, approximate=False, unit="person", counted="student", text=text)
    said = tuple(each.model_copy(update={"value": one}) for each in claim.statements)
    single = claim.model_copy(update={"statements": said, "conflicts": (), "verdict": "unclear"})
    assert [each.headline for each in told(dossier, single)] == [""], "it does not say what the sentence does"
    again = told(dossier, claim, single.model_copy(update={"id": "again", "statements": said[:1] * 2}))
    assert [each.headline for each in again][1:] == ([headline] if headline else []), reason


def test_a_bare_number_is_told_with_what_it_counts(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    figures = [("11", "ships"), ("eleven", "ships"), ("$11", "ships"), ("11", None)]
    values = [
        QuantityRecord(min=11, max=11, approximate=False, unit=None, counted=counted, text=text)
        for text, counted in figures
    ]
    words = [value_words(claim.statements[0].model_copy(update={"value": value})) for value in values]
    assert words == ["11 ships", "eleven ships", "$11", "11"]


def test_a_quotation_is_one_wording_whatever_its_marks(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    texts = ("“Nine ships sank,”", '"Nine ships sank."')
    said = tuple(
        one.model_copy(update={"value": WordingRecord(text=text)})
        for one, text in zip(claim.statements, texts, strict=True)
    )
    (shown,) = told(dossier, claim.model_copy(update={"type": "quote", "statements": said}))
    assert len(shown.wordings) == 1


def test_a_copy_that_departs_is_named_and_does_not_tell_who_says_so(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    first, second = claim.statements
    changed = second.model_copy(update={"value": first.value, "distortion": "gives it to a pilot"})
    departing = claim.model_copy(update={"statements": (first, changed), "conflicts": (), "verdict": "unclear"})
    (shown,) = told(dossier, departing)
    assert [(one.speakers, one.departures[0].citation.number) for one in shown.wordings] == [("harbour office", 2)]
    page = with_claims(dossier, departing)
    assert "gives it to a pilot [2]" in printed(page)
    assert "departs from its origin: gives it to a pilot" in markdown(page)


def test_what_only_a_copy_says_has_no_origin(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    none = claim.independent_origins.model_copy(update={"min": 0, "max": 0})
    (shown,) = told(dossier, lone(claim, independent_origins=none))
    assert (shown.verdict, shown.support) == ("in a copy only", "1 article")


def test_a_conflict_on_a_role_says_whose(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    role = with_claims(dossier, claim.model_copy(update={"type": "role", "about": ("e1",)}))
    assert view(role).stories[0].conflicts[0].note == "harbour office: 9 ships against 11 ships"


def test_two_screens_tell_what_happened_before_who_is_who(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    roles = [claim.model_copy(update={"type": "role", "verdict": "corroborated", "conflicts": ()})] * CLAIMS
    part = shown(view(with_claims(dossier, *roles, lone(claim))).stories[0], everything=False).story
    assert [one.type for one in part.claims] == ["figure", *["role"] * (CLAIMS - 1)]


def test_a_side_quotes_the_clearest_sentence_first(dossier: Dossier) -> None:
    first, second = view(dossier).stories[0].sources
    vague = replace(first.cite(0, 4, "47"), text="She spoke of 47.")
    clear = replace(second.cite(0, 4, "47 people"), text="Police held 47 people.")
    assert Wording("47 people", "", (vague, clear), "").unlike == (clear, vague)


def test_a_denial_within_one_origin_stands_beside_its_verdict(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    denied = tuple(one.model_copy(update={"kind": "polarity", "sides": ((0,), (1,))}) for one in claim.conflicts)
    twice = lone(claim, statements=claim.statements[:1] * 2, conflicts=denied)
    (shown,) = told(dossier, twice)
    assert (shown.verdict, shown.support) == ("one origin only: said and denied", "1 article")


def test_a_toll_says_what_befell_the_people(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    said = tuple(one.model_copy(update={"text": "They are missing."}) for one in claim.statements)
    story = view(with_claims(dossier, claim.model_copy(update={"outcome": "missing", "statements": said}))).stories[0]
    assert story.claims[0].headline.endswith("missing")
    assert story.conflicts[0].kind == "number missing"


@pytest.mark.parametrize("kind", ["event", "date"])
def test_a_deed_told_with_two_figures_in_dispute_is_left_to_the_dispute(dossier: Dossier, kind: str) -> None:
    (claim,) = dossier.stories[0].claims
    deed = claim.model_copy(update={"id": "deed", "type": kind, "conflicts": ()})
    assert [one.id for one in told(dossier, claim, deed)] == [claim.id]
    alone = deed.model_copy(update={"statements": claim.statements[:1]})
    assert [one.id for one in told(dossier, claim, alone)] == [claim.id, "deed"]


def test_the_newest_wording_is_always_shown() -> None:
    sides = tuple(Wording(str(n), "", (), "1 origin", newest=n == 5) for n in range(6))
    claim = ClaimView("c", "figure", "5", Citation("a", 1, "a", 0, 1, "x"), False, "", "", "", sides)
    assert [one.value for one in _shortened(claim).wordings] == ["0", "1", "2", "5"]


def test_a_line_that_takes_up_another_sentence_is_told_with_it() -> None:
    text = "Around 2,500 people left Orlo. The first of them came back last night.\n\nThey slept."
    assert sentence_before(text, text.index("The first")) == "Around 2,500 people left Orlo."
    assert sentence_before(text, text.index("They")) == "The first of them came back last night."
    assert sentence_before(text, 0) == ""


def test_sixty_citations_fit_a_line(dossier: Dossier) -> None:
    (claim,) = dossier.stories[0].claims
    first = dossier.articles[0]
    ids = [f"r{number}" for number in range(60)]
    statements = tuple(claim.statements[0].model_copy(update={"article": one}) for one in ids)
    lineage = dossier.stories[0].lineage
    origins = (lineage.origins[0].model_copy(update={"articles": tuple(ids)}),)
    story = dossier.stories[0].model_copy(
        update={
            "articles": tuple(ids),
            "claims": (claim.model_copy(update={"statements": statements, "conflicts": ()}),),
            "lineage": lineage.model_copy(update={"origins": origins, "copies": (), "open": (), "versions": ()}),
        }
    )
    articles = tuple(first.model_copy(update={"id": one}) for one in ids)
    assert "[8] and 52 more" in printed(dossier.model_copy(update={"articles": articles, "stories": (story,)}))
