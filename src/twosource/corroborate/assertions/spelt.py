"""How accounts spell a person's name, where they spell it two ways: "Hedda Brun" and "Heda Brun".

A letter that is missing, too many, exchanged or swapped makes a slip, and somebody should look the name up. Reach for
it over all accounts of a story at once, for one account alone spells nothing differently. What is no slip: pet forms,
initials, middle names, accents, marks, and the two spellings that a name from another script may have. An account that
spells a name both ways stands on no side. Two names that share a word are one person's, too, where two accounts tell of
them in the same words ("Hedda Brun was found in a boat", "Hedda Lund was found in a boat") or give both one age.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import OSA

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.retellings import knows_both, told_alike
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.figures.ages import AGE
from twosource.model.claim import ClaimType
from twosource.model.entity import Entity
from twosource.model.reading import EntityType, Modality
from twosource.model.span import Span
from twosource.model.value import Quantity, Wording
from twosource.resources import languages, load
from twosource.text.sounds import sound

NAME = "name"
MOST_EDITS = 2
"""Letters in which two spellings of one person may differ."""
TWO_POSTS = 1
"""… and two names of which accounts give two posts."""
LEAST_LETTERS = 4
"""Letters from which on a word in which two spellings differ is one name and not two ("Lee", "Lea")."""
SHORTENED = 5
"""Letters from which on a given name with a letter less is no pet form."""
_VOWELS = re.compile("([aeiou]+)")
_FOREIGN = re.compile("[kzg]h|dj|t[sz]|[jqwy]")
"""Consonants with which a language writes sounds of another script."""
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){2,3}[\"”]?(?= [A-Z][\w'’]*[a-z])|\w{1,3}\. ")
"""Initials for a given name, with what is left of their marks of quotation, and a word cut short."""
_BEHIND = frozenset({"jr", "sr", "ii", "iii", "iv"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class Spelling:
    """A full name as it is compared: given name and surname in plain letters."""

    given: str
    surname: str


def spelling(name: str) -> Spelling | None:
    """The words of a full name that are compared; ``None`` for a single word, for initials ("H.", "HM", "Wm.") and a
    surname, and for a name with an article or "son of" from another script.

    >>> spelling("Hedda M. Brun Jr.")
    Spelling(given='hedda', surname='brun')
    """
    if _INITIALS.match(name) or not _particles().isdisjoint(re.split(r"[\s'’-]+", name.lower())):
        return None
    words = [re.sub(r"[^a-z]", "", anyascii(word.lower().translate(_UMLAUTS)).lower()) for word in name.split()]
    words = [word for word in words if word and word not in _BEHIND]
    return Spelling(words[0], words[-1]) if len(words) > 1 and min(map(len, (words[0], words[-1]))) > 1 else None


def is_slip(one: Spelling, other: Spelling, most: int = MOST_EDITS) -> bool:
    """Whether two spellings differ as only a slip of the pen makes them differ.

    >>> is_slip(Spelling("hedda", "brun"), Spelling("heda", "brun"))
    True
    >>> is_slip(Spelling("kate", "brun"), Spelling("katie", "brun"))
    False
    >>> is_slip(Spelling("boris", "khadrin"), Spelling("boris", "chadrin"))
    False
    """
    if _is_free(one, other):
        return False
    pairs = [pair for pair in ((one.given, other.given), (one.surname, other.surname)) if pair[0] != pair[1]]
    longest = all(max(map(len, pair)) >= LEAST_LETTERS for pair in pairs)
    return bool(pairs) and longest and sum(_edits(*pair) for pair in pairs) <= most


def _is_free(one: Spelling, other: Spelling) -> bool:
    """Whether two spellings are forms that one name may have in any two accounts: pet forms, and what comes from
    another script.
    """
    if _is_romanised(one) or _is_romanised(other) or _is_pet_form(one.given, other.given):
        return True
    return all(_is_convention(*pair) for pair in ((one.given, other.given), (one.surname, other.surname)))


def _edits(one: str, other: str) -> int:
    """Letters in which two words differ; two that changed places, near or far ("Rolan", "Ronal"), are one."""
    edits = OSA.distance(one, other)
    return 1 if edits == MOST_EDITS and sorted(one) == sorted(other) else edits


def _is_convention(one: str, other: str) -> bool:
    """Whether two words are one or differ as two languages write a sound of another script: "Khadrin" and "Chadrin".
    Not "Brun" and "Bruhn", which only has a letter more, and neither another vowel nor another letter of one alphabet
    alone ("Brun", "Bran"; "Katherine", "Catherine").
    """
    parts = [_VOWELS.split(word) for word in (one, other)]
    if len(parts[0]) != len(parts[1]):
        return False
    unlike = [pair for pair in zip(*parts, strict=True) if pair[0] != pair[1]]
    return (not unlike or any(map(_FOREIGN.search, sum(unlike, ())))) and all(
        sound(left) == sound(right) and set(left) - set(right) and set(right) - set(left) for left, right in unlike
    )


def spellings(read: Sequence[Context], voices: Voices, persons: Mapping[str, str]) -> Iterator[Assertion]:
    """How each account spells the persons whom the accounts spell two ways, by account.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
        persons: From ``spelt_two_ways``.
    """
    for context in read:
        told: defaultdict[str, dict[Spelling, Span]] = defaultdict(dict)
        for named in context.named:
            form = spelling(named.span.of(context.reading.text)) if named.id in persons else None
            if form is not None and any(one.span == named.span for one in context.names_in(named.span)):
                told[persons[named.id]].setdefault(form, named.span)
        for person in sorted(told):
            if len(told[person]) == 1:
                yield _spelt(context, voices, person, next(iter(told[person].values())))


def _spelt(context: Context, voices: Voices, person: str, span: Span) -> Assertion:
    topic = Topic(subject=person, predicate=NAME, people=frozenset({person}))
    found = Found(ClaimType.ATTRIBUTE, span, topic, Wording(span.of(context.reading.text)))
    return replace(stated(context, voices, found), attribution=(), modality=Modality.ASSERTED)


def _held(said: Iterable[Assertion]) -> tuple[Mapping[str, set[object]], Mapping[str, set[object]]]:
    """The posts and the ages that accounts give to each person."""
    posts: defaultdict[str, set[object]] = defaultdict(set)
    ages: defaultdict[str, set[object]] = defaultdict(set)
    for one in said:
        if one.topic.subject and one.type is ClaimType.ROLE:
            posts[one.topic.subject].add((one.topic.predicate, one.topic.words))
        elif one.topic.predicate == AGE and isinstance(one.value, Quantity) and not one.topic.inferred:
            ages[one.topic.subject or ""].add((one.value.minimum, one.topic.dimension))
    return posts, ages


def spelt_two_ways(
    entities: Iterable[Entity], read: Sequence[Context], said: Iterable[Assertion] = ()
) -> Mapping[str, str]:
    """The persons with two spellings, and the one person whom two are that only a letter or two tell apart, or of whom
    two accounts tell in the same words or give one age; each to who stands for both.

    Args:
        entities: Whom the accounts name.
        read: The accounts of a story.
        said: What they assert, for the posts and the ages of those persons.
    """
    persons = [one for one in entities if one.type is EntityType.PERSON]
    posts, ages = _held(said)
    contexts = {context.account.article.id: context for context in read}
    forms = {one.id: sorted({form for name in one.names if (form := spelling(name))}, key=_order) for one in persons}
    found = {one.id: one.id for one in persons if any(is_slip(*pair) for pair in combinations(forms[one.id], 2))}
    for one, other in _alike(persons, forms):
        pairs = [(mine, theirs) for mine in forms[one.id] for theirs in forms[other.id]]
        if not set(one.articles).isdisjoint(other.articles):
            continue
        free = any(_is_free(*pair) for pair in pairs)
        mine, theirs = posts.get(one.id, set()), posts.get(other.id, set())
        most = TWO_POSTS if mine and theirs and mine.isdisjoint(theirs) else MOST_EDITS
        alike = told_alike(one, other, contexts) or (one.id in ages and ages[one.id] == ages.get(other.id))
        one_person = not free and alike and not knows_both(one, other, contexts)
        if any(is_slip(*pair, most) for pair in pairs) or one_person:
            first, second = sorted((found.get(one.id, one.id), found.get(other.id, other.id)))
            found = {each: first if person == second else person for each, person in found.items()}
            found |= {one.id: first, other.id: first}
    return found


def _alike(persons: Sequence[Entity], forms: Mapping[str, list[Spelling]]) -> Iterator[tuple[Entity, Entity]]:
    """Pairs of persons who share a given name or a surname."""
    sharing: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in persons:
        for form in forms[one.id]:
            sharing["given", form.given].add(one.id)
            sharing["surname", form.surname].add(one.id)
    by_id = {one.id: one for one in persons}
    for pair in sorted({pair for ids in sharing.values() for pair in combinations(sorted(ids), 2)}):
        yield by_id[pair[0]], by_id[pair[1]]


def _order(form: Spelling) -> tuple[str, str]:
    return form.given, form.surname


@cache
def _is_romanised(form: Spelling) -> bool:
    """Whether a name comes from another script, as far as its words show."""
    table = load("common", "romanised")
    endings = tuple(table["endings"]["words"])
    return form.given in table["given"]["words"] or form.surname.endswith(endings)


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("common", "romanised")["particles"]["words"])


def _is_pet_form(one: str, other: str) -> bool:
    """Whether one given name begins the other, is short for it, or both are short for a third ("Kate", "Katie"); one
    letter in a longer name shortens nothing ("Ronal", "Ronald"; "Jonathan", "Johnathan").
    """
    shorter, longer = sorted((one, other), key=len)
    if one == other or (len(shorter) >= SHORTENED and one[0] == other[0] and OSA.distance(one, other) == 1):
        return False
    begins = longer.startswith(shorter) and longer != shorter + shorter[-1]  # "Chad" and "Chadd" are one form
    return begins or not _short_for().get(one, frozenset()).isdisjoint(_short_for().get(other, ()))


@cache
def _short_for() -> Mapping[str, frozenset[str]]:
    """The names that each given name is a form of, itself among them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for language in languages("given-names"):
        for name, forms in load(language, "given-names")["given"].items():
            for form in (name, *forms.split()):
                found[form].add(name)
    return {form: frozenset(names) for form, names in found.items()}
