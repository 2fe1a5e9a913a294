"""Which day an hour without a date belongs to: "The sheds burned shortly after 5 a.m."

The day that its own sentence names, else the nearest day before it in the text that agrees with its tense, else none:
an hour in the past never takes over the coming Friday. The day on which somebody said so is no such day, and an hour
of the morning behind one of the evening is of the day after. Where the text named no day yet, it is the article's own.
The invariant: a bounded number of days is remembered, so that the work stays linear.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from twosource.annotate.times.calendars import Stretch, step
from twosource.annotate.times.meaning import Calendar, Meaning
from twosource.annotate.times.resolve import Context
from twosource.model.span import Span
from twosource.text.tree import Tree

_REMEMBERED = 6
_EVENING, _MORNING = 20, 8
"""Hours from which on a day may end in what is told, and up to which the next one has begun."""


def is_hour_alone(meaning: Meaning) -> bool:
    """Whether a time is an hour with nothing that says its day."""
    return isinstance(meaning, Calendar) and meaning == Calendar(clock=meaning.clock) and meaning.clock is not None


def _hour(meaning: Meaning) -> int | None:
    return meaning.clock.hour if isinstance(meaning, Calendar) and meaning.clock else None


def _day_after(day: Stretch, context: Context) -> Stretch:
    """The next day, but for what was over before it."""
    after, anchor = step("D", day.start, 1), context.anchor
    over = after is not None and context.direction < 0 and anchor is not None and after.start > anchor
    return day if after is None or over else after


def is_of_telling(tree: Tree, span: Span) -> bool:
    """Whether the day at ``span`` is that on which something was told: "it burned down, police said on Tuesday"."""
    inside = tree.tokens_in(span)
    above = {tree.tokens[index].head for index in inside if tree.tokens[index].head not in inside}
    verbs = [index for index in sorted(above) if tree.tokens[index].upos == "VERB"]
    return any(
        tree.tokens[verb].deprel == "parataxis" or tree.child(verb, "ccomp", "parataxis") is not None for verb in verbs
    )


class Hours:
    """The days that a text named last, for the hours that follow."""

    def __init__(self, tree: Tree) -> None:
        """Begin with no day."""
        self._tree = tree
        self._days: list[tuple[int | None, Stretch]] = []
        self._evening: date | None = None

    def keep(self, span: Span, meaning: Meaning, found: Stretch | None) -> None:
        """Remember the day of the time at ``span``, and whether its hour ends it."""
        if found is None or found.unit != "D" or is_of_telling(self._tree, span):
            return
        if not is_hour_alone(meaning) or (self._evening and found.start > self._evening):
            self._days = [*self._days, (self._sentence(span), found)][-_REMEMBERED:]
        self._evening = found.start if (_hour(meaning) or 0) >= _EVENING else None

    def beside(self, context: Context, span: Span, meaning: Meaning, later: Stretch | None) -> Context:
        """The context that the hour at ``span`` is resolved in.

        Args:
            context: The context of any time at this place.
            span: The hour's place.
            meaning: The hour.
            later: The day that its sentence names behind it.
        """
        sentence = self._sentence(span)
        own = next((day for at, day in reversed(self._days) if at == sentence and at is not None), None)
        chosen = own or later or self._agreeing(context)
        if chosen is None and self._days:
            return replace(context, anchor=None, reference=None)
        hour = _hour(meaning)
        if chosen and chosen.start == self._evening and not later and hour is not None and hour < _MORNING:
            chosen = chosen if self._looks_back(span) else _day_after(chosen, context)
        return replace(context, reference=chosen)

    def _looks_back(self, span: Span) -> bool:
        """Whether the verb at ``span`` tells what had been before: "he had got up at 6 a.m."."""
        tree = self._tree
        verbs = (tree.tokens[index].head for index in tree.tokens_in(span))
        return any(tree.tokens[at].text.lower() == "had" for verb in verbs for at in tree.children[verb])

    def _agreeing(self, context: Context) -> Stretch | None:
        """The nearest day before that lies on the side of the article's day that the tense points to."""
        anchor, direction = context.anchor, context.direction
        fits = (
            day
            for _, day in reversed(self._days)
            if anchor is None or not direction or (day.start <= anchor if direction < 0 else day.start >= anchor)
        )
        return next(fits, None)

    def _sentence(self, span: Span) -> int | None:
        return self._tree.reading.sentence_at(span.start)
