"""Mend what the parser is known to get wrong, before any question is asked of the parse."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.calendar_words import WEEKDAYS
from detente.reading.journeys import where_to
from detente.reading.tokens import SUBJECTS, Row

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BETWEEN = frozenset({"aux", "auxpass", "neg", "advmod"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "DT", "JJ"})
_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "appos", "conj", "dative", "oprd"})
#: nouns that look like participles
_FORCE = frozenset("shelling bombing fighting shooting rioting".split())
#: what a phrase of time ends in, which may look like a subject
_TIMES = frozenset("day week weekend month year decade century morning evening night time moment hour season".split())
#: prepositions of three words that say why or how, not with whom
_FIXED = (
    {
        ("in", noun, "with")
        for noun in "solidarity line contrast accordance connection common comparison keeping conformity sympathy step "
        "compliance tune harmony parallel agreement".split()
    }
    | {
        ("in", noun, "to")
        for noun in "response reaction answer reply relation regard contrast addition opposition".split()
    }
    | {("in", noun, "for") for noun in "exchange return retaliation revenge retribution payment".split()}
)
_AFTER_HEAD = frozenset({"IN", "TO", "WDT", "WP", "WRB", "WP$", ",", "CC", ":", "-LRB-"})


def repaired(rows: list[Row], names: Sequence[tuple[int, int]] = ()) -> list[Row]:
    """The rows of a parse, mended; `names` are the stretches of characters that known names cover.

    A word that became one of another class has no lemma any more.
    """
    for start, end in names:
        _keep_name_whole(rows, start, end)
    for i, row in enumerate(rows):
        if row.word.lower() in WEEKDAYS and i and rows[i - 1].head == i and rows[i - 1].dep == "compound":
            _part_from_weekday(rows, i)
    _reduced_relatives(rows)
    _nouns_of_force(rows)
    _lists_of_names(rows, names)
    _restore_subjects(rows)
    _subjects_after_clause(rows)
    _subjects_with_aside(rows)
    _one_subject_each(rows)
    _fixed_phrases(rows)
    _receivers(rows)
    where_to(rows)
    _objects_of_phrasal_verbs(rows)
    _verb_of_noun_root(rows)
    _verb_between_names(rows, names)
    return rows


def phrases_whole(rows: list[Row], phrases: Sequence[tuple[int, int]]) -> list[Row]:
    """The rows with each stretch of words (first, last) made one noun phrase; for phrases known to be one."""
    for first, last in phrases:
        _keep_phrase_whole(rows, range(first, last + 1))
    return rows


def _keep_phrase_whole(rows: list[Row], inside: range) -> None:
    """Hang the words of a phrase that the parser has hung elsewhere on the phrase's own head, and make that a noun."""
    outer = [i for i in inside if rows[i].head not in inside or rows[i].head == i]
    if len(outer) == 1 and rows[outer[0]].tag in _NOMINAL:
        return
    nouns = [i for i in outer if rows[i].tag[:2] == "NN" and rows[i].dep in _NOUN_PLACES]
    head = nouns[-1] if nouns and _side_by_side(rows, nouns) else _last_of_base(rows, inside)
    free = [i for i in [*nouns, *outer] if not _leads_into(rows, rows[i].head, inside)]
    top = rows[free[0] if free else head]
    above = top.head if free and top.head not in inside else head
    dep = top.dep if top.dep in _NOUN_PLACES else _place_under(rows, above, head)
    tag = rows[head].tag if rows[head].tag in _NOMINAL else "NNS" if rows[head].word.endswith("s") else "NN"
    for i in outer:
        if i != head:
            part = rows[i].dep if rows[i].dep not in _NOUN_PLACES else "compound"
            rows[i] = rows[i]._replace(head=head, dep=part)
    lemma = rows[head].lemma if tag == rows[head].tag else rows[head].word.lower()
    rows[head] = rows[head]._replace(head=above, dep=dep, tag=tag, lemma=lemma)


