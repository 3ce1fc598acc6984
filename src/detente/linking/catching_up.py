"""The archive brought up to date with what can be derived from it: copied passages, then happenings.

Work goes on in batches, each saved whole, so that it may be stopped at any time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from detente import history
from detente.archive.derived import Derived, Placing, Text
from detente.archive.records import ClaimRow
from detente.history.happenings import happening
from detente.history.joining import SPEAKERS, judged
from detente.history.judgements import RULES, by_user, grouped
from detente.history.mentions import Mention, mention
from detente.history.passages import SHARED_KEYS, sketches
from detente.history.reuse import Copy, common_passages, copy_of
from detente.history.voices import Report, voices
from detente.knowledge import Merging
from detente.model import Happening, Judgement, Reuse

_BATCH = 1000
#: others that a new article is compared with word by word: those that share most with it
_PARTNERS = 6
#: articles kept ready for comparing between batches
_READY = 4000
#: happenings that a new claim is compared with at most
_MOST = 60
#: a piece that stands so wholly in an earlier one is found through that one
_STANDS_FOR = 0.9
#: full stops, quotation marks and spaces beside the words of a piece
_MARKS = 4

_TEXT_CODE = ("passages.py", "common_words.txt", "reuse.py")
_CLAIM_CODE = ("mentions.py", "merging.py", "joining.py", "judgements.py", "happenings.py", "voices.py")


def catch_up(derived: Derived, rules: Merging) -> int:
    """Compare what has not been compared yet: texts, then claims; how many articles were new in either way.

    ArchiveBusy when another process writes to the archive; what is up to date needs no writing.
    """
    methods = methods_of(rules)
    if derived.up_to_date(*methods):
        return 0
    with derived.alone():
        texts = _catch_up_texts(derived, methods[0])
        return max(texts, _catch_up_claims(derived, rules, methods[1]))


def behind(derived: Derived, rules: Merging) -> int:
    """How many articles there are whose claims have not been compared, or by another method."""
    return derived.behind(claim_method(rules))


def methods_of(rules: Merging) -> tuple[str, str]:
    """The digests under which texts and claims are compared today."""
    return _digest(_TEXT_CODE), claim_method(rules)


def _catch_up_texts(derived: Derived, method: str) -> int:
    derived.restart_texts(method)
    ready: dict[str, Copy] = {}
    pending = derived.pending_texts()
    for start in range(0, len(pending), _BATCH):
        with derived.held():
            _compare_texts(derived, derived.texts(pending[start : start + _BATCH]), ready, method)
        for old in list(ready)[: max(0, len(ready) - _READY)]:
            del ready[old]
    return len(pending)


def _catch_up_claims(derived: Derived, rules: Merging, method: str) -> int:
    derived.restart_claims(method)
    pending = derived.pending_claims()
    for start in range(0, len(pending), _BATCH):
        with derived.held():
            _compare_claims(derived, pending[start : start + _BATCH], rules, method)
    return len(pending)


def judge(derived: Derived, rules: Merging, left: str, right: str, same: bool, by: str, reason: str) -> list[Happening]:
    """Write down what a user says of two claims; the happenings that they belong to afterwards."""
    if left == right:
        raise ValueError(f"{left} is one claim; a judgement is on two")
    first, second = sorted((left, right))
    now = datetime.now(UTC)
    judgement = Judgement(left=first, right=second, same=same, score=float(same), reason=reason, by=by, made=now)
    with derived.alone():
        touched = derived.happenings_of([left, right])
        happenings, placings, replaced = _regroup(derived, touched, {}, [judgement], _signature(rules))
        derived.save_happenings(happenings, placings, replaced, [judgement])
    return [h for h in happenings if {left, right} & set(h.claims)]


def _digest(names: Iterable[str], more: str = "") -> str:
    total = hashlib.blake2b(more.encode(), digest_size=6)
    folder = Path(history.__file__).parent
    for name in names:
        total.update((folder / name).read_bytes())
    return total.hexdigest()


def claim_method(rules: Merging) -> str:
    """The name of the method by which claims are compared: of its code and its rules."""
    return _digest(_CLAIM_CODE, _plain(rules))


def _signature(rules: Merging) -> str:
    """How judgements by the rules are signed, so that those of an older method are told from them."""
    return f"{RULES} {claim_method(rules)}"


def _plain(rules: Merging) -> str:
    """What the rules say, in words that are the same in any run."""
    compatible = sorted((*sorted(types), degree) for types, degree in rules.compatible.items())
    return repr((compatible, sorted(rules.recurring.items()), sorted(rules.spoken)))


# -- texts -----------------------------------------------------------------------------------------------


def _compare_texts(derived: Derived, batch: Sequence[Text], ready: dict[str, Copy], method: str) -> None:
    copies = [_ready(text, ready) for text in batch]
    pieces = [(rank, copy.id, n) for rank, copy in enumerate(copies) for n in range(len(copy.pieces))]
    keys = sketches([piece for copy in copies for piece in copy.pieces])
    rows = [(key, article, n, rank) for (rank, article, n), found in zip(pieces, keys, strict=True) for key in found]
    hits: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for article, piece, other, other_piece in derived.hits(rows, SHARED_KEYS, _PARTNERS):
        hits.setdefault((other, article), []).append((other_piece, piece))
    for text in derived.texts({other for other, _ in hits} - set(ready)):
        _ready(text, ready)
    reuses = [
        reuse
        for (one, two), found in hits.items()
        if one in ready
        for reuse in common_passages(ready[one], ready[two], found)
    ]
    taken = _stood_for(reuses, {copy.id: copy for copy in copies})
    kept = [row for row in rows if (row[1], row[2]) not in taken]
    derived.save_texts([text.id for text in batch], kept, reuses, method)


def _ready(text: Text, ready: dict[str, Copy]) -> Copy:
    copy = copy_of(text.id, text.text, outlet=text.outlet, agency=text.agency, published=text.published)
    ready[text.id] = copy
    return copy


def _stood_for(reuses: Iterable[Reuse], fresh: dict[str, Copy]) -> set[tuple[str, int]]:
    """Pieces of new articles that stand almost whole in another: later copies are found through that one."""
    found: set[tuple[str, int]] = set()
    for reuse in reuses:
        if reuse.similarity < _STANDS_FOR:
            continue
        first, last = reuse.right.span.start - _MARKS, reuse.right.span.end + _MARKS
        for n, piece in enumerate(fresh[reuse.right.article].pieces):
            if first <= piece.start and piece.end <= last:
                found.add((reuse.right.article, n))
    return found


# -- claims ----------------------------------------------------------------------------------------------


def _compare_claims(derived: Derived, batch: Sequence[str], rules: Merging, method: str) -> None:
    touched = set(derived.forget_claims(batch))
    fresh = mentions_of(derived.unplaced(batch))
    known = _known(derived, fresh)
    signature = _signature(rules)
    made = judged(fresh.values(), known, rules, signature, datetime.now(UTC))
    partners = {claim for j in made if j.same for claim in (j.left, j.right)} - set(fresh)
    touched |= set(derived.happenings_of(partners))
    happenings, placings, replaced = _regroup(derived, touched, fresh, made, signature)
    derived.save_happenings(happenings, placings, replaced, made, derived.rules_of(batch), method)


def mentions_of(rows: Iterable[tuple[str, ClaimRow]]) -> dict[str, Mention]:
    """Claims, given with their ids, as they are compared; without those that are of no event."""
    found = (
        mention(id_, row.claim, row.article.published, row.article.outlet, row.article.agency) for id_, row in rows
    )
    return {m.id: m for m in found if m}


def _known(derived: Derived, fresh: dict[str, Mention]) -> list[list[Mention]]:
    """For each happening that new claims may report the claims that speak for it."""
    asked = [
        {"claim": m.id, "key": key, "first_day": m.days[0], "last_day": m.days[1]}
        for m in fresh.values()
        if m.days
        for key in m.asks
    ]
    speakers = derived.speakers(asked, _MOST, SPEAKERS)
    mentions = mentions_of(derived.claims([claim for claims in speakers.values() for claim in claims]))
    return [[mentions[c] for c in claims if c in mentions] for claims in speakers.values()]


def _regroup(
    derived: Derived, touched: Iterable[str], fresh: dict[str, Mention], made: Sequence[Judgement], signature: str
) -> tuple[list[Happening], list[Placing], list[str]]:
    """The happenings that come of some others and of new claims by all that was judged, and which they replace."""
    replaced = list(touched)
    mentions = mentions_of(derived.claims(derived.members(replaced))) | fresh
    order = sorted(mentions, key=lambda c: _order(mentions[c]))
    before = [j for j in derived.judgements(order) if by_user(j) or j.by == signature]
    judgements = [*before, *made]
    groups = grouped(order, judgements)
    judged_on: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        judged_on.setdefault(judgement.left, []).append(judgement)
    members = [[mentions[c] for c in claims] for claims in groups.values()]
    between = copied(derived, {m.claim.article for group in members if len(group) > 1 for m in group})
    told_by = [sources(group, between) for group in members]
    happenings = [
        happening(group, _within(group, judged_on), voice) for group, voice in zip(members, told_by, strict=True)
    ]
    placings = [
        _placing(m, h.id, fresh, voice[m.claim.article])
        for h, group, voice in zip(happenings, members, told_by, strict=True)
        for m in group
    ]
    return happenings, placings, replaced


def _within(group: Sequence[Mention], judged_on: dict[str, list[Judgement]]) -> list[Judgement]:
    ids = {m.id for m in group}
    return [j for id_ in sorted(ids) for j in judged_on.get(id_, ()) if j.right in ids]


def _order(mention: Mention) -> tuple[str, str, int, str]:
    published = mention.published
    return published.isoformat() if published else "9", mention.claim.article, mention.claim.start, mention.id


def copied(derived: Derived, articles: set[str]) -> dict[str, list[Reuse]]:
    """What some articles copied from one another, by the first article of each pair."""
    found: dict[str, list[Reuse]] = {}
    for reuse in derived.reuses_among(articles) if articles else ():
        found.setdefault(reuse.left.article, []).append(reuse)
    return found


def sources(group: Sequence[Mention], between: dict[str, list[Reuse]]) -> dict[str, str]:
    """Which articles are one source on this happening."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for m in group:
        spans.setdefault(m.claim.article, []).append((m.claim.sentence.start, m.claim.sentence.end))
    heads = {m.claim.article: m for m in group}
    reports = [Report(article, m.outlet, m.agency, tuple(spans[article])) for article, m in heads.items()]
    return voices(reports, [reuse for article in heads for reuse in between.get(article, ())])


def _placing(found: Mention, happening: str, fresh: Container[str], voice: str) -> Placing:
    return Placing(
        claim=found.id,
        article=found.claim.article,
        happening=happening,
        days=found.days,
        detail=found.detail,
        keys=found.keys if found.id in fresh else (),
        voice=voice,
    )
