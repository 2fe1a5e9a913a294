"""Verbs as cues: who said, claimed, wanted or judged what, read off the tree.

``verb_frame`` proposes one frame for a verb: a clause, else an infinitive, else a noun phrase, whatever the verb's
lists in ``cues.toml`` allow.
"""

from __future__ import annotations

from twosource.annotate.attribution.clauses import opens_clause, rest_of_sentence
from twosource.annotate.attribution.frame import Frame, frame, is_defining
from twosource.annotate.attribution.grammar import (
    agent,
    case_of,
    cue_tokens,
    is_dummy,
    is_infinitive,
    is_passive,
    own_subject,
    speaker,
    thing_of,
)
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.text.tree import Tree

_WHETHER = frozenset({"if", "whether"})
"""Marks of a question that parsers sometimes hang as a condition: "asked if it was true"."""

_LATER = frozenset({"obl", "advcl", "xcomp", "ccomp", "nmod"})


def verb_frame(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """The attribution that a verb makes, if any.

    Args:
        tree: The reading.
        verb: Index of a verb.
        lexicon: The language's cues.
    """
    for rule in (_passive, _clause, _parenthesis, _infinitive, _prepositional, _object):
        found = rule(tree, verb, lexicon)
        if found is not None:
            return found
    return None


def _clause(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "X said that Y"; also "it was reported that Y"."""
    if not lexicon.is_verb(lexicon.lemma(tree.tokens[verb]), "clause", "speech"):
        return None
    for below in tree.children[verb]:
        deprel = tree.tokens[below].deprel
        if deprel == "ccomp" and below < verb and opens_clause(tree, verb, lexicon):
            continue
        if deprel == "advcl" and below > verb and case_of(tree, below) in _WHETHER:
            return _framed(tree, verb, tree.subtree(below))
        if deprel == "ccomp" or (deprel == "parataxis" and below > verb and _after_colon(tree, below)):
            return _framed(tree, verb, tree.subtree(below))
        if deprel in ("csubj", "csubj:pass", "csubj:outer"):
            return _framed(tree, verb, tree.subtree(below))
    rest = rest_of_sentence(tree, verb, lexicon)
    return _framed(tree, verb, rest) if rest else None


def _after_colon(tree: Tree, clause: int) -> bool:
    first = tree.subtree(clause)[0]
    return any(tree.tokens[at].text in (":", ",") for at in (first - 1, first) if at >= 0)


def _parenthesis(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "Y, X said" and "as X said, Y", where the verb hangs on what is said."""
    token = tree.tokens[verb]
    as_clause = token.deprel == "advcl" and any(tree.tokens[below].lemma == "as" for below in tree.children[verb])
    if token.head == verb or not (as_clause or token.deprel == "parataxis"):
        return None
    if not lexicon.is_verb(lexicon.lemma(tree.tokens[verb]), "speech", "clause") or own_subject(tree, verb) is None:
        return None
    branch = set(tree.subtree(verb))
    return _framed(tree, verb, [below for below in tree.subtree(token.head) if below not in branch])


def _infinitive(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "X wants (her) to go"."""
    below = tree.child(verb, "xcomp")
    lemma = lexicon.lemma(tree.tokens[verb])
    seeming = lexicon.is_verb(lemma, "seeming")
    if below is None or not (seeming or (lexicon.is_verb(lemma, "infinitive") and is_infinitive(tree, below))):
        return None
    content = tree.subtree(below)
    if seeming:
        subject = own_subject(tree, verb)
        return frame(
            tree, verb, cue_tokens(tree, verb), None, content + (tree.subtree(subject) if subject is not None else [])
        )
    addressee = thing_of(tree, verb)
    return _framed(tree, verb, content + (tree.subtree(addressee) if addressee is not None else []))


def _prepositional(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "X called for Y", "X talked about Y"."""
    wanted = lexicon.prepositions.get(lexicon.lemma(tree.tokens[verb]), frozenset())
    for below in tree.children[verb] if wanted else ():
        if tree.tokens[below].deprel.split(":")[0] not in ("obl", "advcl", "nmod"):
            continue
        case = tree.child(below, "case", "mark")
        if case is not None and below > verb and tree.tokens[case].text.lower() in wanted:
            cue = cue_tokens(tree, verb)
            cue += [case] if case == cue[-1] + 1 else []
            return _framed(tree, verb, _topic(tree, below), cue, statement=False)
    return None


def _object(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "X criticised Y", "X called Y a liar"."""
    lemma = lexicon.lemma(tree.tokens[verb])
    thing = thing_of(tree, verb)
    if thing is None or not lexicon.is_verb(lemma, "object", "judging") or is_passive(tree, verb):
        return None
    content = _topic(tree, thing)
    for below in tree.children[verb]:
        judged = lexicon.is_verb(lemma, "judging") and tree.tokens[below].deprel.split(":")[0] in _LATER
        if below > thing and judged:
            content += tree.subtree(below)
    return _framed(tree, verb, content, statement=False)


def _topic(tree: Tree, head: int) -> list[int]:
    """A noun phrase without its asides (", which he said …"), which the outlet adds."""
    asides = {
        at
        for below in tree.children[head]
        if tree.tokens[below].deprel == "acl:relcl" and not is_defining(tree, head, below)
        for at in tree.subtree(below)
    }
    return [at for at in tree.subtree(head) if at not in asides]


def _passive(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "Y is expected to go", "Y was accused of Z", "Y was criticised by X", "asked by X whether Y"."""
    lemma = lexicon.lemma(tree.tokens[verb])
    if not is_passive(tree, verb) or not lexicon.is_verb(lemma, "clause", "object", "judging", "hearsay", "infinitive"):
        return None
    by = agent(tree, verb)
    subject = own_subject(tree, verb)
    about = [] if subject is None or is_dummy(tree, verb, subject) else tree.subtree(subject)
    for below in tree.children[verb]:
        deprel, case = tree.tokens[below].deprel.split(":")[0], case_of(tree, below)
        if below == by or below < verb:
            continue
        if deprel == "ccomp" and lexicon.is_verb(lemma, "clause"):
            return frame(tree, verb, cue_tokens(tree, verb), by, tree.subtree(below))
        told = deprel in ("xcomp", "ccomp") or case in _JUDGED or case in lexicon.prepositions.get(lemma, ())
        if told and lexicon.is_verb(lemma, "hearsay", "judging", "infinitive", "speech"):
            return frame(tree, verb, cue_tokens(tree, verb), by, about + tree.subtree(below))
    if by is not None and about and lexicon.is_verb(lemma, "object", "judging"):
        return frame(tree, verb, cue_tokens(tree, verb), by, about, statement=False)
    return None


_JUDGED = frozenset({"as", "of"})


def _framed(
    tree: Tree, verb: int, content: list[int], cue: list[int] | None = None, *, statement: bool = True
) -> Frame | None:
    by = speaker(tree, verb)
    return None if by is None else frame(tree, verb, cue or cue_tokens(tree, verb), by, content, statement=statement)
