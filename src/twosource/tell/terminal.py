"""The brief in a terminal, with rich.

Text of articles is never read as markup, and control characters are made visible: an article cannot steer the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from twosource.model.dossier import Dossier
from twosource.tell.brief import view
from twosource.tell.citation import Citation, Source
from twosource.tell.shorten import shown
from twosource.tell.view import (
    BriefView,
    ClaimView,
    ConflictView,
    CopyView,
    Line,
    OpenView,
    OriginView,
    StoryView,
    TimelineView,
    VersionView,
)
from twosource.tell.words import LONE, NOTHING, shortened

STYLES = {"corroborated": "bold green", "disputed": "bold red", "one origin only": "bold yellow"}
QUOTED = 180
"""Code points of a claim's passage that are shown: two lines or three, for its value stands before it."""
BESIDE = 20
"""Columns of a line that a passage among others leaves to its indent, its marks and its citation."""
COUNTED = 16
"""Columns that the number of its origins takes besides."""
CITED = 4
"""Columns that each further citation takes."""
MOST_CITED = 8
"""Citations of one line; of more the first are shown, and how many others there are."""
BEFORE = 70
"""Code points of the sentence before a line of the timeline that takes it up."""
WIDTH = 110
"""Columns beyond which lines of prose become hard to read."""


def terminal(dossier: Dossier, *, everything: bool = False, console: Console | None = None) -> None:
    """Print the brief.

    Args:
        dossier: What to tell.
        everything: Every claim, conflict and timeline line; else two screens a story.
        console: Where to print; standard output if not given.
    """
    console = console or Console(highlight=False)
    width = min(console.width, WIDTH)
    for line in _brief(view(dossier), everything, width - BESIDE):
        console.print(line, width=width)


def _brief(brief: BriefView, everything: bool, glance: int) -> Iterator[RenderableType]:
    if len(brief.stories) > 1:
        yield _heading(f"{len(brief.stories)} stories")
        yield from (_one_line((f"{one.outline}: ", ""), (one.title, "bold")) for one in brief.stories)
    for story in brief.stories:
        yield from _story(story, everything, glance)
    if brief.quarantined:
        yield _heading("Not read")
        for path, reason in brief.quarantined:
            yield _line((path, "bold"), (f"  {reason}", ""))
    yield Text()
    yield _line((f"{brief.generated_by}. It reports corroboration, never truth.", "dim"))


def _story(story: StoryView, everything: bool, glance: int) -> Iterator[RenderableType]:
    """A story; ``glance`` is how many code points of a passage among others fit on one line."""
    part = shown(story, everything)
    yield from (Text(), _line((story.title, "bold")), _line((story.summary, "")))
    if story.caution:
        yield _line((story.caution, "yellow"))
    yield _heading("What is claimed", part.claims_left)
    if not story.claims:
        yield _line((NOTHING, ""))
    yield from map(_claim, part.story.shared)
    if part.story.shared and part.story.lone:
        yield _heading(LONE)
    yield from map(_claim, part.story.lone)
    if story.conflicts:
        yield _heading("Conflicts", part.conflicts_left)
        yield from (_conflict(one, 2 * glance) for one in part.story.conflicts)
    if part.story.updates:
        yield _heading("Newer counts and states", part.updates_left)
        yield from (_conflict(one, 2 * glance) for one in part.story.updates)
    if story.timeline:
        yield _heading("Timeline", part.timeline_left)
        yield from (_day(one, glance) for one in part.story.timeline)
    if story.copies:
        yield _heading("Who copied whom", part.copies_left)
        yield from (_copy(one, everything) for one in part.story.copies)
    if story.open and everything:
        yield _heading("Not decided")
        yield from map(_open, story.open)
    if story.versions:
        yield _heading("Versions of one article", part.changes_left)
        yield from (_version(one, glance) for one in part.story.versions)
    yield _heading("Origins and their articles", part.sources_left)
    yield from (_origin(one, everything) for one in part.story.origins)
    if part.story.dropped:
        yield _line((f"Left out as page furniture: {story.dropped}.", "dim"))


def _heading(title: str, left: int = 0) -> RenderableType:
    more = f" [dim](and {left} more with --all)[/dim]" if left else ""
    return Padding(Rule(f"[bold]{title}[/bold]{more}", align="left", style="dim"), (1, 0, 0, 0))


def _claim(claim: ClaimView) -> RenderableType:
    quote = claim.citation.quoted(QUOTED)
    head = f"{claim.headline}  " if claim.headline else ""
    said = "" if head or claim.type != "figure" else claim.citation.said
    before, value, behind = quote.partition(said) if said else (quote, "", "")
    rows: list[RenderableType] = [
        _line((head, "bold"), (before, ""), (value, "bold"), (behind, ""), _cited(claim.citation))
    ]
    several = len(claim.wordings) > 1
    alike = () if several else claim.wordings[0].articles
    told_by = _cited(*alike) if len(alike) > 1 else ("", "")
    if claim.verdict:
        verdict = (claim.verdict, STYLES.get(claim.verdict.partition(":")[0], "bold"))
        primary = f" · {claim.primary}" if claim.primary else ""
        rows.append(_indented(verdict, (f" · {claim.support}", ""), told_by, (primary, "")))
    elif claim.primary:
        rows.append(_indented((claim.primary, "")))
    for wording in claim.wordings:
        if wording.value and several:
            by = f", on the word of {wording.speakers}" if wording.speakers else ""
            told = (("– ", "dim"), (wording.value, "italic"), (f": {wording.support}", ""), _cited(*wording.articles))
            rows.append(_indented(*told, (by, "")))
        rows += [_indented(("! ", "bold red"), (one.text, "red"), _cited(one.citation)) for one in wording.departures]
    return Group(*rows)


