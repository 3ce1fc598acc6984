"""The files of knowledge folders, and a digest that names their content."""

from __future__ import annotations

import hashlib
from pathlib import Path


def knowledge_files(root: Path) -> list[Path]:
    """All files of a knowledge folder, in a fixed order."""
    return sorted(p for p in root.rglob("*") if p.suffix in (".yml", ".csv") and p.is_file())


#: files that say how claims are worded: they change no reading
_WORDING = "wording"


def digest_of(roots: list[Path], *, wording: bool = True) -> str:
    """A digest of the content of all files of some folders, whatever their dates, with or without `wording`."""
    total = hashlib.blake2b(digest_size=8)
    for root in roots:
        for path in knowledge_files(root):
            if not wording and path.relative_to(root).parts[0] == _WORDING:
                continue
            total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
