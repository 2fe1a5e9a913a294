"""What attributions tell of persons: who "I" is, and whom "he" in "he said" cannot mean.

Who speaks names himself by a pronoun alone in what he says (principle C of Chomsky 1981), so in "“Ana Orlo is right,”
she said" it is not Ana Orlo who says so. The invariants: only the innermost quotation around "I" tells its speaker, and
only if its source is one person.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Kind, Mention, mention_of
from twosource.model.reading import Attribution, AttributionKind, EntityType
from twosource.text.tree import Tree


def own_words(
    tree: Tree, attributions: Iterable[Attribution], by_head: Mapping[int, Mention], words: Lexicon
) -> Iterator[tuple[Mention, Mention]]:
    """Each "I" and each "he" of a quotation with the mention of its speaker, who is the one and not the other.

    Args:
        tree: The reading.
        attributions: What is said, and by whom.
        by_head: Mentions by their head token.
        words: The language's lists.
    """
    speakers: dict[int, Mention | None] = {}
    for one in sorted(attributions, key=lambda one: -sum(map(len, one.content))):  # the innermost has the last word
        if one.kind is not AttributionKind.INDIRECT:
            speaker = _speaker(tree, one, by_head)
            said = (at for part in one.content for at in tree.tokens_in(part))
            whole = one.kind is AttributionKind.DIRECT
            known = words.speaking | (words.pronouns.keys() if whole else frozenset())
            speakers.update((at, speaker) for at in said if tree.tokens[at].text.lower() in known)
    for at, speaker in sorted(speakers.items()):
        if speaker is not None and tree.tokens[at].upos == "PRON":
            yield _pronoun(tree, at), speaker


@dataclass(frozen=True, slots=True)
class Speech:
    """What a pronoun is said to say.

    Attributes:
        start: The token that begins it, or the pronoun where that comes first.
        said: Tokens of what is said.
        before: The head of who spoke last before.
        quoted: How many sentences before each sentence of the text are quotations from end to end.
    """

    start: int
    said: tuple[range, ...]
    before: int | None = None
    quoted: Sequence[int] = ()

    def holds(self, token: int) -> bool:
        """Whether a token lies in what is said."""
        return any(token in part for part in self.said)


def speeches(tree: Tree, attributions: Sequence[Attribution], by_head: Mapping[int, Mention]) -> dict[int, Speech]:
    """What each pronoun that is a source is said to say, and who spoke before it in the outlet's own words.

    Args:
        tree: The reading.
        attributions: What is said, and by whom.
        by_head: Mentions by their head token.
    """
    found: dict[int, Speech] = {}
    quoted = tree.covered(part for one in attributions for part in one.content)
    for one in attributions:
        head = _head(tree, one, by_head)
        if head is not None and by_head[head].kind is Kind.PRONOUN:
            before = found.get(head, Speech(head, ()))
            said = tuple(tree.tokens_in(part) for part in one.content)
            start = min([before.start, *(part.start for part in said if part)])
            found[head] = Speech(start, before.said + said)
    counts = _quoted_sentences(tree, attributions)
    heads = sorted(
        {head for one in attributions if (head := _head(tree, one, by_head)) is not None and not quoted[head]}
    )
    return {
        at: replace(one, before=heads[place - 1] if (place := bisect_left(heads, one.start)) else None, quoted=counts)
        for at, one in found.items()
    }


def _quoted_sentences(tree: Tree, attributions: Iterable[Attribution]) -> tuple[int, ...]:
    """For each sentence, and behind the last, how many before it are quotations from end to end."""
    direct = (one for one in attributions if one.kind is AttributionKind.DIRECT)
    inside = tree.covered(part for one in direct for part in one.content)
    whole = (all(inside[at] or tree.tokens[at].upos == "PUNCT" for at in one) for one in tree.sentence_ranges)
    return tuple(accumulate(whole, initial=0))


def _speaker(tree: Tree, one: Attribution, by_head: Mapping[int, Mention]) -> Mention | None:
    """The mention at the head of a source, of one person."""
    head = _head(tree, one, by_head)
    found = None if head is None else by_head[head]
    return found if found and found.type is EntityType.PERSON and not found.plural else None


def _head(tree: Tree, one: Attribution, by_head: Mapping[int, Mention]) -> int | None:
    """The head of the mention at the head of a source."""
    inside = [at for part in one.source for at in tree.tokens_in(part)]
    known = set(inside)
    heads = (at for at in inside if tree.tokens[at].head not in known or tree.tokens[at].head == at)
    return next((at for at in heads if at in by_head), None)


def _pronoun(tree: Tree, at: int) -> Mention:
    form = tree.tokens[at].text.lower()
    return mention_of(tree, range(at, at + 1), at, Kind.PRONOUN, form, entity_type=EntityType.PERSON)
