"""What single lines are: dates, datelines, bylines, picture credits, furniture."""

from __future__ import annotations

import pytest

from twosource.clean.bylines import parse_byline
from twosource.clean.credits import credits_in_text
from twosource.clean.datelines import parse_dateline
from twosource.clean.datemarks import parse_datemark
from twosource.clean.dates import date_in_url, find_dates, parse_moment
from twosource.clean.furniture import reason_of, wordings
from twosource.clean.lines import Line, split
from twosource.clean.names import host_of, outlet_at
from twosource.clean.outlets import split_title
from twosource.clean.pictures import picture_credit


def line(text: str) -> Line:
    return split(text)[0]


@pytest.mark.parametrize(
    ("text", "language", "iso", "why"),
    [
        ("March 5, 2019", "en", "2019-03-05", "American order"),
        ("Tuesday, 5th of March 2019", "en", "2019-03-05", "British order"),
        ("Sept. 5, 2019, 7:05 p.m.", "en", "2019-09-05T19:05", "a time behind it"),
        ("14:30 GMT, 5 March 2019", "en", "2019-03-05T14:30:00+00:00", "a time before it, with its zone"),
        ("05.03.2019 14:30 Uhr", "de", "2019-03-05T14:30", "dots: day first"),
        ("5. März 2019", "de", "2019-03-05", "German month"),
        ("Mardi 5 mars 2019", "fr", "2019-03-05", "French month"),
        ("1er août 2019", "fr", "2019-08-01", "the French first"),
        ("Martes, 5 de marzo de 2019 | Deportes", "es", "2019-03-05", "Spanish joins day, month and year"),
        ("2019-03-05T21:40:00+06:00", "en", "2019-03-05T21:40:00+06:00", "ISO keeps its offset"),
        ("20190305", "en", "2019-03-05", "digits only"),
        ("1551780000", "en", "2019-03-05T10:00:00+00:00", "seconds since 1970"),
        ("03/25/2019", "en", "2019-03-25", "25 is no month"),
        ("03/04/2019", "en", None, "two readings are none"),
        ("03/04/2019", "en-US", "2019-03-04", "unless the page says that it is American"),
        ("31 February 2019", "en", None, "no such day"),
        ("Room 2019, floor 5", "en", None, "no date at all"),
        ("5 March 2019, 14.30 Uhr", "de", "2019-03-05T14:30", "a point in an hour"),
        ("5 March 2019 - 1.20 crowns", "en", "2019-03-05", "a price is no hour"),
    ],
)
def test_dates(text: str, language: str, iso: str | None, why: str) -> None:
    moment = parse_moment(text, language)
    assert (moment.iso if moment else None) == iso, why


def test_dates_in_addresses_and_lines() -> None:
    assert str(date_in_url("https://a.example/2019/03/05/ferry")) == "2019-03-05"
    assert date_in_url("https://a.example/2019/03/ferry") is None
    assert [str(found.moment) for found in find_dates("From 5 March 2019 to 9 April 2019.", "en")] == [
        "2019-03-05",
        "2019-04-09",
    ]


@pytest.mark.parametrize(
    ("text", "published", "modified", "rest", "why"),
    [
        ("March 5, 2019", "2019-03-05", None, "", "a bare date"),
        ("Published: 5 March 2019 | Updated 6 March 2019", "2019-03-05", "2019-03-06", "", "two labels"),
        ("The Arvin Herald, Tuesday 5 March 2019", "2019-03-05", None, "The Arvin Herald", "with the outlet"),
        ("5 March 2019 – 9 April 2019", None, None, "", "a span of time dates no page"),
    ],
)
def test_datemarks(text: str, published: str | None, modified: str | None, rest: str, why: str) -> None:
    mark = parse_datemark(line(text), "en")
    assert mark is not None, why
    said = [str(moment) if moment else None for moment in (mark.published, mark.modified)]
    assert (*said, mark.rest) == (published, modified, rest), why


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on March 5, 2019, and nobody has been found since, the mayor said.",
        "He was born on 5 March 1960 in Arvin, a town of fishermen.",
        "Court Date: March 13, 2019 | Bond: both were held",
    ],
)
def test_a_date_in_a_sentence_dates_no_page(text: str) -> None:
    assert parse_datemark(line(text), "en") is None


