"""The bundled example, told from end to end, against what stands beside it in ``expected.toml``.

Each expectation is a test of its own. What the program is known to miss stands in ``shortfalls.toml`` with its reason,
and is expected to fail: the day it passes, the test says so, and the line goes.
"""

from __future__ import annotations

import io
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from twosource.flow import brief
from twosource.model.dossier import (
    ArticleRecord,
    ClaimRecord,
    ConflictRecord,
    Dossier,
    EntityRecord,
    StatementRecord,
    StoryRecord,
)
from twosource.tell import terminal

ROOT = Path(__file__).parents[2] / "examples" / "zhelna-port-blast"
EXPECTED = tomllib.loads((ROOT / "expected.toml").read_text(encoding="utf-8"))
SHORTFALLS = tomllib.loads((Path(__file__).parent / "shortfalls.toml").read_text(encoding="utf-8"))

Case = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """The dossier of the example, with its articles by the names that ``expected.toml`` gives them."""

    dossier: Dossier

    @property
    def articles(self) -> dict[str, ArticleRecord]:
        return {_name(article): article for article in self.dossier.articles}

    def story_of(self, name: str) -> StoryRecord:
        identifier = self.articles[name].id
        return next(story for story in self.dossier.stories if identifier in story.articles)

    def place(self, pointer: Case) -> tuple[str, int, int]:
        """Article id, start and end of an expected text, whatever white space it is written with."""
        article = self.articles[pointer["article"]]
        flat, back = _flat(article.text)
        start = flat.find(_flat(pointer["text"])[0])
        assert start >= 0, f"the clean text of {pointer['article']} lacks {pointer['text']!r}"
        return article.id, back[start], back[start + len(_flat(pointer["text"])[0]) - 1] + 1

    def says(self, statement: StatementRecord, pointer: Case) -> bool:
        """Whether a statement quotes the sentence that an expected text stands in, with the figure that it names."""
        article, start, end = self.place(pointer)
        if "figure" in pointer and (statement.value is None or pointer["figure"] not in statement.value.text):
            return False
        return statement.article == article and statement.start < end and start < statement.end

    def claim(self, case: Case) -> tuple[ClaimRecord, int]:
        """The claim that holds most of the expected statements, and how many."""
        story = self.story_of(case["statements"][0]["article"])
        held = [(sum(self._holds(claim, one) for one in case["statements"]), claim) for claim in story.claims]
        fitting = [(many, claim) for many, claim in held if claim.type in case["type"] and many]
        assert fitting, "no claim of the expected type states it"
        many, claim = max(fitting, key=lambda one: (one[0], self._fits(one[1], case)))
        return claim, many

    def _holds(self, claim: ClaimRecord, pointer: Case) -> bool:
        return any(self.says(statement, pointer) for statement in claim.statements)

    def _fits(self, claim: ClaimRecord, case: Case) -> bool:
        return "value" in case and any(_same_value(one, case["value"]) for one in claim.statements)


def _name(article: ArticleRecord) -> str:
    name = Path(article.path or "").name
    return f"{name}#{article.id}" if name.endswith(".jsonl") else name


def _flat(text: str) -> tuple[str, list[int]]:
    """Text with each run of white space as one blank, and where each of its letters stood."""
    flat, back = "", []
    for at, letter in enumerate(text):
        if not letter.isspace():
            flat += letter
        elif flat and flat[-1] != " ":
            flat += " "
        else:
            continue
        back.append(at)
    return flat, back


def _same_value(statement: StatementRecord, value: Case) -> bool:
    """A time equals on both days; a figure must contain the expected one, and be as exact unless it is approximate."""
    if statement.value is None or statement.value.type != value["type"]:
        return False
    found = statement.value.model_dump()
    if value["type"] == "time":
        return (found["start"], found["end"]) == (value["start"], value["end"])
    if found["unit"] != value.get("unit", found["unit"]):
        return False
    low, high = found["min"], found["max"]
    return (low is None or low <= value["min"]) and (high is None or high >= value["max"])


def _any(expected: object) -> list[object]:
    return expected if isinstance(expected, list) else [expected]


@pytest.fixture(scope="module", name="example")
def example_fixture() -> Example:
    return Example(brief([str(ROOT / "articles")]))


def cases(kind: str, name: str = "", table: str = "") -> list[object]:
    """The expectations of a kind as parameters; known shortfalls are expected to fail."""
    expected = [(str(case.get(name, number)), case) for number, case in enumerate(EXPECTED[table or kind])]
    wanted = [(label, case) for label, case in expected if not (case.get("optional") or case.get("hard"))]
    return [parameter(f"{kind}/{label}", case) for label, case in wanted]


