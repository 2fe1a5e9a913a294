"""Pronouns of the third person: the entity that agrees, stands near, and was spoken of as a subject.

Salience after Lappin and Leass (1994), cut down to what a news text needs: a candidate's score falls with each
sentence, and rises where it is a subject, a name, or often mentioned. Where the two best are too close, the pronoun
stays alone.
"""

from __future__ import annotations

from twosource.annotate.coreference.entity import Entity
from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Kind, Mention
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

REACH = 3
"""Sentences that a pronoun looks back, its own included; tuned with the weights on GAP's development part."""
CANDIDATES = 24
"""Mentions that a pronoun looks back at most, so that a text without sentence ends stays linear."""

SUBJECT = 1.0
NAME = 0.4
OFTEN = 0.15
POSSESSOR = -0.3
SENTENCE = -0.9
NEAR = 0.02
MARGIN = 0.15
MARGIN_OF_THINGS = 0.5
LEAST = 0.6
"""Weights of a candidate: being a subject, a name, each earlier mention (up to four), only a possessor; each sentence
between; each mention between (against it). The best must lead by the margin; for "it" and "they", which can mean any
thing or clause, by more, and score the least value: a subject of this sentence, or a much-named one of the last."""


def resolve(tree: Tree, pronoun: Mention, recent: list[tuple[Mention, Entity]], words: Lexicon) -> Entity | None:
    """The entity that a pronoun means, or ``None`` where that is not clear.

    Args:
        tree: The reading.
        pronoun: The mention to resolve.
        recent: Mentions before it with their entities, latest last.
        words: The language's lists.
    """
    if _is_empty(tree, pronoun):
        return None
    scores: dict[int, float] = {}
    entities: dict[int, Entity] = {}
    here = tree.sentence_of[pronoun.head]
    for passed, (mention, entity) in enumerate(reversed(recent)):
        distance = here - tree.sentence_of[mention.head]
        if distance >= REACH:
            break
        if _agrees(entity, pronoun) and not _bound(tree, mention, pronoun, words):
            score = _score(tree, mention, entity, distance, passed)
            if score > scores.get(id(entity), float("-inf")):
                scores[id(entity)], entities[id(entity)] = score, entity
    ranked = sorted(scores, key=lambda one: -scores[one])
    if not ranked:
        return None
    personal = pronoun.gender in ("m", "f")
    if not personal and scores[ranked[0]] < LEAST:
        return None
    lead = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else MARGIN_OF_THINGS
    return entities[ranked[0]] if lead >= (MARGIN if personal else MARGIN_OF_THINGS) else None


def _agrees(entity: Entity, pronoun: Mention) -> bool:
    if pronoun.gender in ("m", "f"):
        return entity.type is EntityType.PERSON and not entity.plural and entity.gender in ("", pronoun.gender)
    if pronoun.gender == "n":
        return entity.named and entity.type is EntityType.ORGANIZATION and not entity.plural
    return entity.plural or (entity.type is EntityType.ORGANIZATION)


def _score(tree: Tree, mention: Mention, entity: Entity, distance: int, passed: int) -> float:
    token = tree.tokens[mention.head]
    return (
        SUBJECT * mention.subject
        + NAME * (mention.kind is Kind.NAME or entity.named)
        + OFTEN * min(4, len(entity.mentions) - 1)
        + POSSESSOR * (token.deprel == "nmod:poss")
        + SENTENCE * distance
        - NEAR * passed
    )


def _bound(tree: Tree, mention: Mention, pronoun: Mention, words: Lexicon) -> bool:
    """Whether grammar forbids it: "Ana saw her" never means Ana twice, nor "Ana's minister" in "her minister"."""
    if mention.span.end > pronoun.span.start:
        return True
    if pronoun.lemma in words.reflexive or (
        pronoun.lemma in words.possessive and tree.tokens[pronoun.head].deprel == "nmod:poss"
    ):
        return tree.tokens[pronoun.head].head == mention.head
    return (
        tree.tokens[mention.head].head == tree.tokens[pronoun.head].head
        and mention.head != tree.tokens[pronoun.head].head
    )


def _is_empty(tree: Tree, pronoun: Mention) -> bool:
    """Whether "it" means nothing: "it is clear that", "it rained"."""
    token = tree.tokens[pronoun.head]
    if token.deprel.startswith("expl"):
        return True
    if pronoun.gender != "n" or not pronoun.subject:
        return False
    head = token.head
    clause = any(
        tree.tokens[at].deprel in ("ccomp", "csubj", "csubj:pass", "csubj:outer", "xcomp") for at in tree.children[head]
    )
    return clause and (tree.child(head, "cop", "aux:pass") is not None)
