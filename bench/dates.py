"""Dates by anchoring: the date of one dated account of each event is hidden, and asked for again.

Events are those of basil-dev (three outlets each), on which thresholds were chosen, and incidents of gva-dev (local
reports, noisy dates) that nobody looked at. Deciding wrongly is worse than not deciding, so the shares of right,
wrong and open are shown; the baseline takes the date of the nearest dated account by TF-IDF, always.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from training.name_pairs import bucket

from bench.data import dataset, report
from twosource.annotate import Pipeline, annotate, open_pipeline
from twosource.link import Dating, date_accounts
from twosource.model.article import Article
from twosource.model.moment import Moment

INCIDENTS = 100
SEEN = 600  # incidents that thresholds were chosen on, or that were measured before
LONGEST = 6000  # characters; longer pages of gva-dev hold other stories


def basil() -> Iterator[list[Article]]:
    """The events of basil-dev."""
    events: dict[str, list[Article]] = {}
    for path in sorted(dataset("basil-dev").rglob("articles/*/*.json")):
        one = json.loads(path.read_text(encoding="utf-8"))
        text = "\n\n".join(" ".join(paragraph) for paragraph in one["body-paragraphs"])
        article = Article(one["uuid"], text, title=one["title"], published=Moment(one["date"][:10]))
        events.setdefault(one["triplet-uuid"], []).append(article)
    yield from (event for _, event in sorted(events.items()))


def incidents() -> Iterator[list[Article]]:
    """Incidents of gva-dev with two to six reports."""
    path = next(dataset("gva-dev").rglob("split/dev/articles.jsonl"))
    events: dict[str, list[Article]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        if one["date"] and len(one["text"]) < LONGEST:
            article = Article(one["doc_id"], one["text"], title=one["title"], published=Moment(one["date"]))
            events.setdefault(one["incident"], []).append(article)
    some = [incident for incident, event in events.items() if 2 <= len(event) <= 6]
    mixed = sorted(some, key=lambda incident: bucket(incident, 1 << 30))
    yield from (events[incident] for incident in mixed[SEEN : SEEN + INCIDENTS])


def outcome(dating: Dating | None, day: str) -> str:
    """What became of a hidden date."""
    if dating is None:
        return "open"
    if dating.published:
        return "right" if dating.published.iso == day else "wrong"
    window = dating.window
    inside = bool(window and window.start and window.end and str(window.start) <= day <= str(window.end))
    return "window, holds it" if inside else "window, misses it"


def nearest(event: Sequence[Article], hidden: int) -> str:
    """The date of the account that is nearest by TF-IDF."""
    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform([article.text for article in event])
    likeness = (vectors @ vectors[hidden].T).toarray().ravel()
    likeness[hidden] = -1
    published = event[int(likeness.argmax())].published
    return published.iso[:10] if published else ""


def measured(events: Iterator[list[Article]], pipeline: Pipeline) -> dict[str, Any]:
    """Shares of outcomes over events, with one hidden date each."""
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for event in events:
        hidden = bucket(event[0].id + "hidden", len(event))
        published = event[hidden].published
        day = published.iso[:10] if published else ""
        test = [replace(article, published=None) if place == hidden else article for place, article in enumerate(event)]
        ours[outcome(date_accounts(list(annotate(test, pipeline))).get(event[hidden].id), day)] += 1
        theirs["right" if nearest(event, hidden) == day else "wrong"] += 1
    return {
        "events": sum(ours.values()),
        "twosource": dict(sorted(ours.items())),
        "nearest by TF-IDF": dict(sorted(theirs.items())),
    }


def main() -> None:
    """Print both tables and write them."""
    pipeline = open_pipeline()
    kept = (event for event in basil() if len(event) > 1)
    table = {"basil-dev (seen)": measured(kept, pipeline), "gva-dev": measured(incidents(), pipeline)}
    for name, row in table.items():
        print(f"{name}: {row['events']} events, one date hidden in each")
        for who in ("twosource", "nearest by TF-IDF"):
            print(f"  {who:20}", "  ".join(f"{what} {count}" for what, count in row[who].items()))
    report("dates", table)


if __name__ == "__main__":
    main()
