"""A news sentence told in other words or with less: what must not look like a conflict.

As in ``pair_twists``, a change that does not apply gives nothing. A sentence that lost an adjunct is supported by the
whole one; the whole one goes beyond it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import pairwise

from training.names import spans_of
from training.pair_twists import SYNONYMS, WORDS, Changed, Names, News, named_spans, put, replace_phrase

Rewording = Callable[[News, random.Random, Names], Changed | None]
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
LONGEST_ASIDE = 10
HEADLINES_LEFT = 0.75


def _synonym(news: News, dice: random.Random, _: Names) -> Changed | None:
    found = replace_phrase(news, dice, SYNONYMS)
    return Changed(found[0], "same") if found else None


def _figure_written(news: News, dice: random.Random, _: Names) -> Changed | None:
    for place, word in enumerate(news.words):
        if word.lower() in WORDS["figures"]:
            return Changed(put(news, place, place + 1, [str(WORDS["figures"].index(word.lower()) + 2)]), "same")
        if news.tags[place] == "O" and word.isdigit() and 2 <= int(word) <= 20:
            return Changed(put(news, place, place + 1, [WORDS["figures"][int(word) - 2]]), "same")
    return None


def _rounded(news: News, dice: random.Random, _: Names) -> Changed | None:
    for place, word in enumerate(news.words):
        bound = place > 0 and news.words[place - 1].lower() in WORDS["bounds"]
        if news.tags[place] != "O" or bound or not _WHOLE.fullmatch(word):
            continue
        value = int(word.replace(",", ""))
        if value < 13 or 1900 <= value <= 2030:
            continue
        unit = 10 ** (len(str(value)) - 2) if value >= 100 else 10
        below = value // unit * unit
        choices = [["about", f"{round(value / unit) * unit:,}"]]
        if below < value:
            choices.append(["more", "than", f"{below:,}"])
        if 24 <= value < 100:
            choices.append(["dozens", "of"])
        return Changed(put(news, place, place + 1, dice.choice(choices)), "supports")
    return None


def _without_time(news: News, dice: random.Random, _: Names) -> Changed | None:
    spans = [(start, end) for start, end, tag in spans_of(news.tags) if tag == "tim" and start > 1]
    if not spans:
        return None
    start, end = dice.choice(spans)
    if news.words[start - 1].lower() in ("on", "in", "since", "late", "early", "during"):
        start -= 1
    elif news.words[start] not in WORDS["weekdays"]:
        return None
    if end < len(news.words) and news.words[end] in ("'s", "of", "and"):
        return None
    return Changed(put(news, start, end, []), "supports")


def _without_opening(news: News, dice: random.Random, _: Names) -> Changed | None:
    if "," not in news.words[2:9] or news.words[0].lower() not in WORDS["prepositions"]:
        return None
    comma = news.words.index(",", 2)
    if comma + 5 > len(news.words):
        return None
    rest = put(news, 0, comma + 1, [])
    return Changed(_raised(rest), "supports")


def _without_aside(news: News, dice: random.Random, _: Names) -> Changed | None:
    commas = [place for place, word in enumerate(news.words) if word == ","]
    for one, other in pairwise(commas):
        opens = news.words[one + 1].lower()
        if 2 < other - one <= LONGEST_ASIDE and opens in ("who", "which", "a", "an", "the", "where", "whose"):
            return Changed(put(news, one, other + 1, []), "supports")
    return None


def _without_tail(news: News, dice: random.Random, _: Names) -> Changed | None:
    for place in range(len(news.words) - 2, 7, -1):
        if news.words[place] == "," and news.words[place + 1] in ("which", "where", "who", "including", "after", "but"):
            return Changed(put(news, place, len(news.words) - 1, []), "supports")
    return None


def _without_title(news: News, dice: random.Random, _: Names) -> Changed | None:
    spans = [
        (start, end)
        for start, end, tag in named_spans(news)
        if tag == "per" and end - start > 1 and news.words[end - 1] not in WORDS["titles"]
    ]
    if not spans:
        return None
    start, end = dice.choice(spans)
    return Changed(put(news, start, end - 1, []), "supports")


def _vaguer(news: News, dice: random.Random, _: Names) -> Changed | None:
    spans = [(start, end, tag) for start, end, tag in named_spans(news) if tag in WORDS["vaguer"]]
    spans += [
        (place, place + 1, "figure")
        for place, word in enumerate(news.words[1:-1], start=1)
        if word.lower() in WORDS["figures"] and news.words[place - 1].lower() not in WORDS["bounds"]
    ]
    if not spans:
        return None
    start, end, kind = dice.choice(spans)
    if end < len(news.words) and news.words[end] == "'s":
        return None
    return Changed(_raised(put(news, start, end, dice.choice(WORDS["vaguer"][kind]).split())), "supports")


def _speech_turned(news: News, dice: random.Random, _: Names) -> Changed | None:
    words = news.words
    verbs = [place for place in range(1, min(8, len(words))) if words[place] in WORDS["speech"]]
    if len(verbs) != 1 or words[-1] != "." or '"' in words or "," in words[: verbs[0]]:
        return None
    verb = verbs[0]
    says = verb + 1 + (words[verb + 1] == "that")
    if len(words) - says < 6:
        return None
    named = news.tags[0] != "O"
    speaker = words[:verb] if named else (words[0].lower(), *words[1:verb])
    turned = [*words[says:-1], ",", *speaker, words[verb], "."]
    tags = [*news.tags[says:-1], "O", *news.tags[:verb], "O", "O"]
    return Changed(_raised(News(tuple(turned), tuple(tags))), "same")


def _as_headline(news: News, dice: random.Random, _: Names) -> Changed | None:
    kept = [(w, t) for w, t in zip(news.words, news.tags, strict=True) if w.lower() not in ("the", "a", "an")]
    # It applies to nearly all sentences, and would be half of what comes out.
    if len(kept) == len(news.words) or dice.random() < HEADLINES_LEFT:
        return None
    if kept[-1][0] == ".":
        kept = kept[:-1]
    return Changed(_raised(News(*map(tuple, zip(*kept, strict=True)))), "same")


def _raised(news: News) -> News:
    return News((news.words[0][:1].upper() + news.words[0][1:], *news.words[1:]), news.tags)


REWORDINGS: tuple[tuple[Rewording, float], ...] = (
    (_synonym, 3.0), (_figure_written, 1.0), (_rounded, 1.0), (_without_time, 1.2), (_without_opening, 1.0),
    (_without_aside, 1.0), (_without_tail, 1.0), (_without_title, 0.8), (_speech_turned, 1.5), (_as_headline, 0.5),
    (_vaguer, 1.0),
)  # fmt: skip
"""The rewordings, and how often each is tried first."""
