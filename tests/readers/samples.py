"""One small file of every format, made in memory, with a non-Latin text, an emoji and a combining mark in each."""

import bz2
import gzip
import io
import json
import tarfile
import zipfile

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from lesart.readers.reader import Limits, Member, Record, Source, Unread
from lesart.readers.registry import reader_for
from lesart.text.document import Document

SENTENCE = "Grüße aus Beispielstadt 🙂 и из Москви, sagte Rene\u0301 am Abend."
PAGE = f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Der Fluss steigt - Das Blatt</title>
<meta property="og:site_name" content="Das Blatt"><meta name="author" content="Von Vera Beispiel und Tom Muster">
<meta property="article:published_time" content="2024-05-10T10:00:00+02:00"></head><body>
<nav><ul><li><a href="/politik">Politik</a></li><li><a href="javascript:alert(1)">Sport</a></li></ul></nav>
<article><h1>Der Fluss steigt</h1><p>{SENTENCE} Am Morgen stieg der <a href="/fluss">Fluss</a> um zwei Meter.</p>
<p onclick="alert(1)">Mehrere Straßen wurden gesperrt; die Feuerwehr pumpte viele Keller leer, sagte die Bürgermeisterin.</p>
<h2>Wie es weitergeht</h2><ul><li>Erstens wird der Damm erhöht und verstärkt.</li><li>Zweitens wird gewartet.</li></ul>
<blockquote>„Wir sind gut vorbereitet“, sagte sie.</blockquote>
<table><tr><td>Pegel</td><td>Meter</td></tr><tr><td>Oben</td><td>5,2</td></tr></table></article>
<script>var geheim = "nie zu sehen";</script><footer><p>Impressum und Datenschutz</p></footer></body></html>"""
FEED = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Das Blatt</title><language>de</language>
<item><title>Erster Titel</title><link>https://blatt.example/1</link><pubDate>Fri, 10 May 2024 08:00:00 +0200</pubDate>
<dc:creator>Vera Beispiel</dc:creator><description>Kurz gesagt.</description>
<content:encoded><![CDATA[<p>{SENTENCE}</p><p>Zweiter <a href="/x">Absatz</a>.</p><script>x()</script>]]></content:encoded></item>
<item><title>Zweiter Titel</title><description>Nur der Anfang …</description></item></channel></rss>"""
MAIL = f"""From: Das Blatt <post@blatt.example>
To: leser@example.org
Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe_=F0=9F=99=82?=
Date: Fri, 10 May 2024 08:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="grenze"

--grenze
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

{SENTENCE}

Zweiter Absatz.
--grenze
Content-Type: text/html; charset=utf-8
Content-Disposition: attachment; filename="../../seite.html"

<p>{SENTENCE}</p>
--grenze--
"""


def pdf(pages: list[list[str]]) -> bytes:
    """Print lines on pages, with a running head and page numbers."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=A4)
    for number, lines in enumerate(pages, start=1):
        sheet.drawString(60, 810, "Das Blatt, Ausgabe 12")
        for row, line in enumerate(lines):
            sheet.setFont("Helvetica", 11)
            sheet.drawString(60, 770 - 14 * row, line)
        sheet.drawString(300, 30, f"Seite {number}")
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Der Fluss steigt", level=1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("Ein Punkt", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Pegel", "5,2"
    document.core_properties.title, document.core_properties.author = "Der Fluss steigt", "Vera Beispiel"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return out.getvalue()


def tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            packed.addfile(info, io.BytesIO(data))
    return out.getvalue()


def warc(url: str, page: bytes, media_type: bytes = b"text/html; charset=utf-8") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n" % (media_type, len(page)) + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-11T06:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


CRAWL = warc("https://blatt.example/fluss?a=1", PAGE.encode())
ROW = {"title": "Ein Titel", "text": SENTENCE, "date": "10. Mai 2024", "author": "Vera Beispiel"}
SAMPLES: dict[str, tuple[str, bytes]] = {
    "plain": ("a.txt", f"Titel\n\n{SENTENCE}\r\n[Hier weiterlesen](#)\n".encode()),
    "html": ("a.html", PAGE.encode()),
    "pdf": ("a.pdf", pdf([["Am Morgen stieg der Fluss, und die Regie-", "rung beriet."], ["Zweite Seite."]])),
    "docx": ("a.docx", word()),
    "eml": ("a.eml", MAIL.encode()),
    "mbox": ("a.mbox", b"From post@blatt.example Fri May 10 08:00:00 2024\n" + MAIL.encode() + b"\n"),
    "feed": ("a.xml", FEED.encode()),
    "jsonl": ("a.jsonl", (json.dumps(ROW) + "\n" + json.dumps(ROW, ensure_ascii=False) + "\n").encode()),
    "csv": ("a.csv", f'Titel;Text;Datum\nEin Titel;"{SENTENCE}";10.05.2024\n'.encode()),
    "warc": ("a.warc", CRAWL),
    "wacz": ("a.wacz", archive({"datapackage.json": b"{}", "archive/a.warc.gz": gzip.compress(CRAWL)})),
    "zip": ("a.zip", archive({"a.txt": SENTENCE.encode(), "b/c.html": PAGE.encode()})),
    "tar": ("a.tar", tar({"a.txt": SENTENCE.encode()})),
    "gzip": ("a.txt.gz", gzip.compress(SENTENCE.encode())),
    "bzip2": ("a.txt.bz2", bz2.compress(SENTENCE.encode())),
}


def source(name: str, data: bytes, media_type: str | None = None) -> Source:
    return Source(data, f"/presse/{name}", media_type)


def read_all(given: Source, limits: Limits) -> tuple[list[Document], list[Unread]]:
    """Read a source and all that is in it; UnreadableError as it comes, at the top level only."""
    documents: list[Document] = []
    unread: list[Unread] = []
    reader = reader_for(given)
    for part in reader.parts(given, limits):
        if isinstance(part, Record):
            assert reader.document is not None
            documents.append(reader.document(given, part, limits))
        elif isinstance(part, Member):
            inner = read_all(part.source, limits)
            documents += inner[0]
            unread += inner[1]
        else:
            unread.append(part)
    return documents, unread


def only_document(given: Source, limits: Limits | None = None) -> Document:
    (document,), _ = read_all(given, limits or Limits())
    return document
