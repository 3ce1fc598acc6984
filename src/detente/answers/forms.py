"""The forms of English verbs and nouns that a sentence is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.knowledge.wording import Grammar

_ONE_SYLLABLE_SHUT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]|[^aeiou]*qu[aeiou][^aeiouwxy]")
_HISSES = ("s", "x", "z", "ch", "sh")


def past(verb: str, grammar: Grammar) -> str:
    """The simple past of a verb, singular where that matters ("be" gives "was")."""
    return grammar.verbs[verb][0] if verb in grammar.verbs else _with_ed(verb, grammar)


def participle(verb: str, grammar: Grammar) -> str:
    """The past participle of a verb."""
    return grammar.verbs[verb][1] if verb in grammar.verbs else _with_ed(verb, grammar)


def third(verb: str, grammar: Grammar) -> str:
    """What a verb is in "she ...s"."""
    if verb in grammar.present:
        return grammar.present[verb]
    if verb.endswith(_HISSES) or (verb.endswith("o") and verb not in ("woo", "boo")):
        return verb + "es"
    return verb[:-1] + "ies" if _consonant_y(verb) else verb + "s"


def gerund(verb: str, grammar: Grammar) -> str:
    """What a verb is in "while ...ing"."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb != "be":
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _doubles(verb, grammar) else verb) + "ing"


def plural(noun: str, grammar: Grammar) -> str:
    """More than one of a noun."""
    if noun in grammar.plurals:
        return grammar.plurals[noun]
    if noun.endswith(_HISSES):
        return noun + "es"
    return noun[:-1] + "ies" if _consonant_y(noun) else noun + "s"


def verb_forms(verb: str, grammar: Grammar) -> frozenset[str]:
    """All forms of a verb."""
    more = ("was", "were", "is", "are", "am", "been") if verb == "be" else ()
    made = (past(verb, grammar), participle(verb, grammar), third(verb, grammar), gerund(verb, grammar))
    return frozenset((verb, *made, *more))


def noun_forms(noun: str, grammar: Grammar) -> Iterator[str]:
    """A noun in the singular and in the plural."""
    yield noun
    yield plural(noun, grammar)


def listed(names: Sequence[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def a_or_an(word: str) -> str:
    """The indefinite article that a word asks for by its sound, as far as its letters tell."""
    first = word.lower()
    if first.startswith(("uni", "use", "usu", "eu", "one", "u-", "uk", "ura", "uto")) and not first.startswith("unim"):
        return "a"
    if re.match(r"(US|U\.S|UN|U\.N)\b", word):
        return "a"
    if first.startswith(("hour", "honest", "honour", "heir")) or re.match(r"[FHLMNRSX][A-Z]{1,4}\b", word):
        return "an"
    return "an" if first[:1] in "aeiou" else "a"


def _with_ed(verb: str, grammar: Grammar) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if _consonant_y(verb):
        return verb[:-1] + "ied"
    if verb.endswith("c"):
        return verb + "ked"
    return (verb + verb[-1] if _doubles(verb, grammar) else verb) + "ed"


def _doubles(verb: str, grammar: Grammar) -> bool:
    return verb in grammar.doubling or _ONE_SYLLABLE_SHUT.fullmatch(verb) is not None


def _consonant_y(word: str) -> bool:
    return len(word) > 1 and word.endswith("y") and word[-2] not in "aeiou"
