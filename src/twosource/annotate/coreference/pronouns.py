"""Pronouns of the third person: the entity that agrees, stands near, and was spoken of as a subject.

Salience after Lappin and Leass (1994), as a weighted sum of a few features of each candidate. Where the best leads the
second by too little, the pronoun stays alone. A pronoun ahead of its sentence's subject ("In her letter, Ana Orlo
said …") may mean that subject; see ``ahead``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.annotate.coreference.entity import Entity
from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Kind, Mention
from twosource.annotate.coreference.speakers import Speech
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

REACH = 3
"""Sentences that a pronoun looks back, its own included; tuned on GAP's development part."""
CANDIDATES = 24
"""Mentions that a pronoun looks back at most, so that a text without sentence ends stays linear."""

WEIGHTS = {
    "subject": 0.85,  # of any of its mentions in reach
    "main subject": 0.21,  # of a sentence's main verb
    "object": 0.79,  # rather than in a phrase with a preposition
    "subject before": 1.25,  # subject of the sentence before, for a pronoun that is a subject
    "same role": 0.32,  # parallelism: subject for subject, object for object
    "own clause": 0.73,  # "Ana Orlo sold her house"
    "often": 0.18,  # each earlier mention, up to four
    "sentence": -1.51,  # each sentence between
    "mention": -0.17,  # each mention of anything between
    "rank": -0.26,  # each candidate mentioned later, up to four
    "depth": -0.34,  # each step from the root, up to five
    "named": 1.0,  # a name, not only a description
    "spoke": 2.0,  # who spoke last, for a pronoun that says something
}
"""Fitted as a conditional logistic regression over the candidates of 1,400 passages of GAP's development part; the
other 600 gave F1 0.75, against 0.63 for weights set by hand. GAP asks for names only, so "named" was set by hand."""

NEVER = float("-inf")
DEMANDS = {
    "person": (NEVER, 0.0),
    "people": (NEVER, 0.3),
    "things": (0.5, 2.0),
    "body": (1.2, 2.0),
}
"""What a best candidate must score, and by how much it must lead, by what it is: one person, a group of people, several
things, an organisation. "It" and "they" can mean any thing or clause, so they ask for more. Chosen on GUM's news and
interviews: right and wrong links 34 to 1 for people, 15 to 3 for things, 13 to 5 for bodies."""


@dataclass(slots=True)
class Candidate:
    """An entity that a pronoun may mean, with its mentions in reach, latest first.

    Attributes:
        distance: Sentences back to the latest mention.
        passed: Mentions of anything between that one and the pronoun.
        rank: Candidates mentioned later.
        mentions: All in reach.
        latest: Those of the nearest sentence.
    """

    entity: Entity
    distance: int
    passed: int
    rank: int
    mentions: list[Mention] = field(default_factory=list)
    latest: list[Mention] = field(default_factory=list)


def resolve(
    tree: Tree,
    pronoun: Mention,
    recent: Sequence[tuple[Mention, Entity]],
    words: Lexicon,
    speech: Speech | None = None,
) -> Entity | None:
    """The entity that a pronoun means, or ``None`` where that is not clear.

    Args:
        tree: The reading.
        pronoun: The mention to resolve.
        recent: Mentions before it with their entities, latest last.
        words: The language's lists.
        speech: What the pronoun is said to say, if it is.
    """
    if _is_empty(tree, pronoun):
        return None
    found = candidates(tree, pronoun, recent, words, speech)
    scores = sorted(((score(tree, pronoun, one, speech), -one.rank) for one in found), reverse=True)
    if not scores:
        return None
    best = found[-scores[0][1]].entity
    least, margin = DEMANDS[_kind(best, words)]
    lead = scores[0][0] - scores[1][0] if len(scores) > 1 else margin
    return best if scores[0][0] >= least and lead >= margin else None


def _kind(entity: Entity, words: Lexicon) -> str:
    """The row of ``DEMANDS`` that an entity falls under."""
    if not entity.nouns.isdisjoint(words.collective):
        return "people"
    if entity.type is EntityType.PERSON:
        return "people" if entity.plural else "person"
    return "things" if entity.plural else "body"


def candidates(
    tree: Tree, pronoun: Mention, recent: Sequence[tuple[Mention, Entity]], words: Lexicon, speech: Speech | None
) -> list[Candidate]:
    """The entities in reach that agree with a pronoun, latest first.

    Who says something is sought before it, and to somebody with a name, quotations between are no distance.
    """
    found: dict[int, Candidate] = {}
    here = tree.sentence_of[speech.start if speech else pronoun.head]
    inside = {mention.head for mention, _ in recent if speech and speech.holds(mention.head)}
    others = {id(entity) for mention, entity in recent if mention.head in inside and mention.kind is not Kind.PRONOUN}
    others |= {id(entity) for mention, entity in recent if speech and _is_owned(tree, mention)}
    outside = [(mention, entity) for mention, entity in reversed(recent) if mention.head not in inside]
    for passed, (mention, entity) in enumerate(outside):
        there = tree.sentence_of[mention.head]
        distance = here - there
        if speech and distance and entity.named:
            distance -= speech.quoted[here] - speech.quoted[there + 1]
        if distance >= REACH:
            continue
        if id(entity) not in others and _agrees(entity, pronoun, words) and not _bound(tree, mention, pronoun, words):
            one = found.setdefault(id(entity), Candidate(entity, distance, passed, len(found)))
            one.mentions.append(mention)
            if distance == one.distance:
                one.latest.append(mention)
    return list(found.values())


