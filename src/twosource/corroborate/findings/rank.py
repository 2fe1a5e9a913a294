"""What matters to an editor: conflicts in central figures first, then what many accounts tell; and which wording is
clearest.

The weights are a table, read from the top; they order a brief and decide nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.dating import TAKING_UP
from twosource.corroborate.findings.gainsaid import are_two_voices
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType, Conflict, Resolution
from twosource.model.lineage import Lineage
from twosource.model.reading import Modality
from twosource.model.value import Quantity, Time
from twosource.text.printed import is_printed

TYPE_WEIGHT: Mapping[ClaimType, float] = {
    ClaimType.FIGURE: 2.0,
    ClaimType.DATE: 1.6,
    ClaimType.EVENT: 1.2,
    ClaimType.ROLE: 0.8,
    ClaimType.QUOTE: 0.9,
    ClaimType.ATTRIBUTE: 0.5,
}
OUTCOME_WEIGHT: Mapping[str, float] = {
    "death": 2.0,
    "injury": 1.2,
    "missing": 1.2,
    "arrest": 1.2,
    "casualty": 1.2,
    "displacement": 1.0,
    "deployment": 1.0,
    "abduction": 1.2,
    "outage": 1.0,
    "stranded": 1.0,
    "shot": 1.0,
    "infection": 1.0,
    "cost": 0.6,
}
"""What happened to people comes before what was measured."""
RESOLUTION_WEIGHT: Mapping[Resolution, float] = {
    Resolution.STANDS: 2.5,
    Resolution.UPDATE: 1.5,
    Resolution.PRECISION: 0.0,
}
ORIGINS_WEIGHT = 4.0
SPREAD_COUNTS: Mapping[ClaimType, float] = {
    ClaimType.FIGURE: 1.0,
    ClaimType.DATE: 1.0,
    ClaimType.EVENT: 0.9,
    ClaimType.QUOTE: 0.7,
    ClaimType.ROLE: 0.3,
    ClaimType.ATTRIBUTE: 0.2,
}
"""How much it counts that many origins tell it: all of them call the president the president."""
ASIDE = 0.4
"""What a figure of one account keeps of its weight if nothing happened to what it counts, or if it counts a part: "four
questions", "nine of its members" come after the toll.
"""
AGREED: Mapping[ClaimType, float] = {ClaimType.ROLE: 0.25, ClaimType.ATTRIBUTE: 0.6}
"""What a role or an age keeps of its weight if no account disputes it: that the president is the president is no
news."""
PAST = 0.5
"""What a day keeps of its weight if it lies well before all accounts: news is first what happened last."""
RECENT = timedelta(days=7)
DISPUTED_TITLE = 0.6
"""What a role keeps if accounts differ in it: "acting" or "interim" comes after how many died."""
UNKNOWN_KIND = 0.6
"""What an event keeps of its weight if it is of no known kind: who "entered" and "walked" comes after who was shot."""
SMALL = 12
"""Below it a count to which nothing happened ("several friends", "two cars") is beside the point, whoever tells it."""
PROMINENCE_WEIGHT = 1.5
HEADLINE_WEIGHT = 3.0
"""A headline says what its newsroom holds for the event: another shooting that all accounts tell comes after it."""
NO_HEADLINES: Mapping[str, float] = {}
LEAD_WEIGHT = 1.5
LEAD = 1000
"""Characters over which the weight of an account's beginning fades: news tells first what matters most."""
LOOKING_BACK = TAKING_UP | {"he", "she", "they"}
"""First words of a sentence that the one before explains: "It happened shortly before midnight"."""
LONG_SENTENCE = 240
"""Characters beyond which a sentence is no clear wording of a claim."""
OPENING = 400
"""Characters of an account whose sentences stand by themselves: "the second site", "so far" come further on."""
HEADLINED = 100
"""Characters that a sentence may be longer that says what headlines do: it tells of the event, not of who heard it."""
OPENS = 60
"""Characters that a sentence of the opening may be longer than one further on."""


@dataclass(frozen=True, slots=True)
class Setting:
    """By what a story's claims are weighed.

    Attributes:
        prominence: Share of the story's accounts that name an entity.
        lineage: The story's origins: what forty reprints tell weighs no more than what one account tells.
        lexicon: Knows the kinds of events.
        headlined: Share of the headlines that have a word.
    """

    prominence: Mapping[str, float]
    lineage: Lineage
    lexicon: Lexicon
    headlined: Mapping[str, float]


