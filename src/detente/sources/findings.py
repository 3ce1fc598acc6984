"""What the lines around the prose say of an article, collected while they are cut out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from detente.sources.dates import full_date, month_and_year, year_in


@dataclass(slots=True)
class Findings:
    """Fields found in headers, datelines and credits; the first that names a field wins.

    `updated` is a day on which the text was changed, which serves where no day of publication is told.
    `year` is a year that a line without a full day gave, `day` the yearless day of a dateline.
    """

    fields: dict[str, str] = field(default_factory=dict)
    published: date | None = None
    updated: date | None = None
    year: int | None = None
    day: str = ""

    def note(self, name: str, value: str) -> None:
        """Keep what one line or label says under `name` (date, copyright, source or a field of ours)."""
        value = value.strip()
        if name == "date":
            self._note_date(value)
        elif name == "updated":
            self.updated = self.updated or full_date(value)
        elif name == "print":
            outlet, _, day = value.partition(", ")
            self.note("source", outlet)
            self._note_date(day)
        elif name == "copyright":
            self.year = self.year or year_in(value)
        elif name == "credit":
            # Who helped is told with the writers, never instead of them.
            writers = [part for part in (self.fields.get("byline"), value) if part]
            self.fields["byline"] = "; ".join(writers)
        elif value and name != "noise":
            self.fields.setdefault(name, value)

    def _note_date(self, value: str) -> None:
        self.published = self.published or full_date(value)
        month = month_and_year(value)
        if month or value.isdigit():
            self.year = self.year or (month[0] if month else year_in(value))

    def get(self, name: str) -> str:
        """What was found under `name`, "" where nothing was."""
        return self.fields.get(name, "")
