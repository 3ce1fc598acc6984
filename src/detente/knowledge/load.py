"""Load, check and compile all knowledge; the compiled form is cached under the digest of the files."""

from __future__ import annotations

import gc
import hashlib
import pickle
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from detente.knowledge.compile_actors import compile_actors
from detente.knowledge.compile_rules import compile_rules
from detente.knowledge.entries import Knowledge
from detente.knowledge.inflection import trigger_forms
from detente.knowledge.folder import Folder, digest_of, read_folder

DATA = Path(__file__).parent / "data"


class KnowledgeError(ValueError):
    """Knowledge files that cannot be used; the message has a line for each mistake."""


def check(folders: Sequence[Path]) -> list[str]:
    """All mistakes in some knowledge folders, each with the file and the entry; empty when sound."""
    return _compile(list(folders))[1]


def load(extra: Sequence[Path] = (), *, cache: bool = True) -> Knowledge:
    """The compiled knowledge of the package and of some folders of the user's own.

    The compiled form is kept in the user's cache folder under a digest of the files and of this code; it
    can be deleted at any time.  Raises KnowledgeError with a line for each mistake.
    """
    folders = [DATA, *extra]
    missing = [str(folder) for folder in folders if not folder.is_dir()]
    if missing:
        raise KnowledgeError(f"not a knowledge folder: {', '.join(missing)}")
    digest = digest_of(folders)
    kept = _cache_file(digest)
    if cache and (known := _read_cache(kept)) is not None:
        return known
    knowledge, mistakes = _compile(folders, digest)
    if mistakes:
        raise KnowledgeError("\n".join(mistakes))
    if cache:
        _write_cache(kept, knowledge)
    return knowledge


def _compile(folders: list[Path], digest: str = "") -> tuple[Knowledge, list[str]]:
    read = [read_folder(folder) for folder in folders]
    mistakes = [mistake for folder in read for mistake in folder.mistakes]
    merged = _merge(read)
    actors = compile_actors(merged)
    rules = compile_rules(merged)
    knowledge = Knowledge(
        digest=digest,
        entries=actors.entries,
        namings=actors.namings,
        roles=actors.roles,
        offices=actors.offices,
        office_exceptions=actors.office_exceptions,
        rules=rules.rules,
        effects=rules.effects,
        speech=rules.speech,
        issues=merged.issues,
        periods=rules.periods,
        vocabulary=rules.vocabulary,
        triggers=trigger_forms(rules.rules),
    )
    return knowledge, mistakes + actors.mistakes + rules.mistakes


def _merge(read: list[Folder]) -> Folder:
    """One folder out of several: later entries replace earlier ones of the same id, types are added to."""
    whole = Folder()
    for folder in read:
        states = {s.id: s for s in whole.states} | {s.id: s for s in folder.states}
        whole.states = list(states.values())
        replaced = {a.id for actors in folder.actors.values() for a in actors}
        for sort in {*whole.actors, *folder.actors}:
            kept = [a for a in whole.actors.get(sort, []) if a.id not in replaced]
            whole.actors[sort] = kept + folder.actors.get(sort, [])
        whole.outlets += folder.outlets
        whole.roles += folder.roles
        whole.holders += folder.holders
        whole.regions += folder.regions
        whole.cities += folder.cities
        whole.types += folder.types
        whole.effects += folder.effects
        whole.speech += folder.speech
        whole.periods += folder.periods
        whole.classes |= folder.classes
        whole.issues |= folder.issues
        whole.where |= folder.where
    return whole


def _cache_file(digest: str) -> Path:
    code = hashlib.blake2b(digest_size=4)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        code.update(path.read_bytes())
    return Path(platformdirs.user_cache_dir("detente")) / f"knowledge-{digest}-{code.hexdigest()}.pickle"


def _read_cache(path: Path) -> Knowledge | None:
    gc.disable()  # nothing of it is garbage, and looking takes half the time
    try:
        with path.open("rb") as kept:
            known = pickle.load(kept)
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError):
        return None
    finally:
        gc.enable()
    return known if isinstance(known, Knowledge) else None


def _write_cache(path: Path, knowledge: Knowledge) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = path.with_suffix(f".{id(knowledge)}.tmp")
        unfinished.write_bytes(pickle.dumps(knowledge, protocol=5))
        unfinished.replace(path)
    except OSError:
        return  # a cache that cannot be written only costs time
