from __future__ import annotations

from datetime import date
from pathlib import Path

from detente.model import Article, Dating, Refusal
from detente.sources import read_sources

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Example Wire</title><link>https://example.org/</link>
<item><title>Talks &amp; treaties</title><link>https://example.org/1</link><guid>id-1</guid>
<pubDate>Sun, 03 Mar 2019 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Kenya and Uganda began talks on the lake border on Sunday, the ministry said.&lt;/p&gt;
&lt;p&gt;They go on.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
<item><title>Nothing in it</title><link>https://example.org/2</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title>
<entry><title>Talks</title><id>tag:1</id><link href="https://example.org/1"/>
<updated>2019-03-03T10:00:00Z</updated>
<author><name>Jane Doe</name></author><summary>Short.</summary>
<content type="html">&lt;p&gt;The two sides met on Sunday for talks about the lake and the border.&lt;/p&gt;</content>
</entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://example.org/"><title>Example Wire</title></channel>
<item rdf:about="https://example.org/1"><title>Talks</title><link>https://example.org/1</link>
<dc:date>2019-03-03</dc:date>
<description>The two sides met on Sunday for talks about the lake and the border.</description></item></rdf:RDF>"""


def read(tmp_path: Path, xml: str, encoding: str = "utf-8") -> list[Article | Refusal]:
    (tmp_path / "feed.xml").write_bytes(xml.encode(encoding))
    return list(read_sources([str(tmp_path / "feed.xml")]))


def test_rss(tmp_path: Path) -> None:
    first, second = read(tmp_path, RSS)
    assert isinstance(first, Article)
    assert first.text == "Kenya and Uganda began talks on the lake border on Sunday, the ministry said.\n\nThey go on."
    assert (first.title, first.outlet, first.url, first.ref) == (
        "Talks & treaties",
        "Example Wire",
        "https://example.org/1",
        "id-1",
    )
    assert (first.published, first.dating) == (date(2019, 3, 3), Dating.FEED)
    assert isinstance(second, Refusal)
    assert "--linked" in second.reason


def test_atom_and_rdf(tmp_path: Path) -> None:
    for xml in (ATOM, RDF):
        (found,) = read(tmp_path, xml)
        assert isinstance(found, Article)
        assert found.text == "The two sides met on Sunday for talks about the lake and the border."
        assert (found.title, found.outlet, found.published) == ("Talks", "Example Wire", date(2019, 3, 3))


def test_a_feed_in_another_encoding_than_it_says(tmp_path: Path) -> None:
    first, _ = read(tmp_path, RSS.replace("Kenya", "Café owners in Kenya"), encoding="cp1252")
    assert isinstance(first, Article)
    assert first.text.startswith("Café owners")
    first, _ = read(tmp_path, RSS, encoding="utf-16")
    assert isinstance(first, Article)


def test_entities_are_refused_in_any_encoding(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!entity a "aa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
    for encoding in ("utf-8", "utf-16"):
        (found,) = read(tmp_path, bomb, encoding)
        assert isinstance(found, Refusal)
        assert "entities" in found.reason


def test_broken_and_empty_feeds(tmp_path: Path) -> None:
    (broken,) = read(tmp_path, '<rss version="2.0"><channel><title>x</tit')
    assert isinstance(broken, Refusal)
    (empty,) = read(tmp_path, '<rss version="2.0"><channel><title>x</title></channel></rss>')
    assert isinstance(empty, Refusal)
    assert not empty.fault
