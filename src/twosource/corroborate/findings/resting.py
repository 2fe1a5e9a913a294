"""What a claim rests on: which of its statements count, on how many words in the end, and on whose.

Of several sides one counts, and what was altered in copying never does; two outlets that both cite the police have it
on one word. The invariant: some statement counts, unless all were altered.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import combinations

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.findings.gainsaid import is_denied
from twosource.corroborate.findings.sides import fit_values
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType, Conflict, ConflictKind, Resolution, Speaker
from twosource.model.lineage import Lineage
from twosource.model.value import Quantity, Value
from twosource.text.bodies import Speakers

VAGUE = 2.0
"""How many times its lower end a figure's upper end may be before it is too vague to confirm another."""


def statements_that_count(
    group: Sequence[Assertion],
    distorted: Container[int],
    found: Iterable[Conflict],
    lineage: Lineage,
    lexicon: Lexicon,
) -> list[int]:
    """Indexes of the statements that a claim rests on: of several sides one, for who tells another value tells no such
    claim, nor does who may mean either ("at least one" of one and three).

    Args:
        group: The claim's statements.
        distorted: Indexes of those that were altered in copying.
        found: The claim's conflicts.
        lineage: Who copied whom.
        lexicon: The language's concepts.
    """
    sided = [one for one in found if one.resolution is not Resolution.PRECISION]
    left_out = {n for one in sided for n in _left_out(group, one, lineage)}
    left_out |= {n for one in sided for n in _undecided(group, one, lexicon)}
    denied = {n for n, one in enumerate(group) if is_denied(one)}
    other = denied if 2 * len(denied) <= len(group) else set(range(len(group))) - denied
    vague = {n for n, one in enumerate(group) if is_vague(one.value)}
    out = left_out | other | (vague if len(vague) < len(group) else set())
    sound = [n for n in range(len(group)) if n not in distorted]
    return [n for n in sound if n not in out] or sound


def is_vague(value: Value | None) -> bool:
    """Whether a figure is no more than "dozens" or "hundreds": it fits an exact one, and confirms none."""
    if not isinstance(value, Quantity) or value.minimum is None or value.maximum is None:
        return False
    return value.minimum > 0 and value.maximum >= VAGUE * value.minimum


def _left_out(group: Sequence[Assertion], conflict: Conflict, lineage: Lineage) -> set[int]:
    """The sides that a claim does not rest on: all but what most origins tell, the latest of equals; the sides of an
    update stand in their order.
    """
    update = conflict.resolution is Resolution.UPDATE

    def support(side: tuple[int, ...]) -> tuple[int, int, str]:
        origins = {lineage.origin_of(group[n].article).id for n in side}
        days = [str(published.end) for n in side if (published := group[n].published)]
        return len(origins), conflict.sides.index(side) if update else 0, max(days, default="")

    best = max(conflict.sides, key=support)
    return {n for side in conflict.sides if side != best for n in side}


def _undecided(group: Sequence[Assertion], conflict: Conflict, lexicon: Lexicon) -> set[int]:
    """The statements whose value fits several sides of a conflict in figures or days that exclude each other; that
    eleven are "at least seven", too, leaves nobody undecided.
    """
    if conflict.kind not in (ConflictKind.NUMBER, ConflictKind.DATE):
        return set()
    values = [[value for n in side if (value := group[n].value) is not None] for side in conflict.sides]
    return {n for n, one in enumerate(group) if one.value is not None and _fits_two(one.value, values, lexicon)}


def _fits_two(value: Value, sides: Sequence[Sequence[Value]], lexicon: Lexicon) -> bool:
    fitting = [side for side in sides if _fits(value, side, lexicon)]
    return any(not _fits(each, other, lexicon) for side, other in combinations(fitting, 2) for each in side)


def _fits(value: Value, side: Sequence[Value], lexicon: Lexicon) -> bool:
    return all(fit_values(value, other, lexicon).agrees for other in side)


def primary_sources(counting: Iterable[Assertion], speakers: Speakers) -> tuple[str, ...]:
    """On whose word the statements rest in the end: the speaker nearest to the content, the most frequent first; a body
    under several names, and who speaks for it, is one.
    """
    cited = [one.attribution[0] for one in counting if one.attribution]
    found = sorted((-len(group), speakers.named(group)) for group in speakers.together(cited))
    return tuple(name for _, name in found)


def words_behind(group: Sequence[Assertion], counting: Iterable[int], lineage: Lineage, speakers: Speakers) -> int:
    """On how many words a claim rests in the end: two outlets that both cite the police have it on one.

    An origin that names a source anywhere has it from that source, and rests on its own word only if it names none.
    That somebody said so is heard by each for itself.

    Args:
        group: The claim's statements.
        counting: Indexes of those that count.
        lineage: Knows their origins.
        speakers: Knows which names are one source.
    """
    named: dict[str, list[Speaker]] = {}
    for n in counting:
        cites = group[n].attribution and group[n].type is not ClaimType.QUOTE
        beside = named.setdefault(lineage.origin_of(group[n].article).id, [])
        beside += group[n].attribution[:1] if cites else ()
    silent = sum(not cited for cited in named.values())
    return silent + len(speakers.together(one for cited in named.values() for one in cited))
