"""The SQL of the archive, each query a file of its own beside this module."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def query(name: str) -> str:
    """The text of `queries/<name>.sql`; FileNotFoundError where there is none."""
    return (files(__package__) / "queries" / f"{name}.sql").read_text(encoding="utf-8")


@cache
def migrations() -> tuple[tuple[str, str], ...]:
    """Name and text of every migration, in the order in which they are applied."""
    folder = files(__package__) / "migrations"
    found = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return tuple(
        (file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
        for file in sorted(found, key=lambda file: file.name)
    )
