"""How probable it is that a sentence of one account tells what a clause of another says.

Whatever the verbs are, and however the sentence is built: "he was taken into custody in a ravine" tells that he was
found in a ravine. Six features are weighed: how much it tells that both name the same (``weights.py``), whether the
same happens, how much of the clause's words the sentence has, how near both sentences are by their vectors, and how
surely the pair reader holds that the sentence supports the clause. The weights are a logistic regression over 1,307
pairs of twelve real stories in which a reader had listed what two accounts tell (``bench/facts.py``); of pairs above
one half, nine in ten are on the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.corroborate.assertions.topics import clause_span
from twosource.corroborate.context import Context
from twosource.corroborate.deeds.clauses import Clause
from twosource.corroborate.deeds.standing import Standing
from twosource.corroborate.deeds.weights import Weights
from twosource.corroborate.disputes.proposition import named_in
from twosource.corroborate.pairs.reader import bundled_reader
from twosource.corroborate.pairs.sums import probability
from twosource.corroborate.pairs.words import Pairing, Side

BIAS, NAMED, KIND, COVERED, NEAR, READ = -5.47, 1.37, 1.17, 1.17, 2.67, 0.84
MOST_NAMED = 3.0
"""Weight of shared names beyond which more tells nothing."""
LIKELY = 0.45
"""Probability from which on a sentence tells what a clause says; of 0.42 to 0.6 the highest that loses next to nothing.
It is below one half, for what is missing from the lists counted as wrong.
"""
LEAST_COVERED = 0.4
"""Part of the weight of the clause's words that the sentence must have."""
FEWEST, MOST = 2, 60
"""Content words of a clause or sentence: fewer tell nothing, more are a list."""
NEAREST = 8
"""Sentences that are looked at for a clause: those that share most with it."""

Place = tuple[str, int]
"""An account, and the number of a sentence in it."""


@dataclass(frozen=True, slots=True)
class Support:
    """A sentence that tells what a clause says.

    Attributes:
        clause: Number of the clause.
        place: The sentence.
        score: How probable it is.
    """

    clause: int
    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class _Sentence:
    side: Side
    place: Place
    names: frozenset[str]


def supports(told: Sequence[Clause], weights: Weights) -> Iterator[Support]:
    """The sentences of other accounts that tell what the clauses say that are said for their own sake.

    Args:
        told: Clauses that say something of somebody. The pair reader is asked where their accounts are English.
        weights: What their words tell.
    """
    read = {clause.article: clause.context for clause in told}
    english = all((one.account.article.language or "en") == "en" for one in read.values())
    standing = {article: Standing(one) for article, one in read.items()}
    by_word: dict[str, list[_Sentence]] = defaultdict(list)
    for sentence in _sentences(read.values()):
        for word in sorted(sentence.names):
            by_word[word].append(sentence)
    for number, clause in enumerate(told):
        if not clause.is_claimed:
            continue
        side = Side(clause.context, clause.context.tree.tokens_in(clause_span(clause.context, clause.says.head)))
        if len(side.content) < FEWEST:
            continue
        for sentence in _nearest(clause, weights, by_word):
            summed = _unread(clause, side, sentence, weights)
            if summed is None or probability(summed + READ) < LIKELY:
                continue
            texts = standing[sentence.place[0]].sentence(sentence.place[1]), standing[clause.article].clause(clause)
            read_as = bundled_reader().read([texts])[0].supports if english else 0.0
            score = probability(summed + READ * read_as)
            if score >= LIKELY:
                yield Support(number, sentence.place, score)


def _sentences(read: Iterable[Context]) -> Iterator[_Sentence]:
    for context in read:
        kinds: dict[int, set[str]] = defaultdict(set)
        for event in context.events.values():
            kinds[context.sentence(event.trigger)].add(event.lemma)
        for number, tokens in enumerate(context.tree.sentence_ranges):
            side = Side(context, tokens)
            if FEWEST <= len(side.content) <= MOST:
                names = named_in(context, context.reading.sentences[number]) | kinds[number]
                yield _Sentence(side, (context.account.article.id, number), names)


def _nearest(clause: Clause, weights: Weights, by_word: Mapping[str, Sequence[_Sentence]]) -> list[_Sentence]:
    """The sentences of other accounts that share most with a clause, and something telling."""
    found = {
        one.place: one
        for word in sorted(weights.telling(clause))
        for one in by_word.get(word, ())
        if one.place[0] != clause.article
    }
    shared = {place: weights.total(clause.says.named & one.names, clause) for place, one in found.items()}
    return [found[place] for place in sorted(found, key=lambda place: (-shared[place], place))[:NEAREST]]


def _unread(clause: Clause, side: Side, sentence: _Sentence, weights: Weights) -> float | None:
    """The weighted features but for the reader's, or ``None`` where the sentence has too few of the clause's words."""
    pairing = Pairing(side, sentence.side)
    covered = side.total(tuple(pairing.to_right)) / (side.total(side.content) or 1.0)
    if covered < LEAST_COVERED:
        return None
    named = min(MOST_NAMED, weights.total(clause.says.named & sentence.names, clause))
    kind = weights.of_kind(clause.says.kind) * (clause.says.kind in sentence.names)
    return BIAS + NAMED * named + KIND * kind + COVERED * covered + NEAR * _cosine(clause, sentence)


def _cosine(clause: Clause, sentence: _Sentence) -> float:
    one, other = clause.context.reading.vectors, sentence.side.context.reading.vectors
    return 0.0 if one is None or other is None else float(one[clause.sentence] @ other[sentence.place[1]])
