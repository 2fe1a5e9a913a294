"""Coreference scores over gold mentions: MUC, B-cubed, entity-based CEAF, and their mean, the CoNLL F1.

As the reference scorer defines them (Pradhan, Luo, Recasens, Hovy, Ng and Strube, "Scoring Coreference Partitions of
Predicted Mentions: A Reference Implementation", ACL 2014). A partition is a list of sets of mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Partition = Sequence[frozenset[Hashable]]
Ratio = tuple[float, float]
"""Numerator and denominator, so that the counts of several topics add up."""


def partition(clusters: Iterable[Iterable[Hashable]]) -> list[frozenset[Hashable]]:
    """The clusters that hold a mention, as sets."""
    return [frozenset(cluster) for cluster in clusters if cluster]


def muc(key: Partition, response: Partition) -> Ratio:
    """Links of ``key`` that ``response`` keeps, over the links of ``key`` (Vilain et al., 1995).

    >>> key = partition([["a", "b", "c"], ["d", "e", "f", "g"]])
    >>> response = partition([["a", "b"], ["c", "d"], ["f", "g", "h", "i"]])
    >>> muc(key, response), muc(response, key)
    ((2.0, 5.0), (2.0, 5.0))
    """
    place = {mention: number for number, cluster in enumerate(response) for mention in cluster}
    kept = 0
    for cluster in key:
        missing = sum(mention not in place for mention in cluster)
        parts = len({place[mention] for mention in cluster if mention in place}) + missing
        kept += len(cluster) - parts
    return float(kept), float(sum(len(cluster) - 1 for cluster in key))


def b_cubed(key: Partition, response: Partition) -> Ratio:
    """For each mention of ``key`` the share of its cluster that ``response`` keeps (Bagga and Baldwin, 1998)."""
    shared = sum(len(one & other) ** 2 / len(one) for one in key for other in response)
    return shared, float(sum(map(len, key)))


def ceaf(key: Partition, response: Partition) -> Ratio:
    """The best one-to-one match of clusters by the share of mentions they have in common (Luo, 2005, phi 4)."""
    likeness = np.array([[2 * len(one & other) / (len(one) + len(other)) for other in response] for one in key])
    if not likeness.size:
        return 0.0, float(len(key))
    rows, columns = linear_sum_assignment(-likeness)
    return float(likeness[rows, columns].sum()), float(len(key))


MEASURES: dict[str, Callable[[Partition, Partition], Ratio]] = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf}


def scores(pairs: Iterable[tuple[Partition, Partition]]) -> dict[str, float]:
    """F1 by measure and their mean under ``CoNLL``, over several topics: counts add up before they are divided.

    Args:
        pairs: Key and response of each topic.

    >>> key = partition([["a", "b", "c"], ["d", "e", "f", "g"]])
    >>> response = partition([["a", "b"], ["c", "d"], ["f", "g", "h", "i"]])
    >>> {name: round(value, 2) for name, value in scores([(key, response)]).items()}
    {'MUC': 0.4, 'B3': 0.45, 'CEAFe': 0.52, 'CoNLL': 0.46}
    """
    told = list(pairs)
    found = {}
    for name, measure in MEASURES.items():
        recall = _ratio([measure(key, response) for key, response in told])
        precision = _ratio([measure(response, key) for key, response in told])
        found[name] = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
    return found | {"CoNLL": sum(found.values()) / len(found)}


def _ratio(counts: Sequence[Ratio]) -> float:
    total = sum(below for _, below in counts)
    return sum(above for above, _ in counts) / total if total else 0.0
