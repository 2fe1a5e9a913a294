"""Word lists and tables, per language, as data with their sources: ``<language>/<name>.toml``.

Code never lists words; it asks here. A language that lacks a list simply has none.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
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


def listed(language: str, name: str) -> dict[str, Any]:
    """A resource's table, as ``load`` gives it; an empty one for a language that has none."""
    return load(language, name) if language in languages(name) else {}


def with_english(language: str | None, name: str) -> list[dict[str, Any]]:
    """A language's table where it has one, and the English one, whose wordings pages of all languages carry."""
    own = [language] if language and language != "en" and language in languages(name) else []
    return [load(one, name) for one in [*own, "en"]]


@cache
def in_all_languages(name: str, key: str) -> frozenset[str]:
    """The words that any language's table ``name`` lists under ``key``, be it a list, a table or one text."""
    return frozenset(word for language in languages(name) for word in _words(load(language, name)[key]))


def _words(listed: str | list[str] | dict[str, Any]) -> Iterable[str]:
    return listed.split() if isinstance(listed, str) else listed


@cache
def languages(name: str) -> tuple[str, ...]:
    """The languages that have the list ``name``, sorted."""
    folders = (entry for entry in files(__name__).iterdir() if entry.is_dir())
    return tuple(sorted(entry.name for entry in folders if (entry / f"{name}.toml").is_file()))
