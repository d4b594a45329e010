"""Presenters: what the pages show, as plain values; they know rows and words, but no request and no markup."""
