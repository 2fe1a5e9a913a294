"""Families of copies made out of labelled articles, with who took from whom known by construction.

Each base text gets derived texts of every kind that lineage must tell: verbatim, cut, edited by stretches and word by
word, reordered, merged, spun, translation-like, disguised. Everything is drawn from one seed, so a run can be repeated.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from bench.accounts import Document
from bench.data import dataset

KINDS = {
    "verbatim": "verbatim",
    "cut": "verbatim",
    "excerpt": "verbatim",
    "edited-10-stretches": "verbatim",
    "edited-30-stretches": "verbatim",
    "edited-10-words": "verbatim",
    "edited-30-words": "verbatim",
    "reordered": "verbatim",
    "merged": "verbatim",
    "homoglyphs": "verbatim",
    "spun": "rewrite",
    "translation-like": "translation",
}
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_LETTERS = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "i": "і"}


@dataclass(frozen=True, slots=True)
class Derived:
    """A made text: its parents' ids (the main one first) and how it was made."""

    document: Document
    parents: tuple[str, ...]
    made: str


def families(bases: list[Document], seed: int) -> list[Derived]:
    """One text of each kind for each base; merged ones take the next base as their second parent."""
    found = []
    for place, base in enumerate(bases):
        chance = random.Random(f"{seed}-{base.id}")
        other = bases[(place + 1) % len(bases)]
        for made, make in _MAKERS.items():
            text = make(base.text, chance)
            found.append(Derived(base.like(f"{base.id}.{made}", text), (base.id,), made))
        merged = _merged(base.text, other.text)
        found.append(Derived(base.like(f"{base.id}.merged", merged), (base.id, other.id), "merged"))
    return found


def paragraphs_of(text: str) -> list[str]:
    return [part for part in text.split("\n\n") if part.strip()]


def sentences_of(text: str) -> list[str]:
    return [part for paragraph in paragraphs_of(text) for part in _SENTENCE.split(paragraph)]


def _cut(text: str, chance: random.Random) -> str:
    sentences = sentences_of(text)
    return " ".join(sentences[: max(4, int(len(sentences) * chance.uniform(0.4, 0.7)))])


def _excerpt(text: str, chance: random.Random) -> str:
    """A third of the text within as much text of other words."""
    sentences = sentences_of(text)
    size = max(4, len(sentences) // 3)
    start = chance.randrange(max(1, len(sentences) - size))
    words = sorted(set(re.findall(r"[a-z]{4,}", text)))
    filler = [" ".join(chance.sample(words, min(14, len(words)))).capitalize() + "." for _ in range(size)]
    return " ".join(filler[: size // 2] + sentences[start : start + size] + filler[size // 2 :])


def edited(share: float, *, stretches: bool) -> Callable[[str, random.Random], str]:
    def make(text: str, chance: random.Random) -> str:
        words = text.split(" ")
        pool = re.findall(r"[a-z]{3,}", text)
        at = 0
        while at < len(words):
            length = chance.randint(8, 16) if stretches else 1
            if chance.random() < share:
                words[at : at + length] = [chance.choice(pool) for _ in words[at : at + length]]
            at += length
        return " ".join(words)

    return make


def _reordered(text: str, chance: random.Random) -> str:
    sentences = sentences_of(text)
    blocks = [sentences[start : start + 2] for start in range(0, len(sentences), 2)]
    chance.shuffle(blocks)
    return "\n\n".join(" ".join(block) for block in blocks)


def _merged(text: str, other: str) -> str:
    first, second = sentences_of(text), sentences_of(other)
    return " ".join(first[: max(4, len(first) // 2)] + second[: max(4, len(second) // 2)])


def homoglyphs(text: str, chance: random.Random) -> str:
    signs = (_LETTERS.get(sign, sign) if chance.random() < 0.15 else sign for sign in text)
    return "".join(sign + ("\u200b" if sign.isalpha() and chance.random() < 0.02 else "") for sign in signs)


def spun(text: str, chance: random.Random) -> str:
    sentences = [sentence for sentence in sentences_of(text) if chance.random() > 0.08]
    return " ".join(_turned(_replaced(sentence, chance, 0.5), chance) for sentence in sentences)


def _translated(text: str, chance: random.Random) -> str:
    sentences = [_turned(_replaced(sentence, chance, 0.35), chance) for sentence in sentences_of(text)]
    respelled = re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}", lambda match: _foreign(match[0]), " ".join(sentences))
    return re.sub(r"(\d),(\d{3})", r"\1\2", respelled).replace("“", "„").replace("”", "“")


def _foreign(name: str) -> str:
    for ours, theirs in (
        ("Sh", "Sch"),
        ("sh", "sch"),
        ("Ch", "Tsch"),
        ("v", "w"),
        ("V", "W"),
        ("y", "j"),
        ("Y", "J"),
        ("c", "k"),
        ("C", "K"),
        ("th", "t"),
        ("z", "s"),
    ):
        name = name.replace(ours, theirs)
    return name


def _replaced(sentence: str, chance: random.Random, share: float) -> str:
    """Synonyms for a share of the plain words; speech stays, for spinners keep quotations."""
    if sentence.count('"') + sentence.count("“") > 0:
        share /= 4
    table = synonyms()
    words = sentence.split(" ")
    for place, word in enumerate(words):
        match = re.fullmatch(r"([a-z]{3,})([,.;:]?)", word)
        if match and match[1] in table and chance.random() < share * 1.6:
            words[place] = chance.choice(table[match[1]]) + match[2]
    return " ".join(words)


def _turned(sentence: str, chance: random.Random) -> str:
    """Small changes of syntax: the speaker first, the day first, one sentence made two."""
    speaker = re.fullmatch(r"([^\"“”]{20,}), (\w[\w .]{2,30} (?:said|says|announced))\.", sentence)
    if speaker:
        return f"{speaker[2][0].upper()}{speaker[2][1:]} that {speaker[1][0].lower()}{speaker[1][1:]}."
    day = re.fullmatch(r"(.{20,}) (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(.*)\.", sentence)
    if day:
        return f"{day[2].capitalize()}, {day[1][0].lower()}{day[1][1:]}{day[3]}."
    if chance.random() < 0.5 and (split := re.fullmatch(r"(.{25,}), (?:and|but|while) (.{25,})", sentence)):
        return f"{split[1]}. {split[2][0].upper()}{split[2][1:]}"
    return sentence


_MAKERS: dict[str, Callable[[str, random.Random], str]] = {
    "verbatim": lambda text, _: text,
    "cut": _cut,
    "excerpt": _excerpt,
    "edited-10-stretches": edited(0.1, stretches=True),
    "edited-30-stretches": edited(0.3, stretches=True),
    "edited-10-words": edited(0.1, stretches=False),
    "edited-30-words": edited(0.3, stretches=False),
    "reordered": _reordered,
    "homoglyphs": homoglyphs,
    "spun": spun,
    "translation-like": _translated,
}


@cache
def synonyms() -> dict[str, list[str]]:
    """Words with like ones, from the open relation sets."""
    folder = dataset("lexical-relations")
    found: dict[str, set[str]] = {}
    for name, labels in (("antsynnet.jsonl", {"synonym"}), ("ppdb_mwa_words.jsonl", {"paraphrase"})):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            left, right = row["left"], row["right"]
            if row["label"] in labels and left[:4] != right[:4] and left.isalpha() and right.isalpha():
                found.setdefault(left, set()).add(right)
                found.setdefault(right, set()).add(left)
    return {word: sorted(others) for word, others in sorted(found.items())}
