"""How faithful composed sentences are: `python bench/wording.py [ARCHIVE]`, by default over the example dispatches.

Every claim is worded and the sentence is read again.  Then errors are planted (parties swapped, "not" put in, what is
only planned told as done), and it is counted how many of them are found.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import detente
from detente.answers.statements import Published
from detente.answers.verifying import Checked, Verifier
from detente.answers.wording import composed
from detente.knowledge import Knowledge
from detente.model import Claim, Status

_EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_DONE = (Status.ACTUAL, Status.ONGOING)


def main() -> None:
    if len(sys.argv) > 1:
        over(Path(sys.argv[1]))
    else:
        examples()


def examples() -> None:
    """The figures over the example dispatches."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "examples.duckdb"
        with detente.open(archive) as record:
            record.read(_EXAMPLES)
        over(archive)


def over(archive: Path) -> None:
    """The figures over an archive."""
    with detente.open(archive, create=False) as record:
        rows = list(record.claims().rows())
        articles: dict[str, Published] = {row.article.id: row.article for row in rows}
        claims = [row.claim for row in rows]
        verifier = Verifier(record.knowledge)
        faithful(verifier.checked([[claim] for claim in claims], articles))
        planted(claims, articles, record.knowledge, verifier)


def faithful(checked: Sequence[Checked]) -> None:
    """Print how many sentences passed, and what the others differed in."""
    tried = [one for one in checked if one.tried]
    first = sum(one.tried[0][1].faithful for one in tried)
    passed = sum(not one.quoted for one in tried)
    print(f"\nwording, {len(checked)} claims")
    print(f"  worded in our own words      {len(tried):5d}  {len(tried) / len(checked):6.1%}")
    print(f"  first sentence faithful      {first:5d}  {first / len(tried):6.1%} of them")
    print(f"  one of the sentences is      {passed:5d}  {passed / len(tried):6.1%}")
    print(f"  report quoted instead        {sum(one.quoted for one in checked):5d}")
    missed = Counter(name for one in tried for name in one.tried[0][1].mismatches)
    print("  first sentences differ in    " + ", ".join(f"{name} {n}" for name, n in missed.most_common()))


def planted(
    claims: Sequence[Claim], articles: Mapping[str, Published], knowledge: Knowledge, verifier: Verifier
) -> None:
    """Print how many planted errors are found."""
    for name, pairs in (
        ("parties swapped", _changed(claims, _swapped)),
        ("negated", _changed(claims, _negated)),
        ("not-yet told as done", _changed(claims, _done)),
    ):
        texts, true = [], []
        for claim, wrong in pairs:
            for statement in islice(composed([wrong], articles, knowledge), 1):
                texts.append(statement.text)
                true.append(claim)
        found = sum(not verdict.faithful for verdict in verifier.verdicts(texts, true))
        print(f"  planted: {name:<22} {found:4d} of {len(texts):4d} found  {found / max(len(texts), 1):6.1%}")


def _changed(claims: Sequence[Claim], change: object) -> Iterator[tuple[Claim, Claim]]:
    for claim in claims:
        if callable(change) and (wrong := change(claim)) is not None:
            yield claim, wrong


def _swapped(claim: Claim) -> Claim | None:
    if claim.symmetric or not claim.source or not claim.target or claim.object:
        return None
    if {p.country or p.code or p.text for p in claim.source} & {p.country or p.code or p.text for p in claim.target}:
        return None
    return replace(claim, source=claim.target, target=claim.source)


def _negated(claim: Claim) -> Claim | None:
    return replace(claim, status=Status.NEGATED) if claim.status is Status.ACTUAL else None


def _done(claim: Claim) -> Claim | None:
    return None if claim.status in _DONE else replace(claim, status=Status.ACTUAL)


if __name__ == "__main__":
    main()
