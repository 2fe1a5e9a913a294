"""The timeline as a brief shows it: the lines of each day, with everyone who gives the same day for the same thing
and says nothing else of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from twosource.model import dossier as record
from twosource.tell import words
from twosource.tell.citation import Citation, Source
from twosource.tell.standing import stands_alone
from twosource.tell.view import Line, TimelineView

Sources = Mapping[str, Source]
Place = tuple[str, int]
"""A sentence, by its article and where it begins."""
WEEK = timedelta(days=7)
MONTH = timedelta(days=31)
LONGEST_BEFORE = 400
"""Code points in which the sentence before a line is looked for."""
_ENDS = re.compile(r"(?<=[a-z0-9)][.!?])[\"”’']?\s+(?=[\"“‘'A-Z])|\n+")
"""Where a sentence ends: not behind a capital ("J. Varn")."""


def day_views(
    story: record.StoryRecord, sources: Sources, articles: Sequence[record.ArticleRecord]
) -> tuple[TimelineView, ...]:
    """The timeline's lines, day by day; a sentence that stands beside another has no line of its own."""
    statements = {claim.id: claim.statements for claim in story.claims}
    published = sorted(date.fromisoformat(one.published[:10]) for one in articles if one.published)
    together: dict[tuple[str, str], list[Line]] = {}
    days_of, clashing = _days_of(story), _clashing(story)
    for entry in story.timeline:
        told = [one for claim in entry.claims for one in statements[claim]]
        if any(one.text == entry.text for one in told):
            together.setdefault((entry.start, entry.end), []).append(_line(entry, told, sources, days_of, clashing))
    days = []
    for (start, end), lines in together.items():
        beside = {one for line in lines for one in line.also}
        kept = [line for line in lines if line.also or line.cited not in beside]
        ordered = tuple(sorted(kept, key=lambda line: (line.weak, not line.several)))
        days.append(TimelineView(words.days(start, end), ordered, _is_distant(start, end, published)))
    return tuple(days)


def _is_distant(start: str, end: str, published: Sequence[date]) -> bool:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if last - first > WEEK:
        return True
    return bool(published) and (last < published[0] - MONTH or first > published[-1] + MONTH)


def _days_of(story: record.StoryRecord) -> Mapping[Place, set[tuple[str | None, str | None]]]:
    """The days that each sentence gives, by its article and place."""
    found: defaultdict[Place, set[tuple[str | None, str | None]]] = defaultdict(set)
    for claim in story.claims:
        for one in claim.statements:
            if isinstance(one.value, record.TimeRecord):
                found[_place(one)].add((one.value.start, one.value.end))
    return found


def _clashing(story: record.StoryRecord) -> Mapping[Place, set[Place]]:
    """The sentences that say otherwise than each sentence: 16:24 in one is no word for 16:42 in the other."""
    found: defaultdict[Place, set[Place]] = defaultdict(set)
    for claim in story.claims:
        for conflict in (one for one in claim.conflicts if one.resolution != "precision"):
            sides = [{_place(claim.statements[n]) for n in side} for side in conflict.sides]
            for side in sides:
                for place in side:
                    found[place] |= {one for other in sides for one in other} - side
    return found


def _place(statement: record.StatementRecord) -> Place:
    return statement.article, statement.start


def _line(
    entry: record.TimelineRecord,
    told: Sequence[record.StatementRecord],
    sources: Sources,
    days_of: Mapping[Place, set[tuple[str | None, str | None]]],
    clashing: Mapping[Place, set[Place]],
) -> Line:
    own = next(one for one in told if one.text == entry.text)
    of_day = [one for one in told if _gives(one, entry)]
    also: dict[str, Citation] = {}
    for one in of_day:
        if one.article != own.article and _place(one) not in clashing.get(_place(own), ()):
            also.setdefault(one.article, sources[one.article].cite(one.start, one.end))
    here = (one for one in of_day if _place(one) == _place(own))
    dated = next((one.value.text for one in here if one.value), "")
    source = sources[own.article]
    two = len(days_of.get(_place(own), ())) > 1
    return Line(
        cited=source.cite(own.start, own.end, dated),
        before="" if stands_alone(own.text) else sentence_before(source.text, own.start),
        also=tuple(sorted(also.values(), key=lambda one: one.number)),
        several=len({sources[article].origin for article in (own.article, *also)}) > 1,
        weak=entry.aside or not stands_alone(own.text, dated),
        day=dated if two else "",
    )


def sentence_before(text: str, start: int) -> str:
    """The sentence that ends before ``start``, for one that takes it up.

    >>> sentence_before("Dr. Varn saw it. The pier broke. It sank.", 33)
    'The pier broke.'
    """
    return _ENDS.split(text[max(0, start - LONGEST_BEFORE) : start].strip())[-1].strip()


def _gives(statement: record.StatementRecord, entry: record.TimelineRecord) -> bool:
    value = statement.value
    return isinstance(value, record.TimeRecord) and (value.start, value.end) == (entry.start, entry.end)
