"""Events across documents: gold mentions of ECB+ put together by what ``corroborate`` knows of an event.

Each topic holds two look-alike events (two earthquakes, two thefts of one museum). Given are the topics, the sentences
that were annotated in full, their words, and the mentions; asked is which mentions tell the same event. The baselines
put together mentions of one lemma; of one lemma in sentences that share enough words; and whatever stands in sentences
that do. Thresholds are chosen on half of the topics, figures are of the others.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import log, sqrt
from pathlib import Path
from xml.etree import ElementTree

from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from bench.accounts import half
from bench.conll import Partition, partition, scores
from bench.data import dataset, report
from twosource.annotate.account import complete
from twosource.annotate.pipeline import Document, Pipeline, open_pipeline
from twosource.corroborate.alignment.apart import kind_of
from twosource.corroborate.alignment.cluster import Pair, cluster
from twosource.corroborate.alignment.likeness import FEATURES, Rarity, likeness
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.happenings import event_at
from twosource.corroborate.assertions.topics import Core, concept_of
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context, contexts
from twosource.corroborate.lexicon import lexicon
from twosource.link import link
from twosource.model.article import Article
from twosource.model.reading import Annotated, Reading

LAST_TOPIC = 35
LEARNED = (
    "shared words nearby",
    "shared words",
    "same participants",
    "same people",
    "other people",
    "same places",
    "other agents",
    "other patients",
)
THRESHOLDS = [number / 20 for number in range(1, 11)]


@dataclass(frozen=True, slots=True)
class Mention:
    """A gold mention of an event.

    Attributes:
        document: File without its ending.
        words: Places of its words among the words of the document's annotated sentences.
        event: The chain that it belongs to; its own where it is in none.
    """

    document: str
    words: tuple[int, ...]
    event: str

    @property
    def name(self) -> str:
        """What the scorer knows it by."""
        return f"{self.document}:{self.words[0]}:{self.words[-1]}"


@dataclass(frozen=True, slots=True)
class Told:
    """One document: its annotated sentences and their mentions."""

    name: str
    sentences: Document
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A mention as it was read: what decides and what the baselines see."""

    mention: Mention
    assertion: Assertion
    lemma: str
    sentence: frozenset[str]


Alike = Callable[[Item, Item], float]


def main() -> None:
    """Print the scores of the kept-aside topics and write them down."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--learn", action="store_true", help="print weights learned on the tuning topics, no scores")
    chosen = options.parse_args()
    pipeline = open_pipeline()
    topics = {number: read_topic(number, pipeline) for number in range(1, LAST_TOPIC + 1)}
    tuning = [items for number, items in topics.items() if items and half(f"topic {number}") == 0]
    kept = [items for number, items in topics.items() if items and half(f"topic {number}") == 1]
    if chosen.learn:
        for name, weight in learned(tuning).items():
            print(f'"{name}" = {weight:.2f}')
        return
    table = {"corroborate": _score(kept, ours)}
    for name, method in BASELINES.items():
        tuned = {share: _score(tuning, method(share))["CoNLL"] for share in THRESHOLDS}
        table[name] = _score(kept, method(max(tuned, key=tuned.__getitem__)))
    for name, row in table.items():
        print(f"{name:28}", "  ".join(f"{measure} {100 * value:5.1f}" for measure, value in row.items()))
    rounded = {name: {key: round(value, 4) for key, value in row.items()} for name, row in table.items()}
    sample = {"topics": len(kept), "mentions": sum(map(len, kept)), "tuned on topics": len(tuning)}
    report("events", {"scores": rounded, "sample": sample})


def read_topic(number: int, pipeline: Pipeline) -> list[Item]:
    """The mentions of a topic, read as the pipeline reads the sentences around them."""
    documents = [found for path in _files(number) if (found := _document(path)) is not None]
    readings = pipeline.read_words(one.sentences for one in documents)
    accounts = [_account(one.name, reading) for one, reading in zip(documents, readings, strict=True)]
    entities = link(accounts)
    voices = Voices(entities)
    told = zip(documents, contexts(accounts, entities), strict=True)
    return [_item(mention, context, voices) for one, context in told for mention in one.mentions]


def _account(name: str, reading: Reading) -> Annotated:
    return Annotated(Article(name, reading.text, language="en"), complete(reading, None, "en"), None)


def _item(mention: Mention, context: Context, voices: Voices) -> Item:
    inside = [index for index in mention.words if index < len(context.tree.tokens)]
    outside = [index for index in inside if context.tree.tokens[index].head not in inside]
    head = (outside or inside)[0]
    return Item(
        mention,
        event_at(context, voices, Core(head, concept_of(context, head), None, ())),
        context.lemma(head),
        context.sentence_words[context.sentence(head)],
    )


def _files(topic: int) -> list[Path]:
    return sorted((dataset("ecbplus-dev") / "ECB+" / str(topic)).glob("*.xml"))


@cache
def _annotated() -> dict[tuple[str, str], frozenset[int]]:
    """The sentences that were annotated in full, by topic and file."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    with (dataset("ecbplus-dev") / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found[row["Topic"], row["File"]].add(int(row["Sentence Number"]))
    return {place: frozenset(numbers) for place, numbers in found.items()}


