"""Figures whole: interval, unit, counted thing, change, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.pipeline import Pipeline
from twosource.annotate.quantities import find_quantities
from twosource.model.reading import EntityType, Mention, Reading
from twosource.model.span import Span
from twosource.model.value import Quantity
from twosource.text.tree import Tree


def figures(text: str, language: str = "en") -> list[Quantity]:
    """The figures of a text without a parse."""
    return [mention.quantity for mention in find_quantities(Tree(Reading(text, parsed=False)), language)]


INTERVALS = [
    ("more than 2,000 troops", 2_000, None, False, "an open upper end"),
    ("in excess of 2,000 troops", 2_000, None, False, "the same in other words"),
    ("no fewer than 12 troops", 12, None, False, "at least"),
    ("up to 20 troops", None, 20, False, "an open lower end"),
    ("as many as 20 troops", None, 20, False, "an open lower end"),
    ("almost 10,000 troops", 9_000, 10_000, True, "from somewhat below to the figure"),
    ("around 9,900 troops", 8_910, 10_890, True, "both sides"),
    ("just over 100 troops", 100, 110, True, "somewhat above"),
    ("dozens of troops", 24, 99, True, "the dossier's own example"),
    ("between five and seven troops", 5, 7, False, "a range with openers"),
    ("5-7 troops", 5, 7, False, "a range with a hyphen"),
    ("two or three troops", 2, 3, False, "a range with or"),
    ("5 to 7 million troops", 5_000_000, 7_000_000, False, "the scale counts for both"),
    ("100 or more troops", 100, None, False, "a bound behind"),
    ("at least about 20 troops", 18, None, True, "two bounds"),
    ("2,030 troops", 2_030, 2_030, False, "an exact figure"),
    ("over a 1,000 troops", 1_000, None, False, "an article between bound and number"),
]


@pytest.mark.parametrize(("text", "low", "high", "approximate", "why"), INTERVALS)
def test_interval(text: str, low: float | None, high: float | None, approximate: bool, why: str) -> None:
    (found,) = figures(text)
    assert (found.minimum, found.maximum, found.approximate) == (low, high, approximate), why
    assert (found.unit, found.counted, found.text) == ("person", "troops", text), why


MEASURED = [
    ("a week or two", (1, 2), "one or two of a unit"),
    ("for as long as 18 weeks", (None, 18), "an open lower end"),
]


@pytest.mark.parametrize(("text", "ends", "why"), MEASURED)
def test_intervals_of_a_measure(text: str, ends: tuple[float | None, float], why: str) -> None:
    (found,) = figures(text)
    assert ((found.minimum, found.maximum), found.unit) == (ends, "week"), why


UNITS = [
    ("$3.2 million", 3_200_000, "USD", "a mark before"),
    ("€1.2bn", 1_200_000_000, "EUR", "a suffix"),
    ("half a million dollars", 500_000, "USD", "a word behind"),
    ("12 cents", 0.12, "USD", "hundredths"),
    ("Rs 5 crore", 50_000_000, "INR", "letters before"),
    ("$2 a share", 2, "USD / share", "a rate"),
    ("5 percent", 5, "percent", "a share"),
    ("two percentage points", 2, "percentage point", "no share"),
    ("60 miles an hour", 60, "mile / hour", "a rate of a measure"),
    ("40 km", 40, "kilometer", "a symbol"),
    ("20 °C", 20, "degree_Celsius", "degrees"),
    ("361 million pounds", 361_000_000, "GBP", "nobody weighs in millions"),
    ("10 pounds", 10, "pound", "without a mark in the text a weight"),
    ("one in five", 0.2, "fraction", "a ratio"),
    ("one tram in five was running", 0.2, "fraction", "a ratio around its thing"),
    ("two thirds", 2 / 3, "fraction", "a part"),
    ("third", 3, "ordinal", "a rank is kept apart"),
    ("aged 7", 7, "year", "an age"),
    ("a 49-year-old", 49, "year", "an age with hyphens"),
    ("six-month-old", 6, "month", "an age in months"),
    ("$US269 million", 269_000_000, "USD", "the country behind the mark"),
    ("20 pc", 20, "percent", "British short"),
    ("30 MEUR", 30_000_000, "EUR", "by the million, as companies report"),
    ("24m2", 24, "meter ** 2", "a power is no million"),
]


@pytest.mark.parametrize(("text", "value", "unit", "why"), UNITS)
def test_unit(text: str, value: float, unit: str, why: str) -> None:
    (found,) = figures(text)
    assert found.minimum == found.maximum == pytest.approx(value), why
    assert found.unit == unit, why


def test_an_age_behind_one_person_is_no_count_of_those_who_were_arrested() -> None:
    found = figures("A man of 34 and a woman of 29 were arrested.")
    assert [(one.unit, one.minimum) for one in found if one.minimum != 1] == [("year", 34), ("year", 29)]


def test_a_letter_for_pence_counts_in_a_text_that_shows_pounds() -> None:
    assert [(one.unit, one.minimum) for one in figures("They pay 412p, in all £40.")] == [("GBP", 4.12), ("GBP", 40)]
    assert all(one.unit != "GBP" for one in figures("A film in 720p."))


PEOPLE = [
    ("9 killed and 12 injured", [(9, "killed"), (12, "injured")], "participles count people"),
    ("The blast left 3 dead.", [(3, "dead")], "so do adjectives"),
    ("Nine were badly hurt.", [(9, "badly hurt")], "behind an auxiliary"),
    ("The death toll rose to 164.", [(164, "death toll")], "a toll"),
    ("A raid killing 12", [(12, "killing")], "the object of a verb"),
    ("It claimed 14 lives.", [(14, "lives")], "lives are people"),
    ("12 other people", [(12, "other people")], "with a modifier"),
    ("164 people dead", [(164, "people dead")], "the state behind the noun"),
    ("No one was injured.", [(0, "injured")], "nobody is none"),
    ("There were no casualties.", [(0, "casualties")], "nor are no casualties"),
    ("Two men and a woman were shot.", [(2, "men"), (1, "woman")], "one person, where something befell her"),
    ("Three of them were killed.", [(3, "them")], "a pronoun, by what befell it"),
    ("Four thousand had come.", [(4_000, "come")], "what only people do"),
    ("41 men and women are dead.", [(41, "men and women")], "people that are counted together"),
    ("186 men, women and children were hurt.", [(186, "men, women and children")], "and more of them"),
    ("The 9 sailors, soldiers, and guards fled.", [(9, "sailors, soldiers, and guards")], "with the last comma"),
    ("Two men and a boy were shot.", [(2, "men"), (1, "boy")], "an article begins a count of its own"),
    ("Nine people, officers said, fled.", [(9, "people")], "people are not joined with who says so"),
    ("Forty people lost their lives.", [(40, "people")], "the verb is no state"),
    ("It cost 41 lives.", [(41, "lives")], "lives are people"),
    ("It killed 3 guards and injured another 15.", [(3, "guards"), (15, "injured")], "with a word between"),
    ("The mortuaries hold 41.", [(41, "mortuaries")], "as a toll does"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), PEOPLE)
def test_people(text: str, wanted: list[tuple[float, str]], why: str) -> None:
    found = figures(text)
    assert [(each.minimum, each.counted) for each in found] == wanted, why
    assert {each.unit for each in found} == {"person"}, why


AMOUNTS_LIKE_YEARS = [
    ("Sheep in excess of 2000 came.", 2_000, "a comparator makes an amount"),
    ("More than 2000 were sent home.", 2_000, "with a verb behind"),
    ("It took over 1900 people.", 1_900, "a bound and people"),
    ("About 2000 soldiers came.", 1_800, "about counts where something countable follows"),
    ("They sent 2000 soldiers.", 2_000, "without a bound, by what is counted"),
    ("They found 1950 ballots.", 1_950, "near years too"),
    ("a crowd of 2000 people", 2_000, "people behind of"),
    ("At least 1999.", 1_999, "the end of the sentence behind a sure comparator"),
]


@pytest.mark.parametrize(("text", "low", "why"), AMOUNTS_LIKE_YEARS)
def test_amounts_that_look_like_years(text: str, low: float, why: str) -> None:
    assert [each.minimum for each in figures(text)] == [low], why


LEFT_ALONE = [
    ("In 2000 soldiers came back.", "a preposition of time before the year"),
    ("since 1950 people left", "another one"),
    ("by 2000 the village had a school", "a deadline"),
    ("until 1999", "an end"),
    ("in May 2000 people left", "a month before the year"),
    ("of 2005", "a genitive"),
    ("sales rose over 1988", "a comparison with a year"),
    ("the 2004 elections", "an event of a year"),
    ("in 2011", "a year"),
    ("the 2011 attacks", "a year before a noun"),
    ("on May 5, 2020 at 9:30 p.m.", "a date and a time of day"),
    ("two days ago", "a date"),
    ("Flight 370", "a flight"),
    ("Article 5", "an article"),
    ("Call 555-0123.", "a telephone number"),
    ("an F-16 and an A320", "names with numbers"),
    ("at 345 Elm Street", "an address"),
    ("version 1.2.3", "a version"),
    ("in the 1990s", "a decade"),
    ("one another", "a pronoun"),
    ("192.168.1.2", "an address of a machine"),
    ("a .243 rifle", "a calibre"),
    ("Lemm[901], of", "a footnote"),
]


@pytest.mark.parametrize(("text", "why"), LEFT_ALONE)
def test_numbers_that_count_nothing(text: str, why: str) -> None:
    assert figures(text) == [], why


CHANGES = [
    ("rose by 12 to 176", [(12, "up"), (176, None)], "a change and a level"),
    ("fell 5 percent to $3", [(5, "down"), (3, None)], "without by"),
    ("a 5 percent increase", [(5, "up")], "a word behind"),
    ("rose from 5 to 7 percent", [(5, None), (7, None)], "two levels that share a unit"),
    ("raised its bid for the mill from 38 to 41 florins", [(38, None), (41, None)], "the object stands between"),
    ("A trip takes from 40 to 65 minutes", [(40, None)], "no change, one range"),
    ("killed 12", [(12, None)], "no change"),
    ("fell $3 to $12", [(3, "down"), (12, None)], "a change with its unit, and the level"),
    ("rose 6 million pounds to 8 million", [(6_000_000, "up"), (8_000_000, None)], "the unit counts for both"),
    ("rose 5 to 7 percent", [(5, "up")], "one unit behind both: a range"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), CHANGES)
def test_change(text: str, wanted: list[tuple[float, str | None]], why: str) -> None:
    found = [(each.minimum, each.change.value if each.change else None) for each in figures(text)]
    assert found == wanted, why


SCORES = [
    ("They won 2-1.", [(2, "score", None), (1, "score", None)], "a score"),
    ("It passed by 61 votes to 58.", [(61, None, "votes"), (58, None, "votes")], "both sides are votes"),
    ("It lost 58 votes to 61.", [(58, None, "votes"), (61, None, "votes")], "the smaller side first"),
    ("It failed, 61 against 58.", [(61, "score", None), (58, "score", None)], "a vote by its outcome"),
    ("Support fell 9 to 5 in the vote.", [(9, None, None), (5, None, None)], "behind a word of change"),
    ("By a vote of 61 to 58 it closed.", [(61, None, "vote"), (58, None, "vote")], "the word stands before"),
    ("The Owls won 88 points to 71.", [(88, None, "points"), (71, None, "points")], "a game"),
    ("He lost 20 to 15 pounds.", [(20, None, None), (15, "pound", None)], "a noun of their own"),
    ("A ratio of 3 to 1 won.", [(3, None, None), (1, None, None)], "a ratio"),
    ("About 5 to 6 voters won.", [(4, "person", "voters")], "a range"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), SCORES)
def test_score(text: str, wanted: list[tuple[float, str | None, str | None]], why: str) -> None:
    assert [(each.minimum, each.unit, each.counted) for each in figures(text)] == wanted, why


MARKS = [
    ("Nkr45m", 45_000_000, "NOK", "Norwegian"),
    ("SKr2bn", 2_000_000_000, "SEK", "Swedish"),
    ("DKr 3bn", 3_000_000_000, "DKK", "Danish"),
    ("Ksh 4 million", 4_000_000, "KES", "Kenyan"),
    ("Rs 500 crore", 5_000_000_000, "INR", "a prefix with a scale of its country"),
    ("kr 300", 300, "crown", "of several countries"),
    ("2.4 billion crowns", 2_400_000_000, "crown", "of several countries"),
    ("60 kroner", 60, "crown", "the same word in another form"),
    ("60 Danish kroner", 60, "DKK", "the word says the country"),
    ("400 crowns a day", 400, "crown / day", "a rate"),
    ("400 crowns annually", 400, "crown / year", "a rate in one word"),
    ("300 pesos", 300, "peso", "of several countries"),
    ("300 Chilean pesos", 300, "CLP", "the word says the country"),
    ("40 dinars", 40, "dinar", "of several countries"),
    ("9 liras", 9, "lira", "of several countries"),
    ("9 dollars", 9, "USD", "what a bare dollar means"),
]


@pytest.mark.parametrize(("text", "value", "unit", "why"), MARKS)
def test_money_of_a_country(text: str, value: float, unit: str, why: str) -> None:
    (found,) = figures(f"It cost {text}.")
    assert (found.minimum, found.unit, found.text) == (value, unit, text), why


def test_crowns_that_are_worn_are_no_money() -> None:
    (found,) = figures("Both wore two crowns.")
    assert (found.unit, found.counted) == (None, "crowns")


def test_kronen_without_a_country() -> None:
    (found,) = figures("Es fehlen 2,4 Milliarden Kronen.", "de")
    assert (found.minimum, found.unit) == (2_400_000_000, "crown")


JOINED = [
    ("four years and six months", [(4.5, "year")], "the smaller unit adds its part"),
    ("two hours and 30 minutes", [(2.5, "hour")], "digits"),
    ("3 minutes 15 seconds", [(3.25, "minute")], "no word between"),
    ("6 feet 3 inches", [(6.25, "foot")], "a height"),
    ("five pounds, four ounces", [(5.25, "pound")], "a comma where a weight has one"),
    ("two years, six months after that", [(2, "year"), (6, "month")], "a comma parts lengths of time"),
    ("two years and 14 months", [(2, "year"), (14, "month")], "more than one of the larger unit"),
    ("three dogs and six cats", [(3, None), (6, None)], "a list"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), JOINED)
def test_units_in_two_steps(text: str, wanted: list[tuple[float, str | None]], why: str) -> None:
    assert [(each.minimum, each.unit) for each in figures(text)] == wanted, why


def test_counted_thing_comes_from_the_tree(parsed: Callable[..., Reading]) -> None:
    reading = parsed(
        """
        Some some DET 3 advmod
        20 20 NUM 5 nummod
        heavily heavily ADV 4 advmod
        armed armed ADJ 5 amod
        members member NOUN 9 nsubj
        of of ADP 8 case
        the the DET 8 det
        council council NOUN 5 nmod
        left leave VERB 0 root
        """
    )
    (found,) = find_quantities(Tree(reading))
    assert found.quantity.counted == "heavily armed members of the council"
    assert (found.quantity.minimum, found.quantity.maximum) == (18, 22)
    assert found.span.of(reading.text) == found.quantity.text


@pytest.mark.parametrize(
    "text", ["A fire broke out.\n\nDozen hurt at the fair", "Fair closed\nHundred flee", "a\nhundred"]
)
def test_a_bare_scale_may_open_a_line(text: str) -> None:
    for mention in find_quantities(Tree(Reading(text, parsed=False))):
        assert mention.span.of(text) == mention.quantity.text
        assert mention.quantity.minimum in {12, 100}


GERMAN = [
    ("mehr als 2.000 Menschen", (2_000, None), "person", "Menschen", "points between thousands"),
    ("rund 40.000 Zivilisten", (36_000, 44_000), "person", "Zivilisten", "about"),
    ("zweihundert Soldaten", (200, 200), "person", "Soldaten", "one word"),
    ("2,5 Mio. Euro", (2_500_000, 2_500_000), "EUR", None, "a shortened scale"),
    ("anderthalb Millionen Euro", (1_500_000, 1_500_000), "EUR", None, "a half in one word"),
    ("Dutzende Demonstranten", (24, 99), "person", "Demonstranten", "vague"),
    ("9 Tote", (9, 9), "person", "Tote", "the dead"),
    ("mehr als 2000 Menschen", (2_000, None), "person", "Menschen", "no year"),
    ("12 Männer und Frauen", (12, 12), "person", "Männer und Frauen", "counted together"),
]


@pytest.mark.parametrize(("text", "ends", "unit", "counted", "why"), GERMAN)
def test_german(text: str, ends: tuple[float, float | None], unit: str, counted: str | None, why: str) -> None:
    (found,) = figures(text, "de")
    assert ((found.minimum, found.maximum), found.unit, found.counted) == (ends, unit, counted), why


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "5",
                "of",
                "the",
                "dozen",
                "killed",
                "people",
                "$",
                "%",
                "-",
                ",",
                ".",
                "2,000",
                "two",
                "half",
                "about",
                "from",
                "to",
                "\n",
                "½",
                "9:30",
            ]
        )
    )
)
def test_every_span_quotes_its_text(words: list[str]) -> None:
    text = " ".join(words)
    mentions = find_quantities(Tree(Reading(text, parsed=False)))
    assert [mention.span.start for mention in mentions] == sorted(mention.span.start for mention in mentions)
    for mention in mentions:
        assert mention.span.of(text) == mention.quantity.text
        counted = mention.quantity.counted
        assert counted is None or counted in mention.quantity.text


def test_a_language_without_word_lists_has_no_figures() -> None:
    assert figures("2,000 troops", "xx") == []


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    find_quantities(Tree(Reading(text, parsed=False)))


@pytest.mark.parametrize(
    "unit", ["9", "9 ", "1,", "5-", "at least about ", "from 5 to ", "killed 12 ", '"', "twenty and "]
)
def test_hostile_text_does_not_crash(unit: str) -> None:
    find_quantities(Tree(Reading(unit * 1_000, parsed=False)))


PLAIN = [
    ("They had 20 or 100 of them.", [20, 100], "far apart, no range"),
    ("It grew 7 percent to 25.1 million.", [7, 25_100_000], "a percentage gives a count no unit"),
    ("It cost 3 dollars and 50 cents.", [3.5], "dollars with their cents"),
    ("A 6-foot-3 goalkeeper", [6.25], "feet with their inches"),
    ("a margin of plus or minus 3 points", [3], "either sign is none"),
    ("It took more than an hour.", [1], "the one of an article behind a bound"),
    ("It took half an hour.", [0.5], "a part of a unit"),
    ("They spoke about two bridges.", [2], "a verb takes about"),
    ("They told you about two bridges.", [2], "and whoever is told may stand between"),
    ("All came under one minister.", [1], "a preposition of place is no bound"),
    ("The number of dead has gone up to 31.", [31], "a verb takes up"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), PLAIN)
def test_values(text: str, wanted: list[float], why: str) -> None:
    assert [each.minimum for each in figures(text)] == pytest.approx(wanted), why


NO_FIGURES = [
    ("He is in his early 60s.", "a decade of life"),
    ("in the early 20's", "the same with an apostrophe"),
    ("1) the roof and 2) the wall", "items of a list"),
    ("4. The roof came off.", "an item of a list at the start of a line"),
    ("Call 1-888 now.", "a telephone number"),
    ("She gave 555-0134 as her number.", "a telephone number without its area"),
    ("a 911 call", "the number that one calls for help"),
    ("Fortune 500 firms", "an index of names"),
    ("one of the best songs", "one of many, to whom nothing happened"),
]


@pytest.mark.parametrize(("text", "why"), NO_FIGURES)
def test_no_figure(text: str, why: str) -> None:
    assert figures(text) == [], why


UNITS_IN_CONTEXT = [
    ("A $5 million reward", ["USD"], "an article is no Australia"),
    ("They took 12 and 5 won.", [None, None], "a verb is no Korean money"),
    ("5,000 won", ["KRW"], "money, where it is enough of it"),
    ('The "thousands" of votes', [None], "a quotation mark is no inch"),
    ("voters under 30", ["year"], "an age that parts people"),
    ("those 45 and over", ["year"], "the same behind the figure"),
    ("At 52, Ada Brandt retired.", ["year"], "an age at the start"),
    ("The man, 28, left.", ["year"], "an age behind a person"),
    ("However, Brandt, 37, left.", ["year"], "an age behind a surname"),
    ("more than $53-per-barrel", ["USD / oil_barrel"], "a rate with hyphens"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), UNITS_IN_CONTEXT)
def test_unit_in_context(text: str, wanted: list[str | None], why: str) -> None:
    assert [each.unit for each in figures(text)] == wanted, why


IN_NAMES = [
    ("They met at a Harbor 6 motel in Dorn.", "Harbor 6", "a name that ends in digits"),
    ("The Nine Arrows Leasing company grew.", "Nine Arrows Leasing", "a name that begins with a number"),
]


@pytest.mark.parametrize(("text", "name", "why"), IN_NAMES)
def test_numbers_in_names_count_nothing(text: str, name: str, why: str) -> None:
    start = text.index(name)
    mention = Mention(Span(start, start + len(name)), name, EntityType.ORGANIZATION)
    assert find_quantities(Tree(Reading(text, names=(mention,), parsed=False))) == (), why


def test_the_number_of_things_is_counted(pipeline: Pipeline) -> None:
    (reading,) = pipeline.read(["The number of jailed union leaders is said to be less than a dozen."])
    (found,) = find_quantities(Tree(reading))
    assert (found.quantity.maximum, found.quantity.counted) == (12, "jailed union leaders"), "counted ahead of the verb"


def test_a_hyphen_counts_its_own_noun(pipeline: Pipeline) -> None:
    (reading,) = pipeline.read(["They left the 22-story office tower."])
    assert [each.quantity.counted for each in find_quantities(Tree(reading))] == ["story"], "no 22 houses"


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        ("The quake had a magnitude of 6.4, said the institute.", 6.4, "the word ahead"),
        ("An aftershock of magnitude 4.8 followed.", 4.8, "right ahead"),
        ("The institute put the magnitude at 5.4.", 5.4, "put at"),
        ("A 5.9 magnitude quake shook the island.", 5.9, "behind"),
        ("A 6.1-magnitude quake shook the island.", 6.1, "behind a hyphen"),
        ("It measured 6.1 on the Richter scale.", 6.1, "the scale by its name"),
    ],
)
def test_magnitudes(text: str, value: float, why: str) -> None:
    (found,) = figures(text)
    assert (found.unit, found.minimum, found.maximum) == ("magnitude", value, value), why


def test_a_magnitude_in_german() -> None:
    (found,) = figures("Ein Beben der Stärke 6,4 hat das Tal erschüttert.", "de")
    assert (found.unit, found.minimum) == ("magnitude", 6.4)


@pytest.mark.parametrize(
    ("text", "unit", "why"),
    [
        ("hundreds have lost everything", None, "what they did"),
        ("hundreds had been lost", "person", "what befell them"),
        ("hundreds have died", "person", "what befell them, in the active voice"),
    ],
)
def test_a_state_is_no_deed(text: str, unit: str | None, why: str) -> None:
    (found,) = figures(text)
    assert found.unit == unit, why


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The number of arrests has now approached 10,000.", (9000, 10000)),
        ("The death toll has topped 90.", (90, None)),
        ("Police have approached two men.", (2, 2)),  # no number's verb
    ],
)
def test_the_verb_of_a_number_bounds_it(pipeline: Pipeline, text: str, bounds: tuple[float, float | None]) -> None:
    (found,) = find_quantities(Tree(next(iter(pipeline.read([text])))))
    assert (found.quantity.minimum, found.quantity.maximum) == bounds
