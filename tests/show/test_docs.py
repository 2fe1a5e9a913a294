"""The generated pages say what the program says."""

from __future__ import annotations

from pathlib import Path

import pytest
from docs.build import HERE, PAGES


@pytest.mark.parametrize("name", sorted(PAGES))
def test_generated_pages_are_up_to_date(name: str) -> None:
    assert Path(HERE / name).read_text(encoding="utf-8") == PAGES[name](), "run `make docs`"
