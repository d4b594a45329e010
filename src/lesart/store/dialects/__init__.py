"""Dialects: what one database does its own way, a module each."""
