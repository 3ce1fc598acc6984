"""Answers of the record that need both the archive and history."""
