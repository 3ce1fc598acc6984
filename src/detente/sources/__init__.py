"""Anything that holds news, to articles: the only part that opens files of texts or asks the network."""

from __future__ import annotations

from detente.sources.counting import count_sources
from detente.sources.inputs import article_from_text, read_sources
from detente.sources.options import FIELD_NAMES, ReadOptions
from detente.sources.unreadable import Unreadable

__all__ = ["FIELD_NAMES", "ReadOptions", "Unreadable", "article_from_text", "count_sources", "read_sources"]
