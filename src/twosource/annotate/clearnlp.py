"""From ClearNLP's dependencies, which spaCy's English pipelines speak, to Universal Dependencies.

Reach for it where a pipeline's parser has labels such as ``prep`` and ``pobj``. Labels are renamed, and heads turn
where the schemes differ: a preposition becomes the ``case`` of its object, a copula the ``cop`` of its predicate;
coordinated words all hang on the first, a conjunction on the word that follows it, a person's names on the first of
them. The invariant: a tree goes in and a tree comes out, each word with one head and each sentence with its one root.

The schemes: Choi, Guidelines for the CLEAR Style Constituent to Dependency Conversion (2012); de Marneffe et al.,
Universal Dependencies, Computational Linguistics 47 (2021).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})

LABELS = {
    "ROOT": "root",
    "acomp": "xcomp",
    "agent": "obl:agent",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
    "obl:again": "obl",
}
"""Labels that change and need no turning, or are left over once heads were turned; others stay as they are."""

_CASES = ("prep", "agent", "dative")
_AGAIN = "obl:again"
"""For a while the label of "port" in "out of the port": it hung on "of", hangs on "out", and has one turn to take."""


@dataclass(slots=True)
class Arc:
    """A word on its way from one scheme to the other; ``head`` is an index, a root's own for a root."""

    lemma: str
    upos: str
    head: int
    deprel: str


def is_clearnlp(labels: Iterable[str]) -> bool:
    """Whether a parser's labels are ClearNLP's: ``pobj`` is no relation of Universal Dependencies."""
    return "pobj" in labels


def to_universal(arcs: list[Arc], persons: Iterable[tuple[int, int]] = ()) -> None:
    """Turn the heads and rename the labels of a text's words, in place.

    Args:
        arcs: Of the words, in text order.
        persons: Half-open runs of words that name persons.
    """
    below = _children(arcs)
    for index in _bottom_up(arcs, below):
        _turn_preposition(arcs, below, index)
    for index in range(len(arcs)):
        _turn_copula(arcs, below, index)
    for first, last in persons:
        _flatten_name(arcs, below, first, last)
    _flatten_coordination(arcs, below)
    for arc in arcs:
        if arc.deprel == "aux" and arc.lemma == "to":
            arc.deprel = "mark"
        arc.deprel = LABELS.get(arc.deprel, arc.deprel)


def _children(arcs: list[Arc]) -> list[list[int]]:
    below: list[list[int]] = [[] for _ in arcs]
    for index, arc in enumerate(arcs):
        if arc.head != index:
            below[arc.head].append(index)
    return below


def _bottom_up(arcs: list[Arc], below: list[list[int]]) -> list[int]:
    order = [index for index, arc in enumerate(arcs) if arc.head == index]
    for index in order:
        order.extend(below[index])
    return order[::-1]


def _swap(arcs: list[Arc], below: list[list[int]], top: int, heir: int, deprel: str) -> None:
    """Put ``heir``, a child of ``top``, in the place of ``top``, which becomes its ``deprel``."""
    above = arcs[top].head
    if above == top:
        arcs[heir].head = heir
    else:
        arcs[heir].head = above
        below[above] = sorted([*(child for child in below[above] if child != top), heir])
    for child in below[top]:
        if child != heir:
            arcs[child].head = heir
    below[heir] = sorted([*below[heir], top, *(child for child in below[top] if child != heir)])
    below[top] = []
    arcs[top].head, arcs[top].deprel = heir, deprel


def _turn_preposition(arcs: list[Arc], below: list[list[int]], index: int) -> None:
    """Make "in" a ``case`` of "Paris" (``mark`` of "leaving"), and hang "Paris" where "in" hung."""
    arc = arcs[index]
    if arc.deprel not in _CASES or arc.upos in NOMINAL:
        return
    for child in below[index]:
        clausal = arcs[child].deprel == "pcomp"
        if clausal or arcs[child].deprel in ("pobj", _AGAIN):
            nominal = arcs[arc.head].upos in NOMINAL and arcs[arc.head].deprel != "pcomp"
            within = arcs[arc.head].deprel in _CASES and arcs[arc.head].upos not in NOMINAL
            arcs[child].deprel = _AGAIN if within else _oblique(arc.deprel, nominal=nominal, clausal=clausal)
            _swap(arcs, below, index, child, "mark" if clausal else "case")
            return


def _oblique(label: str, *, nominal: bool, clausal: bool) -> str:
    if clausal:
        return "acl" if nominal else "advcl"
    if label == "agent":
        return "obl:agent"
    return "nmod" if nominal else "obl"


def _turn_copula(arcs: list[Arc], below: list[list[int]], index: int) -> None:
    """Make "is" the ``cop`` of "mayor"; "there is" keeps its verb, and what there is becomes its subject."""
    if arcs[index].lemma != "be" or arcs[index].deprel in ("aux", "auxpass"):
        return
    labels = {arcs[child].deprel: child for child in reversed(below[index])}
    predicate = labels.get("attr", labels.get("acomp"))
    if "expl" in labels:
        if predicate is not None:
            arcs[predicate].deprel = "nsubj"
        return
    if predicate is None and "obl" in labels and not {"ccomp", "xcomp", "auxpass"} & labels.keys():
        predicate = labels["obl"] if labels["obl"] > index else None
    if predicate is None:
        return
    arcs[predicate].deprel = arcs[index].deprel
    _swap(arcs, below, index, predicate, "cop")


def _flatten_coordination(arcs: list[Arc], below: list[list[int]]) -> None:
    """Hang every ``conj`` on the first of its row, and each ``cc`` and comma on the conjunct that follows it."""
    for children in below:
        following = None
        for child in reversed(children):
            label = arcs[child].deprel
            if label == "conj":
                following = child
            elif following is not None and (label == "cc" or (label == "punct" and arcs[child].lemma == ",")):
                arcs[child].head = following
    for arc in arcs:
        while arc.deprel == "conj" and arcs[arc.head].deprel == "conj":
            arc.head = arcs[arc.head].head


def _flatten_name(arcs: list[Arc], below: list[list[int]], first: int, last: int) -> None:
    """Hang a person's names on the first of them ("Ida" heads "Ida Holm"), and on it what hung on the last."""
    top = last - 1
    if top == first or any(arcs[index].upos != "PROPN" for index in range(first, last)):
        return
    if all(arcs[index].head == top for index in range(first, top)):
        arcs[first].deprel = arcs[top].deprel
        _swap(arcs, below, top, first, "flat")
        for index in range(first + 1, top):
            arcs[index].deprel = "flat"
