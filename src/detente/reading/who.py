"""Who the noun phrases of a sentence mean: known names, offices, nationalities, and what leads to them."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date

from detente.knowledge.entries import How, Knowledge, Naming, Role, Sort
from detente.model import Party
from detente.reading.calendar_words import CALENDAR
from detente.reading.discourse import Discourse, Mention
from detente.reading.measures import counted_heads
from detente.reading.named import NamedWords
from detente.reading.names import Hit
from detente.reading.offices import bare_party, of_owner, with_owner_words
from detente.reading.owners import (
    affiliation,
    described_by,
    other_owners,
    other_state,
    owner_of_conjunct,
    owner_of_thing,
    predicate_of,
    within_state,
)
from detente.reading.reference import (
    RELATIONAL,
    body_named_before,
    collective,
    doer_to,
    first_joined,
    gender_of,
    is_main,
    is_place_again,
    listed_members,
    note_place,
    owner_by_control,
    place_before,
    pronouns,
    remember_again,
    salient_state,
    sort_of_meant,
)
from detente.reading.roles import OCCASIONS, RoleNouns, is_of_a_state, is_surname, left_office, sector_of
from detente.reading.salience import actors_beside, part_of
from detente.reading.seats import PAPERS, STORMS, is_only_a_place
from detente.reading.tokens import SUBJECTS, Tokens
from detente.reading.unsaid import is_definite, spoken_of_before, unsaid_owner, whole_state

_ANY_BODY = Role("", "body")
_SEVERAL = frozenset("pair duo couple trio majority dozen number hundred thousand".split())
_LANDS = (Sort.CITY, Sort.REGION, Sort.STATE)


class Actors:
    """The parties of one sentence.  Made for a sentence, asked for the head of a noun phrase."""

    def __init__(
        self, tokens: Tokens, hits: list[Hit], knowledge: Knowledge, roles: RoleNouns, discourse: Discourse
    ) -> None:
        self.tokens = tokens
        self._knowledge = knowledge
        self._discourse = discourse
        self._day = discourse.published
        found = roles.in_sentence(tokens)
        self._roles = {i: role for i, role in found.items() if not is_surname(tokens, i, role[0], knowledge.genders)}
        self._named = NamedWords(tokens, hits, knowledge, discourse, frozenset(self._roles))
        self._roles = {i: role for i, role in self._roles.items() if not self._named.in_place(i)}
        self._cache: dict[int, Party | None] = {}
        self._meant: dict[int, tuple[Party, ...]] = {}
        self._busy: set[int] = set()
        self._read_all()

    def as_of(self, day: date) -> Actors:
        """The same sentence with names and offices as they were on a day, for what is told of the past."""
        then = copy(self)
        then._day = day
        then._named = self._named.as_of(day)
        then._cache = {i: p for i, p in self._cache.items() if self.tokens.tags[i] in ("PRP", "PRP$")}
        then._busy = set()
        return then

    def parties(self, head: int) -> tuple[Party, ...]:
        """The parties of a noun phrase and of those coordinated with it; empty when it names no actor."""
        found: list[Party] = []
        for i in counted_heads(self.tokens, head):
            if listed := listed_members(self.tokens, i):
                found.extend(p for c in listed if (p := self.party(c)) is not None)
            elif group := collective(self.tokens, i, self._named, self._knowledge, self._discourse):
                found.extend(group)
            elif self.tokens.tags[i] == "PRP" or self.tokens.lower[i] == "their":
                found.extend(self._pronouns(i))
            elif (party := self.party(i)) is not None:
                found.append(party)
                found.extend(other_owners(self.tokens, self._named, i, party) if i in self._roles else ())
        return tuple(found)

    def party(self, head: int) -> Party | None:
        """The party of one noun phrase without those coordinated with it."""
        if head not in self._cache:
            if head in self._busy:
                return None
            self._busy.add(head)
            self._cache[head] = self._resolve(head)
            self._busy.discard(head)
        return self._cache[head]

    def named(self, i: int) -> Naming | None:
        """The meaning of the known name that covers a word."""
        return self._named[i].naming if i in self._named else None

    def in_long_name(self, i: int) -> bool:
        """Whether a word is only part of a known name of several words ("Democratic" in a party's name)."""
        return i in self._named and self._named[i].first != self._named[i].last

    def role(self, i: int) -> Role | None:
        """The role noun that ends at a word."""
        return self._roles[i][1] if i in self._roles else None

    def is_sort(self, head: int, sort: str) -> bool:
        """Whether a party is a state, land in one, a place (either), an organisation, group, company or person."""
        if head in self._named and sort in ("place", "land"):
            is_state = self._named.entry(head).sort is Sort.STATE and self._named[head].naming.how is not How.SEAT
            return self._named.entry(head).sort in _LANDS and not (is_state and sort == "land")
        if head in self._named:
            return self._named.entry(head).sort == sort
        if sort in ("place", "land") and is_place_again(self.tokens, head):
            return True
        role = self.role(head)
        if sort == "person":
            return role.kind in ("person", "office") if role else self.tokens.tags[head] == "NNP"
        if sort in ("state", "place") and role is not None and role.sector == "GOV":
            return True
        return sort_of_meant(self.tokens, head, self.party(head), self._knowledge) == sort  # "joined it"

    def is_mention(self, i: int) -> bool:
        """Whether a word heads a noun phrase that names an actor itself, not through something it owns."""
        return i in self._cache and (i in self._named or i in self._roles or self.tokens.tags[i] == "NNP")

    @property
    def known(self) -> tuple[Party, ...]:
        """All known parties named in the sentence."""
        return tuple(p for p in self._cache.values() if p and p.code)

    def _read_all(self) -> None:
        """Resolve all noun phrases from left to right, so that what follows can refer to them."""
        t = self.tokens
        together: dict[int, list[Mention]] = {}
        for i, tag in enumerate(t.tags):
            noun = tag[:2] == "NN" or tag in ("PRP", "CD") or i in self._named
            if not noun or (t.deps[i] in ("compound", "amod", "nmod") and t.heads[i] > i):
                continue
            party = self.party(i)
            if tag == "PRP" and party is not None and is_main(t, i):
                remember_again(t, i, party, self._discourse)
            if tag in ("PRP", "PRP$", "CD") or (party is None and t.lower[i] in CALENDAR):
                continue
            if party is not None:
                note_place(t, i, party, self._discourse)
            itself = party is None or i in self._named or i in self._roles or tag in ("NNP", "NNPS")
            person = self._is_person(i, party)
            mention = self._discourse.remember(
                party if party and party.code else None, subject=t.deps[i] in SUBJECTS, person=person,
                plural=itself and (tag in ("NNS", "NNPS") or t.lemmas[i] in _SEVERAL), speaks=self._speaks(i),
                gender=gender_of(t, i, party if person else None, self._knowledge.genders),
                part="main" if is_main(t, i) else part_of(t, i), start=t.offset + t.starts[i],
            )  # fmt: skip
            first = first_joined(t, i)
            together.setdefault(first, []).append(mention)
            self._discourse.join(together[first])

    def _is_person(self, head: int, party: Party | None) -> bool:
        if head in self._named:
            return self._named.entry(head).sort is Sort.PERSON
        role = self.role(head)
        if role:
            return role.kind in ("office", "person")
        name = party.name if party else ""
        return self.tokens.tags[head] == "NNP" and name[:1].isupper() and bool(party and name in party.text)

    def _resolve(self, head: int) -> Party | None:
        tag = self.tokens.tags[head]
        if tag in ("PRP", "PRP$"):
            return next(iter(self._pronouns(head)), None)
        if head in self._named:
            return self._by_name(head)
        if head in self._roles:
            return self._by_role(head)
        if is_place_again(self.tokens, head):
            return place_before(self.tokens, head, self._knowledge, self._discourse)
        if self.tokens.lower[head].rstrip(".") in CALENDAR:
            return None
        if tag in ("NNP", "NNPS"):
            return self._by_introduction(head)
        body = body_named_before(self.tokens, head, _ANY_BODY, self._knowledge, self._discourse)
        return self._by_role_before(head) or body or self._through_owner(head)

    def _pronouns(self, i: int) -> tuple[Party, ...]:
        """All parties of a pronoun, found when it is first met, for what follows it is not meant."""
        if i not in self._meant:
            doer, owner = self._cache.get(doer_to(self.tokens, i)), self._cache.get(owner_by_control(self.tokens, i))
            self._meant[i] = pronouns(
                self.tokens, i, self._discourse, acts=self._speaks(i), but=doer.code if doer else "",
                likely=owner.code if owner else "", weights=self._knowledge.salience,
            )  # fmt: skip
        return self._meant[i]

    def _speaks(self, i: int) -> bool:
        t = self.tokens
        return t.deps[i] == "nsubj" and t.lemmas[t.heads[i]] in self._knowledge.speech

    def _by_name(self, head: int) -> Party | None:
        naming, first, last = self._named[head]
        entry = self._named.entry(head)
        party = self._named.party(head, min(first, self.tokens.phrase_start(head)), max(last, head))
        if party is None:
            return None
        t = self.tokens
        if entry.sort is Sort.PERSON and left_office(self.tokens, head):
            return replace(party, sector="ELI", reason=f"{party.reason}; called {left_office(self.tokens, head)}")
        if entry.sort is Sort.PERSON and party.sector in ("", "CVL") and (title := self._title_before(head)):
            return replace(party, sector=title.sector, reason=f"{party.reason}; titled so here")
        if naming.how is How.SEAT and is_only_a_place(t, head):
            return replace(party, sector="")  # in "talks in Ankara" Ankara is a place
        if entry.sort is Sort.GROUP and party.sector and (owner := other_state(self.tokens, self.party, head, party)):
            reason = f"{party.text!r} of {owner.name} ({owner.reason})"
            return replace(party, code=owner.code, country=owner.country, name=owner.name, reason=reason)
        party = within_state(t, self._named, head, head, party)
        if naming.how is How.PEOPLE and t.tags[head] == "NNPS" and t.child(head, "det") is None:
            return replace(party, sector=party.sector or "CVL")
        return party

    def _title_before(self, head: int) -> Role | None:
        """The role that stands as a title before a name."""
        for i in range(head - 1, self.tokens.phrase_start(head) - 1, -1):
            if i in self._roles:
                return self._roles[i][1]
        return None

    def _by_role(self, head: int) -> Party | None:
        """The party of a role, which a name in apposition may tell: "the president, Richard Nixon"."""
        t, role = self.tokens, self._roles[head][1]
        named = t.child(head, "appos")
        if named is None or t.tags[named] != "NNP":
            return self._of_role(head)
        if named in self._named and (by_name := self.party(named)) is not None and by_name.code:
            holds = by_name.sector == "ELI" and role.kind == "office" and not left_office(t, head)
            return replace(by_name, sector=role.sector) if holds else by_name
        found = self._of_role(head)
        if found is None or named in self._named or role.kind not in ("office", "person"):
            return found
        said = t.slice(t.phrase_start(named), named)
        found = replace(found, name=self._bare_name(t.phrase_start(named), named))
        self._cache[named] = replace(found, text=said.text, start=said.start, end=said.end)
        self._discourse.introduce(t.words[named], found)
        return found

    def _of_role(self, head: int) -> Party | None:
        start, role = self._roles[head]
        said = self.tokens.slice(min(start, self.tokens.phrase_start(head)), head)
        lemma = self.tokens.lemmas[head]
        noun = " ".join([*self.tokens.lower[start:head], lemma])
        owner = affiliation(self.tokens, self._named, self.party, head)
        owner = spoken_of_before(self.tokens, self._named, head, noun, owner, self._discourse)
        owner = owner or owner_of_conjunct(self.tokens, self._named, self.party, head)
        near = owner is not None
        if owner is not None:
            self._discourse.own(noun, owner)
        elif lemma in RELATIONAL:
            return None
        elif said_of := described_by(self.tokens, self._roles, self.party, head):
            return said_of
        elif body := body_named_before(self.tokens, head, role, self._knowledge, self._discourse):
            return body
        else:
            acting = {p.code for i in actors_beside(self.tokens, head) if (p := self._cache.get(i))}
            owner = unsaid_owner(self.tokens, head, start, role, noun, self._discourse, self._knowledge, acting)
        sector = sector_of(role, lemma, left=bool(left_office(self.tokens, head)))
        base = bare_party(said, sector)
        if owner is None:
            if role.kind == "thing":  # a missile or an embassy of nobody in particular does nothing
                return None
            return replace(base, reason=f"{said.text!r} is a role of sector {sector}")
        base = with_owner_words(self.tokens, base, owner) if near else base
        return of_owner(base, owner, role, noun, self._knowledge, self._day)

    def _by_role_before(self, head: int) -> Party | None:
        """A person or thing that a role noun describes: "opposition politicians", "rebel commander"."""
        t = self.tokens
        for c in t.all_children(head, "compound", "amod", "nmod"):
            if c in self._roles and t.tags[head] in ("NN", "NNS"):
                start, role = self._roles[c]
                said = t.slice(min(start, self.tokens.phrase_start(head)), head)
                base = bare_party(said, role.sector, f"{said.text!r} is of sector {role.sector}")
                owner = affiliation(self.tokens, self._named, self.party, head)
                unowned = owner is None or t.child(head, "prep") is not None
                if (unowned and role.kind == "thing" and role.sector != "GOV") or t.lemmas[head] in OCCASIONS:
                    return None  # a missile strike or a press briefing is nobody
                if owner is None and (role.kind == "thing" or (is_of_a_state(role) and is_definite(t, head))):
                    owner = whole_state(salient_state(self._discourse), self._knowledge)
                if owner is None:
                    return base
                base = with_owner_words(t, base, owner)
                return of_owner(base, owner, role, t.lemmas[c], self._knowledge, self._day)
        return None

    # -- unknown names -------------------------------------------------------------------------------

    def _by_introduction(self, head: int) -> Party | None:
        """A name no table knows: by its title and nationality, its apposition, or an earlier introduction."""
        t = self.tokens
        first = self.tokens.phrase_start(head)
        if STORMS.intersection(t.lower[first : head + 1]) or PAPERS & {t.lower[head], t.lemmas[head].lower()}:
            return None
        said = t.slice(first, head)
        name = self._bare_name(first, head)
        surname = t.words[head]
        if surname in self._discourse.introduced:
            earlier = self._discourse.introduced[surname]
            reason = f"{surname!r} was introduced earlier: {earlier.reason}"
            return replace(earlier, text=said.text, start=said.start, end=said.end, reason=reason)
        titles = [i for i in range(first, head) if i in self._roles]
        described = self._described(head, titles)
        base = Party(text=said.text, start=said.start, end=said.end, name=name)
        if described is None:
            owner = affiliation(self.tokens, self._named, self.party, head)
            if owner is None:
                return replace(base, reason="a name that no table knows")
            return replace(base, code=owner.code, country=owner.country, reason=f"an unknown name of {owner.name}")
        found = replace(
            base, code=described.code, country=described.country, sector=described.sector,
            reason=f"{name!r} is introduced as {described.text!r}: {described.reason}",
        )  # fmt: skip
        if found.code or (found.sector and not titles):
            self._discourse.introduce(surname, found)
        return found

    def _bare_name(self, first: int, head: int) -> str:
        t = self.tokens
        start = head
        while (
            start > first
            and t.tags[start - 1] == "NNP"
            and start - 1 not in self._roles
            and start - 1 not in self._named
        ):
            start -= 1
        return t.slice(start, head).text

    def _described(self, head: int, titles: list[int]) -> Party | None:
        t = self.tokens
        if titles:
            title = titles[-1]
            start, role = self._roles[title]
            said = t.slice(start, title)
            owner = affiliation(self.tokens, self._named, self.party, head)
            if owner is None and start - 1 in self._named:
                owner = self._named.owner(start - 1)
            if owner is None and role.sector in ("OPP", "REB"):
                owner = unsaid_owner(t, head, start, role, said.text.lower(), self._discourse, self._knowledge)
            out = bool(left_office(t, title, t.phrase_start(head)))
            sector = sector_of(role, t.lemmas[title], left=out)
            base = bare_party(said, sector, f"a title of sector {sector}")
            return of_owner(base, owner, role, said.text.lower(), self._knowledge, self._day) if owner else base
        apposition = t.child(head, "appos")
        if apposition is None and t.deps[head] == "appos":
            apposition = t.heads[head]
        if apposition is not None and apposition in self._roles:
            return self.party(apposition)
        said_to_be = predicate_of(t, head)
        return self.party(said_to_be) if said_to_be is not None and said_to_be in self._roles else None

    # -- what belongs to an actor --------------------------------------------------------------------

    def _through_owner(self, head: int) -> Party | None:
        """The actor behind a thing: Iran in "Iran's programme", "the Iranian programme", "a decision of Iran"."""
        t = self.tokens
        owner = owner_of_thing(self.tokens, self._named, self.party, head)
        if owner is None or not owner.code:
            return None
        said = t.slice(self.tokens.phrase_start(head), head)
        return replace(owner, reason=f"through {said.text!r}: {owner.reason}")
