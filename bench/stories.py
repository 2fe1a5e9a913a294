"""Whole stories told from end to end, against lists of what is true in them: what was found, and what was made up.

Invented events in ``bench/newsroom``, each in six to nine accounts by agencies, tabloids, broadcasters,
local papers and blogs. Each ``truth.toml`` was written before the program saw the articles: who copied whom, the day
of each, what they claim together and from how many origins, which conflicts are real, what happened when, who is who.
Once a story has been read for a mend, its figures show that the mend works, and no longer how well the program does on
text that nobody has seen. The figures of the first runs, before any mend, stand in ``docs/design/012-stories.md``.

A passage is pointed at by its article and some of its words. A statement says it if its sentence holds these words;
where they have digits, its figure must stand among them.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.data import report
from twosource.flow import brief
from twosource.model.dossier import ArticleRecord, ClaimRecord, ConflictRecord, Dossier, StatementRecord

FOLDER = Path(__file__).resolve().parent / "newsroom"
Truth = dict[str, Any]
Pointer = Sequence[str]
Score = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Told:
    """A dossier, with its articles by the names that the truth gives them: their file's, or their own id."""

    dossier: Dossier

    @property
    def names(self) -> dict[str, str]:
        """The name of each article, by its id."""
        return {article.id: _name(article) for article in self.dossier.articles}

    @property
    def articles(self) -> dict[str, ArticleRecord]:
        """The articles by their names."""
        return {_name(article): article for article in self.dossier.articles}

    @property
    def claims(self) -> list[ClaimRecord]:
        """Every claim, whatever story it stands in."""
        return [claim for story in self.dossier.stories for claim in story.claims]

    def says(self, statement: StatementRecord, pointer: Pointer) -> bool:
        """Whether a statement's sentence holds the words, and, where digits are among them, its figure does too."""
        article = self.articles[pointer[0]]
        at = article.text.find(pointer[1])
        if (
            statement.article != article.id
            or not statement.start < at + len(pointer[1])
            or at >= statement.end
            or at < 0
        ):
            return False
        value = statement.value
        if value is None or value.type != "quantity" or not any(letter.isdigit() for letter in pointer[1]):
            return True
        figure = article.text.find(value.text.split()[0], statement.start)
        return at - 1 <= figure <= at + len(pointer[1])

    def among(self, statement: StatementRecord, pointers: Iterable[Pointer]) -> bool:
        """Whether a statement says one of these."""
        return any(self.says(statement, pointer) for pointer in pointers)


