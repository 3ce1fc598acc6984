"""Who says it: the speakers above a claim, outermost first, with their verbs; and whose words a quote holds."""

from __future__ import annotations

from detente.knowledge.entries import SpeechVerb
from detente.model import Party, Speaker
from detente.reading.arguments import surface_subject
from detente.reading.story import Story
from detente.reading.tokens import SUBJECTS, Tokens
from detente.reading.who import Actors

Speech = dict[str, SpeechVerb]
#: stances of verbs whose gerund or object is what is said: "denied shelling", "accused Iran of backing"
_OF_DEEDS = frozenset({"alleges", "admits", "denies"})
#: nouns that name no speaker where they are the subject of a verb of saying
_NO_SPEAKERS = frozenset("it there this that what which".split())
#: what speaks only as a text does
_TEXTS = frozenset("treaty agreement accord constitution law act resolution deal pact charter convention".split())


def speakers_of(
    tokens: Tokens, trigger: int, actors: Actors, speech: Speech
) -> tuple[tuple[Speaker, ...], tuple[int, ...]]:
    """The speakers of what a word tells (outermost first; () for the outlet's own voice) and their verbs' places."""
    found: list[Speaker] = []
    places: list[int] = []
    below = trigger
    for above in tokens.ancestors(trigger):
        if tokens.deps[below] == "relcl" and not _is_that(tokens, below):
            break
        if speaker := _speaker_above(tokens, actors, above, below, speech):
            found.append(speaker)
            places.append(above)
        below = above
    if not found and (aside := _aside(tokens, trigger, actors, speech)):
        found.append(aside[1])
        places.append(aside[0])
    source = _according_to(tokens, [trigger, *tokens.ancestors(trigger)])
    if source is not None:
        preposition, head = source
        found.append(_named(tokens, actors, head, "according to"))
        places.append(preposition)
    return tuple(reversed(found)), tuple(reversed(places))


def _speaker_above(tokens: Tokens, actors: Actors, above: int, below: int, speech: Speech) -> Speaker | None:
    """The speaker by whom the upper word tells the lower one, None when it tells it in no such way."""
    lemma, dep = tokens.lemmas[above], tokens.deps[below]
    if lemma not in speech:
        return None
    stance = speech[lemma].stance
    if tokens.is_noun(above):
        return (
            _speaker_of_noun(tokens, actors, above, lemma)
            if dep in ("acl", "relcl") and _is_that(tokens, below)
            else None
        )
    if not tokens.is_verb(above):
        return None
    if dep in ("ccomp", "parataxis") and (tokens.tags[below] != "VBG" or tokens.child(below, "aux") is not None):
        return _speaker(tokens, actors, above, lemma)
    if dep in ("xcomp", "ccomp", "pcomp", "dobj") and stance in _OF_DEEDS and _is_gerund(tokens, below):
        return _speaker(tokens, actors, above, lemma)  # "denied shelling"
    if dep == "prep" and stance == "alleges" and tokens.child(below, "pcomp") is not None:
        return _speaker(tokens, actors, above, lemma)  # "accused Iran of backing"
    claim = tokens.is_noun(below) and dep in ("dobj", "nsubjpass") and tokens.lemmas[below] in speech
    return _speaker(tokens, actors, above, lemma) if claim and stance == "denies" else None


def _is_gerund(tokens: Tokens, verb: int) -> bool:
    return tokens.tags[verb] == "VBG" or any(tokens.lower[c] == "having" for c in tokens.all_children(verb, "aux"))


def _is_that(tokens: Tokens, below: int) -> bool:
    mark = tokens.child(below, "mark")
    return tokens.is_verb(below) and mark is not None and tokens.lower[mark] == "that"


def _speaker_of_noun(tokens: Tokens, actors: Actors, noun: int, lemma: str) -> Speaker | None:
    """Israel in "Israel's claim that", "the Israeli claim that", "a statement from Israel that"."""
    owners = tokens.all_children(noun, "poss", "amod", "compound", "nmod")
    for prep in tokens.all_children(noun, "prep"):
        if tokens.lower[prep] in ("by", "from", "of"):
            owners.extend(tokens.all_children(prep, "pobj"))
    for owner in owners:
        party = actors.party(owner)
        if party is not None and party.code:
            return _as_speaker(party, lemma)
    return None


