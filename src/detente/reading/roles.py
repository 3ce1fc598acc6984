"""Role nouns in a sentence: minister, troops, rebels, foreign ministry, secretary of state."""

from __future__ import annotations

import re

from detente.knowledge.entries import Role
from detente.knowledge.text import fold
from detente.reading.tokens import Tokens

#: in words; a hyphen is one
LONGEST_ROLE = 7
STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
#: nouns that say only that somebody is of what stands before them: "police spokesman", "settler leader"
_MEMBERS = frozenset(
    "leader chief head boss spokesman spokeswoman spokesperson official member representative delegate chairman "
    "chairwoman chairperson president secretary source figure aide negotiator envoy commander activist supporter "
    "organiser organizer volunteer director employee staff personnel founder veteran sympathiser sympathizer "
    "operative recruiter financier fundraiser ringleader officer adviser advisor crew elder candidate hopeful "
    "informant defector".split()
)
#: nouns for bodies of what stands before them: "student association", "farmers' organisation"
_BODIES = frozenset(
    "group organisation organization association federation confederation council committee network team office "
    "delegation body society league board syndicate".split()
)
#: nouns that are a role only where they are written large: a Chargé is no charge
_LARGE = frozenset({"charge"})
#: officers and up: whoever was less and is so no longer is common people
_OFFICERS = frozenset(
    "general colonel admiral commander officer chief marshal brigadier commodore spokesman spokeswoman adviser "
    "advisor minister attache".split()
)
_OUT_OF_OFFICE = frozenset("former ex late ousted deposed exiled erstwhile retired onetime one-time".split())
#: deeds and occasions that a role noun before them makes no actor: "press briefing"
OCCASIONS = frozenset(
    "briefing conference release report freedom coverage statement interview stunt action case hearing order "
    "ruling verdict appearance battle tactic tactics warfare strategy rule law".split()
)
#: nouns that are part of some name where they are written large
_SMALL = frozenset({"union"})
#: lands that are no actor while it is open which they are
LANDS = frozenset({"state", "country", "nation", "homeland"})
#: what a state is in, when it is no country: "a state of war"
_CONDITIONS = frozenset("war emergency affairs siege alert mind peace play flux readiness shock crisis limbo".split())
#: where parsers cut a word
_CUT = re.compile(r"\s+|(-|'s\b|'(?=\s|$))")


def is_of_a_state(role: Role) -> bool:
    """Whether an unnamed holder belongs to the state that the text is about ("the army", "the foreign ministry")."""
    return role.sector in STATE_SECTORS and role.kind in ("office", "body")


def can_leave(role: Role, lemma: str) -> bool:
    """Whether somebody "former" of this role is one of the elite: an official is, a rebel or a soldier is not."""
    if role.kind == "person" and role.sector in ("MIL", "COP") and lemma not in _OFFICERS:
        return False
    return role.kind in ("office", "person") and role.sector in (STATE_SECTORS | {"IGO"})


def sector_of(role: Role, lemma: str, *, left: bool) -> str:
    """The sector of somebody of a role, who may have left it."""
    if not left:
        return role.sector
    if can_leave(role, lemma):
        return "ELI"
    return "CVL" if role.kind == "person" and role.sector in ("MIL", "COP") else role.sector


def is_surname(tokens: Tokens, i: int, start: int, forenames: dict[str, str]) -> bool:
    """Whether a capitalised noun of one word is what somebody is called: "Baker" behind a forename."""
    before = i - 1
    if start != i or before < 0 or tokens.tags[i] != "NNP" or tokens.tags[before] != "NNP" or tokens.heads[before] != i:
        return False
    return fold(tokens.lower[before]) in forenames and tokens.words[i].istitle()


def left_office(tokens: Tokens, head: int, first: int | None = None) -> str:
    """The word of a phrase by which somebody holds an office no more ("former"); "" for none."""
    start = tokens.phrase_start(head) if first is None else first
    return next((word for word in tokens.lower[start:head] if word in _OUT_OF_OFFICE), "")


