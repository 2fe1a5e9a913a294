"""The stage itself: profiles, likely pairs, joining, and the stories with the reasons why articles were put
together.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from twosource.group.gather import FEW, gather
from twosource.group.headlines import site_names
from twosource.group.likeness import Features, features, score
from twosource.group.linkage import join
from twosource.group.neighbours import candidates
from twosource.group.profile import profile, title_of
from twosource.group.rarity import Weighed, weigh
from twosource.model.judgement import Judgement, Passage
from twosource.model.reading import Annotated
from twosource.model.span import Span
from twosource.model.story import Story
from twosource.text.printed import stamp

THRESHOLD = 0.45
"""Probability of one event from which accounts are put together. Chosen on the tuning halves of bench.groups."""
THRESHOLD_OF_FEW = 0.35
"""A few accounts were picked by hand, and are of one event more often than accounts drawn from an archive. On small
inputs out of the tuning half (a topic's two look-alike events, three or four events) 0.35 to 0.45 do equally well."""


def group(accounts: Sequence[Annotated], *, picked: bool = False) -> tuple[Story, ...]:
    """The stories that these accounts tell; each account is in exactly one.

    Args:
        accounts: In any order; texts, dates and vectors may be missing.
        picked: Whether somebody picked them as accounts of one event; then one that stands alone is put to the story
            that it is likest to, if any.

    Returns:
        Stories by date and id of their first article.
    """
    sites = site_names(map(title_of, accounts))
    known = sorted((profile(account, sites) for account in accounts), key=lambda one: one.order)
    weighed = weigh(known)
    pairs: dict[tuple[int, int], float] = {}

    def compare(left: int, right: int) -> float:
        key = (min(left, right), max(left, right))
        if key not in pairs:
            pairs[key] = score(features(weighed[key[0]], weighed[key[1]]))
        return pairs[key]

    scored = [(compare(left, right), left, right) for left, right in candidates(weighed)]
    threshold = THRESHOLD if len(weighed) > FEW else THRESHOLD_OF_FEW
    groups, joinings = join(len(weighed), scored, compare, threshold)
    if picked:
        groups, further = gather(groups, compare, [one.named for one in weighed])
        joinings += further
    return tuple(
        _story([weighed[index] for index in members], _links(weighed, members, joinings)) for members in groups
    )


def _links(
    weighed: Sequence[Weighed], members: list[int], joinings: list[tuple[int, int, float]]
) -> tuple[Judgement, ...]:
    inside = frozenset(members)
    return tuple(_link(weighed[left], weighed[right], value) for left, right, value in joinings if left in inside)


def _link(left: Weighed, right: Weighed, value: float) -> Judgement:
    return Judgement(
        same=True,
        score=value,
        reason=_reason(left, right, features(left, right)),
        left=Passage(left.profile.id, Span(0, 0)),
        right=Passage(right.profile.id, Span(0, 0)),
    )


def _reason(left: Weighed, right: Weighed, found: Features) -> str:
    """The rarest shared words of the leads and how far apart the dates are: what a person would look for."""
    shared = sorted((word for word in left.lead if word in right.rarity), key=lambda word: (-left.lead[word], word))
    words = "both speak of " + ", ".join(f"“{word}”" for word in shared[:4]) if shared else "alike in their words"
    if found.days is None:
        return f"{words}; a date is missing"
    return f"{words}; published " + ("on the same day" if not found.days else f"{found.days} days apart")


def _story(members: list[Weighed], links: tuple[Judgement, ...]) -> Story:
    ids = tuple(member.profile.id for member in members)
    digest = blake2b("\n".join(sorted(ids)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return Story(f"story-{digest}", _central(members).profile.title, ids, links)


def _central(members: list[Weighed]) -> Weighed:
    """The account whose rare words the others share most; the first of equals. Untitled ones, or those
    that a day stands over, only if all are.
    """
    held: dict[str, float] = {}
    for member in members:
        for word, weight in member.words.items():
            held[word] = held.get(word, 0.0) + weight
    titled = [one for one in members if stamp(one.profile.title) < len(one.profile.title)] or members
    return max(titled, key=lambda one: sum(weight * held[word] for word, weight in one.words.items()))
