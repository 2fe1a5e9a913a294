"""Feeds: what comes out of an item, what is quarantined, and what a hostile feed cannot do."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from twosource.model.page import Given, Page, PageKind, Quarantined
from twosource.read import read

PROSE = "The ferry to Arvin left at noon. Nobody was hurt."

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="feed.xsl"?>
<!-- made by hand -->
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Arvin Herald</title><link>https://herald.example/</link><language>en-gb</language>
<atom:link href="https://herald.example/feed.xml" rel="self"/>
<lastBuildDate>Sat, 09 Mar 2019 08:00:00 GMT</lastBuildDate>
<item>
  <title>Fog &amp;amp; ferry</title><media:title>A picture</media:title>
  <atom:link href="https://herald.example/fog.xml" rel="self"/>
  <link>https://herald.example/fog</link><guid isPermaLink="false">17</guid>
  <dc:creator><![CDATA[Ann Lee]]></dc:creator><dc:creator>Bo Ray</dc:creator>
  <pubDate>Tue, 05 Mar 2019 10:00:00 GMT</pubDate>
  <description>A teaser.</description>
  <media:content url="https://herald.example/fog.jpg"/>
  <c:encoded><![CDATA[<p>{PROSE} A&nbsp;pilot &amp; a crew.</p>]]></c:encoded>
</item>
<item>
  <title>Pier&nbsp;shut</title><guid>https://herald.example/pier</guid><author>desk@herald.example (Cy Orr)</author>
  <description>Rain &amp;amp; wind &mdash; AT&T said.</description><source url="https://wire.example">Wire</source>
</item>
</channel></rss>"""

RDF = f"""<?xml version="1.0"?>
<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:d="http://purl.org/dc/elements/1.1/">
<channel r:about="https://herald.example/"><title>Herald</title><d:language>fr</d:language>
<items><r:Seq><r:li r:resource="https://herald.example/1"/></r:Seq></items></channel>
<item r:about="https://herald.example/1"><title>Fog</title><link>https://herald.example/1</link>
<description>{PROSE}</description><d:date>2019-03-05T10:00:00Z</d:date></item>
</r:RDF>"""

ATOM = f"""<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns="http://www.w3.org/1999/xhtml" xml:lang="de">
<a:title type="html">Herald &amp;amp; Post</a:title><a:updated>2019-03-09T08:00:00Z</a:updated>
<a:entry>
  <a:title>Fog</a:title><a:id>tag:herald.example,2019:1</a:id><a:updated>2019-03-06T08:00:00Z</a:updated>
  <a:link rel="enclosure" href="https://herald.example/1.mp3"/><a:link href="https://herald.example/1"/>
  <a:author><a:name>Ann Lee</a:name><a:uri>https://herald.example/ann</a:uri></a:author>
  <a:content type="xhtml"><div><p>{PROSE}<br/>Then <em>fog</em>.</p></div></a:content>
</a:entry>
<a:entry xml:lang="en">
  <a:title>Pier</a:title><a:published>2019-03-05T08:00:00Z</a:published><a:updated>2019-03-06T08:00:00Z</a:updated>
  <a:content type="image/png">aGVsbG8=</a:content><a:summary type="text">2 &lt; 3 &amp;amp; so on.</a:summary>
</a:entry>
</a:feed>"""


def pages(feed: str | bytes) -> list[Page | Quarantined]:
    return list(read(["-"], io.BytesIO(feed if isinstance(feed, bytes) else feed.encode())))


def rss(*items: str, head: str = "") -> str:
    return f"{head}<rss><channel>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"


def only(feed: str | bytes) -> Page:
    (page,) = pages(feed)
    assert isinstance(page, Page), page
    return page


