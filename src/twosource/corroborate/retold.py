"""A derived account laid sentence by sentence beside the account that it takes from: what was changed in copying.

Each sentence of the copy is paired with the sentence of its source that shares most of its rare words. Where the
two share enough to be the same sentence, any difference in figure, day, name, role, polarity, wording, quantifier,
modality or speaker is a change that the copier made. Sentences without such a counterpart are the copier's own, and
judged nowhere here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from twosource.corroborate.context import Context
from twosource.corroborate.differences import difference
from twosource.corroborate.likeness import Rarity
from twosource.corroborate.tone import tones_of
from twosource.corroborate.voice import Voices
from twosource.corroborate.words import Pairing, Side
from twosource.model.claim import ConflictKind

RETOLD = 0.6
"""Part of the words of the shorter sentence, weighed by rarity, from which on two sentences are one, retold: a
sentence of twelve words with a name or a figure changed keeps about four fifths, two sentences of one report seldom
share a third."""
EDITS = 4
"""Content words without a partner, on both sides together, up to which a sentence is its source's with an edit. A
freer retelling leaves out and adds, and only its figures and days are held against it."""
VALUES = frozenset({ConflictKind.NUMBER, ConflictKind.DATE})
CANDIDATES = 3
"""Source sentences that are compared in full: those with most words in common."""


def retold(
    contexts: Iterable[Context], sources: Mapping[str, tuple[str, ...]], rarity: Rarity, voices: Voices
) -> dict[tuple[str, int], str]:
    """What derived accounts changed, by account and number of the sentence, in one sentence each.

    Args:
        contexts: The story's accounts.
        sources: For each derived account those that it takes from.
        rarity: Weights of words within the story.
        voices: Names the speakers.
    """
    by_id = {context.account.article.id: context for context in contexts}
    found: dict[tuple[str, int], str] = {}
    for article in sorted(sources.keys() & by_id.keys()):
        originals = [by_id[source] for source in sources[article] if source in by_id]
        for number in range(len(by_id[article].reading.sentences)):
            changes = [
                change
                for one in originals
                if (change := _change(one, by_id[article], number, rarity, voices)) is not None
            ]
            if changes and all(changes):
                found[article, number] = changes[0]
    return found


def _change(source: Context, copy: Context, number: int, rarity: Rarity, voices: Voices) -> str | None:
    """How a sentence departs from its counterpart: ``None`` without a counterpart, empty without a difference."""
    counterpart = _counterpart(source, copy, number, rarity)
    if counterpart is None:
        return None
    left = Side(source, source.tree.sentence_ranges[counterpart])
    right = Side(copy, copy.tree.sentence_ranges[number])
    pairing = Pairing(left, right)
    differing = difference(pairing, source.account, copy.account)
    close = len(pairing.left_alone) + len(pairing.right_alone) <= EDITS
    if differing is not None and (close or differing.kind in VALUES):
        return f"{differing.kind.value}: {differing.reason}, where the first is its source's"
    return (_tone(left, right) if close else "") or _speakers(source, copy, counterpart, number, voices)


def _counterpart(source: Context, copy: Context, number: int, rarity: Rarity) -> int | None:
    words = copy.words(copy.tree.sentence_ranges[number])
    shared = Counter(other for word in sorted(words) for other in source.sentences_with.get(word, ()))
    best: tuple[float, int] | None = None
    for other, _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))[:CANDIDATES]:
        theirs = source.words(source.tree.sentence_ranges[other])
        weight = min(sum(map(rarity.of, sorted(side))) for side in (words, theirs))
        share = sum(map(rarity.of, sorted(words & theirs))) / weight if weight else 0.0
        if share >= RETOLD and (best is None or share > best[0]):
            best = (share, other)
    return best[1] if best else None


def _tone(left: Side, right: Side) -> str:
    """A quantifier or a hedge that the copy put in or left out."""
    known = tones_of(left)
    for words, name in ((known.universal, "all"), (known.partial, "some"), (known.hedge, "perhaps")):
        one, other = _said(left, words), _said(right, words)
        if one != other:
            gained, lost = sorted(other - one), sorted(one - other)
            change = [f"adds “{gained[0]}”"] if gained else []
            change += [f"leaves out “{lost[0]}”"] if lost else []
            return f"{' and '.join(change)}, so that its source's statement reads more or less sure ({name})"
    return ""


def _said(side: Side, words: frozenset[str]) -> frozenset[str]:
    return frozenset(token.text.lower() for token in side.words) & words


def _speakers(source: Context, copy: Context, counterpart: int, number: int, voices: Voices) -> str:
    one = _nearest(source, counterpart, voices)
    other = _nearest(copy, number, voices)
    if one and other and one[0] != other[0]:
        return f"gives to {other[1]} what its source gives to {one[1]}"
    return ""


def _nearest(context: Context, number: int, voices: Voices) -> tuple[str, str] | None:
    """Key and name of the nearest speaker over a sentence."""
    chains: dict[str, str] = defaultdict(str)
    for attribution in context.attributions_of(number):
        for span in attribution.content[:1]:
            for speaker in voices.over(context, span)[:1]:
                chains[speaker.entity or speaker.name.lower()] = speaker.name
    return next(iter(sorted(chains.items())), None)
