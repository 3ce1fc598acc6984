"""Lines back to paragraphs: hard line breaks are joined, paragraphs stand apart by one empty line."""

from __future__ import annotations

import re
from itertools import pairwise

from detente.sources.cleaning import clean_characters, strip_lines
from detente.sources.markdown import without_markup

#: Nobody wraps by hand further out than this: longer lines are whole paragraphs.
_WIDEST = 130
_NARROWEST = 30
_SENTENCE_END = re.compile(r"""[.!?:;…]["'”’)\]]*$""")
_UNFINISHED = re.compile(r"(?:,|[^\W\d_]-| (?:and|or|of|the|in|to|by|for|with|a|an|from|at|on|as|that))$")
_CUT_WORD = re.compile(r"([^\W\d_]{2,})-$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_LONGEST_CAPITALISED = 6
_LIST_ITEM = re.compile(r"(?:[-–—•*]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)")
#: First parts of compounds that keep their hyphen (well-known, self-rule, north-eastern).
_COMPOUND_WORDS = (
    "well self ex non co anti pro pre post vice so half long short high low north south east west all "
    "cross semi multi counter mid near far ill then cease by all-out hard soft first second third fourth "
    "last two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty "
    "seventy eighty ninety one over under left right free full part old new re de"
)
_COMPOUND = frozenset(_COMPOUND_WORDS.split())


def _is_cut(word: str, rest: str, words: frozenset[str]) -> bool:
    """Whether `word-` and `rest` are one word cut at the end of a line, not a compound with a hyphen.

    `words` are those of the whole text: a word that stands there whole, or with its hyphen, settles it.
    """
    if not rest[0].islower():
        return False
    if word + rest in words:
        return True
    # A long capitalised first part is mostly a name: Franco-german, Israeli-backed.
    compound = word.lower() in _COMPOUND or (word[0].isupper() and len(word) > _LONGEST_CAPITALISED)
    return not compound and f"{word}-{rest}" not in words


def _join(parts: list[str], following: str, words: frozenset[str]) -> None:
    """Add a line to the parts of a paragraph: with a space, or with a word made whole again."""
    last = parts[-1]
    cut, rest = _CUT_WORD.search(last), _NEXT_WORD.match(following)
    if cut and rest:
        parts[-1] = last[:-1] if _is_cut(cut[1], rest[0], words) else last
    elif not last.endswith(("-", "/")) or last.endswith(" -"):
        parts.append(" ")
    parts.append(following)


def _wrap_width(blocks: list[list[str]]) -> int:
    """The width at which the lines were broken, 0 where they were not."""
    broken = [line for block in blocks for line in block[:-1]]
    if all(_SENTENCE_END.search(line) for line in broken):
        # Where every line ends a sentence, every line is a paragraph.
        return 0
    width = max(map(len, broken))
    return width if _NARROWEST <= width <= _WIDEST else 0


def _continues(line: str, following: str, width: int) -> bool:
    """Whether a paragraph goes on over the break between two lines."""
    if _LIST_ITEM.match(following):
        return False
    ended = bool(_SENTENCE_END.search(line))
    open_end = line.count("(") > line.count(")") or bool(_UNFINISHED.search(line))
    if not ended and (following[:1].islower() or open_end):
        return True
    first_word = len(following.split(" ", 1)[0])
    # A break is a wrap when the next word would not have fitted (with some slack for ragged editors).
    full = width and len(line) + 1 + first_word > 0.85 * width
    if ended:
        return bool(full)
    return bool(full) or bool(width and len(line) > 0.7 * width)


def _paragraphs_of(block: list[str], width: int, words: frozenset[str]) -> list[str]:
    paragraphs = [[block[0]]]
    for line, following in pairwise(block):
        if _continues(line, following, width):
            _join(paragraphs[-1], following, words)
        else:
            paragraphs.append([following])
    return ["".join(parts) for parts in paragraphs]


def unwrapped(text: str) -> list[str]:
    """The paragraphs of `text`, each on one line, with words cut at a line's end made whole."""
    text = strip_lines(text)
    blocks = [block.split("\n") for block in re.split(r"\n{2,}", text) if block]
    words = frozenset(_WORD.findall(text)) if "-\n" in text else frozenset()
    width = _wrap_width(blocks)
    return [paragraph for block in blocks for paragraph in _paragraphs_of(block, width, words)]


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
