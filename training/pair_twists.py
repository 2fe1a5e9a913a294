"""One fact of a news sentence changed: a figure, a name, a day, who did it to whom, a denial, a degree of certainty.

Each twist takes a sentence as words with their tags and gives it changed, with what the changed sentence is to the
first one, or nothing where it does not apply. Which words stand for which is in ``pair_words.toml``.
"""

from __future__ import annotations

import json
import random
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from training.names import spans_of
from twosource.resources import folder

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("pair_words.toml").read_text(encoding="utf-8"))
_DIGITS = re.compile(r"\d{1,3}(,\d{3})+|\d+(\.\d+)?")
_YEAR = re.compile(r"(19|20)\d\d")
_ADJECTIVE = ("an", "ish", "ese", "i", "ch", "ans")


@dataclass(frozen=True, slots=True)
class News:
    """A sentence of news: its words, and for each a tag of a name, a time, or O."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence after a change, and what it is to the sentence before: a label of ``pair_data.LABELS``."""

    news: News
    label: str


Names = Mapping[tuple[str, str], Sequence[tuple[str, ...]]]
"""The names of the corpus by kind (``kind_of``)."""

Twist = Callable[[News, random.Random, Names], Changed | None]


def kind_of(words: Sequence[str], tag: str) -> tuple[str, str]:
    """What a name can be replaced by: a name of its type, with or without title, of its part of speech."""
    first = words[0] if words[0] in WORDS["titles"] else ""
    return tag, first or ("adjective" if tag == "gpe" and words[-1].endswith(_ADJECTIVE) else "")


def put(news: News, start: int, end: int, words: Sequence[str], tag: str = "O") -> News:
    """The sentence with other words in a place."""
    tags = [tag] * len(words) if tag == "O" else [f"B-{tag}", *[f"I-{tag}"] * (len(words) - 1)][: len(words)]
    return News((*news.words[:start], *words, *news.words[end:]), (*news.tags[:start], *tags, *news.tags[end:]))


def replace_phrase(news: News, dice: random.Random, phrases: Mapping[str, Sequence[Any]]) -> tuple[News, Any] | None:
    """Put another phrase of a table (by first phrase in lower case) in one of its places."""
    lower = [word.lower() for word in news.words]
    places = [
        (start, end, phrase)
        for start in range(len(lower))
        for end in (start + 1, start + 2)
        if end <= len(lower)
        and (phrase := " ".join(lower[start:end])) in phrases
        and set(news.tags[start:end]) == {"O"}
    ]
    if not places:
        return None
    start, end, phrase = dice.choice(places)
    chosen = dice.choice(phrases[phrase])
    words = chosen[0].split()
    if words and news.words[start][:1].isupper():
        words[0] = words[0][:1].upper() + words[0][1:]
    return put(news, start, end, words), chosen


def _table(rows: Sequence[Sequence[str]], label: str = "", *, both: bool) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        said = row[2] if len(row) > 2 else label
        found.setdefault(row[0].lower(), []).append((row[1], said))
        if both and row[1]:
            found.setdefault(row[1].lower(), []).append((row[0], said))
    return found


_OPPOSED = tomllib.loads((folder("en") / "opposites.toml").read_text(encoding="utf-8"))["words"]["pairs"]
_TABLES = {
    "opposite": _table([*WORDS["opposites"], *_OPPOSED], "conflicts", both=True),
    "quantifier": _table(WORDS["quantifiers"], both=False),
    "modality": _table(WORDS["modality"], both=False),
    "actor": {one: [(other, "not same") for other in WORDS["actors"] if other != one] for one in WORDS["actors"]},
}
SYNONYMS = _table(WORDS["synonyms"], "same", both=False)


def _by_table(name: str) -> Twist:
    def twist(news: News, dice: random.Random, _: Names) -> Changed | None:
        found = replace_phrase(news, dice, _TABLES[name])
        return Changed(found[0], found[1][1]) if found else None

    return twist


def _figure(news: News, dice: random.Random, _: Names) -> Changed | None:
    places = [
        place
        for place, (word, tag) in enumerate(zip(news.words, news.tags, strict=True))
        if tag == "O" and (_DIGITS.fullmatch(word) or word.lower() in WORDS["figures"])
    ]
    if not places:
        return None
    place = dice.choice(places)
    bound = place > 0 and news.words[place - 1].lower() in WORDS["bounds"]
    other = _other_figure(news.words[place], dice)
    return Changed(put(news, place, place + 1, [other]), "not same" if bound and dice.random() < 0.5 else "conflicts")


