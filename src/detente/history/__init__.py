"""History: from claims to happenings, and to the course of relations.  Pure functions, no files, no database."""
