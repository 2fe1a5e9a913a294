"""Whose word two accounts rest on, and whether all they tell may come from one stock of facts.

Who retells a release freely shares neither its words nor its order with another who does. What both have is its figures
and names, and the people who speak in it; reporters who went out by themselves share the event and a press conference,
and each has people and details of its own. So the share of figures and names that both tell is weighed against the
people whom one alone cites: each of them asks for more. A firm, an office or a body that the other names by another
word is nobody new; a neighbour, a lawyer or a guest is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from twosource.model.reading import EntityType
from twosource.model.span import Span
from twosource.resources import in_all_languages, listed
from twosource.text.commonness import RARE, commonness
from twosource.text.words import fold
from twosource.trace.officials import bodies, offices
from twosource.trace.thresholds import STOCK, STOCK_VOICE

if TYPE_CHECKING:
    from twosource.trace.account import Account

_FAMILY = frozenset({"family", "families"})
NAMED = (EntityType.PERSON, EntityType.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whom an account cites.

    Attributes:
        text: In the account's words, up to a comma.
        names: Folded rare words of a person's or body's name; none for "police", "a neighbour".
        offices: Words that make it an official, or a body that gives out statements.
        people: Words for people who hold no office ("neighbours").
    """

    text: str
    names: frozenset[str]
    offices: frozenset[str]
    people: frozenset[str]


def voices(account: Account) -> tuple[Voice, ...]:
    """All whom an account cites, each once; a pronoun by its name, a bare name with its office."""
    named = _named(account)
    sources = [one.source for one in account.annotated.body.attributions if one.source]
    spans = [Span(source[0].start, source[-1].end) for source in sources]
    cited = [_voice(account, named.get(span, span)) for span in spans]
    held = defaultdict[str, frozenset[str]](frozenset)
    for voice in cited:
        held.update({name: held[name] | voice.offices for name in voice.names})
    known = (replace(voice, offices=voice.offices.union(*(held[name] for name in voice.names))) for voice in cited)
    return tuple(dict.fromkeys(known))


def one_stock(left: Account, right: Account) -> bool:
    """Whether what two accounts tell may all come from one source; not where one of them cites nobody."""
    if not (left.voices and right.voices):
        return False
    known = len(left.details) + len(right.details)
    shared = 2 * len(left.details & right.details) / max(1, known)
    return shared >= STOCK + STOCK_VOICE * len(own_voices(left, right))


def own_voices(left: Account, right: Account) -> tuple[str, ...]:
    """The people whom one of two accounts cites and of whom the other knows nothing, each once."""
    ours = [voice for voice in left.voices if _is_own(voice, right.voices, right.held)]
    theirs = [voice for voice in right.voices if _is_own(voice, left.voices, left.held)]
    found, told = [], set[str]()
    for voice in (*ours, *theirs):
        words = voice.names or voice.people
        if words.isdisjoint(told):
            found.append(voice.text)
        told |= words
    return tuple(found)


def shared_voice(left: Account, right: Account) -> str | None:
    """Whom both accounts cite, an official first, as the left one tells."""
    shared = [voice for voice in left.voices if _is_cited(voice, right.voices)]
    return min(shared, key=_told_in_full).text if shared else None


def _is_own(voice: Voice, others: Sequence[Voice], words: frozenset[str]) -> bool:
    """Whether a voice is its account's own, of whom the other account knows nothing.

    Args:
        voice: Somebody whom the one account cites. An official whom the other names is in their common report,
            whichever of its lines they quote.
        others: Those whom the other account cites.
        words: All the other account's words.
    """
    if _is_cited(voice, others):
        return False
    if voice.names:
        return not voice.offices or voice.names.isdisjoint(words)
    return bool(voice.people) and not any(one.people & voice.people for one in others)


def _is_cited(voice: Voice, others: Sequence[Voice]) -> bool:
    """Whether the other account cites the same person, or somebody of the same office."""
    return any(one.names & voice.names or one.offices & voice.offices for one in others)


def _told_in_full(voice: Voice) -> tuple[bool, bool, int, str]:
    """Whoever is told with an office first, then by name, then shortly."""
    return not voice.offices, not voice.names, len(voice.text), voice.text


def _voice(account: Account, span: Span) -> Voice:
    inside = account.words.within(span)
    words, names = frozenset(account.words.folded[inside.start : inside.stop]), _name(account, span)
    held = words & (offices(account.language) | bodies(account.language))
    text = span.of(account.annotated.body.text).partition(",")[0].strip()
    return Voice(text, names, held, _people(words, account.language) - held)


def _named(account: Account) -> dict[Span, Span]:
    """For each pronoun for somebody who is named, that name's place."""
    found: dict[Span, Span] = {}
    for chain in account.annotated.body.coreference:
        name = next((link for link in chain if _name(account, link)), None)
        pronouns = (link for link in chain if link.of(account.annotated.body.text).casefold() in _pronouns())
        found.update(dict.fromkeys(pronouns, name) if name else {})
    return found


def _name(account: Account, span: Span) -> frozenset[str]:
    """The telling words of the people and bodies that a stretch names."""
    names, found = account.annotated.body.names, set[str]()
    place = bisect_left(names, span.start, key=lambda name: name.span.start)
    while place < len(names) and names[place].span.end <= span.end:
        if names[place].type in NAMED:
            inside = account.words.within(names[place].span)
            found.update(account.words.folded[inside.start : inside.stop])
        place += 1
    telling = frozenset(word for word in found if len(word) > 1 and commonness(word) <= RARE)
    return telling - offices(account.language) - bodies(account.language)


def _people(words: frozenset[str], language: str) -> frozenset[str]:
    """Those of some folded words that mean people, one of them or several."""
    known = _person_nouns(language)
    return frozenset(one for one in words if not known.isdisjoint({one, one.removesuffix("s"), one.removesuffix("es")}))


@cache
def _person_nouns(language: str) -> frozenset[str]:
    return frozenset(map(fold, listed(language, "person_nouns").get("people", "").split())) | _FAMILY


@cache
def _pronouns() -> frozenset[str]:
    return in_all_languages("pronouns", "third")
