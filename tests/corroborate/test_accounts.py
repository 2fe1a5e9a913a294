"""Whole accounts laid side by side: which conflicts are told of them, and between whom."""

from __future__ import annotations

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate import corroborate
from twosource.link import link
from twosource.model.article import Article, PublishedFrom
from twosource.model.claim import Claim, ClaimType, Resolution
from twosource.model.lineage import Independence, Lineage, Origin
from twosource.model.moment import Moment

Told = tuple[str, str, list[list[str]]]
"""Kind and resolution of a conflict, and the accounts on each side."""


def claims_of(pipeline: Pipeline, texts: tuple[str, ...]) -> tuple[Claim, ...]:
    """The claims of accounts of successive days that copied nothing of each other."""
    articles = [
        Article(
            chr(ord("a") + n),
            text,
            language="en",
            published=Moment(f"2023-03-{14 + n}"),
            published_from=PublishedFrom.METADATA,
        )
        for n, text in enumerate(texts)
    ]
    accounts = list(annotate(articles, pipeline))
    origins = tuple(Origin(f"o-{one.id}", (one.id,), None, Independence.INDEPENDENT) for one in articles)
    return corroborate(accounts, link(accounts), Lineage(origins=origins))


def told_of(claims: tuple[Claim, ...]) -> list[Told]:
    found: list[Told] = []
    for claim in claims:
        for conflict in claim.conflicts:
            sides = sorted(sorted({claim.statements[n].passage.article for n in side}) for side in conflict.sides)
            told = (str(conflict.kind), str(conflict.resolution), sides)
            if conflict.resolution is not Resolution.PRECISION and told not in found:
                found.append(told)
    return sorted(found)


