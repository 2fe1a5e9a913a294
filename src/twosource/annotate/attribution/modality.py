"""What a cue makes of its content: reported, alleged, expected, denied.

The lists in ``cues.toml`` tell it by the cue's lemma; a negation turns it round, and what is asked stays open. The
invariant: what somebody denies, refuses or does not believe is never reported.
"""

from __future__ import annotations

from twosource.annotate.attribution.frame import Frame
from twosource.annotate.attribution.grammar import is_infinitive, is_passive
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.model.reading import Modality
from twosource.text.tree import Tree

_OPEN = "whether"


def modality(tree: Tree, found: Frame, words: Lexicon) -> Modality:
    """The modality of a frame's content.

    Args:
        tree: The reading.
        found: The attribution as tokens.
        words: The language's cues.
    """
    if tree.tokens[found.content[0]].text.lower() == _OPEN:
        return Modality.EXPECTED
    lemma = words.lemma(tree.tokens[found.head]) if tree.tokens[found.head].upos == "VERB" else found.lemma
    own = _own(tree, found, lemma, words)
    if not _is_negated(tree, found, words):
        return own
    if words.is_verb(lemma, "vouching"):
        return Modality.ALLEGED
    return Modality.REPORTED if own is Modality.DENIED else Modality.DENIED


def _own(tree: Tree, found: Frame, lemma: str, words: Lexicon) -> Modality:
    """What the cue itself makes of its content, with its particle, its voice and what it governs."""
    particle = tree.child(found.head, "compound:prt")
    whole = lemma if particle is None else f"{lemma}_{tree.tokens[particle].text.lower()}"
    if words.is_verb(lemma, "supposing") and not found.source and is_passive(tree, found.head):
        return Modality.ALLEGED
    verb = tree.tokens[found.head].upos == "VERB"
    if verb and words.is_verb(lemma, "ahead") and not _looks_ahead(tree, found):
        return Modality.REPORTED
    return words.modalities.get(whole, words.modalities.get(lemma, Modality.REPORTED))


def _looks_ahead(tree: Tree, found: Frame) -> bool:
    """Whether what is said is an infinitive, or stands behind a preposition of the cue."""
    if tree.tokens[found.cue[-1]].upos == "ADP":
        return True
    return any(is_infinitive(tree, at) for at in tree.children[found.head] if at > found.head)


def _is_negated(tree: Tree, found: Frame, words: Lexicon) -> bool:
    """Whether "not", "nobody" or "declined to" stands before the cue's verb."""
    pairing = [at for at in tree.children[found.head] if tree.tokens[at].deprel.startswith("cc") and at < found.head]
    for at in (*found.cue, *found.source[:1], *pairing):  # "neither confirmed nor denied"
        lemma = tree.tokens[at].lemma.lower()
        if lemma in words.negations or (lemma in words.failing and at != found.head):
            return True
    return False
