from __future__ import annotations

import pytest

from twosource.link.acronyms import acronym_uses, definitions, fits, is_acronym, is_slip
from twosource.model.span import Span

DEFINED = [
    ("Free Ports Union (FPU) met", "FPU", "in brackets"),
    ("Free Ports Union (the “FPU”) met", "FPU", "in brackets, quoted"),
    ("Free Ports Union, or FPU, met", "FPU", "as an apposition"),
    ("Free Ports Union (FHB) met", "FHB", "letters of another language: the text itself ties them"),
]


@pytest.mark.parametrize(("text", "acronym", "why"), DEFINED)
def test_definitions(text: str, acronym: str, why: str) -> None:
    assert [one.acronym.of(text) for one in definitions(text, [Span(0, 16)])] == [acronym], why


@pytest.mark.parametrize(
    "text", ["Free Ports Union (founded 1990)", "Free Ports Union (XIV)", "Free Ports Union met FPU"]
)
def test_what_defines_nothing(text: str) -> None:
    assert definitions(text, [Span(0, 16)]) == ()


def test_every_use_is_found() -> None:
    text = "Free Ports Union (FPU) met. The FPU said so, not the FPUX."
    assert [use.start for use in acronym_uses(text, [Span(0, 16)])] == [18, 32]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("FPU", True), ("F.P.U.", True), ("FPU Bank", False), ("Fpu", False), ("XXIV", False), ("A", False)],
)
def test_shape(text: str, expected: bool) -> None:
    assert is_acronym(text) is expected


def test_initials_with_and_without_small_words() -> None:
    full = ("state", "directorate", "maritime", "safety")
    words = ("state", "directorate", "for", "maritime", "safety")
    assert fits("SDMS", words, full)
    assert fits("SDFMS", words, full)
    assert not fits("SMDS", words, full)


def test_two_letters_are_too_few_for_a_slip() -> None:
    assert not is_slip("EU", "EA")
