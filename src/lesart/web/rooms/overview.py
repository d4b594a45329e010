"""Overview, failures and runs: what was read, what failed and why, and what to do about it."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from lesart.web import addresses
from lesart.web.desk import desk_of
from lesart.web.presenters import overview

router = APIRouter()
FAILURES_AT_ONCE = 5  # on the overview; all of them stand in their own room
RUNS_AT_ONCE = 5
FAILURES_A_PAGE = 50


@router.get("/")
def collection(request: Request) -> HTMLResponse:
    desk, language = desk_of(request), desk_of(request).language(request)
    status = desk.collection.status()
    failures = desk.collection.failures(limit=FAILURES_AT_ONCE) if status.failures else None
    return desk.page(
        request,
        "overview.html",
        collection=status,
        figures=overview.figures(status, language),
        formats=overview.formats(status, language),
        tongues=overview.languages(status, language),
        failures=overview.failure_lines(failures.items, language) if failures else [],
        more_failures=failures.total - len(failures.items) if failures else 0,
        runs=overview.run_lines(status.runs[:RUNS_AT_ONCE], language),
    )


@router.get("/runs")
def runs(request: Request) -> HTMLResponse:
    desk = desk_of(request)
    return desk.page(request, "runs.html", runs=overview.run_lines(desk.collection.runs(), desk.language(request)))


@router.get("/failures")
def failures(request: Request, resolved: str = "", page: str = "1") -> HTMLResponse:
    desk, language = desk_of(request), desk_of(request).language(request)
    number = addresses.page_of(page)
    found = desk.collection.failures(
        resolved=resolved == "1", offset=(number - 1) * FAILURES_A_PAGE, limit=FAILURES_A_PAGE
    )
    return desk.page(
        request,
        "failures.html",
        failures=overview.failure_lines(found.items, language),
        total=found.total,
        resolved=resolved == "1",
        before=_page_address(resolved, number - 1) if number > 1 else None,
        after=_page_address(resolved, number + 1) if found.offset + len(found.items) < found.total else None,
    )


def _page_address(resolved: str, number: int) -> str:
    return addresses.with_query("/failures", resolved=resolved, page=number if number > 1 else None)
