"""Entities across documents: names of MEANTIME's four corpora (30 Wikinews articles each), each read as one story.

B-cubed (Bagga and Baldwin, 1998) over the gold names that an instance of person, body or place ties together. Our own
names are found by the pipeline; a gold name that no mention of ours overlaps counts as alone, so that what the tagger
misses is paid for. The baselines are given the gold spans: the same string is the same entity, or the same words
without case, titles and legal forms. ``gold spans`` gives ours the same help, with the gold types.
"""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.data import dataset, report
from twosource.annotate import annotate, open_pipeline
from twosource.link import link
from twosource.link.parts import parts
from twosource.model.article import Article
from twosource.model.reading import Annotated, EntityType, Mention
from twosource.model.span import Span

TYPES = {"PER": EntityType.PERSON, "ORG": EntityType.ORGANIZATION, "LOC": EntityType.PLACE}
_CLOSE = frozenset({",", ".", ";", ":", "!", "?", "%", ")", "'s", "'", "n't", "’s", "''"})
_OPEN = frozenset({"(", "$", "``", "#"})


@dataclass(frozen=True, slots=True)
class Gold:
    """A name with its instance."""

    article: str
    span: Span
    text: str
    type: EntityType
    instance: str


def document(path: Path) -> tuple[Article, list[Gold]]:
    """One article with its gold names."""
    root = Xml.parse(path).getroot()
    text, places, before, sentence = "", {}, "", "0"
    for token in root.iter("token"):
        word = token.text or ""
        joint = "" if not text or word in _CLOSE or before in _OPEN else " "
        joint = "\n\n" if token.get("sentence") != sentence and sentence in ("0", "1") else joint
        places[token.get("t_id")] = (len(text) + len(joint), len(text) + len(joint) + len(word))
        text, before, sentence = text + joint + word, word, token.get("sentence") or ""
    article = Article(root.get("doc_id") or path.stem, text)
    return article, _names(root, places, article)


def _names(root: Xml.Element, places: dict[str | None, tuple[int, int]], article: Article) -> list[Gold]:
    targets = {
        one.get("m_id"): one for one in root.iter("ENTITY") if one.get("ent_type") in TYPES and one.get("instance_id")
    }
    owner = {
        source.get("m_id"): targets[target.get("m_id")]
        for link in root.iter("REFERS_TO")
        for target in link.iter("target")
        if target.get("m_id") in targets
        for source in link.iter("source")
    }
    found = []
    for mention in root.iter("ENTITY_MENTION"):
        anchors = [places[one.get("t_id")] for one in mention.iter("token_anchor")]
        if mention.get("m_id") in owner and anchors and mention.get("syntactic_type") in ("NAM", ""):
            span = _bare(Span(anchors[0][0], anchors[-1][1]), article.text)
            one = owner[mention.get("m_id")]
            if _is_name(span.of(article.text)):
                instance, kind = one.get("instance_id") or "", TYPES[one.get("ent_type") or ""]
                found.append(Gold(article.id, span, span.of(article.text), kind, instance))
    return found


def _bare(span: Span, text: str) -> Span:
    start = span.start + (4 if span.of(text).casefold().startswith("the ") else 0)
    return Span(start, span.end - (2 if text[start : span.end].endswith(("'s", "’s")) else 0))


def _is_name(text: str) -> bool:
    """Whether a gold mention is a name and no description: every longer word has a capital."""
    words = [word for word in text.split() if len(word) > 3 or text.count(" ") == 0]
    return bool(words) and all(word[:1].isupper() for word in words) and len(text.split()) <= 8


def b_cubed(system: Sequence[Hashable], gold: Sequence[str]) -> dict[str, float]:
    """Precision, recall and F1 of a clustering, mention by mention."""
    ours, theirs = defaultdict(set), defaultdict(set)
    for place, (one, other) in enumerate(zip(system, gold, strict=True)):
        ours[one].add(place)
        theirs[other].add(place)
    both = [(ours[one], theirs[other]) for one, other in zip(system, gold, strict=True)]
    precision = sum(len(one & other) / len(one) for one, other in both) / len(both)
    recall = sum(len(one & other) / len(other) for one, other in both) / len(both)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


def clusters(accounts: Sequence[Annotated], names: Sequence[Gold]) -> list[Hashable]:
    """For each gold name the entity whose mention overlaps it most, or itself."""
    by_article: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in link(accounts):
        for mention in entity.mentions:
            by_article[mention.passage.article].append((mention.passage.span, entity.id))
    found: list[Hashable] = []
    for place, name in enumerate(names):
        fits = [
            (min(span.end, name.span.end) - max(span.start, name.span.start), entity)
            for span, entity in by_article[name.article]
            if span.overlaps(name.span)
        ]
        found.append(max(fits)[1] if fits else place)
    return found


def with_names(account: Annotated, names: Sequence[Gold]) -> Annotated:
    """An account whose names are the gold ones."""
    own = sorted({(one.span, one.text, one.type) for one in names if one.article == account.article.id})
    kept: list[Mention] = []
    for span, text, kind in own:
        if not kept or span.start >= kept[-1].span.end:
            kept.append(Mention(span, text, kind))
    return replace(account, body=replace(account.body, names=tuple(kept)))


def main() -> None:
    """Print the table and write it."""
    pipeline = open_pipeline()
    totals: dict[str, list[dict[str, float]]] = defaultdict(list)
    counts: dict[str, int] = {}
    for folder in sorted((dataset("meantime") / "intra_cross-doc_annotation").glob("corpus_*")):
        documents = [document(path) for path in sorted(folder.glob("*.xml"))]
        names = [name for _, own in documents for name in own]
        accounts = list(annotate([article for article, _ in documents], pipeline))
        gold = [name.instance for name in names]
        counts[folder.name] = len(names)
        folded = [tuple(word.plain for word in parts(name.text, name.type).full) for name in names]
        totals["exact string"].append(b_cubed([name.text for name in names], gold))
        totals["normalised string"].append(b_cubed(folded, gold))
        totals["twosource, gold spans"].append(
            b_cubed(clusters([with_names(one, names) for one in accounts], names), gold)
        )
        totals["twosource"].append(b_cubed(clusters(accounts, names), gold))
    table = {
        name: {part: round(sum(row[part] for row in rows) / len(rows), 3) for part in ("precision", "recall", "f1")}
        for name, rows in totals.items()
    }
    print(f"MEANTIME, B-cubed over {sum(counts.values())} names of {len(counts)} corpora, each one story")
    for name, row in table.items():
        print(f"{name:24}{row['precision']:8.3f}{row['recall']:8.3f}{row['f1']:8.3f}")
    report("entities", {"meantime": table, "names": counts})


if __name__ == "__main__":
    main()
