from datetime import date

from detente.answers.naming import Name
from detente.answers.prose import Told, paragraph
from detente.answers.statements import Citation, Statement
from detente.knowledge import Knowledge

EGYPT, JORDAN = Name("Egypt", False, "EGY"), Name("Jordan", False, "JOR")
PAIR = (EGYPT, JORDAN)


def told(text: str, subject: Name | None = EGYPT, when: str = "", *, number: int = 1, quoted: bool = False) -> Told:
    cited = Citation(claim_id=f"c{number}", article_id="a0", outlet="Nile Gazette", date=None, quote=text)
    statement = Statement(text=text, claim_ids=(f"c{number}",), citations=(cited,))
    return Told(statement=statement, subject=subject, when=when, day=date(2000, 1, 1), quoted=quoted)


def texts(*some: Told, knowledge: Knowledge) -> list[str]:
    return [statement.text for statement in paragraph(some, PAIR, knowledge)]


def test_two_facts_of_one_day_are_one_sentence(knowledge: Knowledge) -> None:
    first = told("On 2 March 2008, Egypt closed the border.", when="on 2 March 2008")
    second = told("Egypt recalled its envoy on 2 March 2008.", when="on 2 March 2008", number=2)
    (made,) = paragraph([first, second], PAIR, knowledge)
    assert made.text == "On 2 March 2008, Egypt closed the border and recalled its envoy."
    assert made.claim_ids == ("c1", "c2")
    assert len(made.citations) == 2


def test_two_facts_of_one_report_are_one_sentence(knowledge: Knowledge) -> None:
    tag = "the Nile Gazette reported on 2 March 2008"
    first, second = told(f"Egypt fears Jordan, {tag}."), told(f"Egypt wants peace, {tag}.", number=2)
    assert texts(first, second, knowledge=knowledge) == [f"Egypt fears Jordan and wants peace, {tag}."]


def test_facts_of_different_days_stay_apart(knowledge: Knowledge) -> None:
    first = told("Egypt closed the border on 2 March 2008.", when="on 2 March 2008")
    second = told("Egypt recalled its envoy on 3 March 2008.", when="on 3 March 2008", number=2)
    assert texts(first, second, knowledge=knowledge) == [
        "Egypt closed the border on 2 March 2008.",
        "It recalled its envoy on 3 March 2008.",
    ]


def test_a_pronoun_never_takes_half_a_subject(knowledge: Knowledge) -> None:
    first = told("Egypt closed the border on 2 March 2008.", when="on 2 March 2008")
    second = told("Egypt and Syria held talks on 3 March 2008.", None, "on 3 March 2008", number=2)
    assert texts(first, second, knowledge=knowledge)[1] == "Egypt and Syria held talks on 3 March 2008."


def test_the_pair_is_the_two_countries_when_both_were_named(knowledge: Knowledge) -> None:
    first = told("Egypt attacked Jordan in May 1999.", when="in May 1999")
    second = told("In June 1999, Egypt and Jordan signed a treaty.", None, "in June 1999", number=2)
    assert texts(first, second, knowledge=knowledge)[1] in (
        "In June 1999, the two countries signed a treaty.",
        "In June 1999, the two signed a treaty.",
    )


def test_a_report_is_named_once_in_a_row(knowledge: Knowledge) -> None:
    tag = "the Nile Gazette reported on 2 March 2008"
    first, second = told(f"Egypt fears Jordan, {tag}."), told(f"Jordan fears Egypt, {tag}.", JORDAN, number=2)
    made = texts(first, second, knowledge=knowledge)
    assert made[0].endswith(f"{tag}.")
    assert "Nile Gazette" not in made[1]
    assert made[1].startswith("Jordan fears Egypt, ")


def test_no_two_sentences_open_with_one_paper(knowledge: Knowledge) -> None:
    first = told("The Nile Gazette reported on 2 March 2008 that Egypt feared Jordan.")
    second = told("The Nile Gazette reported on 9 May 2009 that Jordan feared Egypt.", JORDAN, number=2)
    assert texts(first, second, knowledge=knowledge) == [
        "The Nile Gazette reported on 2 March 2008 that Egypt feared Jordan.",
        "Jordan feared Egypt, the Nile Gazette reported on 9 May 2009.",
    ]


def test_quotations_are_left_as_they_are(knowledge: Knowledge) -> None:
    first = told("Egypt closed the border on 2 March 2008.", when="on 2 March 2008")
    quoted = told("The Nile Gazette reported: “Egypt and Jordan met.”", None, number=2, quoted=True)
    assert texts(first, quoted, knowledge=knowledge)[1] == quoted.text


def test_a_title_is_told_once(knowledge: Knowledge) -> None:
    chavez = Name("President Hugo Chávez", False, "VEN", person=True)
    first = told("President Hugo Chávez visited Jordan in May 1999.", chavez, "in May 1999")
    second = told("Jordan thanked President Hugo Chávez in June 1999.", JORDAN, "in June 1999", number=2)
    assert texts(first, second, knowledge=knowledge)[1] == "Jordan thanked Hugo Chávez in June 1999."
