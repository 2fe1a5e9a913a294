"""Origins: the roots that remain when copies are taken back to their sources, and what is open between them.

Accounts that go back to one text are one origin; so are two that go back to a third which nobody has seen. An account
put together from several others in like parts is an origin of its own that is derived: it is no voice of its own.
Between the bounds nothing is guessed: the tie is kept as unclear, and what hangs on it is unknown, never independent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from twosource.model.lineage import Independence, Origin, Version
from twosource.trace.account import Account
from twosource.trace.graph import Graph, joined
from twosource.trace.thresholds import MAIN_PART
from twosource.trace.tie import Tie
from twosource.trace.verdict import Standing


def origins(
    accounts: Sequence[Account], graph: Graph, versions: Sequence[Version], ties: Sequence[Tie]
) -> tuple[Origin, ...]:
    """The origins of these accounts; each account is in exactly one.

    Args:
        accounts: In canonical order.
        graph: Their copies.
        versions: Accounts that are one article at two times.
        ties: All that were judged, for what stays unclear.
    """
    derived = _derived(graph)
    joins = [(link.course.source.id, copy) for copy, link in graph.main.items() if copy not in derived]
    joins += [(one, other) for one, other in graph.joined if one not in derived and other not in derived]
    joins += [(version.earlier, version.later) for version in versions]
    group = _groups([account.id for account in accounts], joins)
    members: dict[str, list[Account]] = {}
    for account in accounts:
        members.setdefault(group[account.id], []).append(account)
    names = {root: _name(inside) for root, inside in members.items()}
    open_ties = _open(graph, ties, group, derived)
    return tuple(
        _origin(
            names[root],
            inside,
            sorted(names[other] for other in open_ties.get(root, ())),
            root in {group[one] for one in derived},
        )
        for root, inside in members.items()
    )


def _derived(graph: Graph) -> frozenset[str]:
    """Accounts put together from several others of which none gives the main part."""
    found = set()
    for link in graph.parts:
        copy = link.course.copy
        main = graph.main[copy.id].tie.covered(copy).sum()
        if main < MAIN_PART * (main + link.tie.covered(copy).sum()):
            found.add(copy.id)
    return frozenset(found)


def _groups(ids: Sequence[str], joins: Sequence[tuple[str, str]]) -> dict[str, str]:
    """For each id the first id, in canonical order, of its group."""
    place = {one: number for number, one in enumerate(ids)}
    roots = joined(len(ids), [(place[one], place[other]) for one, other in joins])
    return {one: ids[root] for one, root in zip(ids, roots, strict=True)}


def _open(graph: Graph, ties: Sequence[Tie], group: dict[str, str], derived: frozenset[str]) -> dict[str, set[str]]:
    """Which groups may go back to one another: unclear ties, and the several sources of what was put together."""
    pairs = [(tie.left.id, tie.right.id) for tie in ties if tie.standing is Standing.UNCLEAR]
    pairs += [(link.course.source.id, link.course.copy.id) for link in graph.parts]
    pairs += [(graph.main[copy].course.source.id, copy) for copy in sorted(derived)]
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        left, right = group[one], group[other]
        if left != right:
            found.setdefault(left, set()).add(right)
            found.setdefault(right, set()).add(left)
    return found


def _name(members: Sequence[Account]) -> str:
    digest = blake2b("\n".join(sorted(one.id for one in members)).encode("utf-8", "surrogatepass"), digest_size=6)
    return f"origin-{digest.hexdigest()}"


def _origin(name: str, members: Sequence[Account], unclear: Sequence[str], derived: bool) -> Origin:
    unread = not any(len(one.words) for one in members)
    standing = Independence.UNKNOWN if unclear or unread else Independence.INDEPENDENT
    return Origin(
        id=name,
        articles=tuple(sorted(one.id for one in members)),
        agency=_agency(members),
        independence=Independence.DERIVED if derived else standing,
        unclear=tuple(unclear),
    )


def _agency(members: Sequence[Account]) -> str | None:
    """The agency that the members credit for their whole text, the most named; the first by name of equals."""
    counts = Counter(credit.name for one in members for credit in one.credits if credit.whole)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
