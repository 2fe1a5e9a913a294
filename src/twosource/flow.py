"""The whole pipeline on one page: which stage follows which, and what travels between them.

    Page -> Article -> Annotated -> Story -> (dates, entities, lineage, claims, timeline) -> Dossier

Stages do not know each other; here they meet. Everything is a function of its input alone: the same accounts, in
whatever order they are named, give the same dossier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from twosource import annotate, clean, corroborate, group, link, read, tell, trace
from twosource.errors import NothingToReadError, PublishersError, TwosourceError
from twosource.model.article import Article, PublishedFrom
from twosource.model.dossier import Dossier
from twosource.model.moment import Moment
from twosource.model.page import Page, Quarantined
from twosource.model.reading import Annotated
from twosource.model.story import Story
from twosource.tell.assemble import Told

_ALONE = 16
"""Articles that are read one by one where a batch fails: as many as ``annotate`` reads at once."""

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many of its items are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told.

    Attributes:
        language: ISO 639-1 code for all input; told from each text if ``None``.
        published: Date of publication for input that carries none.
        pipeline: Name of an installed spaCy pipeline to read with instead of the bundled one.
        publishers: TOML files that extend the table of publishers, families and agencies.
    """

    language: str | None = None
    published: Moment | None = None
    pipeline: str | None = None
    publishers: tuple[Path, ...] = ()

    def known_publishers(self) -> trace.Publishers:
        """The package's table of publishers with the user's own laid over it.

        Raises:
            PublishersError: A file cannot be read or is no such table.
        """
        try:
            return trace.Publishers.known(*self.publishers)
        except (OSError, ValueError, KeyError) as error:
            names = ", ".join(map(str, self.publishers))
            raise PublishersError(f"{names}: no table of publishers ({error})") from error


