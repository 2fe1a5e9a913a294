"""Lines that say where a text comes from: "Source: Reuters", "Original url: …", "AFP contributed to this report".

They stand below the article as a rule. They are credits, and evidence of the outlet: the host of an original address
names it. The invariant: only lines that consist of such a statement are taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from twosource.clean.bylines import parse_byline
from twosource.clean.lines import Line, Marks
from twosource.clean.names import agency_named, credited, host_of, names, outlet_named
from twosource.model.article import Credit, CreditKind
from twosource.resources import with_english

_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ADDRESS_REST = re.compile(r"[\w%&=?./#-]{1,80}$")
_CLAUSE = re.compile(r"[;.)\]]")
_LONGEST_SOURCE = 9  # words of a line that names its source
_LONGEST_NOTE = 60  # words of a note on who contributed
_WHOLLY = (
    "originally", "first ", "republished", "reposted", "reprinted", "this story was", "this article was",
    "from a syndicated", "published from", "auto-generated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sources:
    """What the page says of its sources.

    Attributes:
        url: The address of the original.
        marks: The lines, with their reason.
    """

    url: str | None = None
    credits: tuple[Credit, ...] = ()
    marks: Marks = field(default_factory=dict)


@cache
def _vocabulary(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    tables = with_english(language, "credits")
    labels, notes = (
        "|".join(
            re.escape(word).replace("…", ".{1,200}?")
            for word in sorted({w for table in tables for w in table[part]}, key=lambda w: (-len(w), w))
        )
        for part in ("source_line", "with_agencies")
    )
    return re.compile(
        rf"[(\[]?(?:{labels})(?P<mark>\s?:|\s-|\s)\s?(?P<name>.*)$|(?:{labels})$", re.IGNORECASE
    ), re.compile(rf"(?<!\w)(?:{notes})(?!\w)")


def find_sources(lines: Sequence[Line], language: str | None = None) -> Sources:
    """Read the source lines and contributors' notes of a page."""
    found, named_sources, url = {}, [], None
    labelled, notes = _vocabulary(language)
    for index, line in enumerate(lines):
        if index in found or len(line.words) > _LONGEST_NOTE:
            continue
        named = _source(lines, index, labelled)
        if named is not None:
            last, address = _address(lines, index)
            url = url or address
            found.update(dict.fromkeys(range(index, last + 1), "credit"))
            if named and (agency_named(named) or outlet_named(named)):
                named_sources.append(Credit(credited(named), CreditKind.BYLINE, line.text))
        elif notes.search(line.folded) and _is_note(line):
            found[index] = "credit"
            named_sources += _contributors(line, notes)
    return Sources(url, tuple(dict.fromkeys(named_sources)), found)


def _source(lines: Sequence[Line], index: int, labelled: re.Pattern[str]) -> str | None:
    """The name in a source line, empty where an address stands for it; ``None`` for any other line."""
    line = lines[index]
    match = labelled.match(line.text.strip("*_ ")) if len(line.words) <= 30 else None
    if not match:
        return None
    name = (match["name"] or "").strip(" .)]")
    if _URL.search(name) or (not name and index + 1 < len(lines) and _URL.match(lines[index + 1].text)):
        return ""
    colon = (match["mark"] or "").strip() in (":", "-")
    short = len(line.words) <= _LONGEST_SOURCE and not line.prose and not line.ends
    code = re.fullmatch(r"[\w.-]*[\d.-][\w.-]*", name) is not None  # "source site-72"
    known = agency_named(name) is not None or outlet_named(name) is not None or host_of(name) is not None
    return name if name and short and (code or known or (colon and 2 * index > len(lines))) else None


def _address(lines: Sequence[Line], index: int) -> tuple[int, str | None]:
    """Index of the last line that the address takes up, and the address: a broken one is put together again."""
    for last in (index, index + 1):
        match = _URL.search(lines[last].text) if last < len(lines) else None
        if match and (last == index or _URL.match(lines[last].text)):
            parts = [lines[last].text[match.start() :]]
            end = last
            while end + 1 < len(lines) and not lines[end + 1].gap and _ADDRESS_REST.match(lines[end + 1].text):
                end += 1
                parts.append(lines[end].text)
            return end, "".join("".join(parts).split()).rstrip(").]")
    return index, None


def _is_note(line: Line) -> bool:
    """Whether a line that holds such words is a note and no sentence of the article about a report."""
    bracketed = line.text.startswith(("(", "[")) and line.text.rstrip(". ").endswith((")", "]"))
    return bracketed or len(line.words) <= 24 or line.folded.startswith(_WHOLLY)


def _contributors(line: Line, notes: re.Pattern[str]) -> list[Credit]:
    """The names of the tables in a note, and the acronyms that stand where it names who had a part in the text."""
    kind = CreditKind.BYLINE if any(word in line.folded for word in _WHOLLY) else CreditKind.IN_TEXT
    known = [match[0] for match in names().in_text.finditer(line.text)]
    for match in re.finditer(notes.pattern, line.text, re.IGNORECASE):
        for part in (line.text[: match.start()], line.text[match.end() :]):
            byline = parse_byline(Line(f"By {re.split(_CLAUSE, part)[0]}", line.span, gap=True))
            known += [credit.agency for credit in byline.credits] if byline else []
    return [Credit(name, kind, line.text.strip("*_ ")) for name in dict.fromkeys(map(credited, known))]
