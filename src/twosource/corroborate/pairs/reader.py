"""The pair reader: does one text support another, do they conflict, or neither?

A small encoder reads both texts at once (``pair_pieces`` says what it sees). It was trained on open pairs and on news
sentences with one fact changed (``training/pair_reader.py``; docs/model.md has its card and its figures). Reach for it
where two texts are known to be on one matter: it does not know which event a sentence is about, and it knows figures
only as words. So it is one feature among typed comparisons, never the judge.

Every pair runs alone through the 8-bit graph, as the sentences of ``annotate/encoder.py`` do and for its reason: the
same pair gives the same numbers whatever is read with it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import as_file
from math import log
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime

from twosource import resources
from twosource.corroborate.pairs.pair_pieces import PairPieces, lay_pairs
from twosource.errors import PipelineError
from twosource.text.pieces import Divider

CLASSES = ("supports", "conflicts", "neither")
THREADS = 2
REMEMBERED = 1 << 15
"""Pairs whose reading is kept; then the memory begins anew. A run of the program compares far fewer."""

CERTAIN = 6.0
"""Log-odds beyond these (1 in 400) say nothing more: the reader is seldom so right."""

_INPUTS = ("ids", "cases", "sides", "marks")


class Reading(NamedTuple):
    """What the reader makes of a pair; the three sum to 1.

    Attributes:
        supports: Probability that the right text follows from the left one.
        conflicts: Probability that they cannot both be true of one matter.
        neither: Probability that the left text does not decide on the right one.
    """

    supports: float
    conflicts: float
    neither: float


ITSELF = Reading(1.0, 0.0, 0.0)
"""A text beside itself: no pair set holds such pairs, so the encoder never learned what needs no learning."""


class Session(Protocol):
    """What is used of ONNX Runtime's session."""

    def run(self, names: None, given: dict[str, npt.NDArray[np.int64]]) -> Sequence[npt.NDArray[Any]]:
        """Run the graph."""
        ...


class PairReader:
    """Reads pairs of English texts."""

    def __init__(self, session: Session, divider: Divider) -> None:
        """Put the parts together; ``load`` is the way in."""
        self._session, self._divider = session, divider
        self._known: dict[tuple[str, str], Reading] = {}

    @classmethod
    def load(cls, folder: Path | None = None, tokenizer: Path | None = None) -> PairReader:
        """Open a reader.

        Args:
            folder: Holds ``reader.onnx`` and ``reader.json``; ``None`` for the bundled one.
            tokenizer: The vocabulary; ``None`` for the English model's.

        Raises:
            PipelineError: A file is missing or of another make.
        """
        english = resources.folder("en")
        with as_file(english / "reader") as bundled, as_file(english / "model" / "tokenizer.json") as vocabulary:
            return cls._open(folder or bundled, tokenizer or vocabulary)

    @classmethod
    def _open(cls, folder: Path, tokenizer: Path) -> PairReader:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        try:
            record = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
            divider = Divider(tokenizer)
            file = str(folder / "reader.onnx")
            session: Session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # tokenizers and onnxruntime raise no types of their own for a missing file
            raise PipelineError(f"no pair reader in {folder}: {error}") from error
        if tuple(record["classes"]) != CLASSES:
            raise PipelineError(f"the pair reader in {folder} tells {record['classes']}, not {list(CLASSES)}")
        return cls(session, divider)

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """Read pairs.

        Args:
            pairs: Left and right text of each; a text beyond ``pair_pieces.SIDE_PIECES`` pieces is read to there. A
                text supports itself, and is not read for that.

        Returns:
            One reading a pair, in order.
        """
        wanted = [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]
        new = [pair for pair in wanted if pair not in self._known]
        if len(self._known) + len(new) > REMEMBERED:
            self._known.clear()
            new = wanted
        laid = lay_pairs(new, self._divider)
        if len(new) > 1:
            with ThreadPoolExecutor(THREADS) as pool:
                found = list(pool.map(self._read_one, laid))
        else:
            found = [self._read_one(item) for item in laid]
        self._known.update(zip(new, found, strict=True))
        return [ITSELF if pair[0] == pair[1] else self._known[pair] for pair in pairs]

    def _read_one(self, pieces: PairPieces) -> Reading:
        (logs,) = self._session.run(None, {name: getattr(pieces, name) for name in _INPUTS})
        shares = np.exp(np.asarray(logs, dtype=np.float64))
        return Reading(*(float(share) for share in shares / shares.sum()))


def reader_features(left: str, right: str) -> dict[str, float]:
    """What the reader says of two English texts, whichever stands first.

    Args:
        left, right: The texts.

    Returns:
        How surely one of them supports the other, and the log-odds that they conflict, as the surer no of both orders.

    Raises:
        PipelineError: The reader is missing.
    """
    there, back = bundled_reader().read([(left, right), (right, left)])
    return {
        "reader supports": max(there.supports, back.supports),
        "reader sees conflict": log_odds(min(there.conflicts, back.conflicts)),
    }


def log_odds(share: float) -> float:
    """The logarithm of the odds, between -``CERTAIN`` and ``CERTAIN``.

    >>> log_odds(0.5), log_odds(1.0)
    (0.0, 6.0)
    """
    share = min(max(share, 1e-9), 1.0 - 1e-9)
    return max(-CERTAIN, min(CERTAIN, log(share / (1.0 - share))))


@cache
def bundled_reader() -> PairReader:
    """The reader of the package, opened on first use and once.

    Raises:
        PipelineError: It is missing.
    """
    return PairReader.load()


def read_pairs(pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float64]:
    """Read pairs of English texts with the bundled reader.

    Args:
        pairs: Left and right text of each. "Supports" looks from left to right; read both orders for a likeness.

    Returns:
        (pair, 3): the probabilities of ``CLASSES``; the same for a pair whatever is read with it.

    Raises:
        PipelineError: The reader is missing.
    """
    return np.array(bundled_reader().read(pairs), dtype=np.float64).reshape(-1, len(CLASSES))
