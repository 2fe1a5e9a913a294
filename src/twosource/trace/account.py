"""One account as lineage sees it: its words, what of them is quoted, its sentences, its time, its outlet, its credits.

Made once an article; every comparison of two accounts reads these. Places stay those of the article's own text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from twosource.model.article import Article
from twosource.model.moment import Moment
from twosource.model.reading import Annotated, AttributionKind
from twosource.model.span import Span
from twosource.text.commonness import RARE, commonness
from twosource.text.quotes import quotations, statements
from twosource.text.shingles import shingles
from twosource.text.sounds import sound
from twosource.text.words import Words, split
from twosource.trace.addresses import place
from twosource.trace.credits import Credited, credited
from twosource.trace.officials import formulas
from twosource.trace.publishers import Publishers, host
from twosource.trace.sequence import rough_vectors
from twosource.trace.voices import Voice, voices

if TYPE_CHECKING:
    from numpy.typing import NDArray

RUN_WORDS = 3
"""Words of a run by which wordings are compared: with 30 % of a text's words changed a third of its runs remain."""
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?::\d+)?")
_LETTERS = re.compile(r"\D+")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, eq=False)
class Account:
    """One article, prepared.

    Attributes:
        annotated: The article with its readings.
        words: Its words, folded, with their places.
        quoted: For each word whether it stands in direct speech.
        given: For each word whether it is another's: direct speech, or a notice or charge in an official's words.
        sentences: Spans of its sentences; its paragraphs where none were read.
        outlet: Name of the outlet as the publishers' table knows it, else folded; ``None`` where unknown.
        family: Owner or family of the outlet, if known.
        credits: Agencies and outlets that it credits.
    """

    annotated: Annotated
    words: Words
    quoted: NDArray[np.bool_]
    given: NDArray[np.bool_]
    sentences: tuple[Span, ...]
    outlet: str | None
    family: str | None
    credits: tuple[Credited, ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.annotated.article.id

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.annotated.article

    @property
    def language(self) -> str:
        """The article's language; English where nobody told it."""
        return self.article.language or "en"

    @cached_property
    def held(self) -> frozenset[str]:
        """All its words, folded."""
        return frozenset(self.words.folded)

    @cached_property
    def own(self) -> int:
        """Words that are not another's."""
        return int(len(self.words) - self.given.sum())

    @cached_property
    def sentence_words(self) -> tuple[range, ...]:
        """For each sentence the indexes of its words."""
        return tuple(self.words.within(sentence) for sentence in self.sentences)

    @cached_property
    def speech(self) -> NDArray[np.float64]:
        """For each sentence the part of its words that is quoted."""
        return np.array([float(self.quoted[slice(r.start, r.stop)].mean()) if r else 0.0 for r in self.sentence_words])

    @cached_property
    def vectors(self) -> NDArray[np.float32] | None:
        """The sentences' vectors, where the reading has them."""
        rows = self.annotated.body.vectors
        return rows if rows is not None and len(rows) == len(self.sentences) else None

    @cached_property
    def rough(self) -> NDArray[np.float32]:
        """Stand-ins for the sentences' vectors, out of their words."""
        return rough_vectors(self.words, self.sentence_words)

    @cached_property
    def details(self) -> frozenset[str]:
        """Its figures, and the rare capitalised words within its sentences by their sound: what a report adds to."""
        text, starts = self.annotated.body.text, self.words.starts.tolist()
        first = {inside.start for inside in self.sentence_words}
        return frozenset(
            key(word)
            for place, word in enumerate(self.words.folded)
            if not word.isalpha()
            or (text[starts[place]].isupper() and place not in first and len(word) > 2 and commonness(word) <= RARE)
        )

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Whom it cites, in text order."""
        return voices(self)

    @cached_property
    def keys(self) -> frozenset[str]:
        """All its words as :attr:`details` has them."""
        return frozenset(map(key, self.held))

    @cached_property
    def runs(self) -> frozenset[int]:
        """Its runs of :data:`RUN_WORDS` words, each as one number: its wording, to be compared with others'."""
        return frozenset(shingles(self.words.codes, RUN_WORDS).tolist())

    @cached_property
    def mean(self) -> NDArray[np.float32]:
        """Mean of the sentences' vectors, of the rough ones where there are none; unit length, or zero."""
        rows = self.rough if self.vectors is None else self.vectors
        mean = rows.sum(axis=0)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)

    @cached_property
    def place(self) -> str | None:
        """Where the article stands on the web, at whatever time."""
        return place(self.article.url)

    @cached_property
    def order(self) -> tuple[date, str, str]:
        """Canonical order: by day and time of publication where known, then by id."""
        moment = self.article.published
        return (moment.day, moment.iso, self.id) if moment else (date.max, "", self.id)


def prepare(annotated: Annotated, publishers: Publishers) -> Account:
    """One article, prepared."""
    article, body = annotated.article, annotated.body
    words = split(body.text)
    quoted = _quoted(annotated, words)
    sentences = [words.within(sentence) for sentence in body.sentences]
    known = publishers.find(article.outlet, article.url)
    return Account(
        annotated=annotated,
        words=words,
        quoted=quoted,
        given=quoted | formulas(words, sentences, article.language or "en"),
        sentences=body.sentences or _paragraphs(body.text),
        outlet=known.name if known else _outlet(article),
        family=known.family if known else article.publisher,
        credits=credited(article, publishers),
    )


def _quoted(annotated: Annotated, words: Words) -> NDArray[np.bool_]:
    direct = [part for one in annotated.body.attributions if one.kind is AttributionKind.DIRECT for part in one.content]
    marked = np.zeros(len(words), bool)
    text, language = annotated.body.text, annotated.article.language or "en"
    for span in (*direct, *quotations(text), *statements(text, language)):
        inside = words.within(span)
        marked[inside.start : inside.stop] = True
    return marked


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """A folded word by its sound, so that a respelled name is no other; a figure without its unit ("€45m" is 45).

    >>> key("nkr45m") == key("45")
    True
    """
    return (sound(word) or word) if word.isalpha() else _LETTERS.sub("", word) or word


def _paragraphs(text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _PARAGRAPH.finditer(text) if match[0].strip())


def _outlet(article: Article) -> str | None:
    """The outlet's name, folded; where it is an address, or none is given, the host."""
    name = " ".join((article.outlet or "").split()).casefold()
    if name and not _HOST.fullmatch(name):
        return name
    return host(f"//{name}") or host(article.url or "") or None


def days_between(left: Moment, right: Moment) -> float:
    """Days from ``left`` to ``right``; with the time of day where both give one, in whole days otherwise.

    >>> days_between(Moment("2019-10-08"), Moment("2019-10-10T07:00:00+02:00"))
    2.0
    >>> days_between(Moment("2019-10-08T07:00:00Z"), Moment("2019-10-08T10:00:00+01:00"))
    0.08333333333333333
    """
    one, other = _instant(left), _instant(right)
    if one is not None and other is not None:
        return (other - one).total_seconds() / 86_400
    return float((right.day - left.day).days)


def _instant(moment: Moment) -> datetime | None:
    """The instant, if the source gave a time; without a zone it is taken as UTC, which errs by half a day at most."""
    if len(moment.iso) <= 10:
        return None
    instant = datetime.fromisoformat(moment.iso)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
