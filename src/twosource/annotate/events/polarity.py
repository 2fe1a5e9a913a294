"""Whether an event is denied, and whether it is stated as a fact, hoped for, supposed or alleged."""

from __future__ import annotations

from twosource.annotate.events.lexicon import Lexicon
from twosource.model.reading import Modality
from twosource.text.tree import Tree

_STEPS = 4
"""So many governing verbs are asked: "did not plan to try to leave" is two."""


def is_negated(tree: Tree, predicate: int, words: Lexicon) -> bool:
    """Whether the clause says that it did not happen: not, never, no one, failed to, denied."""
    negated = _has_negation(tree, predicate, words)
    at = predicate
    for _ in range(_STEPS):
        token = tree.tokens[at]
        if token.deprel != "xcomp" or token.head == at:
            break
        at = token.head
        negated ^= _has_negation(tree, at, words) or tree.tokens[at].lemma.lower() in words.failing
    return negated


def _has_negation(tree: Tree, predicate: int, words: Lexicon) -> bool:
    for below in tree.children[predicate]:
        token = tree.tokens[below]
        if token.lemma.lower() in words.negations and token.deprel.split(":")[0] in ("advmod", "det", "cc", "nsubj"):
            return True
        inner = tree.children[below] if token.deprel.split(":")[0] in ("nsubj", "obj") else ()
        if any(_is_no(tree, at, words) for at in inner):
            return True
    return False


def _is_no(tree: Tree, index: int, words: Lexicon) -> bool:
    return tree.tokens[index].deprel in ("det", "advmod") and tree.tokens[index].lemma.lower() in words.negations


def modality_of(tree: Tree, predicate: int, words: Lexicon) -> Modality:
    """How the clause puts it, without regard to who says so.

    An auxiliary, an adverb or "if" decides first, then the verb that governs an infinitive ("plans to leave").
    """
    at = predicate
    for _ in range(_STEPS):
        here = _own_modality(tree, at, words)
        if here is not Modality.ASSERTED:
            return here
        token = tree.tokens[at]
        if token.head == at or token.deprel not in ("xcomp", "conj", "csubj"):
            break
        head = tree.tokens[token.head]
        if token.deprel == "xcomp":
            found = words.verbs.get(head.lemma.lower()) or words.adjectives.get(head.lemma.lower())
            if found is not None and _is_infinitive(tree, at):
                return found
        at = token.head
    return Modality.ASSERTED


def _own_modality(tree: Tree, predicate: int, words: Lexicon) -> Modality:
    tables = {"aux": words.auxiliaries, "advmod": words.adverbs, "mark": words.marks}
    for below in tree.children[predicate]:
        token = tree.tokens[below]
        found = tables.get(token.deprel, {}).get(token.lemma.lower()) or tables.get(token.deprel, {}).get(
            token.text.lower()
        )
        if found is not None:
            return found
    return Modality.ASSERTED


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[below].lemma.lower() == "to" for below in tree.children[verb])
