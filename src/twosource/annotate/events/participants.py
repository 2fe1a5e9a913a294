"""Who and what takes part in a predicate: subject, object, agent of a passive, and what prepositions bring."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.annotate.events.lexicon import Lexicon
from twosource.annotate.phrase import name_in, run_around
from twosource.model.reading import EntityType, Participant, Role
from twosource.text.tree import Tree

OUTSIDE = frozenset({"acl:relcl", "acl", "conj", "parataxis", "punct", "case", "cc", "mark", "advcl", "discourse"})
"""What a participant's span leaves out: clauses and the words that join it to its predicate."""

_STEPS = 6
"""So many verbs up a shared subject is looked for."""


def participants_of_verb(tree: Tree, verb: int, words: Lexicon) -> Iterator[Participant]:
    """The participants of a verb or of a predicate with a copula.

    Args:
        tree: The reading.
        verb: The predicate's token.
        words: The language's lists.
    """
    passive = is_passive(tree, verb)
    thing = tree.child(verb, "obj")
    subject = subject_of(tree, verb, words)
    if subject is not None:
        undergoes = passive or (thing is None and tree.tokens[verb].lemma.lower() in words.words["undergoing"])
        yield from coordinated(tree, subject, Role.PATIENT if undergoes else Role.AGENT)
    for below in tree.children[verb]:
        if below == subject:
            continue
        role = _role(tree, verb, below, words)
        if role is not None:
            yield from coordinated(tree, below, role)


def participants_of_noun(tree: Tree, noun: int, words: Lexicon) -> Iterator[Participant]:
    """The participants of a noun of happening: "the arrest of twelve people by police in Odrin"."""
    lemma = tree.tokens[noun].lemma.lower()
    undergoing = lemma in words.transitive or words.intransitive.get(lemma) in words.words["undergoing"]
    lone = Role.PATIENT if undergoing else Role.AGENT
    of_phrase = any(tree.case_of(below) == "of" for below in tree.children[noun])
    for below in tree.children[noun]:
        deprel, case = tree.tokens[below].deprel, tree.case_of(below)
        role: Role | None = None
        if deprel == "nmod:poss":
            role = Role.AGENT if of_phrase else lone
        elif deprel == "compound" and tree.tokens[below].upos in ("NOUN", "PROPN"):
            role = Role.AGENT if tree.tokens[below].lemma.lower() in words.words["bodies"] else lone
        elif deprel.startswith(("nmod", "obl")):
            role = {"of": lone, "by": Role.AGENT}.get(case) or circumstance(tree, below, words)
        if role is not None:
            yield from coordinated(tree, below, role)


def subject_of(tree: Tree, verb: int, words: Lexicon) -> int | None:
    """The subject of a predicate, its own or the one that it shares with a verb it hangs on; never an empty "it"."""
    at = verb
    for _ in range(_STEPS):
        own = tree.child(at, "nsubj")
        if own is not None:
            return _resolved(tree, at, own)
        if tree.tokens[at].head == at or tree.child(at, "expl") is not None:
            return None
        found, higher = _shared(tree, at, words)
        if higher is None:
            return found
        at = higher
    return None


def _shared(tree: Tree, verb: int, words: Lexicon) -> tuple[int | None, int | None]:
    """Of a predicate without a subject: the noun that does it, or the word whose subject to ask for next."""
    token = tree.tokens[verb]
    if token.deprel in ("acl", "acl:relcl"):
        return _of_noun(tree, token.head, words)
    if token.deprel not in ("conj", "xcomp", "advcl"):
        return None, None
    if _takes_object(tree, verb, words):
        return tree.child(token.head, "obj", "iobj"), None
    return None, token.head


def _of_noun(tree: Tree, noun: int, words: Lexicon) -> tuple[int | None, int | None]:
    """Who does what hangs on a noun: the noun, but of "the mayor's plan to go" and "the mayor has plans to go" she."""
    token = tree.tokens[noun]
    if token.lemma.lower() not in words.words["intending"] | words.words["refusing"]:
        return noun, None
    owner = tree.child(noun, "nmod:poss")
    return owner, token.head if owner is None and token.deprel == "obj" else None


