"""The notes of conflicts: one sentence that says what stands against what, on whose word and in which accounts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.findings.newer import told
from twosource.corroborate.findings.sides import Sides
from twosource.text.bodies import Speakers
from twosource.text.quotes import unmarked

_BY_NAME = Speakers({})

Label = Callable[[Assertion], str]
"""Names the account of an assertion."""


def voices(group: Sequence[Assertion], side: tuple[int, ...], label: Label) -> str:
    """Who stands behind a side: the speakers where there are some, and the accounts."""
    speakers = _speakers(group, side)
    return f"{' and '.join(speakers[:2])} ({who(group, side, label)})" if speakers else who(group, side, label)


def _speakers(group: Sequence[Assertion], side: tuple[int, ...]) -> list[str]:
    """The names of those on whose word a side is, each source once."""
    cited = [group[n].attribution[0] for n in side if group[n].attribution]
    names = {one.entity: one.name for one in cited if one.entity}
    found = (_BY_NAME.named(together) for together in _BY_NAME.together(cited))
    return [names.get(one, one) for one in found]


def text_of(assertion: Assertion) -> str:
    """The words of a value, or of the whole statement, without marks of quotation, for a note sets its own."""
    value = assertion.value
    return unmarked(value.text if value is not None else assertion.text)


def who(group: Sequence[Assertion], side: tuple[int, ...], label: Label) -> str:
    """The accounts of a side: two by their names, of more the first and how many others."""
    names = list(dict.fromkeys(label(group[n]) for n in side))
    return " and ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} others"


def against(group: Sequence[Assertion], sides: Sides, label: Label) -> str:
    """All sides, each with what it says."""
    return " against ".join(side_note(group, side, label) for side in sides)


def side_note(group: Sequence[Assertion], side: tuple[int, ...], label: Label) -> str:
    """What a side says, on whose word and where."""
    return f"“{text_of(group[side[0]])}” ({_said_by(group, side)}{who(group, side, label)})"


def _said_by(group: Sequence[Assertion], side: tuple[int, ...]) -> str:
    """The speakers whom a side names, before the accounts that have it from them."""
    speakers = _speakers(group, side)
    return " and ".join(speakers[:2]) + ", in " if speakers else ""


def worded(group: Sequence[Assertion], sides: Sides, label: Label) -> str:
    """The words of each side for one thing."""
    wordings = [
        f"“{group[side[0]].topic.wording or text_of(group[side[0]])}” ({who(group, side, label)})" for side in sides
    ]
    return "worded as " + " and as ".join(wordings)


def series(group: Sequence[Assertion], sides: Sides) -> str:
    """The sides of an update in the order of their accounts: "first “9”, then “12”".

    Args:
        group: The assertions of one claim.
        sides: Those of an update.
    """
    return "first " + ", then ".join(f"“{text_of(group[side[0]])}”" for side in in_turn(group, sides))


def course(group: Sequence[Assertion], sides: Sides, label: Label) -> str:
    """The steps of a course of states, with who tells them and on which day: "“at large” (Echo, 3 May), then …".

    Args:
        group: The assertions of one claim.
        sides: The steps, the lowest first.
        label: Names the account of an assertion.
    """
    steps = (f"“{text_of(group[side[0]])}” ({who(group, side, label)}{_day_of(group, side)})" for side in sides)
    described = group[sides[-1][0]].topic.wording
    return (f"{described}: " if described and not group[0].topic.people else "") + ", then ".join(steps)


def _day_of(group: Sequence[Assertion], side: tuple[int, ...]) -> str:
    """The day on which a side was first told, where its accounts tell."""
    span = told(group, side)
    return f", {span[0]:%A} {span[0].day} {span[0]:%B}" if span else ""


def in_turn(group: Sequence[Assertion], sides: Sides) -> Sides:
    """The sides of an update, the oldest first.

    Args:
        group: The assertions of one claim.
        sides: Those of an update.
    """
    unknown = (datetime.min.replace(tzinfo=UTC),) * 2
    return tuple(sorted(sides, key=lambda side: (told(group, side) or unknown, side)))


def rounder(group: Sequence[Assertion], sides: Sides) -> str:
    """The forms of one value."""
    return "the same, more or less exactly: " + ", ".join(f"“{text_of(group[side[0]])}”" for side in sides)
