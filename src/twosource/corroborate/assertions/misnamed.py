"""How accounts spell a place, a body or a middle name, where they spell it two ways: "Siegel Park" and "Sigel Park".

One letter that is missing, too many, exchanged or swapped in one word of a name makes a slip, and somebody should look
it up; beside another word of the name that is the same it may be two letters, and beside two such words whatever begins
alike ("Bristol Regional Medical Center", "British Regional Medical Center"). Given names and surnames have their own
reading (``spelt``), streets theirs (``streets``). No slip are plurals and peoples ("Ruritania", "Ruritanian"), house
styles ("Theatre"), another vowel in a body's name ("Taleban"), quarters of the compass, two places that the gazetteer
knows, and the names of a story that spells many in two ways, for it writes them from another script. An account that
has both forms knows two things, and then the story does; but of a name of three words or more it has one wrong, and
stands by the one that is rarer.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import OSA

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.gazetteer import gazetteer
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.assertions.whereabouts import place_words
from twosource.corroborate.context import Context
from twosource.model.claim import ClaimType
from twosource.model.reading import EntityType, Mention, Modality
from twosource.model.value import Wording

MISNAMED = "misnamed"
PERSON = "person"
LEAST_LETTERS, MOST_LETTERS = 5, 30
"""Letters of a word from which on another letter in it is a slip, as in streets, and up to which it is a word."""
MOST_EDITS = (1, 2, 4)
"""Letters in which two words may differ alone, beside one other word of the name, and beside two. In 1,115 real stories
the second and the third show five pairs of names, of which each is one thing's."""
SAME_BEGINNING = 3
"""Letters that two words share at their beginning where more than two others differ."""
LONG_NAME = 3
"""Words of a name from which on an account that has both forms has one wrong."""
MOST_NAMES = 2000
"""Names of an account that are compared: one that has more is a list."""
MOST_SLIPS = 3
"""Names that a story may spell in two ways; where there are more, they come from another script."""
MOST_ALIKE = 60
"""Names under one entry up to which all are laid side by side: more are a list."""
_CONVENTIONS = re.compile("(?:er|re|or)(?=s?$)"), re.compile("[aeiou]")
"""What house styles write in two ways ("Theatre"), and what may, in the name of a body, come from another script."""
_Form = tuple[str, ...]


def misnamed(read: Sequence[Context], voices: Voices) -> Iterator[Assertion]:
    """How each account spells the names that the accounts spell two ways, by account.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
    """
    told = [_forms(context) for context in read]
    accounts: Counter[_Form] = Counter(form for forms in told for form in forms)
    pairs = _spelt_two_ways([(_language(context), forms) for context, forms in zip(read, told, strict=True)])
    first = {form: " ".join(min(pair)) for pair in sorted(pairs) for form in pair}
    for context, forms in zip(read, told, strict=True):
        both = {max(pair, key=accounts.__getitem__) for pair in pairs if forms.keys() >= set(pair)}
        for form, name in forms.items():
            if form in first and form not in both:
                topic = Topic(subject=first[form], predicate=MISNAMED, words=frozenset({" ".join(form)}))
                found = Found(ClaimType.ATTRIBUTE, name.span, topic, Wording(name.text))
                yield replace(stated(context, voices, found), attribution=(), modality=Modality.ASSERTED)


def is_slip(one: str, other: str, beside: int = 0, *, body: bool = False) -> bool:
    """Whether two words of names differ as only a slip of the pen or of the ear makes them differ.

    Args:
        one, other: In plain letters.
        beside: How many other words the names have, which are the same.
        body: Whether one may be the name of a body.

    >>> is_slip("siegel", "sigel"), is_slip("bell", "ball")
    (True, False)
    >>> is_slip("ruritania", "ruritanian"), is_slip("theatre", "theater")
    (False, False)
    >>> is_slip("karvan", "karven"), is_slip("karvan", "karven", body=True)
    (True, False)
    >>> is_slip("eskanzi", "eskenazi"), is_slip("eskanzi", "eskenazi", beside=1)
    (False, True)
    >>> is_slip("bristol", "british", beside=1), is_slip("bristol", "british", beside=2)
    (False, True)
    """
    shorter, longer = sorted((one, other), key=len)
    ends = longer.startswith(shorter) and longer != shorter + shorter[-1]
    letters = one.isalpha() and other.isalpha() and len(shorter) >= LEAST_LETTERS
    if not letters or ends or any(form.sub("*", one) == form.sub("*", other) for form in _CONVENTIONS[: 1 + body]):
        return False
    edits = OSA.distance(one, other)
    begins = edits <= MOST_EDITS[1] or one[:SAME_BEGINNING] == other[:SAME_BEGINNING]
    return begins and edits <= MOST_EDITS[min(beside, len(MOST_EDITS) - 1)]


