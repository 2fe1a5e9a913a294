"""Mail: each message to the fields of a record: its subject, sender, date and body.

A message is known by its headers, a mailbox (mbox) by the line "From …" above each. The plain form of a body comes
before the HTML one. The invariant: a message gives its fields or the reason why it has none, and an attachment is
named, for it may be an account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from twosource.model.page import Quarantined

_HEADER = re.compile(r"(?P<name>[A-Za-z][\w-]{0,60}):(?:[ \t].*)?")
_ENVELOPE = re.compile(rb"^From \S+.*\d{4}\r?\n(?=[A-Za-z][\w-]{0,60}:)", re.MULTILINE)
_NEEDED = frozenset({"from", "date"})
_OTHERS = frozenset({"subject", "to", "message-id", "received", "mime-version", "content-type"})
_FEWEST = 2  # of the others


def is_mail(head: str) -> bool:
    r"""Whether a text begins with the headers of a message, or with the line above them in a mailbox.

    >>> is_mail("From: a@b.example\nDate: Mon, 6 May 2024 12:00:00 +0000\nSubject: Fog\nTo: c@d.example\n\nFog.")
    True
    """
    lines = head.lstrip("\n").split("\n")
    found: set[str] = set()
    for line in lines[1:] if lines[0].startswith("From ") else lines:
        header = _HEADER.fullmatch(line)
        if header:
            found.add(header["name"].lower())
        elif not (line[:1] in (" ", "\t") and found):
            break
    return found >= _NEEDED and len(found & _OTHERS) >= _FEWEST


def messages(path: str, raw: bytes) -> Iterator[tuple[str, dict[str, str] | Quarantined]]:
    """Every message of a file with its place, and every attachment that is not read.

    Yields:
        Place (the path; ``box.mbox:3`` for the third of several) and the record's fields, or why there are none.
    """
    parts = [part for part in _ENVELOPE.split(raw.lstrip(b"\r\n")) if part.strip()]
    for number, part in enumerate(parts, start=1):
        place = f"{path}:{number}" if len(parts) > 1 else path
        message = message_from_bytes(part, policy=policy.default)
        yield place, _fields(message) or Quarantined(place, "a message without a text")
        for attached in message.iter_attachments() if message.is_multipart() else ():
            name, kind = attached.get_filename() or "without a name", attached.get_content_type()
            yield place, Quarantined(place, f"an attachment that is not read: {name} ({kind}); give it by itself")


def _fields(message: EmailMessage) -> dict[str, str]:
    body = message.get_body(("plain", "html"))
    if body is None:
        return {}
    try:
        content = str(body.get_content())
    except (LookupError, ValueError):  # an encoding that nobody knows
        content = bytes(body.get_payload(decode=True) or b"").decode("utf-8", "replace")
    if not content.strip():
        return {}
    name, address = parseaddr(str(message.get("from", "")))
    return {
        "html" if body.get_content_subtype() == "html" else "text": content,
        "title": " ".join(str(message.get("subject", "")).split()),
        "byline": name or address,
        "published": _sent(message),
    }


def _sent(message: EmailMessage) -> str:
    """When it was sent, in ISO 8601; what cannot be read as a date stays as it stands."""
    said = next((str(value) for name, value in message.raw_items() if name.lower() == "date"), "").strip()
    try:
        return parsedate_to_datetime(said).isoformat()
    except ValueError:
        return said
