"""Registry: every export format, in the order in which they are offered."""

from lesart.exporters.csv import CSV, CSV_EXCEL
from lesart.exporters.exporter import Exporter
from lesart.exporters.jsonl import JSONL
from lesart.exporters.webannotation import WEB_ANNOTATION

EXPORTERS: tuple[Exporter, ...] = (JSONL, CSV, CSV_EXCEL, WEB_ANNOTATION)


def exporter(name: str) -> Exporter:
    """Return the format of this name; KeyError with the names that there are else."""
    for one in EXPORTERS:
        if one.name == name:
            return one
    raise KeyError(f"no export format {name!r}; there are {', '.join(e.name for e in EXPORTERS)}")
