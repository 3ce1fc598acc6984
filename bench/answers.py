"""Questions over the examples: `python bench/answers.py [ARCHIVE] [--held] [--all] [--second] [--misses] [--check]`.

Prints, by form of question, how many of the expected facts are given, how many of them are in the record at all (a
claim was read in a sentence that holds them), and how many questions without an answer are refused.  Every third
question is held back: it is asked only with --held (these alone) or --all.
A second set, asked first after the rules were mended, is asked with --second.
With --check, sentences are read again and compared with their claims.  Without an archive
the examples are read first.  A fact is given when one statement, with the quotes of its citations, holds all its
words.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

import detente
from detente.answers.answer import Answer
from detente.answers.question_names import tells_of
from detente.answers.statements import Statement
from detente.answers.verifying import Verifier
from detente.model import Claim
from detente.record import Record

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
_HELD_EVERY = 3


@dataclass(slots=True)
class Tally:
    """Counts of one form of question."""

    facts: int = 0
    read: int = 0
    given: int = 0
    asked: int = 0
    refused: int = 0
    stated: int = 0
    misses: list[str] = field(default_factory=list)
    lines: list[Statement] = field(default_factory=list)


def questions(which: str = "open") -> list[dict[str, Any]]:
    """The questions with an answer: those to work on (open), those held back (held), all, or the second set."""
    file = "second.yml" if which == "second" else "examples.yml"
    found: list[dict[str, Any]] = yaml.safe_load((HERE / "questions" / file).read_text("utf-8"))
    if which == "second":
        return found
    held = range(_HELD_EVERY - 1, len(found), _HELD_EVERY)
    return [q for n, q in enumerate(found) if which == "all" or (n in held) == (which == "held")]


def without_answer() -> list[dict[str, Any]]:
    """The questions that the examples do not answer."""
    found: list[dict[str, Any]] = yaml.safe_load((HERE / "questions" / "unanswerable.yml").read_text("utf-8"))
    return found


def answered(record: Record, question: dict[str, Any]) -> Answer:
    """The answer to a question, asked after the one that it leans on."""
    before = record.ask(question["after"], check=False) if "after" in question else None
    return record.ask(question["ask"], before, check=False)


def gives(answer: Answer, fact: str) -> bool:
    """Whether one line of an answer holds all words of a fact."""
    lines = answer.statements + answer.differences
    return holds(fact, [" ".join((line.text, *(c.quote for c in line.citations))) for line in lines])


def holds(fact: str, texts: Iterable[str]) -> bool:
    """Whether one of some texts holds all words of a fact."""
    wanted = [re.compile(rf"(?<!\w)(?:{part.strip()})", re.IGNORECASE) for part in fact.split(" + ")]
    return any(all(pattern.search(text) for pattern in wanted) for text in texts)


def _sentences(record: Record) -> list[tuple[str, str]]:
    """The words of every claim, each with the text of its article in small letters."""
    texts = {id_: record.archive.article(id_).text.lower() for id_ in {claim.article for claim in record.claims()}}
    return [(_words(claim), texts[claim.article]) for claim in record.claims()]


def _is_read(fact: str, answer: Answer, told: Iterable[tuple[str, str]]) -> bool:
    """Whether a claim was read in a sentence that holds a fact, in an article on those whom the question names."""
    parties = answer.query.parties
    return holds(fact, [words for words, text in told if all(tells_of(named, text) for named in parties)])


def _words(claim: Claim) -> str:
    """The sentence of a claim with the names of its parties, its type and its time."""
    names = " ".join(party.name for party in claim.parties)
    return f"{claim.sentence.text} {names} {claim.type} {claim.when.start or ''}"


def tallies(record: Record, asked: Iterable[dict[str, Any]], refusals: Iterable[dict[str, Any]]) -> dict[str, Tally]:
    """By form of question: facts given, questions refused."""
    found: dict[str, Tally] = defaultdict(Tally)
    told = _sentences(record)
    for question in asked:
        tally, answer = found[question["form"]], answered(record, question)
        tally.stated += len(answer.statements) + len(answer.differences)
        tally.lines += answer.statements
        for fact in question["facts"]:
            given = gives(answer, fact)
            known = given or _is_read(fact, answer, told)
            tally.facts += 1
            tally.read += known
            tally.given += given
            if not given:
                tally.misses.append(f"{'' if known else 'not read: '}{question['ask']}  [{fact}]")
    for question in refusals:
        tally, answer = found[question["form"]], answered(record, question)
        tally.asked += 1
        tally.refused += not answer.says
        if answer.says:
            first = answer.statements[0].text if answer.statements else ""
            tally.misses.append(f"not refused: {question['ask']}  {first}")
    return dict(found)


def table(found: dict[str, Tally]) -> str:
    """The figures as a table, the total last."""
    rows = [(form, t) for form, t in sorted(found.items())]
    total = Tally(
        *(sum(getattr(t, name) for _, t in rows) for name in ("facts", "read", "given", "asked", "refused", "stated"))
    )
    lines = [
        f"{'form':<12} {'facts':>6} {'read':>5} {'given':>6} {'of all':>7} {'of read':>8} {'lines':>6} "
        f"{'no answer':>10} {'refused':>8}"
    ]
    for form, t in [*rows, ("all", total)]:
        shares = [f"{t.given / n:.0%}" if n else "" for n in (t.facts, t.read)]
        lines.append(
            f"{form:<12} {t.facts:>6} {t.read:>5} {t.given:>6} {shares[0]:>7} {shares[1]:>8} {t.stated:>6} "
            f"{t.asked:>10} {t.refused:>8}"
        )
    return "\n".join(lines)


def faithfulness(record: Record, lines: Iterable[Statement]) -> tuple[int, int, int]:
    """Of some lines how many are sentences of ours, how many of these pass when read again, how many lines quote."""
    claims = {claim.id: claim for claim in record.claims()}
    once = {line.text: line for line in lines}.values()
    ours = [line for line in once if "“" not in line.text]
    verdicts = Verifier(record.knowledge).verdicts(
        [line.text for line in ours], [claims[line.claim_ids[0]] for line in ours]
    )
    return len(ours), sum(verdict.faithful for verdict in verdicts), len(once) - len(ours)


def exact_quotes(record: Record, lines: Iterable[Statement]) -> tuple[int, int]:
    """How many citations some lines have, and how many of their quotes stand word for word in their article."""
    cited = {(c.article_id, c.quote) for line in lines for c in line.citations}
    texts = {id_: " ".join(record.archive.article(id_).text.split()) for id_ in {article for article, _ in cited}}
    return len(cited), sum(quote in texts[article] for article, quote in cited)


def measure(path: Path, which: str, arguments: Sequence[str] = ()) -> None:
    """Print the figures over an archive of the examples, which is read first where it is empty."""
    with detente.open(path) as record:
        if not len(record.claims(limit=1)):
            record.read(EXAMPLES)
        found = tallies(record, questions(which), without_answer())
        print(table(found))
        if "--check" in arguments:
            lines = [line for tally in found.values() for line in tally.lines]
            ours, faithful, quoting = faithfulness(record, lines)
            cited, exact = exact_quotes(record, lines)
            print(
                f"sentences of ours {ours}, faithful when read again {faithful / max(ours, 1):.0%}; quoting {quoting}"
            )
            print(f"quotes {cited}, word for word in their article {exact / max(cited, 1):.0%}")
    if "--misses" in arguments:
        for form, tally in sorted(found.items()):
            for miss in tally.misses:
                print(f"{form:<12} {miss}")


def main(arguments: Sequence[str]) -> None:
    which = "held" if "--held" in arguments else "all" if "--all" in arguments else "open"
    which = "second" if "--second" in arguments else which
    named = [a for a in arguments if not a.startswith("--")]
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(named[0]) if named else Path(folder) / "examples.duckdb", which, arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
