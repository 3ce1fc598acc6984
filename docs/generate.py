"""Write the pages that are made from code and data: `python docs/generate.py [--check]`.

With --check nothing is written: the exit code is 1 and each page that is no longer true is named.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from about_data import about_data
from code_pages import cli_page, layers_page, python_page
from knowledge_pages import KIND_PAGES, cues_page, kind_page, ontology_index

from detente.knowledge.folder import read_folder
from detente.knowledge.load import DATA

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent


class UnsoundKnowledge(ValueError):
    """Knowledge files that pages cannot be made from; the message has a line for each mistake."""


def pages() -> dict[str, str]:
    """Every generated page by its path under docs; UnsoundKnowledge when the knowledge files are not sound."""
    folder = read_folder(DATA)
    if folder.mistakes:
        raise UnsoundKnowledge("\n".join(folder.mistakes))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    made = {
        "cli.md": cli_page(),
        "python.md": python_page(),
        "cues.md": cues_page(folder),
        "layers.md": layers_page(project),
        "ontology/README.md": ontology_index(folder),
        "../src/detente/web/about.json": about_data(folder, DOCS / "quality.md"),
    }
    made |= {f"ontology/{name}.md": kind_page(kind, folder) for kind, name in KIND_PAGES.items()}
    return made


def stale(made: dict[str, str]) -> list[str]:
    """The pages that are not as they would be written now, and those that nothing makes any more."""
    differing = [name for name, text in made.items() if _kept(DOCS / name) != text]
    orphans = [p.relative_to(DOCS).as_posix() for p in sorted((DOCS / "ontology").glob("*.md"))]
    return differing + [name for name in orphans if name not in made]


def _kept(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


def main(arguments: Sequence[str]) -> int:
    """The exit code: 0 when all pages are true or have been written, 1 with the names of stale pages."""
    try:
        made = pages()
    except UnsoundKnowledge as error:
        sys.stderr.write(f"no pages are made from knowledge files with mistakes:\n{error}\n")
        return 1
    if "--check" not in arguments:
        for name, text in made.items():
            (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
            (DOCS / name).write_text(text, "utf-8")
        return 0
    old = stale(made)
    for name in old:
        sys.stderr.write(f"docs/{name} is not up to date: run make docs\n")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
