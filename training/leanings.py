"""The leanings of names by what they are made of, fitted: ``name-leanings.toml``, read by ``annotate/names/makeup.py``.

A log-linear model over ``makeup.traits`` chooses among person, organization and place; what the article's sentences say
of the name is its offset, with a factor of its own, by which the weights are then divided. It is fitted on the half of
world news' and Deutsche Welle's articles on which all that is done behind the network was chosen;
``python -m bench.english --aside`` measures on the other half. A new model wants new leanings:

    python -m training.leanings [--model FOLDER]
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from bench.english_names import Article, articles, trim
from scipy.optimize import minimize
from scipy.special import log_softmax

from bench import data
from twosource.annotate.decoding.decode import TYPES
from twosource.annotate.encoder import Encoder
from twosource.annotate.names.makeup import NAMED, traits
from twosource.annotate.names.naming import listened

MODEL = Path("src/twosource/resources/en/model")
OUTPUT = Path("src/twosource/resources/en/name-leanings.toml")
SETS = ("worldwide-ner-dev", "dwie-dev")
TRAITS = ("one word", "capitals", "body", "ground", "given", "known", "alone", "sport")
"""As ``makeup.py`` calls them: "body" and "ground" are the words of bodies and places of ``name-contexts.toml``;
"known" is a country or its capital, "alone" a name that the article has once, "sport" one in an article on a match."""

PENALTY = 10.0
"""Strength of the penalty on squared weights."""

LEAST = np.log(1e-4)
"""The sentences speak against no type by more than this in the fit, so that a few sure slips do not rule it."""

Numbers = npt.NDArray[np.float64]
Example = tuple[Numbers, list[float], int]
"""What the sentences say of a name (logarithms of three probabilities), its traits, and the number of its true type."""


def main() -> None:
    """Read the articles, fit, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--model", type=Path, default=MODEL, help="folder of the English model")
    chosen = options.parse_args()
    encoder = Encoder.load(chosen.model, threads=1)
    found = [example for name in SETS for article in articles(name, 2) for example in examples(encoder, article)]
    OUTPUT.write_text(written(fitted(found), chosen.model, len(found)), encoding="utf-8")
    print(f"{len(found)} names, {len(TRAITS)} traits -> {OUTPUT}")


def examples(encoder: Encoder, article: Article) -> Iterator[Example]:
    """The names of an article that we found, that are there, and that the sentences take for one of three types."""
    sentences = [words for words, _ in article]
    parsed = encoder.read(sentences)
    names, heard = listened(sentences, parsed)
    for (words, gold), one, found in zip(article, parsed, names, strict=True):
        types = {(start, end): kind for start, end, kind in gold}
        for name in found:
            said, alone = heard.said(words, one, name)
            within = [types.get(span[:2]) for span in trim(words, [(name[0], name[1], "person")])]
            if within and within[0] and TYPES[int(said.argmax())] in NAMED:
                true = traits(words[name[0] : name[1]], alone, heard.sport)
                offset = np.maximum(log_softmax(said)[: len(NAMED)], LEAST)
                yield offset, [true.get(trait, 0.0) for trait in TRAITS], NAMED.index(within[0])


def fitted(found: list[Example]) -> Numbers:
    """(trait, type): weights in natural logarithms, in units of the offset; zeros of a model that finds no names."""
    shape = (len(TRAITS), len(NAMED))
    offsets = np.array([offset for offset, _, _ in found]).reshape(-1, len(NAMED))
    rows = np.array([row for _, row, _ in found]).reshape(-1, len(TRAITS))
    true = np.eye(len(NAMED))[np.array([kind for _, _, kind in found], dtype=np.int64)]

    def loss(values: Numbers) -> tuple[float, Numbers]:
        weights = values[1:].reshape(shape)
        scores = log_softmax(values[0] * offsets + rows @ weights, axis=1)
        slopes = np.exp(scores) - true
        total = -float((scores * true).sum()) + PENALTY * float((weights**2).sum())
        return total, np.append((slopes * offsets).sum(), (rows.T @ slopes + 2 * PENALTY * weights).ravel())

    start = np.append(0.5, np.zeros(shape).ravel())
    values = np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x, dtype=np.float64)
    return np.asarray(values[1:].reshape(shape) / values[0])


def written(weights: Numbers, model: Path, names: int) -> str:
    """The resource file: weights, and what they were fitted on."""
    hashes = {f"{name}.tar.gz": _sha256(data.ARCHIVES / f"{name}.tar.gz") for name in SETS}
    hashes["encoder.onnx"] = _sha256(model / "encoder.onnx")
    rows = [
        f'"{trait}" = {{ ' + ", ".join(f"{kind} = {value:.2f}" for kind, value in zip(NAMED, row, strict=True)) + " }"
        for trait, row in zip(TRAITS, weights, strict=True)
    ]
    lines = [
        'source = "python -m training.leanings, on every second article of each set (docs/model.md)"',
        f"names = {names}",
        "",
        "# What speaks for a type, in natural logarithms.",
        "[weights]",
        *rows,
        "",
        "[sha256]",
        *(f'"{name}" = "{value}"' for name, value in hashes.items()),
    ]
    return "\n".join(lines) + "\n"


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
