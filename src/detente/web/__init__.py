"""The page: a local, read-only view of an archive."""
