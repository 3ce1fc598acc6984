"""A backgrounder as Markdown, as one self-contained page, and as PDF."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from detente.answers.briefs import Brief, Style
from detente.answers.times import day

_KINDS = {Style.QA: "Questions and answers", Style.CHRONOLOGY: "Chronology", Style.DOSSIER: "Dossier"}
_ASKS_FOR_ESCAPE = re.compile(r"([\\`*_\[\]<>#])")
_DAY = re.compile(
    r"\b(\d{1,2}) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("detente.answers", "templates"),
        autoescape=lambda name: name is not None and ".html" in name,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["day"] = day
    made.filters["md"] = _escaped
    made.filters["set"] = _typeset
    return made


def _escaped(text: str) -> str:
    """Text in which nothing is Markdown."""
    return _ASKS_FOR_ESCAPE.sub(r"\\\1", text)


def _typeset(text: str) -> str:
    """Text as it is printed: a day stays with its month, and apostrophes are round."""
    return _DAY.sub("\\1\u00a0", text).replace("'", "’")


def markdown(brief: Brief) -> str:
    """The backgrounder as Markdown with footnotes."""
    template = _environment().get_template("brief.md.j2")
    return template.render(brief=brief, kind=_KINDS[brief.style]).rstrip() + "\n"


def html(brief: Brief) -> str:
    """The backgrounder as one page that needs nothing else."""
    template = _environment().get_template("brief.html.j2")
    seen: set[int] = set()

    def first(number: int) -> bool:
        """Whether a footnote is asked for the first time: the way back from it leads there."""
        known = number in seen
        seen.add(number)
        return not known

    return template.render(brief=brief, kind=_KINDS[brief.style], chart=Markup(brief.chart), first=first)


def pdf(brief: Brief, path: Path) -> Path:
    """Write the backgrounder as PDF; OSError says what to install where the libraries it needs are missing."""
    try:
        from weasyprint import HTML  # here, for it loads libraries of the system that may be missing
    except OSError as error:
        raise OSError(
            f"a PDF needs the libraries Pango and HarfBuzz of your system ({error}); "
            "install them (on Debian: apt install libpango-1.0-0 libpangoft2-1.0-0) or write HTML and print it"
        ) from error
    HTML(string=html(brief)).write_pdf(str(path))
    return path
