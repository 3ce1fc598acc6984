"""The models of the files that say how reports are put together and how a course is drawn."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from detente.knowledge.schema import ROOTS, Strict


class CompatibleLine(Strict):
    """Two roots under which one event is told, and how readily (merging.yml)."""

    types: tuple[str, str]
    degree: Annotated[float, Field(gt=0, lt=1)]
    why: str

    @model_validator(mode="after")
    def _known_roots(self) -> CompatibleLine:
        if strange := sorted(set(self.types) - ROOTS):
            raise ValueError(f"not a PLOVER root: {', '.join(strange)}")
        return self


class MergingFile(Strict):
    """When reports may tell of one happening (merging.yml)."""

    compatible: tuple[CompatibleLine, ...] = ()
    recurring: dict[str, Annotated[float, Field(ge=0, le=3)]] = {}
    spoken: tuple[str, ...] = ()
    figures: dict[str, tuple[str, ...]] = {}
    turns: dict[Literal["correction", "update"], tuple[str, ...]] = {}


class EventLine(Strict):
    """Events of a root, all or those of a mode or a CAMEO code (courses.yml)."""

    type: str
    mode: str = ""
    cameo: str = ""
    why: str

    @model_validator(mode="after")
    def _known_root(self) -> EventLine:
        if self.type not in ROOTS:
            raise ValueError(f"not a PLOVER root: {self.type}")
        return self


class TalkLine(Strict):
    """As which words a deed counts that is only talked of (courses.yml)."""

    deed: Literal[2, 4]
    words: Literal[1, 3]
    score: Annotated[float, Field(ge=-10, le=10)]


class CoursesFile(Strict):
    """What breaks relations off and mends them, and what counts as words (courses.yml)."""

    ruptures: tuple[EventLine, ...] = ()
    mended: tuple[EventLine, ...] = ()
    mended_after_days: Annotated[int, Field(ge=0)] | None = None
    talked_of: tuple[TalkLine, ...] = ()
