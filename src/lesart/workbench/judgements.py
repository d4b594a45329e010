"""Judgements: a person's decisions applied to what the machine proposes; pure, in the order in which they were made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lesart.text.article import Article, Cut, Removal, RemovalKind
from lesart.text.selectors import Lost, Selector, resolve
from lesart.text.span import Span, trimmed
from lesart.workbench.corrections import correct_field

CUT_KINDS = frozenset({"cut_added", "cut_moved", "cut_removed"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision that stands, with its anchors: where in the text it was made, in the words that stood there."""

    id: int
    kind: str
    article_key: str | None
    field: str | None
    after: str | None
    person: str
    made_at: str
    anchors: tuple[Selector, ...]

    @property
    def source(self) -> str:
        """Name the judgement as the evidence of what it states."""
        return f"judgement of {self.person}, {self.made_at[:10]}"


@dataclass(frozen=True, slots=True)
class Unfit:
    """A judgement that no longer fits its document."""

    judgement: Judgement
    reason: str


@dataclass(frozen=True, slots=True)
class JudgedCuts:
    """Cuts with the judgements applied; `starts` follows each article's start through the moves (then: now)."""

    cuts: tuple[Cut, ...]
    starts: dict[int, int]
    unfit: tuple[Unfit, ...]


def judge_cuts(text: str, cuts: Sequence[Cut], judgements: Iterable[Judgement]) -> JudgedCuts:
    """Add, move and remove cuts as persons decided; every cut that they touched has confidence 1."""
    now = list(cuts)
    starts: dict[int, int] = {}
    unfit: list[Unfit] = []
    for judgement in judgements:
        if judgement.kind not in CUT_KINDS:
            continue
        if (reason := _lost(text, judgement)) or (reason := _apply_cut(text, now, judgement, starts)):
            unfit.append(Unfit(judgement, reason))
    return JudgedCuts(tuple(now), starts, tuple(unfit))


def _lost(text: str, judgement: Judgement) -> str | None:
    for anchor in judgement.anchors:
        if isinstance(found := resolve(anchor, text), Lost):
            return found.reason
    return None


def _apply_cut(text: str, cuts: list[Cut], judgement: Judgement, starts: dict[int, int]) -> str | None:
    """Change `cuts` by one judgement; return why it does not fit, None where it did."""
    at = judgement.anchors[0].span.start
    if judgement.kind == "cut_added":
        return _add(text, cuts, at, judgement.source)
    if judgement.kind == "cut_removed":
        return _remove(text, cuts, at, judgement.source)
    to = judgement.anchors[1].span.start
    if reason := _move(text, cuts, at, to, judgement.source):
        return reason
    for then, now in list(starts.items()):
        if now == at:
            starts[then] = to
    starts[at] = to
    return None


def _add(text: str, cuts: list[Cut], at: int, source: str) -> str | None:
    """Begin an article at `at`: the one that stands there is divided, else it reaches to the next one."""
    if any(cut.span.start == at for cut in cuts):
        return "an article begins here already"
    before = max((i for i, cut in enumerate(cuts) if cut.span.start < at), default=-1)
    following = cuts[before + 1].span.start if before + 1 < len(cuts) else len(text)
    end = cuts[before].span.end if before >= 0 and cuts[before].span.end > at else following
    span = trimmed(text, Span(at, end))
    if not len(span) or span.start != at:
        return "no word begins here"
    if before >= 0 and cuts[before].span.end > at:
        left = cuts[before]
        cuts[before] = replace(left, span=trimmed(text, Span(left.span.start, at)), title=_inside(left.title, at))
    cuts.insert(before + 1, Cut(span, source, 1.0))
    return None


def _inside(title: Span | None, end: int) -> Span | None:
    return title if title and title.end <= end else None


def _remove(text: str, cuts: list[Cut], at: int, source: str) -> str | None:
    """Join the article that begins at `at` to the one before it."""
    index = next((i for i, cut in enumerate(cuts) if cut.span.start == at), None)
    if index is None:
        return "no article begins here"
    if index == 0:
        return "the first article has no other before it"
    left, right = cuts[index - 1], cuts.pop(index)
    cuts[index - 1] = Cut(Span(left.span.start, right.span.end), source, 1.0, left.title)
    return None


def _move(text: str, cuts: list[Cut], at: int, to: int, source: str) -> str | None:
    """Let the article that begins at `at` begin at `to`: the one before it gives or takes what lies between."""
    index = next((i for i, cut in enumerate(cuts) if cut.span.start == at), None)
    if index is None:
        return "no article begins here"
    moved = cuts[index]
    if to >= moved.span.end or (index and to <= cuts[index - 1].span.start):
        return "a cut cannot be moved past another one"
    if text[to].isspace():
        return "no word begins there"
    title = moved.title if moved.title and moved.title.start >= to else None
    cuts[index] = Cut(Span(to, moved.span.end), source, 1.0, title)
    if index:
        left = cuts[index - 1]
        end = max(min(left.span.end, to), to) if to > at or left.span.end > to else left.span.end
        cuts[index - 1] = replace(left, span=trimmed(text, Span(left.span.start, end)), title=_inside(left.title, end))
    return None


def judge_article(
    text: str, article: Article, judgements: Iterable[Judgement], document_key: str, starts: dict[int, int]
) -> Article:
    """Apply the judgements that concern this article; the same article where none does."""
    judged = article
    for judgement in judgements:
        if judgement.kind in CUT_KINDS or _lost(text, judgement):
            continue
        if judgement.kind == "corrected":
            start = key_start(judgement.article_key or "", document_key)
            if starts.get(start, start) == article.span.start:
                judged = correct_field(judged, judgement.field or "", judgement.after, judgement.source)
        elif article.span.contains(judgement.anchors[0].span):
            judged = replace(judged, removed=_judged_removals(judged.removed, judgement))
    return judged


def _judged_removals(removed: Sequence[Removal], judgement: Judgement) -> tuple[Removal, ...]:
    span = judgement.anchors[0].span
    if judgement.kind == "restored":
        return tuple(removal for removal in removed if not removal.span.overlap(span))
    kind = RemovalKind(judgement.after or RemovalKind.FURNITURE)
    added = Removal(span, kind, judgement.source, 1.0)
    return tuple(sorted((*removed, added), key=lambda removal: removal.span))


def key_start(article_key: str, document_key: str) -> int:
    """Return the start in code points that an article's key names; -1 where it is another document's."""
    start = article_key.removeprefix(f"{document_key}-")
    return int(start) if start.isdigit() else -1


def unfit_judgements(
    text: str, articles: Sequence[Span], judgements: Iterable[Judgement], document_key: str, starts: dict[int, int]
) -> list[Unfit]:
    """List the judgements that fit none of the articles (their spans) any more, with the reason."""
    unfit = []
    begins = {span.start for span in articles}
    for judgement in judgements:
        if judgement.kind in CUT_KINDS:
            continue
        start = key_start(judgement.article_key or "", document_key)
        if reason := _lost(text, judgement):
            unfit.append(Unfit(judgement, reason))
        elif judgement.kind == "corrected" and starts.get(start, start) not in begins:
            unfit.append(Unfit(judgement, "no article begins here any more"))
        elif judgement.kind != "corrected" and not any(span.contains(judgement.anchors[0].span) for span in articles):
            unfit.append(Unfit(judgement, "the passage lies in no article any more"))
    return unfit
