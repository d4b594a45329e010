"""Desk: the server-rendered pages in the browser."""