def parameter(key: str, case: object) -> object:
    """One case; if it is a known shortfall, it must fail."""
    marks = [pytest.mark.xfail(reason=SHORTFALLS[key], strict=True)] if key in SHORTFALLS else []
    return pytest.param(case, id=key, marks=marks)


def test_every_shortfall_names_an_expectation() -> None:
    named = {"articles/" + case["file"] for case in EXPECTED["articles"]}
    named |= {f"claims/{case['id']}" for case in EXPECTED["claims"]}
    named |= {f"conflicts/{case['id']}" for case in EXPECTED["conflicts"]}
    named |= {f"{kind}/{number}" for kind in ("entities", "apart", "copies") for number in range(len(EXPECTED[kind]))}
    named |= {f"{kind}/{number}" for kind in ("no_conflict", "modality") for number in range(len(EXPECTED[kind]))}
    named |= {f"timeline/{case['date']}" for case in EXPECTED["timeline"]}
    named |= {f"dates/{case['file']}" for case in EXPECTED["articles"]}
    named |= {f"not_copies/{'+'.join(pair)}" for pair in EXPECTED["not_copies"]["pairs"]} | {"origins"}
    assert set(SHORTFALLS) <= named


def test_what_cannot_be_read_is_quarantined(example: Example) -> None:
    assert sorted(Path(one.path).name for one in example.dossier.quarantined) == sorted(
        case["file"] for case in EXPECTED["quarantined"]
    )


@pytest.mark.parametrize("case", cases("stories", "name"))
def test_stories(example: Example, case: Case) -> None:
    names = {article.id: name for name, article in example.articles.items()}
    assert sorted(case["articles"]) in [
        sorted(names[one] for one in story.articles) for story in example.dossier.stories
    ]


@pytest.mark.parametrize("case", cases("articles", "file"))
def test_clean_text_and_metadata(example: Example, case: Case) -> None:
    article = example.articles[case["file"]]
    text = _flat(article.text)[0]
    assert [one for one in case["keep"] if _flat(one)[0] not in text] == [], "lost"
    assert [one["text"] for one in case["drop"] if _flat(one["text"])[0] in text] == [], "furniture that was kept"
    dropped = " ".join(_flat(one.text)[0] for one in article.dropped)
    assert [one["text"] for one in case["drop"] if _flat(one["text"])[0] not in dropped] == [], "lost without a reason"
    assert article.title == case["title"]
    if "byline" in case:
        assert article.byline in _any(case["byline"])
    if case.get("outlet_required"):
        assert article.outlet in _any(case["outlet"])
    elif article.outlet is not None:
        assert article.outlet in _any(case.get("outlet"))
    found = {(credit.agency, credit.kind) for credit in article.credits}
    for credit in case["credits"]:
        assert any((agency, credit["kind"]) in found for agency in _any(credit["agency"])), credit


@pytest.mark.parametrize("case", cases("dates", "file", "articles"))
def test_dates(example: Example, case: Case) -> None:
    article = example.articles[case["file"]]
    if article.published is None and case.get("or_none"):
        return
    assert article.published is not None
    assert (article.published[:10], article.published_from) == (case["published"], case["published_from"])


@pytest.mark.parametrize("case", cases("entities"))
def test_entities(example: Example, case: Case) -> None:
    story = example.story_of(next(one["articles"][0] for one in EXPECTED["stories"] if one["name"] == case["story"]))
    wanted = set(case["names"])
    best: EntityRecord = max(story.entities, key=lambda one: (len(wanted & set(one.names)), one.type == case["type"]))
    assert wanted - set(best.names) == set()
    assert best.type == case["type"]


@pytest.mark.parametrize("case", cases("apart"))
def test_what_must_stay_apart(example: Example, case: Case) -> None:
    story = example.story_of(case["left"]["article"])
    found = []
    for side in (case["left"], case["right"]):
        try:
            article, start, end = example.place(side)
        except AssertionError:
            return  # a credit that cleaning has taken out of the text
        found.append(
            {
                entity.id
                for entity in story.entities
                for one in entity.mentions
                if one.article == article and start <= one.start and one.end <= end and side["mention"] in one.text
            }
        )
    assert not found[0] & found[1]


