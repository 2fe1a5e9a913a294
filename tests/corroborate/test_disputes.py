"""What is denied: who denies, what, and where it was told."""

from __future__ import annotations

import pytest
from tests.corroborate.test_accounts import claims_of, told_of

from twosource.annotate.pipeline import Pipeline
from twosource.model.claim import Claim, ConflictKind


def disputed(claims: tuple[Claim, ...]) -> list[list[tuple[str, str, str]]]:
    """For each conflict of polarity its statements: words, first speaker, modality or "not"."""
    found = []
    for claim in claims:
        for conflict in claim.conflicts:
            if conflict.kind is ConflictKind.POLARITY:
                told = [claim.statements[n] for side in conflict.sides for n in side]
                words = (one.value.text if one.value else "" for one in told)
                who = (one.attribution[0].name if one.attribution else "" for one in told)
                how = ("not" if one.negated else one.modality.value for one in told)
                found.append(sorted(zip(words, who, how, strict=True)))
    return sorted(found)


POINTING = [
    (
        "A harbour source claimed the pilot had slept through the alarm. The police denied it on Friday.",
        [
            ("denied it", "The police", "denied"),
            ("the pilot had slept through the alarm", "A harbour source", "alleged"),
        ],
        "a pronoun stands for what the sentence before says",
    ),
    (
        "According to the union, the plant's filters were removed in May. The masks cost a fortune. "
        "Ilse Varn, the director, rejected the accusation.",
        [
            ("rejected the accusation", "Ilse Varn", "denied"),
            ("the plant's filters were removed in May", "the union", "reported"),
        ],
        "a word for what is said reaches farther back",
    ),
    (
        "A video claimed that the Varn Bridge had cracked. The fire chief, Boris Khadrin, said the rumour was false. "
        '"The bridge has not cracked," he said.',
        [
            ('"The bridge has not cracked,"', "Boris Khadrin", "not"),
            ("the Varn Bridge had cracked", "A video", "alleged"),
            ("the rumour was false", "Boris Khadrin", "denied"),
        ],
        "what is called false, and the denial in its speaker's own words",
    ),
    (
        "The aides accused Mayor Boris Khadrin of fostering fear in the town hall. Khadrin denied the allegations.",
        [
            ("accused Mayor Boris Khadrin of fostering fear in the town hall", "The aides", "alleged"),
            ("denied the allegations", "Boris Khadrin", "denied"),
        ],
        "who is accused is no claim without the verb",
    ),
    (
        "According to the firm, the school had been told of the leak at noon. Not so, says headmaster Boris Khadrin.",
        [
            ("Not so", "Boris Khadrin", "denied"),
            ("the school had been told of the leak at noon", "the firm", "reported"),
        ],
        "a bare denial answers the sentence before",
    ),
    (
        "The firm said the filters had been changed in May. Officers first said they had been stolen, but later said "
        "that was not true.",
        [],
        "who takes back what he said denies nobody else",
    ),
]


@pytest.mark.parametrize(("text", "sides", "reason"), POINTING, ids=[one[-1] for one in POINTING])
def test_what_a_denial_points_back_to(
    text: str, sides: list[tuple[str, str, str]], reason: str, pipeline: Pipeline
) -> None:
    assert disputed(claims_of(pipeline, (text,))) == ([sides] if sides else []), reason


WITHIN = [
    (
        "Marek's testimony contradicted the firm's claim that the filters had been changed.",
        [
            ("contradicted the firm's claim that the filters had been changed", "Marek", "denied"),
            ("the filters had been changed", "the firm", "alleged"),
        ],
        "what contradicts a claim",
    ),
    (
        "Varn Power denied the union's claim that the filters had been removed in May.",
        [
            ("denied the union's claim that the filters had been removed in May", "Varn Power", "denied"),
            ("the filters had been removed in May", "the union", "alleged"),
        ],
        "an owner of what is denied",
    ),
    (
        "The firm has denied accusations by the Harbour Union that it removed the filters in May.",
        [
            ("has denied accusations by the Harbour Union that it removed the filters in May", "The firm", "denied"),
            ("it removed the filters in May", "Harbour Union", "alleged"),
        ],
        "an author of what is denied",
    ),
    (
        "The ministry denied Khadrin's accusations of fraud.",
        [
            ("accusations of fraud", "Khadrin", "alleged"),
            ("denied Khadrin's accusations of fraud", "The ministry", "denied"),
        ],
        "a claim in a noun",
    ),
]


@pytest.mark.parametrize(("text", "sides", "reason"), WITHIN, ids=[one[-1] for one in WITHIN])
def test_a_denial_that_says_who_claims_it(
    text: str, sides: list[tuple[str, str, str]], reason: str, pipeline: Pipeline
) -> None:
    assert disputed(claims_of(pipeline, (text,))) == [sides], reason


