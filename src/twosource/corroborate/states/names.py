"""Whose name an account holds back, and whom it names: "police have not identified the victim", "Varn was killed".

The words that hold a name back are data (``resources/<language>/states.toml``). A name counts as given where an account
names somebody who was killed or hurt (of a victim), or who is sought, held or charged (of a suspect), or says that
somebody was identified by it. The invariant: of those who are neither victim nor suspect ("a witness") nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.corroborate.context import Context
from twosource.corroborate.states.ladders import SUSPECT, VICTIM
from twosource.corroborate.states.parts import UNDERGOERS, harmed, naming_words, part_of
from twosource.corroborate.states.told import states_told
from twosource.corroborate.states.whose import Who, anybody, each_of, who_at
from twosource.model.reading import AttributionKind, Event
from twosource.model.span import Span

NONE = frozenset({"no", "neither"})
"""What denies a noun and not its verb: "no names were released"."""


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
            part, who = part_of(context, head), who_at(context, head)
            if head == word and context.lemma(word) in naming_words(context)["names"]:
                part, who = _kin(context, word), Who()
            if part is not None and who is not None and who.noun not in naming_words(context)["never"]:
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
            for part, head in (*((VICTIM, one) for one in harmed(context, event)), *_identified(context, event)):
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
    words, lemma = naming_words(context), context.lemma(event.trigger)
    whom = [one.head for one in event.participants if one.role in UNDERGOERS]
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
    told = not naming_words(context)["kin"].isdisjoint(form for at in sentence for form in context.forms(at))
    return VICTIM if told else None


def _identified(context: Context, event: Event) -> Iterator[tuple[str, int]]:
    """The heads of those who are identified by a name, and of the names."""
    tree = context.tree
    if context.lemma(event.trigger) in naming_words(context)["identifying"]:
        whom = [one.head for one in event.participants if one.role in UNDERGOERS]
        parts = [part for head in whom if (part := part_of(context, head) or _by_default(context, head)) is not None]
        names = [one for one in tree.children[event.trigger] if tree.tokens[one].deprel in ("obl", "xcomp", "obj")]
        yield from ((part, one) for part in parts[:1] for one in (*whom, *names))


def _by_default(context: Context, head: int) -> str | None:
    """Whom "the man was identified as" means, without a word of what he is to the deed: its victim."""
    return VICTIM if context.lemma(head) in anybody() else None


def _words(context: Context, verb: int, said: Sequence[int]) -> Span:
    """The words that hold a name back: "names of the victims were not released", "no names were released"."""
    tree = context.tree
    moods = [one for one in tree.children[verb] if tree.tokens[one].deprel in ("aux", "aux:pass", "advmod")]
    none = [one for at in said for one in tree.children[at] if context.lemma(one) in NONE]
    words = (one for one in (verb, *said, *moods, *none) if context.sentence(one) == context.sentence(verb))
    places = [tree.tokens[one].span for one in words]
    return Span(min(one.start for one in places), max(one.end for one in places))
