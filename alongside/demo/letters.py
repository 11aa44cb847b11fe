"""How does a letter look on the wire? Writes RFC 5322 with quoted replies in the manner of each mail program, byte for byte repeatable."""

import textwrap
from datetime import UTC, datetime
from email import encoders
from email.charset import QP, Charset
from email.generator import BytesGenerator
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import Compat32
from email.utils import format_datetime, formataddr
from hashlib import sha1
from html import escape
from io import BytesIO
from zoneinfo import ZoneInfo

from alongside.demo.mail import Attachment, Mail
from alongside.demo.people import Somebody

QUOTED_LETTERS = 3
"""How many earlier letters a reply still carries below it. Unit: letters."""

WRAPPED_AT = 74
"""Columns at which the older mail programs wrap. Unit: characters."""

_MAILERS = {
    "outlook": ("X-Mailer", "Microsoft Outlook 16.0"),
    "thunderbird": ("User-Agent", "Mozilla Thunderbird"),
    "apple": ("X-Mailer", "Apple Mail (2.3774.600.62)"),
    "phone": ("X-Mailer", "iPhone Mail (22B91)"),
}

_UTF8 = Charset("utf-8")
_UTF8.body_encoding = QP


class _HeadersAsGiven(Compat32):
    """The standard library's ordinary policy, which would look for a place to fold in every header; ours are folded already."""

    def fold_binary(self, name: str, value: object) -> bytes:
        return f"{name}: {value}\n".encode("ascii")


def letter_bytes(mail: Mail) -> bytes:
    """Write one letter with its headers, without the mbox From line."""
    message = _body(mail)
    for name, value in _headers(mail):
        message[name] = value
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, maxheaderlen=0, policy=_HeadersAsGiven()).flatten(message)
    return out.getvalue()


def mbox_bytes(mails: list[Mail]) -> bytes:
    """Write letters as an mbox in which body lines beginning with From are escaped."""
    return b"".join(_mbox_entry(mail) for mail in mails)


def _mbox_entry(mail: Mail) -> bytes:
    postmark = f"From {mail.sender.address} {mail.at.astimezone(UTC):%a %b %d %H:%M:%S %Y}\n".encode()
    text = letter_bytes(mail)
    if b"\nFrom " in text or b"\n>From " in text:
        head, _, body = text.partition(b"\n\n")
        lines = (b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in body.split(b"\n"))
        text = head + b"\n\n" + b"\n".join(lines)
    return postmark + text.rstrip(b"\n") + b"\n\n"


def _headers(mail: Mail) -> list[tuple[str, str]]:
    known = [
        ("Return-Path", f"<{mail.headers.get('Return-Path', mail.sender.address)}>"),
        ("From", _named(mail.sender)),
        ("To", ",\n ".join(_named(who) for who in mail.to)),
        ("Cc", ",\n ".join(_named(who) for who in mail.cc)),
        ("Subject", _header(mail.subject)),
        ("Date", format_datetime(mail.at)),
        ("Message-ID", f"<{mail.message_id}>"),
        ("In-Reply-To", f"<{mail.answers.message_id}>" if mail.answers and not mail.forwards else ""),
        ("References", "\n ".join(f"<{each}>" for each in mail.references)),
        _MAILERS.get(mail.sender.pen, ("", "")),
        *((name, value) for name, value in mail.headers.items() if name != "Return-Path"),
    ]
    return [(name, value) for name, value in known if value and name]


def _named(who: Somebody) -> str:
    return formataddr((who.name, who.address)) if who.name else who.address


def _header(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=400).encode()


def _body(mail: Mail) -> Message:
    plain = _part(full_text(mail), "plain")
    if mail.sender.pen not in ("outlook", "gmail"):
        content: Message = plain
    else:
        content = MIMEMultipart(
            "alternative", boundary=_boundary(mail, "alt"), _subparts=[plain, _part(_html(mail), "html")]
        )
    if not mail.attached:
        return content
    return MIMEMultipart(
        "mixed", boundary=_boundary(mail, "mix"), _subparts=[content, *(_attached(each) for each in mail.attached)]
    )


