"""A language's word lists as the fields of a dataclass, each read from the table that has a list of its name.

Reach for ``filled`` to make the words that a package of rules asks for, for ``word_list`` where one list is all. A list
is written in TOML as a list or as one text; what a field becomes, its annotation says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from twosource import resources
from twosource.annotate.matcher import PhraseMatcher

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Words = TypeVar("Words", bound="DataclassInstance")

_MADE: dict[str, Callable[[Iterable[str]], object]] = {
    "frozenset[str]": frozenset,
    "tuple[str, ...]": tuple,
    "PhraseMatcher[bool]": lambda listed: PhraseMatcher(dict.fromkeys(listed, True)),
}
"""What is made of a list by the annotation of its field; a field of another type takes what stands in the table."""


def filled(kind: type[Words], *tables: Mapping[str, Any], **given: Any) -> Words:  # noqa: ANN401 - any field's value
    """A dataclass with its fields read from tables.

    Args:
        kind: The dataclass; its module annotates by ``from __future__ import annotations``.
        tables: Asked in turn for each field's name.
        given: Fields that are made otherwise.

    Raises:
        KeyError: No table has a field.
    """
    read = (one for one in fields(kind) if one.name not in given)
    return kind(**given, **{one.name: _field(one.name, str(one.type), tables) for one in read})


def _field(name: str, annotation: str, tables: tuple[Mapping[str, Any], ...]) -> object:
    listed: Any = next((table[name] for table in tables if name in table), None)
    if listed is None:
        raise KeyError(name)
    make = _MADE.get(annotation)
    return make(listed.split() if isinstance(listed, str) else listed) if make else listed


@cache
def word_list(language: str, resource: str, name: str) -> frozenset[str]:
    """One list of a resource; ``name`` may lead into its tables ("nouns.bodies").

    Raises:
        LanguageError: The language has no such resource.
    """
    found: Any = resources.load(language, resource)
    for step in name.split("."):
        found = found[step]
    return frozenset(found.split() if isinstance(found, str) else found)
