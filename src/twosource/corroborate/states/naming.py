"""Whose name an account holds back, and whom it names: "police have not identified the victim", "Varn was killed".

The words that hold a name back are data (``resources/<language>/states.toml``). A name counts as given where an account
names somebody who was killed or hurt (of a victim), or who is sought, held or charged (of a suspect), or says that
somebody was identified by it. The invariant: of those who are neither victim nor suspect ("a witness") nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.corroborate.context import Context
from twosource.corroborate.states.ladders import NAMING, SUSPECT, VICTIM
from twosource.corroborate.states.told import states_told
from twosource.corroborate.states.whose import Who, antecedent, anybody, each_of, who_at
from twosource.model.reading import AttributionKind, Event, Role
from twosource.model.span import Span
from twosource.resources import listed

HARMING = frozenset({"kill", "die", "shoot", "injure", "wound", "hurt", "hospitalize"})
_DYING = "die"
_UNDERGOERS = frozenset({Role.PATIENT, Role.RECIPIENT})


@dataclass(frozen=True, slots=True)
class Known:
    """Who is without a name in an account, or has one.

    Attributes:
        part: ``victim`` or ``suspect``.
        named: Whether the account names them.
        who: Whom it means.
        focus: The words that hold the name back, or the name.
    """

    part: str
    named: bool
    who: Who
    focus: Span


def unnamed(context: Context) -> Iterator[Known]:
    """Those whose names an account says are not known or not given.

    Args:
        context: The account.
    """
    for at, event in context.events.items():
        if _is_aside(context, at):
            continue
        for head, word in _held_back(context, event):
            part, who = _part(context, head), who_at(context, head)
            if head == word and context.lemma(word) in _words_of(context)["names"]:
                part, who = _kin(context, word), Who()
            if part is not None and who is not None and who.noun not in _words_of(context)["never"]:
                yield Known(part, False, who, _words(context, at, (head, word)))


def named(context: Context) -> Iterator[Known]:
    """The victims and suspects whom an account names.

    Args:
        context: The account.
    """
    for state in states_told(context):
        if state.ladder.of == SUSPECT:
            yield from _known(context, SUSPECT, state.who, state.focus)
    for at, event in context.events.items():
        if not event.negated and not _is_aside(context, at) and context.tree.tokens[at].upos != "PROPN":
            for part, head in _given(context, event):
                for one in each_of(context, head):
                    who = who_at(context, one, alone=True)
                    if who is not None:
                        yield from _known(context, part, who, context.tree.tokens[one].span)


def _known(context: Context, part: str, who: Who, place: Span) -> Iterator[Known]:
    """One who is named in full, in the sentence that tells of him or elsewhere; no victim who is quoted himself."""
    sentence = context.reading.sentences[context.reading.sentence_at(place.start) or 0]
    if who.ids and not who.plural and (part == SUSPECT or who.ids.isdisjoint(_speakers(context))):
        spans = [one.span for one in context.reading.names if " " in one.span.of(context.reading.text)]
        names = [span for span in spans if who.ids & {one.id for one in context.entities_in(span)}]
        if names:
            yield Known(part, True, who, next((one for one in names if one.overlaps(sentence)), names[0]))


def _speakers(context: Context) -> frozenset[str]:
    """Those whose own words an account quotes."""
    quoted = (each for each in context.reading.attributions if each.kind is not AttributionKind.INDIRECT)
    spans = (span for each in quoted for span in each.source)
    return frozenset(one.id for span in spans for one in context.entities_in(span))


def _is_aside(context: Context, at: int) -> bool:
    number = context.sentence(at)
    return context.sets_aside[number] or context.elsewhen[number]


def _held_back(context: Context, event: Event) -> Iterator[tuple[int, int]]:
    """The heads of those whose names are held back, and of the words for it: "have not identified the man", "withheld
    the man's name"; who wishes that his own is not told is no victim.
    """
    words, lemma = _words_of(context), context.lemma(event.trigger)
    whom = [one.head for one in event.participants if one.role in _UNDERGOERS]
    if context.lemma(context.tree.tokens[event.trigger].head) in words["wishing"]:
        return
    if lemma in words["identifying"] and event.negated:
        yield from ((head, head) for head in whom)
    if (lemma in words["giving"] and event.negated) or (lemma in words["withholding"] and not event.negated):
        for head in whom:
            if context.lemma(head) in words["names"]:
                yield from ((owner, head) for owner in _owners(context, head))


def _owners(context: Context, name: int) -> Iterator[int]:
    """Whose name it is: "the man's name", "the names of the victims"; the name itself where nothing tells."""
    below = [one for one in context.tree.children[name] if context.tree.tokens[one].deprel.split(":")[0] == "nmod"]
    yield from below or [name]


def _kin(context: Context, name: int) -> str | None:
    """That a victim's name is meant where nothing tells whose: "no names were released until the families know"."""
    sentence = context.tree.sentence_ranges[context.sentence(name)]
    told = not _words_of(context)["kin"].isdisjoint(form for at in sentence for form in context.forms(at))
    return VICTIM if told else None


