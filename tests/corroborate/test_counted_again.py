"""Numbers that others give anew: on another day, on another's word, or in the same breath."""

from __future__ import annotations

import pytest
from tests.corroborate.test_accounts import Told, told_of
from tests.corroborate.test_figures import read

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate import corroborate
from twosource.link import link
from twosource.model.article import Article, PublishedFrom
from twosource.model.lineage import Independence, Lineage, Origin
from twosource.model.moment import Moment

MORNING, EVENING, LATER = "2023-03-14T09:00:00", "2023-03-14T18:00:00", "2023-03-17"
BRIDGE = "The inquiry into the collapse of the Harl bridge in Brek resumed. "
DAM = "A flood hit Arlen after the Sild dam gave way. "
COINS = "Burglars broke into the museum of Brek in the night. "
SHIP = "The freighter Alna sank off Karl in a storm. "
PAPER = "The council of Brek wants to close the library. "


def shown(pipeline: Pipeline, *accounts: tuple[str, str]) -> list[Told]:
    """The conflicts of accounts, each with its time of publication."""
    articles = [
        Article(chr(ord("a") + n), text, language="en", published=Moment(told), published_from=PublishedFrom.METADATA)
        for n, (told, text) in enumerate(accounts)
    ]
    read = list(annotate(articles, pipeline))
    origins = tuple(Origin(f"o-{one.id}", (one.id,), None, Independence.INDEPENDENT) for one in articles)
    return told_of(corroborate(read, link(read), Lineage(origins=origins)))


STANDS: list[Told] = [("number", "stands", [["a"], ["b"]])]
UPDATE: list[Told] = [("number", "update", [["a"], ["b"]])]


@pytest.mark.parametrize(
    ("first", "second", "expected", "why"),
    [
        (
            (MORNING, BRIDGE + "Judge Nora Feld said the inquiry had heard 24 witnesses so far."),
            (LATER, BRIDGE + "The inquiry has now heard 29 witnesses."),
            UPDATE,
            "each gives one number of witnesses, days apart",
        ),
        (
            (MORNING, "Lorries were stuck at Karl. The queue was nine kilometres long, police said."),
            (LATER, "Lorries were stuck at Karl. The queue had grown to 14 kilometres, the police said."),
            UPDATE,
            "a queue changes its length",
        ),
        (
            (MORNING, "Lorries were stuck at Karl. The company would lose its bond of 85,000 crowns."),
            (LATER, "Lorries were stuck at Karl. The company would lose its bond of 58,000 crowns."),
            STANDS,
            "one sentence with another number is a slip",
        ),
        (
            (MORNING, DAM + "Mayor Ines Torv said 3,400 people had been evacuated from the town."),
            (EVENING, DAM + "Governor Paul Reik said 5,100 people had been evacuated from the town."),
            STANDS,
            "two who are named are at odds on one day",
        ),
        (
            (MORNING, DAM + "Mayor Ines Torv said 3,400 people had been evacuated from the town."),
            (EVENING, DAM + "Mayor Ines Torv said 5,100 people had been evacuated from the town."),
            UPDATE,
            "one counts anew",
        ),
        (
            (MORNING, DAM + "Mayor Ines Torv said four people had been killed."),
            (EVENING, DAM + "Governor Paul Reik said seven people had been killed."),
            UPDATE,
            "of the dead everybody learns in the course of the day",
        ),
        (
            (MORNING, COINS + "They stole 17 gold coins, the museum said."),
            (EVENING, COINS + "Twenty-one gold coins were stolen, police said."),
            STANDS,
            "one verb, one noun, two voices",
        ),
        (
            (MORNING, SHIP + "She had a crew of 24, the owners said."),
            (EVENING, SHIP + "There were 26 sailors on board, the coast guard said."),
            STANDS,
            "who is aboard",
        ),
        (
            (MORNING, "A fire swept through Toll. Fourteen houses burned down, the fire chief said."),
            (EVENING, "A fire swept through Toll. Eleven homes were destroyed, the mayor said."),
            STANDS,
            "what is destroyed",
        ),
        (
            (MORNING, PAPER + "Over 6,000 have signed a petition since the weekend."),
            (LATER, PAPER + "More than 9,000 people have now put their names to a petition."),
            UPDATE,
            "one bound passed by another",
        ),
        (
            (MORNING, "Surgeon Karl Omm stood before the court in Lund. He was found guilty of fraud in six cases."),
            (EVENING, "Surgeon Karl Omm stood before the court in Lund. He was convicted of harm in twelve cases."),
            [],
            "cases in which something was so are those of one offence",
        ),
    ],
)
def test_two_numbers(
    pipeline: Pipeline, first: tuple[str, str], second: tuple[str, str], expected: list[Told], why: str
) -> None:
    assert shown(pipeline, first, second) == expected, why


@pytest.mark.parametrize(
    ("text", "at_odds"),
    [
        ("Two people were killed, says the court of Brek. We say four.", True),
        ("Six soldiers were killed, a lieutenant told us. Forty, they say on Tavir radio.", True),
        (
            "Tamber said that fewer than 1,200 employees had joined the stoppage. The union gave the number of "
            "strikers as 2,100.",
            True,
        ),
        ("Of the four people who were shot, police said all four were neighbours.", False),
        ("Four people were shot. Police said three were bystanders.", False),
    ],
)
def test_one_account_sets_two_numbers_against_each_other(pipeline: Pipeline, text: str, at_odds: bool) -> None:
    stands = [sides for _, resolution, sides in shown(pipeline, (MORNING, text)) if resolution == "stands"]
    assert stands == ([[["a"], ["a"]]] if at_odds else [])


def test_who_counts_is_who_says_so(pipeline: Pipeline) -> None:
    told = read(pipeline, "The police counted 900 marchers. The union put the number of marchers at 2,100.")
    assert [[one.name for one in figure.attribution] for figure in told] == [["The police"], ["The union"]]


@pytest.mark.parametrize(
    ("text", "earlier", "negated"),
    [
        ("She said that only three boats got away, and not four, as the firm had said.", [False, True], [False, False]),
        (
            "The thieves took records of 2.3 million customers and not, as the firm had said, of 1.4 million.",
            [False, True],
            [False, False],
        ),
        ("She said that three boats got away, and not four.", [False, False], [False, True]),
    ],
)
def test_a_number_takes_another_back(pipeline: Pipeline, text: str, earlier: list[bool], negated: list[bool]) -> None:
    told = read(pipeline, text)
    assert [one.topic.earlier for one in told] == earlier
    assert [one.negated for one in told] == negated
    assert len({one.topic.subject for one in told}) == 1
    assert (told[0].topic.formerly is not None) is earlier[-1]
