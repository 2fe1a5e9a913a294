"""Whether an event is denied, and whether it is stated as a fact, hoped for, supposed or alleged."""

from __future__ import annotations

from twosource.annotate.events.governing import governed, has_negation, kinds_of
from twosource.annotate.events.lexicon import Lexicon
from twosource.model.reading import Modality
from twosource.text.tree import Tree

_STEPS = 4
"""So many governing verbs are asked: "did not plan to try to leave" is two."""


def is_negated(tree: Tree, predicate: int, words: Lexicon) -> bool:
    """Whether the clause says that it did not happen: not, never, no one, failed to, denied."""
    negated = has_negation(tree, predicate, words) or _is_pending(tree, predicate, words)
    at = predicate
    for _ in range(_STEPS):
        token = tree.tokens[at]
        if token.deprel != "xcomp" or token.head == at:
            break
        at = token.head
        fails = tree.tokens[at].lemma.lower() in words.failing or "denying" in kinds_of(tree, at, words)
        negated ^= has_negation(tree, at, words) ^ fails
    return negated


def _is_pending(tree: Tree, predicate: int, words: Lexicon) -> bool:
    """Whether it is yet to come: "has yet to respond"."""
    mark = tree.child(predicate, "mark")
    return mark is not None and mark > 0 and tree.tokens[mark - 1].text.lower() in words.words["pending"]


def modality_of(tree: Tree, predicate: int, words: Lexicon) -> Modality:
    """How the clause puts it, without regard to who says so.

    An auxiliary, an adverb, "if" or a question decides first, then what governs the clause ("plans to leave", "denied
    that he left", "no evidence that he left").
    """
    at = predicate
    for _ in range(_STEPS):
        here = _own_modality(tree, at, words)
        if here is Modality.ASSERTED:
            here = governed(tree, at, words)
        if here is not Modality.ASSERTED:
            return here
        token = tree.tokens[at]
        if token.head == at or token.deprel not in ("xcomp", "conj", "csubj"):
            break
        at = token.head
    return Modality.ASSERTED


def _own_modality(tree: Tree, predicate: int, words: Lexicon) -> Modality:
    tables = {"aux": words.auxiliaries, "advmod": words.adverbs, "mark": words.marks, "amod": words.attributes}
    for below in tree.children[predicate]:
        token = tree.tokens[below]
        table = tables.get(token.deprel, {})
        found = table.get(token.lemma.lower()) or table.get(token.text.lower())
        if found is not None:
            return found
    return Modality.EXPECTED if is_open(tree, predicate) else Modality.ASSERTED


def is_open(tree: Tree, predicate: int) -> bool:
    """Whether a clause asks or supposes: "Has he left?", "had he left, …"; "why did he leave?" takes it for granted."""
    token = tree.tokens[predicate]
    below = tree.children[predicate]
    if any(tree.tokens[at].text == "?" for at in below):
        return not any("PronType=Int" in tree.tokens[at].feats for at in below)
    if token.deprel != "advcl" or not below or tree.tokens[below[0]].deprel != "aux":
        return False
    subject = tree.child(predicate, "nsubj")
    return subject is not None and subject > below[0] and tree.tokens[below[0]].lemma.lower() in ("have", "be", "do")
