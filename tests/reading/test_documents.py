"""Backgrounders written for the project, each with the ties, stances, flows, projects and statements told in it.

A file of claims has one claim a line: kind and type, the state of a project, source > target via others, status, and in
braces the amount of a flow or the details of a project but for the roles.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from detente.model import Article, Claim, Party
from detente.reading.read import Reader

pytestmark = pytest.mark.model

FOLDER = Path(__file__).parent / "documents"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def _side(parties: Iterable[Party]) -> str:
    return "+".join(party.code for party in parties if party.code) or "-"


def _line(claim: Claim) -> str:
    state = f" [{claim.context[0]}]" if claim.kind == "project" and claim.context else ""
    via = f" via {_side(claim.via)}" if claim.via else ""
    told = "; ".join(f"{name}={value}" for name, value in claim.details if name != "roles")
    details = f" {{{told}}}" if told else ""
    sides = f"{_side(claim.source)} > {_side(claim.target)}{via}"
    return f"{claim.kind}.{claim.type}{state} {sides} {claim.status}{details}"


@pytest.mark.parametrize("name", NAMES)
def test_what_a_backgrounder_tells_is_read(name: str, reader: Reader) -> None:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    expected = (FOLDER / f"{name}.claims").read_text("utf-8").splitlines()
    read = [_line(claim) for claim in reader.read(Article(text=text, published=date(int(name[:4]), 9, 1))).claims]
    assert [line for line in expected if line not in read] == []


def test_numbers_stay_with_their_project(reader: Reader) -> None:
    text = (
        "Kenya is building a $3 billion railway to Uganda. Ethiopia opened a dam with a capacity of 1,800 megawatts in "
        "2016, and plans a 500-km pipeline to Djibouti at a cost of $1.5 billion."
    )
    claims = reader.read(Article(text=text, published=date(2018, 6, 1))).claims
    told = {c.type: dict(c.details) for c in claims if c.kind == "project"}
    assert told["railway"]["cost"] == "$3 billion"
    assert (told["dam"]["capacity"], told["dam"].get("cost")) == ("1,800 megawatts", None)
    assert (told["pipeline"]["length"], told["pipeline"]["cost"]) == ("500-km", "$1.5 billion")
    assert "capacity" not in told["pipeline"]


def test_it_and_the_project_mean_the_work_named_before(reader: Reader) -> None:
    text = "China plans a dam with Burma. The project will cost $4 billion. It is due to be ready by 2019."
    claims = reader.read(Article(text=text, published=date(2014, 6, 1))).claims
    told = [(dict(c.details), c.source[0].code, c.target[0].code) for c in claims if c.kind == "project"]
    costs = [(d.get("cost"), d.get("due")) for d, _, _ in told]
    assert costs == [(None, None), ("$4 billion", None), (None, "by 2019")]
    assert {(source, target) for _, source, target in told} == {("CHN", "MMR")}


def test_silence_is_no_denial(reader: Reader) -> None:
    text = "Iceland and Britain held talks. Neither delegation mentioned cod."
    claims = reader.read(Article(text=text, published=date(1976, 6, 1))).claims
    silence = [c for c in claims if c.kind == "statement"]
    assert [(c.type, c.status, c.object) for c in silence] == [("silence", "actual", "cod")]
    assert {p.code for p in silence[0].source} == {"ISL", "GBR"}
