"""The heading of a claim: its value in few words, where these say what is claimed.

"Three men" before the sentence that tells what they did says nothing, and neither does an age whose bearer the sentence
does not name. The invariant: a heading is borne out by the sentence behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.model import dossier as record
from twosource.tell import words
from twosource.tell.citation import Source
from twosource.tell.days import sentence_before
from twosource.tell.view import ClaimView
from twosource.tell.wordings import against, common, comparable, counts, is_score, value_words

Sources = Mapping[str, Source]
_MODIFIER = re.compile(r"[\w,.]+-[a-z]+")
"""A figure that modifies what it does not name: "nine-year", "three-storey"."""
INITIAL = 2
"""Letters of a word up to which it is an initial or an article, and names nobody."""
_RANK = re.compile(r"(?<=\w)\s+[A-Z][a-z]{1,4}\.$")
"""A rank that stands between an office and its name: "police spokesman Sgt."."""
PRONOUN = re.compile(r"\b(he|him|his|she|her|they|them|it|its)\b", re.IGNORECASE)


def headline(claim: record.ClaimRecord, own: record.StatementRecord, names: Mapping[str, str], sources: Sources) -> str:
    """The claim in few words: its value, for a role or an age with whose it is, for a toll with what happened.

    Words speak for themselves; "he was removed" is told with the name of who is meant. A figure that does not say what
    it counts ("214", "nine of them") borrows the words of an account that does. "A student" is one student, but says
    less than the sentence that it stands in, and so does "nine-year" without the veteran behind it.
    """
    if claim.type == "event":
        return _meant(claim, own, names, sources)
    undated = claim.verdict == "disputed" and all(one.kind != "date" for one in claim.conflicts)
    if claim.type == "quote" or against(own) or _is_article(own) or (claim.type == "date" and undated):
        return ""
    value = value_words(own)
    if is_score(own):
        value = _score(own, value)
    elif claim.type == "figure" and not counts(own):
        same = [one for one in claim.statements if comparable(one) == comparable(own)]
        value = common([one for one in same if counts(one)] or [own], sources)
    if claim.type == "figure":
        return "" if _MODIFIER.fullmatch(value) else words.befallen(value, claim.outcome, own.text)
    value = _RANK.sub("", value) if claim.type == "role" else value
    subject = names.get(claim.about[0], "") if claim.about and claim.type in ("role", "attribute") else ""
    return _owned(subject, value) if _is_named(subject, own.text) or claim.conflicts else ""


def _owned(subject: str, value: str) -> str:
    """A role or age with whose it is: "Ola Brandt, 49", "Ola Brandt: mayor"."""
    if not subject or not value or subject == value:
        return value
    return f"{subject}, {value}" if value.isdigit() else f"{subject}: {value}"


def _meant(claim: record.ClaimRecord, own: record.StatementRecord, names: Mapping[str, str], sources: Sources) -> str:
    """The first whom a deed is about, where its sentence names none of them and leans on the one before, which does:
    told of somebody else it would be worse than untold.
    """
    about = [names[one] for one in claim.about if one in names]
    if not about or not PRONOUN.search(own.text) or any(_is_named(name, own.text) for name in about):
        return ""
    before = sentence_before(sources[own.article].text, own.start)
    return f"About {about[0]}" if _last(about[0]) in before.lower() else ""


def _is_named(name: str, text: str) -> bool:
    """Whether a text has any word of a name; none at all is anybody's."""
    if not name:
        return True
    said = set(re.findall(r"\w+", text.lower()))
    return any(len(word) > INITIAL and word in said for word in re.findall(r"\w+", name.lower()))


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower()


def _is_article(statement: record.StatementRecord) -> bool:
    """Whether a figure is the "a" of "a student", the "his" of "his daughter"."""
    value = statement.value
    if not isinstance(value, record.QuantityRecord) or not value.min == value.max == 1:
        return False
    return {"one", "1"}.isdisjoint(re.split(r"\W+", value.text.lower()))


def _score(statement: record.StatementRecord, figure: str) -> str:
    """Both figures of a score as they stand in the sentence ("3-1"); the one of the claim where it stands alone."""
    both = (one for one in re.findall(r"\d+\s?[-–:]\s?\d+", statement.text) if figure in re.split(r"\D+", one))
    return next(both, figure)


def says_little(claim: record.ClaimRecord, shown: ClaimView) -> bool:
    """Whether a heading does not say what is claimed: "three men" before the sentence that tells what they did, or
    the words with which this begins.
    """
    if letters(shown.citation.text).lower().startswith(letters(shown.headline).lower()):
        return True
    if claim.type == "attribute":
        return not claim.about
    return claim.type == "figure" and not is_score(claim.statements[0]) and not words.is_befallen(shown.headline)


def letters(text: str) -> str:
    """What copies of a sentence have in common."""
    return re.sub(r"\W+", "", text)
