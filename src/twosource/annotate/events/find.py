"""Predicates of a reading, verbal, copular and nominal, made into events."""

from __future__ import annotations

from collections.abc import Iterable

from twosource import resources
from twosource.annotate.events.lexicon import LISTS, Lexicon, lexicon
from twosource.annotate.events.participants import participants_of_noun, participants_of_verb
from twosource.annotate.events.polarity import is_negated, modality_of
from twosource.annotate.phrase import run_around
from twosource.model.reading import Event, Modality, Participant, Role
from twosource.model.span import Span
from twosource.text.tree import Tree

_OTHER_CLAUSES = frozenset({"conj", "parataxis", "acl:relcl", "ccomp", "advcl", "punct", "cc", "discourse"})
_NOT_PREDICATE = frozenset({"nsubj", "cop", "aux", "advmod", "mark", "acl"})
_AUXILIARY = frozenset({"aux", "aux:pass", "cop", "case", "fixed"})


def find_events(tree: Tree, language: str = "en") -> tuple[Event, ...]:
    """The events of a reading, in the order of their predicates.

    Args:
        tree: The reading, with tokens and names.
        language: ISO 639-1 code; a language without the lists has no events.
    """
    if any(language not in resources.languages(name) for name in LISTS):
        return ()
    words = lexicon(language)
    found: dict[int, Event] = {}
    for index, token in enumerate(tree.tokens):
        if token.deprel in _AUXILIARY:
            continue
        if token.upos == "NOUN" and words.verb_of(token.lemma.lower()) is not None and tree.child(index, "cop") is None:
            found[index] = _nominal(tree, index, words)
        elif (token.upos == "VERB" or _is_undergone(tree, index)) and not _is_empty(tree, index, words):
            found[index] = _verbal(tree, index, words)
        elif tree.child(index, "cop") is not None:
            found[index] = _copular(tree, index, words)
    return tuple(found[index] for index in sorted(found))


def _is_undergone(tree: Tree, index: int) -> bool:
    """Whether a participle that was taken for an adjective has a passive's auxiliary: "nobody had been hurt"."""
    return tree.tokens[index].upos == "ADJ" and tree.child(index, "aux:pass") is not None


def _verbal(tree: Tree, verb: int, words: Lexicon) -> Event:
    return _event(tree, verb, _lemma(tree, verb), participants_of_verb(tree, verb, words), words)


def _lemma(tree: Tree, verb: int) -> str:
    """The verb with its particle: "step down"."""
    particle = tree.child(verb, "compound:prt")
    lemma = tree.tokens[verb].lemma.lower()
    return lemma if particle is None else f"{lemma} {tree.tokens[particle].text.lower()}"


def _copular(tree: Tree, predicate: int, words: Lexicon) -> Event:
    """As in "Ana Kovač is the mayor": she is the agent, what she is the patient."""
    participants = list(participants_of_verb(tree, predicate, words))
    run = run_around(tree.subtree(predicate, without=_OTHER_CLAUSES | _NOT_PREDICATE), predicate)
    participants.append(Participant(Role.PATIENT, tree.span(run), predicate))
    return _event(tree, predicate, "be", participants, words)


def _nominal(tree: Tree, noun: int, words: Lexicon) -> Event:
    """A noun of happening, with what an empty verb beside it brings: "police carried out an arrest"."""
    lemma = words.verb_of(tree.tokens[noun].lemma.lower()) or tree.tokens[noun].lemma.lower()
    participants = list(participants_of_noun(tree, noun, words))
    carrier = _carrier(tree, noun, words)
    if carrier is None:
        negated, modality = is_negated(tree, noun, words), modality_of(tree, noun, words)
        return Event(noun, _clause(tree, noun), lemma, _ordered(participants), negated, modality, nominal=True)
    for one in participants_of_verb(tree, carrier, words):
        idle = tree.tokens[one.head].lemma.lower() in words.words["idle"]
        if one.head != noun and not idle and not any(one.head == other.head for other in participants):
            participants.append(one)
    negated, modality = is_negated(tree, carrier, words), modality_of(tree, carrier, words)
    modality = modality if modality is not Modality.ASSERTED else modality_of(tree, noun, words)
    return Event(noun, _clause(tree, carrier), lemma, _ordered(participants), negated, modality, nominal=True)


def _carrier(tree: Tree, noun: int, words: Lexicon) -> int | None:
    """The empty verb that a noun of happening hangs on, as its object or, of "take place", its subject."""
    token = tree.tokens[noun]
    verb = tree.tokens[token.head].lemma.lower()
    if token.deprel == "obj" and verb in words.words["empty"]:
        return token.head
    if token.deprel in ("nsubj", "nsubj:pass") and verb in words.words["happening"]:
        return token.head
    return None


def _is_empty(tree: Tree, verb: int, words: Lexicon) -> bool:
    """Whether a verb only carries a noun of happening, which is then the event."""
    if tree.tokens[verb].lemma.lower() not in words.words["empty"]:
        return False
    return any(
        tree.tokens[below].deprel in ("obj", "nsubj", "nsubj:pass")
        and tree.tokens[below].upos == "NOUN"
        and words.verb_of(tree.tokens[below].lemma.lower()) is not None
        for below in tree.children[verb]
    )


def _event(tree: Tree, trigger: int, lemma: str, participants: Iterable[Participant], words: Lexicon) -> Event:
    negated, modality = is_negated(tree, trigger, words), modality_of(tree, trigger, words)
    return Event(trigger, _clause(tree, trigger), lemma, _ordered(participants), negated, modality)


def _ordered(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple(sorted(participants, key=lambda one: (one.span, one.head)))


def _clause(tree: Tree, predicate: int) -> Span:
    tokens = [at for at in tree.subtree(predicate, without=_OTHER_CLAUSES) if tree.tokens[at].upos != "PUNCT"]
    return tree.span(tokens or [predicate])
