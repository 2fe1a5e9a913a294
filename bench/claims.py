"""Claims against what is known: tolls of shooting incidents, and distortions planted in copies.

**Incidents**: of incidents with several articles, whether the count of dead and of injured comes out as a claim
with the recorded figure, how many claims of these outcomes give another, and how many number conflicts stand. The
naive baseline takes the first figure in each article that stands next to a word of death or injury. The record
itself is noisy: 73 % of articles name a participant.

**Distortions**: a sentence of an article is changed in one way in a copy; the copy's statements must be flagged.
Harmless rewordings of other sentences must not be. Every change is generated, by kind.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from bench.data import dataset, report
from twosource.annotate import annotate, open_pipeline
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.align import align
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.claims import assertions
from twosource.corroborate.context import contexts
from twosource.corroborate.interval import fit_quantities
from twosource.corroborate.lexicon import lexicon
from twosource.corroborate.likeness import Rarity
from twosource.corroborate.retold import retold
from twosource.corroborate.voice import Voices
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ClaimType
from twosource.model.moment import Moment
from twosource.model.reading import Annotated, EntityType
from twosource.model.span import Span
from twosource.model.value import Quantity

LEAD = 1500  # characters of an article: the facts of an incident stand at its head
OUTCOMES = {"num_killed": "death", "num_injured": "injury"}
NAIVE = {"death": r"(?:killed|dead|died)", "injury": r"(?:injured|wounded|hurt)"}
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def main() -> None:
    """Print both tables and write them down."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--incidents", type=int, default=30)
    options.add_argument("--distortions", type=int, default=12, help="changes a kind")
    chosen = options.parse_args()
    pipeline = open_pipeline()
    told = incidents(pipeline, chosen.incidents)
    print("incidents", json.dumps(told))
    changed = distortions(pipeline, chosen.distortions)
    for kind, (flagged, made) in changed.items():
        print(f"{kind:12}{flagged:4} of {made:4} flagged")
    report("claims", {"incidents": told, "flagged": {kind: list(counts) for kind, counts in changed.items()}})


def incidents(pipeline: Pipeline, size: int) -> dict[str, int]:
    """Counts over incidents with several articles whose record gives a toll."""
    found: Counter[str] = Counter()
    for record, articles in _incidents(size):
        accounts = list(annotate(articles, pipeline))
        groups = _groups(accounts)
        for field, outcome in OUTCOMES.items():
            recorded = int(record[field])
            if recorded == 0:
                continue
            values = [value for group in groups if (value := _toll(group, outcome)) is not None]
            found[f"{outcome} recorded"] += 1
            found[f"{outcome} found"] += any(_is(value, recorded) for value in values)
            found[f"{outcome} first claim right"] += bool(values) and _is(values[0], recorded)
            found[f"{outcome} other claims"] += sum(not _is(value, recorded) for value in values)
            found[f"{outcome} naive right"] += _naive(articles, outcome) == recorded
    return dict(sorted(found.items()))


