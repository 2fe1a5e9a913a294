"""Which way a time points from the article's day: by the tense of the verb that governs it.

"Said Tuesday" is past, "will begin Thursday" is future. Read from the tree where there is one, else from the words
before it in the sentence. The invariant: -1 past, 1 future, 0 unknown.
"""

from __future__ import annotations

from twosource.annotate.times.words import TimeWords
from twosource.model.reading import Token
from twosource.model.span import Span
from twosource.text.tree import Tree

_VERBAL = frozenset({"VERB", "AUX"})
_STEPS = 12
_WINDOW = 12


def direction_of(tree: Tree, words: TimeWords, span: Span) -> int:
    """The direction of the time at ``span``."""
    inside = tree.tokens_in(span)
    if not inside:
        return 0
    return _by_tree(tree, words, inside[0]) if tree.reading.parsed else _by_words(tree, words, inside[0])


def _by_tree(tree: Tree, words: TimeWords, index: int) -> int:
    """Climb to the governing verb; a verb without a tense of its own asks the one above."""
    at = index
    for _ in range(_STEPS):
        token = tree.tokens[at]
        if token.upos in _VERBAL:
            found = 1 if _planned_before(tree, words, at, index) else _tense(tree, words, at)
            if found:
                return found
            if _is_infinitive(tree, at):
                return int(_lies_ahead(tree, words, token.head))
        if token.head == at:
            return 0
        at = token.head
    return 0


def _planned_before(tree: Tree, words: TimeWords, verb: int, time: int) -> bool:
    """Whether an infinitive of plan stands between its verb and the time: "has been asked to appear on Monday".

    Parsers hang such a time on either verb; "was asked on Monday to appear" is past.
    """
    if tree.tokens[verb].text.lower() not in words.plans or verb > time:
        return False
    between = [child for child in tree.children[verb] if verb < child < time]
    return any(tree.tokens[child].deprel == "xcomp" and _is_infinitive(tree, child) for child in between)


def _tense(tree: Tree, words: TimeWords, verb: int) -> int:
    token = tree.tokens[verb]
    helpers = [tree.tokens[child] for child in tree.children[verb] if tree.tokens[child].deprel.startswith("aux")]
    if any(helper.text.lower() in words.future for helper in helpers) or token.text.lower() in words.future:
        return 1
    if any("Tense=Past" in helper.feats or helper.text.lower() in words.past for helper in helpers):
        return -1
    if "Tense=Past" in token.feats and ("VerbForm=Fin" in token.feats or not helpers):
        return -1
    return 0


def _is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in the infinitive with its mark: "to close", "to be closed"."""
    before = [tree.tokens[child] for child in tree.children[verb] if child < verb]
    marked = any(child.deprel in {"mark", "aux"} for child in before)
    forms = [tree.tokens[verb].feats, *(child.feats for child in before if child.deprel.startswith("aux"))]
    return marked and any("VerbForm=Inf" in form for form in forms)


def _lies_ahead(tree: Tree, words: TimeWords, above: int) -> bool:
    """Whether an infinitive below this word is still to come: "plans to close", "rules to be published"."""
    token = tree.tokens[above]
    return token.upos == "NOUN" or token.text.lower() in words.plans


def _by_words(tree: Tree, words: TimeWords, index: int) -> int:
    """The nearest word of past or future before the time in its sentence."""
    sentence = tree.reading.sentence_at(tree.tokens[index].span.start)
    first = tree.sentence_ranges[sentence].start if sentence is not None else 0
    for token in _backwards(tree, index, max(first, index - _WINDOW)):
        if token.text.lower() in words.future:
            return 1
        if token.text.lower() in words.past:
            return -1
    return 0


def _backwards(tree: Tree, index: int, first: int) -> list[Token]:
    return [tree.tokens[at] for at in range(index - 1, first - 1, -1)]
