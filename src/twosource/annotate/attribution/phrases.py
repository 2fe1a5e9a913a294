"""Phrases as cues: "according to the ministry", "in his view", "citing officials", "reportedly"."""

from __future__ import annotations

from twosource.annotate.attribution.frame import Frame, frame
from twosource.annotate.attribution.grammar import can_speak, is_readable, tail_before
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.text.tree import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLAUSES = frozenset({"root", "ccomp", "parataxis", "advcl", "conj", "acl:relcl", "csubj"})


def phrase_frame(tree: Tree, index: int, lexicon: Lexicon) -> Frame | None:
    """The attribution that begins at a token which is no verb of its own sentence's making.

    Args:
        tree: The reading.
        index: Index of a token.
        lexicon: The language's cues.
    """
    lower = tree.tokens[index].text.lower()
    if lower in lexicon.according:
        return _parted(tree, index, lexicon) or _according(tree, index)
    if lower in lexicon.adverbs:
        return _adverb(tree, index)
    if lower in lexicon.nouns["viewpoint"]:
        return _viewpoint(tree, index)
    return None


def citing_frame(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "…, citing officials": the officials are a further source of the clause that the participle hangs on.

    Args:
        tree: The reading.
        verb: Index of a verb.
        lexicon: The language's cues.
    """
    token = tree.tokens[verb]
    if token.lemma.lower() not in lexicon.citing or not token.text.lower().endswith("ing"):
        return None
    thing = tree.child(verb, "obj", "iobj")
    if thing is None or token.head == verb or not can_speak(tree, [thing], lexicon):
        return None
    branch = set(tree.subtree(verb))
    tail = tail_before(tree, verb)
    if tail is not None and tail != token.head:
        branch.update(tree.subtree(tail))
    return frame(tree, verb, [verb], thing, [at for at in _cited(tree, token.head, lexicon) if at not in branch])


def _cited(tree: Tree, reporter: int, lexicon: Lexicon) -> list[int]:
    """What somebody reports on another's word: the reporting verb's clause, the sentence it closes, or its own."""
    said = tree.child(reporter, "ccomp")
    if said is not None:
        mark = tree.child(said, "mark")
        return [at for at in tree.subtree(said) if at != mark]
    if not lexicon.is_verb(tree.tokens[reporter], "speech"):
        return _clause_around(tree, reporter, set())
    own = set(tree.subtree(reporter))
    above = tree.tokens[reporter].head
    return [at for at in tree.subtree(above) if at not in own] if above != reporter else []


def _according(tree: Tree, index: int) -> Frame | None:
    """As in "According to X, Y": X heads or follows "to"; Y is the clause around."""
    if index + 2 >= len(tree.tokens) or tree.tokens[index + 1].text.lower() != "to":
        return None
    source = _following_head(tree, index)
    if source is None:
        return None
    branch = {index, index + 1, *tree.subtree(source), *tree.subtree(index)}
    above = tree.tokens[index].head if tree.tokens[source].head == index else tree.tokens[source].head
    sentence = tree.sentence_ranges[tree.sentence_of[index]]
    if _closes(tree, index, max(branch), above):
        said = list(range(sentence.start, index))
    elif _opens(tree, index, max(branch), sentence):
        said = list(range(max(branch) + 1, sentence.stop))
    else:
        said = _clause_around(tree, _shared_clause(tree, above), branch)
    return frame(tree, index, [index, index + 1], source, said)


def _closes(tree: Tree, index: int, last: int, clause: int) -> bool:
    """Whether a comma and "according to X" end a sentence that is all X's, whichever clause of it parsers hang it on.

    When X said so may follow. Behind "she said that …" it is left to the tree: only what she said may be meant.
    """
    if not is_readable(tree, index) or index == 0 or tree.tokens[index - 1].text != ",":
        return False
    rest = tree.tokens[last + 1 : tree.sentence_ranges[tree.sentence_of[index]].stop]
    reported = any(tree.tokens[at].deprel in ("ccomp", "csubj") for at in tree.path_up(clause))
    told = len(rest) > 1 and rest[0].upos == "ADP" and len(rest) <= _WHEN_TOLD
    plain = all(token.upos in ("ADP", "DET", "NOUN", "PROPN", "NUM", "ADJ") for token in rest[:-1])
    return not reported and (all(token.upos == "PUNCT" for token in rest) or (told and plain))


_WHEN_TOLD = 6
"""Tokens of a phrase behind the source that says when or where: "on Tuesday afternoon", "in a statement", its stop."""


def _opens(tree: Tree, index: int, last: int, sentence: range) -> bool:
    """Whether "According to X" and a comma begin a sentence: all of it is X's."""
    behind = tree.tokens[last : min(last + 2, sentence.stop)]
    return index == sentence.start and is_readable(tree, index) and any(token.text == "," for token in behind)


def _parted(tree: Tree, index: int, lexicon: Lexicon) -> Frame | None:
    """As in "300 came according to X and 500 according to Y": each figure is one voice's alone."""
    sentence = tree.sentence_ranges[tree.sentence_of[index]]
    if not is_readable(tree, index):
        return None
    others = [at for at in sentence if at != index and tree.tokens[at].text.lower() in lexicon.according]
    first = max((at for at in others if at < index), default=None)
    last = min((at for at in others if at > index), default=None)
    start = sentence.start if first is None else _border(tree, first, index)
    stop = None if last is None else _border(tree, index, last)
    if (first is None and stop is None) or start is None or (last is not None and stop is None):
        return None
    content = list(range(start + (first is not None), index))
    source = _following_head(tree, index)
    if not content or source is None:
        return None
    if stop is None:
        return frame(tree, index, [index, index + 1], source, content)
    lemma = tree.tokens[index].lemma.lower()
    return Frame(index, (index, index + 1), tuple(range(index + 2, stop)), tuple(content), lemma)


def _border(tree: Tree, first: int, second: int) -> int | None:
    """What parts the source behind one "according to" from the figure before the next."""
    for at in range(second - 1, first + 2, -1):
        if tree.tokens[at].upos == "CCONJ" or tree.tokens[at].text in _PARTING:
            counted = any(tree.tokens[inner].upos == "NUM" for inner in range(at + 1, second))
            return at if counted else None
    return None


_PARTING = frozenset({",", ";"})


def _shared_clause(tree: Tree, at: int) -> int:
    """The first verb of a coordination with one subject: in "X left and was gone, according to Y" all is Y's."""
    while tree.tokens[at].deprel == "conj" and tree.tokens[at].upos in ("VERB", "AUX"):
        if tree.child(at, "nsubj", "csubj", "expl") is not None:
            break
        at = tree.tokens[at].head
    return at


def _following_head(tree: Tree, index: int) -> int | None:
    """The head of the noun phrase that "according to" governs: the first noun's topmost head behind the preposition."""
    stop = min(len(tree.tokens), index + 2 + _LONGEST)
    at = next((here for here in range(index + 2, stop) if tree.tokens[here].upos in _NOMINAL), None)
    while at is not None and index + 1 < tree.tokens[at].head != at and tree.tokens[at].head < stop:
        head = tree.tokens[at].head
        governed = tree.tokens[index].head == at
        if governed or tree.tokens[head].upos not in _NOMINAL or tree.tokens[at].deprel in ("conj", "appos"):
            break
        at = head
    return at


_LONGEST = 12
"""Tokens behind "according to" in which its noun is looked for."""


def _clause_around(tree: Tree, at: int, branch: set[int]) -> list[int]:
    """The nearest clause above a token, without a branch."""
    path = tree.path_up(at)
    top = next((step for step in path if tree.tokens[step].deprel in _CLAUSES and step not in branch), path[-1])
    return [below for below in tree.subtree(top) if below not in branch]


def _adverb(tree: Tree, index: int) -> Frame | None:
    """As in "Y reportedly left": said, by nobody named."""
    if tree.tokens[index].deprel != "advmod":
        return None
    return frame(tree, index, [index], None, _clause_around(tree, tree.tokens[index].head, {index}))


def _viewpoint(tree: Tree, index: int) -> Frame | None:
    """As in "In X's view, Y"."""
    holder = tree.child(index, "nmod:poss")
    if holder is None or tree.case_of(index) not in ("in", "to", "by"):
        return None
    return frame(tree, index, [index], holder, _clause_around(tree, tree.tokens[index].head, set(tree.subtree(index))))
