"""Inflected forms with their lemmas, as the treebanks have them: what no edit script can guess.

"named" is of "name", but "hammed" of "ham": the model's scripts choose by looks, so a form that the treebanks know goes
by them. Names are left out, and so is every form that is its own lemma.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.data import Sentence, load

AGREED = 0.9
"""Share of a form's occurrences that must have one lemma."""


def inflected_forms(data_folder: Path) -> dict[str, dict[str, str]]:
    """Collect the forms of all treebanks of the mixture.

    Returns:
        For each universal tag, lower-case forms with their lemmas.
    """
    sources, _ = load(data_folder)
    return agreed(item for source in sources for item in source.sentences if item.upos)


def agreed(sentences: Iterable[Sentence]) -> dict[str, dict[str, str]]:
    """Keep the forms on whose lemma the sentences agree."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, lemma, tag in zip(sentence.words, sentence.lemmas, sentence.upos, strict=True):
            if tag != "PROPN" and word.isalpha():
                counts[tag, word.lower()][lemma] += 1
    forms: dict[str, dict[str, str]] = {}
    for (tag, form), found in sorted(counts.items()):
        lemma, seen = found.most_common(1)[0]
        if lemma != form and seen >= AGREED * found.total():
            forms.setdefault(tag, {})[form] = lemma
    return forms
