"""Readers: from the bytes of a capture to documents, one file a format, all of them in `registry.READERS`."""
