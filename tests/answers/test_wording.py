"""Sentences made of claims that were read from other sentences: what goes in by words comes out in other words."""

from dataclasses import replace
from datetime import date

import pytest

from detente.answers.frames import Filling, fill
from detente.answers.naming import Name, with_the
from detente.answers.tense import Tense, told
from detente.answers.wording import sentence, sentences
from detente.knowledge import Knowledge
from detente.knowledge.wording import DEFAULT
from detente.model import Article, Claim, Kind, Status
from detente.reading.read import Reader

DAY = date(2018, 3, 14)
EGYPT, JORDAN, SYRIA = (Name("Egypt", False, "EGY"), Name("Jordan", False, "JOR"), Name("Syria", False, "SYR"))


def read(reader: Reader, text: str) -> tuple[Article, tuple[Claim, ...]]:
    article = Article(text=text, outlet="Nile Gazette", published=DAY)
    return article, reader.read(article).claims


def told_again(reader: Reader, knowledge: Knowledge, text: str, **more: object) -> str:
    article, claims = read(reader, text)
    kind = more.pop("kind", None)
    chosen = [c for c in claims if kind is None or c.kind is kind][:1]
    return sentence(chosen, {article.id: article}, knowledge, **more).text  # type: ignore[arg-type]


def test_every_type_has_frames(knowledge: Knowledge) -> None:
    types = {
        (rule.kind.value, rule.type) for heads in knowledge.rules.values() for rules in heads.values() for rule in rules
    } | {(rule.kind.value, rule.type) for rule in knowledge.works.rules.values()}
    assert types - knowledge.wording.frames.keys() == set()


def test_frames_say_what_their_examples_say(knowledge: Knowledge) -> None:
    grammar = knowledge.wording.grammar
    whole = Filling((EGYPT,), (JORDAN,), (SYRIA,), "the plan")
    wrong = []
    for (kind, type_), frames in knowledge.wording.frames.items():
        for key, says in frames.says.items():
            clauses = (fill(frames.frames[key][0], some, grammar) for some in (whole, replace(whole, target=())))
            clause = next((c for c in clauses if c is not None), None)
            made = "" if clause is None else told(clause, Status.ACTUAL, Tense.THEN, False, grammar) + "."
            if made != says:
                wrong.append(f"{kind}.{type_}.{key}: {made!r} is not {says!r}")
    assert wrong == []


def test_every_frame_can_be_filled(knowledge: Knowledge) -> None:
    grammar = knowledge.wording.grammar
    fillings = [Filling((EGYPT,), target, (SYRIA,), "the plan", True) for target in ((JORDAN,), ())]
    fillings.append(Filling((EGYPT, JORDAN), (), (), "", True))
    empty = [
        f"{kind}.{type_}: {frame}"
        for (kind, type_), frames in knowledge.wording.frames.items()
        for some in frames.frames.values()
        for frame in some
        if all(fill(frame, filling, grammar) is None for filling in fillings)
    ]
    assert empty == []


@pytest.mark.parametrize(
    ("status", "tense", "says"),
    [
        (Status.ACTUAL, Tense.THEN, "Egypt attacked Jordan"),
        (Status.ACTUAL, Tense.BEFORE, "Egypt had attacked Jordan"),
        (Status.ONGOING, Tense.NOW, "Egypt is attacking Jordan"),
        (Status.ONGOING, Tense.THEN, "Egypt was attacking Jordan"),
        (Status.ONGOING, Tense.SINCE, "Egypt has attacked Jordan"),
        (Status.ONGOING, Tense.SINCE_THEN, "Egypt had attacked Jordan"),
        (Status.PLANNED, Tense.NOW, "Egypt is to attack Jordan"),
        (Status.PLANNED, Tense.THEN, "Egypt was to attack Jordan"),
        (Status.POSSIBLE, Tense.NOW, "Egypt may attack Jordan"),
        (Status.POSSIBLE, Tense.THEN, "Egypt might attack Jordan"),
        (Status.INTENDED, Tense.NOW, "Egypt is meant to attack Jordan"),
        (Status.NEGATED, Tense.THEN, "Egypt did not attack Jordan"),
        (Status.ASKED, Tense.THEN, "it was left open whether Egypt attacked Jordan"),
    ],
)
def test_the_tense_of_each_status(status: Status, tense: Tense, says: str, knowledge: Knowledge) -> None:
    clause = fill("S attack T", Filling((EGYPT,), (JORDAN,)), knowledge.wording.grammar)
    assert clause is not None
    assert told(clause, status, tense, False, knowledge.wording.grammar) == says


