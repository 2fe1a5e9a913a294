"""Whose word accounts rest on, and whether two rest on nobody but the same officials.

An account all of whose matter stands on one official report, with no witness and no other speaker, is a retelling of
that report, in whatever words. Two such accounts may both have it from there: nothing in their wording ties them, yet
they cannot be called two independent voices. Anybody whom one alone cites and who holds no office (a neighbour, a
lawyer, a guest) is reporting of its own, and so is an office that the other account does not know. Who is heard by way
of an official, or only told whom to call, is no voice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from twosource.model.reading import Attribution, AttributionKind, EntityType
from twosource.model.span import Span
from twosource.resources import in_all_languages, load
from twosource.text.commonness import RARE, commonness
from twosource.text.tree import Tree
from twosource.text.words import fold
from twosource.trace.officials import bodies, offices

if TYPE_CHECKING:
    from twosource.trace.account import Account

NAMED = (EntityType.PERSON, EntityType.ORGANIZATION)
TOLD = 2
"""Words behind "told" among which it is said whom ("told police", "told county detectives")."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whom an account cites.

    Attributes:
        text: In the account's words, up to a comma.
        names: Folded rare words of a person's or body's name; none for "police", "a neighbour".
        offices: Words that make it an official, or a body that gives out statements.
        any_official: Whether that is all it is told by ("police", "officials"); "the hospital" is one of its own.
        is_body: Whether its name is that of a firm, an agency, an office.
    """

    text: str
    names: frozenset[str]
    offices: frozenset[str]
    any_official: bool
    is_body: bool


def voices(account: Account) -> tuple[Voice, ...]:
    """All whom an account cites, each once, as far as it says who they are; a bare name with its office."""
    body, tree, named = account.annotated.body, Tree(account.annotated.body), _named(account)
    cited = [(one, voice) for one in body.attributions if one.source and (voice := _voice(account, one, named))]
    held: dict[str, frozenset[str]] = defaultdict(frozenset)
    for _, voice in cited:
        for name in voice.names:
            held[name] |= voice.offices
    heard = [voice for one, voice in cited if _tells(tree, one) and not _is_heard_through(account, one)]
    known = (replace(one, offices=one.offices.union(*(held[name] for name in one.names))) for one in heard)
    return tuple(dict.fromkeys(known))


def one_word(left: Account, right: Account) -> str | None:
    """Whom both accounts rest on, an official first, where neither cites anybody besides whom the other lacks."""
    ours, theirs = left.voices, right.voices
    own = [voice for voice in ours if _is_own(voice, theirs, right.held)]
    own += [voice for voice in theirs if _is_own(voice, ours, left.held)]
    shared = [voice for voice in ours if _is_cited(voice, theirs)]
    return min(shared, key=_told_in_full).text if shared and not own else None


def _is_own(voice: Voice, others: Sequence[Voice], words: frozenset[str]) -> bool:
    """Whether a voice is its account's own, of whom the other account knows nothing.

    Args:
        voice: Somebody whom the one account cites. An official or a body whom the other names is in their common
            report, whichever of its lines they quote; so may "Marn Police" be, beside "detectives".
        others: Those whom the other account cites.
        words: All the other account's words.
    """
    if voice.any_official or _is_cited(voice, others):
        return False
    official = bool(voice.offices) or voice.is_body
    unnamed = voice.is_body and voice.offices and any(one.any_official for one in others)
    return not ((official and voice.names & words) or unnamed)


def _is_cited(voice: Voice, others: Sequence[Voice]) -> bool:
    """Whether the other account cites the same person, or somebody of the same office."""
    return any(one.names & voice.names or one.offices & voice.offices for one in others)


def _told_in_full(voice: Voice) -> tuple[bool, bool, int, str]:
    """Whoever is told with an office first, then by name, then shortly."""
    return voice.offices.isdisjoint(map(fold, voice.text.split())), not voice.names, len(voice.text), voice.text


def _tells(tree: Tree, one: Attribution) -> bool:
    """Whether somebody says something, and does not only order, approve or wonder."""
    tokens = [tree.tokens[place] for span in one.cue for place in tree.tokens_in(span)]
    verbs = [token.lemma for token in tokens if token.upos == "VERB"]
    telling = load("en", "counted")["around"]["telling"]
    return one.kind is not AttributionKind.INDIRECT or not verbs or any(verb in telling for verb in verbs)


def _is_heard_through(account: Account, one: Attribution) -> bool:
    """Whether somebody is cited by way of another: within that one's words, or as who told officials something."""
    if account.annotated.body.sources_of(one.source[0]):
        return True
    if not one.cue or one.cue[-1].start < one.source[-1].end:
        return False
    after = account.words.within(one.cue[-1]).stop
    return not offices(account.language).isdisjoint(account.words.folded[after : after + TOLD])


def _voice(account: Account, one: Attribution, named: Mapping[int, Span]) -> Voice | None:
    """Who is cited; ``None`` for a pronoun for nobody who is named, and in a notice of whom to call."""
    span = Span(one.source[0].start, one.source[-1].end)
    if _pronouns().issuperset(_folded(account, span)):
        if span.start not in named:
            return None
        span = named[span.start]
    inside = account.words.within(span)
    if any(account.given[place] and not account.quoted[place] for place in inside):
        return None
    words, names = frozenset(_folded(account, span)), _name(account, span)
    public, other = words & offices(account.language), words & bodies(account.language)
    text = span.of(account.annotated.body.text).partition(",")[0].strip()
    return Voice(text, names, public | other, bool(public) and not other and not names, _names_body(account, span))


def _named(account: Account) -> dict[int, Span]:
    """For each place where somebody is meant who is named somewhere, where that is."""
    found: dict[int, Span] = {}
    for chain in account.annotated.body.coreference:
        name = next((link for link in chain if _name(account, link)), None)
        found.update(dict.fromkeys((link.start for link in chain), name) if name else {})
    return found


def _name(account: Account, span: Span) -> frozenset[str]:
    """The telling words of the people and bodies that a stretch names."""
    names, found = account.annotated.body.names, set[str]()
    place = bisect_left(names, span.start, key=lambda name: name.span.start)
    while place < len(names) and names[place].span.end <= span.end:
        if names[place].type in NAMED:
            found.update(_folded(account, names[place].span))
        place += 1
    telling = frozenset(word for word in found if len(word) > 1 and commonness(word) <= RARE)
    return telling - offices(account.language) - bodies(account.language)


def _names_body(account: Account, span: Span) -> bool:
    inside = [name for name in account.annotated.body.names if name.span.overlaps(span)]
    return bool(inside) and all(name.type is EntityType.ORGANIZATION for name in inside)


def _folded(account: Account, span: Span) -> Sequence[str]:
    inside = account.words.within(span)
    return account.words.folded[inside.start : inside.stop]


@cache
def _pronouns() -> frozenset[str]:
    """Pronouns for somebody who was named before."""
    return in_all_languages("pronouns", "third") | {"who"}
