"""The English encoder at run time: words of sentences in; tags, features, lemmas, trees, names and vectors out.

ONNX Runtime, NumPy and tokenizers only. Every sentence runs alone through the 8-bit graph: the graph takes the scale of
its activations from all it is given at once, so that in a batch a sentence's neighbours would move its result. Alone,
the same sentence gives the same bytes whatever is read with it, and nothing is spent on padding; threads read different
sentences (docs/model.md has the measurement). A sentence too long for the encoder is read in windows, in linear time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import as_file
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime

from twosource import resources
from twosource.annotate.decoding.decode import NAME_LABELS, best_names, best_tree
from twosource.annotate.decoding.inflection import Vocabulary
from twosource.annotate.decoding.lemma import Lexicon, lemma_of
from twosource.annotate.decoding.subjects import one_subject
from twosource.errors import PipelineError
from twosource.text.pieces import Divider, Pieces, windows

WINDOW = 254
"""Word pieces read at once. The pretrained encoder was made for up to 256, [CLS] and [SEP] with them."""

NAMELESS = frozenset({"PRON", "AUX", "PUNCT"})
"""A name of such words alone is none: now and then a capital "We" at a sentence's start is taken for a body."""

SUBJECTS = ("nsubj", "nsubj:pass")
"""The relations of which a word has one; a clause about a whole statement has another (``nsubj:outer``)."""

JOINT = "parataxis"
"""The label that ties the root of a long sentence's later window to the root of its first."""


Labels = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the encoder read in one sentence; the tuples are as long as the sentence.

    Attributes:
        upos: universal tags.
        feats: universal features such as ``Number=Sing|Person=3``, empty where there are none.
        lemmas: dictionary forms.
        heads: index of each word's head in the sentence; the root has its own index.
        deprels: universal relations; ``root`` for the root.
        names: half-open runs of words with ``person``, ``organization``, ``place`` or ``other``.
        vector: (384,), unit length.
        scores: (words, ``decode.NAME_LABELS``), each word's part in a name: logarithms of probabilities.
    """

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...]
    vector: npt.NDArray[np.float32]
    scores: npt.NDArray[np.float32]


class _Scores(NamedTuple):
    """The graph's outputs, in its order; row 0 is the root, the others are the words."""

    upos: npt.NDArray[np.int64]
    feats: npt.NDArray[np.int64]
    lemmas: npt.NDArray[np.int64]
    arcs: npt.NDArray[np.float32]
    labels: npt.NDArray[np.int64]
    names: npt.NDArray[np.float32]
    vector: npt.NDArray[np.float32]


class Session(Protocol):
    """What is used of ONNX Runtime's session."""

    def run(self, names: None, given: dict[str, npt.NDArray[np.int64]]) -> Sequence[npt.NDArray[Any]]:
        """Run the graph."""
        ...