def _leads_into(rows: list[Row], i: int, inside: range) -> bool:
    """Whether a word outside a phrase hangs, however far down, on a word of the phrase."""
    while i not in inside and rows[i].head != i:
        i = rows[i].head
    return i in inside


def _side_by_side(rows: list[Row], nouns: list[int]) -> bool:
    """Whether nouns are parts of one word or name: nothing but hyphens and nouns between them."""
    return all(rows[i].tag[:2] == "NN" or rows[i].word == "-" for i in range(nouns[0], nouns[-1] + 1))


def _last_of_base(rows: list[Row], inside: range) -> int:
    """The last noun of a phrase before what follows its head (a preposition, a clause, a comma, "and")."""
    last = inside[0]
    for i in inside:
        if i > inside[0] and (rows[i].tag in _AFTER_HEAD or (rows[last].tag[:2] == "NN" and rows[i].tag[:2] == "VB")):
            break
        if rows[i].tag[:2] in ("NN", "VB", "CD", "PR", "JJ") and (
            rows[i].tag[:2] == "NN" or rows[last].tag[:2] != "NN"
        ):
            last = i
    return last


def _place_under(rows: list[Row], above: int, head: int) -> str:
    """What a noun phrase most likely is to a word that it hangs on."""
    if rows[above].tag in ("IN", "TO"):
        return "pobj"
    return "nsubj" if head < above else "dobj"


def _reduced_relatives(rows: list[Row]) -> None:
    """Make "hit" the verb in "Rockets fired from Gaza hit the town", where "fired" was read as such."""
    for i, row in enumerate(rows):
        above = row.head
        if (
            row.dep not in ("advcl", "dep")
            or row.tag not in ("VBD", "VBN")
            or above >= i
            or rows[above].tag not in ("VBD", "VBN")
        ):
            continue
        own = [r for j, r in enumerate(rows) if r.head == i and j != i]
        outer = [(j, r) for j, r in enumerate(rows) if r.head == above and j not in (i, above)]
        led = any(r.dep in SUBJECTS or r.dep in ("mark", "aux", "auxpass") or r.tag == "WRB" for r in own)
        helped = any(r.dep in ("dobj", "aux", "auxpass", "mark", "ccomp", "xcomp") for _, r in outer)
        subject = next((j for j, r in outer if r.dep in ("nsubj", "nsubjpass") and j < above), None)
        apart = any(rows[j].word in ",;:" for j in range(above, i))
        if led or helped or apart or subject is None or subject + 1 != above or not any(r.dep == "dobj" for r in own):
            continue
        top = rows[above]
        rows[i] = row._replace(head=i if top.head == above else top.head, dep=top.dep, tag="VBD")
        rows[subject] = rows[subject]._replace(head=i, dep="nsubj")
        rows[above] = top._replace(head=subject, dep="acl", tag="VBN")


def _nouns_of_force(rows: list[Row]) -> None:
    """Make "shelling" the noun in "killed in Israeli tank shelling in Gaza", where it was read as a clause."""
    for i, row in enumerate(rows):
        before = rows[i - 1]
        if i == 0 or row.tag != "VBG" or row.dep not in ("advcl", "acl") or row.word.lower() not in _FORCE:
            continue
        if before.dep == "pobj" and before.tag in ("NN", "NNP", "NNS") and rows[before.head].dep in ("prep", "agent"):
            if any(r.head == i and r.dep in ("dobj", *SUBJECTS) for r in rows):
                continue
            for j, other in enumerate(rows):
                if other.head == i - 1:
                    rows[j] = other._replace(head=i)
            rows[i] = row._replace(head=before.head, dep="pobj", tag="NN", lemma=row.word.lower())
            rows[i - 1] = before._replace(head=i, dep="compound")


def _lists_of_names(rows: list[Row], names: Sequence[tuple[int, int]]) -> None:
    """Join "The US, Russia, and Switzerland", where the second was read as a description of the first."""
    known = {i for start, end in names for i, row in enumerate(rows) if start <= row.start < end}
    for i, row in enumerate(rows):
        joins = any(r.head == i and r.dep == "conj" and j in known for j, r in enumerate(rows))
        if row.dep == "appos" and i in known and row.head in known and joins:
            rows[i] = row._replace(dep="conj")


