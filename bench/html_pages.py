"""Main text of real HTML pages, against trafilatura and the raw text.

The pages are those that newspaper4k's source package carries for its tests (23 with their text, in twelve languages):
``pip download --no-deps --no-binary :all: newspaper4k==0.9.6``, unpack it, and name the folder ``tests/data``. The
reference is what its authors accepted as the text. Words are compared as bags, characters in scripts without blanks.
What the sample said of our rules was mended (pages of 3 million characters; scripts without blanks; sentences broken
by markup; which of trafilatura's settings to take), so the figures show that it works, not how well on unseen pages.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bench.data import report
from twosource.clean import clean
from twosource.clean.lines import words_of
from twosource.model.article import Article
from twosource.model.page import Page
from twosource.read import read


def ours(page: Path) -> str:
    (found,) = read([str(page)])
    (article,) = clean([found]) if isinstance(found, Page) else (found,)
    return article.text if isinstance(article, Article) else ""


def by_trafilatura(page: Path, *, precise: bool = False) -> str:
    import trafilatura

    return (
        trafilatura.extract(page.read_bytes(), fast=not precise, favor_precision=precise, include_comments=False) or ""
    )


def raw(page: Path) -> str:
    """The page without its tags, scripts and styles."""
    text = page.read_text(encoding="utf-8", errors="replace")
    return re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", text))


METHODS: dict[str, Callable[[Path], str]] = {
    "twosource": ours,
    "trafilatura, fast": by_trafilatura,
    "trafilatura, favor_precision": lambda page: by_trafilatura(page, precise=True),
    "raw text": raw,
}


def main() -> None:
    """Print precision, recall and F1 of words, on average over the pages, and write them down."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pages", type=Path, nargs="?", help="folder with html/ and txt/")
    chosen = options.parse_args()
    if chosen.pages is None:
        print("no folder of pages is named: python -m bench.html_pages --help says where to find one")
        return
    pairs = [
        (page, chosen.pages / "txt" / f"{page.stem}.txt") for page in sorted((chosen.pages / "html").glob("*.html"))
    ]
    pairs = [(page, text) for page, text in pairs if text.is_file()]
    figures = {}
    for name, method in METHODS.items():
        scores = [_score(text.read_text(encoding="utf-8"), method(page)) for page, text in pairs]
        means = [round(sum(score[place] for score in scores) / len(scores), 3) for place in range(3)]
        figures[name] = dict(zip(("precision", "recall", "F1"), means, strict=True))
        print(f"{name:30}", *(f"{part} {value:.3f}" for part, value in figures[name].items()))
    report("html_pages", {"pages": len(pairs), "scores": figures})


def _score(wanted: str, got: str) -> tuple[float, float, float]:
    reference, found = Counter(words_of(wanted.casefold())), Counter(words_of(got.casefold()))
    common = sum((reference & found).values())
    precision, recall = common / max(1, sum(found.values())), common / max(1, sum(reference.values()))
    return precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0


if __name__ == "__main__":
    main()
