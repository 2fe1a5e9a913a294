"""Pages of files, folders and records: what is read, what is quarantined, and which ids come out."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from twosource.limits import MAXIMUM_PAGE_BYTES
from twosource.model.page import Page, PageKind, Quarantined
from twosource.read import read

PROSE = "The ferry to Arvin left at noon. Nobody was hurt."


def pages(*paths: Path | str, stdin: bytes | None = None) -> list[Page | Quarantined]:
    return list(read([str(path) for path in paths], io.BytesIO(stdin) if stdin is not None else None))


def only(path: Path, content: bytes) -> Page | Quarantined:
    path.write_bytes(content)
    (result,) = pages(path)
    return result


@pytest.mark.parametrize(
    ("name", "content", "kind", "why"),
    [
        ("a.html", PROSE, PageKind.TEXT, "the name says HTML, the content does not"),
        ("a.txt", f"<!DOCTYPE html><html><body><p>{PROSE}</p></body></html>", PageKind.HTML, "HTML under a text name"),
        ("a.txt", f"<p>{PROSE}</p>\n<p>{PROSE}</p>", PageKind.HTML, "a fragment"),
        (
            "a.txt",
            f'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>{PROSE}</p></html>',
            PageKind.HTML,
            "XHTML",
        ),
        ("a.json", f"[Arvin] {PROSE}", PageKind.TEXT, "a bracket opens no JSON by itself"),
        ("a.md", f"# Ferry\n\n{PROSE}", PageKind.TEXT, "Markdown is plain text with signs"),
        ("a.txt", f"2 < 3, and 3 > 2. {PROSE}", PageKind.TEXT, "signs of comparison are no tags"),
    ],
)
def test_format_is_told_from_the_content(tmp_path: Path, name: str, content: str, kind: PageKind, why: str) -> None:
    page = only(tmp_path / name, content.encode())
    assert isinstance(page, Page), why
    assert page.kind is kind, why


@pytest.mark.parametrize(
    ("content", "says", "why"),
    [
        (b"", "empty", "nothing in it"),
        (b" \n\t\n", "only blanks", "nothing but blanks"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG image", "an image under any name"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF", "a PDF"),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "docx", "an office file is a ZIP archive that says more"),
        (bytes(range(1, 32)) * 40, "binary", "no known kind, but no text either"),
        (b'<?xml version="1.0"?><invoice/>', "<invoice>", "XML of another kind is no page"),
        (b"<NewsML>" + b"<NewsItem><p>A</p><p>B</p></NewsItem>" * 9, "<NewsML>", "nor if it has tags of HTML"),
        (b'[{"id": "a", "text": ', "broken JSON", "an array that breaks off"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, content: bytes, says: str, why: str) -> None:
    result = only(tmp_path / "a.txt", content)
    assert isinstance(result, Quarantined), why
    assert says in result.reason, why


def test_a_feed_of_one_article_is_a_page(tmp_path: Path) -> None:
    item = f"<item><title>Fog</title><description><![CDATA[<p>{PROSE}</p><p>{PROSE}</p>]]></description></item>"
    page = only(tmp_path / "a.xml", f'<?xml version="1.0"?><rss><channel>{item}</channel></rss>'.encode())
    assert isinstance(page, Page)
    assert page.kind is PageKind.HTML


def test_missing_paths_and_large_files(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_bytes(b"word " * (MAXIMUM_PAGE_BYTES // 5 + 1))
    missing, large = sorted(pages(big, tmp_path / "absent.txt"), key=lambda one: one.path or "")
    assert isinstance(missing, Quarantined)
    assert missing.reason == "no such file or folder"
    assert isinstance(large, Quarantined)
    assert "too large" in large.reason


def test_folders_are_walked_and_hidden_names_skipped(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.txt", ".hidden.txt", ".git/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}. {PROSE}")
    assert [Path(page.path or "").name for page in pages(tmp_path)] == ["b.txt", "a.txt"]


def test_ids_do_not_depend_on_folder_or_order(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(PROSE)
        (tmp_path / folder / "b.txt").write_text(PROSE)
    first = [
        page.id for page in pages(tmp_path / "one" / "a.txt", tmp_path / "one" / "b.txt") if isinstance(page, Page)
    ]
    again = [
        page.id for page in pages(tmp_path / "two" / "b.txt", tmp_path / "two" / "a.txt") if isinstance(page, Page)
    ]
    assert first == again
    assert len(set(first)) == 2, "the same content under two names is two articles"
    both = [page.id for page in pages(tmp_path) if isinstance(page, Page)]
    assert len(set(both)) == 4, "the same name and content in two folders still gives ids of their own"
    twice = pages(tmp_path / "one", tmp_path / "one" / "a.txt")
    assert len(twice) == 2, "a file that is named twice is read once"


def test_records_line_by_line(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": PROSE, "title": "Ferry", "published": None}),
        "{broken",
        json.dumps({"id": "b"}),
        json.dumps({"id": "a", "text": "Another text."}),
        json.dumps({"id": "a", "text": PROSE}),
        json.dumps(["no", "object"]),
        json.dumps({"id": "d", "text": 5}),
        json.dumps({"id": "c", "html": f"<p>{PROSE}</p>"}),
    ]
    path = tmp_path / "feed.jsonl"
    path.write_text("\n".join(lines))
    results = pages(path)
    assert [one.id for one in results if isinstance(one, Page)] == ["a", "c"]
    reasons = {one.path.rpartition(":")[2]: one.reason for one in results if isinstance(one, Quarantined)}
    assert sorted(reasons) == ["2", "3", "4", "5", "6", "7"]
    assert reasons["7"].startswith("no text")
    assert "broken JSON" in reasons["2"]
    assert "“text” or “html”" in reasons["3"]
    assert "another text" in reasons["4"]
    assert "repeats" in reasons["5"]


@pytest.mark.parametrize(
    ("record", "title", "byline", "outlet", "published", "why"),
    [
        (
            {
                "maintext": PROSE,
                "title": "Ferry",
                "authors": ["Ann Lee", "Bo Ray"],
                "source_domain": "a.example",
                "date_publish": "2019-03-05 10:00:00",
            },
            "Ferry",
            "Ann Lee, Bo Ray",
            "a.example",
            "2019-03-05 10:00:00",
            "news-please",
        ),
        (
            {
                "raw_text": PROSE,
                "title": "Ferry",
                "author": "Ann Lee",
                "sitename": "Arvin Herald",
                "hostname": "a.example",
                "date": "2019-03-05",
            },
            "Ferry",
            "Ann Lee",
            "Arvin Herald",
            "2019-03-05",
            "trafilatura",
        ),
        (
            {
                "articleBody": PROSE,
                "headline": "Ferry",
                "author": {"name": "Ann Lee"},
                "publisher": {"name": "Arvin Herald"},
                "datePublished": 1551780000,
            },
            "Ferry",
            "Ann Lee",
            "Arvin Herald",
            "1551780000",
            "schema.org, with a number for a date",
        ),
    ],
)
def test_field_names_of_other_tools(
    tmp_path: Path, record: dict[str, object], *, title: str, byline: str, outlet: str, published: str, why: str
) -> None:
    page = only(tmp_path / "one.json", json.dumps(record).encode())
    assert isinstance(page, Page), why
    given = page.given
    assert (given.title, given.byline, given.outlet, given.published) == (title, byline, outlet, published), why


def test_arrays_and_standard_input(tmp_path: Path) -> None:
    array = json.dumps([{"id": "a", "text": PROSE}, {"id": "b", "text": PROSE}], indent=1).encode()
    results = pages("-", stdin=array)
    assert [one.id for one in results if isinstance(one, Page)] == ["a", "b"]
    assert {one.path for one in results} == {"-"}


def test_markup_in_a_field_of_text_is_read_as_a_page(tmp_path: Path) -> None:
    text = f'<p>{PROSE}</p><a href="https://a.example">Continue</a>'
    page = only(tmp_path / "feed.jsonl", json.dumps({"id": "a", "text": text}).encode())
    assert isinstance(page, Page)
    assert page.kind is PageKind.HTML


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "in" / ".cache").mkdir(parents=True)
    (tmp_path / "in" / ".cache" / "a.txt").write_text(PROSE)
    (found,) = pages(tmp_path / "in")
    assert found == Quarantined(str(tmp_path / "in"), "a folder without a file in it, but for hidden ones")
