"""The case that the project began with: five real accounts, and what a dossier of them must get right.

The accounts are no part of the project; they are looked for beside the labelled sets (``../shared/seeds``). Each check
is one that a reader of the five texts can make. The same dossier must come out whatever the order of the files and
whatever the seed of Python's hashes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.data import ARCHIVES, report
from twosource.flow import brief
from twosource.model.dossier import ArticleRecord, ClaimRecord, Dossier, EntityRecord

FOLDER = Path(os.environ.get("TWOSOURCE_SEEDS") or ARCHIVES.parent / "seeds")

ALLIANCE = {"CSTO", "Collective Security Treaty Organization", "OKVS", "CTO", "CSO"}
PRIME_MINISTER = {"Alikhan Smailov", "Smailov", "Alichan Smajilow", "Smajilow"}


def one_story(dossier: Dossier) -> bool:
    """Five accounts are one story."""
    return [len(story.articles) for story in dossier.stories] == [5]


def alliance(dossier: Dossier) -> bool:
    """The alliance is one entity under its name, two acronyms and two slips."""
    return any(set(entity.names) >= ALLIANCE for entity in _entities(dossier))


def president(dossier: Dossier) -> bool:
    """The president is one person under at least three spellings of his first name."""
    return _one_person(dossier, "Tokayev", 4)


def prime_minister(dossier: Dossier) -> bool:
    """The prime minister is one person in two romanisations."""
    return any(set(entity.names) >= PRIME_MINISTER for entity in _entities(dossier))


def city_and_man(dossier: Dossier) -> bool:
    """The capital and the former president are two."""
    both = [entity for entity in _entities(dossier) if "Nazarbayev" in entity.names]
    city = [entity for entity in _entities(dossier) if "Nur-Sultan" in entity.names]
    return len(both) == 1 and len(city) == 1 and both[0].id != city[0].id


def withdrawal(dossier: Dossier) -> bool:
    """The start of the withdrawal is 13 January 2022: one claim, from at least four accounts."""
    return any(
        len({one.article for one in claim.statements if _on(one.value, "2022-01-13")}) >= 4
        for claim in _claims(dossier)
    )


def contingent(dossier: Dossier) -> bool:
    """The size of the contingent is one claim: 2,030, more than 2,000, in excess of 2,000."""
    return _figure(dossier, ("000", "002", "003", "004"), 2030)


def detained(dossier: Dossier) -> bool:
    """The number detained is one claim: almost 10,000, around 9,900, ten thousand."""
    return _figure(dossier, ("000", "001", "002", "004"), 10000) or _figure(dossier, ("000", "001", "002", "004"), 9900)


def deaths(dossier: Dossier) -> bool:
    """The deaths are one claim, dozens in one account and 164 in another, and shown as a conflict."""
    names = _names(dossier)
    return any(
        {"003", "004"} <= {names[one.article] for one in claim.statements}
        and any(one.kind == "number" and one.resolution == "stands" for one in claim.conflicts)
        for claim in _figures(dossier, 164)
    )


def removed_or_resigned(dossier: Dossier) -> bool:
    """That a man was removed from his post in one account and resigns it in another is a conflict of wording."""
    return _wording_conflict(dossier, "wording", ("001", "remov"), ("002", "resign"))


def acting_or_outgoing(dossier: Dossier) -> bool:
    """That the prime minister is acting in one account and outgoing in another is a conflict of roles."""
    return _wording_conflict(dossier, "role", ("003", "acting"), ("000", "outgoing"))


def activists(dossier: Dossier) -> bool:
    """The fifty activists rest on the one woman who is named as their source."""
    found = _about(dossier, "50 activists")
    return bool(found) and all(_sources(dossier, claim) == {"Botagoz Issayeva"} for claim in found)


def arrests(dossier: Dossier) -> bool:
    """The arrests rest on the Interior Ministry."""
    found = [claim for claim in _figures(dossier, 10000) if len(claim.statements) > 1]
    return bool(found) and all("Interior Ministry" in _sources(dossier, claim) for claim in found)


def credits_read(dossier: Dossier) -> bool:
    """AFP is credited on 003, Deutsche Welle on 000, and Reuters there for the picture only."""
    found = {(name, one.agency, one.kind) for article, name in _articles(dossier) for one in article.credits}
    reuters = {kind for name, agency, kind in found if agency == "Reuters" and name == "000"}
    return (
        ("003", "AFP", "byline") in found and ("000", "Deutsche Welle", "in-text") in found and reuters == {"picture"}
    )


def dates(dossier: Dossier) -> bool:
    """003 is of 11 January by its text, 004 of the 12th by the other accounts; no date is wrong."""
    right = {"000": ("2022-01-11",), "001": ("2022-01-11",), "002": ("2022-01-11", "2022-01-12")}
    right |= {"003": ("2022-01-11",), "004": ("2022-01-12",)}
    found = {name: article.published and article.published[:10] for article, name in _articles(dossier)}
    known = all(day is None or day in right[name] for name, day in found.items())
    return known and found["003"] == "2022-01-11" and found["004"] == "2022-01-12"


def no_verbatim_copy(dossier: Dossier) -> bool:
    """None of the five is called a verbatim copy."""
    return all(copy.kind != "verbatim" for story in dossier.stories for copy in story.lineage.copies)


def not_five_origins(dossier: Dossier) -> bool:
    """Five accounts of one speech are not five independent sources: the lower bound is at most three."""
    return all(story.lineage.independent_origins.min <= 3 for story in dossier.stories)


def furniture(dossier: Dossier) -> bool:
    """No comment form, box, biography, teaser or address is left in the clean texts."""
    left = (
        "Leave a Reply",
        "Open the box",
        "Food maven",
        "Check Also",
        "Original url",
        "source site",
        "Related article",
    )
    return not any(piece.lower() in article.text.lower() for article, _ in _articles(dossier) for piece in left)


CHECKS: tuple[Callable[[Dossier], bool], ...] = (
    one_story,
    alliance,
    president,
    prime_minister,
    city_and_man,
    withdrawal,
    contingent,
    detained,
    deaths,
    removed_or_resigned,
    acting_or_outgoing,
    activists,
    arrests,
    credits_read,
    dates,
    no_verbatim_copy,
    not_five_origins,
    furniture,
)


def main() -> None:
    """Print each check with its outcome, determinism and time, and write them down."""
    if not FOLDER.is_dir():
        sys.exit(f"no {FOLDER}: set TWOSOURCE_SEEDS to the folder of the five accounts")
    brief([str(FOLDER)])
    begun = time.perf_counter()
    dossier = brief([str(FOLDER)])
    seconds = time.perf_counter() - begun
    outcome = {check.__name__: check(dossier) for check in CHECKS}
    outcome["same_bytes"] = len({_elsewhere(order, seed) for order, seed in ((1, 0), (-1, 0), (1, 1))}) == 1
    for name, right in outcome.items():
        print(f"{'yes' if right else 'NO ':4}{name}")
    print(f"{sum(outcome.values())} of {len(outcome)}; {seconds:.2f} s once warm")
    report("seeds", {"checks": outcome, "seconds_warm": round(seconds, 2)})


def _elsewhere(order: int, seed: int) -> str:
    """The dossier as another process writes it, with files in another order and another hash seed."""
    files = sorted(map(str, FOLDER.iterdir()))[::order]
    command = [sys.executable, "-m", "twosource", "brief", "--format", "json", *files]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout


def _entities(dossier: Dossier) -> Iterable[EntityRecord]:
    return (entity for story in dossier.stories for entity in story.entities)


def _claims(dossier: Dossier) -> Iterable[ClaimRecord]:
    return (claim for story in dossier.stories for claim in story.claims)


def _articles(dossier: Dossier) -> Iterable[tuple[ArticleRecord, str]]:
    return ((article, Path(article.path or "").name[:3]) for article in dossier.articles)


def _names(dossier: Dossier) -> dict[str, str]:
    return {article.id: name for article, name in _articles(dossier)}


def _wording_conflict(dossier: Dossier, kind: str, *sides: tuple[str, str]) -> bool:
    """Whether a conflict of this kind has, on a side each, a word of these accounts."""
    names = _names(dossier)

    def says(claim: ClaimRecord, side: Iterable[int], account: str, word: str) -> bool:
        told = (claim.statements[index] for index in side)
        return any(names[one.article] == account and one.value and word in one.value.text for one in told)

    return any(
        all(any(says(claim, side, *expected) for side in conflict.sides) for expected in sides)
        for claim in _claims(dossier)
        for conflict in claim.conflicts
        if conflict.kind == kind
    )


def _about(dossier: Dossier, words: str) -> list[ClaimRecord]:
    """Claims with a statement whose value is in these words."""
    return [
        claim
        for claim in _claims(dossier)
        if any(one.value is not None and words in one.value.text for one in claim.statements)
    ]


def _sources(dossier: Dossier, claim: ClaimRecord) -> set[str]:
    """The names of a claim's primary sources."""
    named = {entity.id: entity.name for entity in _entities(dossier)}
    return {named.get(source, source) for source in claim.primary_sources}


def _one_person(dossier: Dossier, surname: str, forms: int) -> bool:
    named = [entity for entity in _entities(dossier) if any(surname in name for name in entity.names)]
    people = [entity for entity in named if entity.type == "person"]
    return len(people) == 1 and len(people[0].names) >= forms


def _on(value: object, day: str) -> bool:
    return getattr(value, "type", None) == "time" and getattr(value, "start", None) == day


def _figures(dossier: Dossier, number: float) -> list[ClaimRecord]:
    """Figure claims with a statement whose interval holds ``number``."""
    return [
        claim
        for claim in _claims(dossier)
        if claim.type == "figure"
        and any(
            one.value is not None
            and one.value.type == "quantity"
            and one.value.min == number
            and one.value.max == number
            for one in claim.statements
        )
    ]


def _figure(dossier: Dossier, accounts: Iterable[str], number: float) -> bool:
    """Whether one figure claim with this exact number has statements of all these accounts."""
    names = _names(dossier)
    return any(set(accounts) <= {names[one.article] for one in claim.statements} for claim in _figures(dossier, number))


if __name__ == "__main__":
    main()
