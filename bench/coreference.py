"""Coreference against GUM's news and interviews (CC BY genres) and GAP's ambiguous pronouns.

GUM: of the pairs of mentions that we join, how many mean the same (precision); of the mentions that have an
antecedent, how many we join to a right one (recall; "I" outside quotations and "you" are among them, which we leave
alone). What "it", "they" and a repeated noun ask of a candidate was chosen on the same documents, the rest elsewhere.
Baseline: mentions with the same last word are the same. GAP: F1 over the two names of each passage, as its paper scores
it (Webster et al. 2018, whose best syntactic baseline, parallelism, is quoted).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice
from pathlib import Path

from bench.data import dataset, report
from twosource.annotate import open_pipeline
from twosource.annotate.attribution import find_attributions
from twosource.annotate.coreference import find_coreference
from twosource.annotate.coreference.lexicon import lexicon
from twosource.annotate.coreference.mentions import find_mentions
from twosource.model.reading import Reading
from twosource.model.span import Span
from twosource.text.tree import Tree

GENRES = ("news", "interview")
PASSAGES = 2000
"""Of GAP's test part: all of them; the weights were fitted on its development part."""
LINKS = frozenset({"coref", "ana", "cata", "appos", "pred", "disc"})
"""Each mention is linked to the next of its chain, so that to leave a kind out would break chains in two."""
PUBLISHED_PARALLELISM = 0.668
_TARGET = re.compile(r"(\d+-\d+)(?:\[(\d+)_(\d+)\])?")


@dataclass
class Document:
    """A GUM document: its text, its mentions, and the entity that each means."""

    text: str = ""
    mentions: dict[str, Span] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)

    def entities(self) -> dict[str, str]:
        """Each mention's entity, named by its first mention."""
        parent = {mention: mention for mention in self.mentions}

        def top(mention: str) -> str:
            while parent[mention] != mention:
                mention = parent[mention]
            return mention

        for left, right in self.links:
            if left in parent and right in parent:
                parent[top(right)] = top(left)
        return {mention: top(mention) for mention in self.mentions}


def read_gum(path: Path) -> Document:
    document = Document()
    tokens: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if line.startswith("#") or len(columns) < 10:
            continue
        place, (start, end) = columns[0], map(int, columns[1].split("-"))
        document.text = document.text.ljust(start, "\n" if place.endswith("-1") else " ") + columns[2]
        for entity in columns[3].split("|") if columns[3] != "_" else ():
            number = re.search(r"\[(\d+)\]", entity)
            name = number[1] if number else place
            tokens.setdefault(name, []).append(place)
            before = document.mentions.get(name)
            document.mentions[name] = Span(before.start if before else start, end)
        document.links.extend(_links(place, columns[8], columns[9]))
    return document


def _links(place: str, kinds: str, targets: str) -> Iterator[tuple[str, str]]:
    for kind, target in zip(kinds.split("|"), targets.split("|"), strict=False):
        match = _TARGET.match(target)
        if kind in LINKS and match:
            there, here = match[2] or "0", match[3] or "0"
            yield (place if here == "0" else here, match[1] if there == "0" else there)


def ours(reading: Reading) -> tuple[tuple[Span, ...], ...]:
    tree = Tree(reading)
    return find_coreference(tree, attributions=find_attributions(tree))


def same_head(reading: Reading) -> tuple[tuple[Span, ...], ...]:
    """The naive baseline: mentions that end in the same word are the same."""
    tree = Tree(reading)
    chains: dict[str, list[Span]] = {}
    for mention in find_mentions(tree, lexicon("en")):
        chains.setdefault(tree.tokens[mention.words[-1]].text.lower(), []).append(mention.span)
    return tuple(tuple(chain) for chain in chains.values() if len(chain) > 1)


def score_gum(documents: Sequence[Document], chains: Sequence[tuple[tuple[Span, ...], ...]]) -> dict[str, float]:
    right = joined = found = linked = 0
    for document, predicted in zip(documents, chains, strict=True):
        entity = document.entities()
        ordered = sorted(document.mentions, key=lambda one: (len(document.mentions[one]), document.mentions[one]))
        matched = [{_match(span, document, ordered) for span in chain} for chain in predicted]
        for chain in matched:
            for left, other in combinations(sorted(str(one) for one in chain), 2):
                joined += 1
                right += entity.get(left) is not None and entity.get(left) == entity.get(other)
        ours: dict[str, set[str]] = {}
        for chain in matched:
            for one in chain - {None}:
                ours.setdefault(str(one), set()).update(
                    str(other) for other in chain if other is not None and other != one
                )
        seen: dict[str, str] = {}
        for mention in sorted(document.mentions, key=lambda one: document.mentions[one]):
            if entity[mention] in seen:
                linked += 1
                found += any(entity.get(other) == entity[mention] for other in ours.get(mention, ()))
            seen[entity[mention]] = mention
    return {"precision": right / max(1, joined), "recall": found / max(1, linked), "pairs": joined}


def _match(span: Span, document: Document, ordered: Sequence[str]) -> str | None:
    """The shortest gold mention that holds a span."""
    return next((name for name in ordered if document.mentions[name].contains(span)), None)


def score_gap(rows: Sequence[dict[str, str]], readings: Sequence[Reading]) -> dict[str, float]:
    right = found = wanted = 0
    for row, reading in zip(rows, readings, strict=True):
        chains = find_coreference(Tree(reading))
        pronoun = Span(int(row["Pronoun-offset"]), int(row["Pronoun-offset"]) + len(row["Pronoun"]))
        chain = next((one for one in chains if pronoun in one), ())
        for name in ("A", "B"):
            place = Span(int(row[f"{name}-offset"]), int(row[f"{name}-offset"]) + len(row[name]))
            said = any(span.overlaps(place) for span in chain)
            truth = row[f"{name}-coref"].upper() == "TRUE"
            right, found, wanted = right + (said and truth), found + said, wanted + truth
    precision, recall = right / max(1, found), right / max(1, wanted)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall)}


def gap_rows(part: str, count: int) -> list[dict[str, str]]:
    path = next(iter(sorted(dataset("gap-coreference").rglob(f"gap-{part}.tsv"))))
    with path.open(encoding="utf-8", newline="") as lines:
        return list(islice(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), count))


def main() -> None:
    pipeline = open_pipeline()
    paths = [path for genre in GENRES for path in sorted(dataset("gum-ccby").rglob(f"GUM_{genre}_*.tsv"))]
    documents = [read_gum(path) for path in paths]
    readings = list(pipeline.read([document.text for document in documents]))
    figures = {
        "ours": score_gum(documents, [ours(reading) for reading in readings]),
        "same last word": score_gum(documents, [same_head(reading) for reading in readings]),
    }
    rows = gap_rows("test", PASSAGES)
    gap = score_gap(rows, list(pipeline.read([row["Text"] for row in rows])))
    print(f"GUM, {len(documents)} documents          precision  recall  pairs")
    for name, one in figures.items():
        print(f"{name:28}  {one['precision']:8.3f}  {one['recall']:6.3f}  {one['pairs']:5}")
    print(
        f"GAP, {len(rows)} passages of test: P {gap['precision']:.3f} R {gap['recall']:.3f} F1 {gap['f1']:.3f}", end=" "
    )
    print(f"(parallelism, published: F1 {PUBLISHED_PARALLELISM})")
    report("coreference", {"gum": figures, "gap": gap, "sample": {"gum": len(documents), "gap test": len(rows)}})


if __name__ == "__main__":
    main()
