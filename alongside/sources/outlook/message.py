"""How is a mail of Outlook written down as an ordinary mail, so that it is read like every other?

Takes the properties by their numbers (MS-OXPROPS), wherever they were read. It decides nothing about what the mail says.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from alongside.sources.caps import DEPTH_MAX, SUBJECT_CHARS_KEPT
from alongside.sources.charsets import codec, decoded
from alongside.sources.clean import one_line
from alongside.sources.outlook.rtf import html_or_text

SUBJECT, BODY, HTML, RTF, TRANSPORT_HEADERS = 0x0037, 0x1000, 0x1013, 0x1009, 0x007D
MESSAGE_ID, IN_REPLY_TO, REFERENCES = 0x1035, 0x1042, 0x1039
SUBMITTED_AT, DELIVERED_AT = 0x0039, 0x0E06
SENDER = (0x0C1A, (0x5D01, 0x0C1F))
SENT_FOR = (0x0042, (0x5D02, 0x0065))
RECIPIENT = (0x3001, (0x39FE, 0x3003))
RECIPIENT_ROLE = 0x0C15
FLAGS, FLAG_UNSENT = 0x0E07, 0x0008
CODEPAGES = (0x3FDE, 0x3FFD)
FILE_LONG_NAME, FILE_NAME, FILE_SHOWN_NAME, FILE_CONTENT, FILE_KIND, FILE_ID = (
    0x3707,
    0x3704,
    0x3001,
    0x3701,
    0x370E,
    0x3712,
)

_ROLES = {1: "To", 2: "Cc", 3: "Bcc"}
_NEVER_COPIED = re.compile(r"(?i)(?:content-|mime-version|x-mozilla-|x-gmail-)")
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_KIND = re.compile(r"[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}")
_UTF8 = 65001

Properties = dict[int, Any]


@dataclass(slots=True)
class OutlookFile:
    """A file that came along, or a mail inside the mail."""

    properties: Properties
    inner: "OutlookMessage | None" = None


@dataclass(slots=True)
class OutlookMessage:
    """The properties of a mail, of its recipients and of its files. Text values are str, others bytes, int or datetime."""

    properties: Properties = field(default_factory=dict)
    recipients: list[Properties] = field(default_factory=list)
    files: list[OutlookFile] = field(default_factory=list)


def moment_of(ticks: int) -> datetime | None:
    """Return the moment of a Windows time (100 ns since 1601), or None when it cannot be one."""
    try:
        return _EPOCH + timedelta(microseconds=ticks // 10) if ticks > 0 else None
    except OverflowError:
        return None


def text_of_bytes(content: bytes, properties: Properties) -> str:
    """Return the text of an 8-bit property in the code page that the mail names."""
    return decoded(content, _charset(properties)).rstrip("\0")


def as_mail(message: OutlookMessage, depth: int = 1) -> bytes:
    """Return the mail as bytes of an ordinary one, at most DEPTH_MAX mails deep."""
    words = list(_words(message.properties))
    parts = [words[0]] if len(words) == 1 else [_container("alternative", words, depth)] if words else []
    parts += [part for file in message.files if (part := _file(file, depth))]
    head = "".join(f"{line}\r\n" for line in _head(message)).encode("utf-8", "replace")
    return head + _container("mixed", parts, depth)


def parts_of(message: OutlookMessage) -> bytes:
    """Return the words and files of a mail as one part, for a mail that has its own head."""
    return as_mail(
        OutlookMessage(
            {key: message.properties[key] for key in message.properties if key not in _HEAD}, [], message.files
        )
    )


_HEAD = {
    SUBJECT,
    TRANSPORT_HEADERS,
    MESSAGE_ID,
    IN_REPLY_TO,
    REFERENCES,
    SUBMITTED_AT,
    DELIVERED_AT,
    SENDER[0],
    *SENDER[1],
}


def _head(message: OutlookMessage) -> Iterator[str]:
    stated = str(message.properties.get(TRANSPORT_HEADERS, ""))
    names: set[str] = set()
    for line in re.split(r"\r?\n(?![ \t])", stated):
        name = line.partition(":")[0].strip().lower()
        if ":" in line and name and " " not in name and not _NEVER_COPIED.match(name):
            names.add(name)
            yield line.replace("\0", "")
    for name, value in _own_head(message):
        if name.lower() not in names and value:
            yield f"{name}: {one_line(value, 100_000)}"


def _own_head(message: OutlookMessage) -> Iterator[tuple[str, str]]:
    properties = message.properties
    yield "From", _box(properties, SENT_FOR) or _box(properties, SENDER)
    for number, name in _ROLES.items():
        boxes = (_box(each, RECIPIENT) for each in message.recipients if each.get(RECIPIENT_ROLE, 1) == number)
        yield name, ", ".join(filter(None, boxes))
    yield "Subject", str(properties.get(SUBJECT, ""))[:SUBJECT_CHARS_KEPT]
    moment = properties.get(SUBMITTED_AT) or properties.get(DELIVERED_AT)
    yield "Date", format_datetime(moment) if isinstance(moment, datetime) else ""
    for name, number in (("Message-ID", MESSAGE_ID), ("In-Reply-To", IN_REPLY_TO), ("References", REFERENCES)):
        yield name, str(properties.get(number, ""))


def _box(properties: Properties, numbers: tuple[int, tuple[int, ...]]) -> str:
    """Return a named address; one inside an Exchange server ("/O=...") is none, and its name alone is nobody."""
    address = next((each for n in numbers[1] if "@" in (each := str(properties.get(n, "")))), "")
    name = one_line(str(properties.get(numbers[0], ""))).replace('"', "'").replace("\\", "/")
    return f'"{name}" <{one_line(address)}>' if address else ""


def _words(properties: Properties) -> Iterator[bytes]:
    """Yield the plain text and the HTML; where neither is there, what the RTF holds."""
    plain, html = properties.get(BODY, ""), properties.get(HTML, b"")
    if isinstance(plain, str) and plain.strip():
        yield _part("text/plain; charset=utf-8", plain.encode("utf-8", "replace"))
    if html:
        is_text = isinstance(html, str)
        charset = "utf-8" if is_text else _charset(properties)
        yield _part(f"text/html; charset={charset}", html.encode("utf-8", "replace") if is_text else html)
    elif not (isinstance(plain, str) and plain.strip()) and isinstance(properties.get(RTF), bytes):
        kind, words = html_or_text(properties[RTF])
        yield _part(f"{kind}; charset=utf-8", words.encode("utf-8", "replace"))


def _file(file: OutlookFile, depth: int) -> bytes:
    if file.inner is not None:
        return _part("message/rfc822", as_mail(file.inner, depth + 1), encoding="8bit") if depth < DEPTH_MAX else b""
    content = file.properties.get(FILE_CONTENT, b"")
    if not isinstance(content, bytes):
        return b""
    names = (one_line(str(file.properties.get(n, "")), 255) for n in (FILE_LONG_NAME, FILE_NAME, FILE_SHOWN_NAME))
    name = next(filter(None, names), "").replace('"', "'").replace("\\", "/")
    kind = str(file.properties.get(FILE_KIND, "")).strip().lower()
    kind = kind if _KIND.fullmatch(kind) and not kind.startswith("multipart/") else "application/octet-stream"
    extra = f'\r\nContent-Disposition: attachment; filename="{name}"'
    identity = one_line(str(file.properties.get(FILE_ID, "")), 200).strip("<>")
    return _part(kind, content, extra + (f"\r\nContent-ID: <{identity}>" if identity else ""))


def _part(kind: str, content: bytes, extra: str = "", encoding: str = "base64") -> bytes:
    head = f"Content-Type: {kind}{extra}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode("utf-8", "replace")
    return head + (base64.encodebytes(content) if encoding == "base64" else content)


def _container(kind: str, parts: list[bytes], depth: int) -> bytes:
    mark = f"=_{kind}_{depth}".encode()
    between = b"\r\n--" + mark + b"\r\n"
    head = b"Content-Type: multipart/" + kind.encode() + b'; boundary="' + mark + b'"\r\n\r\n'
    return head + b"".join(between + part for part in parts) + b"\r\n--" + mark + b"--\r\n"


def _charset(properties: Properties) -> str:
    for number in CODEPAGES:
        page = properties.get(number)
        if isinstance(page, int) and (name := codec("utf-8" if page == _UTF8 else f"cp{page}")):
            return name
    return "cp1252"