def test_rss() -> None:
    fog, pier = pages(RSS)
    assert isinstance(fog, Page)
    assert isinstance(pier, Page)
    assert (fog.kind, fog.url) == (PageKind.HTML, "https://herald.example/fog")
    assert fog.text == f"<p>{PROSE} A&nbsp;pilot &amp; a crew.</p>"
    assert fog.given == Given(
        "Fog & ferry", "Ann Lee, Bo Ray", "The Arvin Herald", "Tue, 05 Mar 2019 10:00:00 GMT", None, "en-gb"
    )
    assert (pier.kind, pier.url) == (PageKind.TEXT, "https://herald.example/pier")
    assert pier.text == "Rain & wind — AT&T said."
    assert pier.given == Given("Pier shut", "Cy Orr", "Wire", None, None, "en-gb")


def test_rdf() -> None:
    page = only(RDF)
    assert (page.kind, page.text, page.url) == (PageKind.TEXT, PROSE, "https://herald.example/1")
    assert page.given == Given("Fog", None, "Herald", "2019-03-05T10:00:00Z", None, "fr")


def test_atom() -> None:
    fog, pier = pages(ATOM)
    assert isinstance(fog, Page)
    assert isinstance(pier, Page)
    assert (fog.kind, fog.url) == (PageKind.HTML, "https://herald.example/1")
    assert fog.text == f"<div><div><p>{PROSE}<br>Then <em>fog</em>.</p></div></div>"
    updated = "2019-03-06T08:00:00Z"
    assert fog.given == Given("Fog", "Ann Lee", "Herald & Post", updated, updated, "de"), "no date but the last change"
    assert (pier.kind, pier.text, pier.url) == (PageKind.TEXT, "2 < 3 &amp; so on.", None)
    assert pier.given == Given("Pier", None, "Herald & Post", "2019-03-05T08:00:00Z", updated, "en")


@pytest.mark.parametrize(
    ("item", "text", "why"),
    [
        ("<content:encoded>One.</content:encoded>", "One.", "nobody declared the namespace"),
        (
            "<description>&amp;#8220;One&amp;#8221; &#150; two</description>",
            "“One” – two",
            "escaped twice; Windows' dash",
        ),
        ("<description>&alarm; & &#0;\x0b one</description>", "&alarm; & � one", "no entity, no reference, no XML"),
        ("<description>One<br>two<img src='a?b&c'></description>", 'One<br>two<img src="a?b&amp;c">', "HTML unclosed"),
        ("<description><p>One <x:b>two</x:b></p></description>", "<p>One <b>two</b></p>", "markup that is not escaped"),
        ("<description><![CDATA[]]></description><summary>One.</summary>", "One.", "an empty description"),
        ("<description>&lt;img src='a'/></description><summary>One.</summary>", "One.", "a picture has no words"),
    ],
)
def test_bodies_as_they_come(item: str, text: str, why: str) -> None:
    assert only(rss(item)).text.removeprefix("<div>").removesuffix("</div>") == text, why


def test_items_without_words_are_quarantined() -> None:
    first, kept, last = pages(rss("<title>Fog</title>", f"<description>{PROSE}</description>", ""))
    assert isinstance(kept, Page)
    assert [one.path for one in (first, last)] == ["-:1", "-:3"]
    assert isinstance(last, Quarantined)
    assert "no text: item 3" in last.reason


def test_a_broken_feed_keeps_what_was_readable() -> None:
    feed = rss(
        f"<title>Fog</title><description>{PROSE} <b></description>", f"<description>Again. {PROSE}</description>"
    )
    *articles, error = pages("\n\n" + feed.removesuffix("</item></channel></rss>"))
    assert [one.text for one in articles if isinstance(one, Page)] == [f"<div>{PROSE} <b></b></div>", f"Again. {PROSE}"]
    assert isinstance(error, Quarantined)
    assert error.path == "-"
    assert error.reason.startswith("a broken feed, read as far as its item 2: line 3: Opening and ending tag mismatch")


