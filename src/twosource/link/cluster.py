"""Forms to bearers: clustering under constraints, best links first.

Links are taken by their score; two clusters that hold a pair which must stay apart are never joined (correlation
clustering, Bansal, Blum and Chawla 2004, greedily). A name that is only part of a longer one joins last, and only
where a single longer one offers itself. The invariant: the result depends on the forms alone, never on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from twosource.link.acronyms import bare
from twosource.link.forms import Form
from twosource.link.keys import keys
from twosource.link.parts import parts
from twosource.link.sameness import judgement, likeness, persons_conflict
from twosource.model.judgement import Judgement
from twosource.model.reading import EntityType

_CROWDED = 60
"""Forms of one key beyond which the key tells nothing ("ministry" in a hundred names); they still meet by other
keys."""


@dataclass(eq=False, slots=True)
class Cluster:
    """Forms of one bearer, with the links that joined them."""

    forms: list[Form]
    links: list[Judgement] = field(default_factory=list)

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that name it."""
        return frozenset(article for form in self.forms for article in form.articles)

    def add(self, other: Cluster, link: Judgement) -> None:
        """Take another cluster's forms in."""
        self.forms += other.forms
        self.links += [*other.links, link]


@dataclass(frozen=True, slots=True)
class Link:
    """Two forms, by their places, and why they are one; ``part`` as in ``sameness.Likeness``."""

    left: int
    right: int
    judgement: Judgement
    part: bool = False


def cluster(forms: Sequence[Form], links: Sequence[Link]) -> list[Cluster]:
    """Join forms along links, best first, where nothing keeps them apart.

    Args:
        forms: Sorted.
        links: Between places of ``forms``.
    """
    homes = [Cluster([form]) for form in forms]
    places = {id(form): place for place, form in enumerate(forms)}
    for link in _ranked(forms, [link for link in links if not link.part]):
        _join(homes, places, link)
    partial = _ranked(forms, [link for link in links if link.part])
    at: dict[int, list[Link]] = defaultdict(list)
    for link in partial:
        at[link.left].append(link)
        at[link.right].append(link)
    for link in partial:
        if _only_choice(homes, forms, at, link):
            _join(homes, places, link)
    return list({id(home): home for home in homes}.values())


def _ranked(forms: Sequence[Form], links: Sequence[Link]) -> list[Link]:
    return sorted(links, key=lambda link: (-link.judgement.score, forms[link.left].key, forms[link.right].key))


def _join(homes: list[Cluster], places: Mapping[int, int], link: Link) -> None:
    left, right = homes[link.left], homes[link.right]
    if left is right or any(must_stay_apart(one, other) for one in left.forms for other in right.forms):
        return
    left.add(right, link.judgement)
    for form in right.forms:
        homes[places[id(form)]] = left


def _only_choice(homes: list[Cluster], forms: Sequence[Form], at: Mapping[int, Sequence[Link]], link: Link) -> bool:
    """Whether the shorter of the linked names is part of one bearer's names only; ``at``: the links of each form."""
    shorter = min((link.left, link.right), key=lambda place: (len(forms[place].words), place))
    choices = {
        id(homes[other.right if other.left == shorter else other.left])
        for other in at[shorter]
        if _longer(forms, other, shorter)
    }
    return len(choices - {id(homes[shorter])}) <= 1


def _longer(forms: Sequence[Form], link: Link, shorter: int) -> bool:
    other = link.right if link.left == shorter else link.left
    return len(forms[other].words) > len(forms[shorter].words)


def must_stay_apart(left: Form, right: Form) -> bool:
    """Whether two forms cannot mean one bearer: sure types that differ, full names of persons that conflict."""
    if left.type is not right.type and left.sure and right.sure:
        return True
    both_full = min(len(left.words), len(right.words)) > 1
    return (
        both_full
        and EntityType.PERSON in (left.type, right.type)
        and left.words != right.words
        and persons_conflict(left, right)
    )


def links_between(forms: Sequence[Form]) -> list[Link]:
    """The links between all forms that could be one."""
    found = []
    for left, right in sorted({*_of_one_key(forms), *_of_initials(forms)}):
        like = likeness(forms[left], forms[right])
        if like:
            found.append(Link(left, right, judgement(forms[left], forms[right], like.score, like.reason), like.part))
    return found


def _of_one_key(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Pairs of places whose forms share a key of some word, or of all words written as one."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        words = {*form.words, "".join(form.words)}
        for key in sorted({key for word in words for key in keys(word)} | {" ".join(sorted(form.words))}):
            by_key[key].append(place)
    for places in by_key.values():
        if len(places) <= _CROWDED:
            yield from combinations(places, 2)


def _of_initials(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Pairs of places of an acronym and a name with these initials."""
    by_initials: dict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        if not form.acronym and len(form.words) > 1:
            name = parts(form.text, EntityType.ORGANIZATION)
            for words in {name.words, name.full}:
                by_initials["".join(word.plain[:1] for word in words)].append(place)
    for place, form in enumerate(forms):
        if form.acronym:
            yield from (
                (min(place, other), max(place, other)) for other in by_initials.get(bare(form.text).casefold(), ())
            )
