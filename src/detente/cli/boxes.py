"""Boxes beside the story: what an article tells of one project or one flow, put together for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from detente.archive import ClaimRow
from detente.cli.wording import speaker_words, when_words
from detente.model import Claim, Kind, Party

#: what is told of a project, in the order of a box, with the words before it
_FACTS = (
    ("route", "route"), ("site", "site"), ("cost", "cost"), ("financing", "financing"), ("capacity", "capacity"),
    ("length", "length"), ("started", "begun"), ("completed", "finished"), ("due", "due"),
)  # fmt: skip


@dataclass(slots=True)
class Box:
    """The claims of one article on one work, or one flow."""

    title: str
    rows: list[ClaimRow] = field(default_factory=list)

    @property
    def claims(self) -> list[Claim]:
        """What it is made of, in the order of the article."""
        return [row.claim for row in self.rows]


def boxes(rows: Iterable[ClaimRow]) -> Iterator[Box]:
    """Claims of projects and flows as boxes: those of one work in one article are put into one."""
    found: dict[tuple[str, ...], Box] = {}
    for row in rows:
        found.setdefault(_key(row.claim), Box(_title(row.claim))).rows.append(row)
    yield from found.values()


def _key(claim: Claim) -> tuple[str, ...]:
    if claim.kind is not Kind.PROJECT:
        return (claim.id,)
    name = dict(claim.details).get("name", "")
    parties = "" if name else " ".join(sorted({p.code for p in (*claim.source, *claim.target) if p.code}))
    return (claim.article, claim.type, name or parties)


def _title(claim: Claim) -> str:
    kind = claim.type.replace("_", " ")
    name = dict(claim.details).get("name", "")
    if name:
        return name if kind in name.lower() else f"{name} ({kind})"
    facts = dict(claim.details)
    where = f" at {facts['site']}" if "site" in facts else f" {facts['route']}" if "route" in facts else ""
    return f"{kind[:1].upper()}{kind[1:]}{where}"


def box_lines(box: Box) -> list[str]:
    """The facts of a box, a line each, without its title."""
    return _flow_lines(box.claims[0]) if box.claims[0].kind is Kind.FLOW else _project_lines(box.claims)


def _project_lines(claims: list[Claim]) -> list[str]:
    lines = [f"state: {'; '.join(dict.fromkeys(s for c in claims if (s := _state(c))))}"]
    if told := _taking_part(claims):
        lines.append(f"taking part: {', '.join(told)}")
    for name, words in _FACTS:
        values = dict.fromkeys(value for c in claims for n, value in c.details if n == name)
        if values:
            lines.append(f"{words}: {'; '.join(values)}")
    return [line for line in lines if not line.endswith(": ")] + _told_by(claims[0])


def _state(claim: Claim) -> str:
    state = " ".join(claim.context).replace("_", " ")
    return f"{state} (denied)" if state and claim.status == "negated" else state


def _taking_part(claims: list[Claim]) -> list[str]:
    """Those who take part with what they do; of a side of which no role is told, the name alone."""
    parties = {p.code or p.text: p for c in claims for p in (*c.source, *c.target, *c.via)}
    roles: dict[str, dict[str, None]] = {code: {} for code in parties}
    for claim in claims:
        for share in filter(None, dict(claim.details).get("roles", "").split("; ")):
            code, _, role = share.partition(" ")
            roles.setdefault(code, {})[role] = None
    named = [(_name(parties[code]) if code in parties else code, does) for code, does in roles.items()]
    return [f"{name} ({' and '.join(does)})" if does else name for name, does in named]


def _flow_lines(claim: Claim) -> list[str]:
    told = [
        ("from", _names(claim.source)), ("through", _names(claim.via)), ("to", _names(claim.target)),
        ("amount", dict(claim.details).get("amount", "")), ("when", when_words(claim.when)), ("status", claim.status),
    ]  # fmt: skip
    return [" · ".join(f"{word}: {value}" for word, value in told if value), *_told_by(claim)]


def _told_by(claim: Claim) -> list[str]:
    return [f"says {speaker_words(claim.speaker)}"] if claim.speaker else []


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(_name(p) for p in parties))


def _name(party: Party) -> str:
    """A party for readers: the state's or body's name, with its sector where it is not the whole."""
    name = party.name or party.text
    return f"{name}/{party.sector}" if party.sector and party.code == party.country else name
