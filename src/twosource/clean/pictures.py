"""Picture captions and picture credits.

A caption is known by its credit: "Smoke over the quay. Photo: Tarn Newsphotos". The credit is read and the line
dropped; a caption without a credit looks like any sentence and stays. Pages also hang the credit of the picture below
a paragraph on its last sentence. The invariant: a paragraph longer than a caption keeps its text, and loses only the
credit at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from twosource.clean.lines import Line, words_of
from twosource.clean.names import agency_named, credited, outlet_named
from twosource.model.article import Credit, CreditKind
from twosource.resources import with_english

_LONGEST_CAPTION = 55  # words; the longest of agency captions that style books allow, without the credit
_LONGEST_LABELLED = 18
"""Words before "Photo: …" that are a caption. Agencies, which sign "name/agency", describe at length who and where;
outlets' own captions are a line. A caption taken for text tells a fact too many, a paragraph taken for a caption loses
one, so the limit is low."""
_LONGEST_CREDIT = 12  # words of who made the picture
_LONGEST_ACRONYM = 5  # letters
_PLAIN = frozenset({"source", "sources", "quelle", "credit", "file", "still", "video", "map", "graphic"})
"""Labels that lines of the article begin with as well."""
_PLACE = r"(?:,?\s(?:page|p\.|seite|s\.|página|pág\.)\s?\d{1,3}|\s(?:overleaf|above|below|right|left|top|oben|unten))?"
_ENTITY = r"[A-ZÀ-ÞČŠŽ][^.!?\n]{0,90}"
_SLASHED = re.compile(
    r"(?P<left>[A-ZÀ-Þ@][\w.’'-]*(?:\s[\w.’'-]+){0,5})\s?(?:/|\bvia\b|\|)\s?(?P<right>(?:[A-ZÀ-Þ][\w.’'-]*|dpa|epd|sda|epa)(?:\s[A-ZÀ-Þ][\w.’'-]*){0,3})$"
)
_BRACKETED = re.compile(r"[\[(](?P<inside>[^\[\]()]{2,90})[\])]\.?$")
_SYMBOL = re.compile(r"(?:©|\(c\)|\bcopyright)\s?(?P<name>[A-ZÀ-Þ@][^.!?\n]{1,80})$", re.IGNORECASE)
_SYMBOL_BEHIND = re.compile(r"(?<=\w\s)©\s?(?P<name>[A-ZÀ-Þ@][^.!?\n]{1,60})$")
_BRACKETED_BEFORE = re.compile(r"\[(?P<inside>[^\[\]]{2,60})\]\s+(?=[A-ZÀ-Þ\"“])")
_FILE = re.compile(r"FILE(?:\s(?:PHOTO|PICTURE|IMAGE))?\s?[:–—-]")
_PARTS = re.compile(r"\s*(?:/|\bvia\b|\||,|;|\s[–—-]\s|\bfor\b|\bthrough\b|\bcourtesy of\b)\s*")
_HANDED = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3}\s?/\s?(?P<owner>[A-ZÀ-Þ][\w.’'&-]*(?:\s[A-ZÀ-Þ][\w.’'&-]*){0,3})"
    r"(?:\s(?i:archives?|archiv|files?|library))?"
)
"""A photographer, and who hands the picture on: "Mara Lind / Tarn Post archive"."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s+")


@dataclass(frozen=True, slots=True)
class PictureCredit:
    """A picture credit in a line.

    Attributes:
        start: Where in the line the credit begins.
        credits: Who is credited.
    """

    start: int
    credits: tuple[Credit, ...]


