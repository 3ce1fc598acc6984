"""`detente show` and `detente explain`: an article with its claims marked, and why a claim was coded so."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table
from rich.text import Text

import detente
from detente.archive import ClaimRow, NoSuchRecord
from detente.cli.listing import console
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath
from detente.cli.wording import COLOURS, arrow, party_words, speaker_words, type_words, when_words
from detente.model import Article, Claim, Party

_CANDIDATES = 8


def show(
    article: Annotated[str, typer.Argument(help="The id of an article, or its beginning; or words of its title.")],
    archive: ArchivePath = DEFAULT_ARCHIVE,
) -> None:
    """Show an article with its claims marked, each numbered and listed below."""
    with detente.open(archive, create=False) as record:
        article_id = _find(record, article)
        whole = record.archive.article(article_id)
        claims = sorted(record.archive.claims(article=article_id), key=lambda c: (c.start, c.end))
    out = console()
    out.print(f"[bold]{escape(whole.title or '(no title)')}[/]")
    out.print(f"[dim]{escape(_source_line(whole))}[/]\n")
    out.print(_marked(whole.text, claims) if whole.text else "[dim](the archive keeps no full text)[/]")
    out.print()
    for number, claim in enumerate(claims, 1):
        out.print(
            f"[bold]{number:>3}[/] [{COLOURS[claim.sign]}]{type_words(claim)}[/] {escape(arrow(claim))}  "
            f"{claim.status}, {escape(when_words(claim.when))}"
            f"{'  says ' + escape(speaker_words(claim.speaker)) if claim.speaker else ''}  [dim]{claim.id[:9]}[/]"
        )


def _find(record: detente.Record, words: str) -> str:
    """The id of the article meant: by its own id, or as the only one whose title or text holds the words."""
    try:
        return record.archive.head(words).id
    except NoSuchRecord:
        listed = record.archive.articles(text=words, limit=_CANDIDATES + 1)
    if len(listed) == 1:
        return listed[0].article.id
    if not listed:
        raise NoSuchRecord(f"no article has an id, a title or a text with {words!r}")
    titles = [f"  {a.article.id[:9]}  {a.article.published or ''}  {a.article.title}" for a in listed[:_CANDIDATES]]
    raise NoSuchRecord("\n".join([f"several articles hold {words!r}; say which by its id:", *titles]))


def _source_line(article: Article) -> str:
    published = f"{article.published} (from {article.dating})" if article.published else "date unknown"
    parts = [article.outlet, article.agency and f"copy by {article.agency}", article.byline, published, article.origin]
    return " · ".join(p for p in parts if p)


def _marked(text: str, claims: list[Claim]) -> Text:
    marked = Text(text)
    for number, claim in enumerate(claims, 1):
        marked.stylize(f"underline {COLOURS[claim.sign]}", claim.start, claim.end)
        for cue in claim.cues:
            if cue.answers == "trigger":
                marked.stylize(f"bold {COLOURS[claim.sign]}", cue.start, cue.end)
        del number
    whole = Text()
    ends = sorted({(c.end, n) for n, c in enumerate(claims, 1)})
    at = 0
    for end, number in ends:
        whole.append_text(marked[at:end])
        whole.append(f"[{number}]", style="dim")
        at = end
    whole.append_text(marked[at:])
    return whole


def explain(
    claim: Annotated[str, typer.Argument(help="The id of a claim, or its beginning.")],
    archive: ArchivePath = DEFAULT_ARCHIVE,
) -> None:
    """Explain a claim: its words, the rule, the cues, and why its actors were resolved so."""
    with detente.open(archive, create=False) as record:
        row = record.archive.claim(claim)
    claim_line, rows = explanation(row)
    out = console()
    out.print(claim_line)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, words in rows:
        grid.add_row(f"  {label}", words)
    out.print(grid)


def explanation(row: ClaimRow) -> tuple[str, list[tuple[str, str]]]:
    """What a claim says in one line, and the labelled lines that explain it."""
    claim, article = row.claim, row.article
    first, last = claim.start - claim.sentence.start, claim.end - claim.sentence.start
    said = claim.sentence.text
    rows = [
        ("words", f"{escape(said[:first])}[underline]{escape(said[first:last])}[/]{escape(said[last:])}"),
        (
            "article",
            escape(" · ".join(filter(None, (article.title or article.origin, article.outlet, article.agency)))),
        ),
        ("", f"{article.published or 'date unknown'} · {article.id[:9]}"),
        ("rule", f"{escape(claim.rule)}: {escape(_pattern(claim))}"),
    ]
    if claim.cameo:
        rows.append(("codes", f"CAMEO {claim.cameo}, quad {claim.quad}, score {claim.score}"))
    for label, parties in (("source", claim.source), ("target", claim.target), ("via", claim.via)):
        rows += [(label, _party_line(p)) for p in parties]
    if claim.object:
        rows.append(("object", escape(claim.object)))
    if claim.issue:
        rows.append(("issue", ", ".join(claim.issue)))
    rows.append(("when", f"{escape(when_words(claim.when))}{_because(claim, 'time')}"))
    told = ", told as background" if claim.background else ""
    rows.append(("status", f"{claim.status}{_because(claim, 'status')}{told}"))
    rows.append(("speaker", escape(speaker_words(claim.speaker)) or "the outlet itself"))
    if claim.place:
        rows.append(("place", f"{escape(claim.place.name)} ({claim.place.precision})"))
    return f"[bold]{type_words(claim)}[/]  {escape(arrow(claim))}  [dim]{claim.id}[/]", rows


def _pattern(claim: Claim) -> str:
    return next((cue.value for cue in claim.cues if cue.answers == "pattern"), "")


def _party_line(party: Party) -> str:
    return f"{escape(party_words(party))} [dim]“{escape(party.text)}”: {escape(party.reason)}[/]"


def _because(claim: Claim, answers: str) -> str:
    words = [f"“{escape(c.text)}” ({c.value})" for c in claim.cues if c.answers == answers]
    return f" [dim]from {', '.join(words)}[/]" if words else ""
