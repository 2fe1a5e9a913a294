"""Facts that two accounts of a real story tell: does a claim hold both tellings?

Two readers who did not know the program listed all that at least two accounts of a story tell, in whatever words, with
the words of each account (``bench/labels/facts.json``: places in the articles, no text). On half of the stories the
weights of ``corroborate/deeds/support.py`` were found and misses were read; of the other half nobody looked at a fact.
Counted are facts that accounts of two origins tell, for who copies bears nothing out.

    found      facts of which a claim holds two tellings, by accounts of two origins
    listed     pairs of sentences that claims join across origins, and those of them that tell a fact of the list: a
               lower bound of how many are right, for no list is complete

Beside it, whole sentences are joined from a likeness on: the share of their words that both have, or the cosine of the
bundled sentence vectors, with the bound at which on the first half as large a part of the pairs is listed as of the
program's. They find more, for they need not say what the two sentences have in common: one that tells four things is
joined by any of them, and whether its figures, days and names agree nobody asks. What a claim tells is one thing.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from pathlib import Path

from bench.accounts import ecbplus, incidents, read, triplets
from bench.data import report
from bench.judged import as_line
from twosource.flow import brief
from twosource.model.dossier import Dossier
from twosource.model.reading import Annotated
from twosource.text.words import fold

LABELS = Path(__file__).resolve().parent / "labels" / "facts.json"
SETS = {"gva-dev": incidents, "basil-dev": triplets, "ecbplus-dev": ecbplus}
PARTS = ("read", "unread")
FEWEST = 5
"""Words of a sentence below which the baselines leave it alone."""
BOUNDS = tuple(number / 50 for number in range(5, 50))

Passage = tuple[str, int, int]
"""An article, and where in its text some words begin and end."""
Pair = tuple[Passage, Passage]
Likeness = Callable[[Annotated, int, Annotated, int], float]


@dataclass(frozen=True, slots=True)
class Story:
    """A story with what its accounts tell in common.

    Attributes:
        facts: For each fact its words in each account.
        origins: The story and the origin of each article.
        claimed: Pairs of statements of one claim by two origins.
        accounts: The articles as the bundled pipeline reads them.
    """

    part: str
    facts: tuple[tuple[Passage, ...], ...]
    origins: Mapping[str, tuple[str, str]]
    claimed: tuple[Pair, ...]
    accounts: tuple[Annotated, ...]


def main() -> None:
    """Print how many facts are found, by the program and by the baselines."""
    stories = list(_stories())
    found = {"twosource": {part: _counted(stories, part, lambda story: story.claimed) for part in PARTS}}
    aim = found["twosource"]["read"]
    for name, likeness in (("shared words", _shared_words), ("cosine", _cosine)):
        scored = {id(story): list(_scored(story, likeness)) for story in stories}
        tables = {bound: {part: _counted(stories, part, _from(scored, bound)) for part in PARTS} for bound in BOUNDS}
        share = aim["pairs listed"] / aim["pairs"]
        fits = [bound for bound, table in tables.items() if _share(table["read"]) >= share]
        bound = min(fits, default=BOUNDS[-1])
        found[f"{name} from {bound}"] = tables[bound]
    print(f"{'':26}{'':8}{'facts':>7}{'found':>7}{'pairs':>8}{'listed':>8}")
    for name, table in found.items():
        for part, row in table.items():
            print(
                f"{name:26}{part:8}" + "".join(f"{row[key]:>7}" for key in ("facts", "found", "pairs", "pairs listed"))
            )
    report("facts", found)


def _stories() -> Iterator[Story]:
    for row in json.loads(LABELS.read_text(encoding="utf-8")):
        documents = {one.id: one for one in SETS[row["set"]]() if one.event == row["event"]}
        chosen = [documents[name] for name in row["articles"]]
        lines = [as_line(one) for one in chosen]
        dossier = brief(["-"], stdin=io.BytesIO("\n".join(map(json.dumps, lines)).encode()))
        given = {line["id"]: line["text"] for line in lines}
        texts = {one.id: one.text for one in dossier.articles}
        facts = []
        for told in row["facts"]:
            places = ((row["articles"][at], start, end) for at, start, end in told)
            facts.append(tuple(filter(None, (_placed(given, texts, *place) for place in places))))
        accounts = read([replace(one, text=texts[one.id]) for one in chosen if one.id in texts])
        yield Story(row["part"], tuple(facts), _origins(dossier), tuple(_claimed(dossier)), tuple(accounts))


def _placed(given: Mapping[str, str], texts: Mapping[str, str], article: str, start: int, end: int) -> Passage | None:
    """Where words of the given text stand in the text that is left of it."""
    words = map(re.escape, given[article][start:end].split())
    found = re.search(r"\s+".join(words), texts.get(article, ""))
    return (article, *found.span()) if found else None


def _origins(dossier: Dossier) -> dict[str, tuple[str, str]]:
    return {
        article: (story.id, one.id)
        for story in dossier.stories
        for one in story.lineage.origins
        for article in one.articles
    }


def _claimed(dossier: Dossier) -> Iterator[Pair]:
    for story in dossier.stories:
        for claim in story.claims:
            places = [(one.article, one.start, one.end) for one in claim.statements]
            yield from combinations(places, 2)


def _counted(stories: Sequence[Story], part: str, joined: Callable[[Story], Sequence[Pair]]) -> dict[str, int]:
    counts = dict.fromkeys(("facts", "found", "pairs", "pairs listed"), 0)
    for story in stories:
        if story.part != part:
            continue
        pairs = [pair for pair in dict.fromkeys(joined(story)) if _apart(story, *pair)]
        told = [fact for fact in story.facts if any(_apart(story, *pair) for pair in combinations(fact, 2))]
        counts["facts"] += len(told)
        counts["found"] += sum(any(_tells(pair, fact) for pair in pairs) for fact in told)
        counts["pairs"] += len(pairs)
        counts["pairs listed"] += sum(any(_tells(pair, fact) for fact in told) for pair in pairs)
    return counts


def _apart(story: Story, one: Passage, other: Passage) -> bool:
    """Whether two passages are of two origins of one story."""
    mine, theirs = (story.origins.get(place[0]) for place in (one, other))
    return mine is not None and theirs is not None and mine[0] == theirs[0] and mine[1] != theirs[1]


def _tells(pair: Pair, fact: Sequence[Passage]) -> bool:
    """Whether both passages hold words of a fact."""
    held = [{place[0] for place in fact if _overlap(place, passage)} for passage in pair]
    return any(one != other for one, other in product(*held))


def _overlap(one: Passage, other: Passage) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _from(scored: Mapping[int, Sequence[tuple[float, Pair]]], bound: float) -> Callable[[Story], list[Pair]]:
    """What a baseline joins from a likeness on."""
    return lambda story: [pair for score, pair in scored[id(story)] if score >= bound]


def _share(row: Mapping[str, int]) -> float:
    return row["pairs listed"] / row["pairs"] if row["pairs"] else 0.0


def _scored(story: Story, likeness: Likeness) -> Iterator[tuple[float, Pair]]:
    """Sentences of two accounts with how alike they are, where it could count."""
    for left, right in combinations(story.accounts, 2):
        for one, mine in enumerate(left.body.sentences):
            for other, theirs in enumerate(right.body.sentences):
                score = likeness(left, one, right, other)
                if score >= BOUNDS[0]:
                    places = (left.article.id, mine.start, mine.end), (right.article.id, theirs.start, theirs.end)
                    yield score, places


def _shared_words(left: Annotated, one: int, right: Annotated, other: int) -> float:
    mine, theirs = (
        {fold(word) for word in re.findall(r"\w+", each.body.sentences[at].of(each.article.text))}
        for each, at in ((left, one), (right, other))
    )
    return len(mine & theirs) / len(mine | theirs) if min(len(mine), len(theirs)) >= FEWEST else 0.0


def _cosine(left: Annotated, one: int, right: Annotated, other: int) -> float:
    mine, theirs = left.body.vectors, right.body.vectors
    return 0.0 if mine is None or theirs is None else float(mine[one] @ theirs[other])


if __name__ == "__main__":
    main()
