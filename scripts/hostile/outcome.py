"""Outcome: what became of each file added, read from the collection with any SQLite tool's means."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from hostile.canary import SECRET, Canary
from hostile.case import Case, Expected


@dataclass(slots=True)
class Became:
    """The texts read from a file and its members, and the failures, each as reason and advice."""

    texts: list[str] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)


def outcomes(collection: Path) -> Mapping[str, Became]:
    """Return what became of each file, by its path; members count with their outermost container.

    Files with the same bytes are one capture, whose members and failures are told of the first: they share them.
    """
    found: dict[str, Became] = defaultdict(Became)
    with closing(sqlite3.connect(f"file:{collection}?mode=ro", uri=True)) as db:
        texts = "SELECT o.uri, d.text FROM origins o JOIN documents d ON d.capture_id = o.capture_id"
        for uri, text in db.execute(texts):
            found[uri.split("!/")[0]].texts.append(text)
        for uri, reason, advice in db.execute("SELECT uri, reason, advice FROM failures"):
            found[uri.split("!/")[0]].failures.append((reason, advice))
        first: dict[int, Became] = {}
        for uri, capture in db.execute("SELECT uri, capture_id FROM origins WHERE uri NOT LIKE '%!/%' ORDER BY id"):
            shared = first.setdefault(capture, found[uri])
            if shared is not found[uri]:
                found[uri] = Became([*shared.texts, *found[uri].texts], [*shared.failures, *found[uri].failures])
    return found


def faults(cases: Iterable[tuple[str, Case]], became: Mapping[str, Became]) -> list[str]:
    """Say of each file, given by path, what should not have become of it."""
    found = []
    for path, case in cases:
        outcome = became.get(path, Became())
        if fault := _fault(case, outcome):
            found.append(f"{case.kind}: {case.name[:80]!r}: {fault}")
    return found


def _fault(case: Case, became: Became) -> str:
    if any(not reason.strip() or not advice.strip() for reason, advice in became.failures):
        return "a failure without reason or advice"
    if case.expected is Expected.READ and not any(case.words in text for text in became.texts):
        return f"not read: {became.failures[:1]}"
    if case.expected is Expected.REFUSED and not became.failures:
        return f"no failure; texts: {[text[:60] for text in became.texts[:2]]}"
    if not became.texts and not became.failures:
        return "vanished: neither text nor failure"
    if any(SECRET in text for text in became.texts):
        return "read the canary"
    unforeseen = [reason for reason, _ in became.failures if "unexpected trouble" in reason]
    return f"unforeseen: {unforeseen[0]}" if unforeseen else ""


def escapes(canary: Canary, folders: Iterable[Path]) -> list[str]:
    """Say what was fetched or written that nobody asked for."""
    found = [f"fetched {path}" for path in canary.asked]
    for folder in folders:
        found += [f"written {path}" for path in folder.rglob("*escaped*") if not path.name.startswith("crafted-")]
    return found
