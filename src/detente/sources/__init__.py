"""Anything that holds news, to articles: the only part that opens files of texts or asks the network."""

from __future__ import annotations

from detente.sources.counting import count_sources
from detente.sources.inputs import article_from_text, read_sources
from detente.sources.options import ReadOptions
from detente.sources.unreadable import Unreadable

__all__ = ["ReadOptions", "Unreadable", "article_from_text", "count_sources", "read_sources"]
