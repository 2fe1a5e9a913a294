"""Who is in a state: a person by name, or by what the account's words tell ("the 14-year-old girl", "the suspect").

Two accounts seldom call somebody by the same words, so what is compared is what excludes: two names, two ages, man and
woman, suspect and victim. The invariant: who is described in the plural is nobody in particular.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.corroborate.assertions.topics import identities
from twosource.corroborate.context import NOMINAL, Context
from twosource.corroborate.lexicon import people_nouns
from twosource.model.reading import EntityType
from twosource.model.span import Span
from twosource.resources import load

RELATIVE = frozenset({"who", "whom", "whose", "that", "which"})
DEFINITE = frozenset({"the", "that", "this"})
SEXES = {"Gender=Masc": "man", "Gender=Fem": "woman"}
"""The sex of whom a pronoun stands for, by its features."""
_APART = frozenset({"acl", "acl:relcl", "conj", "cc", "nmod", "nmod:poss", "appos", "case", "punct"})
_CLAUSES = frozenset({"acl", "acl:relcl", "conj", "nmod"})
_OTHERS = frozenset(
    {"other", "another", "second", "third", "fourth", "fifth", "additional", "remaining", "more", "possible"}
)
_AGED = "old"
"""How an age ends that stands for somebody: "a 14-year-old"."""
_FURTHEST = 4
_OLDEST = 110
_CHILDHOOD = 19
"""Years up to which somebody may be called a teenager or a child."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who is in a state.

    Attributes:
        ids: Entities that are named, or meant by a pronoun.
        noun: Lemma of the word that describes them; empty for a name.
        sorts: By what the words tell people apart, and as what: sex, age, part.
        ages: In years, where the words tell.
        plural: Whether they are several.
        others: Whether they are set off from somebody else ("a second suspect").
        text: The words.
    """

    ids: frozenset[str] = frozenset()
    noun: str = ""
    sorts: frozenset[tuple[str, str]] = frozenset()
    ages: frozenset[float] = frozenset()
    plural: bool = False
    others: bool = False
    text: str = ""


def each_of(context: Context, head: int) -> tuple[int, ...]:
    """The heads of those who are named in one phrase: "a 21-year-old man and a 15-year-old girl".

    Args:
        context: The account.
        head: Token of the head of the phrase.
    """
    tokens = context.tree.tokens
    below = (one for one in context.tree.children[head] if tokens[one].deprel == "conj")
    return (head, *(one for one in below if tokens[one].upos in NOMINAL))


def meant_by(context: Context, head: int) -> Who | None:
    """Whoever "he" or "she" is, where nothing tells whom it stands for.

    Args:
        context: The account.
        head: Token of the pronoun.
    """
    token = context.tree.tokens[head]
    sex = next((sex for feat, sex in SEXES.items() if feat in token.feats), None)
    return Who(sorts=frozenset({("sex", sex)}), text=token.text) if token.upos == "PRON" and sex else None


def who_at(context: Context, head: int, *, alone: bool = False) -> Who | None:
    """Who is meant by a noun phrase or a pronoun, or ``None`` where that cannot be told, or it is nobody.

    Args:
        context: The account.
        head: Token of its head.
        alone: Whether the others of its phrase are asked for by themselves.
    """
    tree, at = context.tree, antecedent(context, head)
    if at is None:
        return None
    token = tree.tokens[at]
    ids = frozenset(identities(context, at)) & context.persons
    if token.upos == "PRON":
        described = _described(context, token.span)
        if described is None:
            return Who(ids, text=token.text) if ids else None
        at = described
    phrase, whole = tree.subtree(at, _APART), tree.subtree(at, _CLAUSES)
    forms = [form for index in phrase for form in context.forms(index)]
    if not ids and not is_person(context, at):
        return who_at(context, beside, alone=alone) if (beside := _behind_dateline(context, at)) else None
    listed = tree.tokens[at].deprel == "conj" or any(tree.tokens[one].deprel == "conj" for one in tree.children[at])
    return Who(
        ids=ids,
        noun=context.lemma(at) if tree.tokens[at].upos == "NOUN" and not context.lemma(at).endswith(_AGED) else "",
        sorts=frozenset((*_sorts(context, whole), *_sex_of_name(context, at))),
        ages=_ages(context, at) or _age_before(context, at),
        plural="Number=Plur" in tree.tokens[at].feats or (listed and not alone),
        others=not _OTHERS.isdisjoint(forms),
        text=tree.span(phrase).of(context.reading.text),
    )


def _ages(context: Context, at: int) -> frozenset[float]:
    """The ages that a phrase tells."""
    ages = (
        one.quantity.minimum
        for one in context.figures_in(context.tree.span(context.tree.subtree(at, _CLAUSES)))
        if one.quantity.unit == "year" and one.quantity.is_exact and one.quantity.minimum is not None
    )
    return frozenset(age for age in ages if age < _OLDEST)


def _sorts(context: Context, whole: Sequence[int]) -> Iterator[tuple[str, str]]:
    for index in whole:
        yield from context.lexicon.sorts_of(*context.forms(index)).items()


def _sex_of_name(context: Context, at: int) -> Iterator[tuple[str, str]]:
    """The sex that a given name tells; a lone word may be a surname."""
    for one in context.entities_in(context.tree.tokens[at].span):
        first, *rest = one.span.of(context.reading.text).lower().split()
        if rest and one.type is EntityType.PERSON:
            yield from (("sex", sex) for sex in SEXES.values() if first in _given_names()[sex])


def _behind_dateline(context: Context, at: int) -> int | None:
    """Who stands behind the place from which an account is written: "BREK, Ohio - A 13-year-old boy was hit"."""
    tree = context.tree
    place = any(one.type is EntityType.PLACE for one in context.entities_in(tree.tokens[at].span))
    beside = (one for one in tree.children[at] if tree.tokens[one].deprel == "appos") if place else ()
    return next((one for one in beside if is_person(context, one)), None)


def _age_before(context: Context, at: int) -> frozenset[float]:
    """The age of whom a description stands for: "the girl", who was "a 14-year-old girl" before."""
    tree, lemma = context.tree, context.lemma(at)
    if tree.tokens[at].upos != "NOUN" or tree.case_of(at, "det") not in DEFINITE:
        return frozenset()
    for before in range(at - 1, -1, -1):
        if context.lemma(before) == lemma and (ages := _ages(context, before)):
            return ages
    return frozenset()


def is_harm(context: Context, index: int) -> bool:
    """Whether a token is a noun for what befell somebody, not for him: "she suffered life-threatening injuries"."""
    return not frozenset(load("en", "states")["harm"]["nouns"]).isdisjoint(context.forms(index))


def is_person(context: Context, index: int) -> bool:
    """Whether a token is a noun for people, or "old" behind an age ("a 17-year-old"), a person's name, a pronoun, or
    anything that is called "who".
    """
    token = context.tree.tokens[index]
    if is_harm(context, index):
        return False
    aged = context.lemma(index).endswith(_AGED) and bool(
        context.figures_in(context.tree.span(context.tree.subtree(index)))
    )
    known = aged or not people_nouns(context.account.article.language or "en").isdisjoint(context.forms(index))
    clauses = (one for one in context.tree.children[index] if context.tree.tokens[one].deprel == "acl:relcl")
    known = known or any(context.lemma(below) == "who" for one in clauses for below in context.tree.children[one])
    return (
        known or token.upos == "PRON" or any(one.type is EntityType.PERSON for one in context.entities_in(token.span))
    )


def may_be_one(one: Who, other: Who) -> bool:
    """Whether nothing that two descriptions tell keeps the persons apart.

    >>> boy, girl = Who(sorts=frozenset({("sex", "man")})), Who(sorts=frozenset({("sex", "woman")}))
    >>> may_be_one(boy, boy), may_be_one(boy, girl)
    (True, False)
    """
    if one.ids and other.ids and not one.ids & other.ids:
        return False
    if one.ages and other.ages and not one.ages & other.ages:
        return False
    if _are_two_callings(one, other) or _is_too_old(one, other) or _is_too_old(other, one):
        return False
    told = {name for name, _ in one.sorts} & {name for name, _ in other.sorts}
    return told <= {name for name, _ in one.sorts & other.sorts}


def _is_too_old(child: Who, other: Who) -> bool:
    return ("age", "child") in child.sorts and any(age > _CHILDHOOD for age in other.ages)


def _are_two_callings(one: Who, other: Who) -> bool:
    """Whether two nouns are of two persons: "the driver" and "the girl"; "the driver" and "the woman" may be one."""
    nouns = {one.noun, other.noun} - {""} - anybody()
    return len(nouns) > 1 and not (one.sorts and other.sorts)


def is_surely_one(one: Who, other: Who) -> bool:
    """Whether a name or an age shows that two descriptions are of one person."""
    return may_be_one(one, other) and bool(one.ids & other.ids or one.ages & other.ages)


def antecedent(context: Context, head: int) -> int | None:
    """The token itself, or what a relative pronoun stands for; ``None`` where that cannot be told.

    Args:
        context: The account.
        head: A token.
    """
    tokens, at = context.tree.tokens, head
    if tokens[head].text.lower() not in RELATIVE:
        return head
    for _ in range(_FURTHEST):
        if tokens[at].deprel.startswith("acl"):
            return tokens[at].head
        at = tokens[at].head
    return None


def _described(context: Context, pronoun: Span) -> int | None:
    """The head of the description or name that a pronoun stands for, if the account has one."""
    for chain in context.reading.coreference:
        if pronoun in chain:
            heads = [context.head_of(span) for span in chain]
            return next((at for at in heads if at is not None and context.tree.tokens[at].upos in NOMINAL), None)
    return None


@cache
def _given_names() -> dict[str, frozenset[str]]:
    names = load("en", "name_gender")
    return {"woman": frozenset(names["female"].split()), "man": frozenset(names["male"].split())}


@cache
def anybody() -> frozenset[str]:
    """Nouns that tell nobody from others ("victim", "man")."""
    return frozenset(load("en", "states")["anybody"]["nouns"])
