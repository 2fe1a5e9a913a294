"""Bad files among good ones: each is quarantined or handled with its reason, and the rest is unharmed.

A folder is made of the bundled example and of files that real archives hold: empty, binary, truncated, mis-encoded,
wrongly declared, huge, in another language. The table shows what became of each. Then the input is multiplied, to see
that time and memory stay in proportion to it: more articles; one article that grows longer; one article that names more
and more people. Time is that of the processor, so that a busy machine does not count; memory is the process's peak.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.data import ROOT, report
from twosource.flow import brief

EXAMPLE = ROOT / "examples" / "zhelna-port-blast" / "articles"
GREEK = "Το λιμάνι άνοιξε ξανά την Πέμπτη, είπε η υπουργός. Σαράντα ένας άνθρωποι έχασαν τη ζωή τους στην έκρηξη. "
SENTENCE = "The harbour of Ostrel closed on Monday after 12 boats sank, the coast guard said. "
FILES: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "archive.html": b"PK\x03\x04" + bytes(range(256)) * 40,
    "report.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 40,
    "nul.txt": (SENTENCE * 5).encode().replace(b" sank", b"\x00 sank"),
    "utf16-no-mark.txt": (SENTENCE * 5).encode("utf-16-le"),
    "latin-as-utf8.txt": ("Café Zürich: " + SENTENCE * 5).encode("latin-1"),
    "wrong-declaration.html": (
        f'<html><head><meta charset="ascii"><title>Ostrel</title></head><body><p>Café. {SENTENCE * 8}</p></body>'
    ).encode(),
    "truncated.html": f"<html><body><article><p>{SENTENCE * 8}</p><p>And th".encode(),
    "broken.jsonl": b'{"id": "good", "text": "'
    + (SENTENCE * 3).encode()
    + b'"}\n{"id": "bad", "te\n{"id": "no-text"}\n',
    "greek.txt": (GREEK * 12).encode(),
    "huge.txt": (SENTENCE * 640_000).encode(),
    "one-word.txt": b"x" * 100_000,
}
TIMES = (1, 4, 16)
MEASURED = """
import pathlib, sys, time
from twosource.flow import brief
brief(sys.argv[1:])
peak = next(line for line in pathlib.Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(time.process_time(), peak.split()[1])
"""
"""The peak that Linux keeps for a program; the one that ``resource`` tells is inherited from the program that began
it."""


def main() -> None:
    """Print what became of each file, and how cost grows."""
    fates = _fates()
    for name, fate in sorted(fates.items()):
        print(f"{name:24}{fate}")
    growth = {name: [_cost(make(times), times) for times in TIMES] for name, make in GROWING.items()}
    print(f"{'':24}{'times':>6}{'characters':>12}{'seconds':>10}{'MB':>8}")
    for name, costs in growth.items():
        for cost in costs:
            print(f"{name:24}{cost['times']:>6}{cost['characters']:>12}{cost['seconds']:>10}{cost['megabytes']:>8}")
    report("robustness", {"fates": fates, "growth": growth})


def _fates() -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(EXAMPLE.iterdir()):
            (Path(folder) / path.name).write_bytes(path.read_bytes())
        good = {article.id: article.text for article in brief([folder]).articles}
        for name, content in FILES.items():
            (Path(folder) / name).write_bytes(content)
        begun = time.perf_counter()
        dossier = brief([folder])
        seconds = time.perf_counter() - begun
    after = {article.id: article.text for article in dossier.articles}
    fates = {Path(one.path).name: f"quarantined: {one.reason}" for one in dossier.quarantined}
    for article in dossier.articles:
        name = Path(article.path or "").name
        if name in FILES:
            fates[name] = f"read: {len(article.text)} letters, language {article.language}"
    fates["(the example's articles)"] = "unharmed" if good.items() <= after.items() else "HARMED"
    fates["(seconds for all of it)"] = f"{seconds:.1f}"
    return fates


def _cost(lines: list[str], times: int) -> dict[str, float]:
    """Processor seconds and peak megabytes of a process that makes a brief of these JSON Lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.jsonl"
        path.write_text("".join(lines), encoding="utf-8")
        run = subprocess.run([sys.executable, "-c", MEASURED, str(path)], check=True, capture_output=True, text=True)
    seconds, kilobytes = run.stdout.split()
    return {
        "times": times,
        "characters": sum(map(len, lines)),
        "seconds": round(float(seconds), 1),
        "megabytes": round(int(kilobytes) / 1024),
    }


def _copies(times: int) -> list[str]:
    """The example's articles, many times over; in each round the places have names of their own."""
    lines = []
    for number in range(times):
        for article in brief([str(EXAMPLE)]).articles:
            text = re.sub("Zhelna|Ostrel", lambda found, number=number: f"{found[0]}{_letters(number)}", article.text)
            record = {"id": f"{article.id}-{number}", "text": text, "title": article.title}
            lines.append(json.dumps({**record, "published": article.published}) + "\n")
    return lines


def _long(times: int) -> list[str]:
    """One article, all of the example's text on end."""
    text = "\n\n".join(json.loads(line)["text"] for line in _copies(times))
    return [json.dumps({"id": "long", "text": text, "published": "2019-10-08"}) + "\n"]


def _crowded(times: int) -> list[str]:
    """One article that names 125 people, or so many times more."""
    people = (f"{_letters(7 * at + 3, 3).title()} {_letters(11 * at + 5, 4).title()}" for at in range(125 * times))
    text = " ".join(f"{name} said that {at} boats had left the harbour." for at, name in enumerate(people, 2))
    return [json.dumps({"id": "crowd", "text": text, "published": "2019-10-08"}) + "\n"]


def _letters(number: int, syllables: int = 2) -> str:
    """A number as a word that can be spoken: 80 syllables are its digits."""
    found = ""
    for _ in range(syllables):
        number, digit = divmod(number * 37 + 11, 80)
        found += "bdfgklmnprstvzhj"[digit // 5] + "aeiou"[digit % 5]
    return found


GROWING = {"more articles": _copies, "a longer article": _long, "more people in one": _crowded}


if __name__ == "__main__":
    main()
