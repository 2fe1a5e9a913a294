"""What a clause is about: its predicate's concept and phase, its participants, its places, its words.

A predicate without content of its own ("begin", "be expected to") passes the question on to its complement, and keeps
what it adds: the phase. The same thing said by a verb or by its noun ("leaves", "the withdrawal of") gets one concept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.corroborate.context import Context
from twosource.model.reading import EntityType, Role
from twosource.model.span import Span

PHASES = frozenset({"begin", "end"})
SUBORDINATE = frozenset({"acl:relcl", "advcl", "parataxis", "ccomp", "acl", "appos", "conj", "punct"})
"""Branches that are clauses of their own: they say something else than the clause that they hang on."""

LEAVING = "resign"
"""Of the ways to leave a post the one where who leaves does so."""
ARRIVING = "arrive"
"""What is awaited without a word of what it will do comes."""
_COMPLEMENTS = ("xcomp", "ccomp", "obj", "nsubj:pass", "nsubj", "obl", "nmod")
_MAXIMUM_STEPS = 4


@dataclass(frozen=True, slots=True)
class Core:
    """The predicate that carries a clause's content.

    Attributes:
        index: Its token.
        concept: Its event concept, or its lemma.
        phase: ``begin`` or ``end``, or ``None``.
        above: The tokens that were passed on the way down, the topmost first.
    """

    index: int
    concept: str
    phase: str | None
    above: tuple[int, ...]


def core_of(context: Context, index: int) -> Core | None:
    """Follow a clause's predicate to the word that carries its content.

    Args:
        context: The account.
        index: Token of the predicate, verbal or nominal.

    Returns:
        ``None`` where there is nothing but light words.
    """
    above = _raising_above(context, index)
    if above and _goes_on(context, above[-1], index):
        return Core(above[-1], concept_of(context, above[-1]), None, above[:-1])
    phases = [concept_of(context, one) for one in above]
    phase = next((one for one in reversed(phases) if one in PHASES), None)
    passed = list(above)
    for _ in range(_MAXIMUM_STEPS):
        concept = concept_of(context, index)
        light = concept == context.lemma(index) and (concept in context.lexicon.light or _occurs(context, index))
        if not light and concept not in PHASES:
            return Core(index, concept, phase, tuple(passed))
        following = _complement(context, index)
        if following is not None and _goes_on(context, index, following):
            return Core(index, concept, phase, tuple(passed))
        if following is None:
            if light and not context.lexicon.awaited.isdisjoint(context.forms(index)):
                return Core(index, ARRIVING, phase, tuple(passed))
            empty = light and concept in context.lexicon.light | context.lexicon.empty
            return None if empty else Core(index, concept, phase, tuple(passed))
        phase = concept if concept in PHASES else phase
        passed.append(index)
        index = following
    return None


def concept_of(context: Context, index: int) -> str:
    """The event concept of a predicate, with its particle or object ("step down", "give up"), or its lemma."""
    return context.event_concept(index) or context.verb(index)


def _raising_above(context: Context, index: int) -> tuple[int, ...]:
    """The verbs that a predicate is the complement of, topmost first, and the phase verb that it is the subject of.

    "Are expected to begin leaving": expected, begin. "The exit will begin": begin.
    """
    found: list[int] = []
    tokens = context.tree.tokens
    while len(found) < _MAXIMUM_STEPS:
        token = tokens[index]
        relation = token.deprel.split(":")[0]
        if token.head == index or relation not in ("xcomp", "ccomp", "obj", "nsubj", "nmod", "obl"):
            break
        edge = concept_of(context, token.head) in PHASES and (relation != "obl" or token.upos == "VERB")
        light = relation == "xcomp" and context.lemma(token.head) in context.lexicon.light
        if not (edge or light):
            break
        found.append(token.head)
        index = token.head
    return tuple(reversed(found))


def _goes_on(context: Context, index: int, state: int) -> bool:
    """Whether a verb only says that a state goes on: what "remained open" has not opened."""
    lasts = not context.lexicon.lasting.isdisjoint(context.forms(index))
    return lasts and context.tree.tokens[state].upos == "ADJ"


def _complement(context: Context, index: int) -> int | None:
    """What a light or phase verb governs: a verb, or the noun of a known kind of event; a subject only of what
    occurs.
    """
    tokens = context.tree.tokens
    edge = concept_of(context, index) in PHASES
    occurs = edge or _occurs(context, index)
    for relation in _COMPLEMENTS:
        if relation == "nsubj" and not occurs:
            continue
        for below in context.tree.children[index]:
            if not _matches(tokens[below].deprel, relation) or (edge and _is_beside_edge(context, below)):
                continue
            if tokens[below].upos == "VERB" or context.lexicon.event.of(*context.forms(below)):
                return below
    return None


def _is_beside_edge(context: Context, index: int) -> bool:
    """Whether an oblique only stands beside a beginning or an end: "closes subject to approval by the board"."""
    cases = [one for one in context.tree.children[index] if context.tree.tokens[one].deprel == "case"]
    words = {form for one in cases for form in context.forms(one)}
    return context.tree.tokens[index].deprel == "obl" and context.lexicon.edges.isdisjoint(words)


def _occurs(context: Context, index: int) -> bool:
    """Whether a verb only says that its subject happens ("the blast tore through the hall")."""
    return not context.lexicon.occurring.isdisjoint(context.forms(index))


def _matches(deprel: str, relation: str) -> bool:
    return deprel == relation or (
        ":" not in relation and deprel.split(":", maxsplit=1)[0] == relation and deprel != "nsubj:pass"
    )


def participants(context: Context, core: Core) -> tuple[frozenset[str], frozenset[str]]:
    """Who does it and to whom: entity ids, or counted concepts and lemmas where nobody is named.

    Args:
        context: The account.
        core: The clause's predicate; the subject of a phase verb above it is its agent.
    """
    agents: set[str] = set()
    patients: set[str] = set()
    for index in (core.index, *core.above):
        event = context.events.get(index)
        if event is not None:
            for participant in event.participants:
                side = agents if participant.role is Role.AGENT else patients
                if participant.role in (Role.AGENT, Role.PATIENT, Role.RECIPIENT) and participant.head != core.index:
                    side |= identities(context, participant.head)
        else:
            _by_relation(context, index, core.index, agents, patients)
    for below in context.tree.children[core.index]:
        if context.tree.tokens[below].deprel == "obl" and _belongs(context, core, below):
            patients |= identities(context, below)
    if core.concept in context.lexicon.posts:
        patients |= _bodies(context, core)
    return frozenset(agents), frozenset(patients - agents)


def _bodies(context: Context, core: Core) -> set[str]:
    """The bodies that a clause about a post names: "resigned as head of the Harbour Board", "lost his post at it"."""
    span = clause_span(context, core.index)
    return {one.id for one in context.entities_in(span) if one.type is EntityType.ORGANIZATION}


def holders_in(context: Context, core: Core, agents: frozenset[str], patients: frozenset[str]) -> frozenset[str]:
    """The persons who leave a post: who resigns, and who is dismissed.

    Args:
        context: The account.
        core: The clause's predicate.
        agents, patients: Who does it and to whom.
    """
    if core.concept not in context.lexicon.posts:
        return frozenset()
    span = clause_span(context, core.index)
    persons = {one.id for one in context.entities_in(span) if one.type is EntityType.PERSON}
    return frozenset(persons & (agents if core.concept == LEAVING else patients))


def _belongs(context: Context, core: Core, below: int) -> bool:
    """Whether an oblique's preposition is part of the predicate, as in "call for an inquiry"."""
    cases = [one for one in context.tree.children[below] if context.tree.tokens[one].deprel == "case"]
    forms = [form for one in cases for form in context.forms(one)]
    return context.lexicon.event.pattern(context.forms(core.index), forms) is not None


