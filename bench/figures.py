"""Figures against labels: Microsoft's recognizer cases, and the dead and injured of real local news.

The cases are exact or not: every value that is expected in a text, and no other of its kind. The news set records how
many were killed and injured in an incident; an article counts as right where those numbers are among its figures with
the right counted thing or event. Articles are split by a checksum: rules were tuned on the one half, the other half is
reported. Our own labels of news sentences give the value F1 (see ``bench/figure_labels.py``).
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from bench.data import dataset, report
from bench.figure_labels import in_news
from twosource.annotate import open_pipeline
from twosource.annotate.quantities import find_quantities
from twosource.model.reading import QuantityMention, Reading
from twosource.model.value import Quantity
from twosource.text.tree import Tree

PUBLISHED = {
    "CQE value, figures in news": 92.0,
    "CQE value with unit": 85.6,
    "quantulum3": 73.0,
    "Microsoft recognizers": 69.1,
}
FILES = {
    "numbers": "Number/English/NumberModel.json",
    "ordinals": "Number/English/OrdinalModel.json",
    "percent": "Number/English/PercentModel.json",
    "currency": "NumberWithUnit/English/CurrencyModel.json",
    "dimension": "NumberWithUnit/English/DimensionModel.json",
    "age": "NumberWithUnit/English/AgeModel.json",
    "temperature": "NumberWithUnit/English/TemperatureModel.json",
}
_NOT_MEASURED = frozenset(
    {
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        None,
        "person",
        "ordinal",
        "percent",
        "percentage point",
        "fraction",
        "score",
    }
)
_KILLED = re.compile(r"\b(?:kill|dead|die|death|fatal|murder|slain|homicide|lives)", re.I)
_INJURED = re.compile(r"\b(?:injur|wound|hurt|hospitali|shot|critical)", re.I)
_CLOSE = frozenset({"conj", "xcomp", "advcl", "acl", "amod", "obj", "obl", "advmod", "compound"})
"""What says how somebody was hurt: "shot to death", "fatally shot", "found dead", "the shooting death of"."""
Interval = tuple[float, float]
Values = Callable[[Reading, str], list[Interval]]


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the values that are expected in it."""

    text: str
    values: tuple[float, ...]


@cache
def cases(file: str) -> tuple[Case, ...]:
    """Microsoft's cases of one file whose values are numbers."""
    path = next(dataset("recognizers-specs").rglob(FILES[file]))
    found = []
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        resolutions = [result["Resolution"] for result in case["Results"]]
        values = [_value(each.get("value"), each.get("unit")) for each in resolutions]
        if all(value is not None for value in values):
            found.append(Case(case["Input"], tuple(sorted(value for value in values if value is not None))))
    return tuple(found)


def _value(written: str | None, unit: str | None) -> float | None:
    """The number in a case; cents are hundredths, as the dossier's units have them."""
    try:
        value = float((written or "").replace("%", "").replace(",", ""))
        return value / 100 if unit in {"Cent", "Penny", "Pence"} else value
    except ValueError:
        return None


def ours(reading: Reading, file: str) -> list[Interval]:
    """The figures of a kind that twosource finds; an approximate one stands for its whole interval."""
    found = [each.quantity for each in find_quantities(Tree(reading))]
    kinds: dict[str, Callable[[str | None], bool]] = {
        "numbers": lambda unit: unit != "ordinal",
        "ordinals": lambda unit: unit == "ordinal",
        "percent": lambda unit: unit in {"percent", "fraction"},
        "currency": lambda unit: unit is not None and re.match(r"[A-Z]{3}\b", unit) is not None,
        "dimension": lambda unit: unit not in _NOT_MEASURED and re.match(r"[A-Z]{3}\b", unit or "") is None,
        "age": lambda unit: unit in {"year", "month", "week", "day"},
        "temperature": lambda unit: unit is not None and ("degree" in unit or unit == "kelvin"),
    }
    return [_ends(each) for each in found if kinds[file](each.unit)]


def _ends(quantity: Quantity) -> Interval:
    low, high = quantity.minimum, quantity.maximum
    known = low if low is not None else high if high is not None else 0.0
    wide = quantity.approximate and low is not None and high is not None
    return (low, high) if wide and low is not None and high is not None else (known, known)


def quantulum(reading: Reading, file: str) -> list[Interval]:
    """The values of a kind that quantulum3 finds."""
    from quantulum3 import parser

    entities = {"currency": {"currency"}, "temperature": {"temperature"}, "age": {"time"}, "percent": {"dimensionless"}}
    try:
        found = parser.parse(reading.text)
    except Exception:  # it raises on some inputs; a crash is a miss
        return []
    wanted = entities.get(file)
    kept = [each for each in found if wanted is None or each.unit.entity.name in wanted]
    if file == "dimension":
        kept = [each for each in found if each.unit.entity.name not in {"dimensionless", "currency"}]
    return [] if file == "ordinals" else [(float(each.value), float(each.value)) for each in kept]