def score(tree: Tree, pronoun: Mention, one: Candidate, speech: Speech | None = None) -> float:
    """A candidate's weighted sum."""
    found = features(tree, pronoun, one, speech)
    return sum(weight * value for weight, value in zip(WEIGHTS.values(), found, strict=True))


def features(tree: Tree, pronoun: Mention, one: Candidate, speech: Speech | None = None) -> tuple[float, ...]:
    """What speaks for or against a candidate, in the order of ``WEIGHTS``."""
    first, roles = one.mentions[0], [tree.tokens[mention.head].deprel.split(":")[0] for mention in one.latest]
    role = tree.tokens[pronoun.head].deprel.split(":")[0]
    return (
        float(any(mention.subject for mention in one.mentions)),
        float(any(mention.subject and _is_main(tree, mention) for mention in one.latest)),
        float(roles[0] in ("obj", "iobj")),
        float(one.distance == 1 and first.subject and pronoun.subject),
        float(role in roles),
        float(one.distance == 0 and role == "nmod" and any(_governs(tree, mention, pronoun) for mention in one.latest)),
        float(min(_OFTEN, len(one.entity.mentions) - 1)),
        float(one.distance),
        float(one.passed),
        float(min(_OFTEN, one.rank)),
        float(_depth(tree, first.head)),
        float(one.entity.named),
        float(one.distance <= 1 and speech is not None and any(each.head == speech.before for each in one.latest)),
    )


_OFTEN = 4
"""Mentions, and candidates between, beyond which more make no difference."""
_DEEP = 5
"""Steps of a tree that are walked for one pronoun."""


def _is_main(tree: Tree, mention: Mention) -> bool:
    return tree.tokens[tree.tokens[mention.head].head].deprel == "root"


def _governs(tree: Tree, mention: Mention, pronoun: Mention) -> bool:
    """Whether a possessive's thing hangs on the verb whose subject a mention is: "Ana Orlo sold her house"."""
    verb = tree.tokens[mention.head].head
    thing = tree.tokens[pronoun.head].head
    return mention.subject and verb in (thing, tree.tokens[thing].head)


def _depth(tree: Tree, index: int) -> int:
    """Steps to the root, up to a few."""
    steps = 0
    while tree.tokens[index].head != index and steps < _DEEP:
        index, steps = tree.tokens[index].head, steps + 1
    return steps


def ahead(tree: Tree, pronoun: Mention, by_head: dict[int, Mention]) -> Mention | None:
    """The person's name that is the subject behind a fronted phrase with a pronoun: "In her letter, Ana Orlo said".

    Args:
        tree: The reading.
        pronoun: A mention.
        by_head: Mentions by their head token.
    """
    if pronoun.gender not in ("m", "f"):
        return None
    at = pronoun.head
    for _ in range(_DEEP):
        token = tree.tokens[at]
        if token.head == at:
            return None
        if token.deprel.split(":")[0] in ("obl", "advcl") and token.head > at:
            subject = tree.child(token.head, "nsubj")
            found = by_head.get(subject) if subject is not None and subject > pronoun.head else None
            fits = found is not None and found.kind is Kind.NAME and found.type is EntityType.PERSON
            return found if fits and found and found.gender in ("", pronoun.gender) else None
        at = token.head
    return None


def _agrees(entity: Entity, pronoun: Mention, words: Lexicon) -> bool:
    """Whether number, gender and kind allow it; "they" can be a company or a family too."""
    if pronoun.gender in ("m", "f"):
        return (
            entity.type is EntityType.PERSON
            and not entity.plural
            and (entity.gender or entity.told) in ("", pronoun.gender)
        )
    if pronoun.gender == "n":
        return entity.named and entity.type is EntityType.ORGANIZATION and not entity.plural
    return entity.plural or entity.type is EntityType.ORGANIZATION or not entity.nouns.isdisjoint(words.collective)


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


def _is_owned(tree: Tree, mention: Mention) -> bool:
    """Whether somebody in a quotation calls it "my": he speaks there, and it does not outside."""
    owner = tree.child(mention.head, "nmod:poss")
    return owner is not None and "Person=1" in tree.tokens[owner].feats


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