@cache
def _labels(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    either = _label_of_pictures(language)
    mark = (
        _PLACE
        + r"(?:\s?[:：]\s?|\s[–—-]\s|\s?\|\s?|\s(?:by|credit:?|from|courtesy|courtesy\sof|via|von)\s(?:of\s)?:?\s?)"
    )
    return (
        re.compile(rf"(?P<label>{either}){mark}(?P<name>[A-ZÀ-ÞČŠŽ@][^\n]{{0,120}})$", re.IGNORECASE),
        re.compile(rf"(?:^|(?<=[\s(\[|/.]))(?<!\bin\s)(?P<label>{either}){mark}(?P<name>{_ENTITY})$", re.IGNORECASE),
    )


def _label_of_pictures(language: str | None, without: frozenset[str] = frozenset()) -> str:
    labels = {label for table in with_english(language, "credits") for label in table["picture"]} - without
    return "|".join(
        re.escape(label).replace(r"\ ", r"\s") for label in sorted(labels, key=lambda one: (-len(one), one))
    )


@cache
def _foot(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"(?:{_label_of_pictures(language, _PLAIN)}){_PLACE}\s?[:：]\s", re.IGNORECASE)


def is_foot(line: Line, language: str | None) -> bool:
    """Whether a page's last line credits or describes its picture, whatever it says behind that.

    >>> from twosource.clean.lines import split
    >>> is_foot(split("Picture, page 1: Ola Brandt. The Herald's cookbook is out on Friday")[0], "en")
    True
    """
    return len(line.words) <= _LONGEST_CAPTION and _foot(language).match(line.text.lstrip("*_ ")) is not None


@cache
def _caption_marks(language: str | None) -> tuple[str, ...]:
    return tuple(mark for table in with_english(language, "credits") for mark in table["caption_marks"])


def picture_credit(line: Line, language: str | None = None) -> PictureCredit | None:
    """The picture credit that a line ends with, or consists of.

    >>> from twosource.clean.lines import split
    >>> credit = picture_credit(split("Smoke over the quay. Photo: Mara Lind / AFP")[0])
    >>> credit.start, [one.agency for one in credit.credits]
    (21, ['AFP'])
    """
    text = line.text.rstrip(" *_")
    if len(line.words) > 4 * _LONGEST_CAPTION:
        return None
    return _before(text) or _labelled(text, language) or _bracketed(text, language) or _signed(text)


def _before(text: str) -> PictureCredit | None:
    """As in "[Mara Lind/Reuters] Smoke over the quay": the caption behind its credit."""
    match = _BRACKETED_BEFORE.match(text)
    if match and any(agency_named(part) for part in _PARTS.split(match["inside"])):
        return PictureCredit(len(text), _credited(match["inside"], match[0]))
    return None


def _labelled(text: str, language: str | None) -> PictureCredit | None:
    """As in "Photo: AFP", alone or behind the caption."""
    whole, within = _labels(language)
    tail = max(0, len(text) - 160)
    match = whole.match(text) or within.search(text, tail)
    if not match or (not match["name"][0].isupper() and match["name"][0] != "@"):
        return None
    if (match.start() == 0 and match["label"].lower() in _PLAIN) or len(match["name"].split()) > _LONGEST_CREDIT:
        return None
    return PictureCredit(match.start(), _credited(match["name"], text[match.start() :]))


def _bracketed(text: str, language: str | None) -> PictureCredit | None:
    """As in "(AP Photo/Mara Lind)", "[Mara Lind/Reuters]", "(Source: Arvin News)"."""
    match = _BRACKETED.search(text, max(0, len(text) - 100))
    if not match:
        return None
    inside = match["inside"].strip()
    whole, _ = _labels(language)
    labelled = whole.match(inside)
    named = labelled["name"] if labelled and labelled["name"][0].isupper() else inside
    known = any(
        agency_named(part) for part in _PARTS.split(re.sub(r"\b(?:photo|file|image|pool)\b", "", named, flags=re.I))
    )
    after_stop = text[: match.start()].rstrip().endswith((".", "!", "?")) and all(
        word[:1].isupper() for word in re.split(r"[\s/]+", inside)
    )
    direction = inside.isupper() and len(inside) > _LONGEST_ACRONYM and not known  # "(APPLAUSE)" of a transcript
    name = len(inside.split()) <= 4 and not direction and not any(character.isdigit() for character in inside)
    if after_stop and name:
        return PictureCredit(match.start(), _credited(named, text[match.start() :]))
    handed = re.search(r"\bPhotos?\s?/", inside) is not None
    if (
        handed
        or (labelled and labelled["name"][0].isupper())
        or (known and ("/" in inside or "hoto" in inside or match.start() < len(text) - 1))
    ):
        return PictureCredit(match.start(), _credited(named, text[match.start() :]))
    return None


def _signed(text: str) -> PictureCredit | None:
    """Behind the caption's last sentence: "Mara Lind / AFP", "© Tarn Newsphotos", or the bare name of an agency."""
    start = max((match.end() for match in _SENTENCE_END.finditer(text)), default=0)
    last = text[start:].strip("*_ ")
    if not last or len(last) > 120:
        return None
    symbol = _SYMBOL.match(last)
    if symbol and (start or agency_named(symbol["name"])):
        return PictureCredit(start, _credited(symbol["name"], last))
    trailing = _SYMBOL_BEHIND.search(last)
    if trailing:
        return PictureCredit(start + trailing.start(), _credited(trailing["name"], trailing[0]))
    slashed = _SLASHED.match(last)
    agency = agency_named(last) is not None and start > 0
    barred = slashed is not None and "|" in last and start == 0  # "Mara Lind | AFP" alone is a byline
    if agency or (
        slashed and not barred and (start > 0 or agency_named(slashed["right"]) or agency_named(slashed["left"]))
    ):
        return PictureCredit(start, _credited(last, last))
    return None


def _credited(named: str, text: str) -> tuple[Credit, ...]:
    """Those of the parts of a credit that are agencies or outlets; else the whole."""
    cleaned = re.sub(r"\bPhotos?\s?/", "/", re.sub(r"^view full caption\s+", "", named.strip(" .*_[]"), flags=re.I))
    cleaned = cleaned.rstrip(")") if "(" not in cleaned else cleaned
    parts = [part for part in _PARTS.split(cleaned) if part]
    known = [part for part in parts if agency_named(part) or outlet_named(part)]
    owner = _HANDED.fullmatch(cleaned)
    chosen = known or [owner["owner"] if owner else cleaned]
    shown = text.strip(" *_")
    return tuple(Credit(credited(part), CreditKind.PICTURE, shown) for part in chosen)


def is_caption(line: Line, credit: PictureCredit) -> bool:
    """Whether the whole line is the caption, not a paragraph with a credit at its end."""
    agencys = any(mark in one.text for one in credit.credits for mark in "/[(")
    words = len(words_of(line.text[: credit.start]))
    return words <= _LONGEST_LABELLED or (agencys and len(line.words) <= _LONGEST_CAPTION)


def looks_like_caption(line: Line, language: str | None = None) -> bool:
    """Whether a line says of itself that it describes a picture ("File photo", "in this handout")."""
    if len(line.words) > _LONGEST_CAPTION:
        return False
    return bool(_FILE.match(line.text)) or (
        not line.prose and any(mark in line.folded for mark in _caption_marks(language))
    )


def is_captioned_above(lines: Sequence[Line], index: int) -> bool:
    """Whether the line above a bare credit is its caption: in one block with it, and short.

    Only where paragraphs are set apart by empty lines, for else every line stands in one block.
    """
    if index == 0 or lines[index].gap or len(lines[index - 1].words) > _LONGEST_CAPTION:
        return False
    return 2 * sum(line.gap for line in lines) > len(lines) or lines[index - 1].gap
