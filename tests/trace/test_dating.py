from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import parsed
from tests.trace.accounts import REPORT, account

from twosource.annotate.times import find_times
from twosource.model.lineage import Copy, Direction
from twosource.model.moment import Moment
from twosource.model.reading import Annotated
from twosource.text.tree import Tree
from twosource.trace import Publishers, trace
from twosource.trace.account import prepare
from twosource.trace.dating import misdated

SENTENCE = """\
1	The	the	DET	_	Definite=Def	2	det	_	_
2	mast	mast	NOUN	_	Number=Sing	3	nsubj	_	_
3	{verb}	fall	VERB	_	{tense}	0	root	_	_
4	{on}	on	ADP	_	_	5	case	_	_
5	Feb.	Feb.	PROPN	_	_	3	{relation}	_	_
6	27	27	NUM	_	_	5	nummod	_	_
7	.	.	PUNCT	_	_	3	punct	_	_

"""


def told(
    published: str, *, verb: str = "fell", tense: str = "Tense=Past", on: str = "on", relation: str = "obl"
) -> str:
    """What belies an account that tells one sentence of 27 February."""
    reading = parsed(SENTENCE.format(verb=verb, tense=tense, on=on, relation=relation))
    times = find_times(Tree(reading), Moment(published).day, "en")
    one = account("a", reading.text, published=published)
    read = Annotated(one.article, replace(reading, times=times))
    return misdated(prepare(read, Publishers.known())) or ""


@pytest.mark.parametrize(
    ("found", "belied", "why"),
    [
        (told("2021-02-01"), True, "nothing that fell on the 27th is told on the 1st"),
        (told("2021-02-28"), False, "the day before is past"),
        (told("2021-02-26"), False, "one day may be a time zone"),
        (told("2021-02-01", verb="falls", tense="Tense=Pres"), False, "what is to come"),
        (told("2021-02-01", on="for"), False, "what was set for a day"),
        (told("2021-02-01", relation="nmod"), False, "a day that belongs to a noun"),
    ],
)
def test_a_text_that_tells_of_later_days_belies_its_date(found: str, belied: bool, why: str) -> None:
    assert bool(found) is belied, why


def test_an_address_that_bears_a_later_day_belies_the_date() -> None:
    late = account("a", REPORT, published="2021-02-01", url="https://orla.example/2021/03/04/ice")
    assert "2021-03-04" in (misdated(prepare(late, Publishers.known())) or "")
    archived = account(
        "a", REPORT, published="2021-02-01", url="https://web.archive.org/web/20210304/http://o.example/x"
    )
    assert misdated(prepare(archived, Publishers.known())) is None


def only(accounts: list[Annotated], one: str = "s", other: str = "c") -> Copy:
    (found,) = (copy for copy in trace(accounts).copies if {copy.source, copy.copy} == {one, other})
    return found


def test_a_date_that_stands_alone_says_so() -> None:
    copy = only([account("s", REPORT, published="2021-03-01"), account("c", REPORT, published="2021-03-04")])
    assert (copy.source, copy.direction) == ("s", Direction.DATE)
    assert copy.reason.endswith("3 days earlier; only the dates tell.")


def test_a_belied_date_does_not_win() -> None:
    forged = account("c", REPORT, published="2021-02-01", url="https://orla.example/2021/03/04/ice")
    copy = only([account("s", REPORT, published="2021-03-01"), forged])
    assert (copy.source, copy.copy) == ("s", "c")
    assert "does not hold" in copy.reason


def test_a_date_long_before_all_others_is_left_open() -> None:
    forged = account("c", REPORT, published="2021-01-01")
    reprints = [account(f"r{n}", REPORT, published="2021-03-02") for n in range(3)]
    copy = only([account("s", REPORT, published="2021-03-01"), forged, *reprints])
    assert copy.direction is Direction.UNKNOWN
    assert "long before any other account" in copy.reason
