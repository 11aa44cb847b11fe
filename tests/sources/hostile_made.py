"""Files of our own making that try to hang a reader, to fill its memory, or to break it; each is made when it is asked for."""

import base64
import gzip
import io
import zipfile
from collections.abc import Callable

from tests.sources.hostile_workbooks import HEAD, packed, sheet, zipped

MIB = 1024 * 1024
_TOP = (
    b"From: a@x.example\nTo: b@y.example\nSubject: made\nDate: Mon, 5 Jan 2026 09:00:00 +0000\n"
    b"Message-ID: <made@x.example>\nMIME-Version: 1.0\n"
)
_MIXED = b"Content-Type: multipart/mixed; boundary=b\n\n"


def _mail(body: bytes, more: bytes = b"") -> bytes:
    return _TOP + more + b"\n" + body


def _slow() -> bytes:
    page = b"--b\nContent-Type: text/html\n\n" + b"<i>x</i>" * 260_000 + b"\n"
    return _TOP + _MIXED + page * 12 + b"--b--\n"


def _deep(levels: int) -> bytes:
    begins = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(levels))
    return _TOP + begins + b"Content-Type: text/plain\n\nhi\n"


def _letters_in_letters(levels: int) -> bytes:
    return (_TOP + b"Content-Type: message/rfc822\n\n") * levels + _mail(b"innermost\n")


def _calendar(lines: str, entries: int = 1) -> bytes:
    entry = f"BEGIN:VEVENT\r\nUID:{{0}}\r\nDTSTART:20260105T090000Z\r\nSUMMARY:x\r\n{lines}END:VEVENT\r\n"
    every = "".join(entry.format(n) for n in range(entries))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{every}END:VCALENDAR\r\n".encode()


def _card(lines: str) -> bytes:
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nEMAIL:a@x.example\r\n{lines}END:VCARD\r\n".encode()


def _billion_laughs() -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><sst><si><t>&l9;</t></si></sst>'
    return packed(sheet(HEAD), sharedStrings=text)


def _bomb(size: int) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb") as packer:
        for _ in range(size // MIB):
            packer.write(bytes(MIB))
    return out.getvalue()


def _overlapping() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for n in range(2000):
            file.writestr(f"xl/worksheets/sheet{n}.xml", b"0" * 1000)
        file.writestr("xl/workbook.xml", b"<workbook/>")
    return out.getvalue()


MADE: dict[str, Callable[[], bytes]] = {
    "slow_but_within_every_size.eml": _slow,
    "parts_20000.eml": lambda: _TOP + _MIXED + b"--b\nContent-Type: text/plain\n\nx\n" * 20_000 + b"--b--\n",
    "depth_1000.eml": lambda: _deep(1000),
    "letters_in_letters_300.eml": lambda: _letters_in_letters(300),
    "headers_50000.eml": lambda: _mail(b"hi\n", b"X-Many: y\n" * 50_000),
    "references_50000.eml": lambda: _mail(
        b"hi\n", b"References: " + b" ".join(b"<%d@x>" % n for n in range(50_000)) + b"\n"
    ),
    "recipients_100000.eml": lambda: _mail(
        b"hi\n", b"Cc: " + b", ".join(b"p%d@x.example" % n for n in range(100_000)) + b"\n"
    ),
    "encoded_words_100000.eml": lambda: _mail(b"hi\n", b"Subject: " + b"=?utf-8?q?x?= " * 100_000 + b"\n"),
    "boundary_like_lines.eml": lambda: _TOP + _MIXED + b"--b" * 100_000 + b"\n" + b"--bb\n" * 200_000,
    "base64_broken_24mb.eml": lambda: _mail(b"@A=" * (8 * MIB), b"Content-Transfer-Encoding: base64\n"),
    "base64_one_line_24mb.eml": lambda: _mail(
        base64.b64encode(bytes(18 * MIB)), b"Content-Transfer-Encoding: base64\n"
    ),
    "quoted_printable_24mb.eml": lambda: _mail(b"=41" * (8 * MIB), b"Content-Transfer-Encoding: quoted-printable\n"),
    "nested_div_200000.eml": lambda: _mail(b"<div>" * 200_000, b"Content-Type: text/html\n"),
    "open_tags_1mb.eml": lambda: _mail(b"<a href=" * 130_000, b"Content-Type: text/html\n"),
    "nul_bytes.eml": lambda: _mail(bytes(10 * MIB)),
    "surrogates.eml": lambda: _mail(b"\xed\xa0\x80\xed\xb0\x80" * 1000, b"Content-Type: text/plain; charset=utf-8\n"),
    "utf16_cut.eml": lambda: _mail(b"\xff\xfeh\0i\0\x3d", b"Content-Type: text/plain; charset=utf-16\n"),
    "charset_of_a_file.eml": lambda: _mail(b"hi\n", b"Content-Type: text/plain; charset=../../etc/passwd\n"),
    "one_mail_of_60mb.mbox": lambda: b"From x@x.example Mon Jan  5 09:00:00 2026\n" + _mail(b"words \n" * 9_000_000),
    "from_lines_only.mbox": lambda: b"From x@x.example Mon Jan  5 09:00:00 2026\n\n" * 20_000,
    "gzip_bomb.mbox.gz": lambda: _bomb(300 * MIB),
    "every_second.ics": lambda: _calendar("RRULE:FREQ=SECONDLY\r\n"),
    "never_ending_rule.ics": lambda: _calendar("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n"),
    "series_300.ics": lambda: _calendar("RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU\r\n", 300),
    "dates_50000.ics": lambda: _calendar("EXDATE:" + ",".join(["20260106T090000Z"] * 50_000) + "\r\n"),
    "alarms_100000.ics": lambda: _calendar("BEGIN:VALARM\r\nEND:VALARM\r\n" * 100_000),
    "lines_100000.vcf": lambda: _card("TEL:+49 30 1234567\r\n" * 100_000),
    "picture_20mb.vcf": lambda: _card("PHOTO;ENCODING=b:" + "QUFB" * (5 * MIB) + "\r\n"),
    "folded_200000.vcf": lambda: _card("NOTE:x\r\n" + " y\r\n" * 200_000),
    "cell_1mb.csv": lambda: b"Name,Domain\n" + b"x" * (MIB + 10) + b",x.example\nN-Steel,n.example\n",
    "columns_100000.csv": lambda: b"Name," * 100_000 + b"\n" + b"x," * 100_000 + b"\n",
    "quote_never_closed.csv": lambda: b'Name,Domain\n"x,' + (b"y" * 999 + b"\n") * 2000,
    "utf16_cut.csv": lambda: b"\xff\xfe" + "Name;Domain\nN-Steel;n.example\n".encode("utf-16-le")[:-1],
    "billion_laughs.xlsx": _billion_laughs,
    "zip_bomb.xlsx": lambda: zipped({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": bytes(250 * MIB)}),
    "cell_in_the_last_corner.xlsx": lambda: packed(
        sheet(HEAD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    ),
    "parts_2000.xlsx": _overlapping,
}
"""How each file is made, by its name."""
