"""Days to come: which way a bare weekday points, and which announcements of one day are one.

What is still to happen is announced in many words: the port "reopens", "lets in ships", "expects its first freighter",
all on Thursday. Two such announcements of one day are taken for one event if they share who or what it happens to;
what has happened is told in its own words, and needs the same kind of event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.topics import PHASES
from twosource.corroborate.lexicon import Lexicon
from twosource.model.moment import Days
from twosource.model.reading import Modality, TimeMention
from twosource.model.value import Time

WEEK = timedelta(days=7)
PERSON = "person"


def is_coming(one: Assertion) -> bool:
    """Whether an assertion dates something to come on a single day."""
    if not isinstance(one.value, Time) or one.value.days is None or not one.value.days.is_one_day or one.negated:
        return False
    published = one.published.end if one.published else None
    return one.modality is Modality.EXPECTED or bool(
        published and one.value.days.start and one.value.days.start > published
    )


def same_announcement(left: Assertion, right: Assertion, lexicon: Lexicon) -> bool:
    """Whether two accounts announce something for the same day of the same thing, whatever they call it.

    Args:
        left, right: Assertions of dates.
        lexicon: Tells that freighters and vessels are ships.
    """
    if left.article == right.article or not (is_coming(left) and is_coming(right)):
        return False
    if not isinstance(left.value, Time) or not isinstance(right.value, Time) or left.value.days != right.value.days:
        return False
    return bool(_things(left, lexicon) & _things(right, lexicon))


def same_milestone(left: Assertion, right: Assertion) -> bool:
    """Whether two accounts date one beginning or end to come: a thing begins once and ends once, so that two days for
    it are two plans or a mistake, and not two events.

    Args:
        left, right: Assertions of dates.
    """
    edges = all(one.topic.phase in PHASES or one.topic.predicate in PHASES for one in (left, right))
    one, other = left.topic.participants, right.topic.participants
    shared = not one or not other or bool((one & other) - {PERSON})  # "completion" alone does not say of what
    return edges and shared and is_coming(left) and is_coming(right)


def _things(one: Assertion, lexicon: Lexicon) -> set[str]:
    """Who takes part, and the known things that the clause names; that people take part tells nothing."""
    named = {concept for word in one.topic.words if (concept := lexicon.counted.of(word))}
    return (named | one.topic.participants) - {PERSON}


def looking_ahead(time: TimeMention, published: date | None, *, ahead: bool) -> TimeMention | None:
    """A time as something still to come means it: the next Monday, not the last.

    Args:
        time: A time of something that is expected, or none where it is told as done.
        published: Day of the account.
        ahead: Whether what is dated is still to come.

    Returns:
        The time, a week later where a bare weekday had been read as past; ``None`` where a past day cannot be meant.
    """
    days = time.days
    if not ahead or published is None or days is None or days.end is None or days.end >= published:
        return time
    if time.weekday is None or days.start is None or published - days.end >= WEEK or "last" in time.text.lower():
        return time if time.weekday is not None else None
    return replace(time, days=Days(days.start + WEEK, days.end + WEEK))


def with_borrowed_days(told: Sequence[Assertion], kind: Callable[[Assertion], str]) -> list[Assertion]:
    """Give a bare weekday of an undated account the day that dated accounts name for the same kind of event.

    "On Monday" in an account without a date is the Monday of the others, if they all mean the same one; where they do
    not, the assertion is left out, for it could be laid beside nothing. Where no account has a date it stays as it is.

    Args:
        told: Assertions of any types.
        kind: The kind of event of an assertion.
    """
    known: dict[tuple[str, int], set[Days]] = {}
    for one in told:
        days = one.value.days if isinstance(one.value, Time) else None
        if days is not None and days.is_one_day and days.start is not None:
            known.setdefault((kind(one), days.start.weekday()), set()).add(days)
    found = []
    dated = any(one.published for one in told)
    for one in told:
        if not isinstance(one.value, Time) or one.value.days is not None:
            found.append(one)
            continue
        meant = known.get((kind(one), one.weekday if one.weekday is not None else -1), set())
        if len(meant) == 1:
            (days,) = meant
            found.append(replace(one, value=replace(one.value, days=days), topic=replace(one.topic, days=days)))
        elif not dated and one.value.partly:
            found.append(one)
    return found


def with_source_days(
    told: Sequence[Assertion], sources: Mapping[str, tuple[str, ...]], kind: Callable[[Assertion], str]
) -> list[Assertion]:
    """Give the times of copies the days that their source means.

    "In two days" that was copied a day later still counts from the source's day. So it does in a sentence that several
    accounts print alike: then the first of them has it from nobody else.

    Args:
        told: Assertions of any types.
        sources: For each derived account those that it takes from.
        kind: The kind of event of an assertion.
    """
    meant: dict[tuple[str, str, str], Days] = {}
    for one in sorted(told, key=lambda one: (str(one.published), one.key)):
        if isinstance(one.value, Time) and one.value.days is not None:
            meant.setdefault((one.article, kind(one), one.value.text.lower()), one.value.days)
            meant.setdefault(("", one.text, one.value.text.lower()), one.value.days)
    found = []
    for one in told:
        value = one.value
        if isinstance(value, Time):
            places = [(source, kind(one), value.text.lower()) for source in sources.get(one.article, ())]
            places.append(("", one.text, value.text.lower()))
            days = next((meant[place] for place in places if place in meant), value.days)
            found.append(replace(one, value=replace(value, days=days), topic=replace(one.topic, days=days)))
        else:
            found.append(one)
    return found
