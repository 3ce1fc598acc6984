"""From checked files to rules, cues and named times."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from detente.knowledge import schema
from detente.knowledge.entries import Combine, Effect, Rule, SpeechVerb
from detente.knowledge.folder import Folder
from detente.knowledge.patterns import Form, PatternError, compile_pattern
from detente.knowledge.text import fold
from detente.model import Kind, Status


@dataclass(slots=True)
class Rules:
    """Compiled rules under construction, with the mistakes found."""

    found: dict[Form, dict[str, list[Rule]]] = field(default_factory=lambda: {form: defaultdict(list) for form in Form})
    effects: dict[str, dict[str, Effect]] = field(default_factory=lambda: defaultdict(dict))
    speech: dict[str, SpeechVerb] = field(default_factory=dict)
    periods: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)
    roots: dict[str, Rule] = field(default_factory=dict)
    combine: tuple[Combine, ...] = ()
    #: the codes of each type of project in each state of play
    states_of_play: dict[tuple[str, str], Rule] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    @property
    def rules(self) -> dict[Form, dict[str, tuple[Rule, ...]]]:
        """Rules by the lemma of their head, the most specific first."""
        return {
            form: {head: tuple(sorted(rules, key=lambda r: -r.pattern.weight)) for head, rules in heads.items()}
            for form, heads in self.found.items()
        }

    @property
    def vocabulary(self) -> frozenset[str]:
        """The head words of all rules: a verb outside it is one that no rule knows."""
        return frozenset(head for heads in self.found.values() for head in heads)


def compile_rules(folder: Folder) -> Rules:
    """All rules of some checked files, with the mistakes in their patterns."""
    rules = Rules()
    for claim_type in folder.types:
        for group in claim_type.groups:
            for form, lines in (
                (Form.VERB, group.verbs), (Form.NOUN, group.nouns), (Form.COPULA, group.copulas)
            ):  # fmt: skip
                for line in lines:
                    _add_rule(rules, folder, claim_type, group, form, line)
    rules.roots = {t.type: _rule_of_root(t) for t in reversed(folder.types) if t.kind is Kind.EVENT}
    _add_cues(rules, folder)
    return rules


def _add_cues(rules: Rules, folder: Folder) -> None:
    for effect in folder.effects:
        _add_effect(rules, effect)
    _add_combine(rules, folder)
    for speech in folder.speech:
        for word in (*speech.verbs, *speech.nouns, *speech.prepositions):
            rules.speech[word] = SpeechVerb(speech.stance)
    for period in folder.periods:
        for name in (period.name, *period.aliases):
            rules.periods[fold(name).lower()] = (period.start, period.end)


def _rule_of_root(claim_type: schema.ClaimType) -> Rule:
    """What the second coder codes is entered under this: the codes of a root, no mode, no words."""
    return Rule(
        id=f"model.{claim_type.type}",
        kind=claim_type.kind,
        type=claim_type.type,
        pattern=compile_pattern("S act|do T", Form.VERB, {}),
        score=claim_type.score,
        quad=claim_type.quad,
        sign=claim_type.sign,
        symmetric=claim_type.symmetric,
    )


def _add_rule(
    rules: Rules, folder: Folder, claim_type: schema.ClaimType, group: schema.Group, form: Form, line: str
) -> None:
    try:
        pattern = compile_pattern(line, form, folder.classes)
    except PatternError as error:
        where = folder.where.get(id(claim_type), claim_type.type)
        rules.mistakes.append(f"{where}: {group.name}: {error}")
        return
    rule = Rule(
        id=f"{claim_type.kind}.{claim_type.type}.{group.name}",
        kind=claim_type.kind,
        type=claim_type.type,
        pattern=pattern,
        mode=group.mode,
        cameo=group.cameo,
        context=group.context,
        issue=group.issue,
        score=claim_type.score if group.score is None else group.score,
        quad=claim_type.quad if group.quad is None else group.quad,
        sign=group.sign or claim_type.sign,
        symmetric=claim_type.symmetric if group.symmetric is None else group.symmetric,
        background=bool(group.background),
    )
    if rule.kind is Kind.PROJECT:
        rules.states_of_play.setdefault((rule.type, group.name), rule)
    for head in sorted({head for head, _ in pattern.heads}):
        rules.found[form][head].append(rule)


def _add_combine(rules: Rules, folder: Folder) -> None:
    known = {s.value for s in Status} | {group.cue for group in folder.effects}
    for line in folder.combine:
        for strange in sorted(set(line.has) - known):
            rules.mistakes.append(f"cues/combine.yml: no cue or status is called {strange!r}")
    rules.combine = tuple(Combine(frozenset(c.has), c.negations, c.status) for c in folder.combine)


def _add_effect(rules: Rules, group: schema.EffectGroup) -> None:
    effect = Effect(group.status, group.cue)
    for part in ("verbs", "nouns", "adjectives", "adverbs", "modals", "marks", "prepositions"):
        for word in getattr(group, part):
            rules.effects[part].setdefault(word, effect)
