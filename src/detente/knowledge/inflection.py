"""The forms that English words take, as far as a quick look for them needs: too many forms do no harm."""

from __future__ import annotations

from collections.abc import Iterator

from detente.knowledge.entries import Rule
from detente.knowledge.patterns import Form

_IRREGULAR = {
    "arise": "arose arisen", "awake": "awoke awoken", "bear": "bore borne born", "beat": "beaten", "become": "became",
    "begin": "began begun", "bend": "bent", "bet": "", "bid": "bade bidden", "bind": "bound", "bite": "bit bitten",
    "bleed": "bled", "blow": "blew blown", "break": "broke broken", "breed": "bred", "bring": "brought", "build": "built",
    "burn": "burnt", "buy": "bought", "catch": "caught", "choose": "chose chosen", "cling": "clung", "come": "came",
    "creep": "crept", "deal": "dealt", "dig": "dug", "do": "did done does", "draw": "drew drawn", "drink": "drank drunk",
    "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "feed": "fed", "feel": "felt", "fight": "fought",
    "find": "found", "flee": "fled", "fling": "flung", "fly": "flew flown", "forbid": "forbade forbidden", "foresee": "foresaw foreseen",
    "forget": "forgot forgotten", "forgive": "forgave forgiven", "freeze": "froze frozen", "get": "got gotten", "give": "gave given",
    "go": "went gone", "grind": "ground", "grow": "grew grown", "hang": "hung", "have": "had has", "hear": "heard", "hide": "hid hidden",
    "hold": "held", "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "lean": "leant", "leap": "leapt", "leave": "left",
    "lend": "lent", "lie": "lay lain lying", "light": "lit", "lose": "lost", "make": "made", "mean": "meant", "meet": "met", "mistake": "mistook mistaken",
    "overcome": "overcame", "overrun": "overran", "overthrow": "overthrew overthrown", "overtake": "overtook overtaken", "pay": "paid",
    "plead": "pled", "ride": "rode ridden", "ring": "rang rung", "rise": "rose risen", "run": "ran", "say": "said", "see": "saw seen",
    "seek": "sought", "sell": "sold", "send": "sent", "shake": "shook shaken", "shine": "shone", "shoot": "shot", "show": "shown",
    "shrink": "shrank shrunk", "sing": "sang sung", "sink": "sank sunk", "sit": "sat", "slay": "slew slain", "sleep": "slept", "slide": "slid",
    "sling": "slung", "speak": "spoke spoken", "speed": "sped", "spend": "spent", "spin": "spun", "spring": "sprang sprung", "stand": "stood",
    "steal": "stole stolen", "stick": "stuck", "sting": "stung", "strike": "struck stricken", "string": "strung", "strive": "strove striven",
    "swear": "swore sworn", "sweep": "swept", "swim": "swam swum", "swing": "swung", "take": "took taken", "teach": "taught", "tear": "tore torn",
    "tell": "told", "think": "thought", "throw": "threw thrown", "undergo": "underwent undergone", "understand": "understood",
    "undertake": "undertook undertaken", "uphold": "upheld", "wear": "wore worn", "weave": "wove woven", "win": "won", "wind": "wound",
    "withdraw": "withdrew withdrawn", "withhold": "withheld", "withstand": "withstood", "write": "wrote written",
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "crisis": "crises", "foe": "foes",
    "army": "armies", "policeman": "policemen", "gunman": "gunmen", "half": "halves", "life": "lives", "thief": "thieves",
}  # fmt: skip
_VOWELS = "aeiou"
#: prepositions that stand in almost every sentence
#: verbs of every other sentence, too seldom the only sign of something told
_EVERYDAY = frozenset(
    "be have do make take get go come give say tell see want know think use find work call try need feel become leave "
    "put mean keep let seem show hear play run live believe bring happen write sit stand like learn look".split()
)
_EVERYWHERE = frozenset("of for with in on at by to from".split())


def forms(word: str) -> Iterator[str]:
    """The word and the forms it takes as a noun, a verb or an adjective."""
    yield word
    yield from _IRREGULAR.get(word, "").split()
    for prefix in ("over", "under", "with", "out", "re", "mis", "up"):
        if word.startswith(prefix) and word.removeprefix(prefix) in _IRREGULAR:
            yield from (prefix + form for form in _IRREGULAR[word.removeprefix(prefix)].split())
    yield word + "s"
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield word + "es"
    if word.endswith("e"):
        yield from (word + "d", word[:-1] + "ing")
    elif word.endswith("y") and len(word) > 2 and word[-2] not in _VOWELS:
        yield from (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    else:
        yield from (word + "ed", word + "ing")
    if len(word) > 2 and word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS:
        yield from (word + word[-1] + "ed", word + word[-1] + "ing")


def trigger_forms(rules: dict[Form, dict[str, tuple[Rule, ...]]]) -> frozenset[str]:
    """All forms of words one of which must stand in a sentence that any rule fits.

    Of a rule with literal words these are what it needs; of one without, its head, unless that is a word
    so common that it would let every sentence pass.
    """
    words: set[str] = set()
    for heads in rules.values():
        for head, listed in heads.items():
            for rule in listed:
                words |= _rarest(rule, head)
    return frozenset(form for word in words for form in forms(word))


def _rarest(rule: Rule, head: str) -> frozenset[str]:
    literal = [c.filler.nouns for c in rule.pattern.complements if c.filler and c.filler.literal and not c.optional]
    if literal:
        return frozenset(noun for noun, _ in literal[0])
    if head in _EVERYDAY:
        return frozenset()
    bare = all(modifier == "@" for word, modifier in rule.pattern.heads if word == head)
    if bare and head in _EVERYWHERE:
        return frozenset()
    return frozenset({head})
