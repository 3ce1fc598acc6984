"""A reading run that the tests kill: `killed_writer.py ARCHIVE ARTICLES` reads what is not yet known."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from claim_samples import RULES, make_article, make_reading

from detente.archive import Archive, Pace


def main(path: str, articles: int) -> None:
    """Read so many articles, slowly enough to be killed in the middle."""
    print("started", flush=True)  # noqa: T201 - the test waits for it
    archive = Archive.open(path)
    with archive.writer(rules=RULES, pace=Pace(part_articles=7, absorb_articles=20)) as writer:
        known = writer.known(make_article(number).id for number in range(articles))
        for number in range(articles):
            if make_article(number).id not in known:
                writer.add(make_reading(number, claims=5))
                time.sleep(0.001)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
