"""Overview: the collection at a glance: what was read, what failed and why, which runs there were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lesart.store.rows import FailureRow, RunRow, Status
from lesart.web import addresses
from lesart.web.languages import Language
from lesart.web.presenters.findings import in_words
from lesart.web.presenters.wording import FORMATS, RUN_STATES, STAGES, worded

SOURCES_SHOWN = 6  # sources of a run named at once; an `add` of a shell pattern may have thousands


@dataclass(frozen=True, slots=True)
class Share:
    """One bar of a distribution; `share` is its part of the largest, in percent, at least 1."""

    label: str
    count: str
    share: int
    address: str | None = None


@dataclass(frozen=True, slots=True)
class RunLine:
    id: int
    started: str
    finished: str
    state: str
    state_word: str
    sources: tuple[str, ...]
    more_sources: int
    captures: str
    articles: str
    skipped: str
    failures: int


@dataclass(frozen=True, slots=True)
class FailureLine:
    uri: str
    name: str
    stage: str
    reason: str
    advice: str
    at: str
    run_id: int
    resolved: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the overview with what it counts."""

    number: str
    label: str
    address: str | None = None


def figures(status: Status, language: Language) -> list[Figure]:
    """Return the numbers at the head of the overview."""
    ngettext = language.words.ngettext
    return [
        Figure(language.number(status.articles), ngettext("article", "articles", status.articles), "/articles"),
        Figure(language.number(status.documents), ngettext("document", "documents", status.documents)),
        Figure(language.number(status.captures), ngettext("capture", "captures", status.captures)),
        Figure(
            language.number(status.removed_passages),
            ngettext("removed passage", "removed passages", status.removed_passages),
        ),
        Figure(language.number(status.judgements), ngettext("decision", "decisions", status.judgements)),
        Figure(language.number(status.failures), ngettext("failure", "failures", status.failures), "/failures"),
    ]


def languages(status: Status, language: Language) -> list[Share]:
    """Return the articles by language."""
    largest = max((count for _, count in status.languages), default=1)
    return [
        Share(
            language.language_name(code) if code else language.say("unknown"),
            language.number(count),
            max(1, round(100 * count / largest)),
            addresses.with_query("/articles", language=code) if code else None,
        )
        for code, count in status.languages
    ]


def formats(status: Status, language: Language) -> list[Share]:
    """Return the articles by the format they came in."""
    largest = max((count for _, count in status.formats), default=1)
    return [
        Share(
            worded(language, FORMATS, name) if name else language.say("unknown"),
            language.number(count),
            max(1, round(100 * count / largest)),
        )
        for name, count in status.formats
    ]


def run_lines(runs: Iterable[RunRow], language: Language) -> list[RunLine]:
    """Describe runs, in the order given."""
    return [_run_line(run, language) for run in runs]


def _run_line(run: RunRow, language: Language) -> RunLine:
    return RunLine(
        run.id,
        language.moment(run.started_at),
        language.moment(run.finished_at) if run.finished_at else "",
        run.state,
        worded(language, RUN_STATES, run.state),
        tuple(run.sources[:SOURCES_SHOWN]),
        max(0, len(run.sources) - SOURCES_SHOWN),
        language.number(run.captures),
        language.number(run.articles),
        language.number(run.skipped),
        run.failures,
    )


def failure_lines(failures: Sequence[FailureRow], language: Language) -> list[FailureLine]:
    """Describe failures, in the order given."""
    return [
        FailureLine(
            row.uri,
            row.uri.rstrip("/").rpartition("/")[2] or row.uri,
            worded(language, STAGES, row.stage),
            in_words(language, row.reason),
            in_words(language, row.advice),
            language.moment(row.at),
            row.run_id,
            language.moment(row.resolved_at) if row.resolved_at else "",
        )
        for row in failures
    ]
