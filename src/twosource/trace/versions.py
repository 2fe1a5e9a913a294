"""Versions: one article at two times. Neither a copy nor a second source.

The same place on the web, or the same outlet and most of both texts shared. A follow-up that reuses an article's
background is no version: it has much of its own. But what stands at one place is one article, also where a broadcaster
has replaced most of its text since the morning; then what changed is told by the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from twosource.model.lineage import SharedPassage, Version
from twosource.model.span import Span
from twosource.trace.account import Account, days_between
from twosource.trace.addresses import days_apart
from twosource.trace.sequence import gains, monotone
from twosource.trace.thresholds import VERSION_DAYS, VERSION_SHARE
from twosource.trace.tie import Tie

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST = 300
"""Sentences of a text that are compared: cost grows with the product of both lengths, and no report is longer."""


def version(tie: Tie) -> Version | None:
    """The two accounts as versions of one article, if they are."""
    share = min(_part(tie.reuse.left_covered), _part(tie.reuse.right_covered))
    where = _where(tie, edited=share >= VERSION_SHARE)
    if where is None:
        return None
    earlier, later = _in_time(tie)
    changes = _changes(tie) if share >= VERSION_SHARE else _told_anew(tie.left, tie.right)
    if earlier is tie.right:
        changes = [(other, one) for one, other in changes]
    what = f"{len(changes)} passages differ" if len(changes) != 1 else "one passage differs"
    kept = f"{share:.0%} or more of both texts agree" if share >= VERSION_SHARE else "most of the text is replaced"
    reason = f"{where}, and {kept}; {what if changes else 'nothing differs'}"
    return Version(earlier.id, later.id, tuple(SharedPassage(*pair) for pair in changes), reason)


def _part(covered: NDArray[np.bool_]) -> float:
    return float(covered.mean()) if covered.size else 0.0


def _where(tie: Tie, *, edited: bool) -> str | None:
    """What makes one article of two accounts, in words; ``None`` where nothing does.

    Args:
        tie: Two accounts.
        edited: Whether most of both texts agrees; if not, they must tell of one event at one place.
    """
    one, other = tie.left, tie.right
    told = edited or tie.of_one_event
    if told and one.place is not None and one.place == other.place:
        return f"the same address ({one.place})"
    if told and (days := days_apart(one.article.url, other.article.url)):
        return f"one running report (its addresses differ in “{'”, “'.join(days)}” alone)"
    if edited and one.outlet is not None and one.outlet == other.outlet and _close(tie):
        return f"the same outlet ({one.article.outlet or one.outlet})"
    return None


def _close(tie: Tie) -> bool:
    """Whether the dates, where known, lie as near as those of an article and its update."""
    one, other = tie.left.article.published, tie.right.article.published
    return one is None or other is None or abs(days_between(one, other)) <= VERSION_DAYS


def _in_time(tie: Tie) -> tuple[Account, Account]:
    """By the time of change where both have one, else by publication, else in canonical order."""
    ones = [account.article.modified or account.article.published for account in (tie.left, tie.right)]
    if ones[0] is not None and ones[1] is not None and days_between(ones[0], ones[1]) < 0:
        return tie.right, tie.left
    return tie.left, tie.right


def _changes(tie: Tie) -> list[tuple[Span, Span]]:
    """What stands between the shared stretches, in both texts."""
    left_at = right_at = 0
    found = []
    left_end, right_end = len(tie.left.words), len(tie.right.words)
    stretches = [(run.left, run.right, run.words) for passage in tie.reuse.passages for run in passage.runs]
    for left, right, words in [*stretches, (left_end, right_end, 0)]:
        if right < right_at:
            continue
        if left > left_at or right > right_at:
            found.append((_between(tie.left, left_at, left), _between(tie.right, right_at, right)))
        left_at, right_at = left + words, right + words
    return found


def _told_anew(left: Account, right: Account) -> list[tuple[Span, Span]]:
    """Sentences that were changed, and between them the stretches that were left out or added."""
    ones, others = range(len(left.sentences))[:LONGEST], range(len(right.sentences))[:LONGEST]
    left_at = right_at = 0
    found = []
    for one, other in [*monotone(gains(left, right, ones, others)), (len(ones), len(others))]:
        gone, new = range(left_at, one), range(right_at, other)
        found += [(_stretch(left, gone), _stretch(right, range(right_at, right_at)))] if gone else []
        found += [(_stretch(left, range(one, one)), _stretch(right, new))] if new else []
        left_at, right_at = one + 1, other + 1
        if one < len(ones) and _folded(left, one) != _folded(right, other):
            found.append((left.sentences[one], right.sentences[other]))
    return found


def _folded(account: Account, sentence: int) -> Sequence[str]:
    inside = account.sentence_words[sentence]
    return account.words.folded[inside.start : inside.stop]


def _stretch(account: Account, sentences: range) -> Span:
    """From the first of these sentences to the last; where there are none, the empty place before the next one."""
    if sentences:
        return Span(account.sentences[sentences[0]].start, account.sentences[sentences[-1]].end)
    end = account.sentences[sentences.start - 1].end if sentences.start else 0
    return Span(end, end)


def _between(account: Account, first: int, after: int) -> Span:
    """The stretch of these words; where there are none, the empty place at which they would stand."""
    if first < after:
        return account.words.span(first, after)
    place = int(account.words.ends[first - 1]) if first else 0
    return Span(place, place)
