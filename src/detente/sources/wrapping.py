"""Lines back to paragraphs: hard line breaks are joined, paragraphs stand apart by one empty line."""

from __future__ import annotations

import re

from detente.sources.cleaning import clean_characters, strip_lines
from detente.sources.markdown import without_markup

#: Nobody wraps by hand further out than this: longer lines are whole paragraphs.
_WIDEST = 130
_NARROWEST = 30
_SENTENCE_END = re.compile(r"""[.!?:;…]["'”’)\]]*$""")
_CUT_WORD = re.compile(r"([^\W\d_]{2,})-$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_LIST_ITEM = re.compile(r"(?:[-–—•*]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)")
#: First parts of compounds that keep their hyphen (well-known, self-rule, north-eastern).
_COMPOUND = frozenset(
    """well self ex non co anti pro pre post vice so half long short high low north south east west all cross
    semi multi counter mid near far ill then cease by all-out hard soft first second third fourth last
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty
    ninety one over under left right free full part old new re de""".split()
)


def _is_cut(word: str, rest: str, text: str) -> bool:
    """Whether `word-` and `rest` are one word cut at the end of a line, not a compound with a hyphen."""
    if word.lower() in _COMPOUND or not rest[0].islower() or word[0].isupper() and len(word) > 6:
        # A capital before the hyphen is mostly a name: Franco-german, Israeli-backed.
        return rest[0].islower() and bool(re.search(rf"\b{word}{rest}\b", text))
    hyphenated = re.search(rf"\b{word}-{rest}\b", text)
    whole = re.search(rf"\b{word}{rest}\b", text)
    return bool(whole) or not hyphenated


def _joined(first: str, second: str, text: str) -> str:
    """Two lines of one paragraph as one: with a space, or with a word made whole again."""
    cut, rest = _CUT_WORD.search(first), _NEXT_WORD.match(second)
    if not cut or not rest:
        return f"{first} {second}" if not first.endswith(("-", "/")) or first.endswith(" -") else first + second
    return (first[:-1] if _is_cut(cut[1], rest[0], text) else first) + second


def _wrap_width(blocks: list[list[str]]) -> int:
    """The width at which the lines were broken, 0 where they were not."""
    lengths = [len(line) for block in blocks for line in block[:-1]]
    width = max(lengths, default=0)
    return width if _NARROWEST <= width <= _WIDEST else 0


def _continues(line: str, following: str, width: int) -> bool:
    """Whether a paragraph goes on over the break between two lines."""
    if _LIST_ITEM.match(following):
        return False
    ended = bool(_SENTENCE_END.search(line))
    if not ended and following[:1].islower():
        return True
    first_word = len(following.split(" ", 1)[0])
    # A break is a wrap when the next word would not have fitted (with some slack for ragged editors).
    full = width and len(line) + 1 + first_word > 0.85 * width
    if ended:
        return bool(full)
    return bool(full) or bool(width and len(line) > 0.7 * width)


def _paragraphs_of(block: list[str], width: int, text: str) -> list[str]:
    paragraphs = [block[0]]
    for line, following in zip(block, block[1:], strict=False):
        if _continues(line, following, width):
            paragraphs[-1] = _joined(paragraphs[-1], following, text)
        else:
            paragraphs.append(following)
    return paragraphs


def unwrapped(text: str) -> list[str]:
    """The paragraphs of `text`, each on one line, with words cut at a line's end made whole."""
    blocks = [block.split("\n") for block in re.split(r"\n{2,}", strip_lines(text)) if block]
    width = _wrap_width(blocks)
    return [paragraph for block in blocks for paragraph in _paragraphs_of(block, width, text)]


def clean_prose(text: str) -> str:
    """`text` as clean prose: clean characters, no markup, paragraphs on one line with one empty line between.

    Cleaning clean prose changes nothing.
    """
    for _ in range(6):
        cleaner = "\n\n".join(unwrapped(without_markup(strip_lines(clean_characters(text)))))
        if cleaner == text:
            break
        text = cleaner
    return text
