"""Headlines that attribute by a mark: "Minister: dam is safe", "Dam is safe – minister"."""

from __future__ import annotations

from twosource.annotate.attribution.frame import Frame
from twosource.annotate.attribution.grammar import can_speak
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.text.tree import Tree

_LONGEST_SOURCE = 6
_SHORTEST_CONTENT = 3
_DASHES = frozenset({"–", "—", "-", "--"})
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART"})


def headline_frame(tree: Tree, sentence: range, lexicon: Lexicon) -> Frame | None:
    """The attribution of a sentence that begins "X:" or ends "– X" or ": X"; X is a short noun phrase that can speak.

    Args:
        tree: The reading.
        sentence: The sentence's tokens.
        lexicon: The language's cues; its ``labels`` only label what stands behind their colon ("Photo: Ana Orlo").
    """
    for mark in sentence[1 : _LONGEST_SOURCE + 1]:
        if tree.tokens[mark].text == ":" and tree.tokens[mark - 1].lemma.lower() not in lexicon.nouns["labels"]:
            found = _framed(tree, mark, range(sentence.start, mark), range(mark + 1, sentence.stop), lexicon)
            if found is not None:
                return found
    for mark in sentence[-_LONGEST_SOURCE - 1 : -1]:
        closing = tree.tokens[mark].text == ":" and not any(tree.tokens[at].text == "." for at in sentence)
        closing = closing and tree.tokens[mark - 1].lemma.lower() not in lexicon.nouns["labels"]
        if closing or (tree.tokens[mark].text in _DASHES and _stands_free(tree, mark)):
            return _framed(tree, mark, range(mark + 1, sentence.stop), range(sentence.start, mark), lexicon)
    return None


def _framed(tree: Tree, mark: int, source: range, content: range, lexicon: Lexicon) -> Frame | None:
    words = [at for at in source if tree.tokens[at].upos != "PUNCT"]
    if not words or len(content) < _SHORTEST_CONTENT or any(tree.tokens[at].upos not in _PHRASE for at in words):
        return None
    if tree.tokens[words[0]].upos == "ADP":  # the rest of a sentence that was cut: "to remarks by the council: …"
        return None
    if not can_speak(tree, words, lexicon):
        return None
    return Frame(mark, (mark,), tuple(words), tuple(content), tree.tokens[mark].text)


def _stands_free(tree: Tree, mark: int) -> bool:
    """Whether there are blanks on both sides, which a hyphen has not."""
    span = tree.tokens[mark].span
    return tree.tokens[mark - 1].span.end < span.start and span.end < tree.tokens[mark + 1].span.start
