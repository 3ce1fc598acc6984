"""What the page tells of the package itself: definitions of types, and the figures of quality.md, as plain data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from knowledge_pages import KIND_PAGES
from page_text import sentence

from detente.knowledge.folder import Folder

#: Longer tables are lists of single cases, which stay in quality.md.
_MOST_ROWS = 20
_LEFT_OUT = ("Development sets", "What is read, and what is not yet", "Speed and memory")


def about_data(folder: Folder, quality: Path) -> str:
    """The data as JSON."""
    found = {"types": list(_types(folder)), "quality": list(_sections(quality.read_text("utf-8")))}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _types(folder: Folder) -> Iterator[dict[str, str]]:
    order = list(KIND_PAGES)
    for type_ in sorted(folder.types, key=lambda t: (order.index(t.kind), t.type)):
        yield {
            "kind": str(type_.kind),
            "type": type_.type,
            "definition": sentence(type_.definition),
            "boundaries": sentence(type_.boundaries),
        }


def _sections(text: str) -> Iterator[dict[str, Any]]:
    """Each section of the page with its first paragraph, what it says in bold, and its short tables."""
    for part in text.split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        if heading.strip() not in _LEFT_OUT:
            blocks = [block.strip() for block in body.split("\n\n") if block.strip()]
            tables = [_table(block) for block in blocks if block.startswith("|")]
            prose = [_plain(block) for block in blocks if not block.startswith(("|", "```", "#"))]
            yield {
                "heading": heading.strip(),
                "says": prose[:2],
                "tables": [table for table in tables if len(table["rows"]) <= _MOST_ROWS],
            }


def _table(block: str) -> dict[str, Any]:
    head, _, *rows = [_cells(line) for line in block.splitlines()]
    return {"head": head, "rows": rows}


def _cells(line: str) -> Sequence[str]:
    return [_plain(cell.replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]


def _plain(text: str) -> str:
    """Markdown without its marks."""
    return sentence(re.sub(r"[*`]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)))
