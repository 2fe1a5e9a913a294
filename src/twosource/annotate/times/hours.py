"""Which day an hour without a date belongs to: "The sheds burned shortly after 5 a.m."

The day that its own sentence names, else the nearest day before it in the text that agrees with its tense, in a new
paragraph the one that was named most often, else none: an hour in the past never takes over the coming Friday. A day in
somebody's words comes after those that the account names itself, and one that was named long ago is forgotten. The day
on which somebody said so is no such day, and an hour of the morning behind one of the evening is of the day after.
Where the text named no day yet, or forgot it, the hour is of the article's own; "the night of the blast" is of neither.
The invariant: a bounded number of days is remembered, so that the work stays linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from twosource.annotate.times.calendars import Stretch, step
from twosource.annotate.times.meaning import Calendar, Meaning
from twosource.annotate.times.resolve import Context
from twosource.model.span import Span
from twosource.text.tree import Tree

_REMEMBERED = 6
_OPENING = 1
"""Words before a day that opens its sentence: "On Friday"."""
_FORGOTTEN = 12
"""Sentences after which a day that was named is no longer that of what is told."""
_EVENING, _MORNING, _SMALL = 20, 8, 5
"""Hours from which on a day may end in what is told, and up to which the next one has begun; the last for an hour that
may be of either half of the day ("shortly after seven")."""
_NIGHTS = frozenset({"EV", "NI"})
"""Parts of the day behind which the morning is the next one's."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A day that the text named: in which sentence, whether in somebody's words, whether the sentence opens with it."""

    sentence: int | None
    day: Stretch
    spoken: bool
    opens: bool


def is_hour_alone(meaning: Meaning) -> bool:
    """Whether a time is an hour with nothing that says its day."""
    return isinstance(meaning, Calendar) and meaning == Calendar(clock=meaning.clock) and meaning.clock is not None


def _day_after(day: Stretch, context: Context) -> Stretch:
    """The next day, but for what was over before it."""
    after, anchor = step("D", day.start, 1), context.anchor
    over = after is not None and context.direction < 0 and anchor is not None and after.start > anchor
    return day if after is None or over else after


def _ends_day(meaning: Meaning) -> bool:
    """Whether the hours of the morning behind a time are the next day's: "11 p.m.", "Sunday night"."""
    clock = meaning.clock if isinstance(meaning, Calendar) else None
    return clock is not None and ((clock.hour or 0) >= _EVENING or clock.part in _NIGHTS)


def _is_early(meaning: Meaning) -> bool:
    clock = meaning.clock if isinstance(meaning, Calendar) else None
    return clock is not None and clock.hour is not None and clock.hour < (_SMALL if clock.either else _MORNING)


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
        self._days: list[_Named] = []
        self._evening: date | None = None

    def keep(self, span: Span, meaning: Meaning, found: Stretch | None) -> None:
        """Remember the day of the time at ``span``, and whether its hour ends it."""
        if found is None or found.unit != "D" or is_of_telling(self._tree, span):
            return
        if not is_hour_alone(meaning) or (self._evening and found.start > self._evening):
            spoken = bool(self._days) and self._is_spoken(span)  # the first day is the news, whoever is said to tell it
            named = _Named(self._sentence(span), found, spoken, self._opens(span))
            self._days = [*self._days, named][-_REMEMBERED:]
        self._evening = found.start if _ends_day(meaning) else None

    def beside(self, context: Context, span: Span, meaning: Meaning, later: Stretch | None) -> Context:
        """The context that the hour at ``span`` is resolved in.

        Args:
            context: The context of any time at this place.
            span: The hour's place.
            meaning: The hour.
            later: The day that its sentence names behind it.
        """
        sentence = self._sentence(span)
        near = [one for one in self._days if _is_near(one.sentence, sentence)]
        own = next((one.day for one in reversed(near) if one.sentence == sentence and sentence is not None), None)
        forgot = len(near) < len(self._days)
        spoken = self._is_said(span)
        anew = self._begins_anew(near, span)
        told = _agreeing([one for one in near if spoken or not one.spoken], context, anew=anew)
        chosen = own or later or told or (None if forgot else _agreeing(near, context, anew=anew))
        if chosen is None and near and not forgot:
            return replace(context, anchor=None, reference=None)
        if chosen and chosen.start == self._evening and not later and _is_early(meaning):
            chosen = chosen if self._looks_back(span) else _day_after(chosen, context)
        return replace(context, reference=chosen)

    def _looks_back(self, span: Span) -> bool:
        """Whether the verb at ``span`` tells what had been before: "he had got up at 6 a.m."."""
        tree = self._tree
        verbs = (tree.tokens[index].head for index in tree.tokens_in(span))
        return any(tree.tokens[at].text.lower() == "had" for verb in verbs for at in tree.children[verb])

    def _begins_anew(self, days: Sequence[_Named], span: Span) -> bool:
        """Whether a new paragraph takes up the news: not behind a sentence that opens with its day, which goes on."""
        last = days[-1].sentence if days and not days[-1].opens else None
        reading = self._tree.reading
        return last is not None and "\n" in reading.text[reading.sentences[last].end : span.start]

    def _opens(self, span: Span) -> bool:
        sentence = self._sentence(span)
        start = span.start if sentence is None else self._tree.reading.sentences[sentence].start
        return len(self._tree.reading.text[start : span.start].split()) <= _OPENING

    def _is_spoken(self, span: Span) -> bool:
        """Whether the day at ``span`` stands in somebody's words: "it was mended the same evening, she said", too."""
        path = self._path(span)
        return bool(path) and (self._is_said(span) or self._tree.child(path[-1], "parataxis") is not None)

    def _is_said(self, span: Span) -> bool:
        """Whether a time stands in what somebody is said to have said: "she said that it had failed on Friday"."""
        return any(self._tree.tokens[at].deprel == "ccomp" for at in self._path(span))

    def _path(self, span: Span) -> list[int]:
        inside = self._tree.tokens_in(span)
        return self._tree.path_up(inside[0]) if inside else []

    def _sentence(self, span: Span) -> int | None:
        return self._tree.reading.sentence_at(span.start)


def _is_near(named: int | None, hour: int | None) -> bool:
    return named is None or hour is None or hour - named <= _FORGOTTEN


def _agreeing(days: Sequence[_Named], context: Context, *, anew: bool) -> Stretch | None:
    """The nearest day before that lies on the side of the article's day that the tense points to; in a paragraph that
    named none, the one that was named most often.
    """
    anchor, direction = context.anchor, context.direction
    fits = [
        one.day
        for one in reversed(days)
        if anchor is None or not direction or (one.day.start <= anchor if direction < 0 else one.day.start >= anchor)
    ]
    return max(fits, key=fits.count if anew else lambda _: 0, default=None)
