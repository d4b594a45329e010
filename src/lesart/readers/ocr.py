"""OCR: the text of scanned pages by Tesseract, where it is installed; the one place where a reader starts a process."""

import os
import shutil
import subprocess
from functools import cache

from lesart.readers.reader import UnreadableError

LANGUAGES = ("deu", "eng", "rus", "ukr")
ADVICE = "Install Tesseract (Debian: tesseract-ocr with tesseract-ocr-deu, -rus, -ukr), or add a version with text."


@cache
def installed_languages() -> tuple[str, ...]:
    """Return which of our languages Tesseract knows here; none where it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return ()
    names = listed.stdout.decode("utf-8", "replace").split()
    return tuple(language for language in LANGUAGES if language in names)


def recognise_text(image: bytes, seconds: float) -> str:
    """Return the text on an image (PGM), its lines as printed and its paragraphs apart by blank lines.

    UnreadableError where Tesseract is missing, fails or takes longer than `seconds`.
    """
    languages = installed_languages()
    if not languages:
        raise UnreadableError("the pages are scans without text, and Tesseract is not installed here", ADVICE)
    command = ["tesseract", "stdin", "stdout", "-l", "+".join(languages)]
    try:
        done = subprocess.run(
            command,
            input=image,
            capture_output=True,
            timeout=max(seconds, 0.1),
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError("reading the scanned pages takes longer than allowed", "Split the PDF.") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreadableError(
            f"Tesseract failed: {type(error).__name__}", "Check it with: tesseract --version"
        ) from error
    return done.stdout.decode("utf-8", "replace").replace("\f", "\n")
