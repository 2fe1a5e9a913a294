"""The public names, and nothing that a help page would have to wait for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import twosource

HEAVY = ("spacy", "numpy", "onnxruntime", "pydantic", "trafilatura", "lxml")


def test_every_public_name_is_there() -> None:
    assert sorted(twosource.__all__) == ["Dossier", "Options", "TwosourceError", "brief"]
    for name in twosource.__all__:
        assert getattr(twosource, name).__name__ == name


def test_an_unknown_name_is_told_what_there_is() -> None:
    with pytest.raises(AttributeError, match="offers"):
        twosource.dossier  # noqa: B018


def test_help_imports_nothing_heavy() -> None:
    code = (
        f"import sys; from twosource.show.cli import main; print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
