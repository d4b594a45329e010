"""Desk: the collection in the browser, served to this machine only."""
