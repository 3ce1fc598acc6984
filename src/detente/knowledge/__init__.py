"""What Detente knows before it reads: actors, rules, cues, named times."""

from detente.knowledge.entries import Courses, Entry, EventKind, How, Knowledge, Merging, Naming, Role, Rule, Sort, Term
from detente.knowledge.load import KnowledgeError, check, load

__all__ = [
    "Courses",
    "Entry",
    "EventKind",
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
