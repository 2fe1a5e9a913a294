"""Attributions in the making: frames as spans that still grow when a quotation turns out to belong to them.

The invariant: the spans of a finished attribution are sorted, apart from each other, and its content shares nothing
with its cue or source.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from twosource.annotate.attribution.frame import Frame, antecedent
from twosource.annotate.attribution.quotes import Quotation
from twosource.model.reading import Attribution, AttributionKind, Modality
from twosource.model.span import Span
from twosource.text.tree import Tree

_DIRECT_SHARE = 0.9
"""A content that is quoted to this share of its length is a direct one: only "that" or a comma stands outside."""


@dataclass(slots=True, eq=False)
class Draft:
    """An attribution whose content may still grow.

    Attributes:
        frame: The cue with what hangs on it.
        content: What is said, so far.
        quotations: Those that were found to belong to it.
        replaced: Whether a better draft with the same cue took its place.
    """

    frame: Frame
    content: list[Span]
    quotations: list[Quotation] = field(default_factory=list)
    replaced: bool = False

    @property
    def end(self) -> int:
        """Where the content ends so far."""
        return max(span.end for span in self.content)

    def add(self, quotation: Quotation) -> None:
        """Let the content hold all of a quotation."""
        self.content = merged([*self.content, *quotation.parts])
        self.quotations.append(quotation)


def draft(tree: Tree, found: Frame) -> Draft:
    """Start a draft from a frame's tokens."""
    return Draft(found, spans_of(tree, found.content))


def spans_of(tree: Tree, indexes: Iterable[int]) -> list[Span]:
    """Runs of tokens as spans, without the punctuation at their edges; marks that come in pairs stay."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    trimmed = (_trimmed(tree, run) for run in runs)
    return [tree.span(run) for run in trimmed if run]


def _trimmed(tree: Tree, run: list[int]) -> list[int]:
    start, end = 0, len(run)
    while start < end and tree.tokens[run[start]].text in _EDGES:
        start += 1
    while start < end and tree.tokens[run[end - 1]].text in _EDGES:
        end -= 1
    return run[start:end]


_EDGES = frozenset({",", ".", ";", ":", "-", "--", "–", "—", "…"})


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, with those that touch or overlap joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def without(spans: Iterable[Span], cut: Iterable[Span]) -> list[Span]:
    """Spans with others cut out of them."""
    left = list(spans)
    for hole in cut:
        left = [piece for span in left for piece in _around(span, hole)]
    return left


def _around(span: Span, hole: Span) -> list[Span]:
    if not span.overlaps(hole):
        return [span]
    pieces = [(span.start, min(span.end, hole.start)), (max(span.start, hole.end), span.end)]
    return [Span(start, end) for start, end in pieces if start < end]


def finish(tree: Tree, made: Draft, modality: Modality) -> Attribution:
    """The attribution of a draft."""
    source = merged([*antecedent(tree, made.frame.source), *spans_of(tree, made.frame.source)])
    cue = [tree.span(list(made.frame.cue))]
    text = tree.reading.text
    content = [_stripped(text, span) for span in without(made.content, [*source, *cue])]
    parts = [span for span in content if any(letter.isalnum() for letter in span.of(text))]
    return Attribution(tuple(source), tuple(cue), tuple(parts), _kind(parts, made.quotations), modality)


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in _EDGES):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    return Span(start, end)


def _kind(content: list[Span], quotations: list[Quotation]) -> AttributionKind:
    quoted = [part for quotation in quotations for part in quotation.parts]
    outside = sum(map(len, without(content, quoted)))
    length = sum(map(len, content))
    if outside == length:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if outside <= (1 - _DIRECT_SHARE) * length else AttributionKind.MIXED
