"""Detente reads news and keeps an auditable record of how political actors deal with each other.

archive = detente.open("x.duckdb")
archive.read("news/")
archive.claims(between=("SAU", "IRN")).df()
"""

from detente.record import ReadProgress, ReadSummary, Record, open, read_article, relation
from detente.version import VERSION as __version__

__all__ = ["ReadProgress", "ReadSummary", "Record", "__version__", "open", "read_article", "relation"]
