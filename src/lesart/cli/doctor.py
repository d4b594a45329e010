"""doctor: what this machine has for Lesart, what is missing, and what to do about it."""

import click

from lesart.cli.diagnosis import Finding, findings
from lesart.cli.exits import DONE, FAILED
from lesart.cli.openings import json_option
from lesart.cli.terminal import say, say_json

STYLES = {"ok": "green", "warn": "yellow", "fail": "red"}


@click.command()
@click.argument("collection", required=False)
@json_option
def doctor(collection: str | None, as_json: bool) -> int:
    """Check this machine, and COLLECTION if one is named. Exit code 1: something does not work.

    \b
    Examples:
      lesart doctor
      lesart doctor pile.lesart
    """
    found = findings(collection)
    if as_json:
        say_json(found)
    else:
        for finding in found:
            _show(finding)
    return FAILED if any(finding.state == "fail" for finding in found) else DONE


def _show(finding: Finding) -> None:
    say(f"{finding.state:<5} {finding.what}: {finding.found}", style=STYLES[finding.state])
    if finding.advice:
        say(f"      → {finding.advice}")
