"""Compile the files that say how claims are put into English."""

from __future__ import annotations

from detente.knowledge.folder import Folder
from detente.knowledge.wording import BriefWords, Frames, Grammar, Names, Question, Wording
from detente.knowledge.wording_schema import BriefFile, GrammarFile, NamesFile


def compile_wording(folder: Folder) -> tuple[Wording, list[str]]:
    """How claims are put into English, and the mistakes found; of the files of which there is one, the user's own."""
    mistakes = [
        f"{folder.where[id(framed)]}: no {framed.kind} has the type {framed.type}"
        for framed in folder.framed
        if (framed.kind, framed.type) not in {(t.kind, t.type) for t in folder.types}
    ]
    wording = Wording(
        frames={(f.kind.value, f.type): Frames(frames=f.frames, says=f.says) for f in folder.framed},
        grammar=_grammar(folder.grammar[-1]) if folder.grammar else Grammar(),
        names=_names(folder.names[-1]) if folder.names else Names(),
        said=dict(folder.said[-1].verbs) if folder.said else {},
        manners={str(k): v for k, v in folder.said[-1].manners.items()} if folder.said else {},
        hedges=frozenset(folder.said[-1].hedges) if folder.said else frozenset(),
        brief=_brief(folder.briefs[-1]) if folder.briefs else BriefWords(),
    )
    return wording, mistakes


def _grammar(file: GrammarFile) -> Grammar:
    return Grammar(
        verbs=file.verbs,
        present=file.present,
        doubling=frozenset(file.doubling),
        plurals=file.plurals,
        mass=frozenset(file.mass),
        not_of_actors=frozenset(file.not_of_actors),
    )


def _names(file: NamesFile) -> Names:
    return Names(
        the_heads=frozenset(file.the_heads),
        the_names=frozenset(file.the_names),
        bare_names=frozenset(file.bare_names),
        plural_heads=frozenset(file.plural_heads),
        plural_names=frozenset(file.plural_names),
        sectors={sector: (name.words, name.plural) for sector, name in file.sectors.items()},
        spoken_as=file.spoken_as,
        pointers=frozenset(file.pointers),
        titles=frozenset(file.titles),
    )


def _brief(file: BriefFile) -> BriefWords:
    return BriefWords(
        questions=tuple(
            Question(
                id=q.id,
                asks=q.asks,
                when=q.when,
                kinds=frozenset(k.value for k in q.kinds),
                types=frozenset(q.types),
                issues=frozenset(q.issues),
                issue_types=frozenset(q.issue_types),
                modes=frozenset(q.modes),
                statuses=frozenset(s.value for s in q.statuses),
                others=q.others,
            )
            for q in file.questions
        ),
        printed=file.printed,
        kinds={kind.value: words for kind, words in file.kinds.items()},
        statuses={status.value: words for status, words in file.statuses.items()},
        same_report=file.same_report,
        both_again=file.both_again,
        nothing=file.nothing,
    )