@pytest.mark.parametrize("case", cases("copies"))
def test_copies(example: Example, case: Case) -> None:
    story = example.story_of(case["from"])
    ends = example.articles[case["from"]].id, example.articles[case["to"]].id
    copies = [copy for copy in story.lineage.copies if (copy.earlier, copy.later) == ends]
    assert copies, "not found"
    assert copies[0].kind in case["kind"]
    assert copies[0].share >= case.get("share_at_least", 0)


PAIRS = [parameter(f"not_copies/{'+'.join(pair)}", pair) for pair in EXPECTED["not_copies"]["pairs"]]


@pytest.mark.parametrize("pair", PAIRS)
def test_independent_accounts_are_no_copies(example: Example, pair: list[str]) -> None:
    ends = {example.articles[name].id for name in pair}
    copies = [copy for story in example.dossier.stories for copy in story.lineage.copies]
    assert [copy.reason for copy in copies if {copy.earlier, copy.later} == ends] == []


def test_origins(example: Example, request: pytest.FixtureRequest) -> None:
    if "origins" in SHORTFALLS:
        request.applymarker(pytest.mark.xfail(reason=SHORTFALLS["origins"], strict=True))
    expected = EXPECTED["origins"]
    story = example.story_of(expected["one"][0])
    origin = {article: one for one in story.lineage.origins for article in one.articles}
    of = {name: origin[article.id] for name, article in example.articles.items() if article.id in origin}
    assert len({of[name].id for name in expected["one"]}) == 1
    assert of[expected["one"][0]].agency == expected["agency"]
    assert len({of[name].id for name in expected["separate"]}) == len(expected["separate"])


@pytest.mark.parametrize("case", cases("claims", "id"))
def test_claims(example: Example, case: Case) -> None:
    claim, many = example.claim(case)
    assert 3 * many >= 2 * len(case["statements"]), f"{many} of {len(case['statements'])} statements in one claim"
    if "value" in case:
        assert any(_same_value(statement, case["value"]) for statement in claim.statements)
    assert claim.verdict in case["verdict"]
    low, high = case["origins"]
    assert low <= claim.independent_origins.max <= high


@pytest.mark.parametrize("case", cases("conflicts", "id"))
def test_conflicts(example: Example, case: Case) -> None:
    assert any(_shows(example, claim, conflict, case) for claim, conflict in _conflicts(example))


def test_a_changed_toll_is_shown_once(example: Example) -> None:
    told = [one.note for _, one in _conflicts(example) if one.resolution == "stands" and "“61" in one.note]
    assert len(told) == 1


def _conflicts(example: Example) -> list[tuple[ClaimRecord, ConflictRecord]]:
    return [(claim, one) for story in example.dossier.stories for claim in story.claims for one in claim.conflicts]


def _shows(example: Example, claim: ClaimRecord, conflict: ConflictRecord, case: Case) -> bool:
    if conflict.kind not in case["kind"] or conflict.resolution not in case["resolution"]:
        return False
    found = []
    for expected in case["sides"]:
        sides = enumerate(conflict.sides)
        found.append(
            {
                number
                for number, side in sides
                for index in side
                for one in expected
                if example.says(claim.statements[index], one)
            }
        )
    return any(left != right for left in found[0] for right in found[1])


@pytest.mark.parametrize("case", cases("no_conflict"))
def test_what_is_no_conflict(example: Example, case: Case) -> None:
    sides = {"kind": ["number"], "resolution": ["stands", "update"], "sides": [[case["left"]], [case["right"]]]}
    assert not any(_shows(example, claim, conflict, sides) for claim, conflict in _conflicts(example))


@pytest.mark.parametrize("case", cases("modality"))
def test_modality(example: Example, case: Case) -> None:
    story = example.story_of(case["article"])
    claims = [claim for claim in story.claims if claim.type in case.get("type", [claim.type])]
    found = [statement for claim in claims for statement in claim.statements if example.says(statement, case)]
    assert [one.modality for one in found if one.modality not in _any(case["modality"])] == []


@pytest.mark.parametrize("case", cases("timeline", "date"))
def test_timeline(example: Example, case: Case) -> None:
    story = example.story_of(case["text"]["article"])
    assert case["date"] in {entry.start for entry in story.timeline}


def test_the_terminal_brief_of_twelve_articles_is_two_screens(example: Example) -> None:
    printed = io.StringIO()
    terminal(example.dossier, console=Console(file=printed, width=100, color_system=None))
    second = next(story.title for story in example.dossier.stories if len(story.articles) == 2)
    first_story = printed.getvalue().split(second)[0].strip().splitlines()
    assert len(first_story) <= 100  # two screens of 50 rows
