"""The graph of copies: for each account its best source, and the further ones that it was put together from.

A thousand copies of one text are a thousand edges, not half a million: each copy points to the source that covers most
of it, the earliest of equals. An account that joins parts of several others points to each of them. Following main
sources upward never runs in a circle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twosource.model.lineage import Direction
from twosource.trace.account import Account
from twosource.trace.clue import Setting
from twosource.trace.direction import Course, course
from twosource.trace.thresholds import PART_SHARE
from twosource.trace.tie import Tie
from twosource.trace.verdict import Standing


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A tie with its direction."""

    tie: Tie
    course: Course


@dataclass(slots=True)
class Graph:
    """Edges and what they join.

    Attributes:
        main: For each copy (id) the link to its best source.
        parts: Links to the further sources of accounts that were put together.
        joined: Pairs of ids that go back to one text without an edge between them.
    """

    main: dict[str, Link] = field(default_factory=dict)
    parts: list[Link] = field(default_factory=list)
    joined: list[tuple[str, str]] = field(default_factory=list)


def build(accounts: Sequence[Account], ties: Sequence[Tie]) -> Graph:
    """The graph of the copies among these ties.

    Args:
        accounts: In canonical order.
        ties: All that were judged.
    """
    copies = [tie for tie in ties if tie.standing is Standing.COPY]
    fellows = _beside([tie for tie in ties if tie.of_one_event])
    setting = Setting(_composites(accounts, copies), _beside(copies), fellows)
    links = [Link(tie, course(tie, setting)) for tie in copies]
    rank = {account.id: place for place, account in enumerate(accounts)}
    sources: dict[str, list[Link]] = {}
    for link in links:
        sources.setdefault(link.course.copy.id, []).append(link)
    graph = Graph()
    for account in accounts:
        options = sorted(sources.get(account.id, ()), key=lambda one: _preference(one, rank))
        _choose(graph, account, options)
    return graph


def joined(total: int, joins: Iterable[tuple[int, int]]) -> list[int]:
    """For each index the lowest one that these pairs join it to.

    >>> joined(5, [(1, 3), (3, 4)])
    [0, 1, 2, 1, 1]
    """
    root = list(range(total))

    def lowest(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for one, other in sorted(joins):
        low, high = sorted((lowest(one), lowest(other)))
        root[high] = low
    return [lowest(at) for at in range(total)]


def _beside(ties: Sequence[Tie]) -> dict[str, list[Account]]:
    """For each id the accounts that these ties put it beside, at most :data:`BESIDE`."""
    found: dict[str, list[Account]] = {}
    for tie in ties:
        for one, other in ((tie.left, tie.right), (tie.right, tie.left)):
            beside = found.setdefault(one.id, [])
            if len(beside) < BESIDE:
                beside.append(other)
    return found


def _preference(link: Link, rank: dict[str, int]) -> tuple[int, bool, int, int]:
    """The greatest share first, in steps of a twentieth, then a source that is known to be one, the one nearest in its
    words, and the earliest.
    """
    copy = link.course.copy
    alike = sum(passage.words for passage in link.tie.reuse.passages) / max(1, len(copy.words))
    unknown = link.course.direction is Direction.UNKNOWN
    return -round(20 * link.tie.share_of(copy)), unknown, -round(20 * alike), rank[link.course.source.id]


def _choose(graph: Graph, account: Account, options: list[Link]) -> None:
    for link in options:
        if account.id not in graph.main and not _above(graph, link.course.source.id, account.id):
            graph.main[account.id] = link
        elif account.id in graph.main and _is_part(link, graph.main[account.id], account):
            graph.parts.append(link)
        else:
            graph.joined.append((link.course.source.id, account.id))


def _above(graph: Graph, start: str, sought: str) -> bool:
    """Whether following main sources upward from ``start`` leads to ``sought``."""
    at: str | None = start
    while at is not None and at != sought:
        at = graph.main[at].course.source.id if at in graph.main else None
    return at == sought


def _is_part(link: Link, main: Link, account: Account) -> bool:
    """Whether a source covers a part of the account that its main source leaves free."""
    covered, taken = link.tie.covered(account), main.tie.covered(account)
    return bool(
        (covered & ~taken).sum() >= PART_SHARE * max(1, len(covered)) and (covered & taken).sum() <= 0.5 * covered.sum()
    )


def _composites(accounts: Sequence[Account], ties: Sequence[Tie]) -> frozenset[str]:
    """Accounts that hold much of two others which share nothing with one another."""
    partners: dict[str, list[Tie]] = {}
    tied: set[tuple[str, str]] = set()
    for tie in ties:
        partners.setdefault(tie.left.id, []).append(tie)
        partners.setdefault(tie.right.id, []).append(tie)
        tied.update(((tie.left.id, tie.right.id), (tie.right.id, tie.left.id)))
    return frozenset(
        account.id
        for account in accounts
        if len(partners.get(account.id, ())) >= 2 and _joins(account, partners[account.id], tied)
    )


BESIDE = 24
"""Accounts beside one that can bear witness: of a thousand copies these tell enough."""
LOOKED_AT = 12
"""Partners of one account that are tried in pairs: the ones that cover most of it."""


def _joins(account: Account, ties: Sequence[Tie], tied: set[tuple[str, str]]) -> bool:
    ranked = sorted(ties, key=lambda tie: (-tie.share_of(account), tie.left.id, tie.right.id))[:LOOKED_AT]
    held = [tie for tie in ranked if tie.share_of(_other(tie, account)) >= 0.3]
    for place, second in enumerate(held):
        for first in held[:place]:
            if (_other(first, account).id, _other(second, account).id) in tied:
                continue
            one, other = first.covered(account), second.covered(account)
            if (one & other).sum() <= 0.2 * min(one.sum(), other.sum()):
                return True
    return False


def _other(tie: Tie, account: Account) -> Account:
    return tie.right if account is tie.left else tie.left
