"""The address of every view: made here, so that what is linked and what is served agree."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def pair(one: str, other: str) -> str:
    """How two actors stand."""
    return f"/pair/{_part(one)}/{_part(other)}"


def actor(code: str) -> str:
    """Who an actor is."""
    return f"/actor/{_part(code)}"


def happening(id_: str) -> str:
    """What happened, by the id of a happening or of one of its claims."""
    return f"/happening/{_part(id_)}"


def article(id_: str, claim: str = "") -> str:
    """The text of an article, at one of its claims if one is named."""
    return f"/article/{_part(id_)}" + (f"#{_part(claim)}" if claim else "")


def ask(question: str) -> str:
    """The answer to a question."""
    return with_query("/ask", q=question)


def chronology(**facets: object) -> str:
    """Claims in order of time, narrowed by facets."""
    return with_query("/chronology", **facets)


def network(**facets: object) -> str:
    """Who stands how with whom on a day."""
    return with_query("/network", **facets)


def with_query(path: str, **values: object) -> str:
    """A path with those values that are there; a list gives its parameter several times."""
    pairs = [
        (name, str(one))
        for name, value in values.items()
        for one in (value if isinstance(value, (list, tuple)) else [value])
        if one not in (None, "", False)
    ]
    return path + (f"?{urlencode(pairs)}" if pairs else "")


def beside(path: str, more: str, query: str = "") -> str:
    """A file that belongs to a view, with the same narrowing: its path, what follows it, and its query."""
    return f"{path.rstrip('/')}/{more}" + (f"?{query}" if query else "")


def _part(value: str) -> str:
    return quote(value, safe="")