def _speaker(tokens: Tokens, actors: Actors, verb: int, lemma: str) -> Speaker | None:
    subject = surface_subject(tokens, verb)
    if tokens.passive(verb):
        agents = [c for a in tokens.all_children(verb, "agent") for c in tokens.all_children(a, "pobj")]
        subject = agents[0] if agents else None
    if subject is None and tokens.child(verb, "ccomp") is not None and not tokens.passive(verb):
        behind = tokens.child(verb, "dobj")  # "..., wrote the minister"
        subject = behind if behind is not None and tokens.is_noun(behind) else None
    if subject is None or tokens.lower[subject] in _NO_SPEAKERS and actors.party(subject) is None:
        return None
    if tokens.lemmas[subject] in _TEXTS:
        return None
    return _named(tokens, actors, subject, lemma)


def _named(tokens: Tokens, actors: Actors, head: int, verb: str) -> Speaker:
    party = actors.party(head)
    if party is None:
        first = tokens.left_edge(head)
        said = tokens.slice(first, head)
        party = Party(text=said.text, start=said.start, end=said.end)
    return _as_speaker(party, verb)


def _as_speaker(party: Party, verb: str) -> Speaker:
    return Speaker(
        text=party.text, start=party.start, end=party.end, verb=verb, code=party.code, sector=party.sector,
        name=party.name,
    )  # fmt: skip


def _aside(tokens: Tokens, trigger: int, actors: Actors, speech: Speech) -> tuple[int, Speaker] | None:
    """The speaker of a clause put in beside what is told: "Iraq, Iran said, had attacked", "as France said"."""
    for i in [trigger, *tokens.ancestors(trigger)]:
        for c in tokens.all_children(i, "parataxis", "ccomp", "advcl"):
            mark = tokens.child(c, "mark")
            bare = tokens.deps[c] == "advcl"
            if not bare and (mark is not None or (tokens.lemmas[i] in speech and i < c)):
                continue  # "announced that the governments had agreed": what is said, no speaker
            if tokens.lemmas[c] not in speech or not tokens.is_verb(c) or c == trigger:
                continue
            if bare and (mark is None or tokens.lower[mark] != "as"):
                continue
            empty = tokens.child(c, "ccomp", "xcomp", "dobj") is None
            own = tokens.child(c, *SUBJECTS)
            within = trigger != c and trigger not in tokens.subtree(c)
            if empty and own is not None and within and (bare or _stands_apart(tokens, c)):
                speaker = _speaker(tokens, actors, c, tokens.lemmas[c])
                if speaker is not None:
                    return c, speaker
        if tokens.deps[i] in ("ccomp", "relcl", "advcl"):
            return None
    return None


def _stands_apart(tokens: Tokens, verb: int) -> bool:
    """Whether a clause stands between commas or quotation marks."""
    words = tokens.subtree(verb)
    near = {tokens.lower[words[0] - 1] if words[0] else ",", tokens.lower[words[0]]}
    return not near.isdisjoint((",", "“", "”", '"', "''", "``", "-", "–", "—"))


def _according_to(tokens: Tokens, chain: list[int]) -> tuple[int, int] | None:
    for i in chain:
        for prep in tokens.all_children(i, "prep", "advmod"):
            if tokens.lower[prep] == "according":
                for to in tokens.children[prep]:
                    head = tokens.child(to, "pobj")
                    if head is not None:
                        return prep, head
    return None


# -- quotes ----------------------------------------------------------------------------------------------


def note_quotes(story: Story, tokens: Tokens, actors: Actors, speech: Speech) -> None:
    """Remember whose words the quotes of a sentence are, and those that follow it without a word between."""
    touched = story.quotes.overlapping(tokens.offset, tokens.offset + len(tokens.text))
    speaker = _main_speaker(story, tokens, actors, speech)
    if speaker is not None:
        for n in touched:
            story.said.setdefault(n, speaker)
        story.last = (speaker, tokens.offset + len(tokens.text))
        return
    for n in touched:
        whole = story.is_whole(n, tokens.offset, tokens.offset + len(tokens.text))
        if n not in story.said and whole and (last := story.last_before(n)):
            story.said[n] = last
            story.last = (last, tokens.offset + len(tokens.text))


def _main_speaker(story: Story, tokens: Tokens, actors: Actors, speech: Speech) -> Speaker | None:
    """Who speaks in the outlet's words of a sentence: the subject of a verb of saying outside all quotes."""
    for i, lemma in enumerate(tokens.lemmas):
        if lemma not in speech or not tokens.is_verb(i) or tokens.tags[i] not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        if story.quotes.at(tokens.offset + tokens.starts[i]) is not None or tokens.child(i, *SUBJECTS) is None:
            continue
        if tokens.deps[i] in ("ROOT", "parataxis", "ccomp", "conj") and not tokens.passive(i):
            speaker = _speaker(tokens, actors, i, lemma)
            if speaker is not None:
                return speaker
    return None
