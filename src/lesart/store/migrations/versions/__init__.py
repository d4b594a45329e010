"""Versions: one revision of the schema a file, in order of their numbers."""
