"""Case: one file to add, and what must come of it."""

from dataclasses import dataclass
from enum import StrEnum


class Expected(StrEnum):
    """What must come of a file: `READ` its words in an article, `REFUSED` a failure, `EITHER` one of both."""

    READ = "read"
    REFUSED = "refused"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Case:
    """A file with its name in the folder, its bytes, and what must come of it.

    `words` stand in the text where it is read. `kind` groups cases in the summary.
    """

    name: str
    data: bytes
    kind: str
    expected: Expected = Expected.EITHER
    words: str = ""
