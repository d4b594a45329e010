"""Recorded: how a decision is shown once it is kept."""

from lesart.cli.terminal import one_line, say, say_json
from lesart.store.rows import JudgementRow


def recorded(judgement: JudgementRow, *, as_json: bool) -> None:
    """Print the decision that was recorded, with the number by which it can be undone."""
    if as_json:
        say_json(judgement)
    else:
        say(f"{judgement.id}: {described(judgement)}")


def described(judgement: JudgementRow) -> str:
    """Say in one line what a person decided."""
    what = f"{judgement.kind} {judgement.field or ''}".strip()
    change = f"{one_line(judgement.before)} → {one_line(judgement.after)}"
    undone = f" (undone {judgement.undone_at})" if judgement.undone_at else ""
    note = f" – {judgement.note}" if judgement.note else ""
    return f"{what}: {change}, {judgement.person}, {judgement.made_at}{note}{undone}"
