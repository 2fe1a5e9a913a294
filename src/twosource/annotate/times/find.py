"""Times of a text: grammar first, then the calendar, in text order, each time with the one before it as its neighbour.

The invariants: times run in text order and do not overlap, each span quotes its text, prepositions stay outside (TIMEX3
reads "Tuesday" in "on Tuesday"), and the work is linear in the text's length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from twosource.annotate.pieces import span_of
from twosource.annotate.times.calendars import Stretch
from twosource.annotate.times.grammar import read_text
from twosource.annotate.times.hours import Hours, is_hour_alone, is_of_telling
from twosource.annotate.times.meaning import Beside, Calendar, Expression, Length, Shift, Within
from twosource.annotate.times.nearer import is_aimed_at, is_open
from twosource.annotate.times.quoted import Quoted
from twosource.annotate.times.resolve import Context, Resolved, resolve
from twosource.annotate.times.tense import direction_of, is_over
from twosource.annotate.times.words import TimeText
from twosource.model.reading import TimeMention
from twosource.resources import languages
from twosource.text.tree import Tree


def find_times(
    tree: Tree, anchor: date | None, language: str = "en", quoted: Sequence[Quoted] = ()
) -> tuple[TimeMention, ...]:
    """The times of a reading, in text order.

    Args:
        tree: A reading with its text; its tokens give the tense.
        anchor: The article's day; ``None`` leaves relative times unresolved.
        language: ISO 639-1 code.
        quoted: Direct speech with the days that its own times count from, in text order.

    Returns:
        Nothing for a language that has no word lists for them.
    """
    if language not in languages("times"):
        return ()
    found = read_text(tree.reading.text, language)
    text = found.text
    mentions: list[TimeMention] = []
    context = Context(anchor, None, None, 0)
    hours, speech = Hours(tree), _Speech(anchor, quoted)
    for at, expression in enumerate(found.expressions):
        spoken = speech.anchor_at(text.numbers.at(expression.start).start)
        around = replace(_around(tree, text, expression, context), anchor=spoken)
        if _ends_behind(text, expression):
            around = replace(around, ending=_ending(tree, text, found.expressions[at : at + 2], context))
        if is_hour_alone(expression.meaning) and text.is_in(expression.end, "short.of"):
            around = replace(
                around, anchor=None, reference=None
            )  # "the night of the blast" is not the day last told of
        elif is_hour_alone(expression.meaning):
            later = _later_day(tree, text, found.expressions[at + 1 : at + 1 + _AHEAD], expression, context)
            place = span_of(text.numbers.pieces, expression.start, expression.end)
            around = hours.beside(around, place, expression.meaning, later)
        resolved = resolve(expression.meaning, around)
        hours.keep(span_of(text.numbers.pieces, expression.start, expression.end), expression.meaning, resolved.stretch)
        context = _next_context(expression, resolved, context)
        mentions.append(_mention(tree, text, expression, resolved, from_article=spoken == anchor))
    return tuple(mentions)


def _ends_behind(text: TimeText, expression: Expression) -> bool:
    """Whether the end of a stretch is said behind it: "ended June 30"; of a year or of months also "to June"."""
    meaning = expression.meaning
    months = isinstance(meaning, Length) or (isinstance(meaning, Shift) and meaning.unit == "Y" and meaning.count == 0)
    led = months and text.is_in(expression.end, "lengths.ended_to")
    return led or text.is_in(expression.end, "lengths.ended") or _begins_behind(text, expression)


def _begins_behind(text: TimeText, expression: Expression) -> bool:
    """Whether the first day of a week is said behind it: "the week beginning February 4"."""
    meaning = expression.meaning
    week = isinstance(meaning, Shift) and meaning.unit == "W" and meaning.of_reference
    return week and text.is_in(expression.end, "lengths.begun")


def _ending(tree: Tree, text: TimeText, pair: tuple[Expression, ...], context: Context) -> date | None:
    """The last day of what is said to end on the time behind it: "the year ended June 30", "ending in March"."""
    if len(pair) < _AHEAD or pair[1].start > pair[0].end + _AHEAD or not isinstance(pair[1].meaning, Calendar):
        return None
    last = resolve(pair[1].meaning, _around(tree, text, pair[1], context)).stretch
    return last.end if last and last.unit in {"D", "M"} else None


class _Speech:
    """The day that times count from, place by place: the article's, in a dated quotation that of its speaker."""

    def __init__(self, anchor: date | None, quoted: Sequence[Quoted]) -> None:
        self._anchor = anchor
        self._ahead = list(reversed(quoted))

    def anchor_at(self, place: int) -> date | None:
        """The day at a place; places are asked for in text order."""
        while self._ahead and self._ahead[-1].span.end <= place:
            self._ahead.pop()
        inside = bool(self._ahead) and self._ahead[-1].span.start <= place
        return self._ahead[-1].day if inside else self._anchor


