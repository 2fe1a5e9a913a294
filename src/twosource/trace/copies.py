"""From a tie to an edge: kind, share, passages, and one sentence of reason with figures that a person can check."""

from __future__ import annotations

from twosource.model.lineage import Copy, CopyKind, SharedPassage
from twosource.trace.direction import Course
from twosource.trace.provenance import shared_credit
from twosource.trace.reuse import shared_passages
from twosource.trace.rewrite import Retelling
from twosource.trace.thresholds import EXACT_DENSITY, EXACT_WITH_OTHER_NAMES, REUSE_SHARE, VERBATIM_SHARE
from twosource.trace.tie import Tie
from twosource.trace.translation import LEAST_NAMES, respelled
from twosource.trace.verdict import Why


def edge(tie: Tie, course: Course) -> Copy:
    """The edge that a tie makes, in the direction that was found."""
    respellings = respelled(tie.left, tie.right, tie.retelling.pairs)
    kind = _kind(tie, course, len(respellings))
    exact = kind is CopyKind.VERBATIM
    return Copy(
        source=course.source.id,
        copy=course.copy.id,
        kind=kind,
        share=round(tie.exact_share_of(course.copy) if exact else tie.share_of(course.copy), 3),
        direction=course.direction,
        passages=_exact(tie, course) if exact else _sentences(tie, course),
        reason=_reason(tie, course, kind, respellings),
    )


def _kind(tie: Tie, course: Course, respellings: int) -> CopyKind:
    languages = {course.source.article.language, course.copy.article.language} - {None}
    exact = tie.exact_share_of(course.copy)
    if (respellings >= LEAST_NAMES and exact < EXACT_WITH_OTHER_NAMES) or len(languages) == 2:
        return CopyKind.TRANSLATION
    excerpt = exact >= REUSE_SHARE and tie.density >= EXACT_DENSITY and tie.share_of(course.copy) < exact + 0.3
    if exact >= VERBATIM_SHARE or excerpt:
        return CopyKind.VERBATIM
    return CopyKind.CREDIT if tie.why is Why.CREDITED else CopyKind.REWRITE


def _exact(tie: Tie, course: Course) -> tuple[SharedPassage, ...]:
    return shared_passages(course.source, course.copy, tie.reuse.passages, swapped=course.copy is tie.left)


def _sentences(tie: Tie, course: Course) -> tuple[SharedPassage, ...]:
    """The aligned sentences; exact passages where no sentences were aligned."""
    if not tie.retelling.pairs:
        return _exact(tie, course)
    found = []
    for left, right in tie.retelling.pairs:
        one, other = tie.left.sentences[left], tie.right.sentences[right]
        found.append(SharedPassage(one, other) if course.source is tie.left else SharedPassage(other, one))
    return tuple(sorted(found, key=lambda shared: shared.copy))


def _reason(tie: Tie, course: Course, kind: CopyKind, respellings: tuple[tuple[str, str], ...]) -> str:
    if kind is CopyKind.VERBATIM or not tie.retelling.pairs:
        found = _words(tie, course)
    else:
        found = _order(tie.retelling, course.copy is tie.left) + _details(tie.retelling)
    if kind is CopyKind.TRANSLATION and respellings:
        names = [pair if course.source is tie.left else pair[::-1] for pair in respellings[:2]]
        found += "; names are spelled as in another language (" + ", ".join(f"{a}, here {b}" for a, b in names) + ")"
    if tie.retelling.same_selection:
        found += f"; {tie.retelling.selection:.0%} of the figures and names are the same"
    if agency := shared_credit(tie.left, tie.right):
        found += f"; both credit {agency}"
    return f"{found}; {course.words}."


def _words(tie: Tie, course: Course) -> str:
    covered = tie.reuse.left_covered if course.copy is tie.left else tie.reuse.right_covered
    longest = max((run.words for passage in tie.reuse.passages for run in passage.runs), default=0)
    count = len(tie.reuse.passages)
    where = f"{count} passages" if count != 1 else "one passage"
    shared = f"{int(covered.sum())} of the copy's {len(covered)} words stand in the source"
    return f"{shared}, in {where}, up to {longest} in a row"


def _order(told: Retelling, copy_is_left: bool) -> str:
    share = told.left_share if copy_is_left else told.right_share
    total = round(len(told.pairs) / share) if share else 0
    return f"{len(told.pairs)} of the copy's {total} own sentences retell sentences of the source in the same order"


def _details(told: Retelling) -> str:
    if not told.details:
        return ""
    longest = max(told.details, key=len)
    return f", with details that no other account has, such as “{longest}”"
