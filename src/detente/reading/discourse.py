"""What an article has said so far about its actors: who was introduced, who was named last."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from detente.model import Party

#: how many sentences back a pronoun or "the group" may reach
REACH = 3
#: how many mentions are kept: more than any reach needs, so that long articles take no longer by the sentence
_REMEMBERED = 120


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named in a sentence, with its grammatical weight (subjects are likeliest to be meant again).

    `party` is None for what is no actor: it may still be what a pronoun means, which is then nobody.
    """

    party: Party | None
    sentence: int
    subject: bool
    plural: bool
    person: bool


@dataclass(slots=True)
class Discourse:
    """The memory of one article; one is made for each article and never shared."""

    published: date | None
    sentence: int = 0
    introduced: dict[str, Party] = field(default_factory=dict)
    full_names: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)

    def remember(self, party: Party | None, *, subject: bool, plural: bool, person: bool) -> None:
        """Note that a party, or a thing that is none, was named."""
        self.mentions.append(Mention(party, self.sentence, subject, plural, person))
        if len(self.mentions) > 2 * _REMEMBERED:
            del self.mentions[:-_REMEMBERED]

    def introduce(self, surname: str, party: Party) -> None:
        """Note who somebody is, so that the bare surname is understood later."""
        self.introduced.setdefault(surname, party)

    def recent(self) -> list[Mention]:
        """The mentions within reach, the likeliest antecedent first: nearest sentence, subjects first."""
        near = [m for m in self.mentions if self.sentence - m.sentence <= REACH]
        return sorted(reversed(near), key=lambda m: (self.sentence - m.sentence, not m.subject))

    def pair(self) -> tuple[Party, ...]:
        """The two states named most often of late: what "the two countries" are, or nothing."""
        counts: dict[str, tuple[int, Party]] = {}
        for mention in self.mentions[-40:]:
            if mention.party is None:
                continue
            code = mention.party.country or mention.party.code
            if code and mention.party.code == code:
                counts[code] = (counts.get(code, (0, mention.party))[0] + 1, mention.party)
        ranked = sorted(counts.values(), key=lambda c: -c[0])
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][0] == ranked[2][0]):
            return ()
        return tuple(party for _, party in ranked[:2])
