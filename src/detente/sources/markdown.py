"""Plain words out of Markdown: headings, emphasis, links and bullets lose their marks."""

from __future__ import annotations

import re

_RULE = re.compile(r"^[ \t]*(?:[-*_=~] ?){3,}[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(.{0,300}?)[ \t]*#{0,6}[ \t]*$", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]*)+", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*(?:[*+•‣◦▪][ \t]+|-[ \t]+(?=[A-Z0-9\"“‘]))", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\([^()\s]{1,2000}(?:\([^()\s]*\)[^()\s]*)?(?: \"[^\"\n]{0,300}\")?\)")
_REFERENCE = re.compile(r"^[ \t]*\[[^\[\]\n]{1,80}\]:[ \t]+(?:https?://|#|/)\S+.*$", re.MULTILINE)
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000}|mailto:[^<>\s]{1,300})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,1000}?)(?<=[^\s*_])\1(?![\w*_])")
_CODE = re.compile(r"(?<!`)`([^`\n]{1,300})`(?!`)")
_FENCE = re.compile(r"^[ \t]*```[^\n`]*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\([*_#\[\]()`>~+-])")


def _once(text: str) -> str:
    text = _RULE.sub("", _FENCE.sub("", text))
    text = _HEADING.sub(r"\n\1\n", _BULLET.sub(r"\n", _QUOTE.sub("", text)))
    text = _LINK.sub(r"\1", _IMAGE.sub("", _REFERENCE.sub("", text)))
    text = _STRONG.sub(r"\2", _AUTOLINK.sub(r"\1", text))
    text = _EMPHASIS.sub(r"\2", _CODE.sub(r"\1", text))
    return _ESCAPE.sub(r"\1", text)


def without_markup(text: str) -> str:
    """`text` with Markdown's marks gone and a heading on a paragraph of its own; prose is untouched."""
    # Marks nest (a bold link in a quote), so the passes go on until nothing changes.
    for _ in range(8):
        plainer = _once(text)
        if plainer == text:
            break
        text = plainer
    return text
