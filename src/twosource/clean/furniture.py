"""Page furniture, told by what a line says: share bars, forms, teasers, adverts, footers.

The wordings stand in ``resources/<language>/furniture.toml``; here is how a line is held against them, once a line,
by dictionary and by one compiled pattern a list. Long lines are prose and are never furniture by a phrase that they
contain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from twosource.clean.lines import Line, Marks
from twosource.resources import with_english

_URL_ONLY = re.compile(r"(?:https?://|www\.)\S+(?:\s\S{1,60}){0,3}$", re.IGNORECASE)
_COUNT = re.compile(r"[\d.,]+\s?[km+%]?$")
_SEPARATORS = re.compile(r"\s*[|•·»›→/]\s*|\s+[>–—-]\s+|\s{3,}|\t+")
_IMPERATIVE = frozenset({"teaser", "advert", "share-bar", "navigation"})
_SPEECH = frozenset({"said", "says", "told", "added", "sagte", "sagt"})
_LONGEST_CALL = 45  # words of a line that addresses the reader
_SHORTEST_REST = 6
_ADDRESSED_SHARE = 0.12  # of its words, at the page's edges
# In the midst of an article: of 17,000 lines of three development sets 90 reach this share, 2 of them the article's.
_ONLY_ADDRESSED = 0.2
_HANDLE = re.compile(r"@\w+$")
_STEP = re.compile(r"\s[>»›]\s")
_HASHTAGS = re.compile(r"(?:#\w[\w-]*[\s,|·]*)+$")
_ARROW = re.compile(r"(?:>>|»|›|→|►|▶|➜|➡|👉|⇒)")
_PAGE = re.compile(r"(?:page|seite) \d+ (?:of|von) \d+$|[-–—] ?\d{1,4} ?[-–—]$")


@dataclass(frozen=True, slots=True)
class Wordings:
    """A language's lists, made ready for look-up.

    Attributes:
        whole: Line key to reason.
        starts: Pattern of all openings; the matched opening leads to its reasons and longest lines.
        contains: The same for phrases within a line.
        bars: Reason to the words that a bar of this kind is made of.
        sections: Line key to reason and extent, for headings that open a section.
        openings: Beginnings of such headings.
        shelves: Words of a short heading above other stories, whatever else it says ("From the archive").
        address: Words that address the reader.
        personal: Those of them that cannot be said of others.
        ours: Those by which writers speak of themselves.
        weekdays: Names of days, in full.
        threshold: How many of them make a line at the edge furniture.
    """

    whole: dict[str, str]
    starts: re.Pattern[str]
    start_reasons: dict[str, tuple[str, int]]
    contains: re.Pattern[str]
    contain_reasons: dict[str, tuple[str, int]]
    bars: dict[str, frozenset[str]]
    sections: dict[str, tuple[str, str]]
    openings: tuple[tuple[str, str, str], ...]
    shelves: frozenset[str]
    address: frozenset[str]
    personal: frozenset[str]
    ours: frozenset[str]
    weekdays: frozenset[str]
    threshold: int


@cache
def wordings(language: str | None) -> Wordings:
    """The lists of a language together with the English ones, which pages of all languages carry."""
    tables = with_english(language, "furniture")
    starts, contains = _phrases(tables, "starts"), _phrases(tables, "contains")
    sections = [section for table in tables for section in table["sections"]]
    return Wordings(
        whole={
            line: reason for table in reversed(tables) for reason, lines in table["whole"].items() for line in lines
        },
        starts=_pattern(starts, r"(?:{})"),
        start_reasons=starts,
        contains=_pattern(contains, r"(?<!\w)(?:{})"),
        contain_reasons=contains,
        bars={
            reason: frozenset(word for table in tables for word in table["bars"][reason])
            for reason in tables[-1]["bars"]
        },
        sections={line: (one["reason"], one["extent"]) for one in reversed(sections) for line in one["whole"]},
        openings=tuple((opening, one["reason"], one["extent"]) for one in sections for opening in one["starts"]),
        shelves=_listed(tables, "shelves", "words"),
        address=_listed(tables, "address", "words"),
        personal=_listed(tables, "address", "personal"),
        ours=_listed(tables, "address", "ours"),
        weekdays=frozenset(
            day for day in _listed(with_english(language, "publication"), "words", "weekdays") if len(day) > 5
        ),
        threshold=tables[0]["address"]["threshold"],
    )


def _listed(tables: Sequence[dict[str, Any]], part: str, name: str) -> frozenset[str]:
    return frozenset(word for table in tables for word in table.get(part, {}).get(name, ()))


def _phrases(tables: Sequence[dict[str, Any]], part: str) -> dict[str, tuple[str, int]]:
    """Phrase to reason and longest line."""
    return {
        phrase: (reason, int(str(rule["words"])))
        for table in reversed(tables)
        for reason, rule in table[part].items()
        for phrase in rule["phrases"]
    }


def _pattern(phrases: dict[str, tuple[str, int]], form: str) -> re.Pattern[str]:
    """Longest first, each ending where a word ends."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    bounded = (re.escape(phrase) + (r"(?!\w)" if phrase[-1].isalpha() else "") for phrase in ordered)
    return re.compile(form.format("|".join(bounded)))


