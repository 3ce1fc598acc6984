"""Whole texts with what people leave around them: everything goes to its field, the prose stays."""

from __future__ import annotations

from datetime import date

import pytest

from detente.model import Article, Dating
from detente.sources import article_from_text

DAY = date(2019, 3, 3)
PROSE = "Kenya and Somalia have agreed to reopen their border, ministers said.\n\nThe two will meet again in May."


def read(text: str) -> Article:
    return article_from_text(text)


def test_everything_around_the_prose_goes_to_its_field() -> None:
    article = read(
        "Kenya and Somalia agree to reopen border\n\n"
        "By Jane Doe in Nairobi\nThe Example Times\nPublished: 3 March 2019 14:05 GMT\n\n"
        f"NAIROBI (Reuters) - {PROSE}\n\n"
        "(Editing by Ann Other)\nOriginal url: https://example.org/border\n"
    )
    assert article.text == PROSE
    assert article.title == "Kenya and Somalia agree to reopen border"
    assert (article.outlet, article.agency, article.dateline) == ("The Example Times", "Reuters", "NAIROBI")
    assert article.byline == "Jane Doe in Nairobi; Editing by Ann Other"
    assert (article.published, article.dating) == (DAY, Dating.HEADER)
    assert article.url == "https://example.org/border"
    assert article.language == "en"


def test_a_masthead_comes_before_the_title() -> None:
    article = read(f"The Daily Example\n\nBorder to open\n\n{PROSE}")
    assert (article.outlet, article.title, article.text) == ("The Daily Example", "Border to open", PROSE)


def test_the_head_of_a_history_gives_an_outlet_and_no_day() -> None:
    article = read(
        f"Relations with Kenya\n\nDepartment of Examples, Office of the Archive\nFebruary 2009\n\nSummary\n\n{PROSE}"
    )
    assert article.title == "Relations with Kenya"
    assert article.outlet == "Department of Examples, Office of the Archive"
    assert (article.published, article.dating) == (None, Dating.UNKNOWN)
    assert article.text == f"Summary\n\n{PROSE}"


def test_front_matter_and_markdown() -> None:
    article = read(
        f'---\ntitle: "Border to open"\ndate: 2019-03-03\nsource: Example Post\n---\n# Border to open\n\n{PROSE}'
    )
    assert (article.title, article.outlet, article.published) == ("Border to open", "Example Post", DAY)
    assert article.text == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "Published: 3 March 2019",
        "3 March 2019 14:05 GMT",
        "Sun, 03 Mar 2019",
        "March 3, 2019 5:05 PM",
        "2019-03-03",
        "Date: March 3, 2019",
        "Updated: 4 March 2019\nPublished: 3 March 2019",
    ],
)
def test_date_lines(line: str) -> None:
    article = read(f"Border to open\n\n{line}\n\n{PROSE}")
    assert (article.published, article.dating, article.text) == (DAY, Dating.HEADER, PROSE)


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE and JOHN SMITH", "JANE DOE and JOHN SMITH"),
        ("By Jane Doe, Diplomatic Correspondent", "Jane Doe, Diplomatic Correspondent"),
        ("By Jane Doe in Paris", "Jane Doe in Paris"),
        ("Jane Doe in Paris", "Jane Doe in Paris"),
        ("Author: Jane Doe", "Jane Doe"),
    ],
)
def test_bylines(line: str, writer: str) -> None:
    article = read(f"Border to open\n{line}\n\n{PROSE}")
    assert (article.title, article.byline, article.text) == ("Border to open", writer, PROSE)


def test_an_agency_may_write_the_byline() -> None:
    assert read(f"Border to open\n\nBy Agence France-Presse\n\n{PROSE}").agency == "AFP"


@pytest.mark.parametrize(
    ("foot", "agency"),
    [
        ("(AFP)", "AFP"),
        ("- AP", "AP"),
        ("— Reuters", "Reuters"),
        ("AFP/Reuters", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("ENDS\n\n(Xinhua)", "Xinhua"),
    ],
)
def test_agencies_at_the_foot(foot: str, agency: str) -> None:
    article = read(f"{PROSE}\n\n{foot}\n")
    assert (article.agency, article.text) == (agency, PROSE)


@pytest.mark.parametrize("tail", [" (AFP)", " — Reuters", " /TASS/", "\n\n© 2019 Reuters. All rights reserved."])
def test_credits_on_the_last_line(tail: str) -> None:
    assert read(PROSE + tail).text == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "Additional reporting by John Smith in Mogadishu; Editing by Ann Other",
        "Additional reporting: John Smith",
        "(Reporting by Jane Doe in Nairobi and\nJohn Smith in Mogadishu; Editing by Ann Other)",
        "The Associated Press contributed to this report.",
        "With inputs from agencies",
    ],
)
def test_helpers_are_cut_out_and_are_not_the_agency(line: str) -> None:
    article = read(f"{PROSE}\n\n{line}")
    assert (article.text, article.agency) == (PROSE, "")
    assert article.byline


