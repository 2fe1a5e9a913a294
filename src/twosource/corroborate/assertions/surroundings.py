"""The words around a name or a word, and which of two accounts are the same: one sentence with two names in it.

Who prints the same words around another name tells of the same thing, or has copied it wrongly. Reach for it where a
name or a word is the value; figures and times are joined by ``disputes/twins.py``. The invariant: a slot
lies in one sentence, and two that are laid side by side are of two accounts and of one kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.model.claim import ClaimType
from twosource.model.judgement import Passage
from twosource.model.span import Span
from twosource.model.value import Wording
from twosource.text.words import shared_start

LONGEST = 12
"""Words on either side that are looked at."""
MOST = 60
"""Slots under one entry up to which all are laid side by side: more are a table."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A name or a word with the words around it, the nearest first.

    Attributes:
        value: What stands there: an entity's id, or the word.
        kind: What it can be compared with.
        before, behind: Words in lower case, without marks and without an article right before.
        tags: Their parts of speech.
    """

    context: Context
    span: Span
    value: str
    kind: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    tags: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def article(self) -> str:
        """Id of the account."""
        return self.context.account.article.id

    @property
    def passage(self) -> Passage:
        """Its sentence."""
        reading = self.context.reading
        return Passage(self.article, reading.sentences[reading.sentence_at(self.span.start) or 0])

    def told(self, voices: Voices, subject: str, predicate: str) -> Assertion:
        """That the account says so.

        Args:
            voices: Names the speaker.
            subject: What stands for all values that are given in this frame.
            predicate: What they answer.
        """
        topic = Topic(subject=subject, predicate=predicate, words=frozenset({self.value}))
        value = Wording(self.span.of(self.context.reading.text))
        return stated(self.context, voices, Found(ClaimType.ATTRIBUTE, self.span, topic, value))

    @property
    def sentence(self) -> str:
        """The words of its sentence in lower case."""
        return self.passage.span.of(self.context.reading.text).lower()


def slot(context: Context, span: Span, value: str, kind: str) -> Slot:
    """What stands around ``span``: marks do not count, nor does an article right before it."""
    tokens, inside = context.tree.tokens, context.tree.tokens_in(span)
    sentence = context.tree.sentence_ranges[context.tree.sentence_of[inside[0]]]
    before = [at for at in range(inside[0] - 1, sentence.start - 1, -1) if tokens[at].upos != "PUNCT"]
    if before and tokens[before[0]].upos == "DET":
        before = before[1:]
    behind = [at for at in range(inside[-1] + 1, sentence.stop) if tokens[at].upos != "PUNCT"]
    sides = before[:LONGEST], behind[:LONGEST]
    words = [tuple(tokens[at].text.lower() for at in side) for side in sides]
    first, second = (tuple(tokens[at].upos for at in side) for side in sides)
    return Slot(context, span, value, kind, words[0], words[1], (first, second))


def pairs(slots: Sequence[Slot], entry: int) -> Iterator[tuple[Slot, Slot]]:
    """Slots of two accounts that may be in one frame: the first ``entry`` words before, or behind, are the same."""
    entries: dict[tuple[str, ...], list[Slot]] = defaultdict(list)
    for one in slots:
        for side, words in (("before", one.before), ("behind", one.behind)):
            if len(words) >= entry:
                entries[one.kind, side, *words[:entry]].append(one)
    seen: set[tuple[int, int]] = set()
    for each in sorted(entries):
        if len(entries[each]) <= MOST:
            for one, other in combinations(entries[each], 2):
                if one.context is not other.context and (id(one), id(other)) not in seen:
                    seen.add((id(one), id(other)))
                    yield one, other


def shared(one: Slot, other: Slot) -> tuple[int, frozenset[str]]:
    """How many words in a row two slots share, and the parts of speech among them."""
    before, behind = shared_start(one.before, other.before), shared_start(one.behind, other.behind)
    return before + behind, frozenset({*one.tags[0][:before], *one.tags[1][:behind]})
