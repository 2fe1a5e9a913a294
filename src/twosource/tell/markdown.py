"""The brief as Markdown (CommonMark). All text of articles is escaped; citations link into the HTML brief beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from twosource.model.dossier import Dossier
from twosource.tell.brief import view
from twosource.tell.citation import Citation, Source
from twosource.tell.shorten import shown
from twosource.tell.view import (
    ClaimView,
    ConflictView,
    CopyView,
    Line,
    OpenView,
    OriginView,
    StoryView,
    TimelineView,
    VersionView,
    Wording,
)
from twosource.tell.words import LONE, NOTHING


def markdown(dossier: Dossier, *, everything: bool = False) -> str:
    """The brief.

    Args:
        dossier: What to tell.
        everything: Every claim, conflict and timeline line; else the first two screens of each story.
    """
    brief = view(dossier)
    lines: list[str] = []
    if len(brief.stories) > 1:
        lines += [f"{len(brief.stories)} stories:", ""]
        lines += [*(f"- **{_escape(one.title)}**: {one.outline}" for one in brief.stories), ""]
    for story in brief.stories:
        lines += _story(story, everything)
    if brief.quarantined:
        lines += ["## Not read", "", *(f"- `{path}`: {_escape(reason)}" for path, reason in brief.quarantined), ""]
    lines += ["---", "", f"{_escape(brief.generated_by)}. It reports corroboration, never truth."]
    return "\n".join(lines) + "\n"


def _story(story: StoryView, everything: bool) -> Iterator[str]:
    yield from (f"# {_escape(story.title)}", "", f"{_escape(story.summary)}.", "")
    if story.caution:
        yield from (f"**{_escape(story.caution)}**", "")
    part = shown(story, everything)
    shared, lone = list(map(_claim, part.story.shared)), list(map(_claim, part.story.lone))
    yield from _section("What is claimed", shared or lone or [[NOTHING]], part.claims_left)
    if shared:
        yield from _section(LONE, lone)
    yield from _section("Conflicts", map(_conflict, part.story.conflicts), part.conflicts_left)
    yield from _section("Newer counts and states", map(_conflict, part.story.updates), part.updates_left)
    yield from _section("Timeline", map(_day, part.story.timeline), part.timeline_left)
    yield from _section("Who copied whom", map(_copy, part.story.copies), part.copies_left)
    yield from _section("Not decided", ([_open(one)] for one in story.open))
    yield from _section("Versions of one article", map(_version, part.story.versions), part.changes_left)
    yield from _section("Origins", ([_origin(one)] for one in story.origins))
    yield from _section("Articles", ([_source(one)] for one in story.sources))
    if story.dropped:
        yield from (f"Left out of the articles as page furniture: {_escape(story.dropped)}.", "")


def _section(title: str, blocks: Iterable[Sequence[str]], left: int = 0) -> Iterator[str]:
    """A heading with its list; nothing at all where the list is empty."""
    found = [line for block in blocks for line in block]
    if not found:
        return
    yield from (f"## {title}", "", *found)
    if left:
        yield f"- … and {left} more (`--all` shows them)"
    yield ""


def _claim(claim: ClaimView) -> list[str]:
    head = f"**{_escape(claim.headline)}** " if claim.headline else ""
    quote = _quoted(claim.citation)
    support = f"*{claim.verdict}*: {_escape(claim.support)}" if claim.verdict else ""
    support = "; ".join(filter(None, (support, _escape(claim.primary))))
    support = f"  \n  {support}" if support else ""
    if claim.several:
        return [f"- {head}{quote}{support}", *(f"  - {_wording(wording)}" for wording in claim.wordings)]
    others = "".join(f" {_link(one)}" for one in claim.wordings[0].articles if one.number != claim.citation.number)
    return [f"- {head}{quote}{others}{support}"]


def _wording(wording: Wording) -> str:
    said = _escape(wording.value) or "says so"
    by = f", on the word of {_escape(wording.speakers)}" if wording.speakers else ""
    by = f" ({wording.support}{by})"
    told = ((_escape(one.text), _link(one.citation)) for one in wording.departures)
    note = "".join(f" *{link} departs from its origin: {text}*" for text, link in told)
    return f"{said}{by}: {' '.join(map(_link, wording.articles))}{note}"


def _conflict(conflict: ConflictView) -> list[str]:
    rows = [f"- **{conflict.kind}**: {_escape(conflict.note)}"]
    return rows + [f"  - {side.support}: {_quoted(side.unlike[0])}" for side in conflict.sides]


def _copy(copy: CopyView) -> list[str]:
    head = f"- \\[{copy.later.number}\\] {_escape(copy.later.label)} {copy.kind} "
    head += f"\\[{copy.earlier.number}\\] {_escape(copy.earlier.label)} ({copy.share}): {_escape(copy.reason)}"
    return [head]


def _open(tie: OpenView) -> str:
    ends = f"\\[{tie.left.number}\\] {_escape(tie.left.label)} and \\[{tie.right.number}\\] {_escape(tie.right.label)}"
    return f"- {ends} may be one voice: {_escape(tie.reason)}"


def _version(version: VersionView) -> list[str]:
    head = f"- \\[{version.later.number}\\] {_escape(version.later.label)} is a later form of "
    head += f"\\[{version.earlier.number}\\] {_escape(version.earlier.label)}: {_escape(version.reason)}"
    return [head, *(f"  - {_changed(before)} became {_changed(after)}" for before, after in version.changes)]


def _changed(citation: Citation) -> str:
    return _quoted(citation) if citation.text.strip() else "nothing"


def _day(day: TimelineView) -> list[str]:
    return [f"- **{day.days}**", *map(_line, day.lines)]


def _line(line: Line) -> str:
    opening = f"({_escape(line.before)}) " if line.before else ""
    before, day, behind = map(_escape, line.parts(line.cited.cut()))
    text = f"{before}**{day}**{behind}" if day else before
    return f"  - {opening}{text} {' '.join(map(_link, (line.cited, *line.also)))}"


def _origin(origin: OriginView) -> str:
    members = ", ".join(f"\\[{source.number}\\] {_escape(source.label)}" for source in origin.sources)
    return f"- **{origin.letter}** {_escape(origin.name)}: {origin.standing}. {members}"


def _source(source: Source) -> str:
    credited = f"; credits {_escape(source.credits)}" if source.credits else ""
    told = f"{_escape(source.label)}: {_escape(source.title)} ({_escape(source.dated)}{credited})"
    return f"- \\[{source.number}\\] {told}"


def _quoted(citation: Citation) -> str:
    return f"{_escape(citation.quoted())} {_link(citation)}"


def _link(citation: Citation) -> str:
    return f"[\\[{citation.number}\\]](brief.html#{citation.anchor})"


def _escape(text: str) -> str:
    """Text with everything that Markdown or HTML would read as markup escaped."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", text)
