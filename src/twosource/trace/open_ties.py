"""What stays open between two origins, and why: the evidence that falls short, and what would be needed to tell.

A range is only honest if it says where it comes from. For each pair of origins that may be one, the tie that weighs
most is told, in one sentence that a person can check.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.lineage import OpenTie, Origin
from twosource.model.span import Span
from twosource.trace.account import Account
from twosource.trace.languages import LANGUAGES, compares_languages
from twosource.trace.tie import Tie
from twosource.trace.verdict import Standing, Why
from twosource.trace.voices import own_voices, shared_voice


def open_ties(ties: Sequence[Tie], origins: Sequence[Origin]) -> tuple[OpenTie, ...]:
    """The unclear ties between different origins, one for each pair of origins.

    Args:
        ties: All that were judged, in order.
        origins: What they came to.
    """
    home = {article: origin.id for origin in origins for article in origin.articles}
    best: dict[frozenset[str], Tie] = {}
    for tie in ties:
        between = frozenset((home[tie.left.id], home[tie.right.id]))
        if tie.standing is Standing.UNCLEAR and len(between) == 2:
            best[between] = max(best.get(between, tie), tie, key=_weight)
    return tuple(OpenTie(tie.left.id, tie.right.id, _passages(tie), reason(tie)) for tie in best.values())


def _weight(tie: Tie) -> tuple[int, float]:
    return tie.reuse.own_words + tie.reuse.speech_words, tie.retelling.odds


def _passages(tie: Tie) -> tuple[tuple[Span, Span], ...]:
    """The shared passages; where there are none the aligned sentences, if a retelling or one official explains them."""
    if tie.reuse.passages:
        left, right = tie.left.words, tie.right.words
        return tuple((left.span(*one.left), right.span(*one.right)) for one in tie.reuse.passages)
    pairs = tie.retelling.pairs if tie.retold or tie.why is Why.STOCK else ()
    return tuple((tie.left.sentences[one], tie.right.sentences[other]) for one, other in pairs)


_REASONS = {
    Why.OFFICIAL: "Both may retell {release}, each by itself: {shared}, and each has details that the other lacks.",
    Why.SOME_REUSE: (
        "It cannot be told whether one took from the other: {shared}, which may come from a common source."
    ),
    Why.POSSIBLE: (
        "One may retell the other: {pairs} of the shorter one's {shorter} sentences go in the other's order; "
        "too little to tell."
    ),
    Why.SPEECH: "Both give one speech or statement, {spoken} words of it alike: the source is who spoke.",
    Why.CREDIT: "A credit ties them ({whom}), but their texts do not show what was taken.",
    Why.COMPILED: (
        "One of them names a source ({whom}), and much of what it tells stands in the other, too: it may have that "
        "from there."
    ),
    Why.PUBLISHER: "Both come from {house}: one newsroom or house is not two independent voices.",
    Why.STOCK: "Both may have it from one source{official}: {details}, and {own}.",
    Why.LANGUAGE: "Not compared across languages ({tongues}): {need}; they share names and figures.",
}


def reason(tie: Tie) -> str:
    """Why a tie stays open, in one sentence."""
    left, right = tie.left, tie.right
    same = left.outlet == right.outlet
    official = shared_voice(left, right)
    official = official[0].lower() + official[1:] if official and official.startswith("The ") else official
    tongues = left.article.language, right.article.language
    unreadable = compares_languages() or not set(tongues) <= LANGUAGES
    return _REASONS[tie.why].format(
        release=f"what {official} gave out" if official else "one official account",
        official=f" ({official})" if official else "",
        details=_details(left, right),
        own=_own(left, right),
        shared=_shared(tie),
        pairs=len(tie.retelling.pairs),
        shorter=tie.retelling.shorter,
        spoken=tie.reuse.speech_words,
        whom=", ".join(sorted({one.name for one in (*left.credits, *right.credits)})) or "the other's outlet",
        house=left.article.outlet or left.outlet if same else left.family,
        tongues=f"{tongues[0]}, {tongues[1]}",
        need="no encoder here reads both" if unreadable else "install twosource[multilingual] to compare them",
    )


def _details(left: Account, right: Account) -> str:
    few, many = sorted((len(left.details), len(right.details)))
    return (
        f"they share {len(left.details & right.details)} figures and names, of {few} in the one and {many} in the other"
    )


def _own(left: Account, right: Account) -> str:
    own = own_voices(left, right)
    return f"only one of them cites {' and '.join(own)}" if own else "neither cites anybody whom the other lacks"


def _shared(tie: Tie) -> str:
    own, spoken = tie.reuse.own_words, tie.reuse.speech_words
    if own or spoken:
        return f"they share {own} words of their own, up to {tie.reuse.longest} in a row" + (
            f", and {spoken} of speech" if spoken else ""
        )
    return f"{len(tie.retelling.pairs)} sentences of the one tell what sentences of the other do, in the same order"
