"""Samples: write the files in `texts/` whose format is more than text, from what stands in `sources/`.

Run `python samples/make.py`. The same sources give the same bytes (tests/samples). Needs reportlab.
"""

import io
import re
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import Path
from textwrap import dedent

from docx import Document
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
ENCODED = {"27-ru-vybory.html": "cp1251", "28-de-glosse.html": "iso-8859-1"}
AS_THEY_ARE = (
    "29-de-faktencheck.html",
    "30-en-analysis.html",
    "33-feed-hafenbote.xml",
    "34-feed-delta.atom",
    "35-archiv.csv",
    "36-agentur.jsonl",
    "37-uk-storinka.html",
)
ZIP_TIME = (2026, 5, 21, 9, 0, 0)
LEAD, COLUMN, GAP, LEFT, TOP = 12, 225, 25, 60, 690  # points


def files() -> dict[str, bytes]:
    """Return every made sample by name."""
    made = {name: (SOURCES / name).read_bytes() for name in AS_THEY_ARE}
    made |= {name: source(name).encode(encoding, "xmlcharrefreplace") for name, encoding in ENCODED.items()}
    made["08-newsletter.eml"] = newsletter(source("08-newsletter.txt"))
    made["31-pdf-spalten.pdf"] = magazine(source("31-pdf-spalten.txt"))
    made["32-docx-gastbeitrag.docx"] = word_file(source("32-docx-gastbeitrag.txt"))
    made["38-web.warc"] = warc()
    made["39-archiv.zip"] = nested_zip()
    return made


