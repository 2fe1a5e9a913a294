"""Times that accounts of one story have in common: what ties the date of one account to that of another.

An anchor is a time said in a sentence: a day, a weekday, "tomorrow", "in two days". Two anchors of two accounts are
laid against each other where they date the same thing: their clauses share rare words and names, or their sentences
mean the same. The invariant: an anchor that is quoted speech is marked so, for its "tomorrow" is not the account's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log
from typing import TYPE_CHECKING

from twosource.link.keys import keys
from twosource.model.judgement import Passage
from twosource.model.moment import Days
from twosource.model.reading import Annotated, AttributionKind, Reading, TimeMention, TimeType
from twosource.model.span import Span
from twosource.resources import in_all_languages
from twosource.text.commonness import commonness
from twosource.text.quotes import quotations
from twosource.text.tree import Tree
from twosource.text.words import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CLAUSE = 40  # tokens of a clause that are looked at
_OTHER_CLAUSES = frozenset({"conj", "parataxis", "advcl", "appos"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_SHORT = 5  # letters; "re" begins many short verbs that are no repetition ("rest", "reach")
_TITLE = -1  # the number of a headline's sentence, before those of the text
_MOST_ANCHORS = 60  # a story is fixed by its first times; an archive page of dates fixes nothing


@dataclass(frozen=True, eq=False)
class Anchor:
    """One time said in an account.

    Attributes:
        passage: Where it stands; for a title's time the article's beginning.
        time: As it was read.
        words: The content words of its clause, each with its readings as a name.
        predicate: Lemma of the verb or noun that it hangs on.
        spoken: Whether that is a verb of saying: the time is that of a speech, not of what the speech is about.
        vector: Of its sentence, where there is one.
        quoted: Whether it is somebody's direct speech.
        lead: Whether it stands in the title or the first two sentences.
        speech: The weekday of the speech that it belongs to, where its sentence or the one before names one; of a
            headline's time, where the lead does.
    """

    passage: Passage
    time: TimeMention
    words: frozenset[str]
    predicate: str
    spoken: bool
    vector: NDArray[np.float32] | None
    quoted: bool
    lead: bool
    speech: int | None = None

    def on(self, published: date) -> tuple[Days, ...]:
        """The days that it may mean in an account of that day; empty where it means no single day."""
        if self.time.offset is not None:
            return (Days.on(published + timedelta(self.time.offset)),)
        if self.time.weekday is None:
            return (self.time.days,) if self.time.days and self.time.days.is_one_day else ()
        back = (published.weekday() - self.time.weekday) % 7
        past, coming = published - timedelta(back), published + timedelta((-back) % 7)
        chosen = {-1: (past,), 1: (coming,), 0: (past, coming)}[self.time.direction]
        return tuple(Days.on(day) for day in sorted(set(chosen)))

    def day(self, published: date) -> date | None:
        """The one day that it means for sure in an account of that day; ``None`` where it may mean two, or none.

        Of "in two days", said the day before, it is not told from which day it counts.
        """
        days = self.on(published)
        told_later = self.speech is not None and self.speech != published.weekday()
        return days[0].start if len(days) == 1 and not told_later else None

    @property
    def ahead(self) -> int:
        """1 where it lies ahead of its account, -1 where it is past, 0 where neither is said."""
        offset = self.time.offset
        return self.time.direction if offset is None else (offset > 0) - (offset < 0)

    @property
    def verb(self) -> str:
        """Its predicate without "re-": to open again is to open."""
        again = self.predicate.startswith("re") and len(self.predicate) > _SHORT
        return self.predicate[2:] if again else self.predicate

    @property
    def counts_days(self) -> bool:
        """Whether it counts from the account's own day in the account's own voice, so that it fixes that day."""
        return self.time.offset is not None and not self.quoted


def anchors(account: Annotated) -> tuple[Anchor, ...]:
    """The times of an account that may mean one day, the title's first."""
    found = list(_of_reading(account.article.id, account.body, title=False))
    if account.title is not None:
        of_title = _of_reading(account.article.id, account.title, title=True)
        found = [*((_TITLE, anchor) for _, anchor in of_title), *found]
    return tuple(_of_speeches(found)[:_MOST_ANCHORS])


