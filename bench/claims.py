"""Claims against what is known: tolls of shooting incidents.

Of incidents with several articles, whether the count of dead and of injured comes out as a claim with the recorded
figure, and how many claims of these outcomes give another. The naive baseline takes the first figure in each article
that stands next to a word of death or injury. The record itself is noisy: 73 % of articles name a participant.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bench.data import dataset, report
from twosource.annotate import annotate, open_pipeline
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.alignment.align import align
from twosource.corroborate.alignment.likeness import Rarity
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.claims import assertions
from twosource.corroborate.context import contexts
from twosource.corroborate.interval import fit_quantities
from twosource.corroborate.lexicon import lexicon
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ClaimType
from twosource.model.moment import Moment
from twosource.model.reading import Annotated
from twosource.model.value import Quantity

LEAD = 1500  # characters of an article: the facts of an incident stand at its head
OUTCOMES = {"num_killed": "death", "num_injured": "injury"}
NAIVE = {"death": r"(?:killed|dead|died)", "injury": r"(?:injured|wounded|hurt)"}
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def main() -> None:
    """Print the counts and write them down."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--incidents", type=int, default=30)
    chosen = options.parse_args()
    pipeline = open_pipeline()
    told = incidents(pipeline, chosen.incidents)
    print("incidents", json.dumps(told))
    report("claims", {"incidents": told})


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


if __name__ == "__main__":
    main()