def brief(
    paths: Sequence[str],
    options: Options | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """Read accounts and report what they claim, on whose word, and how they depend on each other.

    Args:
        paths: Files and folders; ``-`` is ``stdin``.
        options: What the run is told beyond its input.
        stdin: Bytes to read for ``-``.
        progress: Told how far each stage is.

    Returns:
        The dossier. Input that could not be read stands in ``quarantined``, with its reason.

    Raises:
        NothingToReadError: Nothing at all could be read.
        PipelineError: ``options.pipeline`` is not installed or does not fit.
        PublishersError: ``options.publishers`` names a file that is no table of publishers.
    """
    options = options or Options()
    progress = progress or _silent
    publishers = options.known_publishers()
    articles, quarantined = accounts_in(paths, options, stdin)
    accounts, failed = annotated(articles, options, progress)
    by_id = {account.article.id: account for account in accounts}
    order = {identifier: place for place, identifier in enumerate(by_id)}
    told = []
    stories = group.group(accounts, picked=True)
    for done, story in enumerate(stories):
        progress("comparing", done, len(stories))
        members = [by_id[each] for each in sorted(story.articles, key=order.__getitem__)]
        found = _compared(story, members, publishers)
        if isinstance(found, list):
            failed += found
            by_id = {each: account for each, account in by_id.items() if each not in story.articles}
        else:
            told.append(found[0])
            by_id |= {account.article.id: account for account in found[1]}
    progress("comparing", len(stories), len(stories))
    quarantined = sorted([*quarantined, *failed], key=lambda one: (one.path, one.reason))
    if not told:
        reasons = "; ".join(f"{one.path}: {one.reason}" for one in quarantined)
        raise NothingToReadError(f"nothing could be read ({reasons or 'no input'})")
    told.sort(key=lambda one: (-len(one.story.articles), one.story.id))
    articles = [replace(account.article, parsed=account.body.parsed) for account in by_id.values()]
    return tell.assemble(articles, quarantined, told)


def accounts_in(
    paths: Sequence[str], options: Options, stdin: BinaryIO | None = None
) -> tuple[list[Article], list[Quarantined]]:
    """Read and clean: the articles in an order of their own, whatever the order of ``paths``, and what was rejected."""
    found = list(read.read(paths, stdin))
    pages = sorted((one for one in found if isinstance(one, Page)), key=lambda page: page.id)
    cleaned = clean.clean(pages, options.published, options.language)
    publishers = options.known_publishers()
    articles = [_with_publisher(one, publishers) for one in cleaned if isinstance(one, Article)]
    articles.sort(key=lambda article: (article.path or article.url or "", article.id))
    rejected = [one for one in (*found, *cleaned) if isinstance(one, Quarantined)]
    return articles, sorted(rejected, key=lambda one: (one.path, one.reason))


def _with_publisher(article: Article, publishers: trace.Publishers) -> Article:
    known = publishers.find(article.outlet, article.url)
    return replace(article, publisher=known.family) if known and article.publisher is None else article


def annotated(
    articles: Sequence[Article], options: Options, progress: Progress | None = None
) -> tuple[list[Annotated], list[Quarantined]]:
    """Read every article's sentences, names, figures, times, attributions and events; and what could not be read."""
    progress = progress or _silent
    if not articles:
        return [], []
    pipeline = annotate.open_pipeline(options.pipeline, options.language or "en")
    found: list[Annotated] = []
    failed: list[Quarantined] = []
    for one in readings(articles, pipeline):
        if isinstance(one, Annotated):
            found.append(one)
        else:
            failed.append(one)
        progress("reading", len(found) + len(failed), len(articles))
    return found, failed


def readings(articles: Sequence[Article], pipeline: annotate.Pipeline) -> Iterator[Annotated | Quarantined]:
    """Annotate each article; one on which the rules fail is quarantined, and the others are read all the same.

    A run over thousands of articles must not end for one sentence that nobody thought of. Such a failure is an error
    of ours, so its reason says so. Where a batch fails, its articles are read one by one, to find the one.
    """
    done = 0
    while done < len(articles):
        try:
            for account in annotate.annotate(articles[done:], pipeline):
                yield account
                done += 1
        except (TwosourceError, MemoryError):
            raise
        except Exception:
            alone = articles[done : done + _ALONE]
            yield from (_reading(article, pipeline) for article in alone)
            done += len(alone)


def _reading(article: Article, pipeline: annotate.Pipeline) -> Annotated | Quarantined:
    try:
        return next(annotate.annotate([article], pipeline))
    except (TwosourceError, MemoryError):
        raise
    except Exception as error:
        return _failed(article, "its language could not be analysed", error)


def _failed(article: Article, what: str, error: Exception) -> Quarantined:
    failure = f"{type(error).__name__}: {error}"
    return Quarantined(article.path or article.url or article.id, f"{what}, by an error of twosource ({failure})")


def _compared(
    story: Story, accounts: list[Annotated], publishers: trace.Publishers
) -> tuple[Told, list[Annotated]] | list[Quarantined]:
    """What a story's accounts tell together; where a rule fails on them, each of them with the reason."""
    try:
        return _tell(story, accounts, publishers)
    except (TwosourceError, MemoryError):
        raise
    except Exception as error:
        return [_failed(account.article, "it could not be compared with others", error) for account in accounts]


def _tell(story: Story, accounts: list[Annotated], publishers: trace.Publishers) -> tuple[Told, list[Annotated]]:
    """Everything that is found in one story, and its accounts with the dates that they gave each other."""
    accounts = list(dated(accounts))
    entities = link.link(accounts)
    lineage = trace.trace(accounts, publishers)
    claims = corroborate.corroborate(accounts, entities, lineage)
    return Told(story, entities, claims, lineage, tell.timeline(claims, accounts)), accounts


def dated(accounts: Sequence[Annotated]) -> Iterable[Annotated]:
    """Accounts of one story fix each other's dates; times are then resolved again, also where no more than a window is
    known.
    """
    datings, around = link.date_accounts(accounts), link.days_around(accounts)
    for account in accounts:
        dating = datings.get(account.article.id)
        if account.article.published is not None:
            yield account
        elif dating is not None and dating.published is not None:
            article = replace(account.article, published=dating.published, published_from=PublishedFrom.STORY)
            yield replace(annotate.redate(account, dating.published), article=article)
        else:
            window = dating.window if dating else None
            within = window or around
            known = annotate.redate_within(account, within) if within else account
            yield replace(known, article=replace(account.article, window=window))


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
