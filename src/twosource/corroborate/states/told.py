"""What states one account tells: who is at large, in custody, charged, in a critical condition, at home.

Words that say a state are looked for in each sentence, and whom they are said of is read from the grammar around them.
What is denied, only expected or wished for is no state, but for a ladder that has a step for it ("not charged", "is
expected to be charged").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.corroborate.context import Context
from twosource.corroborate.states.ladders import SUSPECT, Ladder, Step, ladders
from twosource.corroborate.states.whose import Who, each_of, is_harm, is_person, meant_by, who_at
from twosource.model.reading import AttributionKind, Event, Modality, Role
from twosource.model.span import Span

NOBODY = Who()
_UNDERGOERS = frozenset({Role.PATIENT, Role.RECIPIENT})
_DOERS = frozenset({Role.AGENT, Role.PATIENT})
_UNREAL = frozenset({"until", "if", "once", "unless", "whether", "before"})
_MOODS = frozenset({"aux", "aux:pass", "advmod"})
_BESIDE = frozenset({"acl", "nmod", "amod", "appos"})
_CLAUSES = 5
"""Heads up to which the subject of words is looked for."""


@dataclass(frozen=True, slots=True)
class State:
    """That somebody is on a step of a ladder.

    Attributes:
        who: Of whom it is said; ``NOBODY`` where the words say it alone.
        focus: The words that say so.
    """

    ladder: Ladder
    step: int
    who: Who
    focus: Span


def states_told(context: Context) -> Iterator[State]:
    """The states that an account tells, in no order; what it tells of another event or of long ago is left out.

    Args:
        context: The account.
    """
    for ladder in ladders(context.account.article.language or "en"):
        for number, sentence in enumerate(context.reading.sentences):
            text = sentence.of(context.reading.text)
            aside = context.sets_aside[number] or context.elsewhen[number]
            if not aside and not (ladder.without and ladder.without.search(text)):
                yield from _in_sentence(context, ladder, number, sentence)


def _in_sentence(context: Context, ladder: Ladder, number: int, sentence: Span) -> Iterator[State]:
    taken: list[Span] = []
    seen: set[tuple[Span, Who]] = set()
    for place, step in enumerate(ladder.steps):
        for focus in _matches(step.alone, context, sentence):
            taken.append(focus)
            yield State(ladder, place, NOBODY, focus)
    for place, step in enumerate(ladder.steps):
        for focus, head, verb in (*_said(context, step, sentence), *_done(context, step, number)):
            level = _level(context, ladder, place, verb)
            if level is None:
                continue
            for who in _holders(context, ladder, head):
                if any(focus.overlaps(one) for one in taken) or who.noun in ladder.never or (focus, who) in seen:
                    continue
                seen.add((focus, who))
                if ladder.of == SUSPECT and who.others and not level:
                    continue  # who looks for a second suspect has the first
                yield State(ladder, level, who, focus if level == place else _with_mood(context, verb, focus))


def _holders(context: Context, ladder: Ladder, head: int) -> Iterator[Who]:
    """Who is in a state: suspects as they are told of together, patients and defendants one by one."""
    if ladder.of == SUSPECT:
        together = who_at(context, head)
        yield from () if together is None else (together,)
        return
    for one in each_of(context, head):
        if _is_anybody(context, one):
            continue
        who = who_at(context, one, alone=True) or meant_by(context, one)
        if who is not None:
            yield who


def _is_anybody(context: Context, head: int) -> bool:
    """Whether somebody who is quoted speaks of nobody in particular: "it convicts a man for what others did"."""
    place, indefinite = context.tree.tokens[head].span, context.tree.case_of(head, "det") in ("a", "an")
    return indefinite and any(one.kind is AttributionKind.DIRECT for one in context.reading.sources_of(place))


Found = tuple[Span, int, int]
"""Words that say a state, the head of whom they are said, and the predicate of their clause."""


def _said(context: Context, step: Step, sentence: Span) -> Iterator[Found]:
    for focus in _matches(step.said, context, sentence):
        found = _bearer(context, focus)
        if found is not None:
            yield focus, *found


def _matches(words: re.Pattern[str] | None, context: Context, sentence: Span) -> Iterator[Span]:
    """Where words stand in a sentence; of a pattern with a group, the group."""
    for match in words.finditer(sentence.of(context.reading.text)) if words else ():
        group = match.lastindex or 0
        yield Span(sentence.start + match.start(group), sentence.start + match.end(group))


def _done(context: Context, step: Step, number: int) -> Iterator[Found]:
    for at in context.tree.sentence_ranges[number]:
        event = context.events.get(at)
        if event is not None and not event.nominal:
            for head in _undergoing(context, step, event):
                yield _focus(context, at, head), head, at


def _focus(context: Context, verb: int, head: int) -> Span:
    """The verb, of one who looks for somebody with whom: "looking for a man"."""
    place, sought = context.tree.tokens[verb].span, context.tree.tokens[head].span
    if head < verb or context.tree.child(head, "case") is None:
        return place
    named = (one.span.end for one in context.entities_in(sought))
    return Span(place.start, max([sought.end, *named]))


def _undergoing(context: Context, step: Step, event: Event) -> list[int]:
    """The heads of those whom an event brings to a step, or shows to be on it."""
    lemma, tree = context.lemma(event.trigger), context.tree
    if lemma in step.befalls | step.does and _happens(context, event.trigger):
        roles = _UNDERGOERS if lemma in step.befalls else _DOERS
        told = [one.head for one in event.participants if one.role in roles]
        shared = None if told else _bearer(context, tree.tokens[event.trigger].span)
        return told if shared is None else [shared[0]]
    if lemma not in step.seeks:
        return []
    below = [one for one in tree.children[event.trigger] if tree.tokens[one].deprel in ("obl", "nmod")]
    return [one for one in below if any(context.lemma(case) == "for" for case in tree.children[one])]


def _happens(context: Context, verb: int) -> bool:
    """Whether a verb tells what happens: not "to arrest", not "in hopes of capturing", not "until they arrest"."""
    tree = context.tree
    marks = {context.lemma(one) for one in tree.children[verb] if tree.tokens[one].deprel in ("mark", "advmod")}
    token = tree.tokens[verb]
    open_ended = token.deprel.split(":")[0] in ("advcl", "acl", "xcomp") and token.text.lower().endswith("ing")
    return token.deprel != "amod" and "VerbForm=Inf" not in token.feats and not open_ended and marks.isdisjoint(_UNREAL)


def _level(context: Context, ladder: Ladder, place: int, verb: int) -> int | None:
    """The step on which a clause puts somebody, by its polarity and mood."""
    event = context.events.get(verb)
    negated = (
        event.negated
        if event is not None
        else any(context.lemma(one) in ("not", "n't", "no", "never") for one in context.tree.children[verb])
    )
    expected = event is not None and event.modality is not Modality.ASSERTED
    if negated or expected:
        return ladder.denied if place else None
    return None if place and (_is_earlier(context, verb) or _is_ahead(context, verb)) else place


def _is_ahead(context: Context, verb: int) -> bool:
    """Whether a clause tells of what is to come: "is due to be sentenced", "when he is sentenced"."""
    tokens, below = context.tree.tokens, context.tree.children[verb]
    aided = [tokens[one].feats for one in below if tokens[one].deprel in ("aux", "aux:pass")]
    words = {context.lemma(one) for one in below if tokens[one].deprel in ("mark", "advmod")}
    to_be = "to" in words and any("VerbForm=Inf" in feats for feats in aided)
    return to_be or ("when" in words and any("Tense=Pres" in feats for feats in aided))


def _with_mood(context: Context, verb: int, focus: Span) -> Span:
    """The words of a state with those that deny it or put it off: "has not been charged", "could be charged"."""
    below = (one for one in context.tree.children[verb] if context.tree.tokens[one].deprel in _MOODS)
    first = min((context.tree.tokens[one].span.start for one in below), default=focus.start)
    return Span(min(first, focus.start), focus.end)


def _is_earlier(context: Context, verb: int) -> bool:
    """Whether a clause looks back ("had been charged before"), and no speaker's word has turned it into the past."""
    tree = context.tree
    past = any(tree.tokens[one].text.lower() == "had" for one in tree.children[verb] if tree.tokens[one].upos == "AUX")
    return past and not context.reading.sources_of(tree.tokens[verb].span)


def _bearer(context: Context, focus: Span) -> tuple[int, int] | None:
    """Of whom words are said: the object of their clause, else its subject, else the noun that they stand beside.

    Returns:
        The head of the phrase, and the predicate of the clause.
    """
    tree, start = context.tree, context.head_of(focus)
    for at in tree.path_up(start)[:_CLAUSES] if start is not None else ():
        token, below = tree.tokens[at], tree.children[at]
        passive = any(tree.tokens[one].deprel in ("nsubj:pass", "aux:pass") for one in below)
        if token.upos == "VERB" and not passive:
            objects = (one for one in below if tree.tokens[one].deprel == "obj" and not is_harm(context, one))
            if found := [one for one in objects if not tree.tokens[one].span.overlaps(focus)]:
                return found[0], at
        subject = tree.child(at, "nsubj")
        if subject is not None and (tree.tokens[subject].span.overlaps(focus) or is_harm(context, subject)):
            subject = tree.child(subject, "nmod")  # "the victim's condition was critical", "her injuries are"
        if subject is not None:
            return subject, at
        if token.deprel.split(":")[0] in _BESIDE and is_person(context, token.head):
            return token.head, at
    return None
