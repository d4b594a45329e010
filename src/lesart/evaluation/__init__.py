"""Evaluation: the one scoring code, for the gate, the report and the user."""