class Encoder:
    """Reads sentences of UD English words; safe to share between threads."""

    def __init__(self, session: Session, divider: Divider, labels: Labels, lexicon: Lexicon, threads: int) -> None:
        """Put the parts together; ``load`` is the way in."""
        self._session, self._divider, self._labels, self._threads = session, divider, labels, threads
        self._lexicon = lexicon
        self._feats = ["" if feats == "_" else feats for feats in labels["feats"]]
        self._subjects = [labels["deprels"].index(label) for label in SUBJECTS]
        self._said = [labels["deprels"].index("ccomp")]
        self._name_columns = [labels["names"].index(label) for label in NAME_LABELS]

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 2) -> Encoder:
        """Open a model.

        Args:
            folder: holds ``encoder.onnx``, ``tokenizer.json``, ``forms.json`` and ``model.json``; ``None`` for the
                bundled model.
            threads: sentences read at the same time.

        Raises:
            PipelineError: A file of the model is missing or is of another make.
        """
        if folder is None:
            with as_file(resources.folder("en") / "model") as bundled:
                return cls.load(bundled, threads)
        try:
            record = json.loads((folder / "model.json").read_text(encoding="utf-8"))
            forms = json.loads((folder / "forms.json").read_text(encoding="utf-8"))
            divider = Divider(folder / "tokenizer.json")
            session = _session(folder / "encoder.onnx")
        except Exception as error:  # tokenizers and onnxruntime raise no types of their own for a missing file
            raise PipelineError(f"no English model in {folder}: {error}") from error
        known = Vocabulary.of(divider.whole_words().union(*(found.values() for found in forms.values())))
        return cls(session, divider, record["labels"], Lexicon(forms, known), threads)

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Parsed]:
        """Read sentences.

        Args:
            sentences: the words of each, cut as UD English cuts them.

        Returns:
            One reading a sentence, in order.
        """
        divided = self._divider.word_pieces(sentences)
        pairs = list(zip(sentences, divided, strict=True))
        if self._threads > 1 and len(pairs) > 1:
            with ThreadPoolExecutor(self._threads) as pool:
                return list(pool.map(self._read_one, pairs))
        return [self._read_one(pair) for pair in pairs]

    def _read_one(self, pair: tuple[Sequence[str], list[list[int]]]) -> Parsed:
        words, pieces = pair
        runs = windows([len(found) for found in pieces], WINDOW)
        read = [self._read_window(words[start:end], pieces[start:end]) for start, end in runs]
        return read[0] if len(read) == 1 else _joined(read)

    def _read_window(self, words: Sequence[str], pieces: Sequence[Sequence[int]]) -> Parsed:
        scores = self._run(self._divider.assemble(words, pieces))
        heads = one_subject(best_tree(scores.arcs), scores.arcs, scores.labels, self._subjects, self._said)
        relations = self._labels["deprels"]
        deprels = [
            relations[scores.labels[place, head]] if head else "root" for place, head in enumerate(heads, start=1)
        ]
        upos = [self._labels["upos"][number] for number in scores.upos[1:]]
        named = scores.names[1:, self._name_columns]
        found = best_names(named, NAME_LABELS)
        names = tuple(name for name in found if not NAMELESS.issuperset(upos[name[0] : name[1]]))
        scripts = [self._labels["lemmas"][number] for number in scores.lemmas[1:]]
        feats = [self._feats[number] for number in scores.feats[1:]]
        described = zip(words, upos, feats, scripts, strict=True)
        return Parsed(
            upos=tuple(upos),
            feats=tuple(feats),
            lemmas=tuple(lemma_of(*item, self._lexicon) for item in described),
            heads=tuple(head - 1 if head else place for place, head in enumerate(heads)),
            deprels=tuple(deprels),
            names=names,
            vector=scores.vector,
            scores=named,
        )

    def _run(self, pieces: Pieces) -> _Scores:
        given = {name: getattr(pieces, name) for name in ("ids", "cases", "firsts", "shapes", "suffixes")}
        return _Scores(*self._session.run(None, given))


def _session(file: Path) -> Session:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session: Session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    return session


def _joined(parts: Sequence[Parsed]) -> Parsed:
    """Join the windows of one long sentence: later roots hang on the first, the vector is the mean by words."""
    heads: list[int] = []
    deprels: list[str] = []
    names: list[tuple[int, int, str]] = []
    root = parts[0].deprels.index("root")
    for part in parts:
        start = len(heads)
        roots = [relation == "root" and start > 0 for relation in part.deprels]
        heads += [root if hung else head + start for head, hung in zip(part.heads, roots, strict=True)]
        deprels += [JOINT if hung else relation for relation, hung in zip(part.deprels, roots, strict=True)]
        names += [(first + start, last + start, kind) for first, last, kind in part.names]
    weighed = np.sum([part.vector * len(part.upos) for part in parts], axis=0)
    return Parsed(
        upos=tuple(chain.from_iterable(part.upos for part in parts)),
        feats=tuple(chain.from_iterable(part.feats for part in parts)),
        lemmas=tuple(chain.from_iterable(part.lemmas for part in parts)),
        heads=tuple(heads),
        deprels=tuple(deprels),
        names=tuple(names),
        vector=np.asarray(weighed / np.linalg.norm(weighed), dtype=np.float32),
        scores=np.concatenate([part.scores for part in parts]),
    )