def _forms(context: Context) -> dict[_Form, Mention]:
    """The names that are compared, by their words in plain letters behind "person" or nothing, each where it first
    stands.
    """
    ways = place_words(_language(context))
    found: dict[_Form, Mention] = {}
    for name in context.reading.names[:MOST_NAMES]:
        words = [re.sub(r"[^a-z0-9]", "", anyascii(word).lower()) for word in re.split(r"[\s-]+", name.text)]
        street = ways is not None and len(words) > 1 and words[-1] in ways.ways
        if all(words) and not street and name.type is not EntityType.OTHER:
            found.setdefault((PERSON if name.type is EntityType.PERSON else "", *words), name)
    return found


def _language(context: Context) -> str:
    return context.account.article.language or "en"


def _spelt_two_ways(told: Sequence[tuple[str, Mapping[_Form, Mention]]]) -> frozenset[tuple[_Form, _Form]]:
    """The names that accounts of one language spell two ways.

    Args:
        told: The language and the names of each account.
    """
    accounts: defaultdict[_Form, set[int]] = defaultdict(set)
    alike: defaultdict[tuple[str, int, _Form], set[_Form]] = defaultdict(set)
    bodies: set[_Form] = set()
    for number, (language, forms) in enumerate(told):
        for form, name in forms.items():
            accounts[form].add(number)
            bodies |= {form} if name.type is EntityType.ORGANIZATION else set()
            for at, shorter in _looked_up(form):
                alike[language, at, shorter].add(form)
    found = {
        (one, other)
        for (language, at, _), forms in alike.items()
        for one, other in combinations(sorted(forms) if len(forms) <= MOST_ALIKE else (), 2)
        if is_slip(one[at], other[at], _beside(one), body=not bodies.isdisjoint((one, other)))
        and not _are_two(one, other, at, language)
    }
    pairs = frozenset(pair for pair in found if _is_one_thing(pair, accounts))
    return pairs if len(pairs) <= MOST_SLIPS else frozenset()


def _beside(form: _Form) -> int:
    """How many other words of a name hold up that one of it is a slip; a person's are romanised in several ways."""
    return 0 if form[0] == PERSON else len(form) - 2


def _are_two(one: _Form, other: _Form, at: int, language: str) -> bool:
    """Whether two names are known to be two: of two cities, or of two quarters of the compass."""
    places = place_words(language)
    quarters = places is not None and {one[at], other[at]} <= places.shared
    return quarters or gazetteer().issuperset(" ".join(form[1:]) for form in (one, other))


def _is_one_thing(pair: tuple[_Form, _Form], accounts: Mapping[_Form, set[int]]) -> bool:
    """Whether no account has both names, or has one of them wrong, and another account does not."""
    mine, theirs = (accounts[form] for form in pair)
    return mine.isdisjoint(theirs) or (len(pair[0]) - 1 >= LONG_NAME and len(mine) != len(theirs))


def _looked_up(form: _Form) -> Iterator[tuple[int, _Form]]:
    """Under what a name is looked up, each with the place of the word that may differ: without this word, where the
    name has others, and else with one letter less; of a person only a middle name may.
    """
    last = len(form) - 1 if form[0] == PERSON else len(form)
    for at in range(2 if form[0] == PERSON else 1, last):
        word = form[at]
        if LEAST_LETTERS <= len(word) <= MOST_LETTERS:
            shorter = (
                (word, *(word[:cut] + word[cut + 1 :] for cut in range(len(word)))) if len(form) - 1 == 1 else ("",)
            )
            yield from ((at, (*form[:at], less, *form[at + 1 :])) for less in shorter)
