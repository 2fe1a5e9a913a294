"""The command line. Every command is a thin door to a function; nothing is decided here.

Imports stay within the commands, so that ``twosource --help`` answers at once.

Exit codes: 0 all well; 2 wrong usage; 3 some input was quarantined; 4 nothing could be read; 1 anything else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from twosource.show.options import language, pipeline, published, publishers, source

if TYPE_CHECKING:
    from twosource.flow import Options
    from twosource.model.dossier import Dossier

QUARANTINED, NOTHING = 3, 4
FORMATS = ("terminal", "markdown", "html", "json")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="twosource")
def main() -> None:
    """Many accounts of one event in, one cited dossier out.

    Reports what each account claims and on whose word, who copied whom, how many independent origins stand behind each
    claim, and where accounts conflict. It reports corroboration, never truth.

    The commands beside brief and schema read JSON Lines from the file SOURCE, or from standard input where none is
    named, and print JSON Lines (docs/streams.md). A line that cannot be read gives a line with its error; the exit code
    is 1 only where they could not run at all.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Write dossier.json, brief.md, brief.html there."
)
@click.option(
    "--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help="Write the dossier to this file."
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="terminal", show_default=True, help="What to print."
)
@language
@published
@pipeline
@publishers
@click.option("--all", "everything", is_flag=True, help="Show everything; without it a story is two screens.")
def brief(
    paths: tuple[str, ...], out: Path | None, json_file: Path | None, form: str, everything: bool, **told: Any
) -> None:
    """Read accounts of an event and print the brief.

    PATH is a file, a folder or - for standard input. Plain text, Markdown, HTML, feeds (RSS, Atom), mail, web archives
    (WARC), CSV and JSON Lines are told from the content, not from the name. Exit codes: 0 all well, 1 it could not run
    or write, 2 wrong usage, 3 some input was quarantined (the brief says which and why), 4 nothing could be read.
    """
    if json_file is not None and not json_file.parent.is_dir():
        raise click.BadParameter(f"there is no folder {str(json_file.parent)!r}", param_hint="'--json'")
    from twosource import flow
    from twosource.errors import NothingToReadError, TwosourceError
    from twosource.show.progress import progress_bar

    try:
        with progress_bar() as progress:
            dossier = flow.brief(paths, flow.Options(**told), stdin=sys.stdin.buffer, progress=progress)
    except NothingToReadError as error:
        _fail(str(error), NOTHING)
    except TwosourceError as error:
        _fail(str(error), 1)
    try:
        _write(dossier, out, json_file)
    except OSError as error:
        _fail(f"{error.filename}: {error.strerror}", 1)
    _show(dossier, form, everything)
    sys.exit(QUARANTINED if dossier.quarantined else 0)


def _write(dossier: Dossier, out: Path | None, json_file: Path | None) -> None:
    from twosource import tell

    if json_file is not None:
        json_file.write_text(dossier.to_json(), encoding="utf-8")
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        (out / "dossier.json").write_text(dossier.to_json(), encoding="utf-8")
        (out / "brief.md").write_text(tell.markdown(dossier, everything=True), encoding="utf-8")
        (out / "brief.html").write_text(tell.html(dossier), encoding="utf-8")


def _show(dossier: Dossier, form: str, everything: bool) -> None:
    from rich.console import Console

    from twosource import tell

    match form:
        case "terminal":
            console = Console(highlight=False)
            with console.capture() as printed:
                tell.terminal(dossier, everything=everything, console=console)
            _print([printed.get()])
        case "markdown":
            _print([tell.markdown(dossier, everything=everything)])
        case "html":
            _print([tell.html(dossier)])
        case _:
            _print([dossier.to_json()])


@main.command()
@click.argument("name", type=click.Choice(["dossier"]))
def schema(name: str) -> None:
    """Print the JSON Schema of what brief --json writes."""
    import json

    from twosource.model.dossier import Dossier

    table = Dossier.model_json_schema(mode="serialization", by_alias=True)
    _print([json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **table}, indent=2) + "\n"])


@main.command()
@source
@language
def clean(source: TextIO, language: str | None) -> None:
    """Take the page furniture out of articles.

    In: a line an article, {"id", "html" or "text"}. Out: a line an article, with its text, title, byline, outlet, date
    and credits, and with what was dropped and why.
    """
    from twosource.show import streams

    _stream(streams.clean_lines, source, _options(language=language))


@main.command()
@source
@language
@pipeline
@click.option(
    "--from",
    "given",
    type=click.Choice(["jsonl", "conllu"]),
    default="jsonl",
    show_default=True,
    help="Form of the input.",
)
@click.option(
    "--to",
    "wanted",
    type=click.Choice(["jsonl", "conllu"]),
    default="jsonl",
    show_default=True,
    help="Form of the output.",
)
def annotate(source: TextIO, given: str, wanted: str, **told: Any) -> None:
    """Find sentences, trees, names, figures, times and quotations.

    In: a line an article, {"id", "text"}, with "published" for its times. Out: a line an article. With --from conllu
    --to conllu the tokens of the input are kept, and tags, heads, labels and names are predicted.
    """
    if given != wanted:
        raise click.UsageError("the two forms do not mix: give --from and --to both as jsonl or both as conllu")
    from twosource.show import streams

    _stream(streams.annotate_conllu if given == "conllu" else streams.annotate_lines, source, _options(**told))


@main.command()
@source
@language
@pipeline
def group(source: TextIO, **told: Any) -> None:
    """Put articles on one event together.

    In: a line an article, {"id", "text"}, with "title" and "published" where known. Out: a line a story, with the ids
    of its articles.
    """
    from twosource.show import streams

    _stream(streams.group_lines, source, _options(**told))


@main.command()
@source
@language
@pipeline
@publishers
def trace(source: TextIO, **told: Any) -> None:
    """Say who copied whom in articles on one event.

    In: a line an article, {"id", "text"}, with "outlet", "byline", "published" and "url" where known. Out: one object,
    with the copies and their passages, the independent origins and the versions.
    """
    from twosource.show import streams

    _stream(streams.trace_lines, source, _options(**told))


@main.command()
@source
@language
@pipeline
def compare(source: TextIO, **told: Any) -> None:
    """Say whether two sentences agree, conflict or tell of two things.

    In: a line a pair, {"id", "left", "right"}, with "left_published" and "right_published" where known. Out: a line a
    pair, with its relation (same, refines, updates, conflicts, related or unrelated), kind, score and reason.
    """
    from twosource.show import streams

    _stream(streams.compare_lines, source, _options(**told))


@main.command()
@source
def names(source: TextIO) -> None:
    """Say whether two names mean the same.

    In: a line a pair, {"id", "left", "right", "type"}; the type is person, organization, place or other. Out: a line a
    pair, with same (true or false), score and reason.
    """
    from twosource.show import streams

    _stream(lambda lines, _: streams.names_lines(lines), source, _options())


def _stream(command: Callable[[Iterable[str], Options], Iterator[str]], lines: TextIO, options: Options) -> None:
    from twosource.errors import TwosourceError

    try:
        _print(command(lines, options))
    except TwosourceError as error:
        _fail(str(error), 1)


def _options(**told: Any) -> Options:
    from twosource.flow import Options

    return Options(**told)


def _print(parts: Iterable[str]) -> None:
    """Write to standard output; a reader that has gone away (``| head``) is no error."""
    try:
        for part in parts:
            sys.stdout.write(part)
            sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _fail(message: str, code: int) -> None:
    click.echo(f"twosource: {message}", err=True)
    sys.exit(code)
