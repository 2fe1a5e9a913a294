"""Who published a page, from what the page says of itself: masthead, imprint, "follow us" lines, headline suffix.

Nothing is guessed from the topic. The invariant: a name is taken for the outlet's only where a form says so (the
copyright line, "Subscribe to …"), or where it is made of words that outlets' names are made of and stands where a
masthead stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from twosource.clean.lines import Line
from twosource.clean.names import agency_named, outlet_named
from twosource.resources import with_english

_OWNED = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:\s*(?:©|\(c\)|copyright|by|\d{4}(?:\s?[–—-]\s?\d{2,4})?|[,:|]))*\s*(?P<name>[A-Z][^.,|•·;©\n(]{1,60})",
    re.IGNORECASE,
)
_NAME = r"(?P<name>(?:The\s)?[A-Z][\w'’&-]*(?:\s(?:of\s|and\s|&\s)?[A-Z][\w'’&-]*){0,4})"
_SUFFIX = re.compile(r"\s(?:[|–—-]|::|»|•)\s(?P<name>[^|–—»•]{2,60})$")


@cache
def mastheads(language: str | None) -> frozenset[str]:
    """Words that names of outlets are made of."""
    return frozenset(word for table in _tables(language) for word in table["masthead"]["words"])


def _tables(language: str | None) -> list[dict[str, dict[str, list[str]]]]:
    return with_english(language, "publication")


@cache
def _endings(language: str | None) -> tuple[str, ...]:
    """With which names of one word end, in languages that write compounds as one ("Grenzbote")."""
    return tuple(ending for table in _tables(language) for ending in table["masthead"].get("endings", ()))


@cache
def _small(language: str | None) -> frozenset[str]:
    """Words within an outlet's name that are written small ("Le Courrier des Deux Rives")."""
    others = (word for table in _tables(language)[:-1] for word in table["words"]["joints"])
    return frozenset({"of", "the", "and", "&", "for", *others})


@cache
def _named_after(language: str | None) -> re.Pattern[str]:
    before = sorted(
        {word for table in _tables(language) for word in table["masthead"]["before"]}, key=len, reverse=True
    )
    return re.compile(rf"(?:^|[.!?]\s)(?i:{'|'.join(map(re.escape, before))})\s{_NAME}")


@cache
def sections(language: str | None) -> frozenset[str]:
    """Names of sections that headlines carry behind them ("– News")."""
    return frozenset(word for table in _tables(language) for word in table["masthead"]["sections"])


def is_masthead(text: str, language: str | None) -> bool:
    """Whether a short text is an outlet's name by its words.

    >>> is_masthead("The Arvin Herald", "en"), is_masthead("Storm over Arvin", "en"), is_masthead("Moorbote", "de")
    (True, False, True)
    """
    if outlet_named(text):
        return True
    words = text.strip(" *_").split()
    if len(words) == 1:
        return words[0][0].isupper() and words[0].lower().endswith(_endings(language))
    capital = all(word[0].isupper() or word.lower() in _small(language) for word in words if word)
    spoken = {re.sub(r"['’]s$", "", word.lower().strip(".,:!'’")) for word in words}
    return 1 < len(words) <= 6 and capital and bool(spoken & mastheads(language))


def owner(lines: Sequence[Line], furniture: Sequence[int], language: str | None) -> tuple[str | None, str | None]:
    """The outlet, and the agency, that the page's own footer and calls name.

    Args:
        lines: The page.
        furniture: Indexes of the lines that are furniture.
        language: Of the page.

    Returns:
        Outlet and agency; each ``None`` where the page does not say.
    """
    agency = None
    for index in furniture:
        match = _OWNED.search(lines[index].text[:300])
        name = _trimmed(match["name"]) if match else None
        if name and (known := agency_named(name)):
            agency = agency or known
        elif name:
            return outlet_named(name) or name, agency
    for index in furniture:
        for match in _named_after(language).finditer(lines[index].text[:300]):
            if is_masthead(match["name"], language):
                return outlet_named(match["name"]) or match["name"], agency
    return None, agency


def _trimmed(name: str) -> str | None:
    """The owner's name without what footers say behind it."""
    name = re.split(
        r"\s(?:all rights|alle rechte|inc\b|llc\b|ltd\b|limited\b|gmbh\b|–|—|-)", name, maxsplit=1, flags=re.I
    )[0].strip()
    return name if 1 <= len(name.split()) <= 6 and name[0].isupper() and not name.lower().startswith("all ") else None


def split_title(title: str, language: str | None, outlet: str | None = None) -> tuple[str, str | None]:
    """A headline without the sections and outlets that pages hang behind it.

    Returns:
        The headline, and the outlet that stood behind it, if any.

    >>> split_title("Pier burns down in Arvin – News", "en"), split_title("Pier burns down | The Arvin Herald", "en")
    (('Pier burns down in Arvin', None), ('Pier burns down', 'The Arvin Herald'))
    """
    title, found = " ".join(title.split()), None
    for _ in range(3):
        match = _SUFFIX.search(title[-80:])
        if not match or match.start() + max(0, len(title) - 80) < 8:
            break
        name = match["name"].strip()
        same = bool(outlet) and name.casefold().removeprefix("the ") == str(outlet).casefold().removeprefix("the ")
        masthead = (is_masthead(name, language) and len(name.split()) <= 5) or agency_named(name) is not None
        if not (
            same or masthead or name.casefold() in sections(language) or re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name)
        ):
            break
        if (same or masthead) and not agency_named(name):
            found = outlet_named(name) or name
        title = title[: len(title) - len(match[0])].rstrip()
    return title, found
