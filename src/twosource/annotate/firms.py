"""Names that hold other names: firms of partners, firms with their legal form, countries of two parts.

A reader that goes word by word sees two names in "Velsted & Kolm" and in "Orlund and Tarnby", and misses the "plc" that
says what "Lomna Tin" is. The invariant: names are only joined to what stands right beside them, and stay in order and
apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from twosource import resources
from twosource.annotate.lists import word_list

Name = tuple[int, int, str]


def with_partners(words: Sequence[str], names: Sequence[Name], language: str = "en") -> list[Name]:
    """Join partners by "&", countries by "and", and firms with their legal form.

    Args:
        words: the sentence.
        names: in order and apart.
        language: ISO 639-1 code of the lists to use.

    >>> with_partners("Velsted & Kolm , LLP sued Ida".split(), [(0, 1, "person"), (2, 3, "person"), (6, 7, "person")])
    [(0, 5, 'organization'), (6, 7, 'person')]
    """
    found: list[Name] = []
    for name in names:
        whole = _joined(words, found[-1], name) if found else None
        if whole:
            found[-1] = whole
        else:
            found.append(name)
    return list(_with_forms(words, found, language))


def _joined(words: Sequence[str], left: Name, right: Name) -> Name | None:
    """The one name that two are, or nothing."""
    if right[0] - left[1] != 1:
        return None
    if words[left[1]] == "&" and not _are_two(left, right):
        return left[0], right[1], "organization"
    if words[left[1]] == "and" and " ".join(words[left[0] : right[1]]) in _countries():
        return left[0], right[1], "place"
    return None


def _are_two(left: Name, right: Name) -> bool:
    """Whether two names with "&" between are two for sure: places, or people named in full."""
    people = left[2] == right[2] == "person" and min(left[1] - left[0], right[1] - right[0]) > 1
    return people or left[2] == right[2] == "place"


def _with_forms(words: Sequence[str], names: Sequence[Name], language: str) -> Iterator[Name]:
    forms = word_list(language, "name_edges", "firms")
    for place, (start, end, kind) in enumerate(names):
        behind = end + (words[end : end + 1] == [","])
        if behind < len(words) and words[behind] in forms:
            taken = place + 1 < len(names) and names[place + 1][0] <= behind
            if not taken and kind != "other":
                yield start, behind + 1, "organization"
                continue
        yield start, end, kind


@cache
def _countries() -> frozenset[str]:
    names = [country["name"] for country in resources.load("common", "places")["countries"]]
    return frozenset(name for name in names if " and " in name)
