"""Where sentences begin and end, in news.

A stop ends a sentence unless it belongs to an abbreviation, an initial, a list's number or a quotation whose speaker
follows; closing quotation marks and brackets stay with the sentence that they close. A blank line always ends one, so a
headline needs no stop; a single line break does, unless the lines are evidently broken to a width. The invariants:
sentences lie in text order without overlap, begin and end with something visible, and leave nothing visible outside.
Time is linear: what is looked at around a mark is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource import resources
from twosource.annotate.segmentation.abbreviations import Abbreviations, abbreviations
from twosource.annotate.segmentation.lines import blocks
from twosource.model.span import Span

_CLOSERS = r"[\"'”’»)\]}]"
_MARK = re.compile(
    rf"""(?P<stop>[.!?…]++(?:\s\.(?!\w)){{0,4}}+)(?P<closed>{_CLOSERS}{{0,8}}+(?:\[\d{{1,3}}\]){{0,4}})(?=\s|$)(?P<apart>\s[\"”](?=\s|$))?+
    |(?<=[^\W\d_A-Z]{{2}})(?P<glued>[.!?]{_CLOSERS}{{0,3}})(?=[A-Z][a-z’']|[“][A-Z])        # "… said.The …"
    |(?P<bullet>\s(?=[•●▪■◦‣]\s?\w))                                                         # a list in one line
    |(?P<wide>[。！？]++[”」』）]{{0,4}})                                                     # scripts without blanks
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]{}/—–-]{1,40}(?=\s?$)")  # " .": tokenised text sets stops apart
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}\.?$")  # "U.S", "Ph.D", not "3.5m" nor "tarnby.com"
_NEXT = re.compile(r"\s*[\"'“”‘’«»(\[{¿¡—–*-]{0,6}\s?([^\W_]?[\w'’]{0,40}+)")
_SPEAKER = re.compile(r"\s+(?:[A-Z][\w.’'-]{0,30}\s+){1,4}+")
_WORD = re.compile(r"\w{1,30}")
_ENUMERATOR = re.compile(r"[\"“(]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})$")
_LISTS = ("starters", "after_hour", "hours", "reporting", "unfinished")
_LOOK_BACK, _LOOK_AHEAD, _LONGEST_QUOTATION = 41, 160, 1000


def split_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of a text, in order, without the blanks around them.

    Args:
        text: Any text; nothing is changed in it.
        language: ISO 639-1 code of the abbreviations to know.

    >>> [span.of("Gen. A. Marek left at 5 p.m. Monday. “Why?” Tarn asked.") for span in
    ...  split_sentences("Gen. A. Marek left at 5 p.m. Monday. “Why?” Tarn asked.")]
    ['Gen. A. Marek left at 5 p.m. Monday.', '“Why?” Tarn asked.']
    """
    splitter = _splitter(language)
    return tuple(span for start, end in splitter.mended(text) for span in splitter.split(text, start, end))


@dataclass(frozen=True, slots=True)
class _Splitter:
    """What decides on the marks of one language."""

    abbreviations: Abbreviations
    starters: frozenset[str]
    after_hour: frozenset[str]
    hours: frozenset[str]
    reporting: frozenset[str]
    unfinished: frozenset[str]

    def mended(self, text: str) -> Iterator[tuple[int, int]]:
        """The blocks of a text, those joined that a page break or an advertisement tore apart ("… The", "port …")."""
        held: tuple[int, int] | None = None
        for start, end in blocks(text):
            if held and not (text[start : start + 1].islower() and self._is_torn(text, *held)):
                yield held
                held = None
            held = (held[0] if held else start, end)
        if held:
            yield held

    def _is_torn(self, text: str, start: int, end: int) -> bool:
        last = _WORD_BEFORE.search(text[max(start, end - _LOOK_BACK) : end].rstrip())
        return last is not None and last[0].lower() in self.unfinished

    def split(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The sentences of ``text[start:end]``, which holds no paragraph break."""
        for mark in _MARK.finditer(text, start, end):
            close = _close(text, start, mark)
            if mark["stop"] is None or self._ends(text, start, text[close : min(end, close + _LOOK_AHEAD)], mark):
                yield from _stripped(text, start, close)
                start = close
        yield from _stripped(text, start, end)

    def _ends(self, text: str, start: int, ahead: str, mark: re.Match[str]) -> bool:
        """Whether the sentence that began at ``start`` ends with this mark, before ``ahead``."""
        found = _NEXT.match(ahead)
        following = found[1] if found else ""
        before = _WORD_BEFORE.search(text[max(start, mark.start() - _LOOK_BACK) : mark.start()])
        word = before[0] if before else ""
        if not any(map(str.isalnum, text[start : min(mark.start(), start + _LOOK_BACK)])):
            return False
        if following[:1].islower():
            return self._ends_carelessly(word, mark)
        if mark["stop"] != ".":
            return not (mark["closed"] and self._speaks(ahead)) and not (mark["stop"][0] in ".…" and following == "I")
        return self._ends_after(word, following, text[start : mark.start()].strip()[:12], mark)

    def _ends_carelessly(self, word: str, mark: re.Match[str]) -> bool:
        """Whether a sentence ends although a small letter follows: in careless text, behind a plain word, unquoted."""
        plain = len(word) > 2 and word.isalpha() and word.islower()
        return plain and not mark["closed"] and word not in self.abbreviations and mark["stop"][:2] not in ("..", "…")

    def _ends_after(self, word: str, following: str, sentence: str, mark: re.Match[str]) -> bool:
        """Whether a single stop behind ``word`` ends its sentence."""
        known = self.abbreviations
        if word in known.before_name or _ENUMERATOR.match(sentence):
            return False
        if following[:1].isdigit() and (word in known.before_figure or word in known.anywhere):
            return False
        if word in self.hours and "." in word:
            return following not in self.after_hour
        if word in known.anywhere or _DOTTED.match(word) or (len(word) == 1 and word.isupper()):
            return word == "etc" or bool(mark["closed"]) or self._starts(following)
        return True

    def _starts(self, word: str) -> bool:
        return word.capitalize() in self.starters and not (word.isupper() and len(word) > 1)

    def _speaks(self, ahead: str) -> bool:
        """Whether a name and a reporting verb come next."""
        names = _SPEAKER.match(ahead)
        verb = _WORD.match(ahead, names.end()) if names else None
        return verb is not None and verb[0] in self.reporting


@cache
def _splitter(language: str) -> _Splitter:
    table = resources.listed(language, "sentence_starts")
    lists = (frozenset(table.get(name, ())) for name in _LISTS)
    return _Splitter(abbreviations(language), *lists)


def _close(text: str, start: int, mark: re.Match[str]) -> int:
    """Where the sentence ends if it ends here: behind a quotation mark apart (tokenised text) if that closes one."""
    if not mark["apart"]:
        return mark.end()
    opened = text.count('"', max(start, mark.start() - _LONGEST_QUOTATION), mark.start()) % 2 == 1
    return mark.end() if opened or mark["apart"].endswith("”") else mark.start("apart")


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
