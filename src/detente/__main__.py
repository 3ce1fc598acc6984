"""`python -m detente` is the same as `detente`."""

from detente.cli import main

main()
