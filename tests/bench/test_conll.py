"""The coreference scorer against the worked example of its reference (Pradhan et al., 2014), and at its ends."""

from __future__ import annotations

import pytest
from bench.conll import b_cubed, ceaf, muc, partition, scores

KEY = partition([["a", "b", "c"], ["d", "e", "f", "g"]])
RESPONSE = partition([["a", "b"], ["c", "d"], ["f", "g", "h", "i"]])


@pytest.mark.parametrize(
    ("measure", "recall", "precision"), [(muc, 0.4, 0.4), (b_cubed, 0.42, 0.5), (ceaf, 0.65, 0.43)]
)
def test_the_published_example(measure: object, recall: float, precision: float) -> None:
    assert callable(measure)
    above, below = measure(KEY, RESPONSE)
    assert above / below == pytest.approx(recall, abs=0.005)
    above, below = measure(RESPONSE, KEY)
    assert above / below == pytest.approx(precision, abs=0.005)


def test_a_partition_is_itself() -> None:
    assert set(scores([(KEY, KEY)]).values()) == {1.0}


def test_nothing_put_together_keeps_no_link() -> None:
    alone = partition([[one] for one in "abcdefg"])
    assert scores([(KEY, alone)])["MUC"] == 0.0
