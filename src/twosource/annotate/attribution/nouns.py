"""Nouns and adjectives as cues: "his belief that X", "made the claim that X", "criticism of X", "happy that X"."""

from __future__ import annotations

from twosource.annotate.attribution.frame import Frame, frame
from twosource.annotate.attribution.grammar import case_of, cue_tokens, own_subject, speaker
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.text.tree import Tree


def noun_frame(tree: Tree, noun: int, lexicon: Lexicon) -> Frame | None:
    """The attribution that a noun makes: with a clause always, with a mere topic only where somebody holds it.

    Args:
        tree: The reading.
        noun: Index of a noun.
        lexicon: The language's cues.
    """
    lemma = tree.tokens[noun].lemma.lower()
    holder = _holder(tree, noun, lexicon)
    if lemma in lexicon.nouns["clause"]:
        clause = _clause(tree, noun)
        if clause is not None and (holder is not None or lemma in lexicon.nouns["unowned"]):
            return frame(tree, noun, _cue(tree, noun, lexicon), holder, tree.subtree(clause))
        predicate = _predicate(tree, noun)
        if predicate is not None and holder is not None:
            return frame(tree, noun, _cue(tree, noun, lexicon), holder, predicate)
    if lemma in lexicon.nouns["judging"] and holder is not None:
        topic = next((below for below in tree.children[noun] if below > noun and _is_topic(tree, below)), None)
        if topic is not None:
            return frame(tree, noun, _cue(tree, noun, lexicon), holder, tree.subtree(topic), statement=False)
    return None


def adjective_frame(tree: Tree, adjective: int, lexicon: Lexicon) -> Frame | None:
    """The attribution that a predicate adjective makes: "she is sure that X", "they are worried about X"."""
    if tree.tokens[adjective].lemma.lower() not in lexicon.adjectives:
        return None
    subject = own_subject(tree, adjective) if tree.child(adjective, "cop") is not None else None
    for below in tree.children[adjective]:
        deprel = tree.tokens[below].deprel.split(":")[0]
        clause = deprel in ("ccomp", "xcomp", "csubj") or (deprel == "advcl" and below > adjective)
        if below > adjective and (
            clause or (deprel == "obl" and case_of(tree, below) in lexicon.adjective_prepositions)
        ):
            holder = None if subject is not None and tree.tokens[subject].lemma.lower() == "it" else subject
            if holder is None and deprel != "ccomp":
                return None
            return frame(tree, adjective, cue_tokens(tree, adjective), holder, tree.subtree(below), statement=clause)
    return None


def _clause(tree: Tree, noun: int) -> int | None:
    """The clause that says what the noun holds: "that X", "to X"."""
    for below in tree.children[noun]:
        marked = any(
            tree.tokens[at].text.lower() in ("that", "to", "whether") and at < below for at in tree.children[below]
        )
        if below > noun and marked and tree.tokens[below].deprel in ("acl", "ccomp", "advcl"):
            return below
    return None


def _predicate(tree: Tree, noun: int) -> list[int] | None:
    """As in "Her advice was to stay": what the noun is said to be."""
    token = tree.tokens[noun]
    if token.deprel not in ("nsubj", "nsubj:outer") or token.head < noun:
        return None
    top = token.head
    verb = next((at for at in tree.children[top] if tree.tokens[at].deprel == "cop"), top)
    clausal = tree.child(top, "mark") is not None or tree.child(top, "ccomp", "csubj") is not None
    return (
        [at for at in tree.subtree(top) if at > max(noun, verb)]
        if clausal and tree.tokens[verb].lemma == "be"
        else None
    )


def _is_topic(tree: Tree, index: int) -> bool:
    return (
        tree.tokens[index].deprel.split(":")[0] in ("nmod", "acl", "obl")
        and tree.child(index, "case", "mark") is not None
    )


def _holder(tree: Tree, noun: int, lexicon: Lexicon) -> int | None:
    """Whose claim it is: the possessor, the one "of" or "by" whom it is, or the subject of a light verb."""
    possessor = tree.child(noun, "nmod:poss")
    if possessor is not None:
        return possessor
    for below in tree.children[noun]:
        if tree.tokens[below].deprel in ("nmod", "obl", "obl:agent") and case_of(tree, below) in (
            "by",
            "among",
            "from",
        ):
            return below
    token = tree.tokens[noun]
    if token.deprel in ("obj", "obl") and tree.tokens[token.head].lemma.lower() in lexicon.nouns["light"]:
        return speaker(tree, token.head)
    return None


def _cue(tree: Tree, noun: int, lexicon: Lexicon) -> list[int]:
    """The noun, with its light verb where nothing stands between but articles and adjectives."""
    start = noun
    while (
        start > 0
        and tree.tokens[start - 1].head == noun
        and tree.tokens[start - 1].deprel in ("amod", "det", "compound", "nummod")
    ):
        start -= 1
    head = tree.tokens[noun].head
    if (
        tree.tokens[noun].deprel == "obj"
        and head == start - 1
        and tree.tokens[head].lemma.lower() in lexicon.nouns["light"]
    ):
        return [*cue_tokens(tree, head), *range(start, noun + 1)]
    return [noun] if start == noun or tree.tokens[start].deprel != "amod" else list(range(start, noun + 1))
