"""Load, check and compile all knowledge; the compiled form is cached under the digest of the files."""

from __future__ import annotations

import gc
import hashlib
import pickle
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from detente.knowledge.digest import digest_of
from detente.knowledge.entries import Knowledge

DATA = Path(__file__).parent / "data"


class KnowledgeError(ValueError):
    """Knowledge files that cannot be used; the message has a line for each mistake."""


def check(folders: Sequence[Path]) -> list[str]:
    """All mistakes in some knowledge folders, each with the file and the entry; empty when sound."""
    return _compiled(list(folders))[1]


def load(extra: Sequence[Path] = (), *, cache: bool = True) -> Knowledge:
    """The compiled knowledge of the package and of some folders of the user's own.

    The compiled form is kept in the user's cache folder under a digest of the files and of this code; it
    can be deleted at any time.  Raises KnowledgeError with a line for each mistake.
    """
    folders = [DATA, *extra]
    missing = [str(folder) for folder in folders if not folder.is_dir()]
    if missing:
        raise KnowledgeError(f"not a knowledge folder: {', '.join(missing)}")
    digest = digest_of(folders, wording=False)
    kept = _cache_file(digest_of(folders))
    if cache and (known := _read_cache(kept)) is not None:
        return known
    knowledge, mistakes = _compiled(folders, digest)
    if mistakes:
        raise KnowledgeError("\n".join(mistakes))
    if cache:
        _write_cache(kept, knowledge)
    return knowledge


def _compiled(folders: list[Path], digest: str = "") -> tuple[Knowledge, list[str]]:
    from detente.knowledge.compile import compile_folders  # here, for its libraries take longer to load than the cache

    return compile_folders(folders, digest)


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
