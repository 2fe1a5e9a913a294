"""Small pieces of English that the brief is written in: counts, lists, days, what a verdict means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

SPARED = 1.3
"""How many times its limit a text may be long before it is cut: "indictment of three men by …" saves a line and the
sense."""
WHOLE = 2.5
"""The same where a cut would leave a hole: "a handful, including … Smith, urged" has Smith among them."""

NOTHING = "No figure, date, role, quotation or deed was found that could be compared."

LONE = "What one origin alone claims"

VERDICTS = {
    "corroborated": "corroborated",
    "single-origin": "one origin only",
    "disputed": "disputed",
    "unclear": "unclear: may be one voice",
}

IN_A_COPY = "in a copy only"
"""The verdict where the only account that says so takes its text from one that does not."""

ONE_WORD = "unclear: several origins, but all on one word"
"""The verdict where the origins are known to be two and cite one speaker."""

CONFLICT_KINDS = {"polarity": "said and denied", "attribution": "who said it"}
"""Kinds of conflict whose name in the dossier no newsroom uses."""

OUTCOMES = {
    "death": (
        "killed",
        r"kill|dead|death|die|dying|slain|slay|perish|succumb|victim|toll|bod(y|ies)|corpse|fatal|lives|murder|drown|lost",
    ),
    "injury": ("hurt", r"hurt|injur|wound|burn|critical"),
    "casualty": ("dead or hurt", r"dead|hurt|casualt|victim"),
    "missing": ("missing", r"missing|unaccounted|trapped|disappear|vanish"),
    "arrest": ("arrested", r"arrest|detain|detention|custody|jail|imprison|captur|prisoner"),
    "displacement": ("displaced", r"evacu|displac|fled|flee|home|refugee|shelter|moved|uprooted"),
    "abduction": ("held or abducted", r"abduct|kidnap|hostage|captive|taken|held"),
    "outage": ("without power", r"power|electric|outage|blackout|dark|cut off"),
    "waterless": ("without water", r"water"),
    "stranded": ("stranded", r"strand|stuck|maroon"),
    "infection": ("infected", r"infect|case|sick|ill|patient"),
}
"""What happened to those whom a figure counts, in a word, and by what words a figure says so itself."""

COPY_KINDS = {
    "verbatim": "takes its words from",
    "rewrite": "rewrites",
    "translation": "translates",
    "credit": "credits the report of",
}

STANDINGS = {
    "independent": "independent",
    "derived": "goes back to an account that is not among the input",
    "unknown": "not known to be independent",
}


def counted(number: int, thing: str) -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(3, "article")
    ('1 article', '3 articles')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def ranged(low: int, high: int, thing: str) -> str:
    """A range with its noun.

    >>> ranged(2, 3, "independent origin"), ranged(1, 1, "origin")
    ('2 to 3 independent origins', '1 origin')
    """
    return counted(low, thing) if low == high else f"{low} to {high} {thing}s"


def befallen(figure: str, outcome: str | None, sentence: str) -> str:
    """A figure with what happened to those whom it counts, where its sentence says so and its own words do not.

    >>> befallen("three people", "injury", "It hurt three people."), befallen("three men", "injury", "Three men came.")
    ('three people hurt', 'three men')
    >>> befallen("164 people dead", "death", ""), befallen("$90 million", "cost", "")
    ('164 people dead', '$90 million')
    """
    word, telling = OUTCOMES.get(outcome or "", ("", ""))
    said = word and re.search(rf"({telling})", sentence.lower()) and not re.search(rf"\b({telling})", figure.lower())
    return f"{figure} {word}" if said else figure


def is_befallen(figure: str) -> bool:
    """Whether a figure says what happened to what it counts.

    >>> is_befallen("164 people dead"), is_befallen("three men")
    (True, False)
    """
    return any(re.search(rf"\b(?:{telling})", figure.lower()) for _, telling in OUTCOMES.values())


def listed(items: Sequence[str]) -> str:
    """Items as a sentence lists them.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def day(text: str) -> str:
    """An ISO date or datetime as a newsroom writes it, with its weekday.

    >>> day("2019-10-08"), day("2019-10-08T18:30:00+03:00")
    ('Tuesday 8 October 2019', 'Tuesday 8 October 2019, 18:30 +03:00')
    """
    on = date.fromisoformat(text[:10])
    words = f"{on:%A} {on.day} {on:%B} {on.year}"
    if len(text) == 10:
        return words
    at = datetime.fromisoformat(text)
    zone = at.strftime("%z")
    return f"{words}, {at:%H:%M}" + (f" {zone[:3]}:{zone[3:5]}" if zone else "")


def short_day(text: str) -> str:
    """The same as briefly as may be, for a list of articles.

    >>> short_day("2019-10-08"), short_day("2019-10-08T18:30:00+03:00")
    ('8 Oct 2019', '8 Oct 2019, 18:30')
    """
    on = date.fromisoformat(text[:10])
    return f"{on.day} {on:%b} {on.year}" + (f", {datetime.fromisoformat(text):%H:%M}" if len(text) > 10 else "")


def days(start: str, end: str) -> str:
    """An interval of days; a whole month or year by its name.

    >>> days("2019-10-08", "2019-10-08"), days("2019-10-07", "2019-10-08"), days("2019-10-01", "2019-10-31")
    ('Tuesday 8 October 2019', 'Monday 7 to Tuesday 8 October 2019', 'October 2019')
    >>> days("1891-01-01", "1891-12-31"), days("1980-01-01", "1989-12-31")
    ('1891', '1980 to 1989')
    """
    if start == end:
        return day(start)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if (first.year, first.month) == (last.year, last.month) and first.day == 1 and (last + timedelta(1)).day == 1:
        return f"{first:%B} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    short = f"{first:%A} {first.day}"
    if (first.year, first.month) != (last.year, last.month):
        short += f" {first:%B}" + (f" {first.year}" if first.year != last.year else "")
    return f"{short} to {day(end)}"


def shortened(text: str, limit: int = 300, around: str = "") -> str:
    """The text on one line; where it is longer than ``limit`` code points, cut at words.

    The beginning stays, for there stands of whom a sentence tells; ``around`` stays too, where it occurs.

    Args:
        text: Any text.
        limit: Code points that are left, the marks of the cuts not counted.
        around: Words that stay in, with as much around them as there is room for.

    >>> shortened("one two three four five six seven", 14)
    'one two three …'
    >>> shortened("one two three four five six seven eight nine ten", 14, around="six")
    'one […] six seven …'
    """
    flat, words = " ".join(text.split()), " ".join(around.split())
    if len(flat) <= limit * SPARED:
        return flat
    begun, place = _begun(flat, limit), flat.find(words)
    if place + len(words) <= len(begun):
        return f"{begun} …"
    if len(flat) <= limit * WHOLE:
        return flat
    head = _begun(flat, limit // 3)
    rest = limit - len(head)
    start = min(place - max(0, rest - len(words)) // 2, len(flat) - rest)
    start = min(flat.find(" ", max(start, 1) - 1) + 1, place)
    if start <= len(head) + 1:
        return f"{begun} …"
    end = " …" if start + rest < len(flat) else ""
    return f"{head} […] {_begun(flat[start:], rest)}{end}"


def _begun(flat: str, limit: int) -> str:
    """The words of a text that end within ``limit`` code points, of one longer word as much as fits."""
    if len(flat) <= limit or flat[limit] == " ":
        return flat[:limit].rstrip()
    return flat[: max(flat.rfind(" ", 0, limit), 0)].rstrip() or flat[:limit]
