"""Workbench: the use cases that the command line, the desk and Python share."""
