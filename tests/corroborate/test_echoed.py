"""Numbers that name nothing: what other accounts count in the same number, what a bargain is measured in."""

from __future__ import annotations

import pytest
from tests.corroborate.test_figures import read

from twosource.annotate import Pipeline, annotate
from twosource.corroborate import corroborate
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ClaimType
from twosource.model.lineage import Independence, Lineage, Origin
from twosource.model.moment import Moment


def together(pipeline: Pipeline, *texts: str) -> list[list[str]]:
    """The values of each claim of figures that several accounts tell."""
    day = Moment("2023-03-14")
    articles = [Article(f"a{n}", text, language="en", published=day) for n, text in enumerate(texts)]
    accounts = list(annotate(articles, pipeline))
    origins = tuple(Origin(f"o-{one.id}", (one.id,), None, Independence.INDEPENDENT) for one in articles)
    claims = corroborate(accounts, link(accounts), Lineage(origins=origins))
    figures = [one for one in claims if one.type is ClaimType.FIGURE]
    several = [one for one in figures if len({each.passage.article for each in one.statements}) > 1]
    return [[each.value.text for each in one.statements if each.value] for one in several]


MARCH = "Police put the number of marchers in Brek at 22,000."
FINE = "The court in Brek fined the firm Alder 45 million crowns."
LOSS = "Analysts were not shaken. Forty-five million is a bad week for Alder."
WARD = "There were 26 patients on the ward when the fire broke out in Brek."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (MARCH, "A march went through Brek. The police counted 22,000.", [["22,000", "22,000"]]),
        (
            FINE,
            "Analysts were not shaken. Forty-five million is a bad week for Alder.",
            [["45 million crowns", "Forty-five million"]],
        ),
        (WARD, "Twenty-six, says the night list of the ward.", [["26 patients", "Twenty-six"]]),
        (WARD, "The mayor of Karl drives a bus. Twenty-six came to the market.", []),  # no word of it is shared
        (WARD, "The nurse on the ward was tired. She was 26.", []),  # an age
        (WARD, "A nurse left the ward at 26.", []),  # an age or an hour
        (MARCH, "There were not 22,000 in Brek, the mayor said.", []),  # denied
        (MARCH, "The road to Brek was closed. Fewer than 22,000 came.", []),  # a bound
        ("Rescuers found 617 people in Brek.", "Call the police in Brek at (617) 555-0147.", []),  # dialled
        ("Rescuers found 270 people in Brek.", "The police of Brek closed a lane on 270.", []),  # a road
    ],
)
def test_a_bare_number_is_what_others_count(pipeline: Pipeline, one: str, other: str, told: list[list[str]]) -> None:
    assert together(pipeline, one, other) == told


def test_a_number_of_two_things_is_that_of_neither(pipeline: Pipeline) -> None:
    hired = "The ward of Karl has hired 26 teachers for its patients."
    assert together(pipeline, WARD, hired, "Twenty-six, says the night list of the ward.") == []


@pytest.mark.parametrize(
    ("text", "dimensions"),
    [
        ("The union asks for nine per cent, the company offers four.", ["percent", "percent"]),
        ("The union demands nine per cent more pay for 3,100 workers. The company offers four.", None),
        ("Alder was sold for 38 million crowns. Six million more may be due.", ["crown", "crown"]),
        ("Alder was sold for 38 million crowns. Then 2. 6 million more came.", ["crown"]),  # torn apart
        ("Some 38 million people were counted. Six million more may be due.", ["count"]),  # no money
        ("The union asks for nine per cent, the company hired four.", ["percent", "count"]),  # no bargain
    ],
)
def test_a_unit_is_named_once(pipeline: Pipeline, text: str, dimensions: list[str] | None) -> None:
    told = [one.topic.dimension for one in read(pipeline, text)]
    assert told == (dimensions or ["percent", "count", "percent"])


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The bill raised the pension age from 65 to 67.", ["age"]),
        ("The pension age goes up to 67.", ["age"]),
        ("The mayor climbed to 22.", []),
        ("There must have been 300 of us in there.", ["person"]),
        ("The shift numbered 64.", []),  # a number, and no label; what it counts other accounts say
    ],
)
def test_what_a_bare_number_is_the_size_of(pipeline: Pipeline, text: str, counted: list[str]) -> None:
    assert [one.topic.subject for one in read(pipeline, text)] == counted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The first ambulance reached the site 11 minutes after the alarm.", ["11 minutes"]),
        ("All left the plane within 90 seconds.", ["within 90 seconds"]),
        ("The train passed the signal at 96 kilometres an hour.", ["96 kilometres an hour"]),
        ("The state will save 2.1 billion crowns annually.", ["2.1 billion crowns annually"]),
        ("The ministry expects savings of 2.1 billion crowns a year.", ["2.1 billion crowns a year"]),
        ("It was a few minutes before five.", []),  # an hour of the clock
        ("The strike began three days after the talks.", []),  # a date
        ("He left Brek two hours ago.", []),
        ("The train could be there in ten minutes.", []),  # a time to come
    ],
)
def test_stretches_to_an_event_and_rates_are_measured(pipeline: Pipeline, text: str, told: list[str]) -> None:
    assert [one.value.text for one in read(pipeline, text) if one.value] == told


def test_a_stretch_to_an_event_is_not_how_long_it_lasts(pipeline: Pipeline) -> None:
    (told,) = read(pipeline, "Twenty minutes after the shooting he stole a car.")
    assert told.topic.predicate is None
