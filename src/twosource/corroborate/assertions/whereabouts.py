"""Where it happened to somebody, as assertions: the street, the bridge, the hospital or the scene of a death; and where
somebody was born, lives or moved to.

Two words for one place mostly differ ("at a house party", "on Columbus Street"), and both are right. So only what
excludes each other is compared: two streets, a street and an underpass, hospital and scene, two sites of one kind that
share no word of their names ("Varn station", "Brek station"), two known cities, states or countries. An account that
gives a person two such places tells of stages, and stands on no side. The invariant: each account gives a person one
place a kind, and its keys stand in ``topic.words``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.gazetteer import gazetteer, sorts_of_places
from twosource.corroborate.assertions.keyed import sides_by_keys
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.topics import SUBORDINATE, identities
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import NOMINAL, Context
from twosource.model.claim import ClaimType
from twosource.model.reading import EntityType, Modality, Role
from twosource.model.span import Span
from twosource.model.value import Wording
from twosource.resources import languages, load

PLACE, DEATHBED, SITE = "place", "place of death", "site"
"""What a place answers; behind the last stands the kind of site, and behind all how somebody was seized, if he was."""
SEIZED = "arrest"
HOSPITAL, SCENE = "hospital", "scene"
_RELATIVE = frozenset({"who", "whom", "that"})
_LONGEST = 160
"""Characters of a place that are read."""


@dataclass(frozen=True, slots=True)
class Places:
    """A language's words for places, by what they are asked for."""

    objects: frozenset[str]
    subjects: frozenset[str]
    seizing: frozenset[str]
    dying: frozenset[str]
    declared: frozenset[str]
    dwelling: frozenset[str]
    reared: frozenset[str]
    before: frozenset[str]
    towards: frozenset[str]
    ways: Mapping[str, str]
    named_way: re.Pattern[str]
    named_site: re.Pattern[str]
    shared: frozenset[str]
    passages: frozenset[str]
    hospital: frozenset[str]
    scene: frozenset[str]


@cache
def place_words(language: str) -> Places | None:
    """The list ``places`` of a language, or ``None``."""
    if language not in languages("places"):
        return None
    table = load(language, "places")
    ways = {form: name for name, forms in table["ways"].items() for form in forms}
    sites = table["sites"]
    shared, kinds = "|".join(sites["shared"]), "|".join(sites["kinds"])
    return Places(
        objects=frozenset(table["happening"]["object"]),
        subjects=frozenset(table["happening"]["subject"]),
        seizing=frozenset(table["seizing"]["object"]),
        dying=frozenset(table["death"]["subject"]),
        declared=frozenset(table["death"]["declared"]),
        dwelling=frozenset(table["home"]["subject"]),
        reared=frozenset(table["home"]["object"]),
        before=frozenset(table["before"]["words"]),
        towards=frozenset(table["home"]["before"]),
        ways=ways,
        named_way=re.compile(rf"\b([A-Z][\w'’]*)\.?[ -](?i:({'|'.join(sorted(ways))}))\b"),
        named_site=re.compile(rf"(\ban? )?\b((?:[A-Z][\w'’.]*[ -])+)(?:(?:{shared}) )*(?i:({kinds}))\b"),
        shared=frozenset(sites["shared"]),
        passages=frozenset(table["passages"]["words"]),
        hospital=frozenset(table[HOSPITAL]["words"]),
        scene=frozenset(table[SCENE]["words"]),
    )


def whereabouts(context: Context, voices: Voices) -> Iterator[Assertion]:
    """Where an account says that something befell the persons whom it names, and where they died.

    Args:
        context: The account.
        voices: Names the speakers.
    """
    known = place_words(context.account.article.language or "en")
    found: defaultdict[tuple[str, str], list[tuple[Span, frozenset[str]]]] = defaultdict(list)
    for index, event in sorted(context.events.items()) if known else ():
        if known and not event.nominal and not event.negated and event.modality is Modality.ASSERTED:
            for person in _befallen(context, index, known):
                for span in _phrases(context, index, known):
                    for kind, keys in _keys(context, index, span, known):
                        found[person, kind].append((span, keys))
    for (person, kind), told in sorted(found.items()):
        if len(sides_by_keys([keys for _, keys in told])) == 1:
            keys = frozenset(key for _, keys in told for key in keys)
            topic = Topic(subject=person, predicate=kind, people=frozenset({person}), words=keys)
            value = Wording(told[0][0].of(context.reading.text))
            yield stated(context, voices, Found(ClaimType.ATTRIBUTE, told[0][0], topic, value))


