"""What two accounts come to: the signals that their texts and credits give, and the table that decides by them.

Every signal is a yes or no that :mod:`.evidence` reads off with the bounds of :mod:`.thresholds`. The rules are read
from above: the first whose signals are all there decides. Short texts and shared speeches stay open, and so does what
one newsroom or house tells twice; two accounts that no rule ties are apart.

>>> decide({Signal.RETOLD, Signal.LIKELY}), decide({Signal.RETOLD, Signal.LIKELY, Signal.ELSEWHERE})[0]
((<Standing.UNCLEAR: 'unclear'>, <Why.POSSIBLE: 'possible retelling'>), <Standing.COPY: 'copy'>)
"""

from __future__ import annotations

from collections.abc import Set
from enum import StrEnum, auto


class Standing(StrEnum):
    """How two accounts stand to one another."""

    COPY = "copy"
    UNCLEAR = "unclear"
    APART = "apart"


class Why(StrEnum):
    """What decided how two accounts stand to one another."""

    REUSE = "reuse"
    RETELLING = "retelling"
    CREDITED = "credited retelling"
    OFFICIAL = "one official source"
    SOME_REUSE = "some reuse"
    POSSIBLE = "possible retelling"
    SPEECH = "one speech"
    CREDIT = "credit alone"
    COMPILED = "matter of an account that names a source"
    PUBLISHER = "one publisher"
    STOCK = "one stock of facts"
    LANGUAGE = "another language"
    NOTHING = "nothing"


class Signal(StrEnum):
    """One piece of evidence on two accounts.

    What they share word for word: ``REUSED`` much of the reporters' own text, ``REUSED_SOME`` a part of it, ``SPOKEN``
    a speech or statement, or own words and speech that come to as much. What they retell: ``RETOLD`` in order beyond
    chance, ``LIKELY`` perhaps, ``LONG`` enough to tell, ``MATTER`` anything at all, ``SOME_MATTER`` a tenth,
    ``MUCH_MATTER`` of an account that names a source. Who stands behind them: ``ELSEWHERE`` other outlets, ``SIBLINGS``
    one house, ``CREDITED`` one names the other or both one agency for the whole, or one is an official's own release,
    ``NAMED`` the same, or for a sentence. ``RELEASED`` both may retell one release; ``ONE_STOCK`` they share so many
    figures and names, and so few people are cited by one alone, that both may have all from one source.
    """

    REUSED = auto()
    REUSED_SOME = auto()
    SPOKEN = auto()
    RETOLD = auto()
    LIKELY = auto()
    LONG = auto()
    SAME_SELECTION = auto()
    MATTER = auto()
    SOME_MATTER = auto()
    MUCH_MATTER = auto()
    ELSEWHERE = auto()
    SIBLINGS = auto()
    CREDITED = auto()
    NAMED = auto()
    RELEASED = auto()
    ONE_STOCK = auto()


_RULES: tuple[tuple[frozenset[Signal], Standing, Why], ...] = (
    (frozenset({Signal.RELEASED}), Standing.UNCLEAR, Why.OFFICIAL),
    (frozenset({Signal.REUSED}), Standing.COPY, Why.REUSE),
    (frozenset({Signal.ELSEWHERE, Signal.RETOLD}), Standing.COPY, Why.RETELLING),
    (frozenset({Signal.ELSEWHERE, Signal.LONG, Signal.LIKELY, Signal.CREDITED}), Standing.COPY, Why.CREDITED),
    (
        frozenset({Signal.ELSEWHERE, Signal.LONG, Signal.SAME_SELECTION, Signal.NAMED}),
        Standing.COPY,
        Why.CREDITED,
    ),
    (frozenset({Signal.REUSED_SOME}), Standing.UNCLEAR, Why.SOME_REUSE),
    (frozenset({Signal.LIKELY}), Standing.UNCLEAR, Why.POSSIBLE),
    (frozenset({Signal.SPOKEN}), Standing.UNCLEAR, Why.SPEECH),
    (frozenset({Signal.NAMED, Signal.SOME_MATTER}), Standing.UNCLEAR, Why.CREDIT),
    (frozenset({Signal.SIBLINGS, Signal.MATTER}), Standing.UNCLEAR, Why.PUBLISHER),
    (frozenset({Signal.ONE_STOCK}), Standing.UNCLEAR, Why.STOCK),
    (frozenset({Signal.MUCH_MATTER}), Standing.UNCLEAR, Why.COMPILED),
)


def decide(signals: Set[Signal]) -> tuple[Standing, Why]:
    """How two accounts stand to one another by these signals, and what decided."""
    return next(
        ((standing, why) for needed, standing, why in _RULES if needed <= signals), (Standing.APART, Why.NOTHING)
    )
