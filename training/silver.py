"""Silver trees: sentences without labels, read by the teacher.

Of every word the file keeps the ``ALTERNATIVES`` likeliest tags, features, heads and labels with their probabilities.
The teacher knows no names: what is one, the model says that the student begins with, so that it keeps what it knows.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from training import data, taught
from training.data import Source, conllu, cut_hyphens
from training.losses import absent
from training.network import Network, pretrained_folder
from training.taught import Read, groups, tensors
from training.teacher import load
from training.train import opened
from twosource.annotate.decoding.decode import best_tree
from twosource.text.pieces import Divider

ALTERNATIVES = 4
LEAST_WORDS, MOST_WORDS = 8, 40
ASKED = {"gmb": 13000, "redocred-names": 5000, "fewnerd-partial": 3000, "wikigold": 1200, "crossner-politics": 600}
ASKED |= {"crossner-others": 600, "re3d": 500, "vitaminc": 3000}
"""Sentences of each set, fewer where it has no more: news and encyclopedias, only sets that may be trained on."""

READ_AT_ONCE = 4096
"""Pieces in a batch when reading."""

RUN = 9
"""A sentence that shares so many words in a row with a treebank's development or test part is left out."""

_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}


def unlabelled(sources: Sequence[Source], data_folder: Path, seed: int) -> list[list[str]]:
    """Sentences to be read, none of them in a treebank's development or test part.

    Args:
        sources: the mixture.
        data_folder: the sets, for VitaminC's passages and the parts that are kept apart.
        seed: of the choice.
    """
    dice, found = random.Random(seed), list[list[str]]()
    texts = {item.name: [sentence.words for sentence in item.sentences] for item in sources}
    with data.opened(data_folder, ("vitaminc", "ud-ewt", "ud-gum-ccby")) as roots:
        texts["vitaminc"] = list(_passages(roots["vitaminc"] / "real.jsonl"))
        apart = [file for name in ("ud-ewt", "ud-gum-ccby") for file in sorted(roots[name].glob("*.conllu"))]
        seen = {run for file in apart if "train" not in file.name for one in conllu(file) for run in _runs(one.words)}
    for name, asked in ASKED.items():
        fit = {" ".join(words): words for words in texts[name] if _is_prose(words) and seen.isdisjoint(_runs(words))}
        chosen = list(fit.values())
        dice.shuffle(chosen)
        found += chosen[:asked]
    return found


def _passages(file: Path) -> Iterator[list[str]]:
    # One of a case's passages: the others differ by a word.
    cases = dict[str, str]()
    for row in data.json_lines(file):
        cases.setdefault(row["case"], row["left"])
    for text in cases.values():
        words = [_BRACKETS.get(word, word) for word in text.split()]
        yield cut_hyphens(words, ["O"] * len(words))[0]


def _is_prose(words: Sequence[str]) -> bool:
    return LEAST_WORDS <= len(words) <= MOST_WORDS and 2 * sum(word.islower() for word in words) > len(words)


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    lower = [word.lower() for word in words]
    return {tuple(lower[start : start + RUN]) for start in range(max(1, len(lower) - RUN + 1))}


def read(teacher: Network, namer: Network, divider: Divider, sentences: Sequence[Sequence[str]]) -> Iterator[Read]:
    """Read sentences; those of about one length come together.

    Args:
        teacher: of trees and tags.
        namer: of names.
        divider: words to pieces.
        sentences: words of each.
    """
    divided = divider.word_pieces(sentences)
    pieces = [divider.assemble(words, found) for words, found in zip(sentences, divided, strict=True)]
    for group in groups(pieces, READ_AT_ONCE):
        words, places = [sentences[place] for place in group], tensors([pieces[place] for place in group])
        with torch.no_grad():
            named = namer.name_layer(_views(namer, places)[4])
            yield from _read_group(teacher, words, places, namer.names(named))


def _views(network: Network, places: Sequence[Tensor]) -> list[Tensor]:
    ids, cases, filled, firsts, shapes, suffixes = places
    return network.words(network.body(ids, cases, filled), firsts, shapes, suffixes)


def _read_group(
    network: Network, sentences: Sequence[Sequence[str]], places: Sequence[Tensor], names: Tensor
) -> Iterator[Read]:
    tags, _, arcs, labels, _ = _views(network, places)
    sizes = [len(words) + 1 for words in sentences]
    scores = network.arcs(arcs) + absent(places[3])[:, None, :]
    best = [best_tree(table[:size, :size]) for table, size in zip(scores.numpy(), sizes, strict=True)]
    heads = pad_sequence([torch.tensor([0, *found]) for found in best], batch_first=True)
    hidden = network.tag_layer(tags)
    said = {
        "upos": network.upos(hidden),
        "feats": network.feats(hidden),
        "arcs": scores,
        "labels": network.labels_of(labels, heads),
        "names": names,
    }
    chances = {name: table.float().softmax(-1) for name, table in said.items()}
    for row, (words, found) in enumerate(zip(sentences, best, strict=True)):
        soft = {name: _likeliest(table[row, 1 : sizes[row]]) for name, table in chances.items()}
        yield Read(list(words), found, soft)


def _likeliest(chances: Tensor) -> tuple[Tensor, Tensor]:
    values, numbers = chances.topk(min(ALTERNATIVES, chances.shape[-1]), dim=-1)
    return numbers.to(torch.int16), (values / values.sum(-1, keepdim=True)).half()


def make(teacher: Path, namer: Path, file: Path, data_folder: Path, seed: int, threads: int) -> None:
    """Read the silver sentences and write them.

    Args:
        teacher: its checkpoint.
        namer: checkpoint or folder of the model that says what is a name.
        file: to write.
        data_folder: where the sets are.
        seed: of the choice of sentences.
        threads: to read with.
    """
    torch.set_num_threads(threads)
    network, labels = load(teacher)
    other, same = opened(namer)
    if labels != same:
        raise SystemExit("the teacher and the model that names have different labels")
    sentences = unlabelled(data.load(data_folder)[0], data_folder, seed)
    divider = Divider(pretrained_folder() / "tokenizer.json")
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = list(read(network, other, divider, sentences))
    taught.save(found, file)
