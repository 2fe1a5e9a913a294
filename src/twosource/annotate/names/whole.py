"""Names that were read in parts are made whole, and firms and countries that hold several names.

Word by word, a name may break where it goes on: at an initial apart from its stop, as tokenised and scraped text has
them ("U . N .", "Mara W . Tarn"), behind a small word ("Republic of | Lomna"), behind a part of the world ("Northern |
Lomna"). And a small word or a form of address may be left that is no name by itself, or words without a capital where
the sentence has some: foreign words and initials under an article, nearly always. "Velsted & Kolm" and "Orlund and
Tarnby" are read as two, and the "plc" is missed that says what "Lomna Tin" is. The invariant: what comes out is in
order and apart, and names are only joined to what stands right beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from twosource import resources
from twosource.annotate.lists import word_list

Name = tuple[int, int, str]


def made_whole(words: Sequence[str], names: Sequence[Name], language: str = "en") -> list[Name]:
    """Join what is one name, and trim small words off its end, forms of address off its beginning.

    Args:
        words: the sentence.
        names: in order and apart.
        language: ISO 639-1 code of the lists to use.

    >>> made_whole("The U . N . met Mara W . Tarn .".split(), [(1, 2, "place"), (6, 8, "person"), (9, 10, "person")])
    [(1, 5, 'place'), (6, 10, 'person')]
    >>> made_whole("He left the Republic of Lomna".split(), [(3, 5, "place"), (5, 6, "place")])
    [(3, 6, 'place')]
    >>> made_whole("Vendors sell tortillas".split(), [(2, 3, "person")])
    []
    """
    found: list[Name] = []
    for name in _with_initials(words, names):
        if found and found[-1][1] == name[0] and _goes_on(words, found[-1], name, language):
            kind = name[2] if _is(words, found[-1], "directions", language) else found[-1][2]
            found[-1] = (found[-1][0], name[1], kind)
        else:
            found.append(name)
    capitals = not " ".join(words).islower()
    trimmed = (_trimmed(words, one, language) for one in found)
    return [name for name in trimmed if name and not (capitals and " ".join(words[name[0] : name[1]]).islower())]


def _goes_on(words: Sequence[str], left: Name, right: Name, language: str) -> bool:
    """Whether two names that touch are one."""
    if words[left[1] - 1].lower() in word_list(language, "name_edges", "joints"):
        return right[2] != "person"
    return _is(words, left, "directions", language) and left[2] == "place" and right[2] in ("place", "other")


def _is(words: Sequence[str], name: Name, of: str, language: str) -> bool:
    return name[1] - name[0] == 1 and words[name[0]].lower() in word_list(language, "name_edges", of)


def _trimmed(words: Sequence[str], name: Name, language: str) -> Name | None:
    start, end, kind = name
    while start < end and words[end - 1].lower() in word_list(language, "name_edges", "joints"):
        end -= 1
    address = word_list(language, "name_edges", "address")
    while start < end and (kind == "person" or end - start == 1) and words[start].lower() in address:
        start += 1
    return (start, end, kind) if start < end else None


def _with_initials(words: Sequence[str], names: Sequence[Name]) -> Iterator[Name]:
    """The names, those that end in an initial and a stop extended over the initials and the name that follow."""
    begun = {start: (end, kind) for start, end, kind in names}
    reached = 0
    for start, end, kind in names:
        if start >= reached:
            reached = _end(words, start, end, kind, begun)
            yield start, reached, kind


def _end(words: Sequence[str], start: int, end: int, kind: str, begun: dict[int, tuple[int, str]]) -> int:
    letters = end - start == 1
    while end < len(words) and words[end] == "." and _is_initial(words[end - 1]):
        following, after = begun.get(end + 1, (0, ""))
        if letters and end + 1 < len(words) and _is_initial(words[end + 1]):
            end += 2
        elif kind == "person" and after in ("", "person") and words[end + 1 : end + 2] and words[end + 1].istitle():
            end = following or end + 2
        else:
            # The stop of the last initial is the name's, unless it ends the sentence.
            return end + 1 if letters and end - start > 1 and end + 1 < len(words) else end
    return end


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


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
