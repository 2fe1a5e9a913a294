"""What grouping knows of one account: its words and how much each stands out, its names, its day, its vector.

News puts the event into the headline and the first lines, so words there weigh more. A profile is made once an article;
everything that compares two accounts reads profiles. The text may be empty: then the headline is all there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from twosource.group.headlines import headline
from twosource.model.reading import Annotated, Reading
from twosource.text.commonness import commonness
from twosource.text.words import Words, split

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAD_WORDS = 60
"""Words of the body that count as its lead: the first two sentences of a news report hold 45 to 65 words."""
LONGEST_TITLE = 80
"""Characters of the text that stand for the title of an account without one."""
NAME_WORDS = 130
"""Words of the body whose names count, about five sentences: further down stand spokesmen and the background's
names."""
BODY_WORDS = 600
"""Words of the body that are read: what follows is background, and long features would fill the index."""
TITLE_WEIGHT, LEAD_WEIGHT, BODY_WEIGHT = 3.0, 2.0, 1.0
_STOP = 0.25  # part of news texts from which a word tells nothing about the event


@dataclass(frozen=True, eq=False)
class Profile:
    """One account as grouping sees it.

    Attributes:
        id: The article's id.
        title: Its title, or the first words of its text.
        days: Earliest and latest day of publication, where known.
        title_words: Folded words of the title, in order.
        counts: Folded word to weighted count, without stop words.
        lead: Words of title and lead, without stop words.
        names: Folded words that stand in names, early in the text.
        named: Folded words that stand in names, anywhere in the text that is read.
        vector: Mean of the first sentences' vectors, unit length, or ``None``.
        has_text: Whether there is a text beyond the title.
    """

    id: str
    title: str
    days: tuple[date, date] | None
    title_words: tuple[str, ...]
    counts: dict[str, float]
    lead: frozenset[str]
    names: frozenset[str]
    named: frozenset[str]
    vector: NDArray[np.float32] | None
    has_text: bool

    @cached_property
    def order(self) -> tuple[date, str]:
        """Canonical order: by date where known, then by id."""
        return (self.days[0] if self.days else date.max, self.id)


def title_of(account: Annotated) -> str:
    """The account's title, empty where it has none."""
    return account.article.title or (account.title.text if account.title else "")


def profile(account: Annotated, sites: frozenset[str] = frozenset()) -> Profile:
    """The profile of one account.

    Args:
        account: The account.
        sites: Endings of titles that are the site's (:func:`.headlines.site_names`).
    """
    article, body = account.article, account.body
    language = article.language or "en"
    title = headline(title_of(account), sites)
    title_words, body_words = split(title), split(body.text)
    in_title = _named(account.title, title_words, NAME_WORDS) if account.title else frozenset()
    lead = frozenset(_telling(title_words.folded + body_words.folded[:LEAD_WORDS], language))
    return Profile(
        id=article.id,
        title=title or _opening(body.text),
        days=_days(account),
        title_words=title_words.folded,
        counts=_counts(title_words.folded, body_words.folded[:BODY_WORDS], language),
        lead=lead,
        names=in_title | _named(body, body_words, NAME_WORDS),
        named=in_title | _named(body, body_words, BODY_WORDS),
        vector=_vector(account),
        has_text=len(body_words) > 0,
    )


def _opening(text: str) -> str:
    """The first words of a text that has no title, on one line."""
    flat = " ".join(text[: 2 * LONGEST_TITLE].split())
    return flat if len(flat) <= LONGEST_TITLE else f"{flat[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def _telling(words: tuple[str, ...], language: str) -> list[str]:
    return [word for word in words if commonness(word, language) < _STOP and (len(word) > 1 or word.isdigit())]


def _counts(title: tuple[str, ...], body: tuple[str, ...], language: str) -> dict[str, float]:
    counts: dict[str, float] = {}
    for words, weight in ((title, TITLE_WEIGHT), (body[:LEAD_WORDS], LEAD_WEIGHT), (body[LEAD_WORDS:], BODY_WEIGHT)):
        for word in _telling(words, language):
            counts[word] = counts.get(word, 0.0) + weight
    return {word: float(1 + np.log(count)) for word, count in counts.items()}


def _named(reading: Reading, words: Words, most: int) -> frozenset[str]:
    """Words that stand in names among the first ``most``; where no names were read, capitalised words that begin no
    sentence.
    """
    early = range(min(most, len(words)))
    if reading.names:
        inside = (index for name in reading.names for index in words.within(name.span))
        return frozenset(words.folded[index] for index in inside if index in early)
    begins = {sentence.start for sentence in reading.sentences} | {0}
    starts = words.starts.tolist()
    return frozenset(
        words.folded[index]
        for index in early
        if starts[index] not in begins
        and reading.text[starts[index]].isupper()
        and _goes_on(reading.text, starts[index])
    )


def _goes_on(text: str, start: int) -> bool:
    """Whether the word at ``start`` follows on another one rather than on an end."""
    return text[start - 2 : start - 1] not in ".!?\n"


def _days(account: Annotated) -> tuple[date, date] | None:
    article = account.article
    if article.published:
        return article.published.day, article.published.day
    if article.window and article.window.start and article.window.end:
        return article.window.start, article.window.end
    return None


def _vector(account: Annotated) -> NDArray[np.float32] | None:
    """Mean of the vectors of the title and of the first five sentences."""
    rows = [reading.vectors[:5] for reading in (account.title, account.body) if reading and reading.vectors is not None]
    stacked = np.concatenate(rows) if rows else np.zeros((0, 0), np.float32)
    if not stacked.size:
        return None
    mean = stacked.mean(axis=0)
    length = float(np.linalg.norm(mean))
    return np.asarray(mean / length, np.float32) if length else None