def source(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8")


def newsletter(text: str) -> bytes:
    """Write a newsletter as a mail with a plain and an HTML part."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Uferblatt am Morgen <morgen@uferblatt.example>"
    mail["To"] = "Leserin <leserin@haldersund.example>"
    mail["Subject"] = "Rotbach räumt auf – und zwei weitere Nachrichten"
    mail["Date"] = "Mon, 30 Mar 2026 06:00:00 +0200"
    mail["Message-ID"] = "<20260330@uferblatt.example>"
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(_mail_html(text), subtype="html", cte="quoted-printable")
    mail.set_boundary("=_uferblatt_20260330")
    return mail.as_bytes()


def _mail_html(text: str) -> str:
    parts = [re.split(r"\n{2,}", part.strip()) for part in re.split(r"\n-{20,}\n", text)]
    rows = []
    for paragraphs in parts:
        first, rest = paragraphs[0], paragraphs[1:]
        shown = [f"<p>{_linked(escape(' '.join(paragraph.splitlines())))}</p>" for paragraph in rest]
        rows.append(f"<h2>{escape(' · '.join(first.splitlines()))}</h2>{''.join(shown)}")
    return "<html><body>" + "<hr>".join(rows) + '<img src="https://uferblatt.example/pixel.gif"></body></html>'


def _linked(html: str) -> str:
    return re.sub(r"(Weiterlesen ») (https://\S+)", r'<a href="\2">\1</a>', html)


def magazine(text: str) -> bytes:
    """Set a piece in two columns with cut words at line ends, a running head and page numbers."""
    head, title, *rest = [part for part in text.strip().split("\n\n") if part]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.setTitle(title.removeprefix("# "))
    canvas.setAuthor("Theda Wilmsen")
    _furniture(canvas, head)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(LEFT, 745, title.removeprefix("# "))
    canvas.setFont("Helvetica-Oblique", 10)
    canvas.drawString(LEFT, 725, rest[0])
    canvas.setFont("Helvetica", 10)
    canvas.drawString(LEFT, 709, rest[1])
    _columns(canvas, head, rest[2:])
    canvas.save()
    return out.getvalue()


def _furniture(canvas: Canvas, head: str) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(LEFT, 800, head)
    canvas.drawCentredString(297, 30, f"{11 + canvas.getPageNumber()}")


def _columns(canvas: Canvas, head: str, paragraphs: list[str]) -> None:
    x, y, bottom = LEFT, TOP, 470
    for line in [line for paragraph in paragraphs for line in [*_set(paragraph), ""]]:
        if y < bottom and x == LEFT:
            x, y = LEFT + COLUMN + GAP, (TOP if canvas.getPageNumber() == 1 else 770)
        elif y < bottom:
            canvas.showPage()
            _furniture(canvas, head)
            x, y, bottom = LEFT, 770, 620
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(x, y, line)
        y -= LEAD


def _set(paragraph: str) -> list[str]:
    """Break a paragraph into lines of one column, cutting words where they do not fit."""
    lines, line = [], ""
    for word in paragraph.split():
        longer = f"{line} {word}".strip()
        if _fits(longer):
            line = longer
            continue
        cut = max((i for i in _breaks(word) if _fits(f"{line} {word[:i]}-")), default=0)
        lines.append(f"{line} {word[:cut]}-" if cut else line)
        line = word[cut:]
    return [*lines, line]


def _fits(text: str) -> bool:
    return bool(stringWidth(text, "Times-Roman", 10) <= COLUMN)


def _breaks(word: str) -> list[int]:
    """Return where a word may be cut: before the last consonant between vowels, three letters from both ends."""
    found = re.finditer(r"(?:(?<=[aeiouäöü])|(?<=[aeiouäöü][lmnrst]))(?=[bdfgklmnprstvwz][aeiouäöü])", word)
    return [m.start() for m in found if 3 <= m.start() <= len(word) - 3]


def word_file(text: str) -> bytes:
    """Write a text with heading marks as a Word file."""
    document = Document()
    for paragraph in text.strip().split("\n\n"):
        level = len(paragraph) - len(paragraph.lstrip("#"))
        if level:
            document.add_heading(paragraph.lstrip("# "), level)
        else:
            document.add_paragraph(paragraph)
    properties = document.core_properties
    properties.author, properties.title, properties.language = "Konrad Eibisch", "Zwei Schlüssel für ein Tor", "de"
    properties.created = properties.modified = properties.created.replace(2026, 5, 2)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as written:
        return zipped({name: written.read(name) for name in written.namelist()})


def nested_zip() -> bytes:
    """Pack two texts, and a second archive in the first."""
    inner = zipped({"brief/lock-keeper.txt": (SOURCES / "42-zip-en-brief.txt").read_bytes()})
    return zipped({"leserbrief.txt": (SOURCES / "41-zip-leserbrief.txt").read_bytes(), "englisch/post.zip": inner})


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, ZIP_TIME), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def warc() -> bytes:
    """Write a small crawl: its description, a request, two pages and one that was not found."""
    pages = [
        ("https://tageblatt.example/messlatte", "200 OK", source("38-warc-de.html")),
        ("https://vestnik.example/reyka", "200 OK", source("39-warc-ru.html")),
        ("https://tageblatt.example/weg", "404 Not Found", "<html><body>Nicht gefunden</body></html>"),
    ]
    info = b"software: Lesart samples\r\nformat: WARC File Format 1.1\r\n"
    records = [_record(0, "warcinfo", None, "application/warc-fields", info)]
    asked = b"GET /messlatte HTTP/1.1\r\nHost: tageblatt.example\r\n\r\n"
    records.append(_record(1, "request", pages[0][0], "application/http; msgtype=request", asked))
    for number, (url, status, html) in enumerate(pages, start=2):
        body = html.encode()
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        answer = head.encode() + body
        records.append(_record(number, "response", url, "application/http; msgtype=response", answer))
    return b"".join(records)


def _record(number: int, kind: str, url: str | None, content_type: str, content: bytes) -> bytes:
    head = dedent(f"""\
        WARC/1.1
        WARC-Type: {kind}
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>
        WARC-Date: 2026-03-16T08:00:0{number}Z
        Content-Type: {content_type}
        Content-Length: {len(content)}
        """)
    head += f"WARC-Target-URI: {url}\n" if url else ""
    return head.replace("\n", "\r\n").encode() + b"\r\n" + content + b"\r\n\r\n"


if __name__ == "__main__":
    for name, content in files().items():
        (HERE / "texts" / name).write_bytes(content)
