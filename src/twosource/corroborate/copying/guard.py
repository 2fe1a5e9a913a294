"""The distortion guard: where a derived account departs from the account that it takes from.

A copy that says 61 where its source says 41 is no second source, nor a side of its own: the difference was made in
copying. Each such statement gets one sentence that names the source's own words. Only copies whose direction is
known are judged; where it is not, either may be the source. Of a free retelling only a figure or a day is judged that
its source has nowhere; mood, polarity and speaker only where the sentence is nearly the source's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.copying.alterations import may_be_one
from twosource.corroborate.findings.gainsaid import are_two_voices, is_denied
from twosource.corroborate.findings.notes import Label
from twosource.corroborate.interval import fit_days, fit_quantities
from twosource.corroborate.pairs.differences import CLOCK
from twosource.model.claim import ClaimType
from twosource.model.lineage import Direction, Lineage
from twosource.model.reading import Annotated, Modality
from twosource.model.value import Quantity, Time, Value

NEAR = 0.75
"""Part of the content words of the longer sentence that two sentences share from which on one is nearly the other."""
FIRM = frozenset({Modality.ASSERTED, Modality.REPORTED})


Given = Mapping[str, frozenset[object]]
"""The values that each account gives anywhere, by account."""


def given_by(accounts: Iterable[Annotated]) -> Given:
    """The figures and days that accounts give.

    Args:
        accounts: Those of a story.
    """
    return {
        account.article.id: frozenset(
            [(one.quantity.minimum, one.quantity.maximum) for one in account.body.quantities]
            + [one.days for one in account.body.times]
        )
        for account in accounts
    }


def _key(value: Value | None) -> object:
    """What tells a value from others of its kind."""
    if isinstance(value, Quantity):
        return value.minimum, value.maximum
    return value.days if isinstance(value, Time) else value


def sources_of(lineage: Lineage) -> dict[str, tuple[str, ...]]:
    """For each derived account the accounts that it takes from, where the direction is known."""
    found: dict[str, set[str]] = {}
    for copy in lineage.copies:
        if copy.direction is not Direction.UNKNOWN:
            found.setdefault(copy.copy, set()).add(copy.source)
    return {article: tuple(sorted(sources)) for article, sources in found.items()}


def distortions(
    group: Sequence[Assertion], sources: Mapping[str, tuple[str, ...]], given: Given, label: Label
) -> dict[int, str]:
    """The statements of a claim that distort their source, by index, with one sentence each.

    Args:
        group: The assertions of one claim.
        sources: From ``sources_of``.
        given: From ``given_by``.
        label: Names an account.
    """
    by_article: dict[str, list[Assertion]] = {}
    for one in group:
        by_article.setdefault(one.article, []).append(one)
    found: dict[int, str] = {}
    for number, one in enumerate(group):
        originals = [source for article in sources.get(one.article, ()) for source in by_article.get(article, ())]
        differences = [difference(source, one, given, label) for source in originals]
        if originals and all(differences) and not _is_added(one, originals, by_article[one.article]):
            found[number] = differences[0]
    return found


def _is_added(one: Assertion, originals: Sequence[Assertion], own: Sequence[Assertion]) -> bool:
    """Whether an account that keeps its source's figure adds what somebody else says: "the union counts 1,100"."""
    kept = any(each is not one and _values_fit(source, each) for each in own for source in originals)
    return kept and all(are_two_voices(source, one) for source in originals)


def difference(source: Assertion, copy: Assertion, given: Given, label: Label) -> str:
    """How a copy's statement departs from its source's, in one sentence; empty where it does not.

    Args:
        source: The earlier statement of the same claim.
        copy: The derived account's.
        given: The values that each account gives.
        label: Names an account.
    """
    said = f"{label(source)}, which it takes from,"
    near = len(source.words & copy.words) >= NEAR * max(len(source.words), len(copy.words))
    elsewhere = _key(copy.value) in given[source.article] or _key(source.value) in given[copy.article]
    if not _values_fit(source, copy):
        return f"says “{_value(copy)}” where {said} has “{_value(source)}”" if near or not elsewhere else ""
    return _other_in_words(source, copy, said) if near else ""


def _other_in_words(source: Assertion, copy: Assertion, said: str) -> str:
    """How a sentence that is nearly its source's departs from it in mood, polarity or speaker."""
    if source.negated != copy.negated or (source.modality is Modality.DENIED) != (copy.modality is Modality.DENIED):
        return (
            f"{'denies' if is_denied(copy) else 'affirms'} what {said} {'denies' if is_denied(source) else 'affirms'}"
        )
    if _other_speaker(source, copy):
        return f"gives to {copy.attribution[0].name} what {said} gives to {source.attribution[0].name}"
    if copy.modality in FIRM and source.modality in (Modality.ALLEGED, Modality.EXPECTED):
        return f"states as fact what is {source.modality.value} for {said[:-1]}"
    return ""


def _values_fit(source: Assertion, copy: Assertion) -> bool:
    if isinstance(source.value, Quantity) and isinstance(copy.value, Quantity):
        first = source.value.maximum == 0 and source.published != copy.published  # nobody was arrested yet
        return first or fit_quantities(source.value, copy.value).agrees
    if isinstance(source.value, Time) and isinstance(copy.value, Time) and source.value.days and copy.value.days:
        return _is_copied_weekday(source.value, copy.value) or fit_days(source.value.days, copy.value.days).agrees
    return True


def _is_copied_weekday(source: Time, copy: Time) -> bool:
    """Whether both mean one weekday, which one of them leaves bare: copied later, "2 p.m. Tuesday" is the source's."""
    one, other = (time.days.start if time.days and time.days.is_one_day else None for time in (source, copy))
    bare = any(not any(map(str.isdigit, CLOCK.sub("", time.text))) for time in (source, copy))
    return bare and one is not None and other is not None and one.weekday() == other.weekday()


def _other_speaker(source: Assertion, copy: Assertion) -> bool:
    if not source.attribution or not copy.attribution:
        return False
    ids = {one.entity or one.name.lower() for one in source.attribution}
    others = {one.entity or one.name.lower() for one in copy.attribution}
    known = source.attribution[0].entity and copy.attribution[0].entity
    if ids & others or any(
        may_be_one(one.name, other.name) for one in source.attribution for other in copy.attribution
    ):
        return False
    return bool(known) or source.type is ClaimType.QUOTE


def _value(one: Assertion) -> str:
    """The value in its account's words, a day with its date: "in two days" counts from the day that it was written."""
    if one.value is None:
        return one.text
    days = one.value.days if isinstance(one.value, Time) else None
    if days is None:
        return one.value.text
    return f"{one.value.text} ({days.start}{'' if days.is_one_day else f' to {days.end}'})"
