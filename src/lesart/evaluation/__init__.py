"""Evaluation: the one scoring code, for gates and reports alike; compares what was found with gold."""
