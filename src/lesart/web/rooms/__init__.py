"""Rooms of the desk: one file a room; each reads the address, asks the collection, and hands the answer to a presenter."""
