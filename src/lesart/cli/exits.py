"""Exits: the codes with which the command line ends."""

DONE = 0
FAILED = 1
MISUSED = 2
INCOMPLETE = 3  # done, but some sources could not be read
INTERRUPTED = 130
