"""The timeline: the days on which accounts say that things happened, in order, each line in one account's own words.

A line needs a day that the text itself gives, resolved. A claim whose value is a time stands on its day; any other
claim stands on the day that its sentence names, if it names exactly one. Several claims of one sentence share a line,
also where a reprint gives it another beginning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.model.claim import Claim, ConflictKind, Resolution, Statement
from twosource.model.moment import Days
from twosource.model.reading import Annotated, Modality, TimeMention, TimeType
from twosource.model.timeline import TimelineEntry
from twosource.model.value import Time
from twosource.tell.aside import is_aside
from twosource.tell.standing import dates_another, stands_alone
from twosource.text.printed import stamp
from twosource.text.tree import Tree

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
    trees = {account.article.id: Tree(account.body) for account in accounts}
    lines: dict[tuple[Days, str], list[tuple[_Placed, Claim]]] = defaultdict(list)
    for claim in claims:
        for days, placed in _placed(claim, trees).items():
            lines[days, re.sub(r"\W+", "", placed.text)[-ENDING:]].append((placed, claim))
    entries = [
        TimelineEntry(
            days,
            together[0][0].text,
            tuple(dict.fromkeys(claim.id for _, claim in together)),
            all(placed.aside for placed, _ in together),
        )
        for (days, _), together in lines.items()
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.days.start, entry.days.end)))


@dataclass(frozen=True, slots=True)
class _Placed:
    """The words that place a claim on a day, and whether they do so in passing."""

    text: str
    aside: bool


def _placed(claim: Claim, trees: Mapping[str, Tree]) -> dict[Days, _Placed]:
    """The day of a claim, and the words of the statement that gives it best: one that tells what was on that day and
    can stand alone, and of these the claim's own; each side of a dispute on the day has its own.
    """
    found: dict[Days, _Placed] = {}
    for side in _sides(claim):
        told = [claim.statements[n] for n in side]
        told = [one for one in told if not one.negated and one.modality is not Modality.DENIED]
        placed = [(one, *_days(one, trees[one.passage.article])) for one in told]
        dated = [(one, days, aside) for one, days, aside in placed if days is not None]
        for one, days, aside in sorted(
            dated, key=lambda at: (at[2], not _stands_alone(at[0]), at[0].text != claim.text)
        ):
            found.setdefault(days, _Placed(one.text, aside))
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


def _days(statement: Statement, tree: Tree) -> tuple[Days | None, bool]:
    """The day of a statement, and whether its sentence gives it in passing."""
    reading, span = tree.reading, statement.passage.span
    start = span.start + stamp(statement.text)
    within = [mention for mention in reading.times if span.contains(mention.span) and mention.span.start >= start]
    if isinstance(statement.value, Time):
        days = statement.value.days
        mentions = [one for one in within if one.text == statement.value.text] or within[:1]
        if not within and start > span.start:
            return None, False  # the day of the page
        return _usable(days), bool(mentions) and all(is_aside(tree, one.span) for one in mentions)
    named = [mention for mention in within if _names_a_day(mention, reading.text)]
    return (_usable(named[0].days), is_aside(tree, named[0].span)) if len(named) == 1 else (None, False)


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
