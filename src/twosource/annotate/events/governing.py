"""What governs a clause, and what that makes of it: "denied that X", "planned to X", "it is false that X".

``governed`` asks the word that a predicate hangs on, one step up. The invariant: a clause that its governor denies,
doubts or only hopes for is never asserted.
"""

from __future__ import annotations

from twosource.annotate.events.lexicon import Lexicon
from twosource.model.reading import Modality
from twosource.text.tree import Tree

_CLAUSAL = frozenset({"ccomp", "csubj", "xcomp", "advcl", "acl", "obl"})
_BEHIND = frozenset({"advcl", "obl"})
_OF = frozenset({"of", "with"})
_FOR = frozenset({"for", "over"})
"""What a charge stands behind: "accused of theft", "charged with stealing it", "arrested over the theft"."""


def governed(tree: Tree, predicate: int, words: Lexicon) -> Modality:
    """What the word above a clause makes of it; asserted where it makes nothing.

    Args:
        tree: The reading.
        predicate: The clause's predicate.
        words: The language's lists.
    """
    for rule in (_by_disowning, _by_guilt, _by_noun, _by_infinitive, _by_verb, _by_charge):
        found = rule(tree, predicate, words) if tree.tokens[predicate].head != predicate else None
        if found is not None:
            return found
    return Modality.ASSERTED


def _by_disowning(tree: Tree, deed: int, words: Lexicon) -> Modality | None:
    """As in "denied the theft"."""
    token = tree.tokens[deed]
    owned = token.deprel == "obj" and token.upos == "NOUN" and "disowning" in kinds_of(tree, token.head, words)
    return _of_verb(tree, token.head, words) if owned else None


def _by_guilt(tree: Tree, predicate: int, words: Lexicon) -> Modality | None:
    """As "pleaded not guilty to X" and "is not guilty of X" deny X."""
    guilty = tree.tokens[predicate].head
    if tree.tokens[guilty].lemma.lower() not in words.governors["guilty"] or _relation(tree, predicate) not in _BEHIND:
        return None
    denied = any(has_negation(tree, at, words) for at in (guilty, tree.tokens[guilty].head))
    return Modality.DENIED if denied else Modality.ASSERTED


def _by_noun(tree: Tree, predicate: int, words: Lexicon) -> Modality | None:
    """As in "the claim that X", "the plan to X", "the refusal to X"; whatever else hangs on a noun is asserted."""
    noun = tree.tokens[predicate].head
    relation, lemma = _relation(tree, predicate), tree.tokens[noun].lemma.lower()
    if tree.tokens[noun].upos != "NOUN" or relation not in _CLAUSAL:
        return None
    if relation == "acl" and _is_infinitive(tree, predicate):
        intended = Modality.EXPECTED if lemma in words.words["intending"] else Modality.ASSERTED
        return Modality.DENIED if lemma in words.words["refusing"] else intended
    return _of_noun(tree, noun, words) if _is_content(tree, predicate, relation) else Modality.ASSERTED


def _by_infinitive(tree: Tree, predicate: int, words: Lexicon) -> Modality | None:
    """As in "plans to X", "is likely to X"."""
    if _relation(tree, predicate) != "xcomp" or not _is_infinitive(tree, predicate):
        return None
    lemma = tree.tokens[tree.tokens[predicate].head].lemma.lower()
    return words.verbs.get(lemma) or words.adjectives.get(lemma) or Modality.ASSERTED


def _by_verb(tree: Tree, predicate: int, words: Lexicon) -> Modality | None:
    """As in "denied that X", "it is false that X"."""
    if _relation(tree, predicate) not in ("ccomp", "csubj", "xcomp"):
        return None
    above = tree.tokens[predicate].head
    found = _of_verb(tree, above, words)
    return _of_mistaken_noun(tree, above, words) if found is Modality.ASSERTED else found


def _by_charge(tree: Tree, predicate: int, words: Lexicon) -> Modality | None:
    """As in "accused of X", "arrested for X", "cleared of X", "kept from X"."""
    if _relation(tree, predicate) not in _BEHIND:
        return None
    kinds, mark = kinds_of(tree, tree.tokens[predicate].head, words), tree.case_of(predicate, "mark", "case")
    if (mark in _OF and "clearing" in kinds) or (mark == "from" and "preventing" in kinds):
        return Modality.DENIED
    accused = (mark in _OF and "accusing" in kinds) or (mark in _FOR and "blaming" in kinds)
    return Modality.ALLEGED if accused else None


def _relation(tree: Tree, predicate: int) -> str:
    return tree.tokens[predicate].deprel.split(":")[0]


