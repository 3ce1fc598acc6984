"""`python -m detente.knowledge check [FOLDER]`: check the knowledge files and say what is wrong with them."""

from __future__ import annotations

import sys
from pathlib import Path

from detente.knowledge.load import DATA, check


def main(arguments: list[str]) -> int:
    """The exit code: 0 when all files are sound, 1 with a line for each mistake otherwise."""
    folders = [Path(a) for a in arguments if a != "check"]
    mistakes = check([DATA, *folders])
    for mistake in mistakes:
        sys.stderr.write(f"{mistake}\n")
    sys.stderr.write(f"{len(mistakes)} mistakes\n")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
