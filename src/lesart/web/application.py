"""Application: the desk put together, and started on this machine."""

import secrets
import socket
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import anyio.to_thread
import uvicorn
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from lesart.web import errors
from lesart.web.access import Gate
from lesart.web.collections import OpenCollections
from lesart.web.desk import Desk
from lesart.web.headers import SafeHeaders
from lesart.web.preferences import PreferenceSwitch
from lesart.web.rooms import articles, captures, digest, judgements, overview, reading
from lesart.web.settings import DeskSettings
from lesart.workbench.collection import Collection, LesartError

THREADS = 4  # requests answered at once; each thread holds one open collection
ROOMS = (overview, articles, reading, digest, judgements, captures)


def create_application(
    where: str, *, token: str, port: int, person: str | None = None, language: str | None = None
) -> FastAPI:
    """Return the desk of a collection as an ASGI application that answers to this machine's own names on `port`."""
    settings = DeskSettings(where, token, port, person, language)
    collections = OpenCollections(where, person)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        yield
        collections.close()

    application = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    application.state.desk = Desk(settings, collections)
    for room in ROOMS:
        application.include_router(room.router)
    application.mount("/static", StaticFiles(packages=[("lesart.web", "static")]), name="static")
    application.add_exception_handler(LesartError, errors.lesart_error)
    application.add_exception_handler(HTTPException, errors.http_error)
    application.add_middleware(PreferenceSwitch)
    application.add_middleware(Gate, settings=settings, refused=errors.refused)
    application.add_middleware(SafeHeaders)
    return application


def serve(
    where: str,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    open_browser: bool = True,
    person: str | None = None,
    announce: Callable[[str], None] | None = None,
) -> None:
    """Serve the desk until it is interrupted.

    `announce` is told the address with the start token once the desk listens; `port` 0 takes a free one.
    Raises CollectionError before anything is served where the collection cannot be opened.
    """
    if host not in ("127.0.0.1", "localhost", "::1"):
        raise LesartError(f"The desk does not listen on {host}.", "It answers to this machine only: use 127.0.0.1.")
    Collection.open(where, person=person).close()
    listening = _listening(host, port)
    bound = listening.getsockname()[1]
    token = secrets.token_urlsafe(24)
    application = create_application(where, token=token, port=bound, person=person)
    name = "[::1]" if host == "::1" else host
    address = f"http://{name}:{bound}/?token={token}"
    if announce:
        announce(address)
    if open_browser:
        webbrowser.open(address)  # the socket listens already, so the page waits for the server
    uvicorn.Server(uvicorn.Config(application, log_level="warning", access_log=False)).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if host == "::1" else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise LesartError(
            f"Port {port} on {host} cannot be used: {error.strerror}.", "Choose another with --port, or leave it out."
        ) from error
    listening.listen()
    return listening