def _receivers(rows: list[Row]) -> None:
    """Make the clinic the receiver in "gave the clinic medicine", where it was read as a subject of the medicine."""
    for i, row in enumerate(rows):
        thing = rows[row.head]
        if row.dep == "nsubj" and i < row.head and thing.tag[:2] == "NN" and thing.dep == "dobj" and thing.head < i:
            rows[i] = row._replace(head=thing.head, dep="dative")


def _fixed_phrases(rows: list[Row]) -> None:
    """Keep "in solidarity with Baku" one phrase, where Baku was read as whom the deed was done with."""
    for i in range(2, len(rows)):
        noun, lead = rows[i - 1], rows[i - 2]
        fixed = (lead.word.lower(), noun.word.lower(), rows[i].word.lower()) in _FIXED
        if fixed and noun.dep == "pobj" and noun.head == i - 2 and rows[i].dep == "prep" and rows[i].head != i - 1:
            rows[i] = rows[i]._replace(head=i - 1)


def _objects_of_phrasal_verbs(rows: list[Row]) -> None:
    """Give "handed over a man held since May" its object, where the participle was read as a clause with a subject."""
    for i, row in enumerate(rows):
        clause = rows[row.head]
        if row.dep != "nsubj" or row.tag[:2] != "NN" or clause.dep != "ccomp" or clause.tag not in ("VBN", "VBD"):
            continue
        verb = clause.head
        if verb < i < row.head and _has_particle(rows, verb, i) and not _has_helper(rows, row.head):
            rows[i] = row._replace(head=verb, dep="dobj")
            rows[row.head] = clause._replace(head=i, dep="acl", tag="VBN")


def _has_particle(rows: list[Row], verb: int, before: int) -> bool:
    """Whether a particle, or "free" or "loose", stands between a verb and what follows."""
    return any(
        rows[j].head == verb and (rows[j].dep == "prt" or rows[j].word.lower() in ("free", "loose", "go"))
        for j in range(verb + 1, before)
    )


def _has_helper(rows: list[Row], verb: int) -> bool:
    return any(r.head == verb and r.dep in ("aux", "auxpass", "mark") for r in rows)


def _one_subject_each(rows: list[Row]) -> None:
    """Of two subjects before a verb the nearer is its subject, and the other a dateline or a phrase of time.

    Unless the nearer is joined to the other, stands behind a preposition, or describes it: "The fate of the two,
    children of a soldier, is unknown".
    """
    nearest: dict[int, int] = {}
    for i in range(len(rows) - 1, -1, -1):
        row = rows[i]
        if row.dep != "nsubj" or i >= row.head or nearest.setdefault(row.head, i) == i:
            continue
        near = nearest[row.head]
        place = _place_beside(rows, i, near)
        if place is None:
            rows[i] = row._replace(dep="dep")
        else:
            rows[near] = rows[near]._replace(head=place[0], dep=place[1])
            nearest[row.head] = i


def _place_beside(rows: list[Row], far: int, near: int) -> tuple[int, str] | None:
    """What the nearer of two subjects hangs on, and how; None where it is the subject."""
    before = min((j for j in range(near) if _hangs_on(rows, j, near)), default=near) - 1
    if before <= far:
        return None
    if rows[before].word.lower() in ("and", "or"):
        return far, "conj"
    if rows[before].tag == "IN" and not any(r.head == before for r in rows) and _hangs_on(rows, before, far):
        return before, "pobj"
    told = rows[far].tag in ("NN", "NNS") and rows[far].lemma not in _TIMES
    led = any(r.head == far and r.dep in ("det", "poss") for r in rows[:far])
    return (far, "appos") if told and led and rows[before].word == "," else None


