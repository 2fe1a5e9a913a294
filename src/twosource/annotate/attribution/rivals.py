"""Second voices that share a sentence with the first and have only a figure of their own.

"41 were inside, nine more than the owners first claimed", "police say 9,000 came, organisers 20,000". The invariant:
the tokens of a second voice belong to no content of the first, and each sentence is read once from left to right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.annotate.attribution.frame import Frame
from twosource.annotate.attribution.grammar import can_speak
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.text.tree import Tree

_PHRASE = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "ADP", "PART"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SHORT = frozenset({"NOUN", "PROPN", "DET", "ADJ"})
_ABOUT = frozenset({"ADV", "ADP", "ADJ"})
_BEFORE_THAN = frozenset({"NUM", "ADJ", "ADV", "NOUN", "DET", "ADP"})
_BREAKS = frozenset({",", ";", "–", "—", "--"})
_ENDS = _BREAKS | {".", "!", "?", "”", '"'}
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_LONGEST = 10
"""Tokens of a speaker or a comparison: longer ones are clauses."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A second voice.

    Attributes:
        frame: What it says.
        tokens: All that belongs to it, and to nobody else in its sentence.
    """

    frame: Frame
    tokens: range


def find_rivals(tree: Tree, sentence: range, lexicon: Lexicon) -> list[Rival]:
    """The second voices of a sentence.

    Args:
        tree: The reading.
        sentence: Its tokens.
        lexicon: The language's cues.
    """
    found: list[Rival] = []
    said, counted = None, False
    for at in sentence:
        token = tree.tokens[at]
        rival = None
        if token.text.lower() in lexicon.comparing:
            rival = _compared(tree, at, sentence, lexicon)
        elif said is not None and counted and (token.text in _BREAKS or token.upos == "CCONJ"):
            rival = _gapped(tree, at, said, sentence, lexicon)
        if rival is not None and (not found or rival.tokens.start >= found[-1].tokens.stop):
            found.append(rival)
        if token.upos == "VERB" and lexicon.is_verb(token, "speech", "estimating"):
            said, counted = at, False
        counted = counted or token.upos == "NUM"
    return found


def _compared(tree: Tree, than: int, sentence: range, lexicon: Lexicon) -> Rival | None:
    """As in ", nine more than the owners first claimed"."""
    start = than
    while start > sentence.start and than - start < _LONGEST and tree.tokens[start - 1].upos in _BEFORE_THAN:
        start -= 1
    amount = any(tree.tokens[at].upos == "NUM" for at in range(start, than))
    if start == sentence.start or tree.tokens[start - 1].text not in _BREAKS or not amount:
        return None
    end = _run(tree, than + 1, sentence, _PHRASE)
    verb = _run(tree, end, sentence, frozenset({"ADV", "AUX"}))
    if verb >= sentence.stop or not any(tree.tokens[at].upos in _NOMINAL for at in range(than + 1, end)):
        return None
    lemma = lexicon.lemma(tree.tokens[verb])
    if tree.tokens[verb].upos != "VERB" or not lexicon.is_verb(lemma, "speech"):
        return None
    stop = next((at for at in range(verb, sentence.stop) if tree.tokens[at].text in _BREAKS), sentence.stop)
    source, content = tuple(range(than + 1, end)), tuple(range(start, than))
    return Rival(Frame(verb, tuple(range(end, verb + 1)), source, content, lemma), range(start - 1, stop))


def _gapped(tree: Tree, border: int, verb: int, sentence: range, lexicon: Lexicon) -> Rival | None:
    """As in ", organisers 20,000" behind "police say 9,000 came": a speaker, a figure, and the end of the clause."""
    start = border + 1
    if start < sentence.stop and tree.tokens[border].text in _BREAKS and tree.tokens[start].upos in {"CCONJ", "SCONJ"}:
        start += 1
    end = _run(tree, start, sentence, _SHORT)
    figure = _run(tree, end, sentence, _ABOUT)
    speaks = start < end and can_speak(tree, [end - 1], lexicon)
    if figure >= sentence.stop or tree.tokens[figure].upos != "NUM" or not speaks:
        return None
    if _YEAR.fullmatch(tree.tokens[figure].text) or not _alike(tree, end, verb, border):
        return None
    stop = _run(tree, figure, sentence, frozenset({"NUM", "NOUN"}))
    if stop < sentence.stop and tree.tokens[stop].text not in _ENDS and tree.tokens[stop].upos != "CCONJ":
        return None
    source, content = tuple(range(start, end)), tuple(range(end, stop))
    lemma = tree.tokens[verb].lemma.lower()
    return Rival(Frame(source[-1], (verb,), source, content, lemma), range(border, stop))


def _alike(tree: Tree, figure: int, verb: int, border: int) -> bool:
    """Whether a preposition before the second figure stands before the first too: "at 9,000, organisers at 20,000"."""
    word = tree.tokens[figure]
    return word.upos != "ADP" or any(tree.tokens[at].lemma == word.lemma for at in range(verb + 1, border))


def _run(tree: Tree, start: int, sentence: range, kinds: frozenset[str]) -> int:
    """The index behind a run of words of these kinds, which is short."""
    at = start
    while at < sentence.stop and at - start < _LONGEST and tree.tokens[at].upos in kinds:
        at += 1
    return at
