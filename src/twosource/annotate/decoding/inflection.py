"""Which dictionary forms an inflected English form can have: by rule, or by the list of irregular ones.

The model writes lemmas by looks and so makes "violat" of "violating" and "fl" of "fled". A lemma is checked here: it
must be one of which the rules of spelling make the form, and a word that is known where there is one; else the one that
ends as words do. "Fined" is of "fine", for of "fin" it would be "finned". The invariant: a lemma that is known and of
which the form is made is left as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from twosource import resources

_DOUBLING = re.compile(r"[^aeiou]*(?:[^aeiou]|qu)[aeiou][^aeiouwxy]$|^[aeiou][^aeiouwxy]$")
"""One syllable that ends in one vowel and one consonant doubles it: "fin", "finned"."""

_MAY_DOUBLE = re.compile(r"[aeiou][^aeiouwxyh]$")
_DOUBLED = re.compile(r"([^aeiouls])\1e?$|lle$|sse$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_ENDINGS = {"VERB": ("ed", "ing", "s"), "ADJ": ("er", "est"), "ADV": ("er", "est"), "NOUN": ("s",)}
_DEGREES = re.compile("Degree=(?:Cmp|Sup)")
_INFLECTED = {
    "VERB": re.compile(r"VerbForm=(?:Part|Ger)|Tense=Past|Number=Sing\|Person=3\|Tense=Pres"),
    "NOUN": re.compile("Number=Plur"),
    "ADJ": _DEGREES,
    "ADV": _DEGREES,
}


TRUST = 8
"""How many times as many words must end as another lemma does, for it to take the place of the model's."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that there are, lower case, and how many of them end in which three letters."""

    words: Set[str]
    endings: Counter[str]

    @classmethod
    def of(cls, words: Set[str]) -> Vocabulary:
        """Count the endings; plurals are left out, which end as no base does."""
        return cls(words, Counter(word[-3:] for word in words if not word.endswith("s") or word.endswith("ss")))


def checked(lemma: str, form: str, tag: str, feats: str, known: Vocabulary) -> str:
    """The lemma, or a better one.

    Args:
        lemma: what the model wrote.
        form: the word.
        tag: its universal tag.
        feats: its universal features.
        known: words that there are.

    >>> known = Vocabulary.of({"fin", "fine", "violate", "single", "jungle"})
    >>> checked("fin", "fined", "VERB", "Tense=Past", known), checked("fl", "Fled", "VERB", "Tense=Past", known)
    ('fine', 'flee')
    >>> checked("mingl", "mingling", "VERB", "VerbForm=Ger", known)
    'mingle'
    """
    if tag not in _ENDINGS or not form.isalpha() or not _INFLECTED[tag].search(feats):
        return lemma
    form = form.lower()
    irregular = irregular_base(form, tag)
    if irregular:
        return irregular
    if tag == "NOUN" and lemma == form in known.words:  # "troops" has no singular that means one of them
        return lemma
    bases = list(regular_bases(form, tag))
    there = [base for base in bases if base in known.words]
    if there or not bases:
        return there[0] if there and lemma not in there else lemma
    return _likeliest(lemma, bases, known) if tag == "VERB" and lemma != form else lemma


def _likeliest(lemma: str, bases: Sequence[str], known: Vocabulary) -> str:
    """Of bases that nobody knows, the one that ends as most words do: "mingle" for "mingl", "shun" for "shunne"."""
    single = [base for base in bases if not _DOUBLED.search(base)] or bases
    return max(single, key=lambda base: known.endings[base[-3:]] * (TRUST if base == lemma else 1))


def regular_bases(form: str, tag: str) -> Iterator[str]:
    """The words of which the rules of spelling make a form, the likeliest first.

    Args:
        form: lower case.
        tag: its universal tag; verbs, nouns, adjectives and adverbs are inflected.

    >>> list(regular_bases("scraping", "VERB")), list(regular_bases("stopped", "VERB"))
    (['scrape'], ['stopp', 'stoppe', 'stop'])
    """
    for ending in _ENDINGS.get(tag, ()):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            candidates = [stem, stem + "e", stem[:-1]]
            if stem.endswith("i"):
                candidates.insert(0, stem[:-1] + "y")
            if ending == "s" and stem.endswith("e"):
                candidates = [stem, stem[:-1], *([stem[:-2] + "y"] if stem.endswith("ie") else [])]
            if ending == "ing" and stem.endswith("y"):
                candidates.append(stem[:-1] + "ie")
            yield from (base for base in candidates if len(base) > 2 and form in _inflected(base, ending))


def _inflected(base: str, ending: str) -> Iterator[str]:
    """What a base becomes before an ending: one form, or two where a last consonant may double."""
    if ending == "s":
        yield base[:-1] + "ies" if _consonant_y(base) else base + ("es" if _SIBILANT.search(base) else "s")
        yield from [base + "es"] * base.endswith("o")
    elif ending == "ing":
        yield from _joined(
            base[:-2] + "y" if base.endswith("ie") else base, ending, keep=base.endswith(("ee", "oe", "ye"))
        )
    elif _consonant_y(base):
        yield base[:-1] + "i" + ending
    else:
        yield from _joined(base, ending, keep=False)


def _joined(base: str, ending: str, *, keep: bool) -> Iterator[str]:
    if base.endswith("e") and not keep:
        yield base[:-1] + ending
    elif _DOUBLING.match(base):
        yield base + base[-1] + ending
    else:
        yield base + ending
        yield from [base + base[-1] + ending] * bool(_MAY_DOUBLE.search(base))


def _consonant_y(base: str) -> bool:
    return base[-1:] == "y" and base[-2:-1] not in set("aeiou")


def irregular_base(form: str, tag: str) -> str:
    """The base of an irregular form, by its last part: "overthrown" as "thrown", "firewomen" as "women"; or nothing.

    >>> irregular_base("overthrown", "VERB"), irregular_base("horsemen", "NOUN"), irregular_base("sailed", "VERB")
    ('overthrow', 'horseman', '')
    """
    table = _irregular(tag)
    if form in table:
        return table[form]
    for behind in _words("compounded") if tag == "NOUN" else ():
        if form.endswith(behind):
            return form.removesuffix(behind) + table[behind]
    for before in _words("prefixes") if tag == "VERB" else ():
        if form.startswith(before) and form.removeprefix(before) in table:
            return before + table[form.removeprefix(before)]
    return ""


@cache
def _irregular(tag: str) -> dict[str, str]:
    """The irregular forms with their bases."""
    kind = {"VERB": "verbs", "NOUN": "nouns"}.get(tag)
    rows = resources.load("en", "irregular")[kind].replace("|", "\n").splitlines() if kind else []
    return {form: base for base, *forms in (row.split() for row in rows if row.strip()) for form in forms}


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(resources.load("en", "irregular")[name].split())
