"""Claims in a few words, for tables and explanations."""

from __future__ import annotations

from collections.abc import Iterable

from detente.model import Claim, Kind, Party, Precision, Sign, Speaker, When

COLOURS = {Sign.COOPERATIVE: "green", Sign.HOSTILE: "red", Sign.NEUTRAL: "cyan"}


def party_words(party: Party | Speaker) -> str:
    """A party as "RUS/MIL", or by its name where it has no code."""
    code = party.code or party.name or party.text
    return f"{code}/{party.sector}" if party.sector else code


def side_words(parties: Iterable[Party]) -> str:
    """All parties of one side, "?" for none."""
    return ", ".join(dict.fromkeys(party_words(p) for p in parties)) or "?"


def arrow(claim: Claim) -> str:
    """Who to whom, in one line."""
    if not claim.target:
        return side_words(claim.source)
    return f"{side_words(claim.source)} {'↔' if claim.symmetric else '→'} {side_words(claim.target)}"


def type_words(claim: Claim) -> str:
    """The type of a claim with its mode."""
    name = f"{claim.type}:{claim.mode}" if claim.mode else claim.type
    return name if claim.kind == "event" else f"{claim.kind} {name}"


def when_words(when: When) -> str:
    """A time as it is known, "as reported" where there are no words of time."""
    if when.precision is Precision.REPORTED:
        return "as reported"
    if when.start is None and when.end is None:
        return f"“{when.text}”"
    if when.start == when.end:
        return str(when.start)
    if when.precision is Precision.YEAR and when.start and when.end and when.start.year == when.end.year:
        return str(when.start.year)
    if when.precision is Precision.MONTH and when.start and when.end and when.start.month == when.end.month:
        return f"{when.start:%Y-%m}"
    return f"{when.start or '…'} to {when.end or '…'}"


def speaker_words(speakers: Iterable[Speaker]) -> str:
    """Who says so, outermost first; "" for the outlet's own voice."""
    return " > ".join(f"{party_words(s)} ({s.verb})" for s in speakers)


def box_words(claim: Claim) -> str:
    """What a box beside the story would hold of a project or a flow: state, way, cost, amount, dates; else ""."""
    if claim.kind not in (Kind.PROJECT, Kind.FLOW):
        return ""
    facts = [state.replace("_", " ") for state in claim.context] if claim.kind is Kind.PROJECT else []
    if claim.via:
        facts.append(f"through {side_words(claim.via)}")
    facts += [f"{name} {value}" for name, value in claim.details]
    return " · ".join(facts)
