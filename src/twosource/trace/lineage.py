"""The stage itself: accounts in, lineage out: copies with their reasons, origins, versions.

The same articles give the same lineage in whatever order they come. Identical texts are judged once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from twosource.model.lineage import Copy, Lineage, Version
from twosource.model.reading import Annotated
from twosource.trace.account import Account, prepare
from twosource.trace.boilerplate import set_aside
from twosource.trace.copies import edge
from twosource.trace.direction import course
from twosource.trace.graph import Graph, build
from twosource.trace.languages import Views, differ, left_open
from twosource.trace.open_ties import open_ties
from twosource.trace.origins import origins
from twosource.trace.pairs import pairs
from twosource.trace.publishers import Publishers
from twosource.trace.tie import Tie, judge
from twosource.trace.versions import version


def trace(accounts: Sequence[Annotated], publishers: Publishers | None = None) -> Lineage:
    """Who took from whom, and the origins that remain.

    Args:
        accounts: Of one story or of many, in any order.
        publishers: Families and agencies; ``None`` for the table that comes with the package.

    Returns:
        The lineage; each account is in exactly one origin.
    """
    table = publishers or Publishers.known()
    known = set_aside(sorted((prepare(account, table) for account in accounts), key=lambda one: one.order))
    ties = _ties(known)
    found = [(tie, version(tie)) for tie in ties]
    versions = [one for _, one in found if one]
    different = [tie for tie, one in found if one is None]
    graph = build(known, different)
    found_origins = origins(known, graph, versions, different)
    return Lineage(
        copies=_copies(known, graph),
        origins=found_origins,
        versions=_chained(known, versions),
        open=open_ties(different, found_origins),
    )


def _ties(accounts: Sequence[Account]) -> list[Tie]:
    """All judged pairs; of identical texts one is judged with the rest, the others only with it."""
    held: Mapping[str, int] = Counter(word for account in accounts for word in account.held)
    classes: dict[bytes, list[Account]] = {}
    for account in accounts:
        text = account.words.codes.tobytes() or account.id.encode("utf-8", "surrogatepass")
        classes.setdefault(text, []).append(account)
    sources = [_source(members, held) for members in classes.values()]
    different = sorted(sources, key=lambda one: one.order)
    views = Views()
    found = []
    for (one, other), shares in pairs(different).items():
        left, right = different[one], different[other]
        weigh = views.judge if differ(left, right) else judge
        found.append(weigh(left, right, held, shares_words=shares))
    found = left_open(found)
    for source, members in zip(sources, classes.values(), strict=True):
        found += [_pair(source, other, held) for other in members if other is not source]
    return found


def _source(members: Sequence[Account], held: Mapping[str, int]) -> Account:
    """Of identical texts, in canonical order, the one that the others come from: the first, unless credits tell."""
    source = members[0]
    for other in members[1:]:
        source = course(_pair(source, other, held)).source
    return source


def _pair(one: Account, other: Account, held: Mapping[str, int]) -> Tie:
    left, right = sorted((one, other), key=lambda account: account.order)
    return judge(left, right, held)


def _copies(accounts: Sequence[Account], graph: Graph) -> tuple[Copy, ...]:
    place = {account.id: number for number, account in enumerate(accounts)}
    edges = [edge(link.tie, link.course) for link in (*graph.main.values(), *graph.parts)]
    return tuple(sorted(edges, key=lambda one: (place[one.copy], place[one.source])))


def _chained(accounts: Sequence[Account], versions: Sequence[Version]) -> tuple[Version, ...]:
    """Each version with the one right before it: ten states of one article are nine changes."""
    place = {account.id: number for number, account in enumerate(accounts)}
    latest: dict[str, Version] = {}
    for one in sorted(versions, key=lambda version: place[version.earlier]):
        latest[one.later] = one
    return tuple(latest[key] for key in sorted(latest, key=place.__getitem__))
