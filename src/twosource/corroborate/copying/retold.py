"""A derived account laid sentence by sentence beside the account that it takes from: what was changed in copying.

Each sentence of the copy is paired with the sentence of its source that shares most of its rare words. Where the
two share enough to be the same sentence, any alteration is a change that the copier made. Sentences without such a
counterpart are the copier's own, and judged nowhere here. What no claim shows becomes a claim of its own, for a
change that nobody sees is not caught.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.corroborate.alignment.likeness import Rarity
from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.copying.alterations import Change, alteration
from twosource.corroborate.findings.findings import Story, finding
from twosource.corroborate.pairs.words import Side
from twosource.model.claim import Claim, ClaimType
from twosource.model.value import Wording

RETOLD = 0.6
"""Part of the words of the shorter sentence, weighed by rarity, from which on two sentences are one, retold: a
sentence of twelve words with a name or a figure changed keeps about four fifths, two sentences of one report seldom
share a third."""
CANDIDATES = 3
"""Source sentences that are compared in full: those with most words in common."""

Place = tuple[str, int]
"""An account, and the number of a sentence in it."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """What a copier changed.

    Attributes:
        change: In what, and in one sentence.
        source: The sentence that was changed.
    """

    change: Change
    source: Place


def retold(
    contexts: Iterable[Context],
    sources: Mapping[str, tuple[str, ...]],
    rarity: Rarity,
    voices: Voices,
    translations: frozenset[str] = frozenset(),
) -> dict[Place, Alteration]:
    """What derived accounts changed, by the sentence of the copy.

    Args:
        contexts: The story's accounts.
        sources: For each derived account those that it takes from.
        rarity: Weights of words within the story.
        voices: Names the speakers.
        translations: The derived accounts that are translations.
    """
    by_id = {context.account.article.id: context for context in contexts}
    found: dict[Place, Alteration] = {}
    for article in sorted(sources.keys() & by_id.keys()):
        copy, freely = by_id[article], article in translations
        originals = [by_id[source] for source in sources[article] if source in by_id]
        for number in range(len(copy.reading.sentences)):
            beside = [
                (one, other) for one in originals if (other := _counterpart(one, copy, number, rarity)) is not None
            ]
            changes = [_altered(one, other, _side(copy, number), voices, freely) for one, other in beside]
            if changes and changes[0] is not None and all(changes):
                found[article, number] = changes[0]
    return found


def _altered(source: Context, number: int, copy: Side, voices: Voices, freely: bool) -> Alteration | None:
    change = alteration(_side(source, number), copy, voices, freely=freely)
    return None if change is None else Alteration(change, (source.account.article.id, number))


def untold(
    altered: Mapping[Place, Alteration],
    claims: Sequence[Claim],
    contexts: Iterable[Context],
    voices: Voices,
    story: Story,
) -> list[Claim]:
    """A claim for each alteration that no statement of the claims shows: the source's sentence and the copy's.

    Args:
        altered: From ``retold``.
        claims: The story's claims.
        contexts: The story's accounts.
        voices: Names the speakers.
        story: What findings are drawn from.
    """
    by_id = {context.account.article.id: context for context in contexts}
    shown = {
        (one.passage.article, one.passage.span.start) for claim in claims for one in claim.statements if one.distortion
    }
    found = []
    for (article, number), one in sorted(altered.items()):
        if (article, by_id[article].reading.sentences[number].start) not in shown:
            group = [_sentence(by_id[one.source[0]], one.source[1], voices), _sentence(by_id[article], number, voices)]
            found.append(_with_distortion(finding(group, story), article, one.change.text))
    return found


def _sentence(context: Context, number: int, voices: Voices) -> Assertion:
    span = context.reading.sentences[number]
    text = span.of(context.reading.text)
    return stated(context, voices, Found(ClaimType.EVENT, span, Topic(), Wording(text)))


def _with_distortion(claim: Claim, article: str, change: str) -> Claim:
    told = (replace(one, distortion=change) if one.passage.article == article else one for one in claim.statements)
    return replace(claim, statements=tuple(told))


def _side(context: Context, number: int) -> Side:
    return Side(context, context.tree.sentence_ranges[number])


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
