"""Names put in the place of names, so that what is learned is the context and not the list of names.

The sets name the same few hundred capitals and presidents over and over; the news of tomorrow names others. So now and
then every name of a sentence gives way to another of its type and its number of words (mention replacement: Dai and
Adel 2020): a place to one of the gazetteer, a person to one made of names in many tongues, a body to another body of
the sets. Only sentences without trees are changed, and only names whose labels are certain.
"""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from training.data import Sentence, Source, set_folder
from training.names import NAME_LABELS, spans_of
from twosource import resources

SHARE = 0.25
"""Of the sentences without trees, the share whose names are swapped."""

LEAST_WEIGHT = 1.0
"""Only sets of this weight lend their names: silver ones hold mistakes."""

SPELLINGS = "name-spellings"
"""The set of persons' names as several languages spell them (CC0)."""

_BITS = {1 << place: label for place, label in enumerate(NAME_LABELS)}
_SWAPPED = ("person", "organization", "place")


class Swaps:
    """Names by type and number of words, and sentences with others in their place."""

    def __init__(self, sources: Sequence[Source], spellings: Sequence[str]) -> None:
        """Gather the names.

        Args:
            sources: the mixture.
            spellings: words of persons' names, lower case, from many languages.
        """
        self._spellings = spellings
        found: dict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
        for sentence in (item for source in sources for item in source.sentences if item.weight >= LEAST_WEIGHT):
            for start, end, kind in certain_names(sentence):
                found[kind, end - start].add(tuple(sentence.words[start:end]))
        for name in gazetteer():
            found["place", len(name)].add(name)
        self._pools = {key: sorted(names) for key, names in found.items()}

    def swapped(self, sentence: Sentence, dice: random.Random) -> Sentence:
        """The sentence with other names, now and then; labels stay true, for as many words stand there as before."""
        if sentence.upos or dice.random() >= SHARE:
            return sentence
        words = list(sentence.words)
        for start, end, kind in certain_names(sentence):
            words[start:end] = self._another(kind, words[start:end], dice)
        return replace(sentence, words=words)

    def _another(self, kind: str, words: Sequence[str], dice: random.Random) -> Sequence[str]:
        if kind == "person" and all(word.istitle() for word in words):
            return [dice.choice(self._spellings).capitalize() for _ in words]
        pool = self._pools.get((kind, len(words)))
        return dice.choice(pool) if pool and kind in _SWAPPED else words


def certain_names(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The names whose every word has one label, and behind which none may go on."""
    masks = [*sentence.masks, 0]
    for start, end, kind in spans_of([_BITS.get(mask, "O") for mask in sentence.masks]):
        begun, inside = (1 << NAME_LABELS.index(f"{position}-{kind}") for position in "BI")
        if kind in _SWAPPED and masks[start] == begun and not masks[end] & inside:
            yield start, end, kind


def load_spellings(folder: Path) -> tuple[str, ...]:
    """The Latin spellings of the set of spellings, letters only.

    Args:
        folder: holds the sets, packed or unpacked.
    """
    with tempfile.TemporaryDirectory() as scratch:
        files = sorted((set_folder(folder, SPELLINGS, Path(scratch)) / "data").glob("wd_*"))
        rows = [row for file in files for row in file.read_text(encoding="utf-8").splitlines()]
    words = {row.partition("\t")[0] for row in rows}
    return tuple(sorted(word for word in words if word.isalpha() and len(word) > 2))


def gazetteer() -> Iterator[tuple[str, ...]]:
    """The countries, capitals and cities of the package's list of places, word by word."""
    places = resources.load("common", "places")
    names = [name for country in places["countries"] for name in (country["name"], *country.get("capitals", ()))]
    for name in (*names, *places["states"]["names"], *places["cities"]["names"]):
        if name[:1].isalpha() and "," not in name:
            yield tuple(name.replace("-", " - ").split())
