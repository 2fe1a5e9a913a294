"""What a time dates, and what it dates not."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.happenings import dates
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.model.article import Article
from twosource.model.moment import Moment

DATED = [
    ("The tram crashed on Monday.", ["Monday"], "what happened"),
    ("The tram did not crash on Monday.", [], "nor did it on Tuesday, perhaps"),
    ("The tram crashed, says the firm. — Ada Brun (@adabrun) March 14, 2023", [], "the day of a post"),
    ("The result was declared at 4:20 a.m. in the hall.", ["4:20 a.m."], "what was announced"),
    ("The tram will leave in 48 hours.", ["in 48 hours"], "but so many of them make a day"),
    ("The bell rang half an hour later.", [], "what counts from an hour has no day of its own"),
    ("The strikers gave the council until 6 p.m. on Friday.", ["6 p.m. on Friday"], "a deadline"),
    ("The council had a plan for the tram on Friday.", [], "but not what somebody has on a day"),
    ("A service will be held in the hall on Friday.", ["Friday"], "what a verb without content says takes place"),
    ("The first funerals take place this Friday.", ["this Friday"], "so does this one"),
    ("The pier was given a new roof on Monday.", [], "but here something is given"),
    ("The pumps were last replaced in 2016.", ["2016"], "the year of the last of many times"),
    ("The dam was built in 1958.", ["1958"], "the year of what happens once"),
    ("The pumps were replaced in 2016.", [], "another year is background"),
    ("Two guests were hurt at a Halloween party.", [], "of what kind the party was"),
    ("Two guests were hurt on Halloween.", ["Halloween"], "a holiday is a day"),
    ("His brother had been killed two weeks earlier.", [], "what counts from what was told"),
    ("They were told on Monday that the tram had gone.", [], "when it was said"),
    ("Police look into a shooting that happened on Monday.", ["Monday"], "what a relative clause tells more of"),
    ("Ada Brun was shot in the street. It happened on Monday.", ["Monday"], "what the sentence before tells"),
    ("Her bag was found later in the day.", [], "the day that was told before"),
    ("14 March 2023 Ada Brun was arrested in Brek.", [], "the stamp before a sentence"),
    ("On 14 March 2023 Ada Brun was arrested in Brek.", ["14 March 2023"], "and a date within it"),
]


@pytest.mark.parametrize(("text", "told", "reason"), DATED)
def test_dates(pipeline: Pipeline, text: str, told: list[str], reason: str) -> None:
    accounts = list(annotate([Article("a", text, language="en", published=Moment("2023-03-15"))], pipeline))
    (context,) = contexts(accounts, ())
    assert [one.value.text for one in dates(context, Voices(())) if one.value] == told, reason


def test_a_weekday_that_was_read_as_past_is_not_moved(pipeline: Pipeline) -> None:
    text = "Stunned Ada Brun was told to hand over her pass on Sunday night, an insider said."
    accounts = list(annotate([Article("a", text, language="en", published=Moment("2023-03-14"))], pipeline))
    (context,) = contexts(accounts, ())
    (found,) = dates(context, Voices(()))
    assert found.topic.days is not None and str(found.topic.days.start) == "2023-03-12"


@pytest.mark.parametrize(
    ("text", "event", "reason"),
    [
        ("The branch opened on Monday.", "open", "it was closed before"),
        ("The vote on the pier is planned for Monday.", "vote", "what a plan is of"),
        ("The branch remained open on Monday.", "remain", "it was open before"),
        ("The pool will stay closed until Monday.", "stay", "it is closed already"),
    ],
)
def test_a_state_that_goes_on(pipeline: Pipeline, text: str, event: str, reason: str) -> None:
    accounts = list(annotate([Article("a", text, language="en", published=Moment("2023-03-15"))], pipeline))
    (context,) = contexts(accounts, ())
    assert [one.topic.predicate for one in dates(context, Voices(()))] == [event], reason
