"""The dossier: the contract's names, exact offsets, and a schema that everything written validates against."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from twosource.model.dossier import Dossier


def test_what_is_written_validates_and_is_read_back(dossier: Dossier) -> None:
    written = json.loads(dossier.to_json())
    jsonschema.validate(written, Dossier.model_json_schema(mode="serialization", by_alias=True))
    assert Dossier.model_validate(written) == dossier


def test_every_offset_quotes_its_article(dossier: Dossier) -> None:
    written = json.loads(dossier.to_json())
    texts = {article["id"]: article["text"] for article in written["articles"]}
    quoted = list(_quoted(written))
    assert len(quoted) == 5
    assert all(texts[one["article"]][one["start"] : one["end"]] == one["text"] for one in quoted)


def _quoted(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _quoted(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _quoted(inner)


def test_the_names_of_the_contract(dossier: Dossier) -> None:
    written = json.loads(dossier.to_json())
    story = written["stories"][0]
    assert list(story) == ["id", "title", "articles", "entities", "claims", "lineage", "timeline"]
    assert list(story["lineage"]["copies"][0])[:2] == ["from", "to"]
    assert list(story["lineage"]["copies"][0]["passages"][0]) == ["from", "to"]
    assert story["claims"][0]["independent_origins"] == {"min": 1, "max": 2}
    assert story["claims"][0]["statements"][0]["value"]["min"] == 9
    assert story["lineage"]["independent_origins"] == {"min": 1, "max": 2}