def _day(day: TimelineView, glance: int) -> RenderableType:
    return Group(_line((day.days, "bold")), *(_indented(*_told(line, 2 * glance + BESIDE)) for line in day.lines))


def _told(line: Line, room: int) -> tuple[tuple[str, str], ...]:
    """A line of the timeline; before one that takes up another sentence as much of that as there is room for."""
    opening = f"({shortened(line.before, BEFORE)}) " if line.before else ""
    room -= len(opening) + CITED * 2 + _columns(len(line.also) + 1)
    before, day, behind = line.parts(line.cited.cut(room))
    return (opening, "dim"), (before, ""), (day, "bold"), (behind, ""), _cited(line.cited, *line.also)


def _conflict(conflict: ConflictView, glance: int) -> RenderableType:
    rows: list[RenderableType] = [_line((f"{conflict.kind}: ", "bold"), (conflict.note, ""))]
    for side in conflict.sides:
        cited = side.unlike[0]
        others = [one for one in side.articles if one.number != cited.number]
        quote = cited.quoted(glance - COUNTED - _columns(len(others)))
        rows.append(_indented((quote, "italic"), _cited(cited, *others), (f" · {side.support}", "dim")))
    return Group(*rows)


def _origin(origin: OriginView, everything: bool) -> RenderableType:
    """An origin with its articles; one line where it has one, for then its name is the article's."""
    letter, standing = (f"{origin.letter}  ", "bold"), (f"  ({origin.standing})", "dim")
    if len(origin.sources) == 1:
        return _listed(everything, letter, *_source(origin.sources[0], everything), standing=standing)
    head = _line(letter, (origin.name, "bold"), standing)
    return Group(head, *(_listed(everything, *_source(one, everything), indent=4) for one in origin.sources))


def _listed(
    everything: bool, *parts: tuple[str, str], standing: tuple[str, str] = ("", ""), indent: int = 0
) -> RenderableType:
    """An article in a list: all of it, or one line, whose end may be cut."""
    *begin, title = parts
    if everything:
        return Padding(_line(*begin, title, standing), (0, 0, 0, indent))
    return _one_line(*begin, standing, title, indent=indent)


def _copy(copy: CopyView, everything: bool) -> RenderableType:
    ends = (f"[{copy.later.number}] {copy.later.label}", f"[{copy.earlier.number}] {copy.earlier.label}")
    head = _line((ends[0], "cyan"), (f" {copy.kind} ", ""), (ends[1], "cyan"), (f" ({copy.share})", ""))
    return Group(head, _indented((copy.reason, "dim"))) if everything else head


def _open(tie: OpenView) -> RenderableType:
    ends = (f"[{tie.left.number}] {tie.left.label}", f"[{tie.right.number}] {tie.right.label}")
    head = _line((ends[0], "cyan"), (" and ", ""), (ends[1], "cyan"), (" may be one voice", ""))
    return Group(head, _indented((tie.reason, "dim")))


def _version(version: VersionView, glance: int) -> RenderableType:
    rows = [
        _line(
            (f"[{version.later.number}] {version.later.label}", "cyan"),
            (" is a later form of ", ""),
            (f"[{version.earlier.number}] {version.earlier.label}", "cyan"),
            (f": {version.reason}", ""),
        )
    ]
    told = (
        tuple(one.quoted(glance // 2) if one.text.strip() else "nothing" for one in pair) for pair in version.changes
    )
    return Group(*rows, *(_indented((before, "dim"), (" became ", ""), (after, "italic")) for before, after in told))


def _source(source: Source, everything: bool) -> tuple[tuple[str, str], ...]:
    """An article: its number, label, day and title; with everything also how its day is known, and whom it credits."""
    credited = f"; credits {source.credits}" if source.credits else ""
    day = f"{source.dated}{credited}" if everything else source.day
    return (f"[{source.number}] ", "cyan"), (source.label, "bold"), (f", {day}", ""), (f": {source.title}", "")


def _columns(citations: int) -> int:
    """Columns that so many citations take."""
    return CITED * min(citations, MOST_CITED) + (CITED * 4 if citations > MOST_CITED else 0)


def _cited(*citations: Citation) -> tuple[str, str]:
    more = f" and {len(citations) - MOST_CITED} more" if len(citations) > MOST_CITED else ""
    return " " + "".join(f"[{one.number}]" for one in citations[:MOST_CITED]) + more, "cyan"


def _indented(*parts: tuple[str, str]) -> RenderableType:
    return Padding(_line(*parts), (0, 0, 0, 4))


def _line(*parts: tuple[str, str]) -> Text:
    return Text.assemble(*((_visible(text), style) for text, style in parts))


def _one_line(*parts: tuple[str, str], indent: int = 0) -> RenderableType:
    """Parts on one line that is cut where the screen ends; a padding, for the console joins bare texts anew."""
    line = _line(*parts)
    line.no_wrap, line.overflow = True, "ellipsis"
    return Padding(line, (0, 0, 0, indent))


def _visible(text: str) -> str:
    """Control characters as pictures: an article must not steer the terminal."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "\N{REPLACEMENT CHARACTER}", text)
