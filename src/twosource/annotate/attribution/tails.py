"""Tails of reported sentences, read off the surface: "…, the mayor said on Monday", "…, said Ana Kovač".

Parsers often give such a verb the subject of what is said. The order of the words is surer: a comma or a closing
mark, a short noun phrase, the verb of saying, and no clause after it.
"""

from __future__ import annotations

from twosource.annotate.attribution.frame import Frame, frame, source_tokens
from twosource.annotate.attribution.grammar import agent, cue_tokens, is_passive, is_readable
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.annotate.phrase import name_in
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PHRASE = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "ADP", "PART"})
_PAIRED = _PHRASE | {"CCONJ"}
_MARKS = frozenset({",", '"', "”", "''", "’", "“", "»", "'"})
_LOOSE = frozenset({"PUNCT", "ADP", "ADV", "CCONJ"})
_OPENING = frozenset({"“", "''", '"', ":", "``"})
_CLOSING = frozenset({'"', "”", "''", "»"})
_AHEAD = 12
"""Tokens after the verb in which a quotation would begin."""
_LONGEST = 10
"""Tokens of a noun phrase that is read without the tree's help."""
_SHORTEST = 3
"""Tokens that a content has at least."""


def tail_frame(tree: Tree, verb: int, sentence: range, lexicon: Lexicon) -> Frame | None:
    """The attribution of a sentence that ends with its speaker.

    Args:
        tree: The reading.
        verb: Index of a verb.
        sentence: Its sentence's tokens.
        lexicon: The language's cues.
    """
    token = tree.tokens[verb]
    if not lexicon.is_verb(token, "speech") or _is_participle(tree, verb) or not is_readable(tree, verb):
        return None
    cue = cue_tokens(tree, verb)
    if is_passive(tree, verb):
        return _told(tree, verb, cue, sentence)
    clipped = _clipped(tree, verb, cue, sentence)
    if clipped is not None:
        return clipped
    before = _speaker_before(tree, cue[0], verb, sentence)
    if before is not None and token.deprel == "acl:relcl" and not _ends(tree, before[0], cue[-1] + 1, sentence):
        before = None
    if before is not None and not _goes_on(tree, cue[-1] + 1, sentence):
        return _framed(tree, verb, cue, before, sentence)
    if cue[0] - 1 > sentence.start and tree.tokens[cue[0] - 1].text in _MARKS:
        after = _speaker_after(tree, cue[-1] + 1, verb, sentence)
        if after is not None:
            return _framed(tree, verb, cue, (cue[0], after), sentence)
    return None


def _is_participle(tree: Tree, verb: int) -> bool:
    """As in "…, adding that": a participle has no subject of its own."""
    token = tree.tokens[verb]
    has_auxiliary = any(tree.tokens[at].deprel.startswith("aux") for at in tree.children[verb])
    return not has_auxiliary and (token.text.lower().endswith("ing") or "VerbForm=Inf" in token.feats)


def _framed(tree: Tree, verb: int, cue: list[int], found: tuple[int, int], sentence: range) -> Frame | None:
    border, speaker = found
    content = list(range(_beginning(tree, border, sentence), border))
    stated = any(tree.tokens[at].upos in ("VERB", "AUX") for at in content)
    if len(content) < _SHORTEST or not stated or _is_circumstance(tree, verb, content):
        return None
    return frame(tree, verb, cue, speaker, content)


def _is_circumstance(tree: Tree, verb: int, content: list[int]) -> bool:
    """Whether what stands before tells only when or why one speaks: "When it rained, she said …"."""
    clauses = (at for at in tree.children[verb] if tree.tokens[at].deprel == "ccomp")
    return tree.tokens[content[0]].upos == "SCONJ" and not any(content[0] < at <= content[-1] for at in clauses)


def _beginning(tree: Tree, border: int, sentence: range) -> int:
    """Where what is said begins: with its sentence, but behind a colon where the quotation does ('X agrees: "Y," he').

    What stands before such a colon is the outlet's own, and mostly names who says it.
    """
    if tree.tokens[border].text in _CLOSING:
        for at in range(sentence.start + 1, border):
            if tree.tokens[at].text in _OPENING and tree.tokens[at - 1].text == ":":
                return at
    return sentence.start


def _told(tree: Tree, verb: int, cue: list[int], sentence: range) -> Frame | None:
    """As in "Y, reporters were told by X": who is told says nothing."""
    before = _speaker_before(tree, cue[0], verb, sentence)
    if before is None or _goes_on(tree, cue[-1] + 1, sentence):
        return None
    found = _framed(tree, verb, cue, before, sentence)
    by = agent(tree, verb)
    return None if found is None or by is None else frame(tree, verb, cue, by, list(found.content))


def _clipped(tree: Tree, verb: int, cue: list[int], sentence: range) -> Frame | None:
    """As in "the end of a quarrel: a mistake, says the firm; a lie, says she": a noun phrase is all that one says."""
    comma, after = cue[0] - 1, cue[-1] + 1
    if comma <= sentence.start or tree.tokens[comma].text != ",":
        return None
    start, end = comma, after
    while start > sentence.start and comma - start < _LONGEST and tree.tokens[start - 1].upos in _PHRASE:
        start -= 1
    while end < sentence.stop and end - after < _LONGEST and tree.tokens[end].upos in _PHRASE:
        end += 1
    speakers = [at for at in range(after, end) if tree.tokens[at].upos in _NOMINAL]
    ended = end == sentence.stop or tree.tokens[end].upos == "PUNCT"
    if start in (comma, sentence.start) or tree.tokens[start - 1].text not in _CLIPPED or not speakers or not ended:
        return None
    lemma = tree.tokens[verb].lemma.lower()
    return Frame(verb, tuple(cue), tuple(range(after, end)), tuple(range(start, comma)), lemma)


