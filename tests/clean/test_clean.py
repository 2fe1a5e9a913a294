"""Pages to articles, end to end, on invented pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.clean import clean
from twosource.model.article import Article, CreditKind, PublishedFrom
from twosource.model.moment import Moment
from twosource.model.page import Given, Page, PageKind, Quarantined
from twosource.model.span import Span
from twosource.read import read

BODY = (
    "The old ferry Marisol sank off Arvin on Monday night with 31 people on board, the harbour office said.",
    "Two trawlers picked up all but one of them within an hour, and the search for a cook went on at dawn.",
    "“We heard a bang, and then the lights went out,” said Ida Holt, a teacher who had been asleep below deck.",
    "The operator, Blue Line, had been told twice to mend the pumps, according to papers that the office showed.",
    "Fishermen said that the sea had been calm. A minister is expected to visit the town on Wednesday.",
)


def article(text: str, kind: PageKind = PageKind.TEXT, **said: str) -> Article:
    (result,) = clean([Page("x", kind, text, given=Given(**said))])
    assert isinstance(result, Article)
    return result


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


@pytest.mark.parametrize(
    ("above", "between", "below", "why"),
    [
        ("Ferry sinks off Arvin", "Read also: Council buys new buses", "Tags: ferry, Arvin", "single lines"),
        (
            "Ferry sinks off Arvin\n\nShare\nTweet\nPrint",
            "Advertisement",
            "© 2019 The Arvin Herald. All rights reserved.",
            "buttons",
        ),
        (
            "Ferry sinks off Arvin",
            "Open the box\nClose the box",
            "Related stories\nNew buses\nOld trams\nLate trains",
            "a list",
        ),
        (
            "Ferry sinks off Arvin",
            BODY[0],
            "About Ann Lee\n\nLoves boats. Hates rain. Bakes on Sundays with her two cats.",
            "a pull quote, a biography",
        ),
        (
            "Ferry sinks off Arvin",
            "Smoke over the pier. Photo: Mara Lind / AFP",
            "Leave a Reply\nYour email address will not be published.\nName *\nEmail *",
            "a caption, a form",
        ),
        (
            "Ferry sinks off Arvin",
            "See also: Trams late again",
            "Check Also\n\nCouncil buys buses\n\nThe council decided on Monday to buy nine…",
            "a teaser that breaks off",
        ),
        (
            "Home > World > Arvin\n\nFerry sinks off Arvin",
            "Sign up for our newsletter",
            "Source: AFP",
            "steps, a call, a source",
        ),
        (
            "Ferry sinks off Arvin\n\nSend to a colleague\n\nMira Toll, coast correspondent",
            "From our archive\n\nOld ferry sold to a museum\n\nPier closed for repairs",
            "Send to a colleague",
            "a button shown twice, a byline with a desk, a shelf of other stories",
        ),
    ],
)
def test_furniture_goes_and_every_sentence_stays(above: str, between: str, below: str, why: str) -> None:
    cleaned = article(page(above, *BODY[:3], between, *BODY[3:], below))
    assert cleaned.text == "\n\n".join(BODY), why
    assert cleaned.title == "Ferry sinks off Arvin", why
    assert all(dropped.reason and dropped.text for dropped in cleaned.dropped), why


def test_keywords_are_cut_and_sentences_stay() -> None:
    glued = [
        f"Ferry accident: {BODY[0]}",
        BODY[1],
        f"{BODY[2]} Said so. Ferry accident",
        f"Ferry accident: {BODY[3]}",
        BODY[4],
    ]
    cleaned = article(page("Ferry accident", "Ferry sinks off Arvin at night", *glued))
    assert "Ferry accident" not in cleaned.text
    assert all(sentence in cleaned.text for sentence in BODY)


def test_speakers_of_an_interview_stay() -> None:
    talk = ["Holt: It was dark and I could not see my hands.", "Lee: What did you do then, below deck?"] * 1
    more = ["Holt: I followed the others up the stairs.", "Lee: And the crew, where was the crew by then?"]
    cleaned = article(page("A night on the Marisol, told by a teacher", *talk, *more))
    assert all(sentence in cleaned.text for sentence in (*talk, *more))


def test_broken_lines_are_joined() -> None:
    text = (
        "Ferry sinks off Arvin\n\n"
        + "The old ferry sank on Monday. The\n\nsearch for a cook went on at dawn, and fish-\nermen helped.\n\n"
        + page(*BODY)
    )
    assert "The search for a cook went on at dawn, and fishermen helped." in article(text).text


def test_wrapped_text_becomes_paragraphs() -> None:
    import textwrap

    wrapped = page(
        "Ferry sinks off Arvin", *(textwrap.fill(paragraph, 60, break_on_hyphens=False) for paragraph in BODY)
    )
    assert article(wrapped).text == "\n\n".join(BODY)


def test_metadata_of_the_text() -> None:
    head = page(
        "The Arvin Herald", "Ferry sinks off Arvin at night", "By Ann Lee, AFP", "Tuesday, March 5, 2019, 7:05 p.m."
    )
    cleaned = article(page(head, "ARVIN, Vardovia (AP) — " + BODY[0], *BODY[1:], "© 2019 The Arvin Herald"))
    assert (cleaned.outlet, cleaned.byline) == ("The Arvin Herald", "Ann Lee")
    assert (cleaned.published, cleaned.published_from) == (Moment("2019-03-05T19:05"), PublishedFrom.TEXT)
    assert [(one.agency, one.kind) for one in cleaned.credits] == [
        ("AFP", CreditKind.BYLINE),
        ("AP", CreditKind.DATELINE),
    ]
    assert cleaned.text == "\n\n".join(BODY)


def test_an_original_address_names_the_outlet_and_the_day() -> None:
    cleaned = article(
        page("Ferry sinks off Arvin", *BODY, "Original url:\n\nhttps://www.ft.com/2019/03/05/fer ry-sinks")
    )
    assert (cleaned.outlet, str(cleaned.published), cleaned.published_from) == (
        "Financial Times",
        "2019-03-05",
        PublishedFrom.TEXT,
    )


def test_the_containers_word_comes_first() -> None:
    cleaned = article(
        page(*BODY), title="Ferry sinks | News", byline="Reuters", outlet="www.ft.com", published="2019-03-05T08:00:00Z"
    )
    assert (cleaned.title, cleaned.byline, cleaned.outlet) == ("Ferry sinks", "Reuters", "Financial Times")
    assert (str(cleaned.published), cleaned.published_from) == ("2019-03-05T08:00:00+00:00", PublishedFrom.METADATA)
    assert cleaned.credits[0].kind is CreditKind.BYLINE


def test_undated_pages_take_the_date_that_was_given_for_them() -> None:
    day = Moment("2019-03-05")
    undated, dated = clean(
        [Page("a", PageKind.TEXT, page(*BODY)), Page("b", PageKind.TEXT, page("March 7, 2019", *BODY))], published=day
    )
    assert isinstance(undated, Article)
    assert isinstance(dated, Article)
    assert (undated.published, str(dated.published)) == (day, "2019-03-07")
    assert article(page(*BODY)).published is None, "no clock, no file date"


def test_lines_that_an_outlet_repeats_are_furniture_but_versions_are_not() -> None:
    frame = "The Herald is printed on paper from our own forest."
    own = [[f"{sentence} Number {number}." for sentence in BODY] for number in range(3)]
    pages = [
        Page(str(number), PageKind.TEXT, page(*own[number], frame), given=Given(outlet="Herald")) for number in range(3)
    ]
    for cleaned in clean(pages):
        assert isinstance(cleaned, Article)
        assert frame not in cleaned.text
    versions = [
        Page(str(number), PageKind.TEXT, page(*BODY, f"Update {number} came in at noon."), given=Given(outlet="Herald"))
        for number in range(3)
    ]
    for cleaned in clean(versions):
        assert isinstance(cleaned, Article)
        assert BODY[2] in cleaned.text


def test_nothing_but_furniture_is_quarantined() -> None:
    (result,) = clean([Page("x", PageKind.TEXT, "Sign up for our newsletter\nShare\nTweet", path="a.txt")])
    assert isinstance(result, Quarantined)
    assert "furniture" in result.reason


def test_languages() -> None:
    german = "Die alte Fähre sank in der Nacht vor Arvin. Das teilte das Hafenamt mit, und die Suche ging weiter. " * 3
    assert article(german).language == "de"
    assert article(page(*BODY), language="de-DE").language == "en", "a long text outweighs a declaration"
    assert article("Kurz.", language="de").language == "de"


HTML = """<html lang="en"><head><title>Ferry sinks | The Arvin Herald</title>
<meta property="og:site_name" content="The Arvin Herald"><link rel="canonical" href="https://arvin.example/ferry">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry sinks", "author": {{"name": "Ann Lee"}},
"datePublished": "2019-03-05T18:30:00+03:00", "dateModified": "2019-03-06T08:00:00+03:00"}}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Ferry sinks</h1>
<figure><img src="a.jpg"><figcaption>The pier. Photo: Tarn Photos</figcaption></figure>{body}</article>
<aside class="related"><h2>More</h2><p>Council buys nine new buses for the western line after long debate</p></aside>
<footer>© 2019 The Arvin Herald</footer></body></html>"""


def test_html() -> None:
    source = HTML.format(body="".join(f"<p>{sentence}</p>" for sentence in BODY))
    cleaned = article(source, PageKind.HTML)
    assert cleaned.text == "\n\n".join(BODY)
    assert (cleaned.title, cleaned.byline, cleaned.outlet) == ("Ferry sinks", "Ann Lee", "The Arvin Herald")
    assert (str(cleaned.published), str(cleaned.modified)) == ("2019-03-05T18:30:00+03:00", "2019-03-06T08:00:00+03:00")
    assert cleaned.url == "https://arvin.example/ferry"
    assert [(one.agency, one.kind) for one in cleaned.credits] == [("Tarn Photos", CreditKind.PICTURE)]
    reasons = {dropped.reason for dropped in cleaned.dropped}
    assert {"navigation", "caption", "teaser"} <= reasons
    assert cleaned.origin is None, "extraction gives no offsets"


def test_html_keeps_a_standfirst_in_a_heading() -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in BODY)
    source = HTML.format(body=f"<h2>Harbour office speaks of pumps that nobody mended</h2><h3>Updated</h3>{body}")
    assert article(source, PageKind.HTML).text == "\n\n".join(
        ("Harbour office speaks of pumps that nobody mended", *BODY)
    )


@pytest.mark.parametrize(
    ("window", "line", "outlet", "published"),
    [
        ("Ferry sinks: The Drum", "THE DRUM - Tuesday 5 March 2019 - 1.20 crowns", "The Drum", "2019-03-05"),
        ("Ferry sinks | World | The Drum", "Tuesday 5 March 2019", "The Drum", None),  # perhaps the day of reading
        ("Ferry sinks | World", "World, 5 March 2019", None, None),  # a section
        ("Ferry sinks off Arvin", "Arvin, 5 March 2019", None, None),  # a longer headline
    ],
)
def test_outlet_behind_the_headline(window: str, line: str, outlet: str | None, published: str | None) -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in BODY)
    source = (
        f"<html><head><title>{window}</title></head><body><div>{line}</div><h1>Ferry sinks</h1>{body}</body></html>"
    )
    cleaned = article(source, PageKind.HTML)
    assert cleaned.outlet == outlet
    assert (str(cleaned.published) if cleaned.published else None) == published


def test_markdown_and_front_matter() -> None:
    text = (
        "---\ntitle: Ferry sinks\nauthor: Ann Lee\ndate: 2019-03-05\nsource: The Arvin Herald\n---\n\n# Ferry sinks\n\n"
    )
    cleaned = article(
        text + f"*{BODY[0]}*\n\n" + page(*BODY[1:]) + "\n\n[More](https://a.example) | [Mail](https://a.example/m)\n"
    )
    assert cleaned.text == "\n\n".join(BODY)
    assert (cleaned.title, cleaned.byline, cleaned.outlet) == ("Ferry sinks", "Ann Lee", "The Arvin Herald")
    assert (str(cleaned.published), cleaned.published_from) == ("2019-03-05", PublishedFrom.METADATA)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *BODY,
                "Share",
                "Read more: Buses",
                "Photo: AFP",
                "By Ann Lee",
                "• A point made.",
                "The\u00a0sea was calm.\u200b",
                "Ferry: " + BODY[1],
                "x-\ny",
            ]
        ),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(["\n", "\n\n", "\n \n\n"]),
)
def test_every_word_leads_back_to_the_page(blocks: list[str], separator: str) -> None:
    text = separator.join(blocks)
    (result,) = clean([Page("x", PageKind.TEXT, text)])
    if isinstance(result, Quarantined):
        return
    assert result.origin is not None
    assert (result.origin.raw_length, result.origin.clean_length) == (len(text), len(result.text))
    for kept in result.origin.kept:
        assert text[kept.raw : kept.raw + kept.length] == result.text[kept.clean : kept.clean + kept.length]
    at = 0
    for word in result.text.split():
        at = result.text.index(word, at)
        raw = result.origin.to_raw(Span(at, at + len(word))).of(text)
        assert word == raw or word[0] in raw
        at += len(word)


def test_a_page_that_carries_its_data_along_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    path.write_text(f"<html><body><article>{paragraphs}</article><script>{'0,' * 1_250_000}</script></body></html>")
    (found,) = read([str(path)])
    assert isinstance(found, Page)
    (cleaned,) = clean([found])
    assert isinstance(cleaned, Article)
    assert all(paragraph in cleaned.text for paragraph in BODY)


def test_a_sentence_that_markup_broke_stays() -> None:
    broken = [
        "The singer Ida Holt, who won the Arvin prize, has taken",
        "to her page on the net to share some photos of it.",
    ]
    assert "to her page on the net to share some photos of it." in article(page(*BODY[:3], *broken, *BODY[3:])).text


def test_scripts_without_blanks_keep_their_sentences() -> None:
    sentences = [
        "渡し船マリソルは月曜の夜、アルヴィンの沖で沈んだ。",
        "港湾局によると、三十一人が乗っていた。",
        "捜索は夜明けまで続いた。",
    ]
    assert article(page("渡し船が沈む", *sentences)).text.split() == sentences


def test_a_press_release_begins_with_its_headline() -> None:
    above = "FOR IMMEDIATE RELEASE\n\nContact: Jonas Peller\nPhone: +47 555 0199"
    found = article(page(above, "Port of Arvin names new head", *BODY, "###"))
    assert (found.title, found.text) == ("Port of Arvin names new head", page(*BODY))


def test_columns_of_a_printed_page_are_one_text() -> None:
    column = "They met on Mon-\nday near the old swim-\nming pool, and all\n\n- 3 -\n\nof Arvin signed a petition."
    expected = "They met on Monday near the old swimming pool, and all of Arvin signed a petition."
    assert article(page("Ferry sinks off Arvin", column)).text == expected


def test_a_stage_direction_is_no_credit() -> None:
    text = page("HOST: How many were saved?", "MINISTER HOLT: Thirty, this morning. (APPLAUSE)", *BODY)
    found = article(text)
    assert "Thirty, this morning. (APPLAUSE)" in found.text
    assert found.credits == ()


def test_counted_comments_end_the_article() -> None:
    comments = "Comments (3)\n\nboatlover77 2 hours ago\nThis is a disgrace!\nReply"
    assert article(page("Ferry sinks off Arvin", *BODY, comments)).text == page(*BODY)


def test_a_consent_dialog_names_its_partners() -> None:
    body = ("In Arvin ist am Dienstag eine Fähre gesunken.", "Die Feuerwehr rettete dreißig Menschen aus dem Wasser.")
    dialog = "Wir und unsere 124 Partner verwenden Cookies, um Inhalte zu personalisieren."
    assert article(page(dialog, "Fähre gesunken", *body), language="de").text == page(*body)


def test_a_paragraph_keeps_its_sentences_before_a_credit() -> None:
    told = "Some 2,300 homes lost their heating and four schools closed when the main pipe from Varde burst in January"
    cleaned = article(page(BODY[0], f"{told}. Photo: Tarn Photos", "The quay at dawn. Photo: Mara Lind", *BODY[1:]))
    assert f"{told}.\n\n{BODY[1]}" in cleaned.text
    assert [(one.text, one.reason) for one in cleaned.dropped] == [
        ("Photo: Tarn Photos", "credit"),
        ("The quay at dawn. Photo: Mara Lind", "caption"),
    ]


def test_what_the_writers_do_on_a_day_is_no_advert() -> None:
    news = "On Thursday we hand our petition to the harbour office. Be there: 4 p.m., Pier Street."
    cleaned = article(page("Save the ferry", *BODY, news, "Donate now: account 11-204. Every penny counts."))
    assert cleaned.text.endswith(news)
    assert [one.reason for one in cleaned.dropped] == ["title", "advert"]


def test_times_of_a_live_ticker_stay() -> None:
    cleaned = article(page("Live: ferry off Arvin", BODY[0], "21:40", BODY[1], "9:15 p.m.", *BODY[2:]))
    assert cleaned.text == page(BODY[0], "21:40", BODY[1], "9:15 p.m.", *BODY[2:])


@pytest.mark.parametrize(
    ("head", "title", "outlet", "why"),
    [
        (
            "tidewatch - notes on quays and weather\n\nFerry Marisol sinks off Arvin",
            "Ferry Marisol sinks off Arvin",
            "tidewatch",
            "a motto",
        ),
        (
            "The Quay Diary\nA blog from the pier\n\nThirty aboard, one missing",
            "Thirty aboard, one missing",
            "The Quay Diary",
            "a tagline",
        ),
        (
            "Analysis - how the ferry sank\n\nWhat the office knew of it",
            "Analysis - how the ferry sank",
            None,
            "the article says words of it",
        ),
        (
            "Ferry sinks off Arvin\n\n**Harbour Brief | Friday, March 8, 2019, 16:10 CET**",
            "Ferry sinks off Arvin",
            "Harbour Brief",
            "beside the date",
        ),
    ],
)
def test_mastheads_with_mottos_are_no_titles(head: str, title: str, outlet: str | None, why: str) -> None:
    cleaned = article(page(head, *BODY))
    assert (cleaned.title, cleaned.outlet) == (title, outlet), why


GERMAN = (
    "Vor der Küste von Arvin ist am Montagabend eine Fähre mit 31 Menschen an Bord gesunken, teilte das Hafenamt mit.",
    "Zwei Fischkutter nahmen innerhalb einer Stunde alle bis auf einen von ihnen auf, ein Koch wird noch gesucht.",
    "Die Reederei war nach Angaben der Behörde zweimal aufgefordert worden, die Pumpen des Schiffes zu reparieren.",
)


@pytest.mark.parametrize(
    ("blocks", "published", "outlet", "why"),
    [
        (("Fähre gesunken", f"12.03.2019 - {GERMAN[0]}", *GERMAN[1:]), "2019-03-12", None, "before the first sentence"),
        (
            ("Moorbote, 12. März 2019", "Fähre vor Arvin gesunken", *GERMAN),
            "2019-03-12",
            "Moorbote",
            "above the headline",
        ),
        (("Fähre gesunken", *GERMAN, "Küstenkurier, 12. März 2019"), "2019-03-12", "Küstenkurier", "at the foot"),
        (("Arvin, 12. März 2019", "Fähre vor Arvin gesunken", *GERMAN), "2019-03-12", None, "a place is no outlet"),
        (("Zwei Unglücke", f"12.03.2019 - {GERMAN[0]}", f"14.05.2019 - {GERMAN[1]}"), None, None, "a chronology"),
    ],
)
def test_german_days_and_outlets(blocks: tuple[str, ...], published: str | None, outlet: str | None, why: str) -> None:
    cleaned = article(page(*blocks), language="de")
    assert (cleaned.published.iso if cleaned.published else None, cleaned.outlet) == (published, outlet), why
    if published:
        assert cleaned.text == page(*GERMAN), why


def test_a_dateline_without_a_year_is_kept_for_the_story() -> None:
    sentence = BODY[0]
    wire = page("Ferry sinks off Arvin", f"ARVIN, Vardovia, Nov 14 (Reuters) - {sentence}", *BODY[1:])
    assert (article(wire).dateline, article(wire).published) == ((11, 14), None)
    changed = article(wire, modified="2019-11-15T08:00:00Z")
    assert (changed.dateline, changed.published) == (None, Moment("2019-11-14")), "the year of the change"
    assert article(wire.replace("Nov 14", "Nov 31")).dateline is None, "no day of the calendar"


@pytest.mark.parametrize(
    ("last", "why"),
    [
        ("Photograph overleaf: the quay at night, by M. Tarn. Notices are free this week.", "a printed page's foot"),
        ("(c) Tarnpress. Reprint permitted with indication of the source.", "an agency's licence"),
        ("Were YOU on the pier? Text the Herald on 4040", "a tabloid calls its readers"),
        ("Corrections are welcome. Unsubscribe at any time.", "a newsletter's foot"),
        ("The post Pier burns appeared first on The Arvin Herald.", "the foot of an item in WordPress's feeds"),
    ],
)
def test_what_stands_at_the_foot(last: str, why: str) -> None:
    body = ("The pier at Arvin burnt on Monday night.", "Nobody was hurt, the fire brigade said on Tuesday.")
    assert article(page("Pier burns", *body, last)).text == page(*body), why


def test_a_sentence_about_a_post_stays() -> None:
    body = ("The post was taken down on Monday night.", "A video of the pier appeared first on Telegram, police said.")
    assert article(page("Pier burns", *body)).text == page(*body)


def test_a_french_page_is_read_as_one() -> None:
    body = (
        "La jetée d'Arvin a brûlé dans la nuit de lundi à mardi, et personne n'a été blessé, ont dit les pompiers.",
        "Le maire de la ville a promis mardi de la reconstruire avant la fin de l'été, avec l'aide de la région.",
    )
    cleaned = article(
        page(
            "Le Courrier du Port\nMardi 5 mars 2019",
            "La jetée brûle, le maire promet de la reconstruire",
            *body,
            "Abonnez-vous : 1 € par semaine",
        )
    )
    assert (cleaned.text, cleaned.outlet, str(cleaned.published)) == (page(*body), "Le Courrier du Port", "2019-03-05")


@pytest.mark.parametrize(
    ("above", "below", "agency", "kind", "why"),
    [
        ("ARVIN (LNX)\n\n", "", "LNX", CreditKind.DATELINE, "a dateline in a paragraph of its own"),
        ("LNX 0741 - Politics/Arvin\n\nARVIN (LNX) - ", "", "LNX", CreditKind.DATELINE, "behind a wire's slug line"),
        ("", "\n\nWith reporting by LNX", "LNX", CreditKind.IN_TEXT, "an acronym that no table knows"),
        ("", "\n\nAnn Lee and LNX contributed to this report.", "LNX", CreditKind.IN_TEXT, "before the note"),
    ],
)
def test_agencies_that_no_table_knows(above: str, below: str, agency: str, kind: CreditKind, why: str) -> None:
    cleaned = article(f"Ferry sinks off Arvin\n\n{above}{page(*BODY)}{below}")
    assert [(one.agency, one.kind) for one in cleaned.credits] == [(agency, kind)], why
    assert cleaned.text == page(*BODY)


def test_a_byline_is_no_outlet() -> None:
    cleaned = article(f"Ferry sinks off Arvin\nBy Staff Reporter, Evening Star, 12 March 2019 07:30\n\n{page(*BODY)}")
    assert (cleaned.outlet, cleaned.byline, str(cleaned.published)) == ("Evening Star", None, "2019-03-12T07:30")


def test_a_wire_in_capitals() -> None:
    body = page(*BODY).upper().replace("THE OLD FERRY", "ARVIN, MARCH 5 (LNX) - THE OLD FERRY", 1)
    cleaned = article(f"URGENT\nFERRY SINKS OFF ARVIN, 31 ABOARD - HARBOUR OFFICE\n\n{body}")
    assert cleaned.title == "FERRY SINKS OFF ARVIN, 31 ABOARD - HARBOUR OFFICE"
    assert cleaned.dateline == (3, 5)
    assert cleaned.text.startswith("THE OLD FERRY")


@pytest.mark.parametrize(("said", "reasons"), [("last Monday", ["unreadable date"]), ("2019-03-05", [])])
def test_a_date_that_cannot_be_read_is_kept_with_its_reason(said: str, reasons: list[str]) -> None:
    cleaned = article(page(*BODY), title="Ferry sinks", published=said)
    assert [one.reason for one in cleaned.dropped] == reasons
    assert [one.text for one in cleaned.dropped] == [said] * len(reasons)