@pytest.mark.parametrize(
    ("feed", "says", "why"),
    [
        ("<rss><channel/></rss>", "without items", "nothing in it"),
        ("<rss><<<", "broken feed without a readable item: line 1", "no element is whole"),
        ('<rdf:RDF xmlns:rdf="r"><rdf:Description/></rdf:RDF>', "without items", "RDF that is no feed"),
    ],
)
def test_feeds_of_nothing(feed: str, says: str, why: str) -> None:
    (result,) = pages(feed)
    assert isinstance(result, Quarantined), why
    assert says in result.reason, why


@pytest.mark.parametrize(
    ("declared", "written"),
    [("utf-16", "utf-8"), ("iso-8859-1", "utf-8"), ("utf-8", "windows-1252"), ("utf-8", "utf-16")],
)
def test_declarations_of_encodings_are_not_believed(declared: str, written: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>'
    assert only(rss("<description>Nébel – fog</description>", head=head).encode(written)).text == "Nébel – fog"


def test_entities_of_the_feed_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    inside = '<!ENTITY l0 "ha">' + laughs + '<!ENTITY file SYSTEM "file:///etc/hostname">'
    page = only(
        rss("<description>&l9; &file; one</description>", head=f"<?xml version='1.0'?><!DOCTYPE rss [{inside}]>")
    )
    assert page.text == "&l9; &file; one"


@pytest.mark.parametrize(
    "feed",
    [
        "<rss><channel>" + "<item>" * 1_000_000,
        "<rss><channel>" + "<item><description>" * 100_000,
        "<rss><channel>" + "<item><description><![CDATA[" * 100_000,
        "<rss><channel>" + "<item><b></item>" * 100_000,
        "<rss><channel><item><description>" + "<br <a " * 100_000,
        "<rss><channel><item><description><![CDATA[" + "<a " * 100_000 + "<!--" * 100_000,
        "<!---->" * 9_000 + "<rss>",
        "<!DOCTYPE rss [" + "]" * 60_000,
    ],
    ids=["items", "bodies", "CDATA", "ends", "void", "tags", "comments", "type"],
)
def test_hostile_feeds_take_no_longer(feed: str) -> None:
    assert len(pages(feed)) <= 260


def test_many_namespaces() -> None:
    names = " ".join(f'xmlns:a{n}="u{n}"' for n in range(3000))
    bodies = "".join(f"<item><description><a{n}:p>{n} fish</a{n}:p></description></item>" for n in range(3000))
    assert len(pages(f"<rss {names}>{bodies}</rss>")) == 3000


def test_ids_depend_neither_on_order_nor_on_company(tmp_path: Path) -> None:
    items = [f"<link>https://herald.example/{n}</link><description>{n}. {PROSE}</description>" for n in range(20)]
    ids = {page.id for page in pages(rss(*items)) if isinstance(page, Page)}
    random.Random(1).shuffle(items)
    assert {page.id for page in pages(rss(*items)) if isinstance(page, Page)} == ids
    assert {page.id for page in pages(rss(*items[:9])) if isinstance(page, Page)} < ids
    for name in ("world.xml", "front.xml"):
        (tmp_path / name).write_text(rss(*items))
    both = [page.id for page in read([str(tmp_path)]) if isinstance(page, Page)]
    assert len(set(both)) == 40, "two feeds may hold one article: the program sees that they are copies"
    assert isinstance(pages(rss(items[0], items[0]))[1], Quarantined), "one feed that repeats itself"


def test_broken_anyhow() -> None:
    draw = random.Random(7)
    bits = [
        "<",
        ">",
        "</",
        "/>",
        "&",
        "<![CDATA[",
        "]]>",
        "<!--",
        ":",
        "1",
        '"',
        "<item>",
        "<a:1b>",
        "<x:y:z>",
        "\0",
        "{",
    ]
    for _ in range(600):
        feed = list(draw.choice([RSS, RDF, ATOM]))
        for _ in range(4):
            feed[draw.randrange(150, len(feed))] = draw.choice(bits)
        assert pages("".join(feed))
