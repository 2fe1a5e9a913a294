"""Weekdays by more than the tense: "a strike for Monday" is to come, "hoped to leave by Monday" may be on both sides.

An infinitive, a present tense below another verb ("which opens on Friday"), and what was done before something ("ahead
of Monday's vote") hold for a day that is over as for one to come. Such a weekday is the nearer one. In 25 real passages
with "before" or "ahead of" it was to come in all 14 whose last such day lay four days or more behind, and over in 9 of
11 where it lay nearer.

The invariant: only asked where no tense says that the day is to come.
"""

from __future__ import annotations

from datetime import date

from twosource.annotate.times.calendars import nth_weekday
from twosource.annotate.times.tense import is_infinitive, tells_present
from twosource.annotate.times.words import TimeWords
from twosource.model.span import Span
from twosource.text.tree import Tree

_VERBAL = frozenset({"VERB", "AUX"})
_STEPS = 12
_BEFORE = 8
"""Words that "before" may stand before its weekday: "before the first round of the tournament on Sunday"."""
_BEHIND = 4
"""Words behind the weekday's first that may still name what it is before: "before Sunday's fatal shooting"."""


def nearer_side(anchor: date, weekday: int) -> int:
    """Whether such a weekday is nearer behind (-1) or ahead (1).

    >>> nearer_side(date(2025, 3, 11), 3), nearer_side(date(2025, 3, 11), 0)  # from a Tuesday: Thursday, Monday
    (1, -1)
    """
    behind, ahead = nth_weekday(anchor, weekday, -1), nth_weekday(anchor, weekday, 1)
    return 1 if ahead - anchor < anchor - behind else -1


def is_open(tree: Tree, words: TimeWords, span: Span) -> bool:
    """Whether the words around a weekday hold for the last one as for the coming one."""
    inside = tree.tokens_in(span)
    if not inside or not tree.reading.parsed:
        return False
    index = inside[0]
    return _is_object(tree, words, index) or _of_open_verb(tree, words, index) or _is_before(tree, words, index)


def _is_object(tree: Tree, words: TimeWords, index: int) -> bool:
    """Whether something is done to the day itself: "declared Thursday a holiday", which may be read as a time."""
    token = tree.tokens[index]
    behind = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else token
    declared = tree.tokens[token.head].lemma.lower() in words.groups["tense.declared"]
    return token.deprel == "obj" or (declared and index == token.head + 1 and behind.upos == "DET")


def is_aimed_at(tree: Tree, words: TimeWords, span: Span) -> bool:
    """Whether something is meant for a weekday, or moved to it: "a strike for Monday", "postponed to Friday"."""
    inside = tree.tokens_in(span)
    if not inside or not inside[0] or not tree.reading.parsed:
        return False
    token, before = tree.tokens[inside[0]], tree.tokens[inside[0] - 1].text.lower()
    if not token.deprel.startswith(("obl", "nmod")) or token.deprel == "nmod:poss":
        return False
    moved = before == "to" and tree.tokens[token.head].lemma.lower() in words.groups["tense.moved"]
    return moved or before in words.groups["tense.aimed"]


def _of_open_verb(tree: Tree, words: TimeWords, index: int) -> bool:
    """Whether the verb above is an infinitive, or in the present with the time for its own ("is closed on Monday").

    A whole story may be told in the present; of it only what begins with the day may be to come: "from Saturday".
    """
    path = tree.path_up(index)[:_STEPS]
    verb = next((at for at in path if tree.tokens[at].upos in _VERBAL), None)
    if verb is None or tree.tokens[index].deprel == "nmod:poss":
        return False
    own = tree.tokens[index].head == verb and tree.tokens[index].deprel.startswith("obl")
    begun = tree.tokens[index - 1].text.lower() in words.groups["tense.from"]
    clause = tree.tokens[verb].deprel != "root" or begun
    present = (clause and tells_present(tree, verb)) or _is_so(tree, verb)
    return _is_undone(tree, words, verb) or (own and present)


def _is_so(tree: Tree, verb: int) -> bool:
    """Whether a verb tells in the present what is done to something: "the office is closed on Monday"."""
    below = [tree.tokens[child] for child in tree.children[verb]]
    helpers = [one for one in below if one.deprel.split(":")[0] in ("aux", "cop")]
    return len(helpers) == 1 and helpers[0].lemma == "be" and "Tense=Pres" in helpers[0].feats


def _is_undone(tree: Tree, words: TimeWords, verb: int) -> bool:
    """Whether a verb stands behind "to", but not behind "the first": the first to reach a place has reached it."""
    above = tree.tokens[verb].head
    first = any(tree.tokens[at].text.lower() in words.firsts for at in (above, *tree.children[above]) if at < verb)
    below = [tree.tokens[child] for child in tree.children[verb] if child < verb]
    marked = any(child.deprel == "mark" and child.upos == "PART" for child in below)
    return marked and not first and is_infinitive(tree, verb)


def _is_before(tree: Tree, words: TimeWords, index: int) -> bool:
    """Whether the time is that of what "before" or "ahead of" stands before: "before the vote on Tuesday"."""
    for at in range(index - 1, max(-1, index - 1 - _BEFORE), -1):
        token = tree.tokens[at]
        if token.upos in _VERBAL or token.upos == "PUNCT":
            return False
        if token.text.lower() in words.groups["tense.before"]:
            behind = tree.tokens[at + 1 : index + _BEHIND]
            return not any(one.lemma.lower() in words.groups["tense.unplanned"] for one in behind)
    return False
