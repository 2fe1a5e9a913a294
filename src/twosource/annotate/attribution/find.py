"""All the rules over one reading, in the order that lets the outer attribution win.

Tokens are visited from the top of each tree down, so an attribution is known before what lies in its content. Content
within content is followed to a depth of three voices, which also keeps the work linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from twosource import resources
from twosource.annotate.attribution.draft import Draft, draft, finish
from twosource.annotate.attribution.frame import Frame
from twosource.annotate.attribution.headlines import headline_frame
from twosource.annotate.attribution.lexicon import Lexicon, lexicon
from twosource.annotate.attribution.modality import modality
from twosource.annotate.attribution.nouns import adjective_frame, noun_frame
from twosource.annotate.attribution.phrases import citing_frame, phrase_frame
from twosource.annotate.attribution.quotes import find_quotations
from twosource.annotate.attribution.rivals import find_rivals
from twosource.annotate.attribution.speech import join_quotations
from twosource.annotate.attribution.tails import tail_frame
from twosource.annotate.attribution.turns import find_turns, in_turn
from twosource.annotate.attribution.verbs import verb_frame
from twosource.model.reading import Attribution
from twosource.text.tree import Tree

_VOICES = 3
"""No deeper: the outlet quotes the agency, the agency a ministry, the ministry a witness."""


def find_attributions(tree: Tree, language: str = "en") -> tuple[Attribution, ...]:
    """The attributions of a reading, in the order of their cues.

    Args:
        tree: The reading, with tokens and names.
        language: ISO 639-1 code; a language without cues has no attributions.
    """
    if language not in resources.languages("cues") or not tree.tokens:
        return ()
    words = lexicon(language)
    quotations = find_quotations(tree.reading.text)
    quoted = tree.covered(part for quotation in quotations for part in quotation.parts)
    finder = _Finder(tree, words, quoted)
    drafts = finder.drafts(inside=False)
    join_quotations(tree, quotations, drafts, words)
    finder.cover_again(drafts)
    drafts += finder.drafts(inside=True)
    made = [finish(tree, one, modality(tree, one.frame, words)) for one in drafts if not one.replaced]
    return tuple(sorted((one for one in made if one.content), key=lambda one: (one.cue, one.content)))


class _Finder:
    """One pass over the tokens outside quotations, one over those inside."""

    def __init__(self, tree: Tree, words: Lexicon, quoted: bytearray) -> None:
        self._tree = tree
        self._words = words
        self._quoted = quoted
        self._depth = [0] * len(tree.tokens)
        self._turns = find_turns(tree.reading.text)

    def drafts(self, *, inside: bool) -> list[Draft]:
        """The drafts whose cues lie inside quotations, or outside them, in text order of their sentences."""
        found = []
        for sentence in self._tree.sentence_ranges:
            for proposed in self._frames(sentence, inside):
                if self._welcome(proposed):
                    found.append(draft(self._tree, proposed))
                    for token in proposed.content:
                        self._depth[token] += 1
        return found

    def cover_again(self, drafts: list[Draft]) -> None:
        """Count the quotations that have found their speaker as content."""
        for made in drafts:
            for quotation in made.quotations:
                for part in quotation.parts:
                    for token in self._tree.tokens_in(part):
                        self._depth[token] += 1

    def _welcome(self, proposed: Frame) -> bool:
        """Whether a frame may stand where it is: within another content only a statement may, in a quotation none."""
        if self._is_own_voice(proposed):
            return False
        depth = self._depth[proposed.head]
        nested = depth < _VOICES and not self._quoted[proposed.head] and proposed.statement
        return depth == 0 or (nested and self._is_said(proposed))

    def _is_own_voice(self, proposed: Frame) -> bool:
        """Whether the source is "I", "we" or "you": the outlet's own voice, or that of a quotation's speaker."""
        feats = self._tree.tokens[proposed.source[0]].feats if len(proposed.source) == 1 else ""
        return "Person=1" in feats or "Person=2" in feats

    def _is_said(self, proposed: Frame) -> bool:
        """Whether somebody else than the speaker is quoted as saying it."""
        according = self._tree.tokens[proposed.head].text.lower() in self._words.according
        if not according and not self._words.is_verb(proposed.lemma, "speech"):
            return False
        return any(self._tree.tokens[token].upos in ("PROPN", "NOUN") for token in proposed.source)

    def _frames(self, sentence: range, inside: bool) -> Iterator[Frame]:
        if not inside:
            heading = headline_frame(self._tree, sentence, self._words)
            if heading is not None:
                yield in_turn(self._tree, heading, self._turns)
        rivals = find_rivals(self._tree, sentence, self._words)
        theirs = {token for rival in rivals for token in rival.tokens}
        yield from (rival.frame for rival in rivals if bool(self._quoted[rival.frame.head]) is inside)
        for index in self._top_down(sentence):
            if bool(self._quoted[index]) is inside and self._depth[index] < _VOICES and index not in theirs:
                proposed = self._frame(index)
                if proposed is not None:
                    yield _without(proposed, theirs)

    def _top_down(self, sentence: range) -> list[int]:
        """A sentence's tokens, heads before dependents, asides such as "he said" and "according to" before all."""
        waiting = [index for index in sentence if self._tree.tokens[index].head == index]
        for index in waiting:
            waiting.extend(self._tree.children[index])
        return sorted(waiting, key=lambda index: not self._is_aside(index))

    def _is_aside(self, index: int) -> bool:
        token = self._tree.tokens[index]
        return token.deprel == "parataxis" or token.text.lower() in self._words.according

    def _frame(self, index: int) -> Frame | None:
        upos = self._tree.tokens[index].upos
        proposed = phrase_frame(self._tree, index, self._words)
        if proposed is None and upos in ("VERB", "AUX"):
            proposed = self._verb(index)
        if proposed is None and upos in ("NOUN", "VERB"):
            proposed = noun_frame(self._tree, index, self._words)
        if proposed is None and upos in ("ADJ", "VERB"):
            proposed = adjective_frame(self._tree, index, self._words)
        return proposed

    def _verb(self, index: int) -> Frame | None:
        sentence = self._tree.sentence_ranges[self._tree.sentence_of[index]]
        return (
            citing_frame(self._tree, index, self._words)
            or tail_frame(self._tree, index, sentence, self._words)
            or verb_frame(self._tree, index, self._words)
        )


def _without(proposed: Frame, others: set[int]) -> Frame:
    """A frame whose content leaves out what a second voice says."""
    if others.isdisjoint(proposed.content):
        return proposed
    return replace(proposed, content=tuple(token for token in proposed.content if token not in others))
