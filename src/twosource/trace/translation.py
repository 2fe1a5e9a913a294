"""Names that two accounts spell differently throughout: the mark of a translation between them, and of its direction.

Reporters of one language spell a foreign name alike; whoever translates from another language carries its spelling over
(Zhorova, Schorowa; Khadrin, Chadrin). Two names in aligned sentences are one name respelled if they agree in their
consonants once the letters for one sound are folded together. A text whose names are spelled by another language's
habits makes sense only as the translation.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from twosource.model.lineage import Direction
from twosource.resources import listed
from twosource.text.sounds import sound
from twosource.text.words import fold
from twosource.trace.clue import Clue
from twosource.trace.thresholds import EXACT_WITH_OTHER_NAMES, TRANSLATED

if TYPE_CHECKING:
    from twosource.trace.account import Account
    from twosource.trace.tie import Tie

LEAST_NAMES = 2
"""Names respelled that make a translation; a single one may be a slip."""
_LEAST_LETTERS, _LEAST_CONSONANTS = 4, 2


def respelled(left: Account, right: Account, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[str, str], ...]:
    """Names of aligned sentences that the two accounts spell differently, each pair once, as they stand.

    Args:
        left, right: The accounts.
        pairs: Aligned sentences, index left and index right.
    """
    ours, theirs = left.held, right.held
    found: dict[tuple[str, str], None] = {}
    for one, other in pairs:
        here = _names(left, one, theirs)
        there = _names(right, other, ours) if here else []
        found |= {(name, second): None for name in here for second in there if _same(fold(name), fold(second))}
    return tuple(found)


def _names(account: Account, sentence: int, elsewhere: frozenset[str]) -> list[str]:
    """Capitalised words of a sentence that are not among the folded words ``elsewhere``."""
    text, words = account.annotated.body.text, account.words
    places = [
        index
        for index in account.sentence_words[sentence]
        if words.folded[index] not in elsewhere and len(words.folded[index]) >= _LEAST_LETTERS
    ]
    raw = [words.span(index, index + 1).of(text) for index in places]
    return [word for word in raw if word[0].isupper()]


def _same(left: str, right: str) -> bool:
    one, other = sound(left), sound(right)
    return one == other and len(one) >= _LEAST_CONSONANTS and abs(len(left) - len(right)) <= 3


def foreign_names(tie: Tie) -> Clue | None:
    """Names that one account spells by the habits of its own language, the other by those of another."""
    if max(tie.exact_share_of(tie.left), tie.exact_share_of(tie.right)) >= EXACT_WITH_OTHER_NAMES:
        return None
    pairs = respelled(tie.left, tie.right, tie.retelling.pairs)
    balance = {pair: _foreign(tie.right, *pair[::-1]) - _foreign(tie.left, *pair) for pair in pairs}
    left, right = sum(value > 0 for value in balance.values()), sum(value < 0 for value in balance.values())
    if max(left, right) < 2 or max(left, right) < 2 * min(left, right) or left == right:
        return None
    shown = next(pair for pair, value in balance.items() if (value > 0) == (left > right) and value)
    ours, theirs = shown if left > right else shown[::-1]
    words = f"the source has the spellings of its own language ({ours}, not {theirs})"
    return Clue(Direction.CONTAINMENT, TRANSLATED if left > right else -TRANSLATED, words)


def _foreign(account: Account, name: str, other: str) -> int:
    """How much more a spelling goes against the habits of the account's language than the other spelling does."""
    table, name, other = listed(account.language, "spelling"), name.casefold(), other.casefold()
    odd = sum((mark in name) - (mark in other) for mark in table.get("foreign", ()))
    own = sum((mark in name) - (mark in other) for mark in table.get("own", ()))
    return odd - own
