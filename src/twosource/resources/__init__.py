"""Word lists and tables, per language, as data with their sources: ``<language>/<name>.toml``.

Code never lists words; it asks here. A language that lacks a list simply has none.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from twosource.errors import LanguageError


def folder(language: str) -> Traversable:
    """The folder of a language's resources."""
    return files(__name__) / language


@cache
def load(language: str, name: str) -> dict[str, Any]:
    """A resource's table.

    Args:
        language: ISO 639-1 code, or ``common`` for what no language owns.
        name: File name without ``.toml``.

    Raises:
        LanguageError: There is no such list in this language.
    """
    path = folder(language) / f"{name}.toml"
    if not path.is_file():
        raise LanguageError(
            f"no list {name!r} for language {language!r}; there is one for: {', '.join(languages(name))}"
        )
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def languages(name: str) -> tuple[str, ...]:
    """The languages that have the list ``name``, sorted."""
    folders = (entry for entry in files(__name__).iterdir() if entry.is_dir())
    return tuple(sorted(entry.name for entry in folders if (entry / f"{name}.toml").is_file()))
