"""The distortion guard: are changes that a copier makes flagged, and harmless rewordings left alone?

One sentence of a real news article is changed in one way in a copy, which is dated a day later; the pair goes through
lineage and corroboration as two accounts of a story do. *Flagged* is what the guard finds; *shown* is what a reader of
the dossier sees: a statement with its distortion. Every change is generated, by kind, from articles of BASIL, PolNeAR
and GVA, half of which (by id) the rules were tuned on; the other half is reported. Beside it the naive guard: any
difference of a digit, a capitalised word or a negation.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import islice

from rich.console import Console
from rich.table import Table

from bench.data import dataset, report
from twosource.annotate import annotate, open_pipeline
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate import corroborate
from twosource.corroborate.alignment.likeness import Rarity
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.corroborate.copying.retold import retold
from twosource.link import link
from twosource.model.article import Article
from twosource.model.moment import Moment
from twosource.model.reading import Annotated, EntityType
from twosource.model.span import Span
from twosource.trace import trace

LEAD = 12
"""Sentences of an article that are read: more would only cost time."""
READ_AT_MOST = 1200
PERSONS = ("Walter Quimby", "Ilse Vandermeer", "Tomas Okello", "Ruth Abernathy", "Dmitri Salnikov")
PLACES = ("Tallinn", "Mombasa", "Saskatoon", "Arequipa", "Gdansk")
BODIES = ("Harlow Group", "Northmoor Council", "Pell Foundation", "Osprey Airlines", "Kestrel Union")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
OPPOSITES = (
    ("rose", "fell"), ("rise", "fall"), ("increased", "decreased"), ("increase", "decrease"), ("higher", "lower"),
    ("won", "lost"), ("accepted", "rejected"), ("supported", "opposed"), ("supports", "opposes"), ("before", "after"),
    ("first", "last"), ("north", "south"), ("east", "west"), ("dead", "alive"), ("arrested", "released"),
    ("strong", "weak"), ("more", "fewer"), ("guilty", "innocent"), ("public", "private"), ("allowed", "banned"),
)  # fmt: skip

Change = Callable[[Annotated, Span, int], str | None]


def main() -> None:
    """Print the shares by kind and write them down."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--half", choices=["dev", "held"], default="held")
    options.add_argument("--size", type=int, default=50, help="changes a kind")
    options.add_argument("--show", type=int, default=0, help="print so many misses and false alarms of a kind")
    options.add_argument("--only", nargs="*", default=list(CHANGES), help="kinds")
    chosen = options.parse_args()
    pipeline = open_pipeline()
    accounts = list(annotate(_articles(chosen.half), pipeline))
    scores = {
        name: _score(change, accounts, chosen.size, pipeline) for name, change in CHANGES.items() if name in chosen.only
    }
    _print(scores)
    for name, score in scores.items():
        for line in score.wrong(name)[: chosen.show]:
            print(f"{name}: {line}")
    if chosen.half == "held":
        report("distortions", {"articles": len(accounts), **_figures(scores)})


@dataclass(slots=True)
class Score:
    """Counts over the changes of one kind."""

    made: int = 0
    naive: int = 0
    flagged: int = 0
    shown: int = 0
    examples: list[tuple[bool, str]] = field(default_factory=list)

    def wrong(self, name: str) -> list[str]:
        """Distortions that were not flagged, or harmless rewordings that were."""
        return [text for flagged, text in self.examples if flagged == name.startswith("harmless")]


def _articles(half: str) -> Iterator[Article]:
    found = (one for one in _all_articles() if (blake2b(one.id.encode()).digest()[0] % 2 == 0) == (half == "dev"))
    yield from islice(found, READ_AT_MOST)


def _all_articles() -> Iterator[Article]:
    """Articles of three sets in turn, each cut to its lead, all published on one day."""
    sets = [list(_basil()), list(_polnear()), list(_incidents())]
    for place in range(max(map(len, sets))):
        for one in sets:
            if place < len(one):
                yield Article(one[place][0], _lead(one[place][1]), published=Moment("2019-03-12"), language="en")


def _lead(text: str) -> str:
    ends = [match.end() for match in re.finditer(r"[.!?][”\"’]?(?=\s)", text)]
    return text[: ends[LEAD]] if len(ends) > LEAD else text


