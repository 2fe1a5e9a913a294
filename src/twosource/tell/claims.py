"""A claim as a brief shows it: its value, the sentence that states it best, what it rests on, and all its wordings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.model import dossier as record
from twosource.resources import load
from twosource.tell import words
from twosource.tell.standing import stands_alone
from twosource.tell.view import Citation, ClaimView, Source, Wording
from twosource.tell.voices import Voices

Sources = Mapping[str, Source]
Passage = tuple[str, int, int]


def claim_views(
    claims: Sequence[record.ClaimRecord],
    sources: Sources,
    names: Mapping[str, str],
    voices: Voices,
    placed: frozenset[Citation] = frozenset(),
) -> tuple[ClaimView, ...]:
    """The claims as a brief shows them, in the dossier's order, what one origin alone tells last.

    Each sentence is quoted once. The two figures of a score are told once, and a day of the same sentences; a day that
    one origin gives stands in the timeline. How a copy's sentence departs from its origin is told with the first claim
    that rests on it.

    Args:
        claims: The dossier's.
        sources: The articles, by id.
        names: Of the entities, by id.
        voices: The origins of the articles.
        placed: The passages that stand in the timeline.
    """
    quoted: set[Passage] = set()
    told: set[tuple[str, frozenset[Citation]]] = set()
    warned: set[str] = set()
    views = []
    deeds = [(claim.verdict, _passages(claim)) for claim in claims if claim.type == "event"]
    for claim in sorted(claims, key=lambda one: _is_alone(one, voices)):
        own = _clearest(claim, quoted)
        repeats = claim.type == "figure" and _passage(own) in quoted
        shown = replace(_claim(claim, own, sources, names, voices), repeats=repeats)
        cited = frozenset(citation for one in shown.wordings for citation in one.citations)
        twice = (claim.type == "date" or _is_score(own)) and (shown.headline, cited) in told
        told.add((shown.headline, cited))
        if twice or (repeats and not shown.headline) or (claim.type == "date" and _is_placed(shown, claim, placed, deeds)):
            continue
        views.append(_unwarned(shown, warned))
        quoted.add(_passage(own))
    return tuple(views)


def _is_alone(claim: record.ClaimRecord, voices: Voices) -> bool:
    """Whether one origin alone says so, and no other says anything else."""
    return claim.verdict == "single-origin" and voices.count(one.article for one in claim.statements).maximum < 2


def _is_placed(
    shown: ClaimView, claim: record.ClaimRecord, placed: frozenset[Citation], deeds: Sequence[tuple[str, set[Passage]]]
) -> bool:
    """Whether a day is told elsewhere: one origin's stands in the timeline, another's with the deed of its sentences."""
    if shown.alone:
        return {citation for one in shown.wordings for citation in one.citations} <= placed
    standing = [one for one in claim.conflicts if one.resolution == "stands"]
    clashing = {_passage(claim.statements[n]) for one in standing for side in one.sides for n in side}
    told = clashing or _passages(claim)
    by_day = any(one.kind == "date" for one in standing)
    return not by_day and any(claim.verdict == verdict and told <= those for verdict, those in deeds)


def _passages(claim: record.ClaimRecord) -> set[Passage]:
    return {_passage(statement) for statement in claim.statements}


def _unwarned(claim: ClaimView, warned: set[str]) -> ClaimView:
    """The claim without the warnings that stand further up; those that it gives are added to them."""
    kept = tuple(
        replace(one, distortions=tuple(text for text in one.distortions if text not in warned))
        for one in claim.wordings
    )
    warned.update(text for one in kept for text in one.distortions)
    return replace(claim, wordings=kept)


def _clearest(claim: record.ClaimRecord, quoted: set[Passage]) -> record.StatementRecord:
    """The statement that gives the claim its text, or the next that says the same in a sentence not yet quoted; first
    one that says of whom it tells.
    """
    own = next((one for one in claim.statements if one.text == claim.text), claim.statements[0])
    same = [own, *(one for one in claim.statements if _comparable(one) == _comparable(own))]
    fresh = [one for one in same if _passage(one) not in quoted]
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
    wordings = _wordings(claim, sources, voices)
    noted = sided and len(wordings) == 1  # then only the note says what the sides are
    primary = "" if sided else words.listed(words.distinct([spoken(source, names) for source in claim.primary_sources]))
    return ClaimView(
        id=claim.id,
        type=claim.type,
        headline=_headline(claim, own, names),
        citation=_citation(own, sources),
        repeats=False,
        alone=_is_alone(claim, voices),
        verdict="disputed" if noted else _verdict(claim),
        support=claim.conflicts[0].note if noted else _support(claim, own),
        primary=f"on the word of {primary}" if primary else "",
        wordings=wordings,
    )


def _verdict(claim: record.ClaimRecord) -> str:
    """The verdict in words, and what a dispute is about: the number, the day, who said it."""
    if claim.verdict == "disputed":
        kinds = dict.fromkeys(one.kind for one in claim.conflicts if one.resolution == "stands")
        return f"disputed: {', '.join(words.CONFLICT_KINDS.get(kind, kind) for kind in kinds)}"
    if claim.independent_origins.max == 0:
        return words.IN_A_COPY
    one_word = claim.verdict == "unclear" and claim.independent_origins.min > 1
    return words.ONE_WORD if one_word else words.VERDICTS[claim.verdict]


def _support(claim: record.ClaimRecord, own: record.StatementRecord) -> str:
    """On what a claim rests, and which value is newer than the one that heads it.

    The sides of a dispute say each for itself on what they rest.
    """
    count = claim.independent_origins
    articles = words.counted(len({statement.article for statement in claim.statements}), "article")
    newest = [claim.statements[n] for one in claim.conflicts if one.resolution == "update" for n in one.sides[-1]]
    newer = f"; newer: “{_common(newest)}”" if newest and own not in newest else ""
    if claim.verdict == "disputed" or count.max == 0:
        return articles + newer
    origins = words.ranged(count.min, count.max, "independent origin")
    return f"{origins} for this value, {articles} in all{newer}" if newest else f"{origins}, {articles}"


def _headline(claim: record.ClaimRecord, own: record.StatementRecord, names: Mapping[str, str]) -> str:
    """The claim in few words: its value, for a role or an age with whose it is; words speak for themselves.

    A figure that does not say what it counts ("214", "nine of them") borrows the words of an account that does. "A
    student" is one student, but says less than the sentence that it stands in.
    """
    if claim.type in ("quote", "event") or _against(own) or _is_article(own):
        return ""
    if claim.type == "date" and claim.verdict == "disputed" and all(one.kind != "date" for one in claim.conflicts):
        return ""
    value = _value(own)
    if _is_score(own):
        value = _score(own, value)
    elif claim.type == "figure" and not _counts(own):
        same = [one for one in claim.statements if _comparable(one) == _comparable(own)]
        value = _common([one for one in same if _counts(one)] or [own])
    subject = names.get(claim.about[0], "") if claim.about and claim.type in ("role", "attribute") else ""
    if not subject or not value or subject == value:
        return value
    return f"{subject}, {value}" if value.isdigit() else f"{subject}: {value}"  # "Ola Brandt, 49"


def _counts(statement: record.StatementRecord) -> bool:
    """Whether a figure names what it counts: "214 people" does, "214" and "nine of them" do not."""
    value = statement.value
    if not isinstance(value, record.QuantityRecord) or not value.counted:
        return False
    return {value.counted.lower(), *value.text.lower().split()}.isdisjoint(load("en", "persons")["pronouns"])


def _is_article(statement: record.StatementRecord) -> bool:
    """Whether a figure is the "a" of "a student", the "his" of "his daughter"."""
    value = statement.value
    one = isinstance(value, record.QuantityRecord) and value.min == value.max == 1
    return one and not {"one", "1"} & set(re.split(r"\W+", value.text.lower())) if value else False


def _is_score(statement: record.StatementRecord) -> bool:
    return isinstance(statement.value, record.QuantityRecord) and statement.value.unit == "score"


def _score(statement: record.StatementRecord, figure: str) -> str:
    """Both figures of a score as they stand in the sentence ("3-1"); the one of the claim where it stands alone."""
    both = (one for one in re.findall(r"\d+\s?[-–:]\s?\d+", statement.text) if figure in re.split(r"\D+", one))
    return next(both, figure)


def _wordings(claim: record.ClaimRecord, sources: Sources, voices: Voices) -> tuple[Wording, ...]:
    """Statements that give the same value, together; the most common first.

    By what verb a deed goes, or where a quotation is cut, is no value unless accounts clash over it.
    """
    told_alike = _against if claim.type in ("event", "quote") and not claim.conflicts else _comparable
    together: dict[object, list[record.StatementRecord]] = {}
    for statement in claim.statements:
        together.setdefault(told_alike(statement), []).append(statement)
    ordered = sorted(together.values(), key=lambda those: -len(those))
    return tuple(wording(those, sources, voices) for those in ordered)


def _comparable(statement: record.StatementRecord) -> object:
    """What two statements must have in common to be one wording: the value, however a figure or day is worded."""
    value = statement.value
    if isinstance(value, record.QuantityRecord):
        return value.min, value.max, value.approximate, _against(statement)
    if isinstance(value, record.TimeRecord) and value.start:
        return value.start, value.end, _against(statement)
    return "" if value is None else re.sub(r"^\W+|\W+$", "", value.text.casefold())


def _against(statement: record.StatementRecord) -> bool:
    """Whether its value, taken out of its sentence, would say the contrary: "not one shot", "denied that nine died"."""
    return statement.negated or statement.modality == "denied"


def wording(statements: Sequence[record.StatementRecord], sources: Sources, voices: Voices) -> Wording:
    """What statements say that give the same value."""
    speakers = words.distinct(list(filter(None, map(_speakers, statements))))
    count = voices.count(statement.article for statement in statements)
    return Wording(
        value=_common(statements),
        speakers="; ".join(speakers[:3]) + ("; and others" if len(speakers) > 3 else ""),
        citations=tuple(
            sorted({_citation(one, sources) for one in statements}, key=lambda one: (one.number, one.start))
        ),
        support=words.ranged(count.minimum, count.maximum, "origin"),
        distortions=tuple(dict.fromkeys(statement.distortion for statement in statements if statement.distortion)),
    )


def _common(statements: Sequence[record.StatementRecord]) -> str:
    """The words in which most of these statements put their value; first those that say what is counted."""
    values = Counter(_value(statement) for statement in statements)
    counted = {_value(one) for one in statements if _counts(one)}
    return max(values, key=lambda value: (value in counted, values[value], -len(value), value))


def _value(statement: record.StatementRecord) -> str:
    value = statement.value
    if value is None:
        return ""
    if isinstance(value, record.TimeRecord) and value.start and value.end:
        told = words.days(value.start, value.end)
    else:
        told = words.shortened(value.text, 120)
    if _counts(statement) and re.fullmatch(r"[\d,]+|[^\W\d]+(-[^\W\d]+)?", told):
        told = f"{told} {value.counted}"
    if not _against(statement) or isinstance(value, record.WordingRecord):
        return told
    return f"denied: {told}" if statement.modality == "denied" else f"not {told}"


def _speakers(statement: record.StatementRecord) -> str:
    return ", according to ".join(spoken(speaker.name, {}) for speaker in statement.attribution)


def _citation(statement: record.StatementRecord, sources: Sources) -> Citation:
    said = statement.value.text if statement.value else ""
    return sources[statement.article].cite(statement.start, statement.end, said)


def spoken(source: str, names: Mapping[str, str]) -> str:
    """A source as a sentence names it: an entity by its name, a description without its capital article."""
    name = names.get(source, source)
    return name[0].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) and name not in names.values() else name
