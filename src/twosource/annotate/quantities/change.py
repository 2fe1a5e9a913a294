"""Whether a figure is the size of a change: "rose by 12", "up 3%", "a 5 percent increase", "12 more".

"Rose by 12 to 176" holds two figures: the 12 is a change, the 176 is a level. The invariant: a figure behind a word of
level ("to", "at") is never a change.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource import resources
from twosource.annotate.lists import filled
from twosource.annotate.quantities.expressions import MONEY, Expression
from twosource.annotate.quantities.words import Numbering
from twosource.model.value import Change

_REACH = 6
_CLAUSE = 10
"""Words back within which a verb of change may stand, with its object behind it."""


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """A language's words of change; see ``resources/<language>/changes.toml``."""

    before: dict[str, Change]
    behind: dict[str, Change]
    links: frozenset[str]
    by: frozenset[str]
    alias: frozenset[str]
    levels: frozenset[str]
    measured_only: frozenset[str]
    collected: frozenset[str]
    particle_of: frozenset[str]


@cache
def change_words(language: str) -> ChangeWords:
    """The words of a language."""
    table = resources.load(language, "changes")
    before, behind = _directions(table["up"], table["down"]), _directions(table["behind_up"], table["behind_down"])
    return filled(ChangeWords, table, before=before, behind=behind)


def _directions(up: list[str], down: list[str]) -> dict[str, Change]:
    return dict.fromkeys(up, Change.UP) | dict.fromkeys(down, Change.DOWN)


def change_of(text: Numbering, words: ChangeWords, figure: Expression) -> Change | None:
    """The direction of the change that a figure measures, or ``None``."""
    measured = figure.unit is not None and figure.unit not in {"ordinal", "person"}
    behind = text.lower(text.past_hyphen(figure.end))
    if behind in words.behind and (measured or behind not in words.measured_only):
        return words.behind[behind]
    if text.lower(figure.start - 1) in words.levels:
        return None
    explicit, money = False, figure.unit is not None and MONEY.match(figure.unit) is not None
    for at in range(figure.start - 1, max(-1, figure.start - 1 - _REACH), -1):
        word = text.lower(at)
        explicit = explicit or word in words.by
        if word in words.levels and at < figure.start - 1:
            return None
        if word in words.before and (measured or explicit or word not in words.measured_only):
            held = text.lower(at - 1) in words.particle_of or (word in words.collected and not explicit and money)
            return None if held else words.before[word]
        if word not in words.links or text.at(at).breaks:
            return None
    return None


def changes_before(text: Numbering, words: ChangeWords, index: int) -> bool:
    """Whether a word of change stands before ``index`` in its clause: "raised its offer for the mill from 5 to 7" gives
    two levels and no range.
    """
    for at in range(index - 1, max(-1, index - 1 - _CLAUSE), -1):
        if text.lower(at) in words.before:
            return True
        if not text.lower(at)[:1].isalnum() or text.at(at).breaks:
            return False
    return False