def bare_digits(reading: Reading, file: str) -> list[Interval]:
    """A naive baseline: every run of digits is a figure."""
    found = [float(each.replace(",", "")) for each in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", reading.text)]
    return [(each, each) for each in found]


def exact_share(values: Values, file: str) -> float:
    """Share of a file's cases in which exactly the expected values are found, in percent."""
    listed = cases(file)
    readings = open_pipeline().read(case.text for case in listed)
    right = sum(
        _same(sorted(values(reading, file)), case.values) for reading, case in zip(readings, listed, strict=True)
    )
    return round(100 * right / len(listed), 1)


def _same(found: list[Interval], wanted: tuple[float, ...]) -> bool:
    """Whether there are as many figures as wanted, and each in its order holds the wanted value."""
    pairs = zip(found, wanted, strict=False)
    slack = [1e-6 * max(1.0, abs(value)) for value in wanted]
    return len(found) == len(wanted) and all(
        low - room <= value <= high + room for ((low, high), value), room in zip(pairs, slack, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Article:
    """A news text with what is recorded of its incident."""

    text: str
    killed: int
    injured: int


def articles(count: int, *, tuning: bool) -> Iterator[Article]:
    """The first articles of a half, in the order of a checksum."""
    folder = dataset("gva-dev")
    incidents = {}
    for line in next(folder.rglob("incidents.jsonl")).open(encoding="utf-8"):
        record = json.loads(line)
        incidents[record["incident_uri"]] = (record["num_killed"], record["num_injured"])
    lines = next(folder.rglob("articles.jsonl")).read_text(encoding="utf-8").splitlines()
    records = sorted(map(json.loads, lines), key=lambda record: (_checksum(record), record["doc_id"]))
    half = [each for each in records if (_checksum(each) % 2 == 0) is tuning and each["incident"] in incidents]
    for record in half[:count]:
        yield Article(record["text"], *incidents[record["incident"]])


def _checksum(record: dict[str, str]) -> int:
    return zlib.crc32(record["doc_id"].encode())


def counts(reading: Reading, event: re.Pattern[str]) -> set[int]:
    """The numbers of persons that a text says were killed (or injured), by the counted words or their clause."""
    tree, found = Tree(reading), set()
    for mention in find_quantities(tree):
        quantity = mention.quantity
        if quantity.unit == "person" and quantity.minimum is not None and event.search(_clause(tree, mention)):
            found.add(int(quantity.minimum))
    return found


def _clause(tree: Tree, mention: QuantityMention) -> str:
    """The figure's words and those of the clause that it stands in: its governing verbs and their close dependents."""
    inside = tree.tokens_in(mention.span)
    if not inside:
        return mention.quantity.text
    at, words = inside[-1], [mention.quantity.text]
    for above in tree.path_up(at)[:5]:
        words += [tree.tokens[above].text] + [
            tree.tokens[child].text
            for child in tree.children[above]
            if tree.tokens[child].deprel.split(":")[0] in _CLOSE
        ]
        if tree.tokens[above].upos == "VERB":
            break
    return " ".join(words)


def casualties(count: int, *, tuning: bool) -> dict[str, float]:
    """Shares of articles whose recorded numbers are among the figures, in percent; a recorded 0 asks for nothing."""
    chosen = [each for each in articles(count, tuning=tuning) if each.killed or each.injured]
    right: dict[str, list[int]] = {}
    for reading, article in zip(open_pipeline().read(each.text for each in chosen), chosen, strict=True):
        for name, number, event in (("killed", article.killed, _KILLED), ("injured", article.injured, _INJURED)):
            for group in [name] * (number > 0) + [f"{name}, two or more"] * (number > 1):
                score = right.setdefault(group, [0, 0])
                score[0] += number in counts(reading, event)
                score[1] += 1
    return {name: round(100 * fine / max(1, asked), 1) for name, (fine, asked) in right.items()}


def main() -> None:
    """Print and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300, help="number of news articles")
    parser.add_argument("--tuning", action="store_true", help="score the half of the articles that rules were tuned on")
    chosen = parser.parse_args()
    systems: dict[str, Values] = {"twosource": ours, "quantulum3": quantulum, "bare digits": bare_digits}
    table = {name: {file: exact_share(values, file) for file in FILES} for name, values in systems.items()}
    for name, row in table.items():
        print(f"{name:14}", "  ".join(f"{file} {share:5.1f}" for file, share in row.items()))
    news = casualties(chosen.articles, tuning=chosen.tuning)
    print("recorded numbers found in news:", news)
    labelled = in_news(tuning=chosen.tuning)
    print("own labels in news:", labelled)
    if not chosen.tuning:
        report(
            "figures",
            {
                "command": f"python -m bench.figures --articles {chosen.articles}",
                "cases": table,
                "news": news,
                "own labels in news": labelled,
                "published": PUBLISHED,
                "sample": f"all cases; {chosen.articles} kept-aside articles of gva-dev",
            },
        )


if __name__ == "__main__":
    main()