def find_furniture(lines: Sequence[Line], language: str | None = None) -> Marks:
    """Lines that are furniture by what they say, with their reasons."""
    lists = wordings(language)
    marks = {}
    for index, line in enumerate(lines):
        reason = reason_of(line, lists)
        if reason and not (index and _continues(line, lines[index - 1])):
            marks[index] = reason
    return marks


def _continues(line: Line, before: Line) -> bool:
    """Whether a line is the rest of a sentence that the page's markup broke."""
    return line.text[0].islower() and line.ends and not before.ends and len(line.words) >= _SHORTEST_REST


def reason_of(line: Line, lists: Wordings) -> str | None:
    """Why this line is furniture, or ``None``."""
    if not line.key:
        return "navigation"
    by_words = lists.whole.get(line.key) or _bar(line, lists) or _by_start(line, lists) or _by_phrase(line, lists)
    by_words = by_words or _headed(line, lists)
    if by_words or _sign(line):
        return by_words or _sign(line)
    return "advert" if '"' not in line.folded and calls(line, lists, _ONLY_ADDRESSED) else None


def _by_start(line: Line, lists: Wordings) -> str | None:
    match = lists.starts.match(line.folded.lstrip("*>»›→•- [(_"))
    if not match:
        return None
    reason, longest = lists.start_reasons[match[0]]
    if len(line.words) > longest or _reports(line):
        return None
    # "Watch ...", "Check out ..." also open sentences: one that nobody is addressed in is the article's.
    certain = not line.prose or reason not in _IMPERATIVE or match[0].endswith(":")
    return reason if certain or addressed(line, lists) >= lists.threshold else None


def _headed(line: Line, lists: Wordings) -> str | None:
    """A heading of other stories with the stories behind it: "More news: Storm over Arvin | Trams late"."""
    heading, colon, _ = line.key.partition(":")
    return "teaser" if colon and not line.prose and lists.whole.get(heading) == "teaser" else None


def addressed(line: Line, lists: Wordings) -> int:
    """How many words of a line speak to the reader of the page."""
    return sum(word in lists.address for word in line.words)


def calls(line: Line, lists: Wordings, share: float = _ADDRESSED_SHARE) -> bool:
    """Whether a line does little else than speak to the reader of the page: ``share`` of its words do."""
    spoken = addressed(line, lists)
    enough = spoken >= max(lists.threshold, share * len(line.words))
    enough = enough and not lists.personal.isdisjoint(line.words) and not _announces(line, lists)
    return enough and len(line.words) <= _LONGEST_CALL and not _SPEECH.intersection(line.words)


def _announces(line: Line, lists: Wordings) -> bool:
    """Whether those who write tell what they do on which day ("On Friday we file our complaint"), and ask nothing."""
    asked = lists.personal.intersection(line.words) - lists.ours
    return not asked and not lists.weekdays.isdisjoint(line.words)


def _by_phrase(line: Line, lists: Wordings) -> str | None:
    match = lists.contains.search(line.folded) if len(line.words) <= 90 else None
    if not match:
        return None
    reason, longest = lists.contain_reasons[match[0]]
    return reason if len(line.words) <= longest and not _reports(line) else None


def _reports(line: Line) -> bool:
    """Whether the line quotes somebody and says who: then it is the article's, whatever words it holds."""
    return '"' in line.folded and bool(_SPEECH.intersection(line.words))


def _sign(line: Line) -> str | None:
    """Lines known by their signs: bare addresses, hashtags, arrows before a headline, page numbers."""
    if _URL_ONLY.match(line.text) or _HANDLE.match(line.text) or _PAGE.match(line.folded):
        return "navigation"
    if _HASHTAGS.match(line.text):
        return "keywords"
    return "teaser" if _ARROW.match(line.text) and not line.ends else None


def _bar(line: Line, lists: Wordings) -> str | None:
    """A line made of a bar's words and nothing else: at least two of them, or one with a count."""
    if len(line.words) > 40 or len(line.text) > 600:
        return None
    pieces = [piece.strip(" \t.,:;*+()[]-_<>") for piece in _SEPARATORS.split(line.folded)]
    pieces = [piece for piece in pieces if piece]
    for reason, words in lists.bars.items():
        spoken = [piece for piece in pieces if not _COUNT.match(piece)]
        if len(pieces) > 1 and spoken and all(_made_of(piece, words) for piece in spoken):
            return reason
        named = any(not _COUNT.match(word) for word in line.words)
        if reason == "share-bar" and named and len(line.words) > 1 and not line.ends and _made_of(line.key, words):
            return reason
    return _breadcrumb(line, pieces, lists)


def _made_of(piece: str, words: frozenset[str]) -> bool:
    return piece in words or all(word in words or _COUNT.match(word) for word in re.split(r"[\s,&|/:]+", piece) if word)


def _breadcrumb(line: Line, pieces: list[str], lists: Wordings) -> str | None:
    """Several short labels between separators, most of which no page but its menu would hold."""
    if len(pieces) < 3 or line.ends or any(len(piece.split()) > 4 for piece in pieces):
        return None
    if len(_STEP.findall(line.text)) >= 2:
        return "navigation"  # "Front page > Region > Arvin"
    known = sum(piece in lists.bars["navigation"] for piece in pieces)
    return "navigation" if 2 * known >= len(pieces) or (len(pieces) >= 4 and known) else None
