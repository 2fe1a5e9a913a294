"""Whether a sentence gives a day in passing, so that under this day it would say something else than what was on it.

"Two men who were held on Friday were freed" tells of another day than Friday, "the July 7 attack" and "a shotgun he got
for Christmas" of none. The day counts if what it hangs on is the sentence's own clause, what is said in it, or what
went on at the same time. The invariant: it is read off the tree alone, so a sentence that nobody parsed gives no day in
passing.
"""

from __future__ import annotations

from twosource.model.span import Span
from twosource.resources import load
from twosource.text.printed import is_printed
from twosource.text.tree import Tree

VERBS = frozenset({"VERB", "AUX"})


def is_aside(tree: Tree, day: Span) -> bool:
    """Whether a day is given in passing.

    Args:
        tree: Of the account.
        day: Its words for the day.
    """
    inside = tree.tokens_in(day)
    head = next((at for at in inside if tree.tokens[at].head not in inside or tree.tokens[at].head == at), None)
    if head is None:
        return False
    sentence = tree.reading.sentences[tree.sentence_of[head]]
    if is_printed(sentence.of(tree.reading.text)):
        return True
    path = tree.path_up(head)
    root = path[-1]
    if tree.tokens[root].upos not in VERBS and tree.child(root, "cop", "nsubj", "aux") is None:
        return True  # no sentence: a caption, a heading
    return _before_its_noun(tree, head) or _of_another(tree, head) or any(_describes(tree, at) for at in path)


def _before_its_noun(tree: Tree, day: int) -> bool:
    """Whether a day names what it stands before: "the July 7 attack"."""
    return tree.tokens[day].deprel.split(":")[0] in ("compound", "amod", "nummod") and tree.tokens[day].head > day


def _of_another(tree: Tree, day: int) -> bool:
    """Whether a day tells which event is meant that the sentence leads to: "linked to the shooting on Sunday"."""
    noun = tree.tokens[day].head
    known = any(tree.tokens[below].lemma.lower() in ("the", "that") for below in tree.children[noun] if below < noun)
    of_noun = tree.tokens[day].deprel.split(":")[0] == "nmod" and not tree.tokens[noun].deprel.startswith("nsubj")
    return of_noun and known and noun != day


def _describes(tree: Tree, at: int) -> bool:
    """Whether a token heads a clause that only says when, why or of whom; "when he fell" says what was at that time,
    and "it was Ola who fell" who fell.
    """
    token = tree.tokens[at]
    relation = token.deprel.split(":")[0]
    if relation == "advcl":
        marks = {tree.tokens[below].lemma.lower() for below in tree.children[at] if below < at}
        return marks.isdisjoint(load("en", "lines")["meanwhile"])
    if relation not in ("acl", "relcl"):
        return False
    subjects = [tree.tokens[one].lemma.lower() for one in tree.children[token.head] if one < token.head]
    return not (tree.child(token.head, "cop") is not None and "it" in subjects)
