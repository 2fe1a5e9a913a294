"""Cleaning: are all sentences kept, and is all furniture gone?

Real articles (BASIL; PolNeAR) get invented furniture planted, in two halves of wordings; rules were tuned on one half
and one set of articles, and the other half on the other set is reported. Baselines: the text as it stands, dropping
short lines, and trafilatura (on text: each line as a paragraph). No HTML pages of real sites are reachable here, so
the HTML pages are built: they measure the way through the program, not the state of the web.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from rich.console import Console
from rich.table import Table

from bench.clean_cases.pages import Article, Planted, Planter
from bench.data import dataset, report
from twosource.clean import clean
from twosource.model.article import Article as Cleaned
from twosource.model.page import Page, PageKind

_KEPT_SHARE = 0.85  # of a sentence's last words in the output: a dateline may be cut off its start


def basil() -> Iterator[Article]:
    """Articles with their sentences, as labelled."""
    for path in sorted((dataset("basil-dev") / "articles").rglob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        paragraphs = tuple(
            tuple(" ".join(one.split()) for one in part if one.strip()) for part in record["body-paragraphs"]
        )
        yield Article(path.stem, record["title"], tuple(part for part in paragraphs if part))


def polnear() -> Iterator[Article]:
    """Articles by lines; sentences by their stops."""
    for path in sorted((dataset("polnear-dev") / "data").rglob("text/*.txt")):
        lines = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        if len(lines) > 4:
            body = tuple(tuple(re.split(r"(?<=[.!?”])\s+(?=[A-Z“])", line)) for line in lines[1:])
            yield Article(path.stem, lines[0].rstrip(".;"), body)


def ours(planted: Planted, kind: PageKind) -> str:
    (article,) = clean([Page("x", kind, planted.text)])
    return article.text if isinstance(article, Cleaned) else ""


def as_it_stands(planted: Planted, kind: PageKind) -> str:
    return re.sub(r"<[^>]*>", "\n", planted.text) if kind is PageKind.HTML else planted.text


def without_short_lines(planted: Planted, kind: PageKind) -> str:
    return "\n".join(line for line in as_it_stands(planted, kind).split("\n") if len(line.split()) >= 8)


def by_trafilatura(planted: Planted, kind: PageKind) -> str:
    import html

    import trafilatura

    text = planted.text
    if kind is PageKind.TEXT:
        text = "<html><body>" + "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n")) + "</body></html>"
    return trafilatura.extract(text, fast=True, include_comments=False) or ""


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


class Score:
    """Sums over pages."""

    def __init__(self) -> None:
        self.sentences = self.kept = self.planted = self.gone = 0
        self.left: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.seconds = 0.0
        self.lost: list[str] = []
        self.stayed: list[str] = []

    def add(self, planted: Planted, output: str) -> None:
        """Count one page."""
        spoken = f" {' '.join(words(output))} "
        lines = Counter(" ".join(words(line)) for line in output.split("\n"))
        title = words(planted.article.title)
        for sentence in (one for part in planted.article.paragraphs for one in part if words(one) not in ([], title)):
            said = words(sentence)
            tail = said[-max(1, int(_KEPT_SHARE * len(said))) :]
            self.sentences += 1
            held = f" {' '.join(tail)} " in spoken
            self.kept += held
            self.lost += [] if held else [sentence]
        for line, kind in planted.furniture:
            said = " ".join(words(line))
            if said:
                twice = sum(said == " ".join(words(" ".join(part))) for part in planted.article.paragraphs)
                whole = sum(
                    f" {said} " in f" {' '.join(words(' '.join(part)))} " for part in planted.article.paragraphs
                )
                stays = lines[said] > twice if whole or len(said.split()) < 4 else f" {said} " in spoken
                self.planted, self.gone = self.planted + 1, self.gone + (not stays)
                self.all[kind] += 1
                self.left[kind] += stays
                self.stayed += [f"{kind}: {line}"] if stays else []

    def figures(self) -> dict[str, float]:
        """Shares in percent."""
        return {
            "sentences kept": round(100 * self.kept / max(1, self.sentences), 2),
            "furniture gone": round(100 * self.gone / max(1, self.planted), 2),
            "pages a CPU-second": round(0 if not self.seconds else self.pages / self.seconds, 1),
        }

    pages = 0


_METHODS: dict[str, Callable[[Planted, PageKind], str]] = {
    "ours": ours,
    "text as it stands": as_it_stands,
    "without short lines": without_short_lines,
    "trafilatura": by_trafilatura,
}


def measure(pages: Sequence[Planted], kind: PageKind, method: Callable[[Planted, PageKind], str]) -> Score:
    score = Score()
    for planted in pages:
        began = time.process_time()
        output = method(planted, kind)
        score.seconds += time.process_time() - began
        score.pages += 1
        score.add(planted, output)
    return score


def sample(half: str, size: int) -> list[Article]:
    articles = list(basil() if half == "dev" else polnear())
    return random.Random(3).sample(articles, min(size, len(articles)))


def main() -> None:
    """Print both tables, and write the figures of the half that nothing was tuned on."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--half", choices=["dev", "second", "held"], default="held")
    options.add_argument("--size", type=int, default=120, help="articles")
    options.add_argument("--show", type=int, default=0, help="print so many sentences lost and lines left")
    chosen = options.parse_args()
    articles = sample(chosen.half, chosen.size)
    planter = Planter(chosen.half, [article.title for article in articles])
    figures: dict[str, object] = {"half": chosen.half, "articles": len(articles)}
    for kind, make in ((PageKind.TEXT, planter.text), (PageKind.HTML, planter.page)):
        pages = [make(article) for article in articles]
        scores = {name: measure(pages, kind, method) for name, method in _METHODS.items()}
        figures[kind.value] = {name: score.figures() for name, score in scores.items()}
        figures[f"{kind.value}, left by kind"] = {
            name: f"{scores['ours'].left[name]} of {count}" for name, count in sorted(scores["ours"].all.items())
        }
        _print(f"{kind.value}, {chosen.half} half", {name: score.figures() for name, score in scores.items()})
        for title, lines in (("LOST", scores["ours"].lost), ("LEFT", scores["ours"].stayed)):
            for line in lines[: chosen.show]:
                print(title, line)
    print(json.dumps({name: value for name, value in figures.items() if "left" in name}, indent=1))
    if chosen.half == "held":
        report("clean", figures)


def _print(title: str, rows: dict[str, dict[str, float]]) -> None:
    columns = list(next(iter(rows.values())))
    table = Table("", *columns, title=title)
    for name, row in rows.items():
        table.add_row(name, *(str(row[column]) for column in columns))
    Console().print(table)


if __name__ == "__main__":
    main()
