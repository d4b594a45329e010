"""cut: where a document falls into articles, shown and set right."""

import click

from lesart.cli.openings import collection_argument, json_option, note_option, opened, person_option
from lesart.cli.recorded import recorded
from lesart.cli.terminal import one_line, say, say_json
from lesart.store.rows import DocumentDetail
from lesart.workbench.errors import JudgementError

LINE_SHOWN = 72  # code points of a block


@click.command()
@collection_argument
@click.argument("document")
@click.option("--add", "added", type=int, metavar="AT", help="An article begins here, too.")
@click.option("--remove", "removed", type=int, metavar="AT", help="No article begins here.")
@click.option("--move", "moved", type=(int, int), metavar="AT TO", help="The article begins there instead.")
@note_option
@person_option
@json_option
def cut(
    collection: str,
    document: str,
    added: int | None,
    removed: int | None,
    moved: tuple[int, int] | None,
    note: str | None,
    person: str | None,
    as_json: bool,
) -> None:
    """Show how DOCUMENT is cut into articles, or move a cut. AT and TO are offsets as they are shown.

    \b
    Examples:
      lesart cut pile.lesart 3fa91c07be21
      lesart cut pile.lesart 3fa91c07be21 --add 4410
      lesart cut pile.lesart 3fa91c07be21 --move 4410 4380 --note 'the title belongs to it'
      lesart cut pile.lesart 3fa91c07be21 --remove 4380
    """
    if sum(choice is not None for choice in (added, removed, moved)) > 1:
        raise JudgementError("One change at a time: --add, --remove or --move.", "Call lesart cut once for each.")
    key = document.partition("-")[0]
    with opened(collection, person=person) as pile:
        if added is not None:
            recorded(pile.add_cut(key, added, note=note), as_json=as_json)
        elif removed is not None:
            recorded(pile.remove_cut(key, removed, note=note), as_json=as_json)
        elif moved is not None:
            recorded(pile.move_cut(key, *moved, note=note), as_json=as_json)
        else:
            _show(pile.document(key), as_json=as_json)


def _show(detail: DocumentDetail, *, as_json: bool) -> None:
    if as_json:
        say_json({"key": detail.key, "cuts": detail.cuts, "judgements": detail.judgements})
        return
    cuts = {cut.span.start: cut for cut in detail.cuts}
    text = detail.document.text
    for start in sorted({block.span.start for block in detail.document.blocks} | set(cuts)):
        if found := cuts.get(start):
            by = "a person" if found.by_person else f"{found.confidence:.2f}"
            say(f"──── {found.article_key}  {found.reason} ({by})", style="bold")
        end = next((block.span.end for block in detail.document.blocks if block.span.start == start), start)
        say(f"{start:>8}  {_beginning(text[start:end])}")


def _beginning(text: str) -> str:
    line = one_line(text[: LINE_SHOWN + 1])
    return line if len(line) <= LINE_SHOWN else line[:LINE_SHOWN] + "…"
