"""Clauses after a verb of saying, read off the surface where the tree hangs them elsewhere.

"The mayor, whose term ends soon, said he would stay": whatever a parser makes of it, a nominative or a "that" right
after "said" begins what is said.
"""

from __future__ import annotations

from twosource.annotate.attribution.grammar import cue_tokens
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.text.tree import Tree


def opens_clause(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Whether a clause begins right after a verb of saying, whatever the tree makes of it."""
    at = cue_tokens(tree, verb)[-1] + 1
    if not lexicon.is_verb(tree.tokens[verb], "speech") or at >= len(tree.tokens):
        return False
    token = tree.tokens[at]
    opening = (
        "Case=Nom" in token.feats
        or token.upos == "SCONJ"
        or token.upos in ("DET", "PROPN")
        or "PronType=Int" in token.feats
    )
    return opening and _has_finite_verb(tree, at)


def _has_finite_verb(tree: Tree, at: int) -> bool:
    """Whether a finite verb comes before the next mark that ends a clause."""
    for token in tree.tokens[at : at + _AHEAD]:
        if token.upos == "PUNCT" and token.text not in "\"“”'’":
            return False
        if "VerbForm=Fin" in token.feats:
            return True
    return False


_AHEAD = 15
"""Tokens behind a verb of saying in which the verb of what is said is looked for."""


def rest_of_sentence(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """What follows a verb of saying to its sentence's end, where the tree hangs it elsewhere."""
    if not opens_clause(tree, verb, lexicon):
        return []
    sentence = tree.sentence_ranges[tree.sentence_of[verb]]
    own = {
        below for at in tree.children[verb] if tree.tokens[at].deprel in ("conj", "cc") for below in tree.subtree(at)
    }
    stop = min((below for below in own if below > verb), default=sentence.stop)
    return list(range(cue_tokens(tree, verb)[-1] + 1, stop))
