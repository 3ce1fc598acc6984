"""The words of a claim within their sentence, for pages that mark them."""

from __future__ import annotations

from detente.model import Claim


def marked(claim: Claim) -> tuple[str, str, str]:
    """What stands before the claim's words in its sentence, these words, and what follows them."""
    text, begin = claim.sentence.text, claim.sentence.start
    start = min(max(claim.start - begin, 0), len(text))
    end = min(max(claim.end - begin, start), len(text))
    return text[:start], text[start:end], text[end:]