def _part(text: str, subtype: str) -> MIMEText:
    if text.isascii() and max(map(len, text.split("\n"))) < 900:
        return MIMEText(text, subtype, "us-ascii")
    return MIMEText(text, subtype, _UTF8)  # type: ignore[arg-type]


def _attached(file: Attachment) -> MIMEBase:
    part = MIMEBase(*file.media_type.split("/"), name=file.name)
    part.set_payload(file.content)
    encoders.encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=file.name)
    return part


def _boundary(mail: Mail, kind: str) -> str:
    return f"=_{kind}_{sha1(mail.message_id.encode(), usedforsecurity=False).hexdigest()[:20]}"


def full_text(mail: Mail, depth: int = QUOTED_LETTERS) -> str:
    """Give the plain text of the letter with what it quotes."""
    text = _wrapped(mail.said) if mail.sender.pen in ("thunderbird", "plain", "apple") else mail.said
    if mail.answers is None or depth == 0:
        return text + "\n"
    below = full_text(mail.answers, depth - 1)
    return f"{text}\n\n{_quoted(mail, mail.answers, below)}"


def _wrapped(text: str) -> str:
    return "\n".join(
        textwrap.fill(line, WRAPPED_AT, break_long_words=False) if len(line) > WRAPPED_AT else line
        for line in text.split("\n")
    )


def _quoted(mail: Mail, earlier: Mail, below: str) -> str:
    at = earlier.at.astimezone(ZoneInfo(mail.sender.company.zone))
    if mail.forwards or mail.sender.pen == "outlook":
        return _block(mail, earlier, at) + below
    name, clock = earlier.sender.name, f"{at:%I:%M %p}".lstrip("0")
    attribution = {
        "gmail": f"On {at:%a, %b} {at.day}, {at.year} at {clock} {name} <{earlier.sender.address}> wrote:\n",
        "thunderbird": f"On {at.month}/{at.day}/{at.year} {clock}, {name} wrote:",
        "plain": f"On {at:%m/%d/%Y} {clock}, {name} wrote:",
    }.get(mail.sender.pen, f"On {at:%b} {at.day}, {at.year}, at {clock}, {name} <{earlier.sender.address}> wrote:\n")
    return (
        attribution
        + "\n"
        + "".join(f">{'' if line.startswith('>') or not line else ' '}{line}\n" for line in below.splitlines())
    )


def _block(mail: Mail, earlier: Mail, at: datetime) -> str:
    """The header block with which some programs quote, and all of them forward."""
    to = "; ".join(who.name for who in earlier.to)
    sent = f"{at:%A, %B} {at.day}, {at.year} {at:%I:%M %p}"
    if mail.sender.pen == "outlook":
        rule = "_" * 32 + "\n"
        return f"{rule}From: {earlier.sender.name} <{earlier.sender.address}>\nSent: {sent}\nTo: {to}\nSubject: {earlier.subject}\n\n"
    return (
        f"---------- Forwarded message ---------\nFrom: {earlier.sender.name} <{earlier.sender.address}>\n"
        f"Date: {at:%a, %b} {at.day}, {at.year} at {at:%I:%M %p}\nSubject: {earlier.subject}\nTo: {to}\n\n\n"
    )


def _html(mail: Mail) -> str:
    paragraphs = "".join(f"<p>{_broken(block)}</p>\n" for block in mail.said.split("\n\n"))
    return f"<html><body>\n{paragraphs}{_html_quote(mail)}</body></html>\n"


def _html_quote(mail: Mail) -> str:
    if mail.answers is None:
        return ""
    below = _broken(_quoted(mail, mail.answers, full_text(mail.answers, 0)).lstrip("_\n"))
    if mail.sender.pen == "outlook":
        return f'<div style="border-top:solid #E1E1E1 1.0pt;padding-top:3pt">{below}</div>\n'
    return f'<div class="gmail_quote"><blockquote style="margin-left:1ex">{below}</blockquote></div>\n'


def _broken(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>\n")


def folded(line: str) -> str:
    """Fold a content line of a calendar or card, with CRLF; 70 characters stay below 75 octets with a few accents."""
    return "\r\n ".join(line[at : at + 70] for at in range(0, len(line), 70)) + "\r\n"
