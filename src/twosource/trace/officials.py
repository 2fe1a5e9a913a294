"""Whether two accounts may rest on one official source, each by itself: a police release that two outlets retell.

Both then share its order, its figures and much of its wording, and neither has read the other. What tells them from a
copy is that each knows something that the other does not, while who copies adds nothing. The tie stays open: the
accounts are not one voice, nor are they two witnesses. Whose release it is can often be named: the body or the speaker
that both name.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from twosource.resources import languages, load
from twosource.text.commonness import RARE, commonness
from twosource.text.words import fold
from twosource.trace.account import Account
from twosource.trace.respelling import LEAST_NAMES, respelled
from twosource.trace.reuse import Reuse
from twosource.trace.rewrite import Retelling
from twosource.trace.thresholds import (
    OFFICIAL_NOVEL,
    OFFICIAL_RUN,
    OFFICIAL_SENTENCES,
    OFFICIAL_SHARE,
    OFFICIAL_TEXT,
    REUSE_UNCLEAR_SHARE,
    REWORDED_SENTENCES,
    REWRITE_ODDS,
    SCATTERED_RUN,
    SCATTERED_SHARE,
)

LONGEST_NAME = 6
"""Words on either side that may belong to an official's name; beyond, capitals are a headline's."""
SHORT = 4
"""Letters of a rank's abbreviation, or of a word between two parts of a name."""


def one_official_source(left: Account, right: Account, exact: Reuse, told: Retelling) -> bool:
    """Whether two accounts may have been written from one release, apart from one another.

    Either each knows something that the other lacks, and they share no long stretch; or what they share lies scattered
    in short runs that no order holds together; or one is short and they share hardly a word.

    Args:
        left, right: The accounts.
        exact: What they share word for word: long stretches of it are more than two reporters take from a release.
        told: What they retell of one another, and what each has over the other.
    """
    if len(respelled(left, right, told.pairs)) >= LEAST_NAMES:
        return False  # a translation: reporters of one language spell names alike
    if not (rests_on_officials(left) and rests_on_officials(right)):
        return False
    scattered = exact.share < SCATTERED_SHARE and exact.longest < SCATTERED_RUN
    reworded = exact.share < REUSE_UNCLEAR_SHARE and told.shorter < REWORDED_SENTENCES
    if reworded or (scattered and told.odds < REWRITE_ODDS):
        return True
    return told.novel >= OFFICIAL_NOVEL and exact.share < OFFICIAL_SHARE and exact.longest < OFFICIAL_RUN


def rests_on_officials(account: Account) -> bool:
    """Whether an account names public bodies and their speakers in many of its sentences."""
    words = _words(account)
    folded = account.words.folded
    told = sum(not words.isdisjoint(folded[inside.start : inside.stop]) for inside in account.sentence_words)
    return told >= OFFICIAL_SENTENCES and told >= OFFICIAL_TEXT * len(account.sentence_words)


def shared_official(left: Account, right: Account) -> str | None:
    """The body or speaker that both accounts name, as the left one does; the most named of several.

    "Tarn police" and "the Tarn Police Department" are one body, by the word that tells it from other police.
    """
    ours, theirs = _named(left), _named(right)
    told = Counter[str]()
    for name, count in theirs.items():
        told.update(dict.fromkeys(_own_words(name, left), count))
    found = {name: count + max(told[word] for word in _own_words(name, left)) for name, count in ours.items()}
    shared = [name for name in found if any(told[word] for word in _own_words(name, left))]
    return max(shared, key=lambda name: (found[name], len(name), name), default=None)


def _named(account: Account) -> Counter[str]:
    """Names that hold a word for an official or a body, as they stand, with how often they do."""
    words, text = account.words, account.annotated.body.text
    kinds = _words(account)
    found: Counter[str] = Counter()
    for place, word in enumerate(words.folded):
        if word in kinds:
            first, last = _reach(account, place, -1), _reach(account, place, 1)
            while first < place and words.folded[first] not in kinds and commonness(words.folded[first]) > RARE:
                first += 1  # a sentence's first word has a capital, too
            name = words.span(first, last + 1).of(text)
            if _own_words(name, account):
                found[name] += 1
    return found


def _reach(account: Account, place: int, step: int) -> int:
    """The last capitalised word on one side of a place that belongs to a name with it.

    Short words may stand between ("Bureau of Fisheries"), and the point of an abbreviated rank ("Sgt. Brandt").
    """
    text, words, kinds = account.annotated.body.text, account.words, _words(account)
    reached = place
    for at in range(place + step, place + step * LONGEST_NAME, step):
        one, other = sorted((at, at - step))
        if one < 0 or other >= len(words):
            break
        between = text[words.ends[one] : words.starts[other]]
        if between != " " and not (between == ". " and len(words.folded[one]) <= SHORT and words.folded[one] in kinds):
            break
        if text[words.starts[at]].isupper():
            reached = at
        elif len(words.folded[at]) > SHORT or reached != at - 1:
            break
    return reached


def _own_words(name: str, account: Account) -> frozenset[str]:
    """The capitalised words of a name that are not said of every such body."""
    words = frozenset(fold(word) for word in name.replace(".", " ").split() if word[0].isupper())
    return frozenset(word for word in words - _words(account) if len(word) > 1 and commonness(word) <= RARE)


def _words(account: Account) -> frozenset[str]:
    return _listed(account.article.language or "en")


@cache
def _listed(language: str) -> frozenset[str]:
    if language not in languages("officials"):
        return frozenset()
    table = load(language, "officials")
    return frozenset(map(fold, (*table["words"], *table["releases"])))
