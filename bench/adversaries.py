"""Who would deceive a count of origins, or does so unawares: each case end to end, with how often lineage holds.

Every case is made of real articles, one archive of its own each time, so that no other account helps or harms. What is
to be seen: the copy found, the direction right or left open, and no count that takes two tellers of one text for two
independent voices. ``python -m bench.adversaries --tuning`` shows the half of the articles that may be looked at.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bench.accounts import Document, read
from bench.data import report
from bench.families import edited, homoglyphs, paragraphs_of, sentences_of, spun
from bench.lineage import sample
from twosource.annotate import annotate, open_pipeline
from twosource.model.article import Credit, CreditKind
from twosource.model.lineage import Copy, Lineage
from twosource.model.reading import Annotated
from twosource.trace import trace

CROWDS = (250, 500, 1000)
EARLY, DAY, LATE = "2020-02-01", "2020-03-01", "2020-03-02"
_Case = Callable[[Document, Document, random.Random], tuple[list[Document], Callable[[Lineage], str]]]


def _dated(base: Document, name: str, text: str, published: str) -> Document:
    return replace(base.like(name, text), outlet=f"Paper {name}", published=published)


def _course(copies: Sequence[Copy], source: str, copy: str) -> str:
    """How lineage sees that ``copy`` was taken from ``source``.

    Right, also by way of a reprint, the wrong way round, open, not at all, or by its forged date and with a reason that
    says that nothing else tells, which is all that can be said of two dated texts without another difference.
    """
    for one in copies:
        if {one.source, one.copy} == {source, copy}:
            alone = one.copy == source and "only the dates tell" in one.reason
            wrong = "by dates that stand alone" if alone else "wrong"
            return "open" if one.direction.value == "unknown" else "right" if one.copy == copy else wrong
    return "right" if any(one.copy == copy for one in copies) else "not found"


def forged(make: Callable[[str, random.Random], str], *, reprints: int = 0, credit: bool = False) -> _Case:
    """A copy that is dated a month before its source; other honest reprints of the source may lie beside it."""

    def case(base: Document, _: Document, chance: random.Random) -> tuple[list[Document], Callable[[Lineage], str]]:
        source = _dated(base, "source", base.text, DAY)
        thief = _dated(base, "thief", make(base.text, chance), EARLY)
        if credit:
            thief = replace(thief, credits=(Credit("Paper source", CreditKind.BYLINE, "By Paper source"),))
        honest = [
            _dated(base, f"reprint-{number}", edited(0.1, stretches=False)(base.text, chance), LATE)
            for number in range(reprints)
        ]
        return [source, thief, *honest], lambda lineage: _course(lineage.copies, "source", "thief")

    return case


def belied(base: Document, _: Document, chance: random.Random) -> tuple[list[Document], Callable[[Lineage], str]]:
    """An edited copy with a forged date whose text tells of a day behind it."""
    told = f"{base.text}\n\nThe road was closed on Feb. 26 and reopened a day later."
    made = [
        _dated(base, "source", told, DAY),
        _dated(base, "thief", edited(0.1, stretches=True)(told, chance), EARLY),
    ]
    return made, lambda lineage: _course(lineage.copies, "source", "thief")


def _dated_address(
    base: Document, _: Document, chance: random.Random
) -> tuple[list[Document], Callable[[Lineage], str]]:
    """A verbatim copy with a forged date at an address that bears the true one."""
    thief = replace(_dated(base, "thief", base.text, EARLY), url="https://thief.example/2020/03/02/report")
    made = [_dated(base, "source", base.text, DAY), thief]
    return made, lambda lineage: _course(lineage.copies, "source", "thief")


def disguised(base: Document, _: Document, chance: random.Random) -> tuple[list[Document], Callable[[Lineage], str]]:
    """A copy behind look-alike letters and zero-width spaces, dated before its source."""
    made = [_dated(base, "source", base.text, DAY), _dated(base, "thief", homoglyphs(base.text, chance), EARLY)]
    return made, lambda lineage: _course(lineage.copies, "source", "thief")


def release(base: Document, other: Document, _: random.Random) -> tuple[list[Document], Callable[[Lineage], str]]:
    """A report that gives a whole press release in marks and names its author: no theft, and no second voice either."""
    quoted = "\n\n".join(f"“{_unquoted(part)}" for part in paragraphs_of(base.text))
    own = sentences_of(other.text)
    text = f"{' '.join(own[:3])}\n\nThe ministry said in a statement:\n\n{quoted}”\n\n{' '.join(own[3:6])}"
    made = [replace(_dated(base, "release", base.text, DAY), outlet="Ministry"), _dated(base, "report", text, LATE)]
    return made, lambda lineage: _apart(lineage, "release", "report")


def one_speech(base: Document, other: Document, _: random.Random) -> tuple[list[Document], Callable[[Lineage], str]]:
    """Two reports, each in its own words, around one long speech: who spoke is the source of both."""
    speech = f"“{_unquoted(' '.join(sentences_of(base.text)[:10]))}”"
    own = sentences_of(other.text)
    half = len(own) // 2
    texts = [f"{' '.join(part[:3])}\n\n{speech}\n\n{' '.join(part[3:6])}" for part in (own[:half], own[half:])]
    made = [_dated(base, f"report-{number}", text, DAY) for number, text in enumerate(texts)]
    return made, lambda lineage: _apart(lineage, "report-0", "report-1")


def _unquoted(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, '“”„«»"'), ""))


def _apart(lineage: Lineage, one: str, other: str) -> str:
    """Open is what is wanted: not called a copy, and not counted as two independent voices."""
    origins = lineage.origin_of(one), lineage.origin_of(other)
    if origins[0] == origins[1]:
        return "called a copy"
    return "open" if lineage.count((origins[0].id, origins[1].id)).minimum == 1 else "counted twice"


HONEST = ("right", "open")
"""A date that decides alone is not held to be beaten, though the reason says that nothing else tells."""
CASES: dict[str, tuple[_Case, tuple[str, ...]]] = {
    "early date, verbatim": (forged(lambda text, _: text), HONEST),
    "early date, 30 % of words edited": (forged(edited(0.3, stretches=False)), HONEST),
    "early date, cut": (forged(lambda text, _: " ".join(sentences_of(text)[:6])), HONEST),
    "early date, spun": (forged(spun), HONEST),
    "early date, verbatim, beside three honest reprints": (forged(lambda text, _: text, reprints=3), HONEST),
    "early date, belied by its own text": (belied, HONEST),
    "early date, belied by its address": (_dated_address, HONEST),
    "early date, edited, beside four honest reprints": (
        forged(edited(0.3, stretches=False), reprints=4),
        HONEST,
    ),
    "early date, edited, source credited": (forged(edited(0.1, stretches=False), credit=True), ("right",)),
    "look-alike letters and zero-width spaces, early date": (disguised, ("right",)),
    "a whole press release in marks": (release, ("open",)),
    "one long speech in two reports": (one_speech, ("open",)),
}


def measure(bases: Sequence[Document]) -> dict[str, Any]:
    """Each case on each article, the next one lending it words."""
    made = {
        name: [
            case(base, bases[(place + 1) % len(bases)], random.Random(f"{name}-{base.id}"))
            for place, base in enumerate(bases)
        ]
        for name, (case, _) in CASES.items()
    }
    readings = iter(_read([one for archives in made.values() for documents, _ in archives for one in documents]))
    figures = {}
    for name, archives in made.items():
        seen = Counter(verdict(trace([next(readings) for _ in documents])) for documents, verdict in archives)
        held = sum(seen[one] for one in CASES[name][1])
        figures[name] = {"holds": held, "of": len(bases), "seen": dict(sorted(seen.items()))}
    return figures


def _read(documents: Sequence[Document]) -> list[Annotated]:
    """The documents read, with all that the rules find in those that have a day of their own to tell."""
    found = {id(one): account for one, account in zip(documents, read(documents), strict=True)}
    told = [one for one in documents if "Feb. 26" in one.text]
    if told:
        found |= zip(map(id, told), annotate([one.article for one in told], open_pipeline()), strict=True)
    return [found[id(one)] for one in documents]


def crowd(base: Document, size: int) -> dict[str, Any]:
    """Many copies of one text, each with a few words changed: time, origins and edges."""
    chance = random.Random(size)
    (account,) = read([base])
    copies = [_nearly(account, f"{number:04d}", chance, DAY if not number else LATE) for number in range(size)]
    begun = time.process_time()
    lineage = trace(copies)
    seconds = time.process_time() - begun
    return {"CPU-seconds": round(seconds, 1), "origins": len(lineage.origins), "edges": len(lineage.copies)}


def _nearly(account: Annotated, name: str, chance: random.Random, published: str) -> Annotated:
    """A copy of an account in which some words are others of the same length, so that all places hold."""
    text = list(account.body.text)
    for token in chance.sample(account.body.text.split(), 5):
        start = account.body.text.index(token)
        text[start : start + len(token)] = [chance.choice("abdegiklmnoprstu") for _ in token]
    joined = "".join(text)
    article = _dated(Document(name, joined, None, None, None, None, ""), name, joined, published).article
    return Annotated(article, replace(account.body, text=joined))


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=8, help="articles from each set")
    parser.add_argument("--tuning", action="store_true", help="the tuning half instead of the reporting half")
    chosen = parser.parse_args()
    bases = [replace(base, published=None, outlet=None) for base in sample(1 - chosen.tuning, chosen.size).bases]
    figures: dict[str, Any] = measure(bases)
    for size in () if chosen.tuning else CROWDS:
        figures[f"{size} copies of one text"] = crowd(bases[0], size)
    for name, row in figures.items():
        print(f"{name:56s} {row}")
    if not chosen.tuning:
        report("adversaries", figures)


if __name__ == "__main__":
    main()
