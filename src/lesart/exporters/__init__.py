"""Exporters: articles and findings in the formats of other tools."""
