"""The made-up claims of the archive's tests, for these tests too."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "archive"))

from claim_samples import RULES, claims_of, make_article, make_claim, words

__all__ = ["RULES", "claims_of", "make_article", "make_claim", "words"]
