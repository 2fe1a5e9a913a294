"""Articles and their passages as a brief cites them: by number, with the words for which a passage is cited."""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.tell.words import shortened
from twosource.text.printed import stamp

QUOTATION_MARKS = tuple("\"“”„«»‘'")


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the brief names it.

    Attributes:
        number: Its number in the brief, from 1.
        label: Outlet, else the file's name, else the id.
        origin: Letter of the origin that it goes back to ("A").
        dated: When it was published, in words, with how that is known.
        day: The same as briefly as may be.
        language: ISO 639-1 code, empty where not known.
    """

    id: str
    number: int
    label: str
    title: str
    place: str
    origin: str
    dated: str
    day: str
    credits: str
    text: str
    language: str

    def cite(self, start: int, end: int, said: str = "") -> Citation:
        """The passage from ``start`` to ``end``, cited for the words ``said`` of it."""
        return Citation(self.id, self.number, self.label, start, end, self.text[start:end], self.language, said)


@dataclass(frozen=True, slots=True)
class Citation:
    """The passage that a line rests on: ``text`` is ``article``'s text from ``start`` to ``end``.

    Attributes:
        said: Words of it that give the value or day for which it is cited, which a cut leaves in.
    """

    article: str
    number: int
    label: str
    start: int
    end: int
    text: str
    language: str = ""
    said: str = field(default="", compare=False)

    def cut(self, limit: int = 300) -> str:
        """The passage on one line; where it is longer than ``limit`` code points, its beginning and what it says. The
        day and hour that a page prints before it are left out.
        """
        printed = stamp(self.text)
        text = ("… " if printed else "") + shortened(self.text[printed:], limit, self.said)
        if text[:1] in QUOTATION_MARKS and not any(mark in text[1:] for mark in QUOTATION_MARKS):
            return text[1:]  # the speech goes on in the next sentence
        return text

    def quoted(self, limit: int = 300) -> str:
        """The same in quotation marks, but not in two pairs of them."""
        text = self.cut(limit)
        return text if text[:1] in QUOTATION_MARKS else f"“{text}”"

    @property
    def anchor(self) -> str:
        """Name of the marked passage in the HTML brief."""
        return f"p{self.number}-{self.start}-{self.end}"