@pytest.mark.parametrize(
    ("text", "left", "agency", "why"),
    [
        ("ARVIN, Vardovia (AP) — The pier burnt down.", "The pier burnt down.", "AP", "place and agency"),
        ("ARVIN, March 5 (Xinhua) -- The pier burnt down.", "The pier burnt down.", "Xinhua", "two hyphens"),
        ("ARVIN, March 5. /TASS/. The pier burnt down.", "The pier burnt down.", "TASS", "between slashes"),
        ("(Reuters) - The pier burnt down.", "The pier burnt down.", "Reuters", "no place"),
        ("Arvin (dpa) - Der Steg ist abgebrannt.", "Der Steg ist abgebrannt.", "dpa", "no capitals"),
        ("ARVIN (LNX) — The pier burnt down.", "The pier burnt down.", "LNX", "an agency that no table knows"),
        ("PORT LESSING — The pier burnt down.", "The pier burnt down.", None, "a place alone"),
        ("5 March 2019. The pier burnt down.", "The pier burnt down.", None, "a day and a full stop"),
        ("ARVIN (LNX)", "", "LNX", "a paragraph of its own"),
        ("ARVIN, MARCH 5 (LNX) - THE PIER BURNT DOWN.", "THE PIER BURNT DOWN.", "LNX", "all in capitals"),
    ],
)
def test_datelines(text: str, left: str, agency: str | None, why: str) -> None:
    found = parse_dateline(line(text), "en")
    assert found is not None, why
    assert text[found.end :] == left, why
    assert [credit.agency for credit in found.credits] == ([agency] if agency else []), why


@pytest.mark.parametrize(
    "text",
    [
        "The mayor — a sailor himself — wept.",
        "Yes — he said so.",
        "It burnt (again) — nobody knows why.",
        "He left in 2019 - too late.",
        "5 March 2019 was the day on which it burnt. Nobody knows why.",
        "It burnt on 5 March 2019. Nobody knows why.",
        "PIER OF ARVIN BURNS DOWN - POLICE",
        "Police (file)",
    ],
)
def test_a_dash_in_a_sentence_is_no_dateline(text: str) -> None:
    assert parse_dateline(line(text), "en") is None


@pytest.mark.parametrize(
    ("text", "author", "agencies", "why"),
    [
        ("By AFP", "AFP", ["AFP"], "an agency"),
        ("By LNX", "LNX", ["LNX"], "an acronym is an agency, listed or not"),
        ("By Ann Lee and Bo Ray", "Ann Lee, Bo Ray", [], "two people"),
        ("By Ann Lee, Associated Press", "Ann Lee", ["AP"], "a person for an agency"),
        ("By Ann Lee, our correspondent in Arvin", "Ann Lee", [], "a role and a place"),
        ("Von Anna Lee und Bo Rey", "Anna Lee, Bo Rey", [], "German"),
        ("Von unserer Korrespondentin Anna Lee", "Anna Lee", [], "a role before the name"),
        ("Reuters", "Reuters", ["Reuters"], "nothing but the agency"),
        ("Staff reporter", None, [], "nothing but a role"),
    ],
)
def test_bylines(text: str, author: str | None, agencies: list[str], why: str) -> None:
    byline = parse_byline(line(text), "de" if text.startswith("Von") else "en")
    assert byline is not None, why
    assert (byline.author, [credit.agency for credit in byline.credits]) == (author, agencies), why


@pytest.mark.parametrize(
    "text", ["By Tuesday, the troops had left.", "By the harbour, people wept.", "Ferries from Arvin sail again"]
)
def test_a_sentence_is_no_byline(text: str) -> None:
    assert parse_byline(line(text), "en") is None


@pytest.mark.parametrize(
    ("text", "agencies", "why"),
    [
        ("Photo: AFP", ["AFP"], "a label"),
        ("Picture source - Reuters via somewhere.example", ["Reuters"], "an agency by way of a page"),
        ("Smoke over the quay. Picture: Tarn Photos", ["Tarn Photos"], "behind the caption"),
        ("Smoke over the quay. Harbour Ministry / TASS", ["TASS"], "body and agency"),
        ("Smoke over the quay (AP Photo/Ann Lee)", ["AP"], "in brackets"),
        ("Smoke over the quay © Ann Lee", ["Ann Lee"], "the sign of copyright"),
        ("Smoke over the quay. Photo: Ann Lee / Arvin Post archive", ["Arvin Post"], "a photographer and an owner"),
        ("Smoke rises over the quay. The mayor and/or the council will decide.", [], "a slash in a sentence"),
        ("The photo shows smoke over the quay.", [], "a sentence on a photo"),
    ],
)
def test_picture_credits(text: str, agencies: list[str], why: str) -> None:
    credit = picture_credit(line(text), "en")
    assert [one.agency for one in credit.credits if credit] == agencies if credit else not agencies, why