def _by_relation(context: Context, index: int, core: int, agents: set[str], patients: set[str]) -> None:
    for below in context.tree.children[index]:
        relation = context.tree.tokens[below].deprel
        if below == core or context.tree.tokens[below].upos not in ("NOUN", "PROPN", "PRON"):
            continue
        raised = relation == "nsubj:pass" and index != core
        if relation in ("nsubj", "obl:agent") or raised:
            agents |= identities(context, below)
        elif relation in ("nsubj:pass", "obj", "iobj", "nmod", "nmod:poss", "compound"):
            patients |= identities(context, below)


def identities(context: Context, head: int) -> set[str]:
    """What a noun phrase stands for: the entity at its head, else the counted concept or the lemma of its head."""
    place = context.tree.tokens[head].span
    named = {one.id for one in context.entities_in(place)} or _apposed(context, head)
    if named:
        return named
    token = context.tree.tokens[head]
    if token.upos == "PRON" or context.is_time(head):
        return set()
    forms = context.forms(head)
    return {context.lexicon.counted.of(*forms) or context.lexicon.event.of(*forms) or forms[0]}


def _apposed(context: Context, head: int) -> set[str]:
    """The person whose name stands beside a noun: "his father Boris", "the director, Boris Khadrin"."""
    beside = [
        below
        for below in context.tree.children[head]
        if context.tree.tokens[below].deprel.split(":")[0] in ("appos", "flat")
        or (context.tree.tokens[below].deprel == "compound" and below == head + 1)
    ]
    spans = [context.tree.tokens[below].span for below in beside]
    return {one.id for span in spans for one in context.entities_in(span) if one.type is EntityType.PERSON}


def clause_span(context: Context, index: int) -> Span:
    """The stretch of a predicate's own clause, without the clauses that hang on it."""
    return context.tree.span(context.tree.subtree(index, SUBORDINATE))


def places_in(context: Context, span: Span) -> frozenset[str]:
    """Entity ids of the places that are named in a stretch."""
    return frozenset(one.id for one in context.entities_in(span) if one.type is EntityType.PLACE)


def people_in(context: Context, span: Span) -> frozenset[str]:
    """Entity ids of the persons and bodies that are named, or meant by a pronoun, in a stretch."""
    kinds = (EntityType.PERSON, EntityType.ORGANIZATION)
    return frozenset(one.id for one in context.entities_in(span) if one.type in kinds)


def words_in(context: Context, indexes: Iterable[int]) -> frozenset[str]:
    """The content lemmas of a stretch without light verbs and saying."""
    return context.words(indexes) - context.lexicon.light - context.lexicon.saying