def _verb_of_noun_root(rows: list[Row]) -> None:
    """Make "offered" the verb in "Oman's minister offered on Sunday to help", where it was read as a participle."""
    root = next((i for i, row in enumerate(rows) if row.head == i), None)
    if root is None or rows[root].tag[:2] != "NN":
        return
    verbs = [i for i, row in enumerate(rows) if row.head == root and row.dep == "acl" and row.tag == "VBN" and i > root]
    if not verbs or any(r.tag in _FINITE and r.dep in ("conj", "ccomp", "parataxis") for r in rows[: verbs[-1]]):
        return
    verb = verbs[-1]
    if any(r.head == verb and r.dep in ("agent", "auxpass") for r in rows):
        return
    for i, row in enumerate(rows):
        if row.head == root and i > verb:
            rows[i] = row._replace(head=verb, dep="dobj" if row.dep == "appos" else row.dep)
    rows[root] = rows[root]._replace(head=verb, dep="nsubj")
    rows[verb] = rows[verb]._replace(head=verb, dep="ROOT", tag="VBD")


def _verb_between_names(rows: list[Row], names: Sequence[tuple[int, int]]) -> None:
    """Make "armed" the verb in "Ankara armed Baku with drones", where it was read as what kind of Baku it is."""
    root = next((i for i, row in enumerate(rows) if row.head == i), None)
    verb = root + 1 if root is not None else 0
    if root is None or verb + 1 >= len(rows) or any(row.tag in _FINITE and row.dep != "relcl" for row in rows):
        return
    thing = rows[verb].head
    past = rows[verb].dep == "amod" and rows[verb].word.endswith("ed")
    known = all(any(start <= rows[i].start < end for start, end in names) for i in (root, thing))
    if not (past and known and thing > verb and rows[thing].head == root):
        return
    for i, row in enumerate(rows):
        if row.head == root or (row.head == thing and row.dep == "prep"):
            rows[i] = row._replace(head=verb if i > verb or row.dep == "punct" else root)
    rows[thing] = rows[thing]._replace(head=verb, dep="dobj")
    rows[root] = rows[root]._replace(head=verb, dep="nsubj")
    rows[verb] = rows[verb]._replace(head=verb, dep="ROOT", tag="VBD", lemma="")


def _keep_name_whole(rows: list[Row], start: int, end: int) -> None:
    """Make the last word of a known name its head, and the others parts of it."""
    inside = [i for i, row in enumerate(rows) if start <= row.start < end]
    if len(inside) < 2:
        return
    outer = [i for i in inside if rows[i].head not in inside or rows[i].head == i]
    last = inside[-1]
    if len(outer) == 1 and outer[0] == last and rows[last].tag[:2] == "NN":
        return
    head = rows[outer[0]].head if outer else last
    dep = rows[outer[0]].dep if outer else rows[last].dep
    is_root = bool(outer) and rows[outer[0]].head == outer[0]
    for i in inside:
        rows[i] = rows[i]._replace(head=last, dep="compound", tag="NNP")
    rows[last] = rows[last]._replace(head=last if is_root else head, dep=dep)
    for i, row in enumerate(rows):
        if i not in inside and row.head in inside:
            rows[i] = row._replace(head=last)


def _part_from_weekday(rows: list[Row], day: int) -> None:
    """Give "Assad Tuesday" its parts: the name takes the place of the phrase, the day hangs on the verb."""
    name = day - 1
    rows[name] = rows[name]._replace(head=rows[day].head, dep=rows[day].dep)
    for i, row in enumerate(rows):
        if row.head == day and i != day:
            rows[i] = row._replace(head=name)
    verb = rows[name].head
    while rows[verb].tag[:2] not in ("VB", "MD") and rows[verb].head != verb:
        verb = rows[verb].head
    rows[day] = rows[day]._replace(head=verb, dep="npadvmod")


def _restore_subjects(rows: list[Row]) -> None:
    """Give the second of two joined clauses its subject back.

    In "Iraq attacked Iran and Syria closed its border" the parser often joins Syria to Iran and leaves
    "closed" without a subject.
    """
    for verb, row in enumerate(rows):
        joined = row.dep in ("conj", "advcl") and row.head < verb and rows[row.head].tag[:2] == "VB"
        if joined and row.tag in _FINITE:
            noun = _stranded_subject(rows, verb)
            if noun is not None:
                rows[noun] = rows[noun]._replace(head=verb, dep="nsubj")


