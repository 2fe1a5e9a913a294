"""Bytes to text: which encoding, from the bytes' own evidence before anybody's word.

Tried in this order: a byte-order mark; the zeros that UTF-16 leaves in Western text; UTF-8, which is never right by
accident; the page's own declaration; UTF-8 with a few foreign bytes, as pages pasted together have; Windows-1252, if
all that it yields is what Western prose is made of; charset-normalizer. The invariant: decoding never fails on bytes
that passed as text, and line ends come out as line feeds.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARATION = re.compile(rb"""(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_:.-]{2,40})""")
_HIGH = re.compile(rb"[\x80-\xff]")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")

# What browsers take these declarations for (WHATWG Encoding Standard, section 4.2), because pages do.
_AS_BROWSERS = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
}

# Everything outside ASCII that English, German, French, Spanish, Italian, Portuguese and Nordic prose uses.
_WESTERN = frozenset(
    "‘’‚“”„‹›«»–—…•·€£§©®°´ \u00adªº¡¿½¼¾×²³ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüœŒŸÿ™\u00a0"
)

_SAMPLE_BYTES = 32_768  # charset-normalizer needs no more, and its time grows with what it gets
_FOREIGN_SHARE = 0.2  # of the bytes above 127: UTF-8 text with more foreign bytes than this is no UTF-8 text
_FEWEST_ZEROS = 3  # a stray zero or two make no UTF-16
_ZERO_SHARE = 0.1  # UTF-16 of any Western text has far more zeros on one side of its pairs, of Cyrillic about this


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of the encoding that gave it."""

    text: str
    encoding: str


def decode(raw: bytes) -> Decoded:
    r"""Text of ``raw``, with line feeds for line ends and without zeros.

    >>> decode(b"caf\xe9 \x96 bar\r\n")
    Decoded(text='café – bar\n', encoding='windows-1252')
    """
    encoding = encoding_of(raw)
    if encoding == "utf-8 mixed with windows-1252":
        text = raw.decode("utf-8", errors="twosource-windows-1252")
    else:
        text = raw.decode(encoding, errors="replace")
    return Decoded(_LINE_ENDS.sub("\n", text.removeprefix("\ufeff").replace("\0", "")), encoding)


def encoding_of(raw: bytes) -> str:
    """Name of the encoding of ``raw``, by the evidence that the module's text lists."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    return _wide(raw) or _utf8(raw) or _declared(raw) or _mixed(raw) or _western(raw) or _detected(raw)


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: zeros on one side of the pairs only."""
    sample = raw[:_SAMPLE_BYTES]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = max(_FEWEST_ZEROS, _ZERO_SHARE * len(sample) / 2)
    if odd > enough and even < odd / 10:
        return "utf-16-le"
    return "utf-16-be" if even > enough and odd < even / 10 else None


def _utf8(raw: bytes) -> str | None:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # Escapes of ISO-2022 are plain ASCII, and so valid UTF-8: there the declaration knows better.
    return None if b"\x1b$" in raw and _declared(raw) else "utf-8"


def _declared(raw: bytes) -> str | None:
    found = _DECLARATION.search(raw[:4096])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    name = _AS_BROWSERS.get(name, name)
    try:
        text = raw.decode(name)
    except (LookupError, ValueError):
        return None
    if name.replace("_", "-").startswith(("utf-16", "utf-32")):
        return None  # a declaration that could be read byte by byte cannot be true
    return None if _controls(text) else name


def _controls(text: str) -> bool:
    """Whether the text has control characters of the upper block, which no prose has: a wrong decoding."""
    return any("\x80" <= character < "\xa0" for character in text)


def _mixed(raw: bytes) -> str | None:
    """UTF-8 in which a few bytes are Windows-1252."""
    text = raw.decode("utf-8", errors="replace")
    foreign = text.count("\ufffd")
    return "utf-8 mixed with windows-1252" if foreign <= _FOREIGN_SHARE * len(_HIGH.findall(raw)) else None


def _western(raw: bytes) -> str | None:
    """Windows-1252, where all of it is what Western prose is made of and most letters are plain."""
    text = raw.decode("windows-1252", errors="replace")
    above = [character for character in text if character > "\x7f"]
    letters = sum(character.isalpha() for character in above)
    plain = sum(character.isalpha() for character in text) - letters
    return "windows-1252" if _WESTERN.issuperset(above) and letters <= 0.3 * plain else None


def _detected(raw: bytes) -> str:
    best = from_bytes(raw[:_SAMPLE_BYTES]).best()
    return best.encoding if best else "windows-1252"


def _foreign_byte(error: UnicodeError) -> tuple[str, int]:
    """Reads a byte that is no UTF-8 as Windows-1252, for `codecs.register_error`."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("windows-1252", errors="replace"), error.end


codecs.register_error("twosource-windows-1252", _foreign_byte)
