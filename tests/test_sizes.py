"""Modules and functions stay small.  The lists of exceptions may only shrink."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "detente"
MODULES = sorted(SOURCE.rglob("*.py"))
MODULE_LINES = 400
FUNCTION_LINES = 50

#: modules that were longer when this test was written, with how long they may be at most
LONG_MODULES: dict[str, int] = {}
#: functions likewise
LONG_FUNCTIONS = {"archive/store.py:Archive.claims": 65}


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def functions(node: ast.AST, owner: str = "") -> Iterator[tuple[str, int]]:
    """Every function under a node by its full name, with its number of lines."""
    for child in ast.iter_child_nodes(node):
        named = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        name = f"{owner}{child.name}" if named else owner  # type: ignore[attr-defined]
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield name, (child.end_lineno or child.lineno) - child.lineno + 1
        yield from functions(child, f"{name}." if named else owner)


def module_lines() -> dict[str, int]:
    return {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}


def function_lines() -> dict[str, int]:
    found: dict[str, int] = {}
    for path in MODULES:
        for name, lines in functions(ast.parse(path.read_text("utf-8"))):
            found[f"{name_of(path)}:{name}"] = max(lines, found.get(f"{name_of(path)}:{name}", 0))
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_small(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONG_MODULES.get(name_of(path), MODULE_LINES)


def test_functions_are_small() -> None:
    long = {name: lines for name, lines in function_lines().items() if lines > LONG_FUNCTIONS.get(name, FUNCTION_LINES)}
    assert not long


def test_exceptions_are_dropped_once_they_are_not_needed() -> None:
    modules, defined = module_lines(), function_lines()
    needless = [name for name in LONG_MODULES if modules.get(name, 0) <= MODULE_LINES]
    needless += [name for name in LONG_FUNCTIONS if defined.get(name, 0) <= FUNCTION_LINES]
    assert not needless, "take these out of the lists above"
