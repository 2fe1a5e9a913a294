"""Claims of our own dossiers, judged by reading: does each statement say it, is it one claim, is the finding right.

``bench/labels/claims-judged.toml`` holds the judgements and no text: a claim is its set, its event, its type and a
checksum of its statements' places. Judged were the first eight claims of an event that rest on two statements of two
accounts, or lead their story. Round 1 was read to find causes, the others, of other events, to report. Rounds 3
and 4 are stories of three to six accounts: half of them were read to mend conflicts and verdicts; of the other half,
which nobody had read, the first claims and all conflicts were judged, once a round, the second after the causes that
the first had shown were mended. Round 5 is of stories of which nothing had been judged in any round; of gva-dev those
are left out, too, that were at hand while conflicts were mended on real stories (of basil-dev all were, so its stories
are unjudged but not unread). It asks nothing of what a claim leaves out: how many contradictions of the texts no claim
shows was counted while reading, by hand, and stands in ``docs/design/008-claims.md``. Nothing was mended for it. Round
6 are the first four claims of 32 further stories (20 of gva-dev, the first ten of each half but for three,
and the last six of basil-dev, and six of ecbplus-dev), the seeds and the example again, judged
once; what they had shown was mended afterwards. Round 7 are the first four claims of 26 further stories (20 of gva-dev,
14 of one half and six of the other, and six of ecbplus-dev; of basil-dev none was left), the seeds and the example
again, drawn and judged once, after claims in other words, states and incidents were joined.

    says      each statement says what the claim gives as its value, on the word of the speaker named
    aligned   all statements speak of the same thing
    verdict   origins, primary sources and verdict follow from the statements
    conflict  each conflict shown is one, of the kind shown (left out where none is shown)
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from bench.accounts import Document, ecbplus, half, incidents, triplets
from bench.data import ROOT, report
from bench.seeds import FOLDER as SEEDS
from twosource.flow import brief
from twosource.model.dossier import ClaimRecord, Dossier, StatementRecord

LABELS = Path(__file__).resolve().parent / "labels" / "claims-judged.toml"
EXAMPLE = ROOT / "examples" / "zhelna-port-blast" / "articles"
QUESTIONS = ("says", "aligned", "verdict", "conflict")
FIRST = 8
"""Claims of an event that are judged: what stands on a first screen."""
FEW = 2
"""Claims of an event that are judged in these rounds, beside those with a conflict."""
LONGEST = 5000
"""Characters of an article: what follows in the crawled pages is mostly other news."""
FEWEST = 300
MOST = 6
MORE = 4
"""… and from round 6 on."""
WIDER = 6
"""The first round of which more claims of an event are judged."""
LATEST = 7
UNREAD = 3
"""The first round that judges stories of its own."""
FRESH = 5
"""The first round whose stories were judged in no earlier one."""
AT_HAND = {"gva-dev": 180}
"""Stories of a set that were run and read again and again while conflicts were mended, the first by a checksum."""
ACCOUNTS = {"gva-dev": (3, MOST), "basil-dev": (2, MOST), "ecbplus-dev": (3, 99)}
"""Accounts that an event of these rounds has, at least and at most; of more than six the first six are read."""
_JOINED = re.compile(r"(?<=\w) ([-]) (?=\w)|(?<=n’) (?=t\b)")
"""Words that the tokens of ECB+ part: "co - worker", "didn’ t"."""


def main() -> None:
    """Print how the judgements came out, or the claims of events that are to be judged."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--read", metavar="SET", choices=("gva-dev", "basil-dev", "ecbplus-dev", "seeds", "example"))
    options.add_argument("--half", type=int, default=0)
    options.add_argument(
        "--round", type=int, default=2, choices=tuple(range(2, LATEST + 1)), help="whose events are read"
    )
    options.add_argument("--events", type=int, nargs=2, default=(0, 10), metavar=("FROM", "TO"))
    chosen = options.parse_args()
    if chosen.read:
        for event, dossier in dossiers(chosen.read, chosen.half, (chosen.events[0], chosen.events[1]), chosen.round):
            _print(chosen.read, event, dossier, chosen.round)
        return
    found = tally(tomllib.loads(LABELS.read_text(encoding="utf-8"))["claim"])
    for name, table in found.items():
        print(name, "  ".join(f"{question} {right} of {asked}" for question, (right, asked) in table.items()))
    report("judged", {name: {key: list(counts) for key, counts in table.items()} for name, table in found.items()})


def tally(judged: Sequence[dict[str, object]]) -> dict[str, dict[str, tuple[int, int]]]:
    """Right answers and answers by question, for each round and set, and for the rounds that are reported together.

    >>> tally([{"round": 2, "set": "s", "says": True, "aligned": False, "verdict": True}])["reported"]["all right"]
    (0, 1)
    """
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for one in judged:
        answers = {question: bool(one[question]) for question in QUESTIONS if question in one}
        answers["all right"] = all(answers.values())
        turn = f"round {one['round']}"
        names = [f"{turn}: {one['set']}", turn, "read for causes" if one["round"] == 1 else "reported"]
        for name in names:
            for question, right in answers.items():
                counts[name][question][0] += right
                counts[name][question][1] += 1
    return {
        name: {key: (right, asked) for key, (right, asked) in table.items()} for name, table in sorted(counts.items())
    }


