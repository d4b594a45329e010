"""Captures: the bytes as they were obtained, to be kept, never to be shown by the browser."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from lesart.web.desk import desk_of
from lesart.workbench.collection import UnknownKeyError

router = APIRouter()
SHA256_DIGITS = 64


@router.get("/captures/{sha256}")
def capture(request: Request, sha256: str) -> Response:
    if len(sha256) != SHA256_DIGITS or not all(digit in "0123456789abcdef" for digit in sha256):
        raise UnknownKeyError("A capture is named by its SHA-256, in 64 lower-case hexadecimal digits.")
    return Response(
        desk_of(request).collection.capture(sha256),
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="{sha256[:12]}.bin"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