_AHEAD = 2
"""Times behind an hour that may name its day: "at 5 a.m., shortly after sunrise, on Friday"."""


def _later_day(
    tree: Tree, text: TimeText, behind: tuple[Expression, ...], hour: Expression, context: Context
) -> Stretch | None:
    """The day that the hour's own sentence names behind it."""
    sentence = tree.reading.sentence_at(text.numbers.at(hour.start).start)
    for each in behind:
        if sentence is None or tree.reading.sentence_at(text.numbers.at(each.start).start) != sentence:
            return None
        dated = isinstance(each.meaning, Calendar | Shift) and not is_hour_alone(each.meaning)
        told = is_of_telling(tree, span_of(text.numbers.pieces, each.start, each.end))
        if not dated or told or text.is_in(each.start - 1, "short.until"):
            continue  # "from 10 p.m. to 5 a.m. until Tuesday" is not Tuesday's night
        found = resolve(each.meaning, _around(tree, text, each, context)).stretch
        if found is not None and found.unit == "D":
            return found
    return None


def _around(tree: Tree, text: TimeText, expression: Expression, context: Context) -> Context:
    """The context with the tense and the preposition that stand by an expression."""
    span = span_of(text.numbers.pieces, expression.start, expression.end)
    meaning = expression.meaning
    tense = isinstance(meaning, Calendar | Length | Beside | Within) or (
        isinstance(meaning, Shift) and (meaning.unit == "WE" or meaning.of_reference)
    )
    direction = direction_of(tree, text.words, span) if tense else 0
    before = expression.start - 1
    until = text.is_in(before, "short.until")
    if tense and (text.is_in(before - text.is_in(before, "short.on"), "short.starting") or until):
        direction = -1 if until and is_over(tree, text.words, span) else 1
    weekday = isinstance(meaning, Calendar) and meaning.weekday is not None
    if weekday and is_aimed_at(tree, text.words, span):
        direction = 1
    undecided = weekday and direction <= 0 and not until and is_open(tree, text.words, span)
    before -= text.is_in(before, "short.within_joint")
    inside = "in" if text.is_in(before, "short.in") else "within" if text.is_in(before, "short.within") else ""
    return replace(context, direction=0 if undecided else direction, inside=inside, open=undecided)


def _next_context(expression: Expression, resolved: Resolved, context: Context) -> Context:
    """The context of the times behind: they may hang on any date but a decade or a century told in passing."""
    found, meaning = resolved.stretch, expression.meaning
    if found is None or found.unit in {"10Y", "100Y", "1000Y"}:
        return context
    shifted = isinstance(meaning, Shift) and meaning.of_period
    reported = context.anchor is None or found.start <= context.anchor  # nobody compares with a quarter to come
    period = found if found.unit in {"Q", "6M"} and not shifted and reported else context.period
    return replace(context, reference=found, period=period, day=found if found.unit == "D" else context.day)


def _mention(
    tree: Tree, text: TimeText, expression: Expression, resolved: Resolved, *, from_article: bool
) -> TimeMention:
    """The time; one that counts from a speaker's day says nothing of the article's, so it keeps no offset."""
    span = span_of(text.numbers.pieces, expression.start, expression.end)
    return TimeMention(
        span,
        span.of(tree.reading.text),
        resolved.type,
        resolved.value,
        resolved.days,
        resolved.weekday,
        resolved.offset if from_article else None,
        resolved.direction,
        either_half=_is_of_either_half(expression),
    )


def _is_of_either_half(expression: Expression) -> bool:
    """Whether a time gives an hour of which it does not say in which half of the day it lies."""
    meaning = expression.meaning
    return isinstance(meaning, Calendar | Shift) and meaning.clock is not None and meaning.clock.either
