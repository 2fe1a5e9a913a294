"""Which day an hour without a date belongs to: "The sheds burned shortly after 5 a.m."

The day that its own sentence names, else the nearest day before it in the text that agrees with its tense, else none:
an hour in the past never takes over the coming Friday. The day on which somebody said so is no such day. Where the text
named no other yet, it is the article's own. The
invariant: a bounded number of days is remembered, so that the work stays linear.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.annotate.times.calendars import Stretch
from twosource.annotate.times.meaning import Calendar, Meaning
from twosource.annotate.times.resolve import Context
from twosource.model.span import Span
from twosource.text.tree import Tree

_REMEMBERED = 6


def is_hour_alone(meaning: Meaning) -> bool:
    """Whether a time is an hour with nothing that says its day."""
    return isinstance(meaning, Calendar) and meaning == Calendar(clock=meaning.clock) and meaning.clock is not None


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

    def keep(self, span: Span, meaning: Meaning, found: Stretch | None) -> None:
        """Remember the day that the time at ``span`` names itself."""
        if found is None or found.unit != "D" or is_of_telling(self._tree, span):
            return
        if not is_hour_alone(meaning):
            self._days = [*self._days, (self._sentence(span), found)][-_REMEMBERED:]

    def beside(self, context: Context, span: Span, later: Stretch | None) -> Context:
        """The context that the hour at ``span`` is resolved in.

        Args:
            context: The context of any time at this place.
            span: The hour's place.
            later: The day that its sentence names behind it.
        """
        sentence = self._sentence(span)
        own = next((day for at, day in reversed(self._days) if at == sentence and at is not None), None)
        chosen = own or later or self._agreeing(context)
        if chosen is None and self._days:
            return replace(context, anchor=None, reference=None)
        return replace(context, reference=chosen)

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