def _of_speeches(found: Sequence[tuple[int, Anchor]]) -> list[Anchor]:
    """The anchors, each with the weekday of the speech that it belongs to; a headline's is that of the lead."""
    spoken: dict[int, int] = {}
    for sentence, anchor in found:
        if anchor.spoken and anchor.time.weekday is not None:
            spoken.setdefault(sentence, anchor.time.weekday)
    return [
        replace(anchor, speech=spoken.get(sentence, spoken.get(max(0, sentence - 1))))
        if anchor.time.offset is not None
        else anchor
        for sentence, anchor in found
    ]


def _of_reading(article: str, reading: Reading, *, title: bool) -> Iterator[tuple[int, Anchor]]:
    tree = Tree(reading)
    quoted = _quoted(reading)
    for time in reading.times:
        sentence = reading.sentence_at(time.span.start)
        if sentence is None or not _is_day(time):
            continue
        span = Span(0, 0) if title else time.span
        top = _top(tree, time)
        lemma = fold(tree.tokens[top].lemma)
        anchor = Anchor(
            Passage(article, span),
            time,
            _clause(tree, top, time),
            lemma,
            in_context(lemma, "speech"),
            None if reading.vectors is None else reading.vectors[sentence],
            any(part.overlaps(time.span) for part in quoted),
            title or sentence < 2,
        )
        yield sentence, anchor


def _is_day(time: TimeMention) -> bool:
    """Whether a time tells a day: an hour alone tells none, whatever day it was resolved to."""
    if (
        time.type is TimeType.SET
        or time.text.casefold() == "overnight"
        or in_context(time.text.split()[0].casefold(), "roughly")
    ):
        return False
    one_day = time.days is not None and time.days.is_one_day
    return time.offset is not None or time.weekday is not None or (time.type is TimeType.DATE and one_day)


def _quoted(reading: Reading) -> list[Span]:
    """Direct speech: the contents of quotations, and what stands between quotation marks."""
    spoken = [part for one in reading.attributions if one.kind is AttributionKind.DIRECT for part in one.content]
    return [*spoken, *quotations(reading.text)]


def _top(tree: Tree, time: TimeMention) -> int:
    """The token that a time hangs on: the nearest verb above it, else the top of its sentence."""
    path = tree.path_up(tree.tokens_in(time.span)[-1])
    verbs = [index for index in path if tree.tokens[index].upos == "VERB"]
    return verbs[0] if verbs else path[-1]


def _clause(tree: Tree, top: int, time: TimeMention) -> frozenset[str]:
    """The content words of the clause that a time belongs to; of a speech also what is said."""
    inside = set(tree.tokens_in(time.span))
    near = sorted(tree.subtree(top, _OTHER_CLAUSES), key=lambda index: (abs(index - top), index))[:_CLAUSE]
    words = [tree.tokens[index] for index in near if index not in inside and tree.tokens[index].upos in _CONTENT]
    plain = {fold(token.lemma) for token in words}
    named = {f"={key}" for token in words if token.upos == "PROPN" for key in keys(token.text)[:3]}
    return frozenset(plain | named)


def in_context(word: str, name: str) -> bool:
    """Whether a word stands in one of the lists of ``name-contexts.toml``, of any language."""
    return word in in_all_languages("name-contexts", name)


def shared(left: Anchor, right: Anchor) -> float:
    """Part of the weight of the lighter clause that both clauses share, 0 to 1; rare words and names weigh most."""
    both = sum(map(_weight, sorted(left.words & right.words)))
    lighter = min(sum(map(_weight, sorted(one.words))) for one in (left, right))
    return both / lighter if lighter else 0.0


def _weight(word: str) -> float:
    """How much a word says: a reading of a name as much as a rare word."""
    return 1.0 if word.startswith("=") else max(0.2, -log(max(commonness(word), 1e-4)) / 5)


def by_article(accounts: Sequence[Annotated]) -> dict[str, tuple[Anchor, ...]]:
    """The anchors of each account, by its id."""
    found: dict[str, tuple[Anchor, ...]] = defaultdict(tuple)
    for account in sorted(accounts, key=lambda one: one.article.id):
        found[account.article.id] = anchors(account)
    return dict(found)
