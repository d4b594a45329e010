"""Hostile: files and hosts that mean harm, made anew each time from a seed; for scripts/bad_input.py and tests/hostile."""
