"""The brief as one HTML file, every line linked to its marked passage. No script, and no request to anywhere.

The template escapes everything that it is given (Jinja's autoescape); no markup comes from an article.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape

from twosource.model.dossier import Dossier
from twosource.tell import words
from twosource.tell.brief import view
from twosource.tell.citation import Citation
from twosource.tell.graph import BOX_HEIGHT, BOX_WIDTH, graph
from twosource.tell.passages import Piece, paragraphs
from twosource.tell.view import StoryView

FIRST = 10
"""Claims that the page shows before it asks; the others are one click away."""


def html(dossier: Dossier) -> str:
    """The whole brief as a page."""
    return _template().render(brief=view(dossier))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("twosource.tell"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(graph=graph, marked=_marked, words=words, box=(BOX_WIDTH, BOX_HEIGHT), first=FIRST)
    return environment.get_template("brief.html")


def _marked(story: StoryView, article: str) -> list[list[Piece]]:
    """The text of one of a story's articles, with all passages that the page cites of it."""
    text = next(source.text for source in story.sources if source.id == article)
    return paragraphs(text, (one for one in _cited(story) if one.article == article))


def _cited(story: StoryView) -> list[Citation]:
    found = [citation for claim in story.claims for wording in claim.wordings for citation in wording.citations]
    conflicts = (*story.conflicts, *story.updates)
    found += [citation for conflict in conflicts for side in conflict.sides for citation in side.citations]
    found += [one for day in story.timeline for line in day.lines for one in (line.cited, *line.also)]
    found += [one for copy in story.copies for pair in copy.passages for one in pair]
    found += [one for tie in story.open for pair in tie.passages for one in pair]
    return found + [one for version in story.versions for pair in version.changes for one in pair if one.text]
