"""Encodings: by the bytes' own evidence before anybody's word."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.read.decode import decode

QUOTED = "“Café”, said the mayor – and left.\n"
CYRILLIC = "Паром отошёл от причала в полдень, сообщили в порту. Никто не пострадал, добавили там.\n" * 3


@pytest.mark.parametrize(
    ("raw", "text", "why"),
    [
        (QUOTED.encode(), QUOTED, "UTF-8"),
        (codecs.BOM_UTF8 + QUOTED.encode(), QUOTED, "a mark is taken off"),
        (codecs.BOM_UTF16_LE + QUOTED.encode("utf-16-le"), QUOTED, "UTF-16 with its mark"),
        (QUOTED.encode("utf-16-le"), QUOTED, "UTF-16 without a mark"),
        (QUOTED.encode("utf-16-be"), QUOTED, "UTF-16 the other way round"),
        (QUOTED.encode("windows-1252"), QUOTED, "Western text without a declaration"),
        (
            b'<meta charset="iso-8859-1">' + QUOTED.encode(),
            '<meta charset="iso-8859-1">' + QUOTED,
            "a wrong declaration",
        ),
        (b'<meta charset="koi8-r">' + CYRILLIC.encode("koi8-r"), '<meta charset="koi8-r">' + CYRILLIC, "a right one"),
        (CYRILLIC.encode("windows-1251"), CYRILLIC, "Cyrillic without a declaration"),
        (QUOTED.encode() * 9 + b"caf\xe9\n", QUOTED * 9 + "café\n", "UTF-8 with a foreign byte"),
        (b"one\r\ntwo\rthree\x00\n", "one\ntwo\nthree\n", "line ends and zeros"),
    ],
)
def test_decode(raw: bytes, text: str, why: str) -> None:
    assert decode(raw).text == text, why


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(raw: bytes) -> None:
    decoded = decode(raw)
    assert "\r" not in decoded.text
    assert "\0" not in decoded.text


@given(
    st.text(
        alphabet=st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\x85\u2028\u2029\ufeff"),
        max_size=200,
    )
)
def test_utf8_comes_out_as_it_went_in(text: str) -> None:
    assert decode(text.encode()).text == text