class RoleNouns:
    """All role nouns, found by the word they end in."""

    def __init__(self, roles: dict[tuple[str, ...], Role]) -> None:
        self._roles = {_as_parsed(words): role for words, role in roles.items()}
        self._last_words = frozenset(words[-1] for words in self._roles)

    def in_sentence(self, tokens: Tokens) -> dict[int, tuple[int, Role]]:
        """For each word that ends a role noun: where the noun starts, and the role."""
        found: dict[int, tuple[int, Role]] = {}
        folded = tuple(fold(word) for word in tokens.lower)
        for i, lemma in enumerate(tokens.lemmas):
            tag = tokens.tags[i]
            known = lemma in self._last_words or tokens.lower[i] in self._last_words or tag == "NNPS"
            known = known or lemma in _MEMBERS or lemma in _BODIES
            if not known or tag[:2] not in ("NN", "JJ", "VB") or (lemma in _LARGE and tag != "NNP"):
                continue
            if lemma in _SMALL and tag == "NNP" and tokens.deps[i] != "compound" and tokens.left_edge(i) >= i - 1:
                continue
            if lemma in LANDS and any(tokens.lower[c] in ("a", "an") for c in tokens.all_children(i, "det")):
                continue  # "demanded a separate state"
            if lemma == "state" and tokens.lower[i + 1 : i + 3] and tokens.lower[i + 1 : i + 3][-1] in _CONDITIONS:
                continue
            forms = _forms(tokens, i, lemma)
            match = self._longest(folded, i, forms) if self._ends_role(tokens, i, forms) else None
            if match := _member_of_role(tokens, i, lemma, match, found) or match:
                found[i] = _in_the_shadow(tokens, match)
        return found

    def _ends_role(self, tokens: Tokens, i: int, forms: tuple[str, ...]) -> bool:
        if tokens.tags[i][:2] != "NN" and tokens.deps[i] in ("amod", "advmod"):
            return False
        return any(form in self._last_words for form in forms)

    def _longest(self, words: tuple[str, ...], i: int, forms: tuple[str, ...]) -> tuple[int, Role] | None:
        for length in range(min(LONGEST_ROLE, i + 1), 0, -1):
            before = words[i - length + 1 : i]
            for last in forms:
                if role := self._roles.get((*before, last)):
                    return i - length + 1, role
        return None


def _as_parsed(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a role noun as a parser cuts them: hyphens and genitives stand alone."""
    return tuple(part for part in _CUT.split(" ".join(words)) if part)


def _member_of_role(
    tokens: Tokens, i: int, lemma: str, match: tuple[int, Role] | None, found: dict[int, tuple[int, Role]]
) -> tuple[int, Role] | None:
    """The role of somebody who is only told to be of a sector by the role noun before: "settler leader"."""
    if lemma not in _MEMBERS and lemma not in _BODIES:
        return None
    before = _noun_before(tokens, i)
    if before not in found or tokens.tags[i][:2] != "NN":
        return None
    start, role = found[before]
    if match is not None and match[0] <= start:
        return None
    if role.kind == "office" or (role.sector == "GOV" and role.kind == "person"):
        return None  # "Prime Minister spokesman" is two phrases, and a minister's aide is told by "aide"
    return start, Role(role.sector, "person" if lemma in _MEMBERS else "body")


def _noun_before(tokens: Tokens, i: int) -> int:
    """The noun just before a word, over the sign of its genitive ("teachers' association"); -1 for none."""
    before = i - 1
    if before > 0 and tokens.tags[before] == "POS" and tokens.tags[before - 1] in ("NNS", "NNPS"):
        before -= 1
    return before


def _in_the_shadow(tokens: Tokens, match: tuple[int, Role]) -> tuple[int, Role]:
    """The role of whoever only stands ready for it: a shadow minister is of the opposition."""
    start, role = match
    if start and tokens.lower[start - 1] == "shadow" and role.sector in STATE_SECTORS:
        return start - 1, Role("OPP", "person")
    return match


def _forms(tokens: Tokens, i: int, lemma: str) -> tuple[str, ...]:
    """The lemma, the word, and the singular of a capitalised plural, which lemmatisers leave as it is."""
    word = tokens.lower[i]
    if tokens.tags[i] != "NNPS":
        return (lemma, word)
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return (lemma, word, singular)