def _incidents(size: int) -> Iterator[tuple[dict[str, str], list[Article]]]:
    folder = dataset("gva-dev") / "split" / "dev"
    by_incident: dict[str, list[Article]] = defaultdict(list)
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        moment = Moment(row["date"]) if re.match(r"\d{4}-\d\d-\d\d", row.get("date") or "") else None
        by_incident[row["incident"]].append(Article(row["doc_id"], row["text"][:LEAD], published=moment))
    taken = 0
    for line in (folder / "incidents.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        articles = by_incident.get(record["incident_uri"], [])
        if 2 <= len(articles) <= 6 and taken < size:
            taken += 1
            yield record, articles


def _groups(accounts: Sequence[Annotated]) -> list[tuple[Assertion, ...]]:
    """Groups of figures, those of most accounts first."""
    entities = link(accounts)
    read, voices = contexts(accounts, entities), Voices(entities)
    told = [one for context in read for one in assertions(context, voices) if one.type is ClaimType.FIGURE]
    rarity = Rarity([context.words(range(len(context.tree.tokens))) for context in read])
    groups = align(told, rarity, lexicon("en"))
    return sorted(groups, key=lambda group: (-len({one.article for one in group}), group[0].key))


def _toll(group: Sequence[Assertion], outcome: str) -> Quantity | None:
    """The most frequent value of a claim about an outcome."""
    if all(one.topic.predicate != outcome or one.topic.partial for one in group):
        return None
    values = [one.value for one in group if isinstance(one.value, Quantity)]
    return max(
        values, key=lambda value: (sum(value.minimum == other.minimum for other in values), -(value.minimum or 0))
    )


def _is(value: Quantity, recorded: int) -> bool:
    return fit_quantities(value, Quantity(recorded, recorded, False, value.unit, value.counted, "")).agrees


def _naive(articles: Sequence[Article], outcome: str) -> int | None:
    number = r"(\d+|" + "|".join(NUMBERS) + ")"
    for article in articles:
        near = re.search(rf"\b{number}\b[^.]{{0,30}}\b{NAIVE[outcome]}\b", article.text, re.IGNORECASE)
        if near:
            return NUMBERS.get(near[1].lower()) or (int(near[1]) if near[1].isdigit() else None)
    return None


Change = Callable[[Annotated, Span], str | None]


def distortions(pipeline: Pipeline, size: int) -> dict[str, tuple[int, int]]:
    """For each kind of change, how many copies were flagged and how many were made."""
    accounts = [one for _, articles in _incidents(4 * size) for one in annotate(articles[:1], pipeline)]
    counts: dict[str, list[int]] = {name: [0, 0] for name in CHANGES}
    for name, change in CHANGES.items():
        for account in accounts:
            if counts[name][1] >= size:
                break
            for text in _changed(account, change):
                flagged = _flagged(account, text, pipeline)
                counts[name][0] += flagged
                counts[name][1] += 1
    return {name: (flagged, made) for name, (flagged, made) in counts.items()}


def _changed(account: Annotated, change: Change) -> Iterable[str]:
    """The account's text with its first changeable sentence changed."""
    for sentence in account.body.sentences[:8]:
        changed = change(account, sentence)
        if changed is not None and 40 < len(sentence) < 400:
            text = account.article.text
            return [text[: sentence.start] + changed + text[sentence.end :]]
    return []


def _flagged(account: Annotated, text: str, pipeline: Pipeline) -> bool:
    copy = next(iter(annotate([replace(account.article, id="copy", text=text)], pipeline)))
    entities = link((account, copy))
    read = contexts((account, copy), entities)
    rarity = Rarity([context.words(range(len(context.tree.tokens))) for context in read])
    return bool(retold(read, {"copy": (account.article.id,)}, rarity, Voices(entities)))


def _number(account: Annotated, sentence: Span) -> str | None:
    words = sentence.of(account.article.text)
    match = re.search(r"\b(two|three|four|five|[2-9]|1\d)\b(?! ?(?:p\.m\.|a\.m\.|:|/|[A-Z]))", words)
    return words[: match.start()] + "seven" + words[match.end() :] if match else None


def _day(account: Annotated, sentence: Span) -> str | None:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    words = sentence.of(account.article.text)
    match = re.search("|".join(days), words)
    other = days[(days.index(match[0]) + 3) % 7] if match else ""
    return words.replace(match[0], other, 1) if match else None


def _name(account: Annotated, sentence: Span) -> str | None:
    inside = [one for one in account.body.names if one.type is EntityType.PERSON and sentence.contains(one.span)]
    return _swapped(account, sentence, inside[0].span, "Walter Quimby") if inside else None


def _place(account: Annotated, sentence: Span) -> str | None:
    inside = [one for one in account.body.names if one.type is EntityType.PLACE and sentence.contains(one.span)]
    return _swapped(account, sentence, inside[0].span, "Tallinn") if inside else None


def _swapped(account: Annotated, sentence: Span, span: Span, name: str) -> str:
    text = account.article.text
    return text[sentence.start : span.start] + name + text[span.end : sentence.end]


def _worded(pattern: str, by: str) -> Change:
    def change(account: Annotated, sentence: Span) -> str | None:
        words = sentence.of(account.article.text)
        changed = re.sub(pattern, by, words, count=1)
        return changed if changed != words else None

    return change


OPPOSITES = {
    "arrested": "released",
    "dead": "alive",
    "alive": "dead",
    "north": "south",
    "south": "north",
    "morning": "evening",
    "evening": "morning",
    "man": "woman",
    "woman": "man",
}


def _opposite(account: Annotated, sentence: Span) -> str | None:
    words = sentence.of(account.article.text)
    match = re.search(r"\b(" + "|".join(OPPOSITES) + r")\b", words)
    return words[: match.start()] + OPPOSITES[match[0]] + words[match.end() :] if match else None


CHANGES: dict[str, Change] = {
    "number": _number,
    "day": _day,
    "name": _name,
    "place": _place,
    "negation": _worded(r"\b(was|were|has been|is) (\w+ed|found|shot|taken)\b", r"\1 not \2"),
    "modality": _worded(r"\b(was|were) (\w+ed|found|shot|taken)\b", r"may have been \2"),
    "speaker": _worded(r"\b[Pp]olice (said|say)\b", r"Neighbors \1"),
    "opposite": _opposite,
    "harmless: same words": _worded(r"\bpolice said\b", "police stated"),
    "harmless: figure": _worded(r"\btwo\b", "2"),
    "harmless: word": _worded(r"\b(?:suffered|sustained)\b", "had"),
    "harmless: adverb": _worded(r"\bwas (taken|shot|found|arrested|pronounced)\b", r"was then \1"),
    "harmless: order": _worded(r"^(.{30,}), (police said)\.$", r"According to police, \1."),
}
if __name__ == "__main__":
    main()
