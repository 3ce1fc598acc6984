"""What Detente knows before it reads: actors, rules, cues, named times."""

from detente.knowledge.entries import Entry, How, Knowledge, Merging, Naming, Role, Rule, Sort, Term
from detente.knowledge.load import KnowledgeError, check, load

__all__ = [
    "Entry",
    "How",
    "Knowledge",
    "KnowledgeError",
    "Merging",
    "Naming",
    "Role",
    "Rule",
    "Sort",
    "Term",
    "check",
    "load",
]
