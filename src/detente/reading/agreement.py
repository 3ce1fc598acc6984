"""Two coders, one claim: the learned coder's answer beside the rules', and which of them decides.

The stated rule (its figures are in `coding.yml`): the model's likelihood of the rules' root is multiplied by how
much a rule that fits so well is to be trusted; the likeliest root is then the claim's.  What the model takes for
nothing at all is dropped unless the rules' root still outweighs that, and so is what both together leave unlikely.
Both answers are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.knowledge.entries import Conventions, Knowledge, Rule
from detente.model import Claim, Kind, Opinion, Party, Status
from detente.reading.build import Sentence
from detente.reading.marked import Marked
from detente.reading.marked_pair import SOURCE, TARGET
from detente.reading.near import as_match
from detente.reading.rule_coder import BOTH
from detente.reading.second_coder import NOTHING, ModelAnswer, SecondCoder

_TOLD_AS_DONE = (Status.ACTUAL, Status.ONGOING)


def pair_of(claim: Claim) -> Marked | None:
    """The sentence of an event with its first source and target marked; None where they do not stand apart in it."""
    if claim.kind is not Kind.EVENT or claim.status not in _TOLD_AS_DONE or not claim.source or not claim.target:
        return None
    return marked_parties(claim.sentence.text, claim.sentence.start, claim.source[0], claim.target[0])


def marked_parties(sentence: str, offset: int, source: Party, target: Party) -> Marked | None:
    """A sentence with two parties marked; None where they do not stand apart in it."""
    spans = [(mark, p.start - offset, p.end - offset) for mark, p in ((SOURCE, source), (TARGET, target))]
    (_, s0, s1), (_, t0, t1) = spans
    if min(s0, t0) < 0 or max(s1, t1) > len(sentence) or (s0 < t1 and t0 < s1):
        return None
    return Marked(sentence, tuple(spans))


def agreed(claim: Claim, model: ModelAnswer, conventions: Conventions, roots: dict[str, Rule]) -> Claim | None:
    """The claim as both coders make it, with both answers; None where nothing passes between its parties."""
    likely = dict(model.likelihoods)
    likely[claim.type] = likely.get(claim.type, 0.0) * conventions.weight(BOTH)
    nothing = likely.pop(NOTHING, 0.0)
    root = max(likely, key=lambda r: likely[r])
    if likely[root] < conventions.recoded_above * (sum(likely.values()) + nothing):
        root = claim.type
    if nothing >= conventions.nothing_above and nothing > likely[root]:
        return None
    total = sum(likely.values()) + nothing
    opinions = (
        Opinion(coder="rules", root=claim.type),
        Opinion(coder="model", root=model.root, probability=round(model.probability, 3)),
    )
    confidence = likely[root] / total
    if confidence < conventions.unsure_below:
        return None
    found = replace(claim, confidence=round(confidence, 3), coders=opinions)
    return found if root == claim.type else _recoded(found, roots[root])


def _recoded(claim: Claim, rule: Rule) -> Claim:
    """The claim under another root: what only its rule knew of mode and codes goes."""
    return replace(
        claim, type=rule.type, mode="", cameo="", context=(), quad=rule.quad, score=rule.score, sign=rule.sign,
        symmetric=rule.symmetric, rule=f"model.{rule.type} ({claim.rule})",
    )  # fmt: skip


def alone(model: ModelAnswer, conventions: Conventions, roots: dict[str, Rule]) -> Rule | None:
    """The rule under which the model alone codes a pair that no rule fits; None where it is not sure enough."""
    if model.root == NOTHING or model.probability < conventions.alone_above:
        return None
    return roots[model.root]


@dataclass(slots=True)
class Draft:
    """What the rules made of a sentence: its claims, and the pairs (verb, source, target) that they nearly found."""

    article: str
    sentence: Sentence
    claims: list[Claim]
    near: list[tuple[int, int, int]]


def ask(drafts: Sequence[Draft], second: SecondCoder, knowledge: Knowledge) -> None:
    """Ask the second coder about all events and near misses of some drafts, and change the drafts by its answers."""
    for draft in drafts:
        draft.claims = [_with_reliability(claim, knowledge) for claim in draft.claims]
    found = [
        (d, n, pair)
        for d in drafts
        for n, claim in enumerate(d.claims)
        if not _is_sure(claim, knowledge) and (pair := pair_of(claim))
    ]
    near = [(d, miss, pair) for d in drafts for miss in d.near if (pair := _pair_of_miss(d.sentence, miss))]
    answers = second.answers([pair for *_, pair in found] + [pair for *_, pair in near])
    revised: dict[tuple[int, int], Claim | None] = {}
    for (draft, n, _), answer in zip(found, answers, strict=False):
        revised[id(draft), n] = agreed(draft.claims[n], answer, knowledge.conventions, knowledge.roots)
    for draft in drafts:
        kept = (revised.get((id(draft), n), claim) for n, claim in enumerate(draft.claims))
        draft.claims = [claim for claim in kept if claim is not None]
    for (draft, miss, _), answer in zip(near, answers[len(found) :], strict=True):
        if (rule := alone(answer, knowledge.conventions, knowledge.roots)) and (claim := _entered(draft, miss, rule)):
            opinion = Opinion(coder="model", root=answer.root, probability=round(answer.probability, 3))
            draft.claims.append(replace(claim, confidence=opinion.probability, coders=(opinion,)))


def _line(claim: Claim) -> str:
    """The line of the knowledge file that a claim was read by."""
    return next((cue.value for cue in claim.cues if cue.answers == "pattern"), "")


def _is_sure(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the very line was right so often on our own sentences that the second coder need not be asked."""
    if any(cue.answers == "party" for cue in claim.cues):
        return True  # the second coder has learned from pairs that are named as who did it to whom
    likely = knowledge.reliability.get((claim.rule, _line(claim)), 0.0)
    return likely >= knowledge.conventions.sure_from


def _with_reliability(claim: Claim, knowledge: Knowledge) -> Claim:
    """An event with how likely its line, or else its rule, is right, where that was measured."""
    known = knowledge.reliability if claim.kind is Kind.EVENT else {}
    likely = known.get((claim.rule, _line(claim)), known.get((claim.rule, "")))
    if likely is None:
        return claim
    return replace(claim, confidence=round(likely, 3), coders=(Opinion(coder="rules", root=claim.type),))


def _pair_of_miss(sentence: Sentence, miss: tuple[int, int, int]) -> Marked | None:
    _, source, target = miss
    found = [sentence.actors.parties(i) for i in (source, target)]
    if not all(found):  # who a name meant at the time told of may be nobody known
        return None
    return marked_parties(sentence.tokens.text, sentence.tokens.offset, found[0][0], found[1][0])


def _entered(draft: Draft, miss: tuple[int, int, int], rule: Rule) -> Claim | None:
    """The claim of a pair that the model alone codes, if the text tells it as done."""
    claim = draft.sentence.claim(as_match(rule, *miss), draft.article)
    return claim if claim and claim.status in _TOLD_AS_DONE else None
