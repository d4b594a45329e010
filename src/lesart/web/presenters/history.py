"""History: the decisions of persons, newest first, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from lesart.store.rows import JudgementRow
from lesart.web.languages import Language
from lesart.web.presenters.wording import FIELDS, JUDGEMENTS, worded


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement: what was decided, by whom and when, and what stood there before and after."""

    id: int
    what: str
    field: str
    before: str
    after: str
    person: str
    when: str
    undone: str
    note: str


def history(rows: Iterable[JudgementRow], language: Language) -> list[Decision]:
    """Describe judgements, newest first."""
    return [_decision(row, language) for row in sorted(rows, key=lambda row: row.id, reverse=True)]


def _decision(row: JudgementRow, language: Language) -> Decision:
    return Decision(
        row.id,
        worded(language, JUDGEMENTS, row.kind),
        worded(language, FIELDS, row.field or "") if row.field else "",
        row.before or "",
        row.after or "",
        row.person,
        language.moment(row.made_at),
        language.moment(row.undone_at) if row.undone_at else "",
        row.note or "",
    )