ACROSS = [
    (
        (
            'The fire burnt all night. "We called Brek School at nine," said Ilse Varn of Varn Power.',
            "The headmaster, Boris Khadrin, replied that Brek School had received no call.",
        ),
        [("polarity", "stands", [["a"], ["b"]])],
        "who received no call was not called",
    ),
    (
        (
            "Boris Khadrin denied that he had asked Ilse Varn to stop the audit.",
            "Colleagues said that Khadrin had asked Ilse Varn to stop the audit.",
        ),
        [("polarity", "stands", [["a"], ["b"]])],
        "a denied clause and the same told by others",
    ),
]


@pytest.mark.parametrize(("texts", "expected", "reason"), ACROSS, ids=[one[-1] for one in ACROSS])
def test_across_accounts(
    texts: tuple[str, ...], expected: list[tuple[str, str, list[list[str]]]], reason: str, pipeline: Pipeline
) -> None:
    assert told_of(claims_of(pipeline, texts)) == expected, reason


NOTHING = [
    ("The company denied reports that the bridge had cracked.", "nobody is said to have reported it"),
    ("The court dismissed the union's claim that the filters had been removed.", "a court decides"),
    ("Ilse Varn rejected the firm's report by a wide margin on Monday.", "a report of which nothing is told"),
    ("The judge denied the request. A lawyer had said that his client was ill.", "what is asked for is refused"),
    (
        "The prosecutor said that the man had fired on the bus. The court dismissed the charges on Monday.",
        "a court dismisses charges, and denies nothing",
    ),
    (
        "The man was accused of robbing a bakery in Brek. Those accusations were later dismissed by prosecutors.",
        "who decides on an accusation does not deny it",
    ),
    (
        "A spokesman for Boris Khadrin said the jury would meet on Monday. Khadrin rejected the claim on Tuesday.",
        "whoever speaks for the denier accuses him of nothing",
    ),
    ("The union demanded a rise of five per cent. The firm rejected that.", "a demand is no claim"),
    (
        "Guests heard when shots were fired in the yard. Boris Khadrin has denied firing a shot in the yard.",
        "who denies his own deed does not deny that of others",
    ),
    (
        "Deputies said that they shot Ivo Telk at the mill. "
        "The coroner said that the deputies did not shoot Ivo Telk in the back.",
        "what is denied is where, not that",
    ),
    (
        "Deputies said that Boris Khadrin had robbed the mill. His wife wept in the yard, and Boris Khadrin said that "
        "her story was a lie.",
        "it is her story that is a lie, not that of others",
    ),
    (
        "The family said they had little contact with Boris Khadrin. Police said that they had no contact with him.",
        "little is as good as none",
    ),
    (
        "Residents said the hall was locked that night. The mayor said that nobody was hurt.",
        "two statements, one with a negation, on two things",
    ),
]


@pytest.mark.parametrize(("text", "reason"), NOTHING, ids=[one[-1] for one in NOTHING])
def test_nothing_is_disputed(text: str, reason: str, pipeline: Pipeline) -> None:
    assert disputed(claims_of(pipeline, (text,))) == [], reason


ONE_QUARREL = [
    (
        (
            '"No valve was open that night," said Ilse Varn of Varn Power. The Harbour Union denied this.',
            'At the gates workers wept. "No valve was open that night," said Ilse Varn of Varn Power on Friday. '
            "The Harbour Union denied this.",
        ),
        2,
        "a reprint has the same quarrel",
    ),
    (
        (
            "According to the firm, Brek School had been told of the leak at noon. Not so, says Boris Khadrin.",
            "The firm claimed that it had informed Brek School of the leak. Boris Khadrin denied it.",
        ),
        2,
        "told in two wordings, denied by one man",
    ),
    (
        (
            "A harbour source claimed that the pilot had slept through the alarm. The police denied it on Friday.",
            "The union claimed that the crane had been repaired with old bolts. The police denied it on Friday.",
        ),
        1,
        "what one party denies of two others on two matters is two quarrels",
    ),
]


@pytest.mark.parametrize(("texts", "told_by", "reason"), ONE_QUARREL, ids=[one[-1] for one in ONE_QUARREL])
def test_one_quarrel_is_one_claim(texts: tuple[str, ...], told_by: int, reason: str, pipeline: Pipeline) -> None:
    found = [claim for claim in claims_of(pipeline, texts) if any(one.kind == "polarity" for one in claim.conflicts)]
    accounts = [len({one.passage.article for one in claim.statements}) for claim in found]
    assert accounts == [told_by] * (3 - told_by), reason


def test_a_claim_and_its_denial_in_one_sentence(pipeline: Pipeline) -> None:
    text = (
        "The union said the firm had removed the filters in May, but Ilse Varn denied that it had removed any filters."
    )
    assert [len(one) for one in disputed(claims_of(pipeline, (text,)))] == [2]
