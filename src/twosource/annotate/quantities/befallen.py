"""What befell a person, by the tree: who was killed, died, was found dead, was taken to hospital with a wound.

Reach for ``befell`` with the index of a noun for a person. The invariants: who does it is never meant, nor what is only
tried, possible or denied; and each look costs a bounded number of steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource import resources
from twosource.annotate.lists import filled
from twosource.annotate.quantities.nearby import below, child
from twosource.text.tree import Tree

_VERB_WITHIN = 9
_DASHES = frozenset({"-", "–", "—", "--"})
_DEEP = 5
_NOT_ACTIVE = frozenset({"obj", "ccomp", "xcomp", "iobj"})
_STATE_OF = frozenset({"xcomp", "advcl", "obl"})


@dataclass(frozen=True, slots=True)
class Befalling:
    """A language's words for what befalls people; see ``resources/<language>/befalling.toml``."""

    persons: frozenset[str]
    ages: frozenset[str]
    done_to: frozenset[str]
    undergone: frozenset[str]
    suffered: frozenset[str]
    harms: frozenset[str]
    states: frozenset[str]
    events: frozenset[str]
    selves: frozenset[str]
    aims: frozenset[str]
    unreal: frozenset[str]
    nobody: frozenset[str]
    both: frozenset[str]
    lives: frozenset[str]
    life_takers: frozenset[str]
    life_losers: frozenset[str]
    treated: frozenset[str]
    conditions: frozenset[str]
    grave: frozenset[str]


@cache
def befalling(language: str) -> Befalling | None:
    """The words of a language; ``None`` where it has none."""
    if language not in resources.languages("befalling"):
        return None
    return filled(Befalling, resources.load(language, "befalling"))


def befell(tree: Tree, words: Befalling, index: int) -> bool:
    """Whether the tree says that something befell the person at ``index`` (or the first of those it is joined to)."""
    if any(_is_participle(tree, words, at) or _is_state(tree, words, at) for at in below(tree, index)):
        return True
    for _ in range(_DEEP):
        if tree.tokens[index].deprel == "conj" and tree.tokens[index].head < index:
            index = tree.tokens[index].head
    governor, relation = _governor(tree, index)
    if governor == index or not _is_real(tree, words, governor):
        return False
    if relation.startswith("nsubj"):
        return _befalls_any(tree, words, governor, passive=relation == "nsubj:pass")
    word, lemma = tree.tokens[governor].text.lower(), tree.tokens[governor].lemma.lower()
    if relation == "obj":
        return lemma in words.done_to or _has_state(tree, words, governor, frozenset({"xcomp"}))
    of_event = word in words.events or lemma in words.events or _is_taken_life(tree, words, governor)
    return of_event and (relation == "nmod:poss" or (relation == "nmod" and child(tree, index, "case") is not None))


def _governor(tree: Tree, index: int) -> tuple[int, str]:
    """The word that a noun hangs on and how; a subject behind its active verb is its object.

    A dateline upsets the tree: in "HOLM (AP) - A man has died" the man hangs on the town. Then the verb right behind is
    his, where it has no subject of its own but the town before the dash.
    """
    token = tree.tokens[index]
    if token.deprel == "nsubj" and token.head < index and child(tree, token.head, "nsubj") != index:
        return token.head, "obj"
    if token.deprel not in {"appos", "root", "parataxis", "dep", "list"}:
        return token.head, token.deprel
    passive = False
    for at in range(index + 1, min(index + _VERB_WITHIN, len(tree.tokens))):
        upos = tree.tokens[at].upos
        if _hangs_on(tree, at, index):
            continue
        if upos == "VERB" and child(tree, at, "nsubj") in (None, _town(tree, index)):
            return at, "nsubj:pass" if passive else "nsubj"
        if upos not in {"AUX", "ADV"}:
            break
        passive = passive or tree.tokens[at].lemma == "be"
    return token.head, token.deprel


def _town(tree: Tree, index: int) -> int | None:
    """The name that a noun hangs on behind a dash."""
    above, dashed = tree.tokens[index].head, any(tree.tokens[at].text in _DASHES for at in tree.children[index])
    return above if dashed and above < index and tree.tokens[above].upos == "PROPN" else None


def _hangs_on(tree: Tree, index: int, above: int) -> bool:
    """Whether a word is part of the phrase of ``above``, a few steps down at most."""
    for _ in range(_DEEP):
        index = tree.tokens[index].head
        if index == above:
            return True
    return False


def _is_taken_life(tree: Tree, words: Befalling, index: int) -> bool:
    """Whether it is the life of "claimed the life of a boy"."""
    token = tree.tokens[index]
    taken = token.deprel == "obj" and tree.tokens[token.head].lemma.lower() in words.life_takers
    return taken and token.lemma.lower() in words.lives and _is_real(tree, words, token.head)


