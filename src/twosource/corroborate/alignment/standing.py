"""How an assertion stands in its own account: of the story's event or of one beside it, a whole or a part.

Accounts tell a toll and then its parts ("six wounded", "one victim was shot in the leg"), and other tolls beside it
("in a separate shooting", "praying that nobody died"). Only whole figures of one event can contradict each other across
accounts, so each assertion is marked once all of its account is read. Nothing is dropped.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.corroborate.alignment.apart import HAPPENING
from twosource.corroborate.alignment.wholes import are_rivals
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.context import Context
from twosource.corroborate.figures.measures import with_rivals
from twosource.corroborate.figures.parties import of_two_parties, with_parties
from twosource.corroborate.figures.quoted import with_former_prices
from twosource.corroborate.figures.tolls import with_tolls
from twosource.corroborate.interval import fit_quantities
from twosource.model.claim import ClaimType
from twosource.model.value import Quantity

PERSON = "person"
DEATH = "death"
SUICIDE, INCLUDING, DOER = "suicide", "including", "suspect"
SELVES = frozenset({"himself", "herself", "themselves"})
HURT = frozenset({"injury", "hospital"})
"""Outcomes of which sentences tell the parts, by how badly they are hurt or where they were taken."""
DIVIDED = re.compile(r"\b(?:of|among) (?:all )?(?:the |those )?$", re.I)
FAR_ABOVE = 6
"""Steps up the tree within which a verb bears on what it governs."""


def with_standing(told: Iterable[Assertion], context: Context) -> list[Assertion]:
    """Mark the assertions of one account that are of another event, and the figures that are parts.

    Args:
        told: All that the account asserts.
        context: The account.
    """
    placed = _as_summands([_placed(one, context) for one in told], context)
    placed = with_parties(with_rivals(with_former_prices(_in_one_breath(placed)), context.lexicon))
    wholes, doer_dead = _wholes(placed), _tells_of_dead_doer(context)
    toll = count_of(wholes[DEATH]) if DEATH in wholes else None
    dead = _least(toll) if toll is not None else 0.0
    found = (_as_part(one, wholes) for one in placed)
    marked = (replace(one, topic=replace(one.topic, doer_dead=doer_dead, dead=dead)) for one in found)
    return with_tolls(list(marked), context)


def _tells_of_dead_doer(context: Context) -> bool:
    """Whether the account tells of a doer who killed himself: "killed two people and then himself", "a suicide"."""
    tokens = context.tree.tokens
    return bool(context.sentences_with.get(SUICIDE)) or any(
        (token.text.lower() in SELVES and _is_killed(context, index))
        or (token.text.lower() == INCLUDING and _is_doer(context, token.head))
        for index, token in enumerate(tokens)
    )


def _is_doer(context: Context, index: int) -> bool:
    return context.lexicon.sorts_of(*context.forms(index)).get("part") == DOER


def _is_killed(context: Context, index: int) -> bool:
    """Whether a word is what is killed or shot: "shot himself", "killed two and himself"."""
    above = context.tree.path_up(index)[1:3]
    return any(context.lexicon.event.of(*context.forms(at)) in ("kill", "shoot", "die") for at in above)


def _placed(one: Assertion, context: Context) -> Assertion:
    if one.type not in HAPPENING or not (context.sets_aside[one.sentence] or _is_wished(one, context)):
        return one
    return replace(one, topic=replace(one.topic, aside=True))


def _is_wished(one: Assertion, context: Context) -> bool:
    """Whether a verb above says that it is only hoped for or feared."""
    tokens, index = context.tree.tokens, context.head_of(one.focus)
    for _ in range(FAR_ABOVE if index is not None else 0):
        index = tokens[index].head  # type: ignore[index]
        if not context.lexicon.wished.isdisjoint(context.forms(index)):
            return True
    return False


def _as_summands(told: Sequence[Assertion], context: Context) -> list[Assertion]:
    """Mark counts that add up: "two men and two women were wounded" are parts of four."""
    heads = {head: number for number, one in enumerate(told) if (head := _counted_head(one, context)) is not None}
    found = list(told)
    for head, number in heads.items():
        token = context.tree.tokens[head]
        before = heads.get(token.head) if token.deprel == "conj" else None
        if before is None or not _add_up(told[before], told[number]):
            continue
        counts = [count_of(told[each]) for each in (before, number)]
        total = sum(_least(count) for count in counts if count is not None)
        for each in (before, number):
            found[each] = replace(found[each], topic=replace(found[each].topic, part_of=total))
    return found


def _in_one_breath(told: Sequence[Assertion]) -> list[Assertion]:
    """Mark counts of people whom one sentence tells the same of on one word: "one is in a critical and three are in a
    serious condition" are parts of four, each.
    """
    together: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        count, outcome = count_of(one), one.topic.predicate
        whole = not (one.topic.partial or one.topic.earlier or one.topic.part_of or _is_divided(one))
        if count is not None and whole and outcome in HURT and _counts_people(one, count):
            together[one.sentence, outcome].append(number)
    found = list(told)
    for numbers in together.values():
        counts = [count for number in numbers if (count := count_of(told[number])) is not None]
        if len(numbers) > 1 and len({told[number].attribution for number in numbers}) == 1:
            total = sum(map(_least, counts))
            for number in numbers:
                found[number] = replace(told[number], topic=replace(told[number].topic, part_of=total))
    return found


def _counts_people(one: Assertion, count: Quantity) -> bool:
    """Whether people are counted, or what is not said: of 31 "in three hospitals" three are none."""
    return count.unit == PERSON or (count.unit is None and one.topic.subject is None)


def _is_divided(one: Assertion) -> bool:
    """Whether it is the whole of which parts are told: "of the 31 injured, four are in a critical condition"."""
    return bool(DIVIDED.search(one.text[: max(0, one.focus.start - one.passage.span.start)]))


def _add_up(one: Assertion, other: Assertion) -> bool:
    """Whether the same happened to people of both counts; soldiers and vehicles do not add up."""
    units = [each.value.unit for each in (one, other) if isinstance(each.value, Quantity)]
    return units == [PERSON, PERSON] and one.topic.predicate == other.topic.predicate


def _counted_head(one: Assertion, context: Context) -> int | None:
    """The noun that a count of what happened to people hangs on."""
    return context.head_of(one.focus) if one.topic.predicate and count_of(one) is not None else None


def _wholes(told: Sequence[Assertion]) -> dict[str, Assertion]:
    """The largest present figure that an account gives for each outcome of the story's event."""
    largest: dict[str, Assertion] = {}
    for one in told:
        count, outcome = count_of(one), one.topic.predicate
        if count is None or outcome is None or one.topic.part_of or one.topic.aside or one.topic.elsewhen:
            continue
        if one.topic.earlier or one.topic.partial or one.topic.answers or one.topic.peak:
            continue
        most = count_of(largest[outcome]) if outcome in largest else None
        if most is None or _least(count) > _least(most):
            largest[outcome] = one
    return largest


def _as_part(one: Assertion, wholes: dict[str, Assertion]) -> Assertion:
    largest = wholes.get(one.topic.predicate or "")
    count, whole = count_of(one), count_of(largest) if largest is not None else None
    if largest is None or count is None or whole is None or one.topic.part_of or one.topic.earlier:
        return one
    if one.topic.elsewhen or _least(count) >= _least(whole) or are_rivals(one, largest) or of_two_parties(one, largest):
        return one
    if fit_quantities(count, whole).agrees:
        return one  # "around 9,900" beside "10,000" is the same, less rounded
    return replace(one, topic=replace(one.topic, part_of=_least(whole)))


def count_of(one: Assertion) -> Quantity | None:
    """The count that an assertion affirms, if it affirms one."""
    if one.type is not ClaimType.FIGURE or one.topic.dimension != "count" or one.negated:
        return None
    return one.value if isinstance(one.value, Quantity) and one.value.minimum is not None else None


def _least(count: Quantity) -> float:
    return count.minimum or 0.0