def _befallen(context: Context, verb: int, known: Places) -> list[str]:
    """The named persons whom an event befalls."""
    lemma, tree = context.lemma(verb), context.tree
    passive = tree.child(verb, "nsubj:pass", "aux:pass") is not None
    head = None
    if lemma in known.subjects | known.dying | known.dwelling and not passive:
        head = tree.child(verb, "nsubj")
        head = _shared_subject(context, verb) if head is None else head
    elif lemma in known.objects | known.seizing | known.declared | known.reared:
        head = tree.child(verb, "nsubj:pass") if passive else tree.child(verb, "obj")
    if head is None:
        return []
    if tree.tokens[head].text.lower() in _RELATIVE:
        head = tree.tokens[verb].head
        head = tree.tokens[head].head if tree.tokens[head].deprel == "appos" else head
    persons = {
        one.id
        for one in context.entities_in(context.reading.sentences[context.sentence(head)])
        if one.type is EntityType.PERSON
    }
    return sorted(identities(context, head) & persons)


def _shared_subject(context: Context, verb: int) -> int | None:
    """The subject that a verb shares with the one before it: "Telk married and moved to Oslo"."""
    event = context.events.get(verb)
    doers = (one.head for one in event.participants if one.role is Role.AGENT) if event is not None else ()
    return next((head for head in doers if head < verb), None)


def _phrases(context: Context, verb: int, known: Places) -> Iterator[Span]:
    """The places that hang on a verb."""
    tokens = context.tree.tokens
    leading = known.before | (known.towards if context.lemma(verb) in known.dwelling else frozenset())
    for below in context.tree.children[verb]:
        cases = [context.lemma(one) for one in context.tree.children[below] if tokens[one].deprel == "case"]
        if tokens[below].upos in NOMINAL and not leading.isdisjoint(cases) and not context.is_time(below):
            yield _whole(context, context.tree.subtree(below, SUBORDINATE - {"conj"}))


def _whole(context: Context, indexes: Sequence[int]) -> Span:
    """A phrase with the nouns that go on behind it: of "in the railway underpass" parsers cut off the underpass."""
    tokens, last = context.tree.tokens, indexes[-1]
    while last + 1 < len(tokens) and tokens[last].upos in NOMINAL and tokens[last + 1].upos in NOMINAL:
        last += 1
    return context.tree.span([*indexes, last])


def _keys(context: Context, verb: int, span: Span, known: Places) -> Iterator[tuple[str, frozenset[str]]]:
    """What kinds of place a phrase names, with what it can be compared by."""
    text = span.of(context.reading.text)[:_LONGEST]
    words = frozenset(re.findall(r"[a-z]+", text.lower()))
    ways = frozenset(_ways(text, words, known))
    lemma = context.lemma(verb)
    seized = f" of {SEIZED}" if lemma in known.seizing else ""
    home = lemma in known.dwelling | known.reared
    for sort, names in _known_places(context, span):
        yield f"{SITE} {sort}{f' to {lemma}' if home else seized}", names
    if home:
        return
    for kind, names in _sites(text, known):
        yield f"{SITE} {kind}{seized}", names
    if ways and lemma not in known.declared:
        yield PLACE + seized, ways
    if lemma in known.dying | known.declared:
        if words & known.hospital:
            yield DEATHBED, frozenset({HOSPITAL})
        elif words & known.scene:
            yield DEATHBED, frozenset({SCENE})


def _known_places(context: Context, span: Span) -> Iterator[tuple[str, frozenset[str]]]:
    """The cities, states and countries of the gazetteer that a phrase names, by their sort."""
    named = [one for one in context.entities_in(span) if one.type is EntityType.PLACE]
    for sort, places in sorted(sorts_of_places().items()):
        found = (places.get(one.span.of(context.reading.text).lower()) for one in named)
        if names := frozenset(filter(None, found)):
            yield sort, names


def _ways(text: str, words: frozenset[str], known: Places) -> Iterator[str]:
    """The streets that a phrase names, and the passages that need no name."""
    for match in known.named_way.finditer(text):
        yield f"{match[1].lower()} {known.ways[match[2].lower()]}"
    yield from sorted(words & known.passages)


def _sites(text: str, known: Places) -> Iterator[tuple[str, frozenset[str]]]:
    """The sites that a phrase names, by their kind: the words that tell each from others of its kind. "An Oslo
    hospital" may be any of the town's.
    """
    for match in known.named_site.finditer(text):
        words = {re.sub(r"['’]s$|\W", "", word) for word in re.split(r"[ -]", match[2].lower())}
        names = frozenset(f"{word} {match[3].lower()}" for word in words - known.shared - gazetteer() if len(word) > 1)
        if names and not match[1]:
            yield match[3].lower(), names


def is_whereabouts(predicate: str | None) -> bool:
    """Whether a topic's predicate asks where something befell somebody."""
    return (predicate or "").partition(" ")[0] in (PLACE, SITE)