def main() -> None:
    """Print what was found and what was made up, by story, and write it down."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("stories", nargs="*", help="names of stories; all of them if none is given")
    wanted = options.parse_args().stories or sorted(path.name for path in FOLDER.iterdir())
    scores = {}
    for name in wanted:
        truth = tomllib.loads((FOLDER / name / "truth.toml").read_text(encoding="utf-8"))
        scores[name] = score(brief([str(FOLDER / name / "articles")]), truth)
    total = {line: _sum(one[line] for one in scores.values()) for line in scores[wanted[0]]}
    for line in total:
        cells = "".join(f"{one[line][0]:>6} of {one[line][1]:<3}" for one in (*scores.values(), total))
        print(f"{line:42}{cells}")
    print(f"{'':42}{''.join(f'{name:>12}' for name in (*scores, 'all'))}")
    report("stories", {"scores": {name: _lists(one) for name, one in scores.items()}, "all": _lists(total)})


def score(dossier: Dossier, truth: Truth) -> Score:
    """Every count of one story: how many are right, and of how many."""
    told = Told(dossier)
    return {
        "stories": (int(len(dossier.stories) == truth["stories"]), 1),
        **_lineage(told, truth),
        **_dates(told, truth),
        "furniture taken out": _furniture(told, truth["furniture"]),
        "passages of claims kept": _kept(told, truth["claims"]),
        **_claims(told, truth["claims"]),
        **_conflicts(told, truth),
        "days of the timeline": _timeline(told, truth["timeline"]),
        "names: one entity, or two": _entities(told, truth["entities"]),
        "names of the right sort": _sorts(told, truth["entities"]),
    }


def _lineage(told: Told, truth: Truth) -> Score:
    names = told.names
    lineages = [story.lineage for story in told.dossier.stories]
    copies = {(names[copy.earlier], names[copy.later]) for lineage in lineages for copy in lineage.copies}
    versions = {(names[one.earlier], names[one.later]) for lineage in lineages for one in lineage.versions}
    wanted = {tuple(pair) for pair in truth["copies"]}
    allowed = wanted | {tuple(pair) for pair in truth["may_copy"]}
    low, high = truth["origins"]
    count = lineages[0].independent_origins
    return {
        "copies found, the right way round": (len(wanted & copies), len(wanted)),
        "copies shown that are none": (len(copies - allowed), len(copies)),
        "versions": (len({tuple(pair) for pair in truth["versions"]} & versions), len(truth["versions"])),
        "origins: the range holds the truth": (int(count.min <= high and count.max >= low), 1),
    }


def _dates(told: Told, truth: Truth) -> Score:
    found = {name: (told.articles[name].published or "")[:10] for name in truth["published"]}
    wrong = sum(bool(day) and day != truth["published"][name] for name, day in found.items())
    right = sum(day == truth["published"][name] for name, day in found.items() if day)
    return {
        "articles dated rightly": (right, sum(map(bool, truth["published"].values()))),
        "articles dated wrongly": (wrong, len(found)),
    }


def _furniture(told: Told, pieces: Sequence[str]) -> tuple[int, int]:
    texts = [article.text for article in told.dossier.articles]
    return sum(not any(piece in text for text in texts) for piece in pieces), len(pieces)


def _kept(told: Told, claims: Sequence[Truth]) -> tuple[int, int]:
    """Passages that cleaning must not take for furniture."""
    pointers = [pointer for claim in claims for pointer in claim["statements"]]
    return sum(words in told.articles[name].text for name, words in pointers), len(pointers)


def _claims(told: Told, expected: Sequence[Truth]) -> Score:
    best = [_best(told, case["statements"]) for case in expected]
    together = sum(3 * many >= 2 * len(case["statements"]) for (_, many), case in zip(best, expected, strict=True))
    ranged = 0
    for (claim, _), case in zip(best, expected, strict=True):
        low, high = case["origins"]
        ranged += claim is not None and claim.independent_origins.min <= high and claim.independent_origins.max >= low
    return {
        "claims with two thirds of their statements": (together, len(expected)),
        "claims with the right number of origins": (ranged, len(expected)),
    }


def _best(told: Told, pointers: Sequence[Pointer]) -> tuple[ClaimRecord | None, int]:
    """The claim that holds most of these statements, and how many of them."""
    held = [(sum(any(told.says(s, one) for s in claim.statements) for one in pointers), claim) for claim in told.claims]
    many, claim = max(held, key=lambda one: one[0])
    return (claim, many) if many else (None, 0)


def _conflicts(told: Told, truth: Truth) -> Score:
    real, newer = truth["conflicts"], [*truth.get("updates", ()), *truth["conflicts"]]
    stands = [one for one in _shown(told) if one[1].resolution == "stands"]
    updates = [one for one in _shown(told) if one[1].resolution == "update"]
    found = sum(any(_is(told, one, case) for one in _shown(told)) for case in real)
    followed = sum(any(_is(told, one, case) for one in updates) for case in truth.get("updates", ()))
    return {
        "conflicts found": (found, len(real)),
        "conflicts shown that are real": (sum(any(_is(told, one, c) for c in real) for one in stands), len(stands)),
        "updates found": (followed, len(truth.get("updates", ()))),
        "updates shown that are real": (sum(any(_is(told, one, c) for c in newer) for one in updates), len(updates)),
    }


def _shown(told: Told) -> Iterator[tuple[ClaimRecord, ConflictRecord]]:
    return ((claim, conflict) for claim in told.claims for conflict in claim.conflicts)


def _is(told: Told, shown: tuple[ClaimRecord, ConflictRecord], case: Truth) -> bool:
    """Whether a conflict has one of the case's passages on one side, and one of its others on another."""
    claim, conflict = shown
    if conflict.kind not in case.get("kind", [conflict.kind]):
        return False
    if conflict.resolution not in case.get("resolution", ["update"]):
        return False
    sides = [[claim.statements[index] for index in side] for side in conflict.sides]
    left = {at for at, side in enumerate(sides) if any(told.among(one, case["left"]) for one in side)}
    right = {at for at, side in enumerate(sides) if any(told.among(one, case["right"]) for one in side)}
    return any(one != other for one in left for other in right)


def _timeline(told: Told, expected: Sequence[Truth]) -> tuple[int, int]:
    entries = [entry for story in told.dossier.stories for entry in story.timeline]
    return (
        sum(
            any(entry.start == case["date"] and any(piece in entry.text for piece in case["any"]) for entry in entries)
            for case in expected
        ),
        len(expected),
    )


def _entities(told: Told, expected: Truth) -> tuple[int, int]:
    """Names that must stand under one entity and no second, and pairs that must not."""
    entities = [set(entity.names) for story in told.dossier.stories for entity in story.entities]
    one = sum(_together(entities, set(names)) for names in expected["same"])
    two = sum(not any({left, right} <= names for names in entities) for left, right in expected["apart"])
    return one + two, len(expected["same"]) + len(expected["apart"])


def _together(entities: Sequence[set[str]], wanted: set[str]) -> bool:
    """Whether one entity has the fullest name, and no other has any of them."""
    return sum(bool(names & wanted) for names in entities) == 1


def _sorts(told: Told, expected: Truth) -> tuple[int, int]:
    """Names that stand under an entity of their sort, and under none of another."""
    found: dict[str, set[str]] = {}
    for story in told.dossier.stories:
        for entity in story.entities:
            for name in entity.names:
                found.setdefault(name, set()).add(entity.type)
    sorts = ("person", "organization", "place")
    return (
        sum(found.get(name) == {sort} for sort in sorts for name in expected[sort]),
        sum(len(expected[sort]) for sort in sorts),
    )


def _name(article: ArticleRecord) -> str:
    name = Path(article.path or "").name
    return article.id if name.endswith(".jsonl") else name


def _sum(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    counted = list(pairs)
    return sum(one for one, _ in counted), sum(many for _, many in counted)


def _lists(one: Score) -> dict[str, list[int]]:
    return {line: list(pair) for line, pair in one.items()}


if __name__ == "__main__":
    main()
