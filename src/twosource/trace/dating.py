"""The clue to direction that dates give, and what a text tells against the date that it bears.

A date is the easiest thing to forge, and the only evidence where a copy is verbatim; so a reason says when it stands
alone. What an account tells as past cannot lie after its publication: a text that bears the first of February and says
that a ferry sank on the 27th was not there before the ferry sank. Its date then tells nothing, and speaks against it.
"""

from __future__ import annotations

import re
from datetime import date

from twosource.model.article import PublishedFrom
from twosource.model.lineage import Direction
from twosource.model.reading import Reading, TimeMention, TimeType
from twosource.resources import listed
from twosource.text.tree import Tree
from twosource.trace import thresholds as weights
from twosource.trace.account import Account, days_between
from twosource.trace.clue import Clue, Setting
from twosource.trace.publishers import unarchived
from twosource.trace.tie import Tie

_DAY_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)([/_-]?)(0\d|1[0-2])\2([0-2]\d|3[01])(?=[/_.-]|\Z)")
LEAST_DAYS = 2
"""Days after its own date from which what a text tells as past belies the date; one day is a time zone or a late
night."""
LONG_BEFORE = 7
"""Days before all other accounts of an event at which a date is odd: news is taken over within days."""
LEAST_WITNESSES = 2
"""Further dated accounts that this needs."""


def dated(tie: Tie, setting: Setting) -> Clue | None:
    """Which account was published first, by the dates that hold.

    Args:
        tie: Two accounts.
        setting: The other accounts; a date long before all of theirs counts for less.
    """
    one, other = tie.left.article.published, tie.right.article.published
    if one is None or other is None:
        return None
    days = days_between(one, other)
    if not days:
        return None
    early, late = (tie.left, tie.right) if days > 0 else (tie.right, tie.left)
    if false := misdated(early):
        weight = 0.0 if misdated(late) else weights.MISDATED
        words = f"the copy's earlier date does not hold, for {false}"
        return Clue(Direction.DATE, -weight if days > 0 else weight, words) if weight else None
    weight = weights.DATED if abs(days) >= 1 else weights.DATED_SAME_DAY
    inferred = PublishedFrom.STORY in (tie.left.article.published_from, tie.right.article.published_from)
    weight = min(weight, weights.DATED_BY_STORY) if inferred else weight
    gap = _gap(abs(days))
    words = f"the source was published {gap} earlier" + (", as the other accounts date it" if inferred else "")
    if _stands_alone(early, late, setting):
        weight, words = min(weight, weights.DATED_ALONE), f"{words}, long before any other account"
    return Clue(Direction.DATE, weight if days > 0 else -weight, words, f"the copy bears a date {gap} earlier")


def _stands_alone(early: Account, late: Account, setting: Setting) -> bool:
    """Whether the earlier account lies long before all others of the event, the later one among them."""
    beside = {one.id: one for account in (early, late) for one in setting.fellows.get(account.id, ())}
    days = [one.article.published.day for one in beside.values() if one not in (early, late) and one.article.published]
    if len(days) < LEAST_WITNESSES or early.article.published is None or late.article.published is None:
        return False
    return (min(*days, late.article.published.day) - early.article.published.day).days >= LONG_BEFORE


def _gap(days: float) -> str:
    if days >= 1:
        return f"{days:.0f} day" + ("s" if round(days) != 1 else "")
    return f"{days * 24:.1f} hours"


def misdated(account: Account) -> str | None:
    """What belies an account's date as too early, in words for a reason; ``None`` where nothing does."""
    published = account.article.published
    if published is None or account.article.published_from is PublishedFrom.STORY:
        return None
    address = _day_in(account.article.url)
    if address and (address - published.day).days >= LEAST_DAYS:
        return f"its address bears {address}"
    updated = account.article.modified
    latest = max(published.day, updated.day) if updated else published.day
    for time in account.annotated.body.times:
        if _is_told_after(account, time, latest):
            return f"it tells of {time.text} as past"
    return None


def _day_in(url: str | None) -> date | None:
    found = _DAY_IN_ADDRESS.search(unarchived(url or ""))
    try:
        return date(int(found[1]), int(found[3]), int(found[4])) if found else None
    except ValueError:
        return None


def _is_told_after(account: Account, time: TimeMention, published: date) -> bool:
    """Whether a text tells as past what lies after its day of publication."""
    if time.type is not TimeType.DATE or time.days is None or not time.days.is_one_day or time.offset is not None:
        return False
    assert time.days.start
    ahead = (time.days.start - published).days
    return ahead >= LEAST_DAYS and _happened(account.annotated.body, time, account.language)


def _happened(body: Reading, time: TimeMention, language: str) -> bool:
    """Whether a time says on what day something took place: a verb in the past tense has it for its own.

    "The election of June 19 was opposed" tells no past day, nor does "the hearing was set for June 19".
    """
    tree = Tree(body)
    inside = tree.tokens_in(time.span)
    head = next((place for place in inside if tree.tokens[place].head not in inside), None)
    if head is None or not tree.tokens[head].deprel.startswith("obl"):
        return False
    on = listed(language, "dating").get("on", ())
    before = [tree.tokens[child] for child in tree.children[head] if tree.tokens[child].deprel == "case"]
    verb = tree.tokens[head].head
    helpers = [tree.tokens[child] for child in tree.children[verb] if tree.tokens[child].deprel.startswith("aux")]
    past = all("Tense=Past" in token.feats for token in (tree.tokens[verb], *helpers))
    return past and tree.tokens[verb].upos == "VERB" and all(token.text.casefold() in on for token in before)