def _given(context: Context, event: Event, *, harmed: bool = False) -> Iterator[tuple[str, int]]:
    """Heads of those whom an event befalls as victims, and of those who are identified by a name unless only those who
    were harmed are asked for.
    """
    lemma, tree = context.lemma(event.trigger), context.tree
    concept = context.event_concept(event.trigger)
    if concept in HARMING or lemma in HARMING:
        roles = _UNDERGOERS | {Role.AGENT} if concept == _DYING else _UNDERGOERS
        yield from ((VICTIM, one.head) for one in event.participants if one.role in roles)
    if lemma in _words_of(context)["identifying"] and not harmed:
        whom = [one.head for one in event.participants if one.role in _UNDERGOERS]
        parts = [part for head in whom if (part := _part(context, head) or _by_default(context, head)) is not None]
        names = [one for one in tree.children[event.trigger] if tree.tokens[one].deprel in ("obl", "xcomp", "obj")]
        for part in parts[:1]:
            yield from ((part, one) for one in (*whom, *names))


def _by_default(context: Context, head: int) -> str | None:
    """Whom "the man was identified as" means, without a word of what he is to the deed: its victim."""
    return VICTIM if context.lemma(head) in anybody() else None


def _part(context: Context, head: int) -> str | None:
    """Whether somebody is a victim or a suspect, by the noun or by what the sentence tells besides."""
    if not _words_of(context)["dead"].isdisjoint(context.forms(head)):
        return VICTIM
    who = who_at(context, head)
    parts = {sort for kind, sort in who.sorts if kind == "part"} if who is not None else set()
    if len(parts) == 1:
        return parts.pop()
    sentence = context.tree.sentence_ranges[context.sentence(head)]
    events = [event for at in sentence if (event := context.events.get(at)) is not None]
    harmed = {one for event in events for _, one in _given(context, event, harmed=True)}
    return VICTIM if {antecedent(context, head)} <= harmed else None


def _words(context: Context, verb: int, said: Sequence[int]) -> Span:
    """The words that hold a name back: "names of the victims were not released"."""
    tree = context.tree
    moods = (one for one in tree.children[verb] if tree.tokens[one].deprel in ("aux", "aux:pass", "advmod"))
    places = [tree.tokens[one].span for one in (verb, *said, *moods) if context.sentence(one) == context.sentence(verb)]
    return Span(min(one.start for one in places), max(one.end for one in places))


def _words_of(context: Context) -> Mapping[str, frozenset[str]]:
    return _lists(context.account.article.language or "en")


@cache
def _lists(language: str) -> Mapping[str, frozenset[str]]:
    table = listed(language, "states").get(NAMING, {})
    kinds = ("identifying", "giving", "withholding", "names", "dead", "never", "wishing", "kin")
    return {name: frozenset(table.get(name, ())) for name in kinds}
