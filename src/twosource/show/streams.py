"""The stream commands: each stage over JSON Lines, so that any tool can feed it and any evaluation can score it.

Every command takes lines and yields lines. A line that cannot be read gives an error line in its place; the rest goes
on. Commands that judge one record at a time keep the order of their input; ``group`` and ``trace`` read all of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from twosource import annotate, clean, corroborate, group, link, trace
from twosource.annotate import conllu
from twosource.errors import InputError, RecordError
from twosource.flow import Options, readings
from twosource.model.article import Article
from twosource.model.page import Page, Quarantined
from twosource.model.reading import Annotated, EntityType
from twosource.read.records import record
from twosource.show.records import Line, article_from, dumps, moment_from, parse, reading_record
from twosource.tell.assemble import article_record, lineage_record

Result = TypeVar("Result")

BATCH = 64
"""Records read ahead by the commands that run the language model, which is faster on several texts at once."""


def clean_lines(lines: Iterable[str], options: Options) -> Iterator[str]:
    """``{"id", "html" or "text", …}`` to the article without its furniture, with its metadata and credits."""

    def one(line: str, number: int) -> Line:
        return article_record(_cleaned(line, number, options)).model_dump(mode="json")

    return _each(lines, one)


def annotate_lines(lines: Iterable[str], options: Options) -> Iterator[str]:
    """Article lines to sentences, tokens, names, figures, times, attributions and coreference."""
    pipeline = annotate.open_pipeline(options.pipeline, options.language or "en")
    numbered = enumerate(lines, 1)
    while batch := list(islice(numbered, BATCH)):
        read_in = [_try(line, number, lambda line, number: _article(line, number, options)) for number, line in batch]
        results = readings([one for one in read_in if isinstance(one, Article)], pipeline)
        for one in read_in:
            yield dumps(_annotated(one, next(results)) if isinstance(one, Article) else one)


def _annotated(article: Article, result: Annotated | Quarantined) -> Line:
    if isinstance(result, Quarantined):
        return {"id": article.id, "error": result.reason}
    return reading_record(article.id, result.body)


def annotate_conllu(lines: Iterable[str], options: Options) -> Iterator[str]:
    """CoNLL-U in, the same tokens with predicted tags, features, lemmas, trees and names out."""
    pipeline = annotate.open_pipeline(options.pipeline, options.language or "en")
    return (f"{line}\n" for line in conllu.annotate_conllu(lines, pipeline))


def group_lines(lines: Iterable[str], options: Options) -> Iterator[str]:
    """Article lines (text may be empty) to a line a story."""
    accounts, errors = _accounts(lines, options)
    yield from map(dumps, errors)
    for story in group.group(accounts):
        yield dumps({"story": story.id, "title": story.title, "articles": list(story.articles)})


def trace_lines(lines: Iterable[str], options: Options) -> Iterator[str]:
    """Article lines to one object: copies, origins, versions."""
    accounts, errors = _accounts(lines, options)
    lineage = lineage_record(trace.trace(accounts, options.known_publishers())).model_dump(mode="json", by_alias=True)
    yield dumps({**lineage, "errors": errors} if errors else lineage)


def compare_lines(lines: Iterable[str], options: Options) -> Iterator[str]:
    """Pairs of sentences to their relation, with its kind, score and reason."""
    pipeline = annotate.open_pipeline(options.pipeline, options.language or "en")

    def one(line: str, number: int) -> Line:
        record = parse(line, number, ("id", "left", "right"))
        sides = [_side(record, side, number) for side in ("left", "right")]
        accounts = [_or_error(one, number) for one in readings(sides, pipeline)]
        relation = corroborate.compare(accounts[0], accounts[1], link.link(accounts))
        kind = relation.kind and relation.kind.value
        return {
            "id": record["id"],
            "relation": relation.relation.value,
            "kind": kind,
            "score": round(relation.score, 4),
            "reason": relation.reason,
        }

    return _each(lines, one)


def names_lines(lines: Iterable[str]) -> Iterator[str]:
    """Pairs of names to whether they name the same, with score and reason."""

    def one(line: str, number: int) -> Line:
        record = parse(line, number, ("id", "left", "right"))
        try:
            kind = EntityType(record.get("type") or "person")
        except ValueError:
            known = ", ".join(EntityType)
            raise RecordError(f"line {number}", f'"type" is one of: {known}; not {record["type"]!r}') from None
        judgement = link.compare_names(record["left"], record["right"], kind)
        score = round(judgement.score, 4)
        return {"id": record["id"], "same": judgement.same, "score": score, "reason": judgement.reason}

    return _each(lines, one)


def _each(lines: Iterable[str], function: Callable[[str, int], Line]) -> Iterator[str]:
    """One output line for each input line that is not blank."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield dumps(_try(line, number, function))


