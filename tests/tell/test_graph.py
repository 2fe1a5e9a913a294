"""The picture of the lineage: every article once, copies to the right of their source, whatever the edges are."""

from __future__ import annotations

from dataclasses import replace

from twosource.model.dossier import Dossier
from twosource.tell.brief import view
from twosource.tell.graph import COLUMN, graph


def test_a_copy_stands_to_the_right(dossier: Dossier) -> None:
    (story,) = view(dossier).stories
    drawn = graph(story)
    assert [(box.source.id, box.x) for box in drawn.boxes] == [("a", 0), ("b", COLUMN)]
    assert len({box.y for box in drawn.boxes}) == 2
    assert [(line.copy.earlier.id, line.copy.later.id) for line in drawn.lines] == [("a", "b")]


def test_a_circle_ends(dossier: Dossier) -> None:
    (story,) = view(dossier).stories
    (edge,) = story.copies
    circle = replace(story, copies=(edge, replace(edge, earlier=edge.later, later=edge.earlier)))
    assert sorted(box.source.id for box in graph(circle).boxes) == ["a", "b"]


def test_what_is_no_copy_is_not_drawn(dossier: Dossier) -> None:
    (story,) = view(dossier).stories
    assert graph(replace(story, copies=())).boxes == ()
