"""From checked files to actors that words can be looked up in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from detente.knowledge import schema
from detente.knowledge.entries import Entry, How, Naming, Role, Sort, Term
from detente.knowledge.folder import Folder
from detente.knowledge.text import fold

_SORTS = {"organisations": Sort.ORGANISATION, "groups": Sort.GROUP, "companies": Sort.COMPANY}
#: sectors of the holders of offices that are no part of a government
_OFFICE_SECTORS = {"military": "MIL", "opposition": "OPP", "legislator": "LEG", "figure": "CVL"}
#: offices of a government whose title may tell more: a speaker of parliament, a head of intelligence, a pope
_TITLED = frozenset({"minister", "head_of_state"})


@dataclass(slots=True)
class Actors:
    """Compiled actors under construction, with the mistakes found."""

    entries: dict[str, Entry] = field(default_factory=dict)
    found: dict[str, list[Naming]] = field(default_factory=lambda: defaultdict(list))
    roles: dict[tuple[str, ...], Role] = field(default_factory=dict)
    holders: dict[tuple[str, str], list[tuple[str, Term]]] = field(default_factory=lambda: defaultdict(list))
    office_exceptions: dict[str, dict[str, str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    @property
    def namings(self) -> dict[str, tuple[Naming, ...]]:
        return {words: tuple(namings) for words, namings in self.found.items()}

    @property
    def offices(self) -> dict[tuple[str, str], tuple[tuple[str, Term], ...]]:
        return {key: tuple(terms) for key, terms in self.holders.items()}


def compile_actors(folder: Folder) -> Actors:
    """All actors of some checked files, with every way to name them and the mistakes between files."""
    actors = Actors()
    for state in folder.states:
        _add_state(actors, state)
    for sort, listed in folder.actors.items():
        for actor in listed:
            _add_actor(actors, actor, _SORTS[sort], folder.where.get(id(actor), actor.id))
    for region in folder.regions:
        _add_region(actors, region, folder.where.get(id(region), region.id))
    for city in folder.cities:
        _add_city(actors, city)
    for roles in folder.roles:
        _add_roles(actors, roles)
    _add_people(actors, folder)
    _add_spellings(actors, [names for roles in folder.roles for names in roles.spellings])
    for outlet in folder.outlets:
        _add_outlet(actors, outlet)
    _add_headline_spellings(actors)
    _check_references(actors, folder)
    return actors


#: acronyms that spelt like a word are one
_WORDS = frozenset(
    "care safe aids cost east west core fast star arms hope life wise echo race sale near just mine ship fire quad "
    "mend idea able acts pact span gain save apex page".split()
)


#: words at the end of names that many papers write small ("State department", "UN security council")
_GENERIC = frozenset(
    "Department Party Ministry Front Council Agency Movement Commission Group Committee Army Brigade Brigades Forces "
    "Parliament Court Bank Union Coalition Alliance Government Authority Assembly Office Service Treaty Pact "
    "Security Human Rights Defence Defense Foreign Interior Intelligence Police Guard Guards Force Democratic General "
    "Supreme High Federal National Central Refugee Election Electoral Nuclear Energy Trade Criminal Appeals".split()
)


def _add_headline_spellings(actors: Actors) -> None:
    """Names as headlines write them (TEHRAN, SECURITY COUNCIL), acronyms as some papers do (Nato, Unesco)."""
    for words, namings in list(actors.found.items()):
        hows = {n.how for n in namings if actors.entries[n.entry].sort is not Sort.OUTLET}
        named = hows & {How.NAME, How.SEAT, How.ADJECTIVE} and words.istitle() and len(words) > 3
        if named and (_is_state(actors, namings) or (" " in words and _is_organisation(actors, namings))):
            actors.found.setdefault(words.upper(), namings)
        acronym = How.ABBREVIATION in hows and words.isalpha() and words.isupper() and len(words) > 3
        if acronym and words.lower() not in _WORDS:
            actors.found.setdefault(words.title(), namings)
        if How.NAME in hows and (small := _written_small(words)):
            actors.found.setdefault(small, namings)


def _written_small(words: str) -> str:
    """A name with its common nouns small ("UN security council", "State department"); "" where it has none."""
    first, *rest = words.split(" ")
    small = list(rest)
    for i in range(len(rest) - 1, -1, -1):
        if rest[i] not in _GENERIC:
            break
        small[i] = rest[i].lower()
    return " ".join([first, *small]) if small != rest else ""


def _is_organisation(actors: Actors, namings: list[Naming]) -> bool:
    return any(actors.entries[n.entry].sort is Sort.ORGANISATION for n in namings)


def _is_state(actors: Actors, namings: list[Naming]) -> bool:
    return any(actors.entries[n.entry].sort is Sort.STATE for n in namings)


def _name(actors: Actors, words: Iterable[str], entry: str, how: How, until: date | None = None) -> None:
    for word in filter(None, (w.strip() for w in words)):
        known = actors.found[fold(word)]
        if not any(n.entry == entry and n.how == how for n in known):
            known.append(Naming(entry, how, until))


def _add_state(actors: Actors, state: schema.State) -> None:
    if state.id in actors.entries:
        actors.mistakes.append(f"{state.id}: stands twice among the actors")
    actors.entries[state.id] = Entry(
        id=state.id, sort=Sort.STATE, name=state.name, country=state.part_of or state.id,
        start=state.start, end=state.end, successor=state.successor, capital=state.capital,
    )  # fmt: skip
    _name(actors, [state.name, *state.names], state.id, How.NAME)
    _name(actors, state.abbreviations, state.id, How.ABBREVIATION)
    _name(actors, state.adjectives, state.id, How.ADJECTIVE)
    _name(actors, state.people, state.id, How.PEOPLE)
    _name(actors, state.prefixes, state.id, How.PREFIX)
    _name(actors, [state.capital, *state.seats], state.id, How.SEAT)
    for former in state.former_names:
        _name(actors, [former.name], state.id, How.FORMER, former.until)
        _name(actors, former.adjectives, state.id, How.ADJECTIVE)
        _name(actors, former.people, state.id, How.PEOPLE)


def _add_actor(actors: Actors, actor: schema.Actor, sort: Sort, where: str) -> None:
    if actor.id in actors.entries:
        actors.mistakes.append(f"{where}: the id {actor.id} stands twice among the actors")
    actors.entries[actor.id] = Entry(
        id=actor.id, sort=sort, name=actor.name, country=actor.country, sector=actor.sector,
        terms=tuple(Term(r.start, r.end, sector=r.sector, country=r.country) for r in actor.roles),
        start=actor.start, end=actor.end, part_of=actor.part_of,
        members=tuple((m.state, Term(m.start, m.end)) for m in actor.members),
    )  # fmt: skip
    _name(actors, [actor.name, *actor.aliases], actor.id, How.NAME)
    _name(actors, actor.abbreviations, actor.id, How.ABBREVIATION)
    _name(actors, actor.adjectives, actor.id, How.ADJECTIVE)
    _name(actors, actor.people, actor.id, How.PEOPLE)
    _name(actors, actor.seats, actor.id, How.SEAT)


def _add_region(actors: Actors, region: schema.Region, where: str) -> None:
    key = f"region:{region.id}"
    if key in actors.entries:
        actors.mistakes.append(f"{where}: the region {region.id} stands twice")
    members = tuple((state, Term(None, None)) for state in region.states)
    country = region.counts_for or (region.states[0] if len(region.states) == 1 else "")
    actors.entries[key] = Entry(id=key, sort=Sort.REGION, name=region.name, country=country, members=members)
    _name(actors, [region.name, *region.aliases], key, How.NAME)
    _name(actors, region.adjectives, key, How.ADJECTIVE)


def _add_city(actors: Actors, city: schema.City) -> None:
    key = f"city:{fold(city.name).lower().replace(' ', '-')}"
    if fold(city.name) in actors.found:  # a seat of government, a region or a group of that name is meant first
        return
    actors.entries[key] = Entry(
        id=key, sort=Sort.CITY, name=city.name, country=city.state, coordinates=(city.latitude, city.longitude)
    )
    _name(actors, [city.name], key, How.CITY)


def _add_outlet(actors: Actors, outlet: schema.Outlet) -> None:
    key = f"outlet:{fold(outlet.name).lower().replace(' ', '-')}"
    actors.entries.setdefault(
        key, Entry(id=key, sort=Sort.OUTLET, name=outlet.name, country=outlet.country, sector="MED")
    )
    _name(actors, [outlet.name, *outlet.aliases, *outlet.abbreviations], key, How.NAME)


def _add_people(actors: Actors, folder: Folder) -> None:
    by_name: dict[str, list[schema.Holder]] = defaultdict(list)
    for holder in folder.holders:
        if holder.state in actors.entries:  # others are reported as mistakes
            by_name[holder.name].append(holder)
    for name, unsorted in by_name.items():
        terms = sorted(unsorted, key=lambda h: h.start or date.min)
        key = f"person:{fold(name).lower().replace(' ', '-')}"
        held = tuple(
            Term(h.start, h.end, _sector_held(actors, h), h.state, h.office, h.title, h.confidence) for h in terms
        )
        actors.entries[key] = Entry(id=key, sort=Sort.PERSON, name=name, terms=held)
        _name(actors, [name], key, How.NAME)
        for holder, term in zip(terms, held, strict=True):
            _name_person(actors, key, name, holder.aliases)
            actors.holders[holder.state, holder.office].append((key, term))


def _sector_held(actors: Actors, holder: schema.Holder) -> str:
    """The sector of an office where it is told or differs from that of its state or body; "" otherwise."""
    if sector := holder.sector or _OFFICE_SECTORS.get(holder.office, ""):
        return sector
    role = actors.roles.get(tuple(fold(holder.title).lower().split())) if holder.office in _TITLED else None
    return role.sector if role and role.sector not in ("GOV", "ELI") else ""


_TITLES = frozenset({"president", "prime minister", "premier", "foreign minister", "chancellor", "general"})


def _name_person(actors: Actors, key: str, name: str, aliases: str) -> None:
    for alias in filter(None, (a.strip() for a in aliases.split(";"))):
        shy = alias.startswith("?")
        words = fold(alias.removeprefix("?").strip())
        how = How.NAME if " " in words else How.SURNAME
        title, _, rest = words.rpartition(" ")
        if title.lower() in _TITLES and rest not in fold(name).split()[-1]:
            continue  # "President Bashar" would hide "Bashar Assad"
        known = actors.found[words]
        if words and not any(n.entry == key for n in known):
            known.append(Naming(key, how, shy=shy))


def _add_spellings(actors: Actors, spellings: list[tuple[str, ...]]) -> None:
    """Full names of people in the other spellings of one of their words, where nobody else is called so."""
    others = {name: [n for n in names if n != name] for names in spellings for name in names}
    for words, namings in list(actors.found.items()):
        parts = words.split(" ")
        if len(parts) < 2 or any(actors.entries[n.entry].sort is not Sort.PERSON for n in namings):
            continue
        for i, part in enumerate(parts):
            for other in others.get(part, ()):
                actors.found.setdefault(" ".join([*parts[:i], other, *parts[i + 1 :]]), namings)


def _add_roles(actors: Actors, roles: schema.Roles) -> None:
    for group in roles.roles:
        for noun in group.nouns:
            words = tuple(fold(noun).lower().split())
            office = roles.offices.get(noun, "")
            actors.roles.setdefault(words, Role(group.sector, group.kind, office))
    for phrase, office in roles.offices.items():
        words = tuple(fold(phrase).lower().split())
        role = actors.roles.get(words, Role("GOV", "office"))
        actors.roles[words] = Role(role.sector, role.kind, office)
    for gender, words_of in roles.genders.items():
        actors.genders.update((fold(word).lower(), gender) for word in words_of)
    for state, changed in roles.exceptions.items():
        actors.office_exceptions.setdefault(state, {}).update(changed)


def _check_references(actors: Actors, folder: Folder) -> None:
    for code, where, what in _references(folder):
        if code and code not in actors.entries:
            actors.mistakes.append(f"{where}: {what} names no known actor: {code}")


def _references(folder: Folder) -> Iterator[tuple[str, str, str]]:
    """Every code by which one entry names another: the code, the file and entry, and what it is there."""

    def where(entry: object, name: str) -> str:
        return folder.where.get(id(entry), name)

    for state in folder.states:
        yield state.successor, where(state, state.id), "successor"
        yield state.part_of, where(state, state.id), "part_of"
    for actor in (a for listed in folder.actors.values() for a in listed):
        roles = (role.country for role in actor.roles)
        for code in (actor.country, actor.part_of, *actor.operates_in, *roles):
            yield code, where(actor, actor.id), "country or part_of"
        for member in actor.members:
            yield member.state, where(actor, actor.id), "a member"
    for holder in folder.holders:
        yield holder.state, where(holder, holder.name), "state"
    for city in folder.cities:
        yield city.state, where(city, city.name), "state"
    for region in folder.regions:
        for code in (*region.states, region.counts_for):
            yield code, where(region, region.id), "a state"
