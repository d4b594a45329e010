"""A collection of fictional texts, desks served on it, and a Chromium to look at them with."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from lesart.web.application import create_application
from lesart.workbench.collection import AddOptions, Collection

ROOT = Path(__file__).parents[2]
TOKEN = "a-token-for-tests-only"
AXE = ROOT / "node_modules/axe-core/axe.min.js"
VENDOR = ROOT / "src/lesart/web/static/vendor/htmx.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

DIGEST = """Die Fähre fährt wieder

Von Mara Eibisch – 3. März 2026

Nach elf Wochen Pause hat die Fähre zwischen Rotbach und Torgast den Betrieb aufgenommen. Der Hafenmeister sprach von einem guten Tag für beide Ufer, auch wenn der Pegel noch niedrig steht.

Die Gemeinden wollen die Kosten teilen. Über den Schlüssel wird im April verhandelt, sagte eine Sprecherin der Verwaltung nach der Sitzung am Montag.

[Hier weiterlesen]

Das Archiv sucht Stimmen

Von Jonas Tellheim – 2. März 2026

Wer sich an das Hochwasser erinnert, soll erzählen. Das Stadtarchiv zeichnet die Berichte auf und stellt sie im Herbst in einer Ausstellung vor.

Bisher haben sich vierzig Zeugen gemeldet, die älteste ist sechsundneunzig Jahre alt. Das Archiv bittet vor allem Familien vom anderen Ufer, sich zu melden.

[Hier weiterlesen]

Der Brunnen bleibt trocken

Von Ida Kessrin – 1. März 2026

Die Stadt hat das Gutachten zum Marktbrunnen vorgelegt. Das Wasser fehlt, weil eine Leitung aus dem vorigen Jahrhundert gebrochen ist.

Eine Reparatur würde den Platz für ein halbes Jahr sperren. Die Händler sind dagegen und haben eine Unterschriftenliste übergeben.

[Hier weiterlesen]
"""
REPAIRED = """Ein Pegel, zwei Meinungen

Von Lena Ostwald – 14. April 2026

Der Streit um den Pegel am Keremet-Damm geht weiter. Die Messung wurde nach Angaben der Kommission zu-nichte gemacht, als ein Ast den Fühler traf. Die Kommission [bestätigte](#) den Vorfall am Dienstag.

Am Mittwoch erklärte die Vorsitzende der Kommission, die Messreihe werde mit neuen Geräten wiederholt und das Ergebnis allen Anliegern am Fluss vorgelegt.

Am Mittwoch erklärte die Vorsitzende der Kommission, die Messreihe werde mit neuen Geräten wiederholt und das Ergebnis sämtlichen Anliegern am Fluss vorgelegt.

Ein Nachbar 🌊 zeigte auf den Rand des Cafe\u0301s, bis zu dem das Wasser im Herbst gestanden hatte.

Übersetzt aus dem Russischen. Der Text ist am 10. April 2026 zuerst im Boten von Belunja erschienen.

- Themen:
- #Wasser
- #Keremet
"""
HOSTILE = """<script>window.broken = 1</script> & <img src=x onerror="window.broken=2">

Von "><b>Ida</b> Kessrin – 5. Mai 2026

Der Text enthält <script>window.broken = 3</script> und [einen Link](javascript:window.broken=4) sowie <a href="//evil.example/">noch einen</a>.

{{ 7 * 7 }} {% raw %} ${7*7} <style>body { display: none }</style> ‮verdreht‬ und \u202eumgekehrt.
"""
CYRILLIC = """Вода вернулась в канал

Автор: Марина Зеленцова, 20 апреля 2026

После трёх недель ожидания вода вернулась в канал у Торгаста. Жители собрались у шлюза, чтобы увидеть это своими глазами.

Смотритель шлюза сказал, что уровень поднимется ещё на метр.
"""


@dataclass(frozen=True)
class Served:
    """A desk that answers under `base`, and where its collection lies."""

    base: str
    where: Path

    @property
    def opened(self) -> str:
        return f"{self.base}/?token={TOKEN}"

    @contextmanager
    def client(self) -> Iterator[httpx.Client]:
        """A client that has shown the token."""
        wishes = {"Accept-Language": "de"}
        with httpx.Client(base_url=self.base, follow_redirects=True, headers=wishes, verify=False) as client:
            client.get(self.opened)
            yield client


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection with a digest, a text that needs repair, a hostile one, a Cyrillic one, and a failure."""
    folder = tmp_path_factory.mktemp("clippings")
    texts = {"digest.txt": DIGEST, "pegel.txt": REPAIRED, "hostile.txt": HOSTILE, "voda.txt": CYRILLIC}
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "kaputt.pdf").write_bytes(b"%PDF-1.7 nothing follows")
    where = tmp_path_factory.mktemp("desk") / "pile.lesart"
    with Collection.open(where, create=True, person="Ada Ohne") as collection:
        collection.add([str(folder)], options=AddOptions(workers=1))
    return where


