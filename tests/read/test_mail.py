"""Mail: a message an article, whatever its encoding; attachments are named."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from twosource.model.page import Page, PageKind, Quarantined
from twosource.read import read
from twosource.read.mail import is_mail

PROSE = (
    "The ferry to Arvin left at noon. “Nobody was hurt,” said Zoë Lindqvist, who speaks for the harbour office there."
)


def message(subject: str = "Fog: ferry late") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Harbour Office <press@arvin.example>", "desk@herald.example", subject
    mail["Date"] = "Tue, 05 Mar 2019 10:00:00 +0200"
    mail.set_content(PROSE, cte="quoted-printable")
    return mail


def written(folder: Path, raw: bytes) -> list[Page | Quarantined]:
    (folder / "a").write_bytes(raw)
    return list(read([str(folder / "a")]))


def test_a_message(tmp_path: Path) -> None:
    (page,) = written(tmp_path, message().as_bytes())
    assert isinstance(page, Page)
    assert page.text.strip() == PROSE
    assert (page.given.title, page.given.byline) == ("Fog: ferry late", "Harbour Office")
    assert page.given.published == "2019-03-05T10:00:00+02:00"


def test_plain_text_comes_before_html_and_attachments_are_named(tmp_path: Path) -> None:
    mail = message()
    mail.add_alternative(f"<p>{PROSE}</p>", subtype="html")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="report.pdf")
    page, attached = written(tmp_path, mail.as_bytes())
    assert isinstance(page, Page)
    assert (page.kind, page.text.strip()) == (PageKind.TEXT, PROSE)
    assert isinstance(attached, Quarantined)
    assert "report.pdf (application/pdf)" in attached.reason


def test_a_mailbox(tmp_path: Path) -> None:
    html = EmailMessage()
    html["From"], html["Date"], html["To"], html["Subject"] = (
        "a@b.example",
        "Thu, 07 Mar 2019 10:00:00 +0200",
        "c@d.example",
        "Pier",
    )
    html.set_content(f"<p>{PROSE}</p>", subtype="html")
    envelope = b"From press@arvin.example Tue Mar  5 10:00:00 2019\n"
    empty = message("Nothing")
    empty.set_content("\n")
    raw = b"\n".join(envelope + one.as_bytes() for one in (message(), html, empty))
    raw = raw.replace(b"Thu, 07 Mar 2019 10:00:00 +0200", b"yesterday")
    first, second, third = written(tmp_path, raw)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (second.kind, second.given.byline, second.given.published) == (PageKind.HTML, "a@b.example", "yesterday")
    assert isinstance(third, Quarantined)
    assert third.path.endswith(":3")


def test_prose_is_no_mail() -> None:
    assert not is_mail("From: Arvin\nDate: 5 March 2019\n\nThe ferry left.")
    assert not is_mail("From here on it was quiet.\nDate: unknown")
