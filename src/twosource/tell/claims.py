"""A claim as a brief shows it: its value, the sentence that states it best, what it rests on, and all its wordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.model import dossier as record
from twosource.tell import words
from twosource.tell.citation import Citation, Source
from twosource.tell.headings import headline, letters, says_little
from twosource.tell.standing import stands_alone
from twosource.tell.view import ClaimView
from twosource.tell.voices import Voices
from twosource.tell.wordings import (
    citation,
    common,
    comparable,
    is_score,
    newest_of,
    readable,
    spoken,
    wordings,
)

Sources = Mapping[str, Source]
Passage = tuple[str, int, int]
Deeds = dict[tuple[str, Passage], set[str]]
"""Ids of the claims on an event that hold a sentence, by their verdict and the sentence."""


def claim_views(
    claims: Sequence[record.ClaimRecord],
    sources: Sources,
    names: Mapping[str, str],
    voices: Voices,
    placed: frozenset[str] = frozenset(),
) -> tuple[ClaimView, ...]:
    """The claims as a brief shows them, in the dossier's order, how names are spelt after what happened, and what one
    origin alone tells last.

    A sentence is quoted again only for another value, and of one origin only where the value says what is claimed. The
    two figures of a score are told once, and a day of the same sentences; a day that one origin gives stands in the
    timeline. How a copy's sentence departs from its origin is told with the first claim that rests on it.

    Args:
        claims: The dossier's.
        sources: The articles, by id.
        names: Of the entities, by id.
        voices: The origins of the articles.
        placed: Ids of the claims that stand in the timeline.
    """
    quoted: set[str] = set()
    told: set[tuple[str, frozenset[Citation]]] = set()
    warned: set[str] = set()
    views = []
    deeds, disputed, offices = _deeds(claims), _disputed(claims), _offices(claims)
    for claim in sorted(claims, key=lambda one: (_is_alone(one, voices), _is_spelling(one))):
        own = _clearest(claim, quoted, sources)
        again = letters(own.text) in quoted
        shown = _claim(claim, own, sources, names, voices)
        if (shown.alone or not again) and not shown.several and says_little(claim, shown):
            shown = replace(shown, headline="")
        cited = frozenset(citation for one in shown.wordings for citation in one.citations)
        twice = (claim.type == "date" or is_score(own)) and (shown.headline, cited) in told
        told.add((shown.headline, cited))
        if (
            twice
            or _is_told(claim, shown, quoted)
            or _is_lesser(claim, shown, offices)
            or _is_split(claim, own, disputed)
            or (claim.type == "date" and _is_placed(claim, shown, placed, deeds))
        ):
            continue
        views.append(_unwarned(shown, warned))
        quoted.add(letters(own.text))
    return tuple(views)


def _is_spelling(claim: record.ClaimRecord) -> bool:
    """Whether it only says how somebody or something is named, in which accounts differ: the conflicts tell it."""
    return claim.type == "attribute" and bool(claim.conflicts) and all(one.kind == "name" for one in claim.conflicts)


def _is_alone(claim: record.ClaimRecord, voices: Voices) -> bool:
    """Whether one origin alone says so, and no other says anything else."""
    return claim.verdict == "single-origin" and voices.count(one.article for one in claim.statements).maximum < 2


def _disputed(claims: Sequence[record.ClaimRecord]) -> list[list[set[Passage]]]:
    """The sentences of each side of the figures in dispute."""
    return [
        [{_passage(claim.statements[n]) for n in side} for side in one.sides]
        for claim in claims
        if claim.type == "figure"
        for one in claim.conflicts
        if one.resolution == "stands"
    ]


def _is_split(
    claim: record.ClaimRecord, own: record.StatementRecord, disputed: Sequence[Sequence[set[Passage]]]
) -> bool:
    """Whether it is a deed, or the day of one, whose sentences stand on several sides of a figure in dispute, for a day
    that which words it among them: "850 jobs went on Monday" and "1,400 jobs went on Monday" corroborate neither.
    """
    if claim.type not in ("event", "date") or claim.conflicts:
        return False
    told = {_passage(one) for one in claim.statements}
    split = [sides for sides in disputed if sum(bool(told & side) for side in sides) > 1]
    return bool(split) and (claim.type == "event" or any(_passage(own) in side for sides in split for side in sides))


def _deeds(claims: Sequence[record.ClaimRecord]) -> Deeds:
    found: Deeds = {}
    for claim in claims:
        for statement in claim.statements if claim.type == "event" else ():
            found.setdefault((claim.verdict, _passage(statement)), set()).add(claim.id)
    return found


def _is_told(claim: record.ClaimRecord, shown: ClaimView, quoted: set[str]) -> bool:
    """Whether a claim has nothing but a sentence that is quoted further up."""
    nothing = not shown.headline and (shown.alone or claim.type == "figure")
    return nothing and letters(shown.citation.text) in quoted


def _offices(claims: Sequence[record.ClaimRecord]) -> Mapping[str, list[set[str]]]:
    """The words of the offices that each person is given."""
    found: dict[str, list[set[str]]] = {}
    for claim in claims:
        if claim.type == "role" and claim.about:
            values = (one.value.text for one in claim.statements if one.value)
            found.setdefault(claim.about[0], []).extend(set(value.lower().split()) for value in values)
    return found


def _is_lesser(claim: record.ClaimRecord, shown: ClaimView, offices: Mapping[str, list[set[str]]]) -> bool:
    """Whether it gives, of one account, part of an office that is told in full, or a bare rank beside it: "officer"
    beside "spokeswoman for the police".
    """
    value = claim.statements[0].value
    if claim.type != "role" or not shown.alone or claim.conflicts or not claim.about or value is None:
        return False
    mine = set(value.text.lower().split())
    return any(mine < other or len(mine) == 1 < len(other) for other in offices[claim.about[0]])


def _is_placed(claim: record.ClaimRecord, shown: ClaimView, placed: frozenset[str], deeds: Deeds) -> bool:
    """Whether a day is told elsewhere: one origin's in the timeline, another's with the deed of its sentences."""
    if shown.alone:
        return claim.id in placed
    standing = [one for one in claim.conflicts if one.resolution == "stands"]
    clashing = [claim.statements[n] for one in standing for side in one.sides for n in side]
    told = [deeds.get((claim.verdict, _passage(one)), set()) for one in clashing or claim.statements]
    return all(one.kind != "date" for one in standing) and bool(set.intersection(*told))


def _unwarned(claim: ClaimView, warned: set[str]) -> ClaimView:
    """The claim without the warnings that stand further up; those that it gives are added to them."""
    kept = tuple(
        replace(one, departures=tuple(each for each in one.departures if each.text not in warned))
        for one in claim.wordings
    )
    warned.update(each.text for one in kept for each in one.departures)
    return replace(claim, wordings=kept)


def _clearest(claim: record.ClaimRecord, quoted: set[str], sources: Sources) -> record.StatementRecord:
    """The statement that gives the claim its text, or the next that says the same in a sentence not yet quoted; first
    one in English, and of these one that says of whom it tells.
    """
    own = next((one for one in claim.statements if one.text == claim.text), claim.statements[0])
    same = [own, *(one for one in claim.statements if comparable(one) == comparable(own))]
    fresh = readable([one for one in same if letters(one.text) not in quoted], sources)
    return next((one for one in fresh if stands_alone(one.text)), fresh[0] if fresh else own)


def _passage(statement: record.StatementRecord) -> Passage:
    return statement.article, statement.start, statement.end


def _claim(
    claim: record.ClaimRecord,
    own: record.StatementRecord,
    sources: Sources,
    names: Mapping[str, str],
    voices: Voices,
) -> ClaimView:
    sided = claim.verdict == "disputed" and bool(claim.conflicts)  # then each side says on whose word
    told = wordings(claim, sources, voices)
    noted = sided and len(told) == 1  # then only the note says what the sides are
    single = len(sources) == 1 and not claim.conflicts  # whatever one account says, one account says
    primary = "" if sided else words.listed([spoken(source, names) for source in claim.primary_sources])
    return ClaimView(
        id=claim.id,
        type=claim.type,
        headline=headline(claim, own, names, sources),
        citation=citation(own, sources),
        alone=_is_alone(claim, voices),
        verdict="" if single else "disputed" if noted else _verdict(claim),
        support="" if single else claim.conflicts[0].note if noted else _support(claim, own, sources),
        primary=f"on the word of {primary}" if primary else "",
        wordings=told,
    )


def _verdict(claim: record.ClaimRecord) -> str:
    """The verdict in words, and what a dispute is about: the number, the day, who said it."""
    kinds = dict.fromkeys(one.kind for one in claim.conflicts if one.resolution == "stands")
    if kinds and claim.verdict in ("disputed", "single-origin"):
        return f"{words.VERDICTS[claim.verdict]}: {', '.join(words.CONFLICT_KINDS.get(kind, kind) for kind in kinds)}"
    if claim.independent_origins.max == 0:
        return words.IN_A_COPY
    one_word = claim.verdict == "unclear" and claim.independent_origins.min > 1
    return words.ONE_WORD if one_word else words.VERDICTS[claim.verdict]


def _support(claim: record.ClaimRecord, own: record.StatementRecord, sources: Sources) -> str:
    """On what a claim rests, and which value is newer than the one that heads it.

    The sides of a dispute say each for itself on what they rest.
    """
    count = claim.independent_origins
    articles = words.counted(len({statement.article for statement in claim.statements}), "article")
    newest = [claim.statements[n] for n in newest_of(claim)]
    newer = f"; newer: “{common(newest, sources)}”" if newest and own not in newest else ""
    if claim.verdict == "disputed" or (claim.verdict == "single-origin" and not newest):
        return articles + newer  # the verdict says the rest
    if claim.verdict == "single-origin":
        return f"for this value, {articles} in all{newer}"
    origins = words.ranged(count.min, count.max, "independent origin")
    return f"{origins} for this value, {articles} in all{newer}" if newest else f"{origins}, {articles}"
