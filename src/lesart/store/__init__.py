"""Store: the only room that speaks SQL; SQLite by default, every query a named function."""