_CLIPPED = frozenset({":", ";"})


def _speaker_before(tree: Tree, cue: int, verb: int, sentence: range) -> tuple[int, int] | None:
    """Where the content ends, and the head of the noun phrase between there and the verb."""
    subjects = [at for at in tree.children[verb] if at < cue and tree.tokens[at].deprel.startswith("nsubj")]
    if subjects:
        phrase = source_tokens(tree, subjects[-1])
        border = phrase[0] - 1
        if border > sentence.start and tree.tokens[border].text in _MARKS and phrase[-1] + 2 >= cue:
            return border, subjects[-1]
    at = cue - 1
    while at > sentence.start and cue - at <= _LONGEST and tree.tokens[at].upos in _PAIRED:
        at -= 1
    if tree.tokens[at + 1].upos == "CCONJ":  # "…, and police said" goes on, or is another's
        return None
    if at == cue - 1 or (tree.tokens[at].text == "," and cue - at <= _LONGEST):
        at = _quotation_end(tree, at, sentence)
    nominal = [token for token in range(at + 1, cue) if tree.tokens[token].upos in _NOMINAL]
    if tree.tokens[at].text not in _MARKS or not nominal or at <= sentence.start:
        return None
    paired = any(tree.tokens[token].upos == "CCONJ" for token in range(at + 1, cue))
    return at, subjects[-1] if paired and subjects and subjects[-1] > at else _top(tree, nominal)


def _quotation_end(tree: Tree, border: int, sentence: range) -> int:
    """The closing mark before a noun phrase with an apposition ("…," the mayor, Ana Kovač, said), if any."""
    at = border
    while at > sentence.start and border - at <= _LONGEST and tree.tokens[at].upos in _PHRASE | {"PUNCT"}:
        if tree.tokens[at].text in _CLOSING:
            return at
        at -= 1
    return border


def _top(tree: Tree, nominal: list[int]) -> int:
    """Of a noun phrase's words the one whose head lies outside."""
    return next((at for at in nominal if not nominal[0] <= tree.tokens[at].head <= nominal[-1]), nominal[-1])


def _goes_on(tree: Tree, at: int, sentence: range) -> bool:
    """Whether a clause or a quotation follows the verb, so that what stands before it is not what is said."""
    if at >= sentence.stop:
        return False
    token = tree.tokens[at]
    if token.upos not in _LOOSE:
        weekday = token.upos == "PROPN" and _is_last(tree, at, sentence)
        return not (weekday or token.deprel.startswith("obl"))
    opens = any(tree.tokens[here].text in _OPENING for here in range(at, min(at + _AHEAD, sentence.stop)))
    return opens and not _quoted_before(tree, at, sentence)


def _ends(tree: Tree, border: int, after: int, sentence: range) -> bool:
    """Whether a verb that the tree takes for a relative clause's ends its sentence, or follows a quotation."""
    return tree.tokens[border].text != "," or after >= sentence.stop or tree.tokens[after].text in ".!?"


def _quoted_before(tree: Tree, at: int, sentence: range) -> bool:
    return any(
        tree.tokens[here].text in ("”", '"', "''", "“") for here in range(sentence.start, min(at, sentence.start + 400))
    )


def _is_last(tree: Tree, at: int, sentence: range) -> bool:
    """A weekday at the end: "…, she said Monday."."""
    return at + 1 >= sentence.stop or tree.tokens[at + 1].upos == "PUNCT"


def _speaker_after(tree: Tree, at: int, verb: int, sentence: range) -> int | None:
    """The head of the noun phrase right after a verb that has no subject before it and no clause after."""
    below = [
        one for one in tree.children[verb] if tree.tokens[one].deprel.split(":")[0] in ("nsubj", "obj", "iobj", "ccomp")
    ]
    if at >= sentence.stop or tree.tokens[at].upos not in _PHRASE - {"ADP", "PART"}:
        return None
    inverted = [one for one in below if one >= at]
    subjects = [one for one in below if tree.tokens[one].deprel.startswith("nsubj")]
    if any(one < at and tree.tokens[one].upos == "PROPN" for one in subjects) and subjects[-1] < at:
        return None
    if any(one not in subjects and not _closes(tree, one, at, sentence) for one in inverted):
        return None
    if inverted:
        return inverted[0]
    end = at
    while end < sentence.stop and end - at <= _LONGEST and tree.tokens[end].upos in _PHRASE - {"ADP"}:
        end += 1
    nominal = [token for token in range(at, end) if tree.tokens[token].upos in _NOMINAL]
    closed = end >= sentence.stop or tree.tokens[end].upos in ("PUNCT", "ADP")
    return _top(tree, nominal) if closed and nominal else None


def _closes(tree: Tree, thing: int, at: int, sentence: range) -> bool:
    """Whether what parsers take for an object is a person's name that ends the sentence: "…, predicted Ana Orlo."."""
    phrase = tree.subtree(thing)
    rest = tree.tokens[phrase[-1] + 1 : sentence.stop]
    person = name_in(tree.reading, tree.tokens[thing].span, EntityType.PERSON)
    return person is not None and phrase[0] == at and all(token.upos == "PUNCT" for token in rest)
