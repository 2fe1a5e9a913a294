"""Who did a deed, on whose orders, and in which of several like places, where accounts name two: "opened by the plant
director", "opened by the shift manager"; "broke out on the third floor", "on the second floor".

Most deeds have many doers, one doer many names, and one place many words. So a deed is only laid beside another of the
same verb that befalls the same thing, where each account gives it one doer or place, and only what cannot be the same
stands against each other: two names that "by" leads to, two offices that share no word, two numbers of one sort of
place. A name may hold an office, and a body acts through a person. Reach for it over all accounts of a story at once.
The invariant: an account gives a deed one doer and one place at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
    def text(self) -> str:
        """The words as they stand."""
        return self.span.of(self.context.reading.text)

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
            if found[0].key and all(one.key == found[0].key for one in found):
                told[deed].append(found[0])
    seen: set[tuple[str, Span]] = set()
    for deed, found in sorted(told.items(), key=lambda one: one[0]):
        pairs = (pair for pair in combinations(range(len(found)), 2) if _are_two(found[pair[0]], found[pair[1]]))
        for one in (found[n] for n in sorted({n for pair in pairs for n in pair})):
            place = (one.context.account.article.id, one.span)
            if place not in seen:
                seen.add(place)
                yield _asserted(deed, one, voices)


def _asserted(deed: Deed, one: Filler, voices: Voices) -> Assertion:
    predicate = NUMBERED if deed[0].startswith(_IN) else DOER
    topic = Topic(subject=" ".join(deed), predicate=predicate, words=one.key, people=one.names)
    value = Wording(one.text)
    return stated(one.context, voices, Found(ClaimType.ATTRIBUTE, one.span, topic, value, voiced=one.verb))


def _are_two(one: Filler, other: Filler) -> bool:
    """Whether two doers cannot be the same person, or two places the same one."""
    if one.names or other.names:
        return bool(one.names and other.names) and not one.names & other.names and not _name_one(one, other)
    return not one.words & other.words


def _name_one(one: Filler, other: Filler) -> bool:
    """Whether two names that linking keeps apart share a word: "Jan Orl", "Orl"."""
    mine, theirs = ({word for word in each.text.split() if word[:1].isupper()} for each in (one, other))
    return bool(mine & theirs)


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
        yield from ((_BY, _as_named(context, head, _doer(context, place, head))) for head in heads)
    for below in tree.children[verb]:
        if not tree.tokens[below].deprel.startswith("obl"):
            continue
        giver = tree.child(below, "nmod", "nmod:poss")
        if giver is not None and context.lexicon.is_around("orders", *context.forms(below)):
            yield _ORDERED, _doer(context, place, giver)
        for at in tree.subtree(below, SUBORDINATE):
            if context.lexicon.is_around("numbered", *context.forms(at)) and (number := _number(context, at)):
                span = tree.span(tree.subtree(at, SUBORDINATE))
                yield f"{_IN} {context.lemma(at)}", Filler(context, span, place, frozenset(), frozenset({number}))


def _as_named(context: Context, head: int, doer: Filler) -> Filler:
    """A doer whose name counts only where the account says "by" him: many do what one who is named does, too."""
    by = any(context.tree.tokens[at].deprel == "case" for at in context.tree.children[head])
    return doer if by or not doer.names else replace(doer, names=frozenset())


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


def _doer(context: Context, verb: Span, head: int) -> Filler:
    """Who stands at a place; without a key where it is nobody who can be told from others."""
    tree, tokens = context.tree, context.tree.tokens
    inside = [at for at in tree.subtree(head, _PHRASE) if tokens[at].deprel != "case" or tokens[at].head != head]
    span = tree.span(inside)
    named = context.entities_in(span)
    nobody = Filler(context, span, verb, frozenset(), frozenset())
    if any(tokens[at].deprel == "conj" for at in tree.children[head]):
        return nobody
    names = frozenset(one.id for one in named if one.type is EntityType.PERSON and one.id in identities(context, head))
    if len(names) == 1:
        return replace(nobody, names=names)
    if named or tokens[head].upos != "NOUN" or "Number=Sing" not in tokens[head].feats:
        return nobody
    definite = any(tokens[at].deprel == "det" and context.lemma(at) == "the" for at in tree.children[head])
    office = read_role(nobody.text)
    if not definite or office is None or not office.field or read_role(context.lemma(head)) is None:
        return nobody  # "the manager" may be the director
    return replace(nobody, words=frozenset({*office.field, *office.role.split()}))
