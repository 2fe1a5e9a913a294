"""Bad files among good ones: each is quarantined or handled with its reason, and the rest is unharmed.

A folder is made of the bundled example and of files that real archives hold: empty, binary, truncated, mis-encoded,
wrongly declared, huge, in another language. The table shows what became of each. Then the example is multiplied, to
see that time and memory stay in proportion to the input.
"""

from __future__ import annotations

import json
import resource
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


def main() -> None:
    """Print what became of each file, and how cost grows."""
    fates = _fates()
    for name, fate in sorted(fates.items()):
        print(f"{name:24}{fate}")
    growth = {times: _cost(times) for times in (1, 4, 16)}
    print(f"{'articles':>10}{'seconds':>10}{'MB':>8}")
    for times, (seconds, megabytes) in growth.items():
        print(f"{14 * times:>10}{seconds:>10.1f}{megabytes:>8.0f}")
    table = {
        str(14 * times): {"seconds": round(cost[0], 1), "megabytes": round(cost[1])} for times, cost in growth.items()
    }
    report("robustness", {"fates": fates, "growth": table})


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


def _cost(times: int) -> tuple[float, float]:
    """Seconds and peak megabytes of a process that reads the example ``times`` times over, each copy told apart."""
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "many.jsonl"
        lines.write_text("".join(_copies(times)), encoding="utf-8")
        code = f"from twosource.flow import brief; brief([{str(lines)!r}])"
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _copies(times: int) -> list[str]:
    """The example's articles as JSON Lines, many times over; in each round its places have names of their own."""
    articles = brief([str(EXAMPLE)]).articles
    lines = []
    for number in range(times):
        for article in articles:
            text = article.text.replace("Zhelna", f"Zhelna{'abcdefghijklmnop'[number]}")
            record = {"id": f"{article.id}-{number}", "text": text, "title": article.title}
            lines.append(json.dumps({**record, "published": article.published}) + "\n")
    return lines


if __name__ == "__main__":
    main()