def _document(path: Path) -> Told | None:
    topic, _, file = path.stem.partition("_")
    chosen = _annotated().get((topic, file), frozenset())
    root = ElementTree.parse(path).getroot()
    sentences: dict[int, list[str]] = defaultdict(list)
    places: dict[str, int] = {}
    for token in root.iter("token"):
        if int(token.attrib["sentence"]) in chosen:
            places[token.attrib["t_id"]] = len(places)
            sentences[int(token.attrib["sentence"])].append(token.text or "_")
    mentions = tuple(_mentions(path.stem, root, places))
    return Told(path.stem, [sentences[number] for number in sorted(sentences)], mentions) if mentions else None


def _mentions(name: str, root: ElementTree.Element, places: dict[str, int]) -> Iterator[Mention]:
    chains = dict(_chains(name, root))
    markables = root.find("Markables")
    for markable in markables if markables is not None else ():
        anchors = [anchor.attrib["t_id"] for anchor in markable.iter("token_anchor")]
        if "ACTION" in markable.tag and anchors and all(anchor in places for anchor in anchors):
            own = f"{name}:{markable.attrib['m_id']}"
            yield Mention(name, tuple(places[anchor] for anchor in anchors), chains.get(markable.attrib["m_id"], own))


def _chains(name: str, root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    relations = root.find("Relations")
    for relation in relations if relations is not None else ():
        across = relation.tag == "CROSS_DOC_COREF"
        event = relation.attrib["note"] if across else f"{name}:chain {relation.attrib['r_id']}"
        yield from ((source.attrib["m_id"], event) for source in relation.iter("source"))


def ours(items: Sequence[Item]) -> Partition:
    """Mentions put together as ``corroborate`` puts assertions together."""
    rarity, known = _rarity(items), lexicon("en")
    found = {
        (left, right): likeness(items[left].assertion, items[right].assertion, rarity, known)
        for left in range(len(items))
        for right in range(left + 1, len(items))
    }
    alike: dict[Pair, float] = {pair: one.score for pair, one in found.items()}
    groups = cluster(len(items), alike, lambda left, right: found[left, right].apart)
    return partition([[items[index].mention.name for index in group] for group in groups])


def learned(topics: Sequence[Sequence[Item]]) -> dict[str, float]:
    """Weights of the features of events, by logistic regression over the pairs that are of one kind of event."""
    told, same = [], []
    for items in topics:
        rarity, known = _rarity(items), lexicon("en")
        for left, right in combinations(items, 2):
            one, other = left.assertion, right.assertion
            if kind_of(one.topic, known) == kind_of(other.topic, known):
                told.append([FEATURES[name](one, other, rarity, known) for name in LEARNED])
                same.append(left.mention.event == right.mention.event)
    model = LogisticRegression(max_iter=500).fit(told, same)
    return dict(zip(("bias", *LEARNED), (float(model.intercept_[0]), *map(float, model.coef_[0])), strict=True))


def _rarity(items: Sequence[Item]) -> Rarity:
    words: dict[str, frozenset[str]] = defaultdict(frozenset)
    for one in items:
        words[one.mention.document] |= one.sentence
    return Rarity([words[name] for name in sorted(words)])


def _joined(items: Sequence[Item], alike: Callable[[Item, Item], bool]) -> Partition:
    """All that is connected by pairs that are alike."""
    groups: list[list[Item]] = []
    for one in items:
        near = [group for group in groups if any(alike(one, other) for other in group)]
        groups = [group for group in groups if group not in near] + [[one, *(each for group in near for each in group)]]
    return partition([[one.mention.name for one in group] for group in groups])


def _cosine(items: Sequence[Item]) -> Alike:
    """Cosine of the sentences' words, weighted by how few of the topic's documents have them."""
    documents: dict[str, set[str]] = defaultdict(set)
    for one in items:
        for word in one.sentence:
            documents[word].add(one.mention.document)
    total = len({one.mention.document for one in items})
    weight = {word: log(1 + total / len(found)) for word, found in documents.items()}

    def alike(left: Item, right: Item) -> float:
        shared = sum(weight[word] ** 2 for word in sorted(left.sentence & right.sentence))
        sizes = [sqrt(sum(weight[word] ** 2 for word in sorted(one.sentence))) for one in (left, right)]
        return shared / (sizes[0] * sizes[1]) if all(sizes) else 0.0

    return alike


Method = Callable[[Sequence[Item]], Partition]


def _lemma(share: float) -> Method:
    return lambda items: _joined(items, lambda left, right: left.lemma == right.lemma)


def _by_cosine(share: float) -> Method:
    def joined(items: Sequence[Item]) -> Partition:
        alike = _cosine(items)
        return _joined(items, lambda left, right: alike(left, right) >= share)

    return joined


def _lemma_and_cosine(share: float) -> Method:
    def joined(items: Sequence[Item]) -> Partition:
        alike = _cosine(items)
        return _joined(items, lambda left, right: left.lemma == right.lemma and alike(left, right) >= share)

    return joined


BASELINES: dict[str, Callable[[float], Method]] = {
    "same lemma": _lemma,
    "cosine of sentences": _by_cosine,
    "same lemma and cosine": _lemma_and_cosine,
}


def _score(topics: Sequence[Sequence[Item]], method: Method) -> dict[str, float]:
    return scores((_key(items), method(items)) for items in topics)


def _key(items: Sequence[Item]) -> Partition:
    by_event: dict[str, list[str]] = defaultdict(list)
    for one in items:
        by_event[one.mention.event].append(one.mention.name)
    return partition(by_event.values())


if __name__ == "__main__":
    main()
