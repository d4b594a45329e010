"""E-mail: the readable body of a message, its headers as clues, its attachments as members; mbox files; saved MHTML."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parseaddr

from lesart.readers.composition import Composition, whole_characters
from lesart.readers.containers import (
    UNPACK_ADVICE,
    Allowance,
    damage_reported,
    harmless_name,
    member,
    refuse_depth,
)
from lesart.readers.dates import iso_day
from lesart.readers.encodings import Decoded, decode, looks_like_text
from lesart.readers.html import add_block, page_document
from lesart.readers.pages.blocks import page_blocks
from lesart.readers.pages.tree import decode_page, parse_page
from lesart.readers.reader import Limits, Part, Reader, Record, Source, Unread, UnreadableError
from lesart.text.document import Clue, ClueField, Document

_HEADER = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-Type|Reply-To|"
    rb"X-[\w-]+|DKIM-Signature|Authentication-Results|List-[\w-]+|ARC-[\w-]+|Sender|Cc)[ \t]*:",
    re.IGNORECASE,
)
_STRONG = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path|From)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_MBOX = re.compile(rb"^From \S+ .*\d{4}\r?$", re.MULTILINE)
_PLAIN_SHARE = 0.6  # of the HTML part's words; a plain part with fewer is only a pointer to the HTML part
_NO_ATTACHMENT = ("image", "audio", "video")
MOST_PARTS = 2000
DAMAGE = (
    MessageError, ValueError, TypeError, AttributeError, KeyError, IndexError, LookupError, RecursionError,
    AssertionError, OverflowError,
)  # fmt: skip
ADVICE = "Open it in a mail program and save it anew."


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    """Recognise two header lines, one of them of a kind that only mail has."""
    block = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    headers = [line for line in block.split(b"\n") if line[:1] not in (b" ", b"\t")]
    if not headers or not _HEADER.match(headers[0]) or not looks_like_text(head):
        return False
    return bool(_STRONG.search(block)) and sum(bool(_HEADER.match(line)) for line in headers) >= 2


def recognises_mbox(head: bytes, name: str, media_type: str | None) -> bool:
    first, _, rest = head.partition(b"\n")
    return bool(_MBOX.match(first)) and recognises(rest, name, media_type)


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    """Yield the message itself, then its attachments; images, sounds and films are left out."""
    message = _message(source.data)
    yield Record(0, None)
    allowance = Allowance(limits)
    with damage_reported(DAMAGE, "message"):
        attached = [part for part in _leaves(message) if _is_attachment(part)]
    if attached:
        refuse_depth(source, limits)
    for number, part in enumerate(attached, start=1):
        allowance.count_member()
        yield _attachment(source, part, number)


def _attachment(source: Source, part: Message, number: int) -> Part:
    try:
        name = part.get_filename() or f"attachment {number}"
        data = _payload(part)
    except DAMAGE as error:
        return Unread(f"{source.uri}!/attachment {number}", f"it cannot be decoded: {type(error).__name__}", ADVICE)
    return member(source, harmless_name(str(name)), data)


def mbox_parts(source: Source, limits: Limits) -> Iterator[Part]:
    """Yield the messages of a mailbox."""
    refuse_depth(source, limits)
    allowance = Allowance(limits)
    starts = [found.start() for found in _MBOX.finditer(source.data)]
    if not starts:
        raise UnreadableError("there is no message in this mailbox", ADVICE)
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(source.data)], strict=True), start=1):
        allowance.count_member()
        message = source.data[start:end].partition(b"\n")[2].rstrip(b"\r\n") + b"\n"
        yield member(source, f"message {number}.eml", re.sub(rb"(?m)^>(>*From )", rb"\1", message))


def _message(data: bytes) -> EmailMessage:
    with damage_reported(DAMAGE, "message"):
        message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise UnreadableError("this is no e-mail message", ADVICE)
    return message


def _leaves(message: Message) -> list[Message]:
    """Return the parts that hold no others, in order; the inside of a forwarded message is not entered."""
    leaves: list[Message] = []
    pending: list[Message] = [message]
    while pending:
        part = pending.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list) and (part is message or part.get_content_maintype() != "message"):
            pending += [child for child in reversed(inner) if isinstance(child, Message)]
        else:
            leaves.append(part)
        if len(leaves) + len(pending) > MOST_PARTS:
            raise UnreadableError(f"the message has more than {MOST_PARTS} parts", UNPACK_ADVICE)
    return leaves


def _is_attachment(part: Message) -> bool:
    if part.get_content_maintype() in _NO_ATTACHMENT:
        return False
    if part.get_content_type() == "message/rfc822" or part.get_content_disposition() == "attachment":
        return True
    return part.get_content_type() not in ("text/plain", "text/html", "text/css", "multipart/mixed") and bool(
        part.get_filename()
    )


def _payload(part: Message) -> bytes:
    if part.is_multipart():  # a forwarded message
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], Message) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def read(source: Source, record: Record, limits: Limits) -> Document:
    """Read the plain part, or the HTML part where the plain one is only a pointer to it."""
    message = _message(source.data)
    with damage_reported(DAMAGE, "message"):
        bodies = [part for part in _leaves(message) if not _is_attachment(part)]
        plain, html = _first(bodies, "text/plain"), _first(bodies, "text/html")
        clues = _clues(message)
        location = message.get("Snapshot-Content-Location")
    if html is not None and location:
        return page_document(decode_page(_payload(html), _charset(html)), str(location), limits)
    return _document(plain, html, clues, limits)


def _first(parts: list[Message], content_type: str) -> Message | None:
    return next((part for part in parts if part.get_content_type() == content_type), None)


def _document(plain: Message | None, html: Message | None, clues: list[Clue], limits: Limits) -> Document:
    written = _decoded(plain)
    composition = Composition(limits)
    if html is not None:
        page = decode_page(_payload(html), _charset(html))
        blocks = page_blocks(parse_page(page.text), None) if page.text.strip() else []
        if len(written.text.split()) < _PLAIN_SHARE * sum(len(block.text.split()) for block in blocks):
            written = page
            for block in blocks:
                add_block(composition, block, None)
    if not len(composition):
        composition.add_plain(written.text.replace("\r\n", "\n"))
    if not len(composition):
        raise UnreadableError("the message has no text", "It may consist of attachments; these are read by themselves.")
    return composition.document(
        clues=clues, media_type="message/rfc822", encoding=written.encoding, warnings=written.warnings
    )


def _decoded(part: Message | None) -> Decoded:
    return decode(_payload(part), _charset(part)) if part is not None else Decoded("", "ascii")


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except DAMAGE:
        return None


def _clues(message: EmailMessage) -> list[Clue]:
    """Read the headers: the sender of a mailing list is an outlet, that of a letter its author."""
    clues: list[Clue] = []
    is_list = any(_header(message, name) for name in ("List-Id", "List-Unsubscribe", "List-Post"))
    sender = parseaddr(_header(message, "From"))[0]
    found: list[tuple[ClueField, str, str | None]] = [
        ("title", "Subject", _header(message, "Subject")),
        ("outlet" if is_list else "author", "From", sender),
        ("published", "Date", iso_day(_header(message, "Date"))),
        ("language", "Content-Language", _header(message, "Content-Language")[:2].lower()),
    ]
    for field, name, value in found:
        if value and value.strip():
            clues.append(Clue(field, value.strip(), f"mail header {name}", _header(message, name)))
    return clues


def _header(message: EmailMessage, name: str) -> str:
    """Return a header on one line; what cannot be decoded is left out."""
    try:
        return whole_characters(" ".join(str(message.get(name, "")).split()))
    except DAMAGE:
        return ""


EML = Reader(
    name="eml",
    version="1",
    media_types=("message/rfc822", "multipart/related", "application/x-mimearchive"),
    suffixes=(".eml", ".mht", ".mhtml"),
    recognises=recognises,
    parts=parts,
    document=read,
)
MBOX = Reader(
    name="mbox",
    version="1",
    media_types=("application/mbox",),
    suffixes=(".mbox",),
    recognises=recognises_mbox,
    parts=mbox_parts,
)