def _other_figure(word: str, dice: random.Random) -> str:
    if word.lower() in WORDS["figures"]:
        other = dice.choice([one for one in WORDS["figures"] if one != word.lower()])
        return str(other.capitalize() if word[0].isupper() else other)
    digits = word.replace(",", "")
    if len(digits) == 2 and digits[0] != digits[1] and digits[1] != "0" and dice.random() < 0.3:
        return digits[::-1]
    value = float(digits)
    made = value * dice.choice((0.25, 0.4, 0.5, 0.7, 1.3, 1.6, 2.0, 3.0, 10.0)) + dice.choice((1, 2, 3))
    text = f"{made:,.1f}" if "." in digits else f"{round(made):,}"
    return text if text != word else text + "0"


def _date(news: News, dice: random.Random, _: Names) -> Changed | None:
    places = [
        (place, pool)
        for place, word in enumerate(news.words)
        for pool in (WORDS["weekdays"], WORDS["months"] if news.tags[place].endswith("tim") else [])
        if word in pool
    ]
    years = [place for place, word in enumerate(news.words) if _YEAR.fullmatch(word) and news.tags[place] != "O"]
    if years and (not places or dice.random() < 0.5):
        place = dice.choice(years)
        year = int(news.words[place]) + dice.choice((-12, -5, -3, -2, -1, 1, 2, 4))
        return Changed(put(news, place, place + 1, [str(year)], "tim"), "conflicts")
    if not places:
        return None
    place, pool = dice.choice(places)
    other = dice.choice([one for one in pool if one != news.words[place]])
    return Changed(put(news, place, place + 1, [other], "tim"), "conflicts")


def named_spans(news: News) -> list[tuple[int, int, str]]:
    """The names of a sentence, without its times."""
    return [(start, end, tag) for start, end, tag in spans_of(news.tags) if tag in ("geo", "gpe", "org", "per")]


def _name(news: News, dice: random.Random, names: Names) -> Changed | None:
    spans = named_spans(news)
    if not spans:
        return None
    start, end, tag = dice.choice(spans)
    pool = names[kind_of(news.words[start:end], tag)]
    other = dice.choice(pool)
    if set(other) & set(news.words):
        return None
    return Changed(put(news, start, end, other, tag), "conflicts")


def _swapped(news: News, dice: random.Random, _: Names) -> Changed | None:
    spans = named_spans(news)
    pairs = [(one, other) for one, other in pairwise(spans) if one[2] == other[2]]
    if not pairs:
        return None
    one_span, other_span = dice.choice(pairs)
    (start, end), (later, last) = one_span[:2], other_span[:2]
    one, between, other = news.words[start:end], news.words[end:later], news.words[later:last]
    if one == other or "," in between:
        return None
    made = put(news, start, last, [*other, *between, *one])
    return Changed(made, "same" if between == ("and",) else "not same")


def _denied(news: News, dice: random.Random, _: Names) -> Changed | None:
    words = news.words
    for place in dice.sample(range(len(words) - 1), len(words) - 1):
        follows = words[place + 1]
        if words[place] in ("not", "never"):
            return Changed(put(news, place, place + 1, []), "conflicts")
        plain = words[place] in WORDS["auxiliaries"]
        done = words[place] in WORDS["perfect"] and (follows.endswith(("ed", "en", "wn")) or follows == "been")
        if (plain or done) and follows not in ("not", "n't", "never", "no"):
            return Changed(put(news, place + 1, place + 1, ["not"]), "conflicts")
    return None


def _not_done(news: News, dice: random.Random, _: Names) -> Changed | None:
    """ "Killed the guard" to "did not kill the guard", where the verb is surely a finite one."""
    for place in range(1, len(news.words) - 2):
        before, word, after = (news.words[place + step].lower() for step in (-1, 0, 1))
        base = _BASES.get(word)
        finite = after in WORDS["determiners"] or (news.tags[place - 1] != "O" and after not in ("by", "in", "."))
        if base and finite and news.tags[place] == "O" and before not in WORDS["not before verbs"]:
            return Changed(put(news, place, place + 1, ["did", "not", base]), "conflicts")
    return None


def _bases() -> dict[str, str]:
    """Past tenses that are not also present tenses, with their bases, from the English model's list of forms."""
    verbs = json.loads((folder("en") / "model" / "forms.json").read_text(encoding="utf-8"))["VERB"]
    return {form: base for form, base in verbs.items() if form.endswith("ed") or form in WORDS["pasts"]}


_BASES = _bases()

TWISTS: tuple[tuple[Twist, float], ...] = (
    (_figure, 1.6), (_date, 0.8), (_name, 1.4), (_swapped, 1.0), (_denied, 1.2), (_by_table("opposite"), 1.6),
    (_not_done, 1.2), (_by_table("quantifier"), 1.0), (_by_table("modality"), 0.8), (_by_table("actor"), 0.4),
)  # fmt: skip
"""The twists, and how often each is tried first."""
