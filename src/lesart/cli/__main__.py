"""The command line as `python -m lesart.cli`."""

from lesart.cli.main import main

main()
