"""Who copied whom, as a brief shows it: the voices, the edges between articles, and the versions of one article."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.model import dossier as record
from twosource.tell import words
from twosource.tell.citation import Citation, Source
from twosource.tell.view import CopyView, OpenView, OriginView, VersionView

Sources = Mapping[str, Source]
BESIDE = 3
"""Words beside a changed stretch that are shown with it."""


def letter(index: int) -> str:
    """A, B, … Z, AA, AB, …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def origin_view(origin: record.OriginRecord, letters: Mapping[str, str], sources: Sources) -> OriginView:
    """An origin with its letter and what is known of its independence."""
    members = tuple(sources[article] for article in origin.articles)
    standing = words.STANDINGS[origin.independence]
    tied = sorted((letters[other] for other in origin.unclear if other in letters), key=lambda one: (len(one), one))
    if tied:
        standing = f"may be tied to {words.listed(tied)}"
    return OriginView(letters[origin.id], origin.agency or members[0].label, standing, members)


def copy_view(copy: record.CopyRecord, sources: Sources) -> CopyView:
    """An edge, with the passages of both texts."""
    earlier, later = sources[copy.earlier], sources[copy.later]
    passages = tuple((earlier.cite(*one.earlier), later.cite(*one.later)) for one in copy.passages)
    kind, share = words.COPY_KINDS[copy.kind], f"{copy.share:.0%} of its text"
    if copy.direction == "unknown":
        kind, share = "shares its text with", f"{share}; which was first is not known"
    return CopyView(earlier, later, kind, share, copy.reason, passages)


def open_view(tie: record.OpenTieRecord, sources: Sources) -> OpenView:
    """A tie that stays open, with the passages of both texts."""
    left, right = sources[tie.left], sources[tie.right]
    return OpenView(left, right, tie.reason, tuple((left.cite(*one), right.cite(*two)) for one, two in tie.passages))


def version_view(version: record.VersionRecord, sources: Sources) -> VersionView:
    """An article and its edited form, with what was changed."""
    earlier, later = sources[version.earlier], sources[version.later]
    changes = tuple((_changed(earlier, *one.earlier), _changed(later, *one.later)) for one in version.changes)
    return VersionView(earlier, later, version.reason, changes)


def _changed(source: Source, start: int, end: int) -> Citation:
    """A changed stretch with the words beside it, for "31" alone says little; an empty one stays empty."""
    if not source.text[start:end].strip():
        return source.cite(start, start)
    before = source.text[source.text.rfind("\n", 0, start) + 1 : start].split(" ")[-BESIDE - 1 :]
    after = source.text[end:].split("\n", 1)[0].split(" ")[: BESIDE + 1]
    return source.cite(start - len(" ".join(before)), end + len(" ".join(after)))
