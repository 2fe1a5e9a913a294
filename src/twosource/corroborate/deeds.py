"""Who did a deed, on whose orders, and in which of several like places, where accounts name two: "opened by the plant
director", "opened by the shift manager"; "broke out on the third floor", "on the second floor".

Most deeds have many doers, one doer many names, and one place many words. So a deed is only laid beside another of the
same verb that befalls the same thing, where each account gives it one doer or place, and only what cannot be the same
stands against each other: two names, two offices that share no word, two numbers of one sort of place. A name may hold
an office, and a body acts through a person. Reach for it over all accounts of a story at once. The invariant: an account
gives a deed one doer and one place at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.coming import PERSON
from twosource.corroborate.context import NOMINAL, Context
from twosource.corroborate.roles import read_role
from twosource.corroborate.stated import Found, stated
from twosource.corroborate.topics import SUBORDINATE, concept_of, identities
from twosource.corroborate.voice import Voices
from twosource.model.claim import ClaimType
from twosource.model.reading import EntityType, Event, Modality, Role
from twosource.model.span import Span
from twosource.model.value import Wording

DOER, NUMBERED = "doer", "numbered place"
_BY, _ORDERED, _IN = "by", "on the orders of", "in"
_OFFICE = 2
"""Words of one of two offices at least: "the manager" and "the director" may be one."""
_ANY = frozenset({"a", "an", "another", "some"})
_PHRASE = SUBORDINATE - {"appos"}

Deed = tuple[str, str, str]
"""What is asked of a deed, its verb, and what it befalls."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Who is said to have done a deed, or where.

    Attributes:
        span: The words.
        verb: Where the deed's verb stands.
        names: Ids of the persons whom they name.
        words: The words of an office, or the number of a place.
    """

    context: Context
    span: Span
    verb: Span
    names: frozenset[str]
    words: frozenset[str]

    @property
    def key(self) -> frozenset[str]:
        """What tells it apart from another."""
        return self.names or self.words


def deeds(read: Sequence[Context], voices: Voices) -> Iterator[Assertion]:
    """Who did each deed that accounts give two doers, and where, if they give two places, account by account.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
    """
    told: defaultdict[Deed, list[Filler]] = defaultdict(list)
    for context in read:
        for deed, found in _by_deed(context).items():
            if len({one.key for one in found}) == 1:
                told[deed].append(found[0])
    seen: set[tuple[str, Span]] = set()
    for deed, found in sorted(told.items(), key=lambda one: one[0]):
        pairs = (pair for pair in combinations(range(len(found)), 2) if _are_two(deed, found[pair[0]], found[pair[1]]))
        for one in (found[n] for n in sorted({n for pair in pairs for n in pair})):
            place = (one.context.account.article.id, one.span)
            if place not in seen:
                seen.add(place)
                yield _asserted(deed, one, voices)


def _asserted(deed: Deed, one: Filler, voices: Voices) -> Assertion:
    predicate = NUMBERED if deed[0].startswith(_IN) else DOER
    topic = Topic(subject=" ".join(deed), predicate=predicate, words=one.key, people=one.names)
    value = Wording(one.span.of(one.context.reading.text))
    return stated(one.context, voices, Found(ClaimType.ATTRIBUTE, one.span, topic, value, voiced=one.verb))


def _are_two(deed: Deed, one: Filler, other: Filler) -> bool:
    """Whether two doers cannot be the same person, or two places not the same."""
    if one.names or other.names:
        return bool(one.names and other.names) and not one.names & other.names
    told_apart = deed[0].startswith(_IN) or max(len(one.words), len(other.words)) >= _OFFICE
    return not one.words & other.words and told_apart


def _by_deed(context: Context) -> dict[Deed, list[Filler]]:
    """What an account says of each of its deeds."""
    found: defaultdict[Deed, list[Filler]] = defaultdict(list)
    for index, event in sorted(context.events.items()):
        if event.nominal or event.negated or event.modality is not Modality.ASSERTED or context.is_saying(index):
            continue
        verb = concept_of(context, index)
        things = sorted(_befallen(context, event)) if verb not in context.lexicon.posts else ()
        for asked, filler in _fillers(context, index, event) if things else ():
            for thing in things:
                found[asked, verb, thing].append(filler)
    return found


def _fillers(context: Context, verb: int, event: Event) -> Iterator[tuple[str, Filler]]:
    """Who does it by the verb's own words, who gave the order for it, and the numbered places where it happened."""
    tree, place = context.tree, context.tree.tokens[verb].span
    if context.lexicon.light.isdisjoint(context.forms(verb)):
        heads = [
            one.head for one in event.participants if one.role is Role.AGENT and tree.tokens[one.head].head == verb
        ]
        yield from ((_BY, doer) for head in heads if (doer := _doer(context, place, head)))
    for below in tree.children[verb]:
        if not tree.tokens[below].deprel.startswith("obl"):
            continue
        giver = tree.child(below, "nmod", "nmod:poss")
        if giver is not None and context.lexicon.is_around("orders", *context.forms(below)):
            doer = _doer(context, place, giver)
            yield from ((_ORDERED, doer),) if doer else ()
        for at in tree.subtree(below, SUBORDINATE):
            if context.lexicon.is_around("numbered", *context.forms(at)) and (number := _number(context, at)):
                span = tree.span(tree.subtree(at, SUBORDINATE))
                yield f"{_IN} {context.lemma(at)}", Filler(context, span, place, frozenset(), frozenset({number}))


def _number(context: Context, index: int) -> str:
    """The number of a place, empty where it has none: "the third floor", "Hall 9", "the 600-metre level"."""
    tokens = context.tree.tokens
    beside = (tokens[at] for at in context.tree.children[index] if abs(at - index) == 1)
    told = (one.text.lower() for one in beside if "NumType=Ord" in one.feats or any(map(str.isdigit, one.text)))
    return next(told, "")


def _befallen(context: Context, event: Event) -> set[str]:
    """What a deed befalls, by name or by noun; a pronoun stands for the noun that it takes up."""
    heads = [one.head for one in event.participants if one.role is Role.PATIENT]
    return {key for head in heads for key in identities(context, _meant(context, head))} - {PERSON}


def _meant(context: Context, head: int) -> int:
    """The first noun that a pronoun takes up, or the word itself."""
    tokens = context.tree.tokens
    if tokens[head].upos != "PRON":
        return head
    place = tokens[head].span
    chain = next((one for one in context.reading.coreference if any(span.overlaps(place) for span in one)), ())
    heads = (context.head_of(span) for span in chain)
    return next((at for at in heads if at is not None and tokens[at].upos in NOMINAL), head)


def _doer(context: Context, verb: Span, head: int) -> Filler | None:
    """Who stands at a place; ``None`` where it is nobody who can be told from others."""
    tree, tokens = context.tree, context.tree.tokens
    inside = [at for at in tree.subtree(head, _PHRASE) if tokens[at].deprel != "case" or tokens[at].head != head]
    span = tree.span(inside)
    named = context.entities_in(span)
    names = frozenset(one.id for one in named if one.type is EntityType.PERSON)
    if len(names) == 1:
        return Filler(context, span, verb, names, frozenset())
    if named or tokens[head].upos != "NOUN" or "Number=Sing" not in tokens[head].feats:
        return None
    below = tree.children[head]
    definite = any(context.lemma(at) not in _ANY and tokens[at].deprel in ("det", "nmod:poss") for at in below)
    office = read_role(span.of(context.reading.text))
    if not definite or office is None:
        return None
    return Filler(context, span, verb, frozenset(), frozenset({*office.field, *office.role.split()}))
