"""What an article has said so far about its actors: who was introduced, who was named last."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from detente.model import Party

#: how many sentences back a pronoun or "the group" may reach
REACH = 3
#: how many mentions are kept: more than any reach needs, so that long articles take no longer by the sentence
_REMEMBERED = 120
#: how many things must be said to be in a state for it to be the scene of an article
_ENOUGH = 3


@dataclass(slots=True)
class Mention:
    """Something named in a sentence, with its grammatical weight (subjects are likeliest to be meant again).

    `party` is None for what is no actor: it may still be what a pronoun means, which is then nobody.  `group`
    has all parties of what was named together ("Russia and Iran"), `speaks` is told of who says something, `main`
    of the subject of a main clause, `part` tells "main", "object" or "place", `start` is where it stands.
    """

    party: Party | None
    sentence: int
    subject: bool
    plural: bool
    person: bool
    gender: str = ""
    speaks: bool = False
    group: tuple[Party, ...] = ()
    main: bool = False
    part: str = ""
    start: int = -1


@dataclass(slots=True)
class Discourse:
    """The memory of one article; one is made for each article and never shared."""

    published: date | None
    sentence: int = 0
    introduced: dict[str, Party] = field(default_factory=dict)
    full_names: set[str] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    owners: dict[str, list[tuple[int, Party]]] = field(default_factory=dict)
    scenes: dict[str, list[Party]] = field(default_factory=dict)
    met: tuple[Party, ...] = ()

    def remember(
        self,
        party: Party | None,
        *,
        subject: bool,
        plural: bool,
        person: bool,
        gender: str = "",
        speaks: bool = False,
        part: str = "",
        start: int = -1,
    ) -> Mention:
        """Note that a party, or a thing that is none, was named."""
        at = start if start >= 0 or party is None else party.start
        mention = Mention(
            party, self.sentence, subject, plural, person, gender, speaks, main=part == "main", part=part, start=at
        )  # fmt: skip
        self.mentions.append(mention)
        if len(self.mentions) > 2 * _REMEMBERED:
            del self.mentions[:-_REMEMBERED]
        return mention

    def join(self, mentions: list[Mention]) -> None:
        """Note what was named together."""
        if len(mentions) > 1:
            group = tuple(m.party for m in mentions if m.party)
            for mention in mentions:
                mention.group = group

    def own(self, noun: str, owner: Party) -> None:
        """Note whose somebody of a role was said to be ("Syrian rebels"), for when it is not said again."""
        self.owners.setdefault(noun, []).append((self.sentence, owner))

    def owner_of(self, noun: str) -> Party | None:
        """Whose the rebels, the troops, the president are: said before in the article, and only of one or just now."""
        said = self.owners.get(noun, [])
        if not said:
            return None
        sentence, last = said[-1]
        alone = len({owner.code for _, owner in said}) == 1
        return last if alone or self.sentence - sentence <= 1 else None

    def stage(self, state: Party) -> None:
        """Note that something is in a state: where most is, what nobody owns belongs."""
        self.scenes.setdefault(state.country, []).append(state)

    def scene(self) -> Party | None:
        """The state in which most of what is told happens; None where it is told of several or of little."""
        if not self.scenes:
            return None
        told = max(self.scenes.values(), key=len)
        enough = len(told) >= _ENOUGH and 2 * len(told) > sum(map(len, self.scenes.values()))
        return told[0] if enough else None

    def introduce(self, surname: str, party: Party) -> None:
        """Note who somebody is, so that the bare surname is understood later."""
        self.introduced.setdefault(surname, party)

    def recent(self) -> list[Mention]:
        """The mentions within reach, the likeliest antecedent first: nearest sentence, subjects first."""
        near = [m for m in self.mentions if self.sentence - m.sentence <= REACH]
        return sorted(
            reversed(near),
            key=lambda m: (self.sentence - m.sentence, not m.subject, not m.main and m.sentence < self.sentence),
        )

    def meeting(self) -> tuple[Party, ...]:
        """Those first told to meet, or else the pair the text speaks of."""
        return self.met or self.pair()

    def joined(self) -> tuple[Party, ...]:
        """The two states last named together ("France and Germany"), within reach."""
        for mention in self.recent():
            codes = {p.code for p in mention.group}
            near = mention.subject and self.sentence - mention.sentence <= 1
            if near and len(mention.group) == len(codes) == 2 and all(p.code == p.country for p in mention.group):
                return mention.group
        return ()

    def pair(self) -> tuple[Party, ...]:
        """The two states named of late, or most often by far: what "the two countries" are, or nothing."""
        counts: dict[str, tuple[int, Party]] = {}
        for mention in self.mentions[-40:]:
            if mention.party is None:
                continue
            code = mention.party.country or mention.party.code
            if code and mention.party.code == code:
                counts[code] = (counts.get(code, (0, mention.party))[0] + 1 + mention.subject, mention.party)
        ranked = sorted(counts.values(), key=lambda c: -c[0])
        near = {m.party.country for m in self.recent() if m.party and m.party.code == m.party.country}
        close = [c for c in ranked if c[1].country in near]
        if len(close) == 2:
            return tuple(replace(party, sector="") for _, party in close)
        if len(close) > 2 and (together := self.joined()):
            return tuple(replace(party, sector="") for party in together)
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][0] == ranked[2][0]):
            return ()
        return tuple(replace(party, sector="") for _, party in ranked[:2])