def _try(line: str, number: int, function: Callable[[str, int], Result]) -> Result | Line:
    """What ``function`` makes of a line, or an error record."""
    try:
        return function(line, number)
    except InputError as error:
        return {"id": _identifier(line), "error": str(error)}


def _identifier(line: str) -> str | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    found = record.get("id") if isinstance(record, dict) else None
    return found if isinstance(found, str) else None


def _page(line: str, number: int) -> Page:
    """The page in an article line."""
    fields = parse(line, number)
    return record(f"line {number}", None, fields, "utf-8").page


def _article(line: str, number: int, options: Options) -> Article:
    """An article with its text as it stands; HTML is cleaned, for there is no other way to its text."""
    fields = parse(line, number)
    if fields.get("text") is None and isinstance(fields.get("html"), str):
        return _cleaned(line, number, options)
    return article_from(fields, number)


def _credited(line: str, number: int, options: Options) -> Article:
    """The same with the credits that cleaning reads, for lineage lives on them."""
    article = _article(line, number, options)
    if article.credits or not article.text.strip():
        return article
    cleaned = _cleaned(line, number, options)
    return replace(
        article, credits=cleaned.credits, outlet=cleaned.outlet, published=article.published or cleaned.published
    )


def _cleaned(line: str, number: int, options: Options) -> Article:
    """An article without its furniture.

    Raises:
        RecordError: Nothing is left of it.
    """
    (article,) = clean.clean([_page(line, number)], options.published, options.language)
    if isinstance(article, Quarantined):
        raise RecordError(f"line {number}", article.reason)
    return article


def _accounts(lines: Iterable[str], options: Options) -> tuple[list[Annotated], list[Line]]:
    """All articles of a stream, read; and an error record for each line that is none."""
    pipeline = annotate.open_pipeline(options.pipeline, options.language or "en")
    articles: dict[str, Article] = {}
    errors: list[Line] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        one = _try(line, number, lambda line, number: _credited(line, number, options))
        if not isinstance(one, Article):
            errors.append(one)
        elif one.id in articles:
            errors.append({"id": one.id, "error": f"line {number}: the id {one.id!r} was used before"})
        else:
            articles[one.id] = one
    ordered = [articles[key] for key in sorted(articles)]
    accounts: list[Annotated] = []
    for article, result in zip(ordered, readings(ordered, pipeline), strict=True):
        if isinstance(result, Annotated):
            accounts.append(result)
        else:
            errors.append({"id": article.id, "error": result.reason})
    return accounts, errors


def _or_error(result: Annotated | Quarantined, number: int) -> Annotated:
    """An account.

    Raises:
        RecordError: It could not be read.
    """
    if isinstance(result, Quarantined):
        raise RecordError(f"line {number}", result.reason)
    return result


def _side(record: Line, side: str, number: int) -> Article:
    published = record.get(f"{side}_published")
    if not isinstance(published, str | None):
        raise RecordError(f"line {number}", f'"{side}_published" must be a date or null')
    if not isinstance(record.get("language"), str | None):
        raise RecordError(f"line {number}", '"language" must be a text or null')
    article = Article(id=side, text=record[side], language=record.get("language"))
    return replace(article, published=moment_from(published, number, f"{side}_published"))