@pytest.mark.parametrize(
    ("text", "agencies", "why"),
    [
        ("According to Deutsche Welle, the pier burnt.", ["Deutsche Welle"], "an outlet of the table"),
        ("The pier burnt, Reuters reported.", ["Reuters"], "a verb behind it"),
        ("A witness told the AFP news agency so.", ["AFP"], "told an agency"),
        ("According to the Lumnews agency, it burnt.", ["Lumnews"], "an agency that no table knows"),
        ("It burnt, the Arvin Herald reported.", ["Arvin Herald"], "a name made of an outlet's words"),
        ("The UN agency said that it burnt.", [], "an agency that reports no news"),
        ("The minister told the parliament so.", [], "a parliament is no outlet"),
        ("Time said nothing of it.", [], "a name that is a word"),
        ("A Vardovian newspaper has reported it.", [], "one that is not named"),
    ],
)
def test_credits_in_text(text: str, agencies: list[str], why: str) -> None:
    found = credits_in_text(text, "en")
    assert [credit.agency for credit in found] == agencies, why
    assert all(credit.text in text for credit in found), why


@pytest.mark.parametrize(
    ("text", "reason", "why"),
    [
        ("Facebook Twitter WhatsApp", "share-bar", "buttons"),
        ("312 shares", "share-bar", "a count"),
        ("Home | World | Sport", "navigation", "a menu"),
        ("22:05", None, "the time of a live ticker's entry"),
        ("Start > Nation > Arvin", "navigation", "steps"),
        ("Read more: Ferry sinks off Arvin", "teaser", "another story"),
        ("Tomorrow: ten stews for a crown", "teaser", "of the next issue"),
        ("WIN! A weekend in Arvin", "advert", "a prize"),
        ("More news: Storm over Arvin | Trams late again", "teaser", "a heading and what stands below it"),
        ("Sign up for our newsletter", "advert", "a call"),
        ("Your email address will not be published.", "comment-form", "a form"),
        ("We use cookies on this site.", "cookie", "a banner"),
        ("© 2019 The Arvin Herald", "copyright", "an imprint"),
        ("#ferry #Arvin", "keywords", "hashtags"),
        (
            "Refresh the page or follow us to get updates in your browser",
            "advert",
            "an address to the reader, in no list",
        ),
        (
            "Watch the harbour closely, the mayor warned the fishermen on Monday.",
            None,
            "a sentence that opens like a teaser",
        ),
        ("To receive help, families must register at the town hall by noon.", None, "an instruction in the news"),
        ("“Follow us on the radio, and share it,” he said to our reporter.", None, "somebody's words"),
        ("Ferry sinks off Arvin", None, "a headline"),
    ],
)
def test_furniture(text: str, reason: str | None, why: str) -> None:
    assert reason_of(line(text), wordings("en")) == reason, why


@pytest.mark.parametrize(
    ("address", "outlet", "why"),
    [
        ("https://www.reuters.com/world/x", "Reuters", "an agency's own site"),
        ("https://news.bbc.co.uk/x", "BBC", "below a known host"),
        ("https://arvin-herald.example:8080/x", "arvin-herald.example", "an unknown host stands for itself"),
        ("http://web.archive.org/web/20190305120000/http://www.ft.com/x", "Financial Times", "an archived copy"),
        ("not an address", None, "no host"),
    ],
)
def test_outlets_by_address(address: str, outlet: str | None, why: str) -> None:
    assert outlet_at(address) == outlet, why


def test_hosts_and_headlines() -> None:
    assert host_of("https://[broken") is None
    assert split_title("Ferry sinks off Arvin | The Arvin Herald", "en") == (
        "Ferry sinks off Arvin",
        "The Arvin Herald",
    )
    assert split_title("Ferry sinks — minister", "en") == ("Ferry sinks — minister", None)
