"""What 8 bits cost the English model: the package's figures beside those of the same model in 32 bits.

    python -m bench.english_bits --full FOLDER [--model FOLDER] [--sample 4] [--most 500 FILE]

``FOLDER`` is what ``python -m training full`` wrote with the ``--run``, ``--from`` and ``--mean`` that the export had.
``--most`` lists the sentences that the two read most differently, each with all that differs and, of the treebanks,
what is right: a person reads them. Which reading is called A is drawn anew for each sentence; the file's last lines
tell. Needs the ``training`` extra.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.__main__ import MODEL
from training.data import Sentence, conllu

from bench.data import dataset, report
from bench.english import TREES, accuracies, pairs_auc
from bench.english_names import SETS, Names, articles, score, trim
from twosource.annotate.encoder import Encoder, Parsed

TREEBANKS = ("ud-ewt dev", "ud-gum-ccby dev")
FIGURES = ("upos", "feats", "lemma", "uas", "las")
SEED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as two models read it.

    Attributes:
        origin: its set.
        gold: what the treebank says; only the words where no treebank does.
        names: what is a name there, where that is known.
        read: as the model reads it in 8 bits and in 32.
    """

    origin: str
    gold: Sentence
    names: Names | None
    read: tuple[Parsed, Parsed]

    def differences(self) -> list[tuple[str, str, str, str]]:
        """What differs: the word, how each of the two reads it, and what is right, empty where nobody knows."""
        found = []
        for place, word in enumerate(self.gold.words):
            eight, full = (self._arc(one, place) for one in self.read)
            if eight != full:
                found.append((f"{word}-{place + 1}", eight, full, self._right(place)))
        sides = [set(trim(self.gold.words, one.names)) for one in self.read]
        right = ", ".join(map(self._named, sorted(self.names))) if self.names is not None else ""
        shown = [", ".join(map(self._named, sorted(side - other))) for side, other in (sides, sides[::-1])]
        return found + [("names", shown[0] or "none", shown[1] or "none", right)] * (sides[0] != sides[1])

    def _arc(self, read: Parsed, place: int) -> str:
        return self._shown(place, read.heads[place], read.deprels[place], read.upos[place])

    def _right(self, place: int) -> str:
        if not self.gold.heads:
            return ""
        head = self.gold.heads[place] - 1 if self.gold.heads[place] else place
        return self._shown(place, head, self.gold.deprels[place], self.gold.upos[place])

    def _shown(self, place: int, head: int, label: str, tag: str) -> str:
        target = "ROOT" if head == place else f"{self.gold.words[head]}-{head + 1}"
        return f"{tag} {label} < {target}"

    def _named(self, name: tuple[int, int, str]) -> str:
        return f"{' '.join(self.gold.words[name[0] : name[1]])} ({name[2]})"


def compared(models: tuple[Encoder, Encoder], sample: int) -> tuple[list[Line], dict[str, list[float]]]:
    """What two models read, and the figures of each.

    Args:
        models: in 8 bits and in 32.
        sample: of news, every so many-th article, and pair of sentences with one meaning or not.
    """
    lines: list[Line] = []
    figures: dict[str, list[float]] = {}
    for name in TREEBANKS:
        archive, file = TREES[name]
        gold = list(conllu(dataset(archive) / file))
        read = [model.read([item.words for item in gold]) for model in models]
        scores = [accuracies(gold, side) for side in read]
        figures |= {f"{name}, {what}": [side[what] for side in scores] for what in FIGURES}
        lines += [Line(name, item, None, pair) for item, pair in zip(gold, zip(*read, strict=True), strict=True)]
    for name in SETS:
        cases = [case for article in articles(name, sample) for case in article]
        words, right = [case[0] for case in cases], [case[1] for case in cases]
        read = [model.read(words) for model in models]
        found = [[trim(part, one.names) for part, one in zip(words, side, strict=True)] for side in read]
        figures[f"{name}, F1 by sentence"] = [score(side, right)["micro"] for side in found]
        pairs = zip(*read, strict=True)
        lines += [Line(name, Sentence(*case[:1]), case[1], pair) for case, pair in zip(cases, pairs, strict=True)]
    figures["vectors, AUC"] = [pairs_auc(model, sample) for model in models]
    return lines, figures


def differing(lines: Sequence[Line]) -> dict[str, float]:
    """How much of what is read differs: sentences, words (tag, head or label), and lines of names, in hundredths."""
    found = [line.differences() for line in lines]
    words = sum(len(line.gold.words) for line in lines)
    named = sum(one[0] == "names" for differences in found for one in differences)
    return {
        "sentences": len(lines),
        "of these read alike to the last label, %": round(100 * found.count([]) / len(lines), 2),
        "words": words,
        "of these with another tag, head or label, %": round(100 * (sum(map(len, found)) - named) / words, 2),
        "sentences with other names, %": round(100 * named / len(lines), 2),
    }


def listed(lines: Sequence[Line], most: int) -> str:
    """The sentences that differ most, to be read: A and B are the two models, by chance which is which."""
    dice, keys = random.Random(SEED), []
    blocks = []
    for number, line in enumerate(sorted(lines, key=lambda one: -len(one.differences()))[:most], 1):
        swapped = dice.random() < 0.5
        keys.append(f"{number}:{'B' if swapped else 'A'}")
        rows = [
            f"  {word}: A {full if swapped else eight} | B {eight if swapped else full}"
            + f" | right {right}" * bool(right)
            for word, eight, full, right in line.differences()
        ]
        blocks.append("\n".join([f"{number} [{line.origin}] {' '.join(line.gold.words)}", *rows]))
    return "\n\n".join([*blocks, "8 bits are: " + " ".join(keys)]) + "\n"


def main() -> None:
    """Print the table and write it; write the sentences that differ most if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.english_bits")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder of the model in 8 bits")
    parser.add_argument("--full", type=Path, required=True, help="folder of the same model in 32 bits")
    parser.add_argument("--sample", type=int, default=4, help="of news, read every so many-th article and pair")
    parser.add_argument("--most", nargs=2, metavar=("COUNT", "FILE"), help="list the sentences that differ most")
    given = parser.parse_args()
    lines, figures = compared((Encoder.load(given.model), Encoder.load(given.full)), given.sample)
    for what, (eight, full) in figures.items():
        print(f"{what:40} 8 bits {eight:6.2f}  32 bits {full:6.2f}  cost {full - eight:+.2f}")
    found = differing(lines)
    print(found)
    if given.most:
        Path(given.most[1]).write_text(listed(lines, int(given.most[0])), encoding="utf-8")
    rows = {
        what: {"8 bits": one, "32 bits": other, "cost": round(other - one, 2)} for what, (one, other) in figures.items()
    }
    report("english_bits", {"figures": rows, "what differs": found})


if __name__ == "__main__":
    main()
