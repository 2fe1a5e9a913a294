"""What stays open between two origins, and why: the evidence that falls short, and what would be needed to tell.

A range is only honest if it says where it comes from. For each pair of origins that may be one, the tie that weighs
most is told, in one sentence that a person can check.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from twosource.model.lineage import OpenTie, Origin
from twosource.model.span import Span
from twosource.trace.languages import LANGUAGES, compares_languages
from twosource.trace.officials import shared_official
from twosource.trace.tie import Tie
from twosource.trace.verdict import Standing, Why


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
    """The shared passages; the aligned sentences where nothing is shared word for word but a retelling is possible."""
    if tie.reuse.passages:
        left, right = tie.left.words, tie.right.words
        return tuple((left.span(*one.left), right.span(*one.right)) for one in tie.reuse.passages)
    pairs = tie.retelling.pairs if tie.retold else ()
    return tuple((tie.left.sentences[one], tie.right.sentences[other]) for one, other in pairs)


def reason(tie: Tie) -> str:
    """Why a tie stays open, in one sentence."""
    return _REASONS[tie.why](tie)


def _release(tie: Tie) -> str:
    official = shared_official(tie.left, tie.right)
    whose = f"what {official} gave out" if official else "one official account"
    return f"Both may retell {whose}, each by itself: {_shared(tie)}, and each has details that the other lacks."


def _shared(tie: Tie) -> str:
    own, spoken = tie.reuse.own_words, tie.reuse.speech_words
    if own or spoken:
        return f"they share {own} words of their own, up to {tie.reuse.longest} in a row" + (
            f", and {spoken} of speech" if spoken else ""
        )
    return f"{len(tie.retelling.pairs)} sentences of the one tell what sentences of the other do, in the same order"


def _some_reuse(tie: Tie) -> str:
    return f"It cannot be told whether one took from the other: {_shared(tie)}, which may come from a common source."


def _retelling(tie: Tie) -> str:
    return f"One may retell the other: {len(tie.retelling.pairs)} sentences go in the same order; too little to tell."


def _too_short(tie: Tie) -> str:
    return f"One text has {tie.retelling.shorter} sentences of its own, too few to tell a retelling from chance."


def _speech(tie: Tie) -> str:
    return f"Both give one speech or statement, {tie.reuse.speech_words} words of it alike: the source is who spoke."


def _credit(tie: Tie) -> str:
    names = sorted({one.name for account in (tie.left, tie.right) for one in account.credits})
    whom = ", ".join(names) or "the other's outlet"
    return f"A credit ties them ({whom}), but their texts do not show what was taken."


def _publisher(tie: Tie) -> str:
    same = tie.left.outlet == tie.right.outlet
    house = tie.left.article.outlet or tie.left.outlet if same else tie.left.family
    return f"Both come from {house}: one newsroom or house is not two independent voices."


def _language(tie: Tie) -> str:
    left, right = tie.left.article.language, tie.right.article.language
    unreadable = compares_languages() or not {left, right} <= LANGUAGES
    need = "no encoder here reads both" if unreadable else "install twosource[multilingual] to compare them"
    return f"Not compared across languages ({left}, {right}): {need}; they share names and figures."


_REASONS: dict[Why, Callable[[Tie], str]] = {
    Why.OFFICIAL: _release,
    Why.SOME_REUSE: _some_reuse,
    Why.POSSIBLE: _retelling,
    Why.SHORT: _too_short,
    Why.SPEECH: _speech,
    Why.CREDIT: _credit,
    Why.PUBLISHER: _publisher,
    Why.COMPILED: _credit,
    Why.LANGUAGE: _language,
}
