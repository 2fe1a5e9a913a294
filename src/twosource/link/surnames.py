"""Surnames alone: whom a single word means where accounts name persons in full.

A surname goes to the only person of that surname in its account, else in its paragraph, else in the story. Where two
fit, it stays by itself: families share a name. A given name alone is the person's whom its account has named in full
before, and else nobody's; behind a title a first word counts as a surname, for names that put the surname first. The
invariant: each mention is decided by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from twosource.link.cluster import Cluster
from twosource.link.forms import Form
from twosource.link.occurrences import Occurrence
from twosource.link.sameness import judgement
from twosource.link.wording import Lookup
from twosource.model.span import Span

_IN_ACCOUNT = 0.95
_IN_PARAGRAPH = 0.8
_IN_STORY = 0.85

Choice = tuple[Cluster, float, str]


def attach(singles: Sequence[Form], persons: Sequence[Cluster]) -> list[Cluster]:
    """Give each surname to its person, as far as one can be told.

    Args:
        singles: Forms of one word of persons, sorted.
        persons: Clusters with full names; they are added to.

    Returns:
        Clusters of the mentions that were given to nobody.
    """
    bearers = Bearers(persons)
    rest: list[Cluster] = []
    for form in singles:
        chosen: dict[int, tuple[Choice, list[Occurrence]]] = {}
        left_over: list[Occurrence] = []
        own = bearers.of(form)
        known = [_Known(person) for person in own]
        own += [person for person in bearers.given(form) if person not in own]
        given = [_Known(person) for person in own]
        for mention in form.mentions:
            choice = _choice(mention, known) or (None if known else _by_given_name(mention, given))
            if choice is None:
                left_over.append(mention)
            else:
                chosen.setdefault(own.index(choice[0]), (choice, []))[1].append(mention)
        for _, ((person, score, reason), mentions) in sorted(chosen.items()):
            part = replace(form, mentions=tuple(mentions))
            person.add(Cluster([part]), judgement(_full(person, part), part, score, reason))
        rest += _apart(form, left_over, bearers)
    return rest


class Bearers:
    """Persons by the words of their full names."""

    def __init__(self, persons: Sequence[Cluster]) -> None:
        self._surnames: dict[str, dict[int, Cluster]] = defaultdict(dict)
        self._given: dict[str, dict[int, Cluster]] = defaultdict(dict)
        for place, person in enumerate(persons):
            for words in (form.words for form in person.forms if len(form.words) > 1):
                self._given[words[0]][place] = person
                for word in words[1:]:
                    self._surnames[word][place] = person
        self._lookups = Lookup(self._surnames), Lookup(self._given)

    def of(self, single: Form) -> list[Cluster]:
        """Whose surname a word is: any word of a name but the first; the first only if the word is titled."""
        found = self._with(self._surnames, self._lookups[0], single.words[0])
        if any(mention.titled for mention in single.mentions):
            found |= self._with(self._given, self._lookups[1], single.words[0])
        return [person for _, person in sorted(found.items())]

    def given(self, single: Form) -> list[Cluster]:
        """Whose given name a word is."""
        found = self._with(self._given, self._lookups[1], single.words[0])
        return [person for _, person in sorted(found.items())]

    def name(self, word: str) -> bool:
        """Whether some person's full name has this word."""
        return any(lookup.near(word) for lookup in self._lookups)

    @staticmethod
    def _with(table: dict[str, dict[int, Cluster]], lookup: Lookup, word: str) -> dict[int, Cluster]:
        return {place: person for near in lookup.near(word) for place, person in table[near].items()}


class _Known:
    """A person, and where accounts name it: gathered once for all mentions that it may have."""

    def __init__(self, person: Cluster) -> None:
        self.person = person
        self.articles = person.articles
        self._first: dict[tuple[str, int], Span] = {}
        self._earliest: dict[str, Span] = {}
        for other in (other for form in person.forms if len(form.words) > 1 for other in form.mentions):
            place = (other.article, other.paragraph)
            self._first[place] = min(self._first.get(place, other.span), other.span)
            self._earliest[other.article] = min(self._earliest.get(other.article, other.span), other.span)

    def introduced_before(self, mention: Occurrence) -> bool:
        """Whether the account of a mention names the person in full before it."""
        first = self._earliest.get(mention.article)
        return first is not None and first < mention.span

    def named_before(self, mention: Occurrence) -> bool:
        """Whether the paragraph of a mention names the person in full before it."""
        first = self._first.get((mention.article, mention.paragraph))
        return first is not None and first < mention.span


def _by_given_name(mention: Occurrence, bearers: Sequence[_Known]) -> Choice | None:
    """As tabloids and speakers name those whom an account has named in full: "Jonas" after "Jonas Tarn"."""
    here = [one for one in bearers if mention.article in one.articles]
    if len(here) == 1 and here[0].introduced_before(mention):
        return here[0].person, _IN_PARAGRAPH, "the only person of that given name, named in full before it"
    return None


def _choice(mention: Occurrence, bearers: Sequence[_Known]) -> Choice | None:
    here = [one for one in bearers if mention.article in one.articles]
    if len(here) == 1:
        return here[0].person, _IN_ACCOUNT, "the only person of that name in the account"
    near = [one for one in here if one.named_before(mention)]
    if len(near) == 1:
        return near[0].person, _IN_PARAGRAPH, "named in full before it in the paragraph"
    if not here and len(bearers) == 1:
        return bearers[0].person, _IN_STORY, "the only person of that name in the story"
    return None


def _full(person: Cluster, single: Form) -> Form:
    """The full name to show beside a surname: one of the same account, if there is one."""
    full = sorted((form for form in person.forms if len(form.words) > 1), key=lambda form: form.key)
    return next((form for form in full if form.articles & single.articles), full[0])


def _apart(form: Form, mentions: Sequence[Occurrence], bearers: Bearers) -> list[Cluster]:
    """What is left: one cluster for a name that only ever stands alone, one an account for a given or a shared name."""
    if not mentions:
        return []
    if not bearers.name(form.words[0]):
        return [Cluster([replace(form, mentions=tuple(mentions))])]
    by_article: dict[str, list[Occurrence]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article].append(mention)
    return [Cluster([replace(form, mentions=tuple(own))]) for _, own in sorted(by_article.items())]
