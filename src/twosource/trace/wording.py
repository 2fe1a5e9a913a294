"""Clues to direction in how two accounts word the same thing.

Direct speech can be told in other words, not the reverse: who only reports what the other quotes had it from there or
from the same hall. A text whose names are spelled by another language's habits, or whose bracketed abbreviation fits
another language's name of the body, makes sense only as a translation.
"""

from __future__ import annotations

import re

import numpy as np

from twosource.model.lineage import Direction
from twosource.resources import languages, load
from twosource.trace.account import Account
from twosource.trace.clue import Clue
from twosource.trace.respelling import respelled
from twosource.trace.sequence import gains
from twosource.trace.thresholds import ABBREVIATED, EXACT_WITH_OTHER_NAMES, RETOLD_SPEECH, SPEECH_SENTENCE, TRANSLATED
from twosource.trace.tie import Tie

LEAST_QUOTED = 5
"""Words of a sentence of direct speech below which its retelling shows nothing."""
NEAR = 0.1
"""Gain over the floor of alignment from which a sentence tells what the other's speaker says."""
MOST_QUOTED = 0.2
"""Quoted part of a sentence up to which it tells rather than quotes."""
_NAME = r"(?<!\w)[A-Z][\w'’-]{1,40}"
_ABBREVIATED = re.compile(rf"({_NAME}(?: (?:of|for|and|the|{_NAME})){{1,7}}) \(([A-Z]{{2,7}})\)")


def told_speech(tie: Tie) -> Clue | None:
    """Speech that one account quotes and the other tells in its own words."""
    forth, back = _told(tie.left, tie.right), _told(tie.right, tie.left)
    if not tie.retelling.pairs or forth == back or min(forth, back):
        return None
    many = max(forth, back)
    what = "a quotation" if many == 1 else f"{many} quotations"
    weight = RETOLD_SPEECH[min(many, max(RETOLD_SPEECH))]
    words = f"the copy tells in its own words what the source has as {what}"
    return Clue(Direction.CONTAINMENT, weight if forth else -weight, words)


def _told(quoting: Account, telling: Account) -> int:
    """Sentences of direct speech in the one that the other only tells."""
    spoken = [
        int(place)
        for place in np.flatnonzero(quoting.speech >= SPEECH_SENTENCE)
        if len(quoting.sentence_words[place]) >= LEAST_QUOTED
    ]
    plain = [int(place) for place in np.flatnonzero(telling.speech < MOST_QUOTED)]
    if not spoken or not plain:
        return 0
    nearest = gains(quoting, telling, spoken, plain).max(axis=1)
    quoted = [int(place) for place in np.flatnonzero(telling.speech >= MOST_QUOTED)]
    rival = gains(quoting, telling, spoken, quoted).max(axis=1) if quoted else np.full(len(spoken), -1.0)
    return int(((nearest >= NEAR) & (nearest > rival)).sum())


def foreign_names(tie: Tie) -> Clue | None:
    """Names that one account spells by the habits of its own language, the other by those of another."""
    if max(tie.exact_share_of(tie.left), tie.exact_share_of(tie.right)) >= EXACT_WITH_OTHER_NAMES:
        return None
    pairs = respelled(tie.left, tie.right, tie.retelling.pairs)
    balance = {pair: _foreign(tie.right, *pair[::-1]) - _foreign(tie.left, *pair) for pair in pairs}
    left, right = sum(value > 0 for value in balance.values()), sum(value < 0 for value in balance.values())
    if max(left, right) < 2 or max(left, right) < 2 * min(left, right) or left == right:
        return None
    shown = next(pair for pair, value in balance.items() if (value > 0) == (left > right) and value)
    ours, theirs = shown if left > right else shown[::-1]
    words = f"the source has the spellings of its own language ({ours}, not {theirs})"
    return Clue(Direction.CONTAINMENT, TRANSLATED if left > right else -TRANSLATED, words)


def _foreign(account: Account, name: str, other: str) -> int:
    """How much more a spelling goes against the habits of the account's language than the other spelling does."""
    language = account.article.language or "en"
    if language not in languages("spelling"):
        return 0
    table = load(language, "spelling")
    name, other = name.casefold(), other.casefold()
    odd = sum((mark in name) - (mark in other) for mark in table["foreign"])
    own = sum((mark in name) - (mark in other) for mark in table["own"])
    return int(odd - own)


def foreign_abbreviation(tie: Tie) -> Clue | None:
    """A body's abbreviation in brackets that fits its name in one account, and in the other a name unseen."""
    ours, theirs = _abbreviations(tie.left), _abbreviations(tie.right)
    for words in sorted(ours.keys() & theirs.keys()):
        one, other = ours[words], theirs[words]
        fits = _fits(words, one), _fits(words, other)
        if one != other and fits[0] != fits[1]:
            right, wrong = (one, other) if fits[0] else (other, one)
            said = f"the source's abbreviation {right} fits the name before it, the copy's {wrong} does not"
            return Clue(Direction.CONTAINMENT, ABBREVIATED if fits[0] else -ABBREVIATED, said)
    return None


def _abbreviations(account: Account) -> dict[tuple[str, ...], str]:
    """The capitalised words of each name that an abbreviation in brackets follows, with the abbreviation."""
    found: dict[tuple[str, ...], str] = {}
    for match in _ABBREVIATED.finditer(account.annotated.body.text):
        found.setdefault(tuple(word for word in match[1].split() if word[0].isupper() and word != "The"), match[2])
    return found


def _fits(words: tuple[str, ...], abbreviation: str) -> bool:
    """Whether the abbreviation is made of the words' initials, in whatever order a body puts them."""
    return sorted(word[0] for word in words) == sorted(abbreviation)
