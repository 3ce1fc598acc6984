"""Claims for other programs: the stable records of docs/claims.md, as JSONL and as CSV."""

from __future__ import annotations

from detente.exchange.claims import claim_record, read_claim_record
from detente.exchange.contract import CLAIM_KEYS, COLUMNS, ClaimRecordError, Head, Publication, Record
from detente.exchange.files import flat_record, read_jsonl, write_csv, write_jsonl

__all__ = [
    "CLAIM_KEYS",
    "COLUMNS",
    "ClaimRecordError",
    "Head",
    "Publication",
    "Record",
    "claim_record",
    "flat_record",
    "read_claim_record",
    "read_jsonl",
    "write_csv",
    "write_jsonl",
]