@contextmanager
def serving(where: Path) -> Iterator[Served]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    port = listening.getsockname()[1]
    application = create_application(str(where), token=TOKEN, port=port, person="Ada Ohne")
    server = uvicorn.Server(uvicorn.Config(application, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield Served(f"http://127.0.0.1:{port}", where)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@pytest.fixture(scope="session")
def desk(filled: Path) -> Iterator[Served]:
    """A desk for looking only; all tests share it."""
    with serving(filled) as served:
        yield served


@pytest.fixture
def own_desk(filled: Path, tmp_path: Path) -> Iterator[Served]:
    """A desk on a copy of the collection, for decisions."""
    copy = Path(shutil.copy(filled, tmp_path / "own.lesart"))
    with serving(copy) as served:
        yield served


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    where = tmp_path_factory.mktemp("empty") / "empty.lesart"
    Collection.open(where, create=True, person="Ada Ohne").close()
    with serving(where) as served:
        yield served


@pytest.fixture(scope="session")
def keys(filled: Path) -> dict[str, str]:
    """The article keys by the first word of the title."""
    with Collection.open(filled) as collection:
        rows = collection.articles(limit=50).items
    return {(row.title or "").split()[0]: row.key for row in rows if row.title}


def missing(what: str) -> None:
    """Skip with a reason; on the machine that decides, a missing part is a failure."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM:
        missing("no chromium on this machine")
    if not VENDOR.exists() or not AXE.exists():
        missing("run scripts/assets first: htmx or axe-core is not there")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Look:
    """A browser window on a desk, with everything that went wrong in it."""

    page: Page
    context: BrowserContext
    served: Served
    complaints: list[str]

    def at(self, path: str) -> Page:
        self.page.goto(self.served.base + path)
        return self.page

    def prefer(self, **preferences: str) -> None:
        self.context.add_cookies(
            [{"name": f"lesart-{name}", "value": value, "url": self.served.base} for name, value in preferences.items()]
        )


@pytest.fixture
def look(chromium: Browser) -> Iterator[Callable[..., Look]]:
    """Open a window on a desk; at the end nothing may have complained, and no request may have left the desk."""
    opened: list[Look] = []

    def open_window(served: Served, **options: object) -> Look:
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE", **options)  # type: ignore[arg-type]  # options of Playwright
        window = Look(context.new_page(), context, served, [])
        window.page.on(
            "console", lambda m: window.complaints.append(m.text) if m.type in ("error", "warning") else None
        )
        window.page.on("pageerror", lambda error: window.complaints.append(str(error)))
        context.on(
            "request",
            lambda request: (
                window.complaints.append(f"left the desk: {request.url}")
                if not request.url.startswith((served.base + "/", "data:"))
                else None
            ),
        )
        window.page.goto(served.opened)
        opened.append(window)
        return window

    yield open_window
    complaints = [complaint for window in opened for complaint in window.complaints]
    for window in opened:
        window.context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Return what axe-core finds on a page: rule and element, every severity."""
    source = AXE.read_text("utf-8") if AXE.exists() else ""

    def check(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        return [f"{v['id']}: {node['html'][:120]}" for v in found["violations"] for node in v["nodes"]]

    return check
