"""Fixed patterns of reporting that no clause of the verb shows: "X put the toll at 40", "said in a statement that".

Reach for it from ``verbs``, which knows the common ones. The invariant is that of every rule: a frame or ``None``.
"""

from __future__ import annotations

from twosource.annotate.attribution.frame import Frame, frame
from twosource.annotate.attribution.grammar import agent, case_of, cue_tokens, is_passive, own_subject, speaker
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.text.tree import Tree


def estimate_frame(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "X put the death toll at 40", "the death toll was put at 40 by X".

    Args:
        tree: The reading.
        verb: Index of a verb.
        lexicon: The language's cues.
    """
    if not lexicon.is_verb(tree.tokens[verb], "estimating"):
        return None
    passive = is_passive(tree, verb)
    thing = own_subject(tree, verb) if passive else tree.child(verb, "obj")
    figures = (at for at in tree.children[verb] if at > verb and case_of(tree, at) == "at")
    figure = next((tree.subtree(at) for at in figures), [])
    if thing is None or not any(tree.tokens[at].upos == "NUM" for at in figure):
        return None
    by = agent(tree, verb) if passive else speaker(tree, verb)
    return frame(tree, verb, cue_tokens(tree, verb), by, tree.subtree(thing) + figure)


def of_venue(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """The clause that parsers hang on the venue: "said in a statement that …"."""
    for below in tree.children[verb]:
        if below > verb and tree.tokens[below].lemma.lower() in lexicon.nouns["venue"]:
            clauses = (at for at in tree.children[below] if case_of(tree, at) == "that")
            return next((tree.subtree(at) for at in clauses), [])
    return []
