"""Pairs of sentences with what they are to each other, from the labelled sets: one shape for all of them.

A label is ``same``, ``conflict`` or ``neither`` where the set tells the three apart, or ``other`` for what is not
the same without saying whether it conflicts. Each pair carries the key by which its set is split, so that no page,
topic or claim stands on both sides.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.data import dataset

HALF, FIFTH = 50, 20
"""Buckets of a set that tune it; buckets of vitaminc's pages that never train."""

ALIKE = 4.0
"""Grade of similarity, of 0 to 5, from which on two texts count as saying the same."""

SUPPORTS = {"SUPPORTS": "same", "REFUTES": "conflict", "NOT ENOUGH INFO": "neither", "NOT_ENOUGH_INFO": "neither"}
ENTAILS = {
    "entailment": "same",
    "paraphrase": "same",
    "contradiction": "conflict",
    "neutral": "neither",
    "not_entailment": "other",
    "not_paraphrase": "conflict",
}


class Use(StrEnum):
    """What a pair of a dev set serves."""

    TRAIN = "train"
    TUNE = "tune"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences and what they are to each other.

    Attributes:
        key: What its set is split by.
        part: Sub-kind within the set.
        grade: How much both say the same, where the set tells more than yes or no.
        home: The set whose halves it keeps to, where two sets hold the same topics; else its own.
    """

    set: str
    left: str
    right: str
    label: str
    key: str
    part: str = ""
    grade: float | None = None
    home: str = ""

    @property
    def bucket(self) -> int:
        """A number from 0 to 99 that depends on the key alone."""
        return int(sha256(f"{self.home or self.set}:{self.key}".encode()).hexdigest()[:8], 16) % 100

    @property
    def use(self) -> Use:
        """What the pair serves: one half of each dev set tunes, the other is measured. Of vitaminc, which also trains,
        a fifth of the pages is kept aside from training, and halved.
        """
        if self.set == "vitaminc" and self.bucket >= FIFTH:
            return Use.TRAIN
        if self.set == "vitaminc":
            return Use.MEASURE if self.bucket < FIFTH // 2 else Use.TUNE
        return Use.TUNE if self.bucket < HALF else Use.MEASURE


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as source:
        for line in source:
            yield json.loads(line)


def sample(pairs: Iterable[Pair], most: int) -> list[Pair]:
    """So many pairs, chosen by their texts alone, the same on every run."""
    return sorted(pairs, key=lambda pair: sha256(f"{pair.left}|{pair.right}".encode()).hexdigest())[:most]


def mrpc() -> Iterator[Pair]:
    for path in sorted(dataset("mrpc-train").rglob("msr_paraphrase_*.txt")):
        with path.open(encoding="utf-8-sig") as source:
            for row in csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE):
                label = "same" if row["Quality"] == "1" else "other"
                yield Pair("mrpc", row["#1 String"], row["#2 String"], label, row["#1 ID"])


def ecbplus() -> Iterator[Pair]:
    for row in lines(dataset("ecbplus-pairs-dev") / "ecbplus_pairs.jsonl"):
        label = "same" if row["label"] == "same_event_and_participant" else "other"
        if row["label"] != "same_event":
            yield Pair("ecbplus", row["left"], row["right"], label, str(row["topic"]), row["label"])


def rte() -> Iterator[Pair]:
    for path in sorted(dataset("rte-dev").glob("*.jsonl")):
        for row in lines(path):
            label = ENTAILS[row.get("label3") or row["label"]]
            yield Pair("rte", row["left"], row["right"], label, row["left"][:60], path.stem)


def fact_swaps() -> Iterator[Pair]:
    """Swaps are conflicts; added detail says the same; a summary that people called inconsistent is no more than not
    the same, for what is wrong in it may be added detail.
    """
    for path in sorted(dataset("fact-swaps-dev").glob("*.jsonl")):
        for row in lines(path):
            label = {"unsupported_detail": "same", "inconsistent": "other"}.get(row["label"], "conflict")
            yield Pair("fact-swaps", row["left"], row["right"], label, row["left"][:60], row["label"])


def claimdiff() -> Iterator[Pair]:
    """Pairs whose one claim strengthens the other, and all others; ``weakens`` and ``neither`` are told by the part."""
    strong, weak = (
        {row["pair_id"]: row for row in json.loads(path.read_text(encoding="utf-8"))["data"]}
        for path in _claimdiff_files()
    )
    for number, row in strong.items():
        part = "strengthens" if row["relation"] else "weakens" if weak[number]["relation"] else "neither"
        label = "same" if row["relation"] else "other"
        yield Pair("claimdiff", row["claim_a"], row["claim_b"], label, row["topic"], part)


def _claimdiff_files() -> list[Path]:
    """The file of what strengthens, then that of what weakens."""
    return sorted(dataset("claimdiff-train").rglob("ClaimDiff-*-train.json"))


def emergent() -> Iterator[Pair]:
    labels = {"for": "same", "against": "conflict", "observing": "neither"}
    for row in lines(dataset("emergent-dev") / "emergent.jsonl"):
        yield Pair("emergent", row["left"], row["right"], labels[row["label"]], row["claimId"])


def vitaminc() -> Iterator[Pair]:
    for row in lines(dataset("vitaminc") / "real.jsonl"):
        yield Pair("vitaminc", row["left"], row["right"], SUPPORTS[row["label"]], row["page"])


def superpal() -> Iterator[Pair]:
    """Sentences of a summary and of an article that state one proposition; beside each, two of the sentences that the
    same topic's other pairs hold and that are not aligned with it.
    """
    rows = [row for path in _aligned("superpal_*_sent.jsonl") for row in lines(path)]
    known = {(row["left"], row["right"]) for row in rows}
    topics: dict[str, set[str]] = {}
    for row in rows:
        topics.setdefault(row["topic"], set()).add(row["right"])
    told = {(row["left"], right): row["topic"] for row in rows for right in topics[row["topic"]]}
    strangers = [Pair("superpal", *pair, "other", topic) for pair, topic in told.items() if pair not in known]
    yield from (Pair("superpal", *pair, "same", told[pair]) for pair in sorted(known))
    yield from sample(strangers, 2 * len(known))


def qa_align() -> Iterator[Pair]:
    """Sentences on one event, graded by how many of their propositions are aligned. Its topics are those of ECB+, of
    ``superpal`` and of two summary tasks ("D1104-B-ABDH": topic D1104).
    """
    for row in lines(*_aligned("qaalign_dev.jsonl")):
        aligned = int(row["label"].split()[0])
        topic = (row["topic"] or row["key"].removeprefix("TAC2008~!~").removeprefix("TAC2011~!~")).split("~!~")[0]
        topic = topic.split("-")[0]
        home = "superpal" if topic.startswith("MultiNews") else ""
        if topic[:1].isdigit():
            topic, home = topic.removesuffix("p"), "ecbplus"
        label = "same" if aligned else "other"
        yield Pair("qa-align", row["left"], row["right"], label, topic, grade=float(aligned), home=home)


def nanco() -> Iterator[Pair]:
    """Answers that outlets give to one question, as short as they are."""
    for row in lines(*_aligned("nanco_answers.jsonl")):
        label = "same" if row["label"] == "same_answer" else "other"
        yield Pair("nanco", row["left"], row["right"], label, row["question"])


def nanco_paragraphs() -> Iterator[Pair]:
    """The paragraphs that hold the answers of ``nanco``, where they are two."""
    for row in lines(*_aligned("nanco_answers.jsonl")):
        label = "same" if row["label"] == "same_answer" else "other"
        if row["left_par"] != row["right_par"]:
            yield Pair("nanco-par", row["left_par"], row["right_par"], label, row["question"], home="nanco")


def _aligned(pattern: str) -> list[Path]:
    return sorted(dataset("crossdoc-align-dev").glob(pattern))


def sts_headlines() -> Iterator[Pair]:
    return _similar("sts-heads", headlines=True)


def sts_sentences() -> Iterator[Pair]:
    return _similar("sts-texts", headlines=False)


def _similar(name: str, *, headlines: bool) -> Iterator[Pair]:
    """Pairs graded from 0 to 5; from 4 on ("unimportant details differ") they count as the same."""
    for path in sorted(dataset("sts-news-dev").glob("*.jsonl")):
        if ("headlines" in path.stem) == headlines:
            for row in lines(path):
                grade = float(row["label"])
                label = "same" if grade >= ALIKE else "other"
                yield Pair(name, row["left"], row["right"], label, row["left"][:60], path.stem, grade)


DEV_SETS: dict[str, Callable[[], Iterator[Pair]]] = {
    "mrpc": mrpc,
    "ecbplus": ecbplus,
    "claimdiff": claimdiff,
    "rte": rte,
    "emergent": emergent,
    "fact-swaps": fact_swaps,
    "vitaminc": vitaminc,
    "superpal": superpal,
    "qa-align": qa_align,
    "nanco": nanco,
    "nanco-par": nanco_paragraphs,
    "sts-heads": sts_headlines,
    "sts-texts": sts_sentences,
}
