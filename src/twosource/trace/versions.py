"""Versions: one article at two times. Neither a copy nor a second source.

The same address, or the same outlet, and most of both texts shared. A follow-up that reuses an article's background is
no version: it has much of its own.
"""

from __future__ import annotations

from twosource.model.lineage import SharedPassage, Version
from twosource.model.span import Span
from twosource.trace.account import Account, days_between
from twosource.trace.thresholds import VERSION_DAYS, VERSION_SHARE
from twosource.trace.tie import Tie


def version(tie: Tie) -> Version | None:
    """The two accounts as versions of one article, if they are."""
    same_address = tie.left.address is not None and tie.left.address == tie.right.address
    same_outlet = tie.left.outlet is not None and tie.left.outlet == tie.right.outlet
    if not (same_address or (same_outlet and _close(tie))):
        return None
    left, right = tie.reuse.left_covered.mean(), tie.reuse.right_covered.mean()
    if min(left, right) < VERSION_SHARE:
        return None
    earlier, later = _in_time(tie)
    changes = _changes(tie, earlier)
    where = (
        f"the same address ({tie.left.address})"
        if same_address
        else f"the same outlet ({tie.left.article.outlet or tie.left.outlet})"
    )
    what = f"{len(changes)} passages differ" if len(changes) != 1 else "one passage differs"
    reason = (
        f"{where}, and {min(left, right):.0%} or more of both texts agree; {what if changes else 'nothing differs'}"
    )
    return Version(earlier.id, later.id, changes, reason)


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


def _changes(tie: Tie, earlier: Account) -> tuple[SharedPassage, ...]:
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
    if earlier is tie.right:
        found = [(other, one) for one, other in found]
    return tuple(SharedPassage(*pair) for pair in found)


def _between(account: Account, first: int, after: int) -> Span:
    """The stretch of these words; where there are none, the empty place at which they would stand."""
    if first < after:
        return account.words.span(first, after)
    place = int(account.words.ends[first - 1]) if first else 0
    return Span(place, place)
