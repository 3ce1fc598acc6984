from datetime import date

import pytest

from detente.answers.briefs import Brief, Line, Section, Source, Style
from detente.answers.rendering import html, markdown, pdf
from detente.answers.statements import Citation, Statement


def statement(text: str, quote: str, number: int = 1) -> Statement:
    cited = Citation(
        claim_id=f"c{number}", article_id="a0", outlet="Nile <Gazette>", date=date(2018, 3, 14), quote=quote
    )
    return Statement(text=text, claim_ids=(f"c{number}",), citations=(cited,))


def brief(style: Style = Style.QA) -> Brief:
    first = statement("Egypt attacked *Jordan* on 12 March 2018.", "Egypt <attacked> Jordan.")
    again = statement("Jordan's envoy left.", "Egypt <attacked> Jordan.", 2)
    other = statement("Egypt is to visit Jordan.", "Egypt will visit Jordan.", 3)
    return Brief(
        style=style,
        names=("Egypt", "Jordan"),
        until=date(2018, 3, 14),
        sections=(
            Section(id="history", heading="What is the history?", paragraphs=((first, again),)),
            Section(
                id="y2018", heading="2018", lines=(Line(statement=other, label="16 March 2018", marks=("planned",)),)
            ),
            Section(id="silent", heading="What the record does not say", note="Is there trade?"),
        ),
        sources=(
            Source(
                outlet="Nile <Gazette>", agency="", title="War & peace", published=date(2018, 3, 14), url="",
                article_id="a0",
            ),
        ),
    )  # fmt: skip


def test_equal_quotations_have_one_number() -> None:
    made = brief()
    assert [note.number for note in made.footnotes] == [1, 2]
    assert [made.numbers(s) for s in made.statements()] == [(1,), (1,), (2,)]


def test_html_escapes_what_was_read() -> None:
    page = html(brief())
    assert "<attacked>" not in page
    assert "&lt;attacked&gt;" in page
    assert "War &amp; peace" in page


def test_html_keeps_days_together_and_leads_back() -> None:
    page = html(brief())
    assert "12\u00a0March 2018" in page
    assert page.count('id="r1"') == 1
    assert page.count('href="#n1"') == 2
    assert '<span class="mark">planned</span>' in page
    assert "Jordan’s envoy left." in page


def test_html_has_both_colour_schemes_and_prints() -> None:
    page = html(brief())
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_markdown_escapes_what_was_read() -> None:
    text = markdown(brief())
    assert "Egypt attacked \\*Jordan\\* on 12 March 2018.[^1] Jordan's envoy left.[^1]" in text
    assert "- **16 March 2018** *[planned]* Egypt is to visit Jordan.[^2]" in text
    assert "[^1]: “Egypt \\<attacked\\> Jordan.” Nile \\<Gazette\\>, 14 March 2018" in text


def test_without_the_libraries_of_the_system_pdf_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:  # type: ignore[no-untyped-def]
    import builtins

    plain = builtins.__import__

    def without(name: str, *arguments: object, **more: object) -> object:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return plain(name, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(OSError, match=r"apt install libpango.*or write HTML and print it"):
        pdf(brief(), tmp_path / "x.pdf")
