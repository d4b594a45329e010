"""Gold: locate the quotations of gold.toml in the sample texts and write gold.json with their offsets.

Run `python samples/gold.py`. Raises LookupError where a quotation is missing, or stands there more than once without
`@n` saying which one is meant.
"""

import json
import re
import tomllib
from itertools import groupby
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Entry = dict[str, Any]
Place = tuple[int, int]
_JUDGED_WITHOUT_OFFSETS = ("subtitle", "language", "outlet", "extent")


def gold() -> list[Entry]:
    """Return the entries of gold.json in order."""
    entries = tomllib.loads((HERE / "gold.toml").read_text(encoding="utf-8"))["article"]
    built: list[Entry] = []
    for file, group in groupby(entries, key=lambda entry: entry["file"]):
        of_file = list(group)
        if file.endswith(".txt"):
            text = (HERE / "texts" / file).read_bytes().decode("utf-8")
            places = _cuts(of_file, text)
            leads = [_lead_in(text, places[0]), *[None] * (len(places) - 1)]
            built += [_located(*row) for row in zip(of_file, [text] * len(places), places, leads, strict=True)]
        else:
            built += [_unlocated(entry) for entry in of_file]
    return [{"article": number, **entry} for number, entry in enumerate(built)]


def _cuts(entries: list[Entry], text: str) -> list[Place]:
    """Return the span of each article of one file: to where the next begins, without blank ends."""
    whole = (0, len(text))
    starts = [find(entry["from"], text, whole)[0] if "from" in entry else 0 for entry in entries]
    return [_trimmed(text, a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def _lead_in(text: str, first: Place) -> Place | None:
    """Return what stands before the first item of a digest: its name, date and overview."""
    lead = _trimmed(text, 0, first[0])
    return lead if lead[0] < lead[1] else None


def _trimmed(text: str, start: int, end: int) -> Place:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def find(quotation: str, text: str, within: Place) -> Place:
    """Return the span of a quotation, `a⋯b` or `a@n`, inside a part of the text."""
    words, _, ordinal = quotation.partition("@")
    first, _, last = words.partition("⋯")
    found = [m.start() for m in re.finditer(re.escape(first), text[: within[1]]) if m.start() >= within[0]]
    if not found or (len(found) > 1 and not ordinal):
        raise LookupError(f"{quotation!r} stands {len(found)} times in {text[within[0] : within[0] + 60]!r}…")
    start = found[int(ordinal or 1) - 1]
    end = text.find(last, start + len(first), within[1]) + len(last) if last else start + len(first)
    if end <= start:
        raise LookupError(f"{last!r} does not follow {first!r}")
    return start, end


def _located(entry: Entry, text: str, span: Place, lead: Place | None) -> Entry:
    out: Entry = {"file": entry["file"], "span": span}
    if lead is not None:
        out["lead_in"] = lead
    out |= _title(entry, text, span)
    removed = [{"span": find(quote, text, span), "kind": kind} for kind, quote in entry.get("boilerplate", [])]
    if entry.get("dead_links"):
        for link in re.finditer(r"\[([^\]\n]+)\]\(#\)", text[span[0] : span[1]]):
            removed.append({"span": (span[0] + link.start(), span[0] + link.start() + 1), "kind": "link_stub"})
            removed.append({"span": (span[0] + link.end(1), span[0] + link.end()), "kind": "link_stub"})
    out |= {name: entry[name] for name in ("language", "outlet", "extent") if name in entry}
    if "bylines" in entry:
        out["bylines"] = [_byline(name, role, text, removed) for name, role in entry["bylines"]]
    if "published" in entry:
        out["published"] = _with_place(entry["published"] | {"date": entry["published"].get("date")}, text, span)
    if "provenance" in entry:
        out["provenance"] = [_link(link, text, span) for link in entry["provenance"]]
    if "boilerplate" in entry:
        out["boilerplate"] = sorted(removed, key=lambda removal: removal["span"])
    if "repeated" in entry:
        out["repeated_passages"] = [{"a": find(a, text, span), "b": find(b, text, span)} for a, b in entry["repeated"]]
    if "broken" in entry:
        out["broken_words"] = [
            {"span": find(word, text, span), "text": word, "fixed": fixed} for word, fixed in entry["broken"]
        ]
    return out


def _title(entry: Entry, text: str, span: Place) -> Entry:
    out: Entry = {"title": None}
    if "title" in entry:
        start, end = find(entry["title"], text, span)
        out = {"title": text[start:end], "title_span": (start, end)}
    if "subtitle" in entry:
        start, end = find(entry["subtitle"], text, span)
        out["subtitle"] = text[start:end]
    return out


def _byline(name: str, role: str, text: str, removed: list[Entry]) -> Entry:
    places = [
        place
        for line in removed
        if line["kind"] == "metadata_line" and name in text[line["span"][0] : line["span"][1]]
        for place in [find(name, text, line["span"])]
    ]
    if len(places) != 1:
        raise LookupError(f"{name!r} stands in {len(places)} metadata lines")
    return {"name": name, "role": role, "span": places[0]}


def _link(link: Entry, text: str, span: Place) -> Entry:
    empty = dict.fromkeys(("outlet", "author", "date", "language", "evidence"))
    return _with_place(empty | link, text, span)


def _with_place(entry: Entry, text: str, span: Place) -> Entry:
    if not entry.get("evidence"):
        return entry
    try:
        return entry | {"span": find(entry["evidence"], text, span)}
    except LookupError:
        return entry | {"span": find(entry["evidence"], text, (0, span[0]))}  # a date at the head of the digest


def _unlocated(entry: Entry) -> Entry:
    out: Entry = {"file": entry["file"], "title": entry["title"]}
    out |= {name: entry[name] for name in _JUDGED_WITHOUT_OFFSETS if name in entry}
    if "bylines" in entry:
        out["bylines"] = [{"name": name, "role": role} for name, role in entry["bylines"]]
    if "published" in entry:
        out["published"] = entry["published"] | {"date": entry["published"].get("date")}
    if "provenance" in entry:
        out["provenance"] = entry["provenance"]
    return out


def written() -> str:
    """Return gold.json as it stands in the repository."""
    lines = [json.dumps(entry, ensure_ascii=False) for entry in gold()]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    (HERE / "gold.json").write_text(written(), encoding="utf-8")
