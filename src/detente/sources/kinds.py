"""What a file is, told by its first bytes: which reader takes it, or why none does."""

from __future__ import annotations

import json
import re

from detente.sources.decoding import NotText, decode

_BINARY = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM6", "a bitmap image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as text first"),
    (b"{\\rtf", "an RTF document; save it as text first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"RIFF", "a sound, image or video file"),
    (b"%!PS", "a PostScript document"),
    (b"OBJ\x01", "an Avro file"),
    (b"ARROW1", "an Arrow file; write it as Parquet first"),
)
_ZIPPED = (
    (b"word/", "a Word document; save it as text first"),
    (b"xl/", "an Excel workbook; save it as CSV first"),
    (b"ppt/", "a PowerPoint file; save it as text first"),
    (b"opendocument", "an OpenDocument file; save it as text first"),
    (b"epub", "an EPUB book"),
)
#: Suffix -> name of the reader; other files are told by their content.
BY_SUFFIX = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".parquet": "parquet",
}
_FEED_ROOT = re.compile(r"<(?:\w+:)?(rss|feed|rdf)\b", re.IGNORECASE)
_HTML_START = re.compile(r"<!doctype html|<html\b|<head\b|<body\b|<(?:article|div|p|h1|section)\b[^>]*>", re.IGNORECASE)
_PROLOGUE = re.compile(
    r"\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)*", re.IGNORECASE | re.DOTALL
)


def binary_kind(head: bytes) -> str:
    """What a file that cannot be read as text is ("a PDF document"), "" for all others."""
    if head.startswith(b"PK\x03\x04"):
        return next((name for mark, name in _ZIPPED if mark in head), "a ZIP archive; unpack it first")
    if head[257:262] == b"ustar":
        return "a tar archive; unpack it first"
    if head[4:8] == b"ftyp":
        return "a video or image file"
    return next((name for mark, name in _BINARY if head.startswith(mark)), "")


def _markup_kind(text: str) -> str:
    prologue = _PROLOGUE.match(text)
    body = text[prologue.end() if prologue else 0 :][:2000]
    if _FEED_ROOT.match(body):
        return "feed"
    if _HTML_START.match(body) or _HTML_START.match(text.lstrip()[:200]):
        return "html"
    return "xml" if text.lstrip().startswith("<?xml") or re.match(r"<\w[\w:.-]*(?:\s[^<>]*)?>", body) else "text"


def _json_kind(text: str) -> str:
    if text.startswith("["):
        return "json" if re.match(r"\[\s*[{\[\]]", text) else "text"
    first, _, more = text.partition("\n")
    try:
        if not isinstance(json.loads(first), dict):
            return "text"
        return "jsonl" if more.strip() else "json"
    except (ValueError, RecursionError):
        return "json" if re.match(r'\{\s*"', text) else "text"


def content_kind(head: bytes) -> str:
    """The name of the reader for a file that begins with `head`: text where nothing else fits."""
    if head.startswith(b"PAR1"):
        return "parquet"
    try:
        text = decode(head).lstrip("\ufeff \t\r\n")
    except NotText:
        return "text"
    if text.startswith(("{", "[")):
        return _json_kind(text)
    return _markup_kind(text) if text.startswith("<") else "text"


def reader_name(suffix: str, head: bytes) -> str:
    """The name of the reader for a file with this suffix and these first bytes.

    The suffix settles what content alone cannot tell (CSV), the content what suffixes get wrong.
    """
    named = BY_SUFFIX.get(suffix.lower(), "")
    if named in ("csv", "parquet", "jsonl"):
        return named
    found = content_kind(head)
    if named == "json":
        return found if found in ("json", "jsonl") else "json"
    if named and found not in ("feed", "html"):
        return named
    return found
