"""Verdicts on sentences, kept beside the compiled knowledge so that asking again reads nothing again."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import platformdirs

#: of the comparison; raise it when sentences are compared in another way
_METHOD = 1
_MOST = 50_000


class KeptVerdicts:
    """What was found of each sentence and claim under one set of rules, read from a file when first asked."""

    def __init__(self, rules: str, folder: Path | None = None) -> None:
        """`rules` is the digest of the rules that read; nothing found under others is used."""
        held = folder or Path(platformdirs.user_cache_dir("detente"))
        self._file = held / f"verdicts-{_METHOD}-{rules}.json"
        self._found: dict[str, list[str]] | None = None

    def get(self, text: str, claim: str) -> tuple[str, ...] | None:
        """In what the sentence differs from the claim of this id; None where that was not found out yet."""
        known = self._read().get(_key(text, claim))
        return None if known is None else tuple(known)

    def put(self, found: dict[tuple[str, str], tuple[str, ...]]) -> None:
        """Keep what was found of sentences and claims; a folder that cannot be written to is passed over."""
        kept = self._read() | {_key(*asked): list(differs) for asked, differs in found.items()}
        self._found = dict(list(kept.items())[-_MOST:])
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            partial = self._file.with_suffix(f".{os.getpid()}")
            partial.write_text(json.dumps(self._found), encoding="utf-8")
            partial.replace(self._file)
        except OSError:
            return

    def _read(self) -> dict[str, list[str]]:
        if self._found is None:
            try:
                self._found = dict(json.loads(self._file.read_text(encoding="utf-8")))
            except (OSError, ValueError):
                self._found = {}
        return self._found


def _key(text: str, claim: str) -> str:
    return hashlib.sha256(f"{claim}\n{text}".encode()).hexdigest()[:24]