def _basil() -> Iterator[tuple[str, str]]:
    for path in sorted((dataset("basil-dev") / "articles").rglob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        yield path.stem, "\n\n".join(" ".join(part) for part in record["body-paragraphs"] if part)


def _polnear() -> Iterator[tuple[str, str]]:
    for path in sorted((dataset("polnear-dev") / "data").rglob("text/*.txt"))[::2]:
        yield path.stem, path.read_text(encoding="utf-8").strip()


def _incidents() -> Iterator[tuple[str, str]]:
    with (dataset("gva-dev") / "split" / "dev" / "articles.jsonl").open(encoding="utf-8") as lines:
        for row in islice(map(json.loads, lines), 0, None, 8):
            if len(row["text"]) > 600:
                yield row["doc_id"], re.sub(r"\n\s*\n+", "\n\n", row["text"])


def _score(change: Change, accounts: list[Annotated], size: int, pipeline: Pipeline) -> Score:
    score = Score()
    for turn, account in enumerate(accounts):
        if score.made == size:
            break
        changed = _changed(account, change, turn)
        if changed is None:
            continue
        before, after, text = changed
        flagged, shown = _guarded(account, text, pipeline)
        score.made += 1
        score.naive += _naive(before) != _naive(after)
        score.flagged += bool(flagged)
        score.shown += bool(shown)
        said = f"{' '.join(before.split())}\n -> {' '.join(after.split())}\n (flagged: {flagged}; shown: {shown})"
        score.examples.append((bool(flagged or shown), said))
    return score


def _changed(account: Annotated, change: Change, turn: int) -> tuple[str, str, str] | None:
    """The first changeable sentence, what became of it, and the text with it."""
    text = account.article.text
    for sentence in account.body.sentences[:LEAD]:
        before = sentence.of(text)
        after = change(account, sentence, turn) if 40 < len(before) < 400 else None
        if after is not None and after != before:
            return before, after, text[: sentence.start] + after + text[sentence.end :]
    return None


def _guarded(account: Annotated, text: str, pipeline: Pipeline) -> tuple[str, str]:
    """What the guard says of the copy, and what the statements of the dossier do."""
    later = replace(account.article, id="copy", text=text, published=Moment("2019-03-13"))
    accounts = (account, next(iter(annotate([later], pipeline))))
    entities = link(accounts)
    read = contexts(accounts, entities)
    rarity = Rarity([context.words(range(len(context.tree.tokens))) for context in read])
    flagged = retold(read, {"copy": (account.article.id,)}, rarity, Voices(entities))
    claims = corroborate(accounts, entities, trace(accounts))
    shown = "; ".join(one.distortion for claim in claims for one in claim.statements if one.distortion)
    return "; ".join(one.change.text for one in flagged.values()), shown


def _naive(sentence: str) -> tuple[Counter[str], bool]:
    """Its figures, its names and whether it is negated, as a pattern sees them."""
    words = re.findall(r"\d[\d.,]*|\b[A-Z]\w+|\b(?:" + "|".join(NUMBERS) + r")\b", sentence)
    return Counter(words), bool(re.search(r"\b(?:not|no|never)\b|n['’]t\b", sentence))


def _number(account: Annotated, sentence: Span, turn: int) -> str | None:
    words = sentence.of(account.article.text)
    match = re.search(
        r"\b(two|three|four|five|six|seven|[2-9]\d?)\b(?! ?(?:p\.m\.|a\.m\.|:|/|-|,\d|\.\d|[A-Z]))", words
    )
    if match is None or re.search(r"[$€£.,:/-]$|[A-Z]\w* $", words[: match.start()]):
        return None
    one = match[0]
    other = (
        NUMBERS[(NUMBERS.index(one) + 1 + turn % 5) % len(NUMBERS)] if one in NUMBERS else str(int(one) + 3 + turn % 9)
    )
    return words[: match.start()] + other + words[match.end() :]


def _magnitude(account: Annotated, sentence: Span, turn: int) -> str | None:
    swap = {"million": "billion", "billion": "million", "hundreds": "thousands", "thousands": "hundreds"}
    return _swapped_word(sentence.of(account.article.text), {**swap, "dozens": "hundreds"})


def _day(account: Annotated, sentence: Span, turn: int) -> str | None:
    words = sentence.of(account.article.text)
    match = re.search("|".join(DAYS), words)
    return words.replace(match[0], DAYS[(DAYS.index(match[0]) + 2 + turn % 4) % 7], 1) if match else None


def _name_of(kind: EntityType, others: tuple[str, ...]) -> Change:
    def change(account: Annotated, sentence: Span, turn: int) -> str | None:
        text = account.article.text
        known = [one for one in account.body.names if one.type is kind and sentence.contains(one.span)]
        inside = [one for one in known if len(one.text) > 3 and one.text[0].isupper()]
        if not inside:
            return None
        span = inside[0].span
        return text[sentence.start : span.start] + others[turn % len(others)] + text[span.end : sentence.end]

    return change


def _worded(pattern: str, *by: str) -> Change:
    def change(account: Annotated, sentence: Span, turn: int) -> str | None:
        words = sentence.of(account.article.text)
        return re.sub(pattern, by[turn % len(by)], words, count=1)

    return change


def _swapped_word(words: str, swap: dict[str, str]) -> str | None:
    match = re.search(r"(?<![\w-])(" + "|".join(swap) + r")(?![\w-])", words)
    return words[: match.start()] + swap[match[0]] + words[match.end() :] if match else None


def _opposite(account: Annotated, sentence: Span, turn: int) -> str | None:
    swap = {one: other for pair in OPPOSITES for one, other in (pair, pair[::-1])}
    return _swapped_word(sentence.of(account.article.text), swap)


def _quantifier(account: Annotated, sentence: Span, turn: int) -> str | None:
    swap = {"all": "some", "All": "Some", "some": "all", "Some": "All", "most": "a few", "Most": "A few"}
    swap |= {"many": "all", "Many": "All", "several": "all", "every": "hardly any", "always": "sometimes"}
    words = sentence.of(account.article.text)
    return (
        None
        if re.search(r"\b[Ss]ome \d|\bat all\b|\bafter all\b|\bat (?:the )?most\b|\bthe most\b", words)
        else _swapped_word(words, swap)
    )


def _shorter_name(account: Annotated, sentence: Span, turn: int) -> str | None:
    """A person by surname alone, where the whole name stood before."""
    text = account.article.text
    for one in account.body.names:
        parts = one.text.split()
        again = text.find(one.text) < one.span.start
        if again and one.type is EntityType.PERSON and len(parts) == 2 and sentence.contains(one.span):
            return text[sentence.start : one.span.start] + parts[1] + text[one.span.end : sentence.end]
    return None


def _digits(account: Annotated, sentence: Span, turn: int) -> str | None:
    words = sentence.of(account.article.text)
    match = re.search(r"(?<![\w-])(" + "|".join(NUMBERS) + r")(?![\w-])", words)
    return words[: match.start()] + str(NUMBERS.index(match[0]) + 2) + words[match.end() :] if match else None


_PARTICIPLE = r"(?!not|the|an?|in|at|on|being|going)(\w+(?:ed|en|own|ot))\b"
_AUXILIARY = r"\b(was|were|has been|had been|is|will|has|had|would) (?!not\b|\w+ n[o']t)(\w+)"
_TITLES = r"\b(?:President|Secretary|Chairman|Director|Minister|Chief|Mayor|Governor) (?=[A-Z])"
_SPEAKERS = r"\b(?:[Pp]olice|[Oo]fficials|[Aa]uthorities|[Ii]nvestigators|[Dd]eputies|[Dd]etectives) (said|say)\b"
CHANGES: dict[str, Change] = {
    "figure": _number,
    "magnitude": _magnitude,
    "day": _day,
    "person": _name_of(EntityType.PERSON, PERSONS),
    "place": _name_of(EntityType.PLACE, PLACES),
    "body": _name_of(EntityType.ORGANIZATION, BODIES),
    "polarity": _worded(_AUXILIARY, r"\1 not \2"),
    "modality": _worded(r"\b(?:was|were) " + _PARTICIPLE, r"may have been \1", r"was reportedly \1"),
    "quantifier": _quantifier,
    "direction": _opposite,
    "speaker": _worded(_SPEAKERS, r"neighbors \1", r"witnesses \1", r"relatives \1"),
    "role": _worded(_TITLES, "former Senator ", "acting Sheriff "),
    "harmless: said": _worded(r"(?<=[\w”\"’,] )said\b(?! (?:to have|that))", "stated", "told reporters", "remarked"),
    "harmless: digits": _digits,
    "harmless: percent": _worded(r"(?<=\d) ?(?:percent|per cent)\b", "%", " per cent"),
    "harmless: short name": _shorter_name,
    "harmless: adverb": _worded(r"\b(was|were|has|had) " + _PARTICIPLE, r"\1 also \2", r"\1 then \2"),
    "harmless: synonym": lambda account, sentence, turn: _swapped_word(
        sentence.of(account.article.text),
        {"began": "started", "show": "indicate", "big": "large", "because": "since", "also": "too", "while": "whereas",
         "children": "kids", "near": "close to", "help": "assist", "tried": "attempted", "suffered": "sustained",
         "killed": "slain", "about": "around", "asked": "requested", "buy": "purchase", "injured": "hurt"},
    ),
    "harmless: contraction": _worded(r"\b(did|does|do|was|were|is|had|has|would|could) not\b", r"\1n't"),
    "harmless: that": _worded(r"\b(said|say|says|added|believe|believes) that\b", r"\1"),
    "harmless: order": _worded(r"^([A-Z].{25,}), ([a-z ]+ said)\.\s*$", r"\2: \1."),
    "harmless: date": _worded(r"\bon (" + "|".join(DAYS) + r")\b", r"\1", r"this \1"),
}  # fmt: skip


def _figures(scores: dict[str, Score]) -> dict[str, object]:
    rows = {
        name: {"made": one.made, "naive": one.naive, "flagged": one.flagged, "shown": one.shown}
        for name, one in scores.items()
    }
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name, row in rows.items():
        for column, value in row.items():
            sums["harmless" if name.startswith("harmless") else "distorted"][column] += value
    return {"by kind": rows, **{name: dict(row) for name, row in sums.items()}}


def _print(scores: dict[str, Score]) -> None:
    table = Table("", "made", "naive", "flagged", "shown")
    for name, one in scores.items():
        table.add_row(name, *map(str, (one.made, one.naive, one.flagged, one.shown)))
    Console().print(table)
    print({name: row for name, row in _figures(scores).items() if name != "by kind"})


if __name__ == "__main__":
    main()
