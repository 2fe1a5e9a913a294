"""Pages made of real articles and invented furniture: plain text as scrapers leave it, HTML as sites build it."""

from __future__ import annotations

import html
import random
import textwrap
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_AGENCIES = ("AFP", "Reuters", "Associated Press", "dpa", "TASS", "Xinhua", "EFE")
_AUTHORS = ("Mara Lind", "Tomas Okoro", "Elif Brandt", "Jonas Weir", "Priya Castell", "Samuel Otieno")
_PLACES = ("Arvin", "Port Lessing", "Brückstadt", "San Telmo", "Novara Bay", "Kestrel Hill")
_OUTLETS = ("The Arvin Herald", "Lessing Daily Post", "Kestrel Times", "The Novara Courier", "Bay Area Tribune")
_TOPICS = ("elections", "economy", "harbour", "weather", "courts", "transport", "health")
_ORDER_TOP = ("top", "title", "byline", "share", "caption")
_ORDER_END = ("source_line", "tags", "biography", "share", "related", "comments", "footer")


@dataclass(frozen=True, slots=True)
class Article:
    """A real article: headline and paragraphs of sentences."""

    id: str
    title: str
    paragraphs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """A page with what was planted.

    Attributes:
        text: The page.
        furniture: Planted lines with their kind.
    """

    article: Article
    text: str
    furniture: tuple[tuple[str, str], ...]


def templates(half: str) -> dict[str, list[str]]:
    """Furniture of one half, by kind."""
    path = Path(__file__).with_name("furniture.toml")
    found: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))[half]
    return found


class Planter:
    """Plants furniture of one half; every page is determined by its article and the seed."""

    def __init__(self, half: str, titles: Sequence[str], seed: int = 1) -> None:
        self.half, self.kinds, self.titles, self.seed = half, templates(half), titles, seed

    def _block(self, kind: str, article: Article, chance: random.Random) -> list[str]:
        """The lines of one block, slots filled."""
        template = chance.choice(self.kinds[kind])
        while "{" in template:
            start = template.index("{")
            slot = template[start + 1 : template.index("}", start)]
            template = template[:start] + self._fill(slot, article, chance) + template[start + len(slot) + 2 :]
        return template.split("\n")

    def _fill(self, slot: str, article: Article, chance: random.Random) -> str:
        sentences = [one for paragraph in article.paragraphs for one in paragraph if 6 <= len(one.split()) <= 30]
        choices: dict[str, Sequence[str]] = {
            "outlet": _OUTLETS,
            "agency": _AGENCIES,
            "author": _AUTHORS,
            "other": [title for title in self.titles if title != article.title],
            "place": _PLACES,
            "photographer": _AUTHORS,
            "topic": _TOPICS,
            "year": ("2017", "2019"),
            "sentence": sentences or ["Nothing more was known."],
        }
        return chance.choice(choices[slot]).replace("{", "(").replace("}", ")")

    def text(self, article: Article) -> Planted:
        """A plain-text page: one of three ways to break lines."""
        chance = random.Random(f"{self.seed}-{article.id}")
        style = chance.choice(["blank", "blank", "lines", "wrapped"])
        blocks: list[tuple[str, list[str]]] = []
        for kind in _ORDER_TOP:
            if kind == "title":
                blocks.append((kind, [article.title]))
            elif chance.random() < 0.6:
                blocks.append((kind, self._block(kind, article, chance)))
        for number, paragraph in enumerate(article.paragraphs):
            if number and chance.random() < 0.12:
                kind = chance.choice(["teaser", "teaser", "advert", "pull", "caption", "share"])
                blocks.append((kind, self._block(kind, article, chance)))
            blocks.append(("", [" ".join(paragraph)]))
        blocks += [(kind, self._block(kind, article, chance)) for kind in _ORDER_END if chance.random() < 0.6]
        planted = tuple((line, kind) for kind, lines in blocks if kind for line in lines if line.strip())
        return Planted(article, _laid_out(blocks, style), planted)

    def page(self, article: Article) -> Planted:
        """An HTML page."""
        chance = random.Random(f"{self.seed}-{article.id}-html")
        planted: list[tuple[str, str]] = [(article.title, "title")]

        def put(kind: str, tag: str = "div") -> str:
            lines = [line for line in self._block(kind, article, chance) if line.strip()]
            planted.extend((line, kind) for line in lines)
            return "".join(f"<{tag}>{html.escape(line)}</{tag}>" for line in lines)

        body = []
        for number, paragraph in enumerate(article.paragraphs):
            if number and chance.random() < 0.12:
                kind = chance.choice(["teaser", "advert", "caption"])
                wrap = {"teaser": "<aside>{}</aside>", "caption": "<figure><figcaption>{}</figcaption></figure>"}
                body.append(wrap.get(kind, '<div class="box">{}</div>').format(put(kind, "span")))
            body.append(f"<p>{html.escape(' '.join(paragraph))}</p>")
        parts = {kind: put(kind, "p") for kind in ("top", "byline", "share", "tags", "biography", "comments", "footer")}
        parts["related"] = put("related", "li")
        return Planted(
            article,
            _layout(self.half).format(title=html.escape(article.title), body="\n".join(body), **parts),
            tuple(planted),
        )


def _laid_out(blocks: Sequence[tuple[str, list[str]]], style: str) -> str:
    """Lines as scrapers leave them: blocks apart, or a paragraph a line, or wrapped."""
    if style == "wrapped":
        return "\n\n".join("\n".join(textwrap.fill(line, 76) for line in lines) for _, lines in blocks)
    return ("\n" if style == "lines" else "\n\n").join("\n".join(lines) for _, lines in blocks)


def _layout(half: str) -> str:
    """The half's HTML template."""
    return Path(__file__).with_name(f"layout-{half}.html").read_text(encoding="utf-8")
