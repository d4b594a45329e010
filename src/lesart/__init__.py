"""Lesart: reads a pile of press texts and shows who says what, on whose word, and who copied or translated whom."""