@pytest.mark.parametrize(
    "last",
    [
        "Turkey contributed to the fund.",
        "Reuters reporters were detained at the border on Monday.",
        "By Friday the talks had collapsed.",
        "The next round is on 3 March 2019.",
        "“Never again,” said AP president Jane Doe.",
    ],
)
def test_prose_at_the_foot_stays(last: str) -> None:
    assert read(f"{PROSE}\n\n{last}").text == f"{PROSE}\n\n{last}"


def test_source_lines_name_an_outlet_or_an_agency() -> None:
    assert read(f"{PROSE}\n\nSource: Example Post").outlet == "Example Post"
    assert read(f"{PROSE}\n\nSource: Reuters").outlet == "Reuters"
    both = article_from_text(f"{PROSE}\n\nSource: Reuters", outlet="Example Post")
    assert (both.outlet, both.agency) == ("Example Post", "Reuters")


def test_a_date_in_the_prose_is_not_the_date_of_publication() -> None:
    article = read("Ministers met in Paris on 3 March 2019 and agreed on a plan. They meet again on 4 May 2019.")
    assert (article.published, article.dating) == (None, Dating.UNKNOWN)


def test_a_dateline_without_a_year_needs_one_from_elsewhere() -> None:
    line = "NAIROBI, March 3 (Reuters) - "
    assert read(line + PROSE).published is None
    by_copyright = read(f"{line}{PROSE}\n\nCopyright 2019 Example Post")
    assert (by_copyright.published, by_copyright.dating) == (DAY, Dating.DATELINE)
    assert read(f"Border to open\n\nMarch 2019\n\n{line}{PROSE}").published == DAY
    assert read(f"{line}{PROSE}\n\nURL: https://example.org/2019/03/04/border").published == DAY
    assert read(f"NAIROBI, 3 March 2019 (Reuters) - {PROSE}").dating == Dating.DATELINE


def test_given_values_win() -> None:
    article = article_from_text(
        f"Border to open\n\nBy Jane Doe\n4 March 2019\n\n{PROSE}",
        title="Border to open",
        published=DAY,
        outlet="Example Post",
        byline="Ann Other",
        url="https://example.org/1",
    )
    assert (article.published, article.dating) == (DAY, Dating.GIVEN)
    assert (article.byline, article.outlet, article.url) == ("Ann Other", "Example Post", "https://example.org/1")
    assert article.text == PROSE


@pytest.mark.parametrize(
    "title", ["Border to open", "Will the border open?", "Envoy leaves U.S.", "“No deal,” says envoy"]
)
def test_titles(title: str) -> None:
    assert read(f"{title}\n\n{PROSE}").title == title


def test_mastheads_standfirsts_and_furniture() -> None:
    article = read(
        "THE EXAMPLE HERALD\nSunday, March 3, 2019\n\nENVOYS RETURN TO COAST\n\nTalks begin again after two weeks\n\n"
        f"By Mary Major\nStaff Writer\n\nShare\n\nMOMBASA, March 2 -- {PROSE}\n\n((mary@example.org))"
    )
    assert (article.outlet, article.title) == ("THE EXAMPLE HERALD", "ENVOYS RETURN TO COAST")
    assert (article.byline, article.published) == ("Mary Major", DAY)
    assert article.text.startswith("Talks begin again after two weeks\n\n")
    assert "Staff" not in article.text
    assert "example.org" not in article.text


def test_the_name_of_the_site_leaves_the_title() -> None:
    article = read(f"Border to open | Example News\n\n{PROSE}\n\nPublished in Post, March 3rd, 2019")
    assert (article.title, article.outlet, article.published) == ("Border to open", "Example News", DAY)


def test_a_full_day_alone_at_the_foot_is_the_date() -> None:
    assert read(f"{PROSE}\n\n3 March 2019").published == DAY
    assert read(f"{PROSE}\n\nMarch 2019").published is None


def test_a_source_may_be_an_address() -> None:
    assert read(f"{PROSE}\n\nSource: https://example.org/x").url == "https://example.org/x"


def test_what_is_no_title() -> None:
    assert read(PROSE).title == ""
    assert read("Kenya and Somalia sign a treaty on their border").title == ""
    assert read("Kenya and Somalia have agreed to reopen their border.\n\nThey meet again in May.").title == ""


def test_a_title_broken_in_two_lines() -> None:
    article = read(
        f"Ministers of Kenya and Somalia meet in Nairobi to\nsettle their quarrel about the border\n\n{PROSE}"
    )
    assert article.title == "Ministers of Kenya and Somalia meet in Nairobi to settle their quarrel about the border"
