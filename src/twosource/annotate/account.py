"""Articles read whole: what the pipeline reads, then the rules over its tokens, in their order.

``annotate`` reads each article's text and title; ``redate`` resolves times again once an undated article has got its
date from its story, ``redate_within`` where it has got no more than a window. The invariants: readings keep to the
article's text as it stands; an article in a language that the pipeline does not read is read roughly, and only the
rules that need no tree run on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from twosource.annotate.attribution import find_attributions
from twosource.annotate.coreference import find_coreference
from twosource.annotate.events import find_events
from twosource.annotate.parts import part
from twosource.annotate.pipeline import Pipeline
from twosource.annotate.quantities import find_quantities, not_money
from twosource.annotate.segmentation.rough import read_roughly
from twosource.annotate.times import find_times
from twosource.annotate.times.quoted import quoted_days
from twosource.model.article import Article
from twosource.model.moment import Days, Moment
from twosource.model.reading import Annotated, AttributionKind, Reading
from twosource.model.span import Span
from twosource.text.tree import Tree

_GAP = "\n\n"
"""Between text and title: no sentence reaches across a blank line."""

_BATCH = 16
"""Articles that are asked for at once."""


def annotate(articles: Iterable[Article], pipeline: Pipeline) -> Iterator[Annotated]:
    """Read articles, text and title.

    Args:
        articles: In any number; they are read a few at a time.
        pipeline: From ``open_pipeline``.

    Yields:
        One account an article, in order.
    """
    for article, whole in _read(articles, pipeline):
        end = len(article.text)
        anchor = article.published.day if article.published else None
        language = language_of(article, pipeline.language)
        body = complete(part(whole, Span(0, end)), anchor, language)
        title = part(whole, Span(end + len(_GAP), len(whole.text))) if article.title else None
        yield Annotated(article, body, complete(title, anchor, language) if title else None)


def _read(articles: Iterable[Article], pipeline: Pipeline) -> Iterator[tuple[Article, Reading]]:
    """Read each article's text with its title behind it, for a headline's names agree with those of its article."""
    waiting = iter(articles)
    while batch := list(islice(waiting, _BATCH)):
        texts = [article.text + _GAP + article.title if article.title else article.text for article in batch]
        covered = [language_of(article, pipeline.language) == pipeline.language for article in batch]
        readings = pipeline.read(text for text, reads in zip(texts, covered, strict=True) if reads)
        for article, text, reads in zip(batch, texts, covered, strict=True):
            yield article, next(readings) if reads else read_roughly(text, language_of(article, pipeline.language))


def language_of(article: Article, default: str) -> str:
    """ISO 639-1 code of an article's language, without its region.

    Args:
        article: Its language may be missing, or be written ``en-GB``, ``en_US``, ``und`` (undetermined).
        default: For a language that is missing, or no code of two letters.

    >>> [language_of(Article("1", "Colour", language=given), "en") for given in ("de-AT", "und", None)]
    ['de', 'en', 'en']
    """
    code = (article.language or "").replace("_", "-").split("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() else default


def complete(reading: Reading, anchor: date | None, language: str) -> Reading:
    """Add what the rules find: figures, times, attributions, coreference, events.

    Args:
        reading: With sentences, tokens and names.
        anchor: Day to resolve relative times against.
        language: ISO 639-1 code.
    """
    figures = find_quantities(Tree(reading), language)
    tree = Tree(replace(reading, names=not_money(reading.text, reading.names, figures)))
    counted = replace(tree.reading, quantities=figures, times=find_times(tree, anchor, language), anchor=anchor)
    if not reading.parsed:
        return counted
    said = find_attributions(tree, language)
    read = replace(
        counted,
        coreference=find_coreference(tree, language, said),
        attributions=said,
        events=find_events(tree, language),
    )
    return _as_spoken(tree, read, language)


def redate(account: Annotated, published: Moment) -> Annotated:
    """Resolve the times of an account again, for an article whose date was inferred.

    Args:
        account: As it was annotated.
        published: The article's date, as it is known now.

    Returns:
        The account, its article dated and its relative times resolved.
    """
    language = language_of(account.article, "en")
    return Annotated(
        replace(account.article, published=published),
        _redated(account.body, published.day, language),
        _redated(account.title, published.day, language) if account.title else None,
    )


def redate_within(account: Annotated, window: Days) -> Annotated:
    """Resolve what means one day whichever day of a window the article is of: "4 March" needs its year alone.

    Args:
        account: As it was annotated, of an article without a date.
        window: Days between which it was published, both ends known.

    Returns:
        The account, its article as it was; of its times those resolved that both ends of the window read alike.
    """
    if window.start is None or window.end is None:
        return account
    language = language_of(account.article, "en")
    body, title = (
        _between(reading, window.start, window.end, language) if reading else None
        for reading in (account.body, account.title)
    )
    return Annotated(account.article, body or account.body, title)


def _between(reading: Reading, first: date, last: date, language: str) -> Reading:
    """A reading with the days of the times that two anchors read alike; as an anchor moves on, no time moves back."""
    early, late = (_redated(reading, anchor, language).times for anchor in (first, last))
    alike = {one.span: one for one, other in zip(early, late, strict=True) if one.days and one.days == other.days}
    times = (alike.get(one.span, one) if one.days is None else one for one in reading.times)
    return replace(reading, times=tuple(times))


def _redated(reading: Reading, anchor: date, language: str) -> Reading:
    tree = Tree(reading)
    return _as_spoken(tree, replace(reading, times=find_times(tree, anchor, language), anchor=anchor), language)


def _as_spoken(tree: Tree, reading: Reading, language: str) -> Reading:
    """A reading whose quoted times count from the day of speaking, where the text names it."""
    quotes = reading.times and any(one.kind is AttributionKind.DIRECT for one in reading.attributions)
    quoted = quoted_days(reading) if quotes else ()
    return replace(reading, times=find_times(tree, reading.anchor, language, quoted)) if quoted else reading
