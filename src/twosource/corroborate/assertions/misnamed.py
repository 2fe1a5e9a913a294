"""How accounts spell a place, a body or a middle name, where they spell it two ways: "Siegel Park" and "Sigel Park".

One letter that is missing, too many, exchanged or swapped in one word of a name makes a slip, and somebody should look
it up. Given names and surnames have their own reading (``spelt``), streets theirs (``streets``). No slip are plurals
and peoples ("Ruritania", "Ruritanian"), house styles ("Theatre"), two places that the gazetteer knows, and the names of
a story that spells many in two ways, for it writes them from another script. An account that has both forms knows two
things, and then the story does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from anyascii import anyascii
from rapidfuzz.distance import OSA

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.gazetteer import gazetteer
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.assertions.whereabouts import place_words
from twosource.corroborate.context import Context
from twosource.model.claim import ClaimType
from twosource.model.reading import EntityType, Modality
from twosource.model.span import Span
from twosource.model.value import Wording

MISNAMED = "misnamed"
PERSON = "person"
TWO = 2
LEAST_LETTERS, MOST_LETTERS = 5, 30
"""Letters of a word from which on another letter in it is a slip, as in streets, and up to which it is a word."""
MOST_NAMES = 2000
"""Names of an account that are compared: one that has more is a list."""
MOST_SLIPS = 3
"""Names that a story may spell in two ways; where there are more, they come from another script."""
_CONVENTIONS = re.compile("(?:er|re|or)(?=s?$)"), re.compile("[aeiou]")
"""What house styles write in two ways ("Theatre"), and those who write a name from another script."""
_Form = tuple[str, ...]


def misnamed(read: Sequence[Context], voices: Voices) -> Iterator[Assertion]:
    """How each account spells the names that the accounts spell two ways, by account.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
    """
    told = [_forms(context) for context in read]
    first = _spelt_two_ways([(_language(context), forms) for context, forms in zip(read, told, strict=True)])
    for context, forms in zip(read, told, strict=True):
        for form, span in forms.items():
            if form in first:
                topic = Topic(subject=first[form], predicate=MISNAMED, words=frozenset({" ".join(form)}))
                found = Found(ClaimType.ATTRIBUTE, span, topic, Wording(span.of(context.reading.text)))
                yield replace(stated(context, voices, found), attribution=(), modality=Modality.ASSERTED)


def is_slip(one: str, other: str, *, person: bool = False) -> bool:
    """Whether two words of names differ as only a slip of the pen makes them differ; a person's may in a vowel.

    >>> is_slip("siegel", "sigel"), is_slip("bell", "ball")
    (True, False)
    >>> is_slip("ruritania", "ruritanian"), is_slip("theatre", "theater")
    (False, False)
    >>> is_slip("karvan", "karven"), is_slip("karvan", "karven", person=True)
    (False, True)
    """
    shorter, longer = sorted((one, other), key=len)
    ends = longer.startswith(shorter) and longer != shorter + shorter[-1]
    letters = one.isalpha() and other.isalpha() and len(shorter) >= LEAST_LETTERS
    same = any(form.sub("*", one) == form.sub("*", other) for form in _CONVENTIONS[: 1 if person else None])
    return letters and not ends and not same and OSA.distance(one, other, score_cutoff=1) == 1


def _forms(context: Context) -> dict[_Form, Span]:
    """The names that are compared, by their words in plain letters behind "person" or nothing, each where it first
    stands.
    """
    ways = place_words(_language(context))
    found: dict[_Form, Span] = {}
    for name in context.reading.names[:MOST_NAMES]:
        words = [re.sub(r"[^a-z0-9]", "", anyascii(word).lower()) for word in re.split(r"[\s-]+", name.text)]
        street = ways is not None and len(words) > 1 and words[-1] in ways.ways
        if all(words) and not street and name.type is not EntityType.OTHER:
            found.setdefault((PERSON if name.type is EntityType.PERSON else "", *words), name.span)
    return found


def _language(context: Context) -> str:
    return context.account.article.language or "en"


def _spelt_two_ways(told: Sequence[tuple[str, Iterable[_Form]]]) -> Mapping[_Form, str]:
    """The names that accounts of one language spell two ways, each to what stands for both.

    Args:
        told: The language and the names of each account.
    """
    accounts: defaultdict[_Form, set[int]] = defaultdict(set)
    alike: defaultdict[tuple[str, int, _Form], set[_Form]] = defaultdict(set)
    for number, (language, forms) in enumerate(told):
        for form in forms:
            accounts[form].add(number)
            for at, shorter in _with_a_letter_less(form):
                alike[language, at, shorter].add(form)
    pairs: set[tuple[_Form, ...]] = set()
    for (_, at, _), forms in alike.items():
        pair = tuple(sorted(forms))
        if len(pair) != TWO or accounts[pair[0]] & accounts[pair[1]]:
            continue
        if is_slip(pair[0][at], pair[1][at], person=pair[0][0] == PERSON):
            pairs.add(pair)
    pairs = {pair for pair in pairs if not gazetteer().issuperset(" ".join(form[1:]) for form in pair)}
    return {form: " ".join(min(pair)) for pair in sorted(pairs) for form in pair} if len(pairs) <= MOST_SLIPS else {}


def _with_a_letter_less(form: _Form) -> Iterator[tuple[int, _Form]]:
    """A name and the forms of it with one letter less, each with the word that lost it; of a person only those of a
    middle name.
    """
    last = len(form) - 1 if form[0] == PERSON else len(form)
    for at in range(2 if form[0] == PERSON else 1, last):
        word = form[at]
        if LEAST_LETTERS <= len(word) <= MOST_LETTERS:
            yield at, form
            yield from ((at, (*form[:at], word[:cut] + word[cut + 1 :], *form[at + 1 :])) for cut in range(len(word)))