@pytest.mark.parametrize(
    ("frame", "status", "tense", "one", "many"),
    [
        ("S be an ally of T", Status.ONGOING, Tense.NOW, "is an ally of Jordan", "are allies of Jordan"),
        ("S back T", Status.ONGOING, Tense.NOW, "backs Jordan", "back Jordan"),
        ("S back T", Status.ONGOING, Tense.SINCE, "has backed Jordan", "have backed Jordan"),
        ("S back T", Status.NEGATED, Tense.NOW, "does not back Jordan", "do not back Jordan"),
        ("S be wary of T", Status.NEGATED, Tense.THEN, "was not wary of Jordan", "were not wary of Jordan"),
        ("S back T", Status.PLANNED, Tense.THEN, "was to back Jordan", "were to back Jordan"),
    ],
)
def test_verbs_agree(frame: str, status: Status, tense: Tense, one: str, many: str, knowledge: Knowledge) -> None:
    grammar = knowledge.wording.grammar
    for source, says in (((EGYPT,), f"Egypt {one}"), ((EGYPT, SYRIA), f"Egypt and Syria {many}")):
        clause = fill(frame, Filling(source, (JORDAN,)), grammar)
        assert clause is not None
        assert told(clause, status, tense, True, grammar) == says


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("United States", "the United States"),
        ("Netherlands", "the Netherlands"),
        ("Egypt", "Egypt"),
        ("NATO", "NATO"),
        ("European Union", "the European Union"),
        ("Organisation of African Unity", "the Organisation of African Unity"),
        ("United Nations Security Council", "the United Nations Security Council"),
        ("Hamas", "Hamas"),
        ("Houthis", "the Houthis"),
        ("Kurdistan Workers' Party", "the Kurdistan Workers' Party"),
        ("Soviet Union", "the Soviet Union"),
    ],
)
def test_names_with_their_article(name: str, called: str, knowledge: Knowledge) -> None:
    assert with_the(name, knowledge.wording.names) == called


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Egypt attacked Jordan on Monday.", "Egypt attacked Jordan on 12 March 2018."),
        ("Egypt did not attack Jordan on Monday.", "Egypt did not attack Jordan on 12 March 2018"),
        ("Egypt will visit Jordan on Friday.", "Egypt is to visit Jordan on 16 March 2018"),
        ("France has backed Egyptian rebels since 1975.", "France has backed Egyptian rebels since 1975"),
        ("France severed relations with Egypt in 1967.", "France severed relations with Egypt in 1967."),
        ("Egyptian jets bombed the port of Aqaba on Monday.", "Egyptian jets bombed the port of Aqaba on 12 "),
        ("The United States accused Egypt of hiding weapons.", "The United States accused Egypt of hiding weapons"),
        ("Egypt called on Jordan to withdraw.", "Egypt called on Jordan to withdraw, the Nile Gazette reported"),
        ("Egypt attacked Jordan on Monday, Syria said.", "Syria said that Egypt attacked Jordan on 12 March 2018"),
        ("Egypt wants to buy gas from Jordan.", "Egypt wants to buy gas from Jordan, the Nile Gazette reported on"),
    ],
)  # fmt: skip
def test_what_is_read_is_told_again(text: str, again: str, reader: Reader, knowledge: Knowledge) -> None:
    assert told_again(reader, knowledge, text).startswith(again)


@pytest.mark.model
def test_what_is_possible_is_not_told_as_done(reader: Reader, knowledge: Knowledge) -> None:
    assert told_again(reader, knowledge, "Egypt may attack Jordan.").startswith("Egypt may attack Jordan")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    ["Egypt is accused of having attacked Jordan.", "Egypt reportedly attacked Jordan on Monday."],
)
def test_a_charge_or_a_rumour_is_quoted(text: str, reader: Reader, knowledge: Knowledge) -> None:
    article, claims = read(reader, text)
    for claim in claims:
        if claim.type == "ASSAULT" and not claim.speaker and claim.status is Status.ACTUAL:
            assert text in sentence([claim], {article.id: article}, knowledge).text


@pytest.mark.model
def test_old_news_is_told_in_the_past(reader: Reader, knowledge: Knowledge) -> None:
    text = "France has backed Egyptian rebels since 1975."
    later = told_again(reader, knowledge, text, as_of=date(2023, 1, 1))
    assert later == "France had backed Egyptian rebels since 1975, the Nile Gazette reported on 14 March 2018."


@pytest.mark.model
def test_variation_is_the_same_each_time(reader: Reader, knowledge: Knowledge) -> None:
    text = "Egypt and Jordan signed a treaty on Monday."
    made = [told_again(reader, knowledge, text, variation=n) for n in range(6)]
    assert made == [told_again(reader, knowledge, text, variation=n) for n in range(6)]
    assert len(set(made)) > 1


@pytest.mark.model
def test_two_reports_make_one_sentence_with_two_citations(reader: Reader, knowledge: Knowledge) -> None:
    text = "Egypt attacked Jordan on Monday."
    articles = [Article(text=text, outlet=outlet, published=DAY) for outlet in ("Nile Gazette", "Andes Wire")]
    claims = [reader.read(article).claims[0] for article in articles]
    made = sentence(claims, {a.id: a for a in articles}, knowledge)
    assert {c.outlet for c in made.citations} == {"Nile Gazette", "Andes Wire"}


@pytest.mark.model
def test_last_comes_the_quotation(reader: Reader, knowledge: Knowledge) -> None:
    article, claims = read(reader, "Egypt attacked Jordan on Monday.")
    *_, last = sentences(claims[:1], {article.id: article}, knowledge)
    assert last.text == "The Nile Gazette reported on 14 March 2018: “Egypt attacked Jordan on Monday.”"


def test_without_claims_there_is_no_sentence(knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="needs a claim"):
        sentence([], {}, knowledge)


def test_kinds_are_all_worded(knowledge: Knowledge) -> None:
    assert {kind for kind, _ in knowledge.wording.frames} == {kind.value for kind in Kind}
    assert all(DEFAULT in frames.frames for frames in knowledge.wording.frames.values())