CONFLICTS: list[tuple[tuple[str, ...], list[Told], str]] = [
    (
        (
            "The strikers gave the two councils until 6 p.m. on Friday.",
            "In a letter the strikers gave the two councils until 9 p.m. on Friday.",
        ),
        [("date", "stands", [["a"], ["b"]])],
        "two hours of one deadline",
    ),
    (
        (
            "The pumps at Brek were last replaced in 2016, said the operator, Kessa Water.",
            "The pumps at Brek were last replaced in 2019, according to the union.",
        ),
        [("date", "stands", [["a"], ["b"]])],
        "the last of many times is one, even where years lie between",
    ),
    (
        ("The pumps at Brek were replaced in 2016, said Kessa Water.", "The pumps at Brek were replaced in 2019."),
        [],
        "what happens again has many years",
    ),
    (
        (
            "The sprinklers were last tested on 4 March, the hospital said.",
            "The sprinklers were last tested on 20 January, a nurse said.",
        ),
        [("date", "stands", [["a"], ["b"]])],
        "the last of many times is one, weeks apart or not",
    ),
    (
        (
            "The new terminal in Brek is to open on 3 May, the port authority said.",
            "The new terminal in Brek is to open on 10 May, the port authority said.",
        ),
        [("date", "update", [["a"], ["b"]])],
        "who gives another day for what is to come has moved it",
    ),
    (
        (
            "The new terminal in Brek is to open on 3 May, the port authority said.",
            "The new terminal in Brek is to open on 10 May, the builders said.",
        ),
        [("date", "stands", [["a"], ["b"]])],
        "two parties with two plans",
    ),
    (
        (
            "The army has sent 240 soldiers to Brek.",
            "Six hundred soldiers are on duty along the river, 240 of them in Brek.",
        ),
        [],
        "what one account tells of all another tells as a part of more",
    ),
    (
        (
            "The dike gave way at 2:10 a.m. on Tuesday, the water board said.",
            "The dike gave way at ten past midnight on Tuesday, said the mayor of Brek, Sanna Dale.",
        ),
        [("date", "stands", [["a"], ["b"]])],
        "what happens to a thing has its hour, also a spoken one",
    ),
    (
        (
            '"Schools and pupils are not bargaining chips," the minister, Rolf Ander, told reporters.',
            '"Schools and pupils are not bargaining chips," the mother of two pupils, Sanna Dale, said.',
        ),
        [("attribution", "stands", [["a"], ["b"]])],
        "one quotation of two speakers, however its words are read",
    ),
    (
        (
            '"We mourn the pupil who was killed today," the head of the school in Brek, Sanna Dale, said.',
            '"We mourn the pupil who was killed today," Dale wrote in a letter to the parents.',
        ),
        [],
        "a day in the same words is the same day",
    ),
    (
        (
            "The gap in the dam was 40 metres wide, the water board said.",
            "The gap in the dam was 40 metres wide, the water board said on Wednesday.",
            "The gap in the dam has grown from 40 to 65 metres in the course of the day.",
        ),
        [("number", "update", [["a", "b", "c"], ["c"]])],
        "an account that says what became of a figure tells no other one",
    ),
    (
        (
            "Around 450 jobs will be lost, the owner of the mill, Rolf Ander, told reporters.",
            "Ander spoke of 380 jobs that would be lost. On Tuesday it had been 450.",
        ),
        [("number", "update", [["a", "b"], ["b"]])],
        "a bare number that had been is what the one before it was",
    ),
    (
        (
            "Some 12,000 homes were without power, the governor of Kelvia said.",
            "The governor of Kelvia said that 2,500 homes were without power.",
        ),
        [("number", "update", [["a"], ["b"]])],
        "one speaker who counts anew on another day",
    ),
    (
        (
            "Around 450 jobs will be lost, the owner of the mill, Rolf Ander, told reporters.",
            "By our reckoning 1,100 jobs will be lost, said the head of the works council, Sanna Dale.",
        ),
        [("number", "stands", [["a"], ["b"]])],
        "who only gives a figure is nobody whom it is about",
    ),
    (
        (
            "Shares fell from 48 to 35 crowns on Monday, the exchange said.",
            "The exchange was closed on Tuesday.",
        ),
        [],
        "one account's own course of a figure is at odds with nobody",
    ),
    (
        (
            "Finance Minister Ilsa Berg resigned on Monday, the government of Varland said.",
            "The prime minister sacked his finance minister on Monday in a telephone call.",
            "Ilsa Berg was dismissed on Monday because she had asked for an audit.",
        ),
        [("wording", "stands", [["a"], ["b", "c"]])],
        "who leaves a post is found by name and by role, with and without a day",
    ),
    (
        (
            "Finance Minister Ilsa Berg resigned on Monday, the government of Varland said.",
            '"I did not resign," Ilsa Berg said on Tuesday.',
            "Ilsa Berg was dismissed because she had asked for an audit.",
        ),
        [("polarity", "stands", [["a"], ["b"]]), ("wording", "stands", [["a"], ["c"]])],
        "who did not resign may have been dismissed: that denies nothing",
    ),
    (
        (
            "Two men were shot near Alder Drive and Gill Street on Friday, police said.",
            "Police were called to Alder Road on Friday after two men were shot.",
        ),
        [("name", "stands", [["a"], ["b"]])],
        "one street has one name",
    ),
    (
        (
            "Two men were shot in the 1700 block of Alder Drive on Friday, police said.",
            "Police were called to the 1,800 block of N. Alder Dr. on Friday after two men were shot.",
        ),
        [("place", "stands", [["a"], ["b"]])],
        "one event is in one block of a street",
    ),
    (
        (
            "Two men were shot in the 1700 block of Alder Drive and ran to the 1800 block of Alder Drive on Friday.",
            "Police were called to the 1800 block of Alder Drive on Friday after two men were shot.",
        ),
        [],
        "one account gives both blocks",
    ),
    (
        (
            "A 16-year-old boy was killed in a crash in Brek on Friday.",
            "15-year-old Ivo Telk was killed in a crash in Brek on Friday.",
        ),
        [("number", "stands", [["a"], ["b"]])],
        "the one who was killed has one age, with and without a name",
    ),
    (
        (
            "Ada Varn, who was 42, was elected to the council nearly 20 years ago. She died on Friday.",
            "Ada Varn, 41, died in hospital on Friday.",
        ),
        [("number", "stands", [["a"], ["b"]])],
        "an age in passing is of today, whatever else the sentence tells",
    ),
    (
        (
            "Ada Varn was 34 when she was elected to the council 8 years ago. She died on Friday.",
            "Ada Varn, 41, died in hospital on Friday.",
        ),
        [],
        "an age of long ago",
    ),
    (
        (
            "Police put the number of marchers at 22,000. The organisers spoke of 80,000.",
            "About 22,000 people marched through Varna Square, police said.",
        ),
        [("number", "stands", [["a"], ["a", "b"]])],
        "one account may have two figures from two speakers",
    ),
    (
        (
            'Three men broke into the museum. "They knew exactly which case to go to," Ilse Varn, the director, said.',
            'Three men broke into the museum. "They knew exactly which case to go to," said Carla Telk of the police.',
        ),
        [("attribution", "stands", [["a"], ["b"]])],
        "a quotation may have few words that tell something",
    ),
    (
        (
            "Varn is 951 votes ahead of Lund after the recount, the court said. On Sunday it had been given as 968.",
            "After the recount Varn is 951 votes ahead of Lund.",
        ),
        [("number", "update", [["a"], ["a", "b"]])],
        "what had been given is what was told before",
    ),
    (
        (
            "The student union says that a student was killed on Mill Bridge.",
            "Rumours that a student was killed on Mill Bridge proved false.",
        ),
        [("polarity", "stands", [["a"], ["b"]])],
        "what is called untrue is denied",
    ),
    (
        (
            "The ferry sank off Port Elm. At least six people were killed.",
            "Nine people were killed when the ferry sank off Port Elm.",
            "The number of people killed on the ferry off Port Elm rose to 19.",
        ),
        [("number", "update", [["a"], ["b"], ["c"]])],
        "a bound is the first step of a series",
    ),
    (
        (
            "The ferry sank off Port Elm. None of its crew of 17 was hurt.",
            "The ferry sank off Port Elm. Nine people were hurt.",
        ),
        [],
        "of those of whom nobody was hurt none is counted",
    ),
    (
        (
            "There were 214 people on board the ferry Halda, the company said.",
            "The coast guard believes that 232 people were aboard the ferry Halda.",
        ),
        [("number", "stands", [["a"], ["b"]])],
        "who is aboard is counted",
    ),
    (
        (
            "The sluices of the Elm dam were opened at 3 a.m., the operator said.",
            "The mayor says that they opened the sluices of the Elm dam at one o'clock, and at half past one it was "
            "in her kitchen.",
        ),
        [("date", "stands", [["a"], ["b"]])],
        "hours of one thing conflict, and another clause has its own",
    ),
    (
        (
            "The deal is expected to close on September 30, subject to approval by regulators in Varna.",
            "The offer document shows that the deal is to be completed on 31 October.",
        ),
        [("date", "stands", [["a"], ["b"]])],
        "closing and completion are the end of one deal, and plans slip by weeks",
    ),
    (
        (
            "The board is expected to meet on September 12 in Varna.",
            "The board is expected to meet on October 24 in Varna.",
        ),
        [],
        "a board meets more than once",
    ),
]


@pytest.mark.parametrize(("texts", "expected", "why"), CONFLICTS, ids=[case[2] for case in CONFLICTS])
def test_conflicts(pipeline: Pipeline, texts: tuple[str, ...], expected: list[Told], why: str) -> None:
    assert told_of(claims_of(pipeline, texts)) == expected, why


@pytest.mark.parametrize(
    ("sentence", "kept", "why"),
    [
        ("The clock of the church at Brenholm strikes the half hours.", False, "a stretch of time is colour"),
        ("He left half of his soup.", False, "a share of nothing that matters"),
        ("The fire destroyed 14 houses at Brenholm.", True, "a count"),
        ("The fire at Brenholm cost 14 million crowns.", True, "an amount"),
    ],
)
def test_a_passing_figure_of_one_account_is_no_claim(pipeline: Pipeline, sentence: str, kept: bool, why: str) -> None:
    claims = claims_of(pipeline, (sentence,))
    assert any(claim.type is ClaimType.FIGURE for claim in claims) is kept, why