def has_negation(tree: Tree, predicate: int, words: Lexicon) -> bool:
    """Whether "not", "never", "no one", "no" before its subject or object, "not one" or "at no time" negates a
    predicate.
    """
    for below in tree.children[predicate]:
        token = tree.tokens[below]
        relation = token.deprel.split(":")[0]
        if _negates(tree, below, words) and relation in ("advmod", "det", "cc", "nsubj"):
            return True
        never = relation == "obl" and token.lemma.lower() in words.occasions
        inner = tree.children[below] if never or relation in ("nsubj", "obj") else ()
        if any(_is_no(tree, at, words) or _is_not_one(tree, at, words) for at in inner):
            return True
    return False


def _is_not_one(tree: Tree, index: int, words: Lexicon) -> bool:
    """As "not one shot"; "not one but two shots" are two."""
    below, token = tree.children[index], tree.tokens[index]
    one = token.deprel == "nummod" and token.lemma.lower() == "one" and tree.child(index, "conj") is None
    return one and any(_is_no(tree, at, words) for at in below)


def _is_no(tree: Tree, index: int, words: Lexicon) -> bool:
    return tree.tokens[index].deprel.split(":")[0] in ("det", "advmod", "cc") and _negates(tree, index, words)


def _negates(tree: Tree, index: int, words: Lexicon) -> bool:
    """Whether a word says no, other than in "no fewer than three", "not since the ferry sank" and "not only killed"."""
    behind = tree.tokens[index + 1 : index + 3]
    bound = len(behind) == 2 and behind[1].text.lower() == "than"
    outside = bool(behind) and behind[0].upos == "SCONJ" and behind[0].head == tree.tokens[index].head
    adds = bool(behind) and behind[0].text.lower() in words.words["adding"]
    return tree.tokens[index].lemma.lower() in words.negations and not bound and not outside and not adds


def kinds_of(tree: Tree, verb: int, words: Lexicon) -> set[str]:
    """The lists of governing words that a verb, with its particle ("rule_out"), or an adjective stands in."""
    particle = tree.child(verb, "compound:prt")
    lemma = tree.tokens[verb].lemma.lower()
    lemma = lemma if particle is None else f"{lemma}_{tree.tokens[particle].text.lower()}"
    return {kind for kind, lemmas in words.governors.items() if lemma in lemmas}


def _is_no_ground(tree: Tree, noun: int, words: Lexicon) -> bool:
    """As "no evidence", "no proof"."""
    ground = tree.tokens[noun].upos == "NOUN" and tree.tokens[noun].lemma.lower() in words.governors["grounds"]
    return ground and any(_is_no(tree, at, words) for at in tree.children[noun])


def _of_verb(tree: Tree, verb: int, words: Lexicon) -> Modality:
    """What a verb or an adjective makes of its clause; "did not deny" only reports it."""
    kinds = kinds_of(tree, verb, words)
    if any(_is_no_ground(tree, at, words) for at in tree.children[verb]):
        return Modality.DENIED
    if has_negation(tree, verb, words):
        if kinds & {"denying", "doubting", "false"}:
            return Modality.REPORTED
        if kinds & {"believing", "true"}:
            return Modality.DENIED
        return Modality.ALLEGED if "vouching" in kinds else Modality.ASSERTED
    if kinds & {"denying", "pretending", "false"}:
        return Modality.DENIED
    return Modality.ALLEGED if "doubting" in kinds else Modality.ASSERTED


def _of_mistaken_noun(tree: Tree, verb: int, words: Lexicon) -> Modality:
    """As of "denied reports that X", where a parser takes "reports" for a verb without a subject."""
    token = tree.tokens[verb]
    if token.head == verb or tree.child(verb, "nsubj", "aux", "expl") is not None:
        return Modality.ASSERTED
    if tree.tokens[token.head].upos == "NOUN" and token.deprel == "acl":
        return _of_noun(tree, token.head, words)
    bare = token.deprel in ("obj", "ccomp") or (token.deprel == "xcomp" and not _is_infinitive(tree, verb))
    return _of_verb(tree, token.head, words) if bare else Modality.ASSERTED


def _of_noun(tree: Tree, noun: int, words: Lexicon) -> Modality:
    """What a noun makes of its clause: "no evidence that X", "the claim that X", "reports that X are false"."""
    token, governors = tree.tokens[noun], words.governors
    if _is_no_ground(tree, noun, words):
        return Modality.DENIED
    above = _of_verb(tree, token.head, words) if token.deprel.split(":")[0] in ("nsubj", "obj") else Modality.ASSERTED
    if above is Modality.DENIED:
        return Modality.DENIED
    return Modality.ALLEGED if token.lemma.lower() in governors["unproven"] else above


def _is_content(tree: Tree, predicate: int, relation: str) -> bool:
    """Whether a noun's clause says what the noun holds ("the claim that it broke"), not which one it is."""
    return relation in ("acl", "ccomp", "advcl") and tree.case_of(predicate, "mark", "case") == "that"


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[below].lemma.lower() == "to" for below in tree.children[verb])
