"""Times against labels: TempEval-3's TimeBank and AQUAINT (extent and value), Microsoft's date cases.

Documents and cases are split in two by a checksum of their name: rules were tuned on the one half, the other half is
reported.
Scores are TempEval-3's (UzZaman et al. 2013): an extent matches strictly or relaxed (overlap), and the value F1 counts
the relaxed matches whose value is right.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import warnings
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bench.data import dataset, report
from twosource.annotate import open_pipeline
from twosource.annotate.times import find_times
from twosource.model.reading import Reading, TimeMention
from twosource.text.tree import Tree

PUBLISHED = {"HeidelTime on TempEval-3 platinum": 77.6}
_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.S)


@dataclass(frozen=True, slots=True)
class Gold:
    """A labelled time, or one that a system found; ``day`` is the one day that a system resolved it to, if any."""

    start: int
    end: int
    type: str
    value: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A labelled news text."""

    name: str
    text: str
    anchor: date
    times: tuple[Gold, ...]

    @property
    def kept_aside(self) -> bool:
        """Whether the document was not tuned on."""
        return zlib.crc32(self.name.encode()) % 2 == 1


def documents() -> Iterator[Document]:
    """The documents of TempEval-3's training part, in the order of their names."""
    for path in sorted(dataset("tempeval3-tbaq").rglob("*.tml")):
        source = path.read_text(encoding="utf-8")
        created = re.search(r"<DCT>.*?value=\"(\d{4}-\d{2}-\d{2})", source, re.S)
        body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.S)
        if created and body:
            text, times = _plain(body[1])
            yield Document(path.name, text, date.fromisoformat(created[1]), times)


def _plain(body: str) -> tuple[str, tuple[Gold, ...]]:
    """The text without its marks, and the times in it."""
    body = re.sub(r"</?(?!/?TIMEX3)[A-Za-z][^>]*>", "", body)
    text, times, at = "", [], 0
    for match in _TIMEX.finditer(body):
        text += html.unescape(body[at : match.start()])
        start = len(text)
        text += html.unescape(match[2])
        marks = dict(re.findall(r'(\w+)="([^"]*)"', match[1]))
        times.append(Gold(start, len(text), marks.get("type", ""), marks.get("value", "")))
        at = match.end()
    return text + html.unescape(body[at:]), tuple(times)


def ours(reading: Reading, anchor: date) -> list[Gold]:
    """What twosource finds."""
    found = find_times(Tree(reading), anchor)
    return [Gold(each.span.start, each.span.end, each.type.value, each.value, _one_day(each)) for each in found]


def _one_day(time: TimeMention) -> str:
    return str(time.days.start) if time.days and time.days.is_one_day else ""


def dateparser(reading: Reading, anchor: date) -> list[Gold]:
    """What dateparser's search finds."""
    from dateparser.search import search_dates

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        settings = {"RELATIVE_BASE": datetime.combine(anchor, datetime.min.time()), "PREFER_DATES_FROM": "past"}
        found = search_dates(reading.text, languages=["en"], settings=settings) or []
    times, at = [], 0
    for words, when in found:
        start = reading.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            times.append(Gold(start, at, "DATE", when.date().isoformat()))
    return times


def weekdays_only(reading: Reading, anchor: date) -> list[Gold]:
    """A naive baseline: names of weekdays as the last such day, and four digits as years."""
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    times = []
    for match in re.finditer(r"\b(?:" + "|".join(names) + r"|(?:19|20)\d\d)\b", reading.text):
        value = match[0]
        if value in names:
            back = (anchor.weekday() - names.index(value)) % 7
            value = date.fromordinal(anchor.toordinal() - back).isoformat()
        times.append(Gold(match.start(), match.end(), "DATE", value))
    return times


def score(pairs: list[tuple[tuple[Gold, ...], list[Gold]]]) -> dict[str, float]:
    """TempEval-3's scores in percent over all documents together."""
    gold = found = strict = relaxed = typed = valued = 0
    for wanted, given in pairs:
        gold, found = gold + len(wanted), found + len(given)
        free = list(given)
        for each in wanted:
            match = next((one for one in free if one.start < each.end and each.start < one.end), None)
            if match:
                free.remove(match)
                relaxed += 1
                strict += (match.start, match.end) == (each.start, each.end)
                typed += match.type == each.type
                valued += match.value == each.value
    names = ("strict", "relaxed", "type", "value")
    return {name: _f1(right, gold, found) for name, right in zip(names, (strict, relaxed, typed, valued), strict=True)}


def _f1(right: int, gold: int, found: int) -> float:
    return round(200 * right / max(1, gold + found), 1)


def date_cases() -> Iterator[tuple[str, date, str, str]]:
    """Microsoft's cases of single dates: text, reference day, words, and the one value that is meant."""
    folder = dataset("recognizers-specs")
    path = next(Path(folder).rglob("DateTime/English/DateTimeModel.json"))
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        results = case["Results"]
        if len(results) != 1 or not str(results[0].get("TypeName", "")).endswith(".date"):
            continue
        values = {value.get("value") for value in results[0]["Resolution"]["values"]}
        yield (
            case["Input"],
            date.fromisoformat(case["Context"]["ReferenceDateTime"][:10]),
            results[0]["Text"],
            json.dumps(sorted(filter(None, values))),
        )


def date_share(find: Callable[[Reading, date], list[Gold]]) -> float:
    """Share of Microsoft's dates, of the half not tuned on, whose day is one of those that the case allows, in percent.

    The day may be the value or what it was resolved to: TIMEX3 has "in two weeks" as a length, Microsoft as a day.
    """
    cases = [case for case in date_cases() if zlib.crc32(case[0].encode()) % 2 == 1]
    pipeline, right = open_pipeline(), 0
    for reading, (_, anchor, _, values) in zip(pipeline.read(text for text, *_ in cases), cases, strict=True):
        allowed = json.loads(values)
        right += any(each.value[:10] in allowed or each.day in allowed for each in find(reading, anchor))
    return round(100 * right / len(cases), 1)


def main() -> None:
    """Print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tuning", action="store_true", help="score the half that rules were tuned on")
    parser.add_argument("--no-dateparser", action="store_true", help="leave out the slow baseline")
    chosen = parser.parse_args()
    texts = [each for each in documents() if each.kept_aside is not chosen.tuning]
    readings = list(open_pipeline().read(each.text for each in texts))
    systems = {"twosource": ours, "weekday names and years": weekdays_only}
    systems |= {} if chosen.no_dateparser else {"dateparser search": dateparser}
    table = {}
    for name, find in systems.items():
        pairs = [(each.times, find(reading, each.anchor)) for each, reading in zip(texts, readings, strict=True)]
        table[name] = {**score(pairs), "recognizers dates": date_share(find)}
        print(f"{name:26}", "  ".join(f"{key} {value:5.1f}" for key, value in table[name].items()))
    if not chosen.tuning:
        report(
            "times",
            {
                "command": "python -m bench.times" + " --no-dateparser" * chosen.no_dateparser,
                "sample": f"{len(texts)} kept-aside documents of tempeval3-tbaq",
                "published value F1": PUBLISHED,
                "scores": table,
            },
        )


if __name__ == "__main__":
    main()
