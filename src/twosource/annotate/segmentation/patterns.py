"""The pattern that takes a word or a sign whole, from left to right.

Alternatives win in the order in which they stand: addresses before words, figures before signs. Every repetition is
bounded or possessive, so a match costs a bounded time wherever it is tried, and any text is read in linear time. The
groups' names tell ``tokens.py`` what is left to do: a ``word`` may hold several words, the stop of an
``abbreviation`` may be its sentence's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Any

from twosource import resources
from twosource.annotate.segmentation.abbreviations import abbreviations

_LISTS = ("prefixes", "suffixes", "clitics", "elided", "units", "dollars", "marked", "endings")
_NUMERAL = r"(?:\d{1,3}(?:,\d{3}){1,8}(?!\d)(?:\.\d{1,9})?|\d{1,60}(?:\.\d{1,20}){0,6}|\.\d{1,20})"
_CAPITAL = "[A-ZÀ-ÖØ-ÞŠŽČĆŁŚŞÇĞİ]"


@cache
def pattern(language: str) -> re.Pattern[str]:
    """The pattern of a language (ISO 639-1); without lists of its own, it knows addresses, figures, words and signs."""
    rules = [*_addresses(language), *_figures(language), *_abbreviations(language), *_words(language), *_signs()]
    return re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in rules))


def _addresses(language: str) -> Iterable[tuple[str, str]]:
    lists = word_lists(language)
    yield "marked", _any(lists["marked"])
    yield "plain", r"[^\W\d_]{1,60}+(?=[\s,;?!\")”]|:\s|$)"  # most words: nothing to think about
    yield "link", r"(?:(?:https?|ftp)://|www\.|mailto:)[^\s<>\"“”]{1,1000}(?<![.,;:!?)'’\]])"
    yield "mail", r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
    name, path = r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}", r"(?:/[^\s<>\"“”]{0,500}[\w/])?"
    ending = rf"(?:{_any(lists['endings'])}|(?:ac|co|com|gov|org)\.[a-z]{{2}})"
    yield "site", rf"{name}\.{ending}{path}(?!\w|\.\w)|[a-z][\w-]{{1,30}}(?:\.[a-z][\w-]{{1,30}}){{2,6}}(?!\w|\.\w)"
    yield "face", r"(?<!\w)[:;]['’]?-?[()DP](?!\w)|\^_\^"


def _figures(language: str) -> Iterable[tuple[str, str]]:
    letter, lists = _letter(), word_lists(language)
    yield "date", r"\d{1,4}(?:[-/]\d{1,4}){2,4}(?![\d/])|\d{1,2}/\d{1,2}(?![\d/])|(?<!\w)['’]\d{2}s?(?!\w)"
    yield "clock", r"\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
    ending = rf"(?i:st|nd|rd|th|s|['’`]s)?(?!{letter})|(?=(?:{_any(lists['units'])})(?!{letter}))"
    yield "numeral", rf"(?:(?<![\w)])\+)?{_NUMERAL}(?:{ending})"
    yield "dollar", rf"(?:{_any(lists['dollars'])})\$"


def _abbreviations(language: str) -> Iterable[tuple[str, str]]:
    known = abbreviations(language)
    listed = rf"(?:{_any(known.before_name | known.anywhere)})\.(?!\w)|(?:{_any(known.before_figure)})\.(?=\s{{0,3}}\d)"
    dotted = rf"[^\W\d_](?:\.[^\W\d_]){{1,10}}(?!{_letter()})\.?|[A-Z][a-z]?\.(?:[A-Z][a-z]?\.){{1,4}}"
    yield "abbreviation", rf"{listed}|{dotted}|{_CAPITAL}\.(?!\.)"


def _words(language: str) -> Iterable[tuple[str, str]]:
    letter, lists = _letter(), word_lists(language)
    clitic = rf"['’`](?i:{_any(lists['clitics'])})"
    yield "clitic", rf"(?<=[\w.)]){clitic}(?!\w)|(?<!\S){clitic}(?!\S)|['’](?i:{_any(lists['elided'])})(?!\w)"
    yield "tag", rf"[#@][^\W\d]{letter}{{1,200}}+"
    yield "joined", r"[^\W\d_]{1,4}&[^\W\d_]{1,4}(?!\w)|[^\W\d_]/[^\W\d_]{1,2}(?![\w/])"
    prefix = rf"(?:(?i:{_any(lists['prefixes'])})-(?=\w))?"
    suffix = rf"(?:-(?i:{_any(lists['suffixes'])})(?!{letter}))?"
    yield "word", rf"{prefix}{letter}{{1,200}}+(?:['’`*]{{1,3}}+{letter}{{1,60}}+){{0,4}}{suffix}"


def _signs() -> Iterable[tuple[str, str]]:
    yield "sign", r"\[\.\.\.\]|\.{2,}+|[!?]{2,}+|(?P<same>[-=*~+<>…'’`])(?P=same)*+|[\U0001F1E6-\U0001F1FF]{2}"
    marks = f"[{_marks()}\U0001f3fb-\U0001f3ff]"
    yield "other", rf"\S(?:{marks}|(?<=\u200d)[^\w\s]){{0,40}}+"


@cache
def word_lists(language: str) -> dict[str, Any]:
    """The lists of ``tokens.toml``; empty ones for a language without them."""
    return dict.fromkeys(_LISTS, ()) | {"parts": {}} | resources.listed(language, "tokens")


def _any(words: Iterable[str]) -> str:
    """A choice among words, the longest first; without words, what matches nothing."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"


def _letter() -> str:
    return rf"[\w\xad{_marks()}]"


@cache
def _marks() -> str:
    """Combining marks and joiners, as ranges of a class: Python's word class leaves them out, but letters hold them."""
    codes = [code for code in range(0x300, 0x1E950) if unicodedata.category(chr(code))[0] == "M"]
    codes = sorted([*codes, 0x200C, 0x200D, *range(0xE0100, 0xE01F0)])
    runs = [[code for _, code in run] for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)
