"""The one kind of failure that a source may cause by what it is."""

from __future__ import annotations


class Unreadable(ValueError):
    """A source cannot be read; the message completes "this file ..." in plain words."""