def _has_state(tree: Tree, words: Befalling, governor: int, deprels: frozenset[str]) -> bool:
    """Whether a verb has a state beside it: "was pronounced dead", "found him dead"."""
    near = (tree.tokens[at] for at in below(tree, governor) if at > governor)
    return any(each.lemma.lower() in words.states and each.deprel.split(":")[0] in deprels for each in near)


def _befalls_any(tree: Tree, words: Befalling, governor: int, *, passive: bool) -> bool:
    """Whether a verb, or one that is joined to it and shares its subject, befalls that subject."""
    if _befalls_subject(tree, words, governor, passive=passive) or _is_headline(tree, words, governor, passive=passive):
        return True
    for at in below(tree, governor):
        shares = tree.tokens[at].deprel == "conj" and child(tree, at, "nsubj") is None and _is_real(tree, words, at)
        if shares and _befalls_subject(tree, words, at, passive=child(tree, at, "aux:pass") is not None):
            return True
    return False


def _befalls_subject(tree: Tree, words: Befalling, governor: int, *, passive: bool) -> bool:
    token, near = tree.tokens[governor], below(tree, governor)
    lemma = token.lemma.lower()
    if _is_grave(tree, words, governor) or any(_is_grave(tree, words, at) for at in near if at > governor):
        return True
    objects = {tree.tokens[at].lemma.lower() for at in near if tree.tokens[at].deprel.split(":")[0] in {"obj", "obl"}}
    if passive:
        harmed = lemma in words.treated and not objects.isdisjoint(words.harms)
        return lemma in words.done_to or harmed or _has_state(tree, words, governor, _STATE_OF)
    if lemma in words.undergone or (lemma in words.states and child(tree, governor, "cop") is not None):
        return True
    if lemma in words.suffered or lemma in words.life_losers:
        return not objects.isdisjoint(words.harms if lemma in words.suffered else words.lives)
    selves = (tree.tokens[at].text.lower() for at in near if tree.tokens[at].deprel in {"obj", "obl"})
    return lemma in words.done_to and any(word in words.selves for word in selves)


def _is_grave(tree: Tree, words: Befalling, index: int) -> bool:
    """Whether it is the condition of "is in critical condition"."""
    if tree.tokens[index].lemma.lower() not in words.conditions:
        return False
    return any(tree.tokens[at].text.lower() in words.grave for at in below(tree, index))


def _is_headline(tree: Tree, words: Befalling, governor: int, *, passive: bool) -> bool:
    """Whether an active verb is a headline's passive: "Man shot in leg", not "Man shot at guards"."""
    token = tree.tokens[governor]
    if passive or token.lemma.lower() not in words.done_to:
        return False
    joined = [governor, *(at for at in below(tree, governor) if tree.tokens[at].deprel == "conj")]
    near = [at for verb in joined for at in below(tree, verb)]
    active = any(tree.tokens[at].deprel in _NOT_ACTIVE or tree.tokens[at].upos == "AUX" for at in near)
    active = active or any(at > governor and tree.tokens[at].deprel == "nsubj" for at in below(tree, governor))
    aimed = any(tree.tokens[at].text.lower() in words.aims for oblique in near for at in below(tree, oblique))
    return token.text.lower() != token.lemma.lower() and not active and not aimed


def _is_participle(tree: Tree, words: Befalling, index: int) -> bool:
    """Whether a dependent is a clause that says it: "a man killed by", "the girl who died"."""
    token = tree.tokens[index]
    if token.deprel == "amod":
        return token.lemma.lower() in words.states or (token.upos == "VERB" and token.lemma.lower() in words.done_to)
    if not token.deprel.startswith("acl") or not _is_real(tree, words, index):
        return False
    subject = child(tree, index, "nsubj")
    passive = child(tree, index, "nsubj:pass", "aux:pass") is not None
    if subject is None and token.deprel == "acl":
        bare = not any(tree.tokens[at].deprel in _NOT_ACTIVE for at in below(tree, index))
        done = token.lemma.lower() in words.done_to and bare and not token.text.lower().endswith("ing")
        return done or (token.lemma.lower() in words.suffered and _befalls_subject(tree, words, index, passive=False))
    own = subject is not None and tree.tokens[subject].upos == "PRON" and "PronType=Rel" in tree.tokens[subject].feats
    return (own or passive) and _befalls_subject(tree, words, index, passive=passive)


def _is_state(tree: Tree, words: Befalling, index: int) -> bool:
    token = tree.tokens[index]
    return token.deprel in {"amod", "acl"} and token.upos == "ADJ" and token.lemma.lower() in words.states


def _is_real(tree: Tree, words: Befalling, index: int) -> bool:
    """Whether what stands at ``index`` is said to have happened: not negated, not only tried or possible."""
    token = tree.tokens[index]
    before = [tree.tokens[at].text.lower() for at in below(tree, index) if at < index]
    if any(word in words.unreal or word in words.nobody for word in before):
        return False
    above = tree.tokens[token.head]
    inner = token.deprel.split(":")[0] in {"xcomp", "ccomp", "advcl", "acl"}
    return not (inner and above.lemma.lower() in words.unreal)
