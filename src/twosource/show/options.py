"""The options that several commands share, and how what a user gives them is checked."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from twosource.model.moment import Moment


def code(text: str | None) -> str | None:
    """A language's two letters.

    Raises:
        click.BadParameter: It is no such code.
    """
    if text is not None and not re.fullmatch("[a-z]{2}", text):
        raise click.BadParameter(f"{text!r} is no ISO 639-1 code; such as en")
    return text


def moment(text: str | None) -> Moment | None:
    """A date or datetime.

    Raises:
        click.BadParameter: It is none.
    """
    from twosource.model.moment import Moment

    try:
        return None if text is None else Moment(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no ISO 8601 date; such as {date(2019, 3, 5)}") from None


language = click.option(
    "--language",
    metavar="CODE",
    callback=lambda *given: code(given[-1]),
    help="Language of all input (ISO 639-1). Told from each text if not given.",
)
published = click.option(
    "--published", metavar="DATE", callback=lambda *given: moment(given[-1]), help="Date of undated input (ISO 8601)."
)
pipeline = click.option(
    "--pipeline", metavar="NAME", help="Installed spaCy pipeline to read with, instead of the bundled one."
)
publishers = click.option(
    "--publishers",
    metavar="FILE",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TOML file that extends the table of publishers and agencies (docs/publishers.md). May be given again.",
)
source = click.argument("source", type=click.File("r", encoding="utf-8", errors="replace"), default="-")
