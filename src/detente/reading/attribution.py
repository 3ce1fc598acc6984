"""Who says it: the speakers above a claim, outermost first, with their verbs."""

from __future__ import annotations

from detente.knowledge.entries import SpeechVerb
from detente.model import Party, Speaker
from detente.reading.arguments import surface_subject
from detente.reading.tokens import Tokens
from detente.reading.who import Actors


def speakers_of(
    tokens: Tokens, trigger: int, actors: Actors, speech: dict[str, SpeechVerb]
) -> tuple[tuple[Speaker, ...], tuple[int, ...]]:
    """The speakers of what a word tells (outermost first; () for the outlet's own voice) and their verbs' places."""
    found: list[Speaker] = []
    places: list[int] = []
    below = trigger
    for above in tokens.ancestors(trigger):
        speaks = _speech_above(tokens, above, below, speech)
        if speaks and (speaker := _speaker(tokens, actors, above, speaks)):
            found.append(speaker)
            places.append(above)
        below = above
    source = _according_to(tokens, [trigger, *tokens.ancestors(trigger)])
    if source is not None:
        preposition, head = source
        found.append(_named(tokens, actors, head, "according to"))
        places.append(preposition)
    return tuple(reversed(found)), tuple(reversed(places))


def _speech_above(tokens: Tokens, above: int, below: int, speech: dict[str, SpeechVerb]) -> str:
    """The verb of saying by which the upper word tells the lower one, "" when it tells it in no such way."""
    lemma, dep = tokens.lemmas[above], tokens.deps[below]
    if not tokens.is_verb(above) or lemma not in speech:
        return ""
    if dep in ("ccomp", "parataxis"):
        return lemma
    if dep == "prep" and speech[lemma].stance == "alleges" and tokens.child(below, "pcomp") is not None:
        return lemma  # "accused Iran of backing"
    return ""


def _speaker(tokens: Tokens, actors: Actors, verb: int, lemma: str) -> Speaker | None:
    subject = surface_subject(tokens, verb)
    if tokens.passive(verb):
        agents = [c for a in tokens.all_children(verb, "agent") for c in tokens.all_children(a, "pobj")]
        subject = agents[0] if agents else None
    return None if subject is None else _named(tokens, actors, subject, lemma)


def _named(tokens: Tokens, actors: Actors, head: int, verb: str) -> Speaker:
    party = actors.party(head)
    if party is None:
        first = tokens.left_edge(head)
        said = tokens.slice(first, head)
        party = Party(text=said.text, start=said.start, end=said.end)
    return Speaker(
        text=party.text,
        start=party.start,
        end=party.end,
        verb=verb,
        code=party.code,
        sector=party.sector,
        name=party.name,
    )


def _according_to(tokens: Tokens, chain: list[int]) -> tuple[int, int] | None:
    for i in chain:
        for prep in tokens.all_children(i, "prep", "advmod"):
            if tokens.lower[prep] == "according":
                for to in tokens.children[prep]:
                    head = tokens.child(to, "pobj")
                    if head is not None:
                        return prep, head
    return None
