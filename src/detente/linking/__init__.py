"""Between the archive and history: what can be derived is kept up to date, and answers are put together from both."""

from detente.linking.answers import Account, Report, account, all_differences, all_stories, differences_in_texts
from detente.linking.catching_up import behind, catch_up, judge

__all__ = [
    "Account",
    "Report",
    "account",
    "all_differences",
    "all_stories",
    "behind",
    "catch_up",
    "differences_in_texts",
    "judge",
]
