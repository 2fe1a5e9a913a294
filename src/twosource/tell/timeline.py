"""The timeline: the days on which accounts say that things happened, in order, each line in one account's own words.

A line needs a day that the text itself gives, resolved. A claim whose value is a time stands on its day; any other
claim stands on the day that its sentence names, if it names exactly one. Several claims of one sentence share a line,
also where a reprint gives it another beginning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.model.claim import Claim, ConflictKind, Resolution, Statement
from twosource.model.moment import Days
from twosource.model.reading import Annotated, Modality, Reading, TimeMention, TimeType
from twosource.model.timeline import TimelineEntry
from twosource.model.value import Time
from twosource.tell.standing import dates_another, stands_alone

ENDING = 60
"""Letters at the end of a sentence by which a reprint that begins it otherwise ("(CPS) Nine ships …") or has other
marks of quotation is known."""
LONGEST = 31
"""Days that a line may span. What lasted for years is background, and would stand before everything else."""


def timeline(claims: Sequence[Claim], accounts: Sequence[Annotated]) -> tuple[TimelineEntry, ...]:
    """What happened when, by first and last day, and of one day the weightiest first.

    Args:
        claims: In order of weight; the first claim of a line gives it its words.
        accounts: The story's accounts, with their dates resolved.
    """
    readings = {account.article.id: account.body for account in accounts}
    lines: dict[tuple[Days, str], list[tuple[str, Claim]]] = defaultdict(list)
    for claim in claims:
        for days, text in _placed(claim, readings).items():
            lines[days, re.sub(r"\W+", "", text)[-ENDING:]].append((text, claim))
    entries = [
        TimelineEntry(days, together[0][0], tuple(dict.fromkeys(claim.id for _, claim in together)))
        for (days, _), together in lines.items()
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.days.start, entry.days.end)))


def _placed(claim: Claim, readings: Mapping[str, Reading]) -> dict[Days, str]:
    """The day of a claim, and the words of the statement that gives it best: one that can stand alone, and of these
    the claim's own; each side of a dispute on the day has its own.
    """
    found: dict[Days, str] = {}
    for side in _sides(claim):
        told = (claim.statements[n] for n in side)
        for statement in sorted(told, key=lambda one: (not _stands_alone(one), one.text != claim.text)):
            days = None if statement.negated or statement.modality is Modality.DENIED else _days(statement, readings)
            if days is not None:
                found.setdefault(days, statement.text)
                break
    return found


def _stands_alone(statement: Statement) -> bool:
    return stands_alone(statement.text, statement.value.text if isinstance(statement.value, Time) else "")


def _sides(claim: Claim) -> tuple[tuple[int, ...], ...]:
    """The sides of a dispute on a claim's day, or all its statements; hours in dispute are hours of one day."""
    for one in claim.conflicts:
        values = [claim.statements[n].value for side in one.sides for n in side]
        hours = any(isinstance(value, Time) and value.hour for value in values)
        if one.kind is ConflictKind.DATE and one.resolution is Resolution.STANDS and not hours:
            return one.sides
    return (tuple(range(len(claim.statements))),)


def _days(statement: Statement, readings: Mapping[str, Reading]) -> Days | None:
    if isinstance(statement.value, Time):
        return _usable(statement.value.days)
    reading = readings[statement.passage.article]
    named = [
        mention.days
        for mention in reading.times
        if _names_a_day(mention, reading.text) and statement.passage.span.contains(mention.span)
    ]
    return _usable(named[0]) if len(named) == 1 else None


def _names_a_day(mention: TimeMention, text: str) -> bool:
    """Whether the words themselves give the statement's day.

    An hour alone takes its day from elsewhere, perhaps the wrong one; "last Saturday's explosion" dates the explosion,
    not what is said of it, and "since Friday" when something began; "has until Friday" is a day to come.
    """
    if dates_another(text, mention.span.start, mention.span.end, "begun"):
        return False
    by_word = mention.weekday is not None or mention.offset is not None
    return mention.type is TimeType.DATE or (mention.type is TimeType.TIME and by_word)


def _usable(days: Days | None) -> Days | None:
    """The interval, if both its ends are known and it is short enough for a line."""
    if days is None or days.start is None or days.end is None or (days.end - days.start).days > LONGEST:
        return None
    return days
