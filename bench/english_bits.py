"""What 8 bits cost the English model, told from its 8-bit file alone.

    python -m bench.english_bits [--model FOLDER] [--full FOLDER] [--sample 16] [--draws 3]

8 bits cost twice. *Activations*: the same weights taken back into 32 bits and run in 32 bits; what that gains is their
cost. *Weights*: rounding moved each by up to half a step either way. Where those from before it are lost, the rounded
ones are moved once more by as much (uniform, seeded noise): to second order that costs what rounding cost, for the
loss grows with the variance of what is added. ``--full`` is a folder that ``python -m training full`` wrote from the
model's own checkpoint, where there still is one: with it the true cost stands beside the estimate. Needs the
``training`` extra (onnx).
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from training.__main__ import MODEL
from training.data import conllu
from training.unrounded import unrounded

from bench.data import dataset, report
from bench.english import TREES, accuracies, pairs_auc
from bench.english_names import articles, score, trim
from twosource.annotate.encoder import Encoder

TREEBANKS = ("ud-ewt dev", "ud-gum-ccby dev")
NEWS = ("worldwide-ner-dev", "dwie-dev")
Figures = dict[str, float]


def opened(folder: Path, draws: int, full: Path | None) -> Iterator[tuple[str, Encoder]]:
    """The model in 8 bits, that from before rounding, the rounded weights in 32 bits, and those moved so many times."""
    yield "8 bits", Encoder.load(folder)
    if full:
        yield "32 bits", Encoder.load(full)
    model = onnx.load(folder / "encoder.onnx")
    noises = {f"moved {draw}": np.random.default_rng(draw) for draw in range(1, draws + 1)}
    for name, noise in {"rounded": None, **noises}.items():
        with tempfile.TemporaryDirectory() as scratch:
            shutil.copytree(folder, scratch, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.onnx", "untouched"))
            onnx.save(unrounded(model, noise), Path(scratch) / "encoder.onnx")
            encoder = Encoder.load(Path(scratch))
        yield name, encoder


def measured(encoder: Encoder, sentences: int, sample: int) -> tuple[Figures, list[int]]:
    """A model's figures, and the head that it gives each word of the treebanks.

    Args:
        encoder: the model.
        sentences: of the treebanks, every so many-th sentence is read.
        sample: of news, every so many-th article, whose names count by sentence, and pair.
    """
    figures, heads = {}, []
    for name in TREEBANKS:
        archive, file = TREES[name]
        gold = list(conllu(dataset(archive) / file))[::sentences]
        parsed = encoder.read([item.words for item in gold])
        found = accuracies(gold, parsed)
        figures |= {f"{name}, {what}": found[what] for what in ("upos", "uas", "las")}
        heads += [head for one in parsed for head in one.heads]
    for name in NEWS:
        read = articles(name, sample)
        words = [part for article in read for part, _ in article]
        names = [trim(part, one.names) for part, one in zip(words, encoder.read(words), strict=True)]
        figures[f"{name}, F1"] = score(names, [right for article in read for _, right in article])["micro"]
    return figures | {"vectors, AUC": pairs_auc(encoder, sample)}, heads


def costs(read: dict[str, Figures]) -> dict[str, dict[str, Any]]:
    """What was gained and lost between the models, figure by figure."""
    moved = [figures for name, figures in read.items() if name.startswith("moved")]
    found: dict[str, dict[str, Any]] = {}
    for what, rounded in read["rounded"].items():
        row = {"activations": rounded - read["8 bits"][what]}
        row["weights, estimated"] = rounded - sum(figures[what] for figures in moved) / len(moved)
        row["both, estimated"] = sum(row.values())
        if "32 bits" in read:
            row |= {"weights": read["32 bits"][what] - rounded, "both": read["32 bits"][what] - read["8 bits"][what]}
        found[what] = {name: round(cost, 2) for name, cost in row.items()}
    return found


def main() -> None:
    """Print the table and write it."""
    parser = argparse.ArgumentParser(prog="python -m bench.english_bits")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder of the model in 8 bits")
    parser.add_argument("--full", type=Path, help="folder of the same model in 32 bits, where there is one")
    parser.add_argument("--sentences", type=int, default=1, help="of the treebanks, read every so many-th sentence")
    parser.add_argument("--sample", type=int, default=16, help="of news, read every so many-th article and pair")
    parser.add_argument("--draws", type=int, default=3, choices=range(1, 10), help="how often the weights are moved")
    given = parser.parse_args()
    read, heads = {}, {}
    for name, encoder in opened(given.model, given.draws, given.full):
        read[name], heads[name] = measured(encoder, given.sentences, given.sample)
        print(f"{name:10}", *read[name].values(), flush=True)
    moved = {name: round(100 * float(np.not_equal(found, heads["rounded"]).mean()), 2) for name, found in heads.items()}
    print("heads that differ from those of the rounded weights in 32 bits, %:", moved)
    lost = costs(read)
    for what, row in lost.items():
        print(f"{what:28}", ", ".join(f"{name} {cost:+.2f}" for name, cost in row.items()))
    report(
        "english_bits",
        {"figures": read, "points that 8 bits cost": lost, "heads that differ from the rounded weights', %": moved},
    )


if __name__ == "__main__":
    main()