def weight_of(group: Sequence[Assertion], conflicts: Sequence[Conflict], setting: Setting) -> float:
    """How much a claim matters.

    Args:
        group: Its statements.
        conflicts: Its conflicts.
        setting: What the story's claims are weighed by.
    """
    told_by = len({one.article for one in group})
    origins, beginnings = max(1, len(setting.lineage.origins)), _beginnings(group, setting.lineage)
    spread = (len(beginnings) - 1) / max(1, origins - 1)
    lead = sum(max(0.0, 1 - start / LEAD) for start in beginnings.values()) / origins
    topic = group[0].topic
    outcome = max(
        (OUTCOME_WEIGHT.get(one.topic.predicate or "", 0.0) for one in group if one.type is ClaimType.FIGURE),
        default=0.0,
    )
    told = [one for one in conflicts if told_by > 1 or _between_parties(group, one)]
    differing = max((RESOLUTION_WEIGHT[one.resolution] for one in told), default=0.0)
    central = max((setting.prominence.get(entity, 0.0) for entity in sorted(topic.people | topic.places)), default=0.0)
    share = 0.4 + 0.6 * spread
    base = TYPE_WEIGHT[group[0].type] + outcome
    total = (
        base * share
        + SPREAD_COUNTS[group[0].type] * (ORIGINS_WEIGHT * spread + LEAD_WEIGHT * lead)
        + differing
        + PROMINENCE_WEIGHT * central * share
        + HEADLINE_WEIGHT * share * sum(in_headlines(one, setting.headlined) for one in group) / len(group)
    )
    return round(total * _kept(group, outcome, told_by, setting.lexicon, differing=bool(differing)), 4)


def in_headlines(one: Assertion, headlined: Mapping[str, float]) -> float:
    """How much of what several headlines say a sentence says, from 0 to 1; with one headline, of that."""
    common = {word: share for word, share in headlined.items() if share > min(headlined.values())} or headlined
    return sum(common.get(word, 0.0) for word in sorted(one.words)) / sum(common.values()) if common else 0.0


def _beginnings(group: Sequence[Assertion], lineage: Lineage) -> dict[str, int]:
    """The origins that tell the claim, with the earliest place at which an account of each does."""
    found: dict[str, int] = {}
    for one in group:
        origin, start = lineage.origin_of(one.article).id, one.passage.span.start
        found[origin] = min(start, found.get(origin, start))
    return found


def _between_parties(group: Sequence[Assertion], conflict: Conflict) -> bool:
    """Whether named parties stand on both sides, whom one account lets have their say."""
    one, other = conflict.sides[:2]
    return any(are_two_voices(group[n], group[m]) for n in one for m in other)


def _kept(group: Sequence[Assertion], outcome: float, told_by: int, lexicon: Lexicon, *, differing: bool) -> float:
    """What a claim keeps of its weight, by how much it tells."""
    kind = group[0].type
    if kind is ClaimType.FIGURE:
        return ASIDE if _is_aside(group, outcome, told_by) else 1.0
    if kind is ClaimType.EVENT:
        return 1.0 if differing or lexicon.event.knows(group[0].topic.predicate) else UNKNOWN_KIND
    if kind is ClaimType.DATE and _is_past(group):
        return PAST
    if differing:
        return DISPUTED_TITLE if kind is ClaimType.ROLE else 1.0
    return AGREED.get(kind, 1.0)


def _is_past(group: Sequence[Assertion]) -> bool:
    """Whether a day lies well before every account that gives it: of another event, or what led to this one."""
    gaps = [
        one.published.start - one.value.days.end
        for one in group
        if isinstance(one.value, Time)
        and one.value.days
        and one.value.days.end
        and one.published
        and one.published.start
    ]
    return bool(gaps) and min(gaps) > RECENT


def _is_aside(group: Sequence[Assertion], outcome: float, told_by: int) -> bool:
    """Whether a figure is beside the point: of one account and no outcome, or of few to whom nothing happened."""
    topic = group[0].topic
    if told_by == 1:
        return not outcome or topic.partial or topic.aside or topic.part_of is not None
    values = [one.value for one in group if isinstance(one.value, Quantity)]
    counted = topic.dimension == "count" and all(
        (value.maximum if value.maximum is not None else SMALL) < SMALL for value in values
    )
    return not outcome and counted


def clarity(
    one: Assertion, copied: bool = False, headlined: Mapping[str, float] = NO_HEADLINES
) -> tuple[bool, bool, bool, bool, int, int, str, int]:
    """How clear a wording is, for ``max``: says what it counts, stands by itself and asks nothing, is no copy's, is
    asserted, exact, names names, says what headlines do, is short or opens its account; ties by place.

    Args:
        one: What is asserted.
        copied: Whether its account takes its text from another: a rewrite's wording is nobody's word.
        headlined: Share of the headlines that have a word.
    """
    alone = one.text.partition(" ")[0].lower() not in LOOKING_BACK and not one.text.rstrip("\"”’' ").endswith("?")
    alone = alone and not is_printed(one.text)
    firm = int(one.modality in (Modality.ASSERTED, Modality.REPORTED)) + int(bool(one.topic.people | one.topic.places))
    exact = int(isinstance(one.value, Quantity) and one.value.is_exact)
    length = len(one.text)
    burden = length - (OPENS if one.passage.span.start < OPENING else 0)
    burden -= round(HEADLINED * in_headlines(one, headlined))
    clear = (not one.topic.answers and not one.topic.earlier, alone, length <= LONG_SENTENCE, not copied)
    return (*clear, firm + exact, -burden, one.article, -one.focus.start)
