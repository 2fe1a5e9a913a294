"""Accounts made by hand: texts of invented events, with sentence vectors that stand for meanings given by number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from twosource.model.article import Article, Credit, CreditKind
from twosource.model.moment import Moment
from twosource.model.reading import Annotated, Reading
from twosource.model.span import Span

REPORT = (
    "Three climbers were pulled from a crevasse on the Orla glacier after nineteen hours in the cold. "
    "The rope team had set out before dawn to repair a weather mast that a storm had bent in the spring. "
    "Their leader fell first and dragged the two others over the edge when a snow bridge gave way. "
    "A goatherd in the valley below saw a red light blinking on the ice and rang the mountain guard. "
    "Bad visibility kept the helicopter on the ground, so the rescuers went up on skis. "
    "They lowered a medic on two hundred feet of cable and hauled the men out one after another. "
    "All three have frostbite, and the youngest lost his left boot and two of his toes. "
    "The town council will now decide whether the mast should be moved to firmer ground. "
    "Last winter a dentist from the capital vanished on the same slope and was never seen again. "
    "Guides have asked for marker poles every fifty paces along the whole of the northern route."
)
OTHER = (
    "The bakery on Tallow Street has won the golden whisk for the fifth year running. "
    "Judges praised its rye loaf, which rises for two days under wet linen cloths. "
    "The owner inherited the oven from an aunt who had bought it from a ship's cook. "
    "Rivals grumble that the jury lunches there on Fridays and never pays the bill. "
    "A silver medal went to a stall that sells nothing but plum dumplings in autumn. "
    "Schoolchildren voted for a pastry in the shape of a snail with liquorice eyes. "
    "Next year the contest moves to the riding hall because the marquee leaks badly. "
    "Entry costs nothing, yet each baker must bring a hundred portions to the table."
)


def account(
    name: str,
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    credit: str | None = None,
    kind: CreditKind = CreditKind.BYLINE,
    meanings: Sequence[int] | None = None,
    byline: str | None = None,
) -> Annotated:
    """An account; ``meanings`` gives each sentence a vector, equal numbers equal meanings."""
    article = Article(
        name,
        text,
        outlet=outlet,
        url=url,
        published=Moment(published) if published else None,
        credits=(Credit(credit, kind, f"By {credit}"),) if credit else (),
        byline=byline,
    )
    sentences = tuple(Span(*match.span()) for match in re.finditer(r"[^.!?\s][^.!?]*[.!?]+[\"”]?", text))
    body = Reading(text, sentences)
    return Annotated(article, replace(body, vectors=vectors(meanings)) if meanings else body)


def vectors(meanings: Sequence[int]) -> np.ndarray:
    """A unit vector for each meaning; different meanings are at right angles."""
    rows = np.zeros((len(meanings), 384), np.float32)
    rows[np.arange(len(meanings)), list(meanings)] = 1
    return rows


def sentences(text: str) -> list[str]:
    """The sentences of a text above."""
    return [part + "." for part in text.rstrip(".").split(". ")]
