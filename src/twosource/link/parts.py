"""The parts of a name: its words as they are compared, without titles and legal forms, and what was set aside.

A name is cut into words at blanks, hyphens and points; titles go from persons, legal forms from bodies, numbers and
generations are kept apart, particles keep their place with little weight; initials written together are parted, and
an Arabic "servant of" is joined to what it serves. The invariant: a name that consists of nothing else keeps all its
words, so that no name is empty which had a letter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.link.keys import plain
from twosource.model.reading import EntityType
from twosource.resources import in_all_languages, load

MOST_WORDS = 16
"""A name is compared on its first 16 words; bodies' full names have at most about 12."""
_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-zà-ÿ])")
_POSSESSIVE = re.compile(r"['’]s\b")
_QUIET = re.compile(r"['’‘ʼʹʺ`´\u0591-\u05c7\u0640\u064b-\u065f\u0670]")  # signs and vowel points that no word needs
_POINT = re.compile(r"(?<![^\W_][^\W_])\.(?=[^\W\d_]\.|[^\W\d_]\b)")  # between the letters of an acronym
_INITIALS = re.compile(r"\b[BCDFGHJKLMNPQRSTVWXZ]{2,3}\b")  # without a vowel: XI and LE are names in capitals


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name.

    Attributes:
        text: As it stands in the name, in small letters.
        plain: Romanised, without marks.
        particle: Whether it only joins.
    """

    text: str
    plain: str
    particle: bool = False

    @property
    def initial(self) -> bool:
        """Whether it is a single letter."""
        return len(self.plain) == 1


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart.

    Attributes:
        words: What is compared, in order.
        forms: Families of the legal forms that stood in a body's name.
        numbers: Numbers in a body's name, as digits, sorted; a person's generation.
        romanised: Whether the name was in a script other than Latin.
        syllabic: Whether each of its signs is a syllable, so that one other sign is another name.
    """

    words: tuple[Word, ...]
    forms: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    romanised: bool = False
    syllabic: bool = False

    @property
    def full(self) -> tuple[Word, ...]:
        """The words that are no particles; all, if there are no others."""
        return tuple(word for word in self.words if not word.particle) or self.words


@lru_cache(maxsize=1 << 16)
def parts(name: str, entity_type: EntityType) -> NameParts:
    """Take a name apart.

    >>> [word.plain for word in parts("Dr. Ana de la Çelik", EntityType.PERSON).full]
    ['ana', 'celik']
    """
    romanised = any(sign >= "\u0370" for sign in name if sign.isalpha())
    syllabic = any("\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7af" for sign in name)
    composed = unicodedata.normalize("NFC", name)
    if entity_type is EntityType.PERSON:
        kept, generation = _untitled(_person_words(composed)[:MOST_WORDS])
        return NameParts(_marked(kept), (), generation, romanised, syllabic)
    acronyms = composed.count(".") > 1
    words, numbers = _without_numbers(_words(_POINT.sub("", composed) if acronyms else composed)[:MOST_WORDS])
    kept, aside = _without(_shortened(words), frozenset(_forms()))
    forms = tuple(sorted({_forms()[word] for word in aside}))
    return NameParts(_marked(kept), forms, numbers, romanised, syllabic)


def _person_words(name: str) -> list[str]:
    """A person's words: "Surname, Given" the other way round, each initial a word, "Abd al-X" one word."""
    surname, comma, given = name.partition(",")
    if comma and given.strip() and plain(given.strip(" .")) not in _lists()["generations"]:
        name = f"{given} {surname}"
    if not name.isupper():
        name = _INITIALS.sub(lambda match: " ".join(match.group()), name)
    return _served(_words(name))


def _served(words: list[str]) -> list[str]:
    """Each "servant of" as one word with the name behind it ("Abd al-Rahman"): texts join them at will."""
    found: list[str] = []
    for word in words:
        if found and found[-1] in _lists()["servants"]:
            found[-1] += word
        else:
            found.append(word)
    return found


def _words(name: str) -> list[str]:
    spaced = _CAMEL.sub(" ", _QUIET.sub("", _POSSESSIVE.sub("", name))).replace("&", " and ")
    return [match.group().casefold() for match in _WORD.finditer(spaced)]


def is_title(word: str) -> bool:
    """Whether a word is a title or office."""
    return plain(word) in _titles()


def _untitled(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """A person's words without the titles before them and the generation behind, and this one; the last word stays."""
    generations = _lists()["generations"]
    first, last = 0, len(words)
    while first < last - 1 and plain(words[first]) in _titles():
        first += 1
    while last > first + 1 and plain(words[last - 1]) in generations:
        last -= 1
    return words[first:last], tuple(generations[plain(word)] for word in words[last:])


def _without(words: list[str], unwanted: frozenset[str]) -> tuple[list[str], tuple[str, ...]]:
    """The words that are not in a list, and those that are; all of them, where nothing would be left."""
    kept = [word for word in words if plain(word) not in unwanted]
    if not kept:
        return words, ()
    return kept, tuple(plain(word) for word in words if plain(word) in unwanted)


def _without_numbers(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    table: dict[str, str] = _lists()["numbers"]
    found = [table.get(plain(word), word if any(map(str.isdigit, word)) else "") for word in words]
    kept = [word for word, number in zip(words, found, strict=True) if not number]
    numbers = tuple(sorted(_summed([number for number in found if number])))
    return (kept, numbers) if kept else (words, ())


def _summed(numbers: list[str]) -> list[str]:
    """Tens and units that were written apart as one number ("forty", "four")."""
    found: list[str] = []
    for number in numbers:
        if found and len(number) == 1 and found[-1].isdigit() and len(found[-1]) == 2 and found[-1].endswith("0"):
            found[-1] = found[-1][0] + number
        else:
            found.append(number)
    return found


def _shortened(words: list[str]) -> list[str]:
    """Legal forms of several words as one, and words of one sense as the same."""
    text = " ".join(words)
    for long, short in _lists()["long-forms"].items():
        text = re.sub(rf"\b{long}\b", short, text)
    return [_senses().get(word, _senses().get(plain(word), word)) for word in text.split()]


def _marked(words: list[str]) -> tuple[Word, ...]:
    particles = frozenset(_lists()["particles"])
    return tuple(Word(word, plain(word), plain(word) in particles and len(words) > 1) for word in words)


def _titles() -> frozenset[str]:
    return in_all_languages("titles", "titles")


@cache
def _senses() -> dict[str, str]:
    """One word for each of several of one sense, in English or translated."""
    translated = {word: sense for sense, words in _lists()["translated"].items() for word in words.split()}
    return {**translated, **_lists()["same-words"]}


@cache
def _forms() -> dict[str, str]:
    return {form: family for family, forms in _lists()["legal-forms"].items() for form in forms.split()}


@cache
def _lists() -> dict[str, dict[str, str]]:
    return load("common", "name-words")
