"""Things that can be drawn: shown in Jupyter, saved as HTML, SVG, PNG or JSON."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair

#: The kinds of files that a chart can be saved as, by the end of their name.
FORMATS = ("html", "svg", "png", "json")
_PIXELS_PER_POINT = 2.0


class Displayed(ABC):
    """Something with a chart of its own, which Jupyter shows in its place."""

    __slots__ = ()

    @abstractmethod
    def chart(self, theme: str = "light") -> altair.TopLevelMixin:
        """The chart, an Altair object that can be changed further, for a light or a dark page."""

    def save(self, path: str | Path) -> Path:
        """Write the chart to a file; its name says as what: .html, .svg, .png or .json.  ValueError for others."""
        return save(self.chart(), path)

    def _repr_mimebundle_(self, *arguments: Any, **options: Any) -> Any:
        return self.chart()._repr_mimebundle_(*arguments, **options)


def save(chart: altair.TopLevelMixin, path: str | Path) -> Path:
    """Write a chart to a file and return its path; ValueError for an ending that is not among FORMATS."""
    file = Path(path)
    form = file.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise ValueError(f"{file.name}: a chart is saved as .{', .'.join(FORMATS)}")
    # an HTML page carries its own scripts, so that it opens where there is no net
    special: dict[str, dict[str, Any]] = {"html": {"inline": True}, "png": {"scale_factor": _PIXELS_PER_POINT}}
    chart.save(str(file), format=form, **special.get(form, {}))
    return file
