"""Names of one article agree: the same name is of the same type wherever the article has it.

One sentence often cannot say whether "Orlund" is a firm, a town or a man; another sentence of the article can. Each
name takes half of what the article's other mentions of it say, and a surname alone what is said of the full names that
end in it, as reporters write a name in full once and shortly afterwards (one sense per discourse: Gale, Church and
Yarowsky 1992). Boundaries stay as they are: recovering mentions that were missed cost as much as it gave.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from twosource.annotate.decode import TYPES
from twosource.annotate.encoder import Parsed

WEIGHT = 0.5
"""What another mention counts beside one's own sentence. From 0.3 to 1 made no difference above noise on every eighth
article of one set of world news and every fourth of another."""

LEAST = -4.0
"""No mention speaks against a type by more than this (natural logarithm), so that one slip outvotes nothing."""

_Evidence = npt.NDArray[np.float64]


def agree(sentences: Sequence[Sequence[str]], parsed: Sequence[Parsed]) -> list[Parsed]:
    """Let the names of an article agree on their types.

    Args:
        sentences: the words of each sentence of one article.
        parsed: what the encoder read in them.

    Returns:
        The same readings with revised types; nothing else changes.
    """
    whole: dict[str, _Evidence] = defaultdict(lambda: np.zeros(len(TYPES)))
    surnames: dict[str, _Evidence] = defaultdict(lambda: np.zeros(len(TYPES)))
    for words, one in zip(sentences, parsed, strict=True):
        for (start, end, kind), own in zip(one.names, _bounded(one), strict=True):
            whole[" ".join(words[start:end])] += own
            if kind == "person" and end - start > 1:
                surnames[words[end - 1]] += own
    return [_revised(words, one, whole, surnames) for words, one in zip(sentences, parsed, strict=True)]


def _revised(words: Sequence[str], one: Parsed, whole: dict[str, _Evidence], surnames: dict[str, _Evidence]) -> Parsed:
    names = []
    for (start, end, _), own in zip(one.names, _bounded(one), strict=True):
        name = " ".join(words[start:end])
        others = whole[name] - own + surnames.get(name, 0.0)
        names.append((start, end, TYPES[int((own + WEIGHT * others).argmax())]))
    return replace(one, names=tuple(names))


def _bounded(one: Parsed) -> list[_Evidence]:
    return [np.maximum(np.asarray(row, dtype=np.float64), LEAST) for row in one.evidence]