def _subjects_after_clause(rows: list[Row]) -> None:
    """Give the main verb its subject in "After A attacked B, C, together with D, backed": it is not in the clause."""
    for verb, row in enumerate(rows):
        if row.tag not in _FINITE or row.dep != "ROOT" or any(r.head == verb and r.dep in SUBJECTS for r in rows):
            continue
        before = [i for i in range(verb) if rows[i].head == verb and rows[i].dep in ("advcl", "prep")]
        if any(r.dep == "mark" and r.word.lower() == "whether" and r.head in before for r in rows):
            continue  # the clause itself is the subject
        found = next(((i, noun) for i in before if (noun := _after_comma(rows, i, verb)) is not None), None)
        if found is None or (row.lemma == "be" and any(r.head == verb and r.dep == "attr" for r in rows)):
            continue
        first, noun = found
        rows[noun] = rows[noun]._replace(head=verb, dep="nsubj")
        for i in range(noun + 1, verb):
            if rows[i].head == first and rows[i].dep != "punct":
                rows[i] = rows[i]._replace(head=verb)


def _subjects_with_aside(rows: list[Row]) -> None:
    """Give the main verb its subject in "Juba, wary of a trap, refused": it is not that of the aside."""
    for verb, row in enumerate(rows):
        if row.tag not in _FINITE or row.dep != "ROOT" or any(r.head == verb and r.dep in SUBJECTS for r in rows):
            continue
        for i in range(verb - 1, -1, -1):
            aside = rows[i].head
            if rows[i].dep == "advmod" and rows[i].tag == "NNP" and aside == verb:  # "Shibly said"
                rows[i] = rows[i]._replace(dep="nsubj")
                break
            describes = rows[aside].tag in ("JJ", "VBN", "VBD", "VBG") and not _has_helper(rows, aside)
            if rows[i].dep == "nsubj" and i < aside < verb and describes and _between_commas(rows, i, aside, verb):
                rows[i] = rows[i]._replace(head=verb)
                rows[aside] = rows[aside]._replace(head=i, dep="acl", tag=rows[aside].tag.replace("VBD", "VBN"))
                break


def _between_commas(rows: list[Row], noun: int, aside: int, verb: int) -> bool:
    """Whether a comma parts a noun from what describes it, and another that from a verb."""
    return any(rows[i].word == "," for i in range(noun, aside)) and any(rows[i].word == "," for i in range(aside, verb))


def _after_comma(rows: list[Row], first: int, verb: int) -> int | None:
    """The noun behind a comma that hangs on a clause or a phrase before the main verb, None for none."""
    for i in range(first + 1, verb):
        inner = rows[i].dep in ("appos", "conj") and _hangs_on(rows, i, first)
        loose = inner or (rows[i].head == first and rows[i].dep in ("npadvmod", "appos", "dep"))
        start = min((j for j in range(i) if _hangs_on(rows, j, i)), default=i)
        if loose and rows[i].tag[:2] == "NN" and rows[start - 1].word == ",":
            return i
    return None


def _hangs_on(rows: list[Row], i: int, above: int) -> bool:
    """Whether a word hangs, however far down, on another."""
    while rows[i].head != i:
        i = rows[i].head
        if i == above:
            return True
    return False


def _stranded_subject(rows: list[Row], verb: int) -> int | None:
    """The noun joined to another right before a verb that lacks a subject, None where there is none."""
    if any(r.head == verb and r.dep in SUBJECTS for r in rows):
        return None
    before = verb - 1
    while before >= 0 and rows[before].head == verb and rows[before].dep in _BETWEEN:
        before -= 1
    if before < 0 or rows[before].dep != "conj" or rows[before].tag[:2] not in ("NN", "PR"):
        return None
    joined_to = rows[rows[before].head]
    object_of_first = joined_to.dep in ("dobj", "pobj") and rows[before].head > rows[verb].head
    return before if object_of_first else None
