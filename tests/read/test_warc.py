"""Web archives: which records give a page, and what is said of those that give none."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from twosource.model.page import Page, PageKind, Quarantined
from twosource.read import read

PROSE = "<p>The ferry to Arvin left at noon.</p><p>Nobody was hurt.</p>"
HTML = f"<!doctype html><html><body>{PROSE}</body></html>".encode()


def record(kind: str, body: bytes, content: str = "application/http; msgtype=response", url: str = "") -> bytes:
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {content}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def answer(body: bytes, *fields: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *fields]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def read_in(folder: Path, content: bytes) -> list[Page | Quarantined]:
    (folder / "crawl.bin").write_bytes(content)
    return list(read([str(folder / "crawl.bin")]))


PAGE = record("response", answer(HTML), url="http://arvin.example/ferry")


def test_a_page_comes_with_its_address_and_without_the_archive_s_words(tmp_path: Path) -> None:
    (page,) = read_in(tmp_path, record("warcinfo", b"software: crawler", "application/warc-fields") + PAGE)
    assert isinstance(page, Page)
    assert (page.kind, page.url, page.text) == (PageKind.HTML, "http://arvin.example/ferry", HTML.decode())


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (gzip.compress(record("request", b"GET /")) + gzip.compress(PAGE), "compressed record by record"),
        (record("response", answer(gzip.compress(HTML), "Content-Encoding: gzip")), "compressed by the server"),
        (record("response", answer(zlib.compress(HTML), "Content-Encoding: deflate")), "the same, otherwise"),
        (
            record(
                "response",
                answer(
                    b"10\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (HTML[:16], len(HTML) - 16, HTML[16:]),
                    "Transfer-Encoding: chunked",
                ),
            ),
            "sent in chunks",
        ),
        (record("response", answer(HTML, "Transfer-Encoding: chunked")), "chunks that the crawler put together"),
        (record("response", answer(b"", status="301 Moved")) + PAGE, "a redirection is no account"),
        (record("response", answer(b"\x89PNG", kind="image/png")) + PAGE, "nor is a picture of the page"),
        (record("conversion", HTML, "text/html"), "a page without a server's headers"),
    ],
)
def test_what_gives_a_page(tmp_path: Path, content: bytes, why: str) -> None:
    (page,) = read_in(tmp_path, content)
    assert isinstance(page, Page), why
    assert page.text == HTML.decode(), why


@pytest.mark.parametrize(
    ("content", "place", "reason"),
    [
        (record("response", answer(b"Gone", status="404 Not Found")), ":1", "no page: the server answered 404"),
        (
            record("response", answer(b"%PDF", kind="application/pdf")),
            ":1",
            "not text: its server calls it application/",
        ),
        (
            record("response", answer(b"x", "Content-Encoding: br")),
            ":1",
            "compressed in a way that is not read here: br",
        ),
        (PAGE + PAGE[:90], "", "a broken web archive, read as far as its record 1"),
        (PAGE + b"<html>", "", "a broken web archive, read as far as its record 1: no record begins where one should"),
        (gzip.compress(PAGE)[:-20], "", "a broken web archive"),
    ],
)
def test_what_gives_none_says_why(tmp_path: Path, content: bytes, place: str, reason: str) -> None:
    said = read_in(tmp_path, content)[-1]
    assert isinstance(said, Quarantined)
    assert said.path == f"{tmp_path / 'crawl.bin'}{place}"
    assert said.reason.startswith(reason)
