"""Who "I" is: in a quotation, whoever is said to say it.

The invariant: only the innermost quotation around a pronoun tells its speaker, and only if its source is one person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Kind, Mention, is_subject
from twosource.model.reading import Attribution, AttributionKind, EntityType
from twosource.text.tree import Tree


def own_words(
    tree: Tree, attributions: Iterable[Attribution], by_head: Mapping[int, Mention], words: Lexicon
) -> Iterator[tuple[Mention, Mention]]:
    """Each "I" of a quotation with the mention of its speaker, in text order.

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
            speakers.update((at, speaker) for at in said if tree.tokens[at].text.lower() in words.speaking)
    for at, speaker in sorted(speakers.items()):
        if speaker is not None and tree.tokens[at].upos == "PRON":
            yield _pronoun(tree, at), speaker


def _speaker(tree: Tree, one: Attribution, by_head: Mapping[int, Mention]) -> Mention | None:
    """The mention at the head of a source, of one person."""
    inside = [at for part in one.source for at in tree.tokens_in(part)]
    known = set(inside)
    heads = (at for at in inside if tree.tokens[at].head not in known or tree.tokens[at].head == at)
    found = next((by_head[at] for at in heads if at in by_head), None)
    return found if found and found.type is EntityType.PERSON and not found.plural else None


def _pronoun(tree: Tree, at: int) -> Mention:
    token = tree.tokens[at]
    return Mention(
        token.span, at, range(at, at + 1), Kind.PRONOUN, token.text.lower(), False, True, "", EntityType.PERSON,
        is_subject(tree, at),
    )  # fmt: skip