def dossiers(name: str, part: int, places: tuple[int, int], turn: int) -> Iterator[tuple[str, Dossier]]:
    """Dossiers of events of a set, by the order of their names.

    Args:
        name: The set.
        part: 0 or 1, the half of its events, see ``bench.accounts.half``.
        places: The first and the last place of the events within the half, the last left out.
        turn: The round; from the third on they have events of their own.
    """
    folders = {"seeds": SEEDS, "example": EXAMPLE}
    if name in folders:
        yield name, brief([str(folders[name])])
        return
    events = _events(name, part) if turn < UNREAD else _unread(name, part, turn)
    for event, documents in events[slice(*places)]:
        lines = "\n".join(json.dumps(as_line(one)) for one in documents)
        yield event, brief(["-"], stdin=io.BytesIO(lines.encode()))


def _events(name: str, part: int) -> list[tuple[str, list[Document]]]:
    """Events of several accounts that are long enough to be articles, by a checksum of their names."""
    by_event: dict[str, list[Document]] = defaultdict(list)
    for one in incidents() if name == "gva-dev" else triplets():
        if len(one.text) > FEWEST:
            by_event[one.event].append(one)
    chosen = [(event, found) for event, found in by_event.items() if 2 <= len(found) <= MOST and half(event) == part]
    return sorted(chosen, key=lambda pair: sha256(pair[0].encode()).hexdigest())


def _unread(name: str, part: int, turn: int) -> list[tuple[str, list[Document]]]:
    """Events of several accounts, six of them at most, of which no claim was judged before the round.

    Rounds 3 and 4 draw from one pool, which the first two have not touched.
    """
    before = turn if turn >= FRESH else UNREAD
    claims = tomllib.loads(LABELS.read_text(encoding="utf-8"))["claim"]
    judged = {claim["event"] for claim in claims if claim["round"] < before}
    by_event: dict[str, list[Document]] = defaultdict(list)
    sources = {"gva-dev": incidents, "basil-dev": triplets, "ecbplus-dev": ecbplus}
    for one in sources[name]():
        if len(one.text) > FEWEST:
            by_event[one.event].append(one)
    fewest, most = ACCOUNTS[name]
    several = [(event, found[:MOST]) for event, found in by_event.items() if fewest <= len(found) <= most]
    if turn >= FRESH:
        several = _ordered(several, "r9")[AT_HAND.get(name, 0) :]
    return _ordered([(event, found) for event, found in several if event not in judged], f"r{before}")[part::2]


def _ordered(events: list[tuple[str, list[Document]]], salt: str) -> list[tuple[str, list[Document]]]:
    """Events by a checksum of their names; another salt gives another order."""
    return sorted(events, key=lambda pair: sha256(f"{salt}{pair[0]}".encode()).hexdigest())


def as_line(one: Document) -> dict[str, str]:
    """A document as the line of JSON that the program reads."""
    published = one.published if one.published and one.published[:4].isdigit() and len(one.published) >= 10 else None
    fields = {"title": one.title, "published": published, "outlet": one.outlet, "url": one.url}
    text = _JOINED.sub(lambda found: found[1] or "", one.text[:LONGEST])
    return {"id": one.id, "text": text, "language": "en"} | {key: value for key, value in fields.items() if value}


def judgeable(dossier: Dossier, turn: int) -> list[ClaimRecord]:
    """The claims of a dossier that are judged in a round, in its order.

    From round 3 on all with a conflict are, from round 5 on also those of one account that contradicts itself.
    """
    found = [
        claim
        for story in dossier.stories
        for place, claim in enumerate(story.claims)
        if place == 0 or len({one.article for one in claim.statements}) > 1 or (turn >= FRESH and _contested(claim))
    ]
    if turn < UNREAD:
        return found[:FIRST]
    first = MORE if turn >= WIDER else FEW
    return [claim for place, claim in enumerate(found) if place < first or _contested(claim)]


def _contested(claim: ClaimRecord) -> bool:
    return any(one.resolution != "precision" for one in claim.conflicts)


def checksum(claim: ClaimRecord) -> str:
    """What tells whether a claim still has the same statements."""
    places = sorted(f"{one.article}:{one.start}:{one.end}" for one in claim.statements)
    return sha256("|".join([claim.type, *places]).encode()).hexdigest()[:12]


def _print(name: str, event: str, dossier: Dossier, turn: int) -> None:
    short = {article.id: f"a{number}" for number, article in enumerate(dossier.articles)}
    names = {entity.id: entity.name for story in dossier.stories for entity in story.entities}
    kept = {claim.id: story for story in dossier.stories for claim in story.claims}
    for claim in judgeable(dossier, turn):
        story = kept[claim.id]
        origins = [[short[each] for each in one.articles] for one in story.lineage.origins]
        primary = [names.get(one, one) for one in claim.primary_sources]
        print(f"\n# {name} {event} {claim.type} {checksum(claim)} {claim.verdict} {primary} origins {origins}")
        for number, one in enumerate(claim.statements):
            print(f"  {number} {short[one.article]} {_value(one)} {one.modality} {one.text[:300]}")
        for conflict in claim.conflicts:
            print(f"  ! {conflict.kind} {conflict.resolution} {conflict.sides} {conflict.note}")
    sys.stdout.flush()


def _value(one: StatementRecord) -> str:
    said_by = "/".join(speaker.name for speaker in one.attribution)
    value = one.value
    if value is None:
        return f"[{said_by}]"
    more = f" {value.start} to {value.end}" if value.type == "time" else ""
    return f"“{value.text}”{more} [{said_by}]"


if __name__ == "__main__":
    main()