def _takes_object(tree: Tree, verb: int, words: Lexicon) -> bool:
    """Whether a verb is done by the object of the verb it hangs on: "asked her to go", "accused her of lying"."""
    token = tree.tokens[verb]
    behind = tree.case_of(verb, "mark", "case") in words.words["controlling"]
    held = token.deprel == "xcomp" or (token.deprel == "advcl" and behind)
    return held and tree.child(token.head, "obj", "iobj") is not None


def _resolved(tree: Tree, verb: int, subject: int) -> int:
    """A relative pronoun stands for the noun that its clause describes."""
    relative = "PronType=Rel" in tree.tokens[subject].feats or tree.tokens[subject].lemma.lower() in (
        "who",
        "which",
        "that",
    )
    return tree.tokens[verb].head if relative and tree.tokens[verb].deprel == "acl:relcl" else subject


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the subject undergoes: a passive, or a past participle on its noun ("troops stationed there")."""
    if any(tree.tokens[below].deprel.endswith(":pass") for below in tree.children[verb]):
        return True
    token = tree.tokens[verb]
    if token.deprel == "conj" and tree.child(verb, "aux", "obj") is None and "VerbForm=Part" in token.feats:
        return any(tree.tokens[below].deprel == "aux:pass" for below in tree.children[token.head])
    return token.deprel == "acl" and "VerbForm=Part" in token.feats and "Tense=Past" in token.feats


def _role(tree: Tree, verb: int, below: int, words: Lexicon) -> Role | None:
    deprel = tree.tokens[below].deprel
    if deprel in _CORE:
        return _CORE[deprel]
    if not deprel.startswith(("obl", "advmod")):
        return None
    case, around = tree.case_of(below), circumstance(tree, below, words)
    if deprel == "obl" and case == "by" and around is not Role.TIME and is_passive(tree, verb):
        return Role.AGENT
    giving = tree.tokens[verb].lemma.lower() in words.words["giving"] and tree.child(below, "nummod") is None
    if deprel == "obl" and case in words.words["recipient"] and giving and not _is_place(tree, below, words):
        return Role.RECIPIENT
    return around


_CORE = {"obj": Role.PATIENT, "iobj": Role.RECIPIENT, "obl:agent": Role.AGENT}


def circumstance(tree: Tree, index: int, words: Lexicon) -> Role | None:
    """Place, time or topic, by the words themselves and by their preposition."""
    token, case = tree.tokens[index], tree.case_of(index)
    lemma = token.lemma.lower()
    if token.deprel == "advmod":
        if lemma in words.words["time_adverbs"]:
            return Role.TIME
        return Role.PLACE if lemma in words.words["place_adverbs"] else None
    if lemma in words.words["time_nouns"] or (token.upos == "NUM" and case in ("in", "by", "since")):
        return Role.TIME
    if case in words.words["place"] and _is_place(tree, index, words):
        return Role.PLACE
    return Role.TOPIC if case in words.words["topic"] else None


def _is_place(tree: Tree, index: int, words: Lexicon) -> bool:
    token = tree.tokens[index]
    if token.lemma.lower() in words.words["place_nouns"]:
        return True
    return name_in(tree.reading, token.span, EntityType.PLACE) is not None


def coordinated(tree: Tree, head: int, role: Role) -> Iterator[Participant]:
    """A participant, and each one that "and" joins to it."""
    yield participant(tree, head, role)
    for below in tree.children[head]:
        if tree.tokens[below].deprel == "conj" and tree.tokens[below].upos in ("NOUN", "PROPN", "PRON", "NUM"):
            yield participant(tree, below, role)


def participant(tree: Tree, head: int, role: Role) -> Participant:
    """A participant's noun phrase, without clauses; hyphens and quotation marks do not break it."""
    phrase = [at for at in tree.subtree(head, without=OUTSIDE - {"punct"}) if at == head or _is_inside(tree, at)]
    run = run_around(phrase, head)
    words = [at for at in run if tree.tokens[at].upos != "PUNCT"] or [head]
    return Participant(role, tree.span(range(words[0], words[-1] + 1)), head)


def _is_inside(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    return token.upos != "PUNCT" or token.text in _JOINING


_JOINING = frozenset("-‐‑“”\"‘’'")
