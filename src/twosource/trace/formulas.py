"""What a report gives in an official's words without marks: whom to call, and what somebody is charged with.

"Anyone with information is asked to call" and a list of charges stand alike in every report of a case, for nobody may
word them anew. They are set aside like quotations: who shares them has the same notice, not the other's report.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from twosource.resources import languages, load
from twosource.text.words import Words, fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LISTS = ("calling", "informing", "after_charges")
LONGEST_NOTICE = 80
"""Words of a sentence that may be a notice; what is longer is no sentence, but a text whose ends were not found."""


def formulas(words: Words, sentences: Sequence[range], language: str) -> NDArray[np.bool_]:
    """For each word whether it belongs to a notice to the public or to a list of charges.

    Args:
        words: A text's words.
        sentences: Its sentences, as indexes of words.
        language: ISO 639-1 code; without a list of such words there are none.
    """
    mask = np.zeros(len(words), bool)
    if language not in languages("officials"):
        return mask
    calling, informing, charging, ending = _listed(language)
    for inside in sentences:
        held = frozenset(words.folded[inside.start : inside.stop])
        if len(inside) <= LONGEST_NOTICE and not held.isdisjoint(calling) and not held.isdisjoint(informing):
            mask[inside.start : inside.stop] = True
        charged = False
        for place in inside:
            word = words.folded[place]
            charged = (charged and word not in ending) or words.folded[place - 1 : place + 1] in charging
            mask[place] |= charged
    return mask


@cache
def _listed(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[tuple[str, ...]], frozenset[str]]:
    table = load(language, "officials")
    calling, informing, behind = (frozenset(map(fold, table[name])) for name in _LISTS)
    return calling, informing, frozenset(tuple(map(fold, pair.split())) for pair in table["charging"]), behind
