"""Mails of Outlook: .msg files and winmail.dat give what the same mail would give from any other program."""

import base64
import struct
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from alongside.sources.contract import AttachedFile, Letter, Mailbox, Refused
from alongside.sources.outlook.msg import Msg
from alongside.sources.outlook.rtf import html_or_text, unpacked
from alongside.sources.recognise import sources_in
from tests.sources.made_outlook import (
    BINARY,
    NUMBER,
    OBJECT,
    TEXT,
    TEXT_8BIT,
    TIME,
    compound,
    compressed,
    message,
    msg,
    tnef,
    tnef_properties,
)

SAMPLES = Path(__file__).parent / "samples"
JOE = {(0x0042, TEXT): "Kowalski, Joe", (0x5D02, TEXT): "joe@nsteel.example", (0x0064, TEXT): "SMTP"}
EVA = {(0x3001, TEXT): "Eva Test", (0x39FE, TEXT): "eva@customer.example", (0x0C15, NUMBER): 1}
BUYING = {(0x3001, TEXT): "Buying", (0x3003, TEXT): "buying@customer.example", (0x0C15, NUMBER): 2}
EXCHANGE = {(0x3001, TEXT): "Ann", (0x3003, TEXT): "/O=EXCH/OU=FIRST/CN=ANN", (0x0C15, NUMBER): 1}
SENT = {(0x0039, TIME): datetime(2025, 3, 3, 9, 15, tzinfo=UTC)}
WORDS = {(0x0037, TEXT): "Angebot für Pellets", (0x1000, TEXT): "Grüße,\r\nthe offer is attached.\r\n"}
PDF = {(0x3707, TEXT): "Offer März.pdf", (0x3701, BINARY): b"%PDF-1.4" * 1000, (0x370E, TEXT): "application/pdf"}
RTF_HTML = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 {\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}\htmlrtf \par \htmlrtf0 "
    rb"Gr\'fc\'dfe \{all\} {\*\htmltag84 <b>}\htmlrtf {\b \htmlrtf0 now\htmlrtf }\htmlrtf0 {\*\htmltag92 </b>}"
    rb"{\*\mhtmltag84 <i>}{\*\htmltag72 </p>}}"
)


def read(folder: Path, content: bytes, name: str = "some.msg") -> Letter | Refused:
    path = folder / name
    path.write_bytes(content)
    (found,) = [read.item for read in Msg().read(path)]
    assert isinstance(found, Letter | Refused)
    return found


def letter(folder: Path, *parts: dict[Any, Any], **more: Any) -> Letter:
    properties: dict[Any, Any] = {}
    for each in parts:
        properties |= each
    found = read(folder, msg(properties, **more))
    assert isinstance(found, Letter), found
    return found


def mail_with(part: bytes, kind: str = "application/ms-tnef", name: str = "winmail.dat", text: str = "") -> bytes:
    head = "From: joe@nsteel.example\r\nTo: eva@customer.example\r\nSubject: s\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    words = f"--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n" if text else ""
    packed = f'--b\r\nContent-Type: {kind}; name="{name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    return (head + words + packed).encode() + base64.encodebytes(part) + b"\r\n--b--\r\n"


def eml(folder: Path, raw: bytes) -> Letter:
    path = folder / "some.eml"
    path.write_bytes(raw)
    ((source, found),) = [each for each in sources_in(path) if not isinstance(each, Refused)]
    (item,) = [read.item for read in source.read(found)]
    assert isinstance(item, Letter)
    return item


def test_a_saved_mail_gives_its_people_its_date_its_words_and_its_files() -> None:
    (item,) = [read.item for read in Msg().read(SAMPLES / "offer.msg")]
    assert isinstance(item, Letter)
    assert item.sender == Mailbox("joe@nsteel.example", "Kowalski, Joe")
    assert (item.to, item.cc) == (
        (Mailbox("eva@customer.example", "Eva Test"),),
        (Mailbox("buying@customer.example", "Buying"),),
    )
    assert (item.subject, item.message_id) == ("Angebot für Pellets", "offer-msg@nsteel.example")
    assert item.sent_at == datetime(2025, 3, 3, 9, 15, tzinfo=UTC)
    assert item.text.strip() == "Grüße,\nthe offer is attached."
    assert item.html == "<p>Grüße, <b>the offer</b> is attached.</p>"
    assert [(file.name, file.media_type, len(file.content)) for file in item.attached] == [
        ("Offer März.pdf", "application/pdf", 8000)
    ]


def test_the_headers_of_the_way_count_where_they_are_kept(tmp_path: Path) -> None:
    headers = (
        "Received: from a by b; Mon, 3 Mar 2025 11:00:00 +0100\r\nFrom: Joe <joe@nsteel.example>\r\n"
        "To: eva@customer.example\r\nDate: Mon, 3 Mar 2025 10:00:00 +0100\r\nMessage-ID: <way@nsteel.example>\r\n"
        "References: <one@x.example>\r\n <two@x.example>\r\nContent-Type: multipart/mixed; boundary=old\r\n\r\n"
    )
    found = letter(tmp_path, JOE, SENT, WORDS, {(0x007D, TEXT): headers})
    assert (found.sender, found.message_id) == (Mailbox("joe@nsteel.example", "Joe"), "way@nsteel.example")
    assert found.references == ("one@x.example", "two@x.example")
    assert found.sent_at is not None and found.sent_at.utcoffset() is not None
    assert found.sent_at.isoformat() == "2025-03-03T10:00:00+01:00"
    assert found.text.startswith("Grüße")


def test_an_address_inside_an_exchange_server_is_nobodys(tmp_path: Path) -> None:
    found = letter(tmp_path, JOE, SENT, WORDS, recipients=[EXCHANGE, EVA])
    assert found.to == (Mailbox("eva@customer.example", "Eva Test"),)


def test_text_of_one_byte_is_read_in_the_code_page_that_is_stated(tmp_path: Path) -> None:
    words = {(0x0037, TEXT_8BIT): "Цена".encode("cp1251"), (0x1000, TEXT_8BIT): "Цена за тонну".encode("cp1251")}
    found = letter(tmp_path, JOE, SENT, {(0x3FFD, NUMBER): 1251}, words)
    assert (found.subject, found.text.strip()) == ("Цена", "Цена за тонну")


@pytest.mark.parametrize(
    ("rtf", "html", "text"),
    [
        (RTF_HTML, "<p>Grüße {all} <b>now</b></p>", "Grüße {all} now"),
        (rb"{\rtf1\ansi\ansicpg1251{\colortbl;}{\*\x y}Plain \u1062?\'e5\par second}", "", "Plain Це\nsecond"),
    ],
)
def test_words_that_are_only_there_as_rtf_are_taken_out_of_it(tmp_path: Path, rtf: bytes, html: str, text: str) -> None:
    found = letter(tmp_path, JOE, SENT, {(0x0037, TEXT): "s", (0x1009, BINARY): compressed(rtf)})
    assert (found.html, found.text.strip()) == (html, text)


def test_rtf_that_refers_to_what_came_before_is_unpacked() -> None:
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_a_mail_inside_the_mail_is_a_file_and_its_words_are_quoted(tmp_path: Path) -> None:
    inner = message(
        {(0x0037, TEXT): "Freight", (0x1000, TEXT): "We pay the freight.", (0x5D01, TEXT): "ann@nsteel.example"}
    )
    found = letter(tmp_path, JOE, SENT, WORDS, files=[{(0x3001, TEXT): "Freight", "inner": inner}])
    assert [file.name for file in found.attached] == ["Freight.eml"]
    assert "> We pay the freight." in found.text


def test_a_draft_that_was_saved_is_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, msg(JOE | WORDS | {(0x0E07, NUMBER): 8}))
    assert isinstance(found, Refused)
    assert "draft" in found.reason


def test_words_and_files_of_a_winmail_are_taken_out(tmp_path: Path) -> None:
    packed = tnef(
        [
            (0x00069007, struct.pack("<II", 1252, 0)),
            (
                0x00069003,
                tnef_properties({(0x8001, TEXT): "x", (0x1000, TEXT): "Grüße from Outlook", (0x0037, TEXT): "inner"}),
            ),
            (0x00069002, b"\0" * 14),
            (0x00018010, b"plan.pdf\0"),
            (0x0006800F, b"%PDF-1.4"),
            (0x00069002, b"\0" * 14),
            (0x0006800F, b"content"),
            (0x00069005, tnef_properties({(0x3707, TEXT): "Übersicht.xlsx", (0x370E, TEXT): "application/x-a"})),
        ]
    )
    found = eml(tmp_path, mail_with(packed))
    assert found.text.strip() == "Grüße from Outlook"
    assert (found.subject, found.repairs[-1:]) == ("s", ("The date of the mail is missing.",))
    assert found.attached == (
        AttachedFile("plan.pdf", "application/octet-stream", b"%PDF-1.4"),
        AttachedFile("Übersicht.xlsx", "application/x-a", b"content"),
    )


def test_a_winmail_under_another_name_beside_words_of_the_mail_gives_only_its_files(tmp_path: Path) -> None:
    packed = tnef([(0x00069003, tnef_properties({(0x1000, TEXT): "again"})), (0x00069002, b""), (0x0006800F, b"x")])
    found = eml(tmp_path, mail_with(packed, "application/octet-stream", "winmail.dat", "Hello."))
    assert found.text.strip() == "Hello."
    assert [file.content for file in found.attached] == [b"x"]


def test_a_mail_inside_a_winmail_is_a_file(tmp_path: Path) -> None:
    inner = tnef([(0x00069003, tnef_properties({(0x0037, TEXT): "Freight", (0x1000, TEXT): "We pay."}))])
    packed = tnef([(0x00069002, b""), (0x00069005, tnef_properties({(0x3701, OBJECT): b"\0" * 16 + inner}))])
    found = eml(tmp_path, mail_with(packed, text="See below."))
    assert [file.name for file in found.attached] == ["Freight.eml"]
    assert "> We pay." in found.text


HOSTILE_TNEF = {
    "nothing in it": tnef([]),
    "a length beyond its end": b"\x78\x9f\x3e\x22\x01\x00" + struct.pack("<BII", 1, 0x00069003, 0xFFFFFFF0),
    "a billion properties": tnef([(0x00069003, struct.pack("<I", 2**32 - 1) + b"\0" * 100)]),
    "a billion values": tnef([(0x00069003, struct.pack("<IHHI", 1, 0x1003, 0x1000, 2**32 - 1))]),
    "a hundred thousand files": tnef([(0x00069002, b"")] * 100_000),
    "nested without end": tnef([(0x00069002, b""), (0x00069005, b"\xff" * 5000)]),
}


@pytest.mark.parametrize("packed", HOSTILE_TNEF.values(), ids=HOSTILE_TNEF.keys())
def test_a_hostile_winmail_costs_nothing_but_itself(tmp_path: Path, packed: bytes) -> None:
    assert eml(tmp_path, mail_with(packed, text="Hello.")).text.strip() == "Hello."


def test_a_winmail_in_a_winmail_a_hundred_deep_ends(tmp_path: Path) -> None:
    packed = tnef([])
    for _ in range(100):
        packed = tnef([(0x00069002, b""), (0x00069005, tnef_properties({(0x3701, OBJECT): b"\0" * 16 + packed}))])
    found = eml(tmp_path, mail_with(packed, text="Hello."))
    assert found.text.startswith("Hello.")


def test_cut_and_damaged_files_are_refused_with_what_to_do(tmp_path: Path) -> None:
    whole = msg(JOE | SENT | WORDS, [EVA], [PDF])
    for end in range(600, len(whole), 1500):
        found = read(tmp_path, whole[:end])
        assert isinstance(found, Letter) or found.reason.endswith("."), end
    for at in range(0, len(whole), 97):
        found = read(tmp_path, whole[:at] + b"\xff\xff\xff\xff" + whole[at + 4 :])
        assert isinstance(found, Letter) or found.reason.endswith("."), at


def test_a_directory_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    whole = bytearray(compound({"__properties_version1.0": b"\0" * 32, "folder": {"inside": b"x"}}))
    whole = whole.replace(struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 3), struct.pack("<III", 1, 1, 1))
    found = read(tmp_path, bytes(whole))
    assert isinstance(found, Refused)


def test_another_file_of_office_is_no_mail(tmp_path: Path) -> None:
    (tmp_path / "table.xls").write_bytes(compound({"Workbook": b"x" * 5000}))
    (refused,) = [each for each in sources_in(tmp_path) if isinstance(each, Refused)]
    assert ".xlsx or CSV" in refused.reason


def test_rtf_without_end_and_broken_rtf_give_what_there_is() -> None:
    assert html_or_text(b"")[1] == ""
    assert html_or_text(compressed(b"{\\rtf1 " + b"{" * 100_000)) == ("text/plain", "")
    assert html_or_text(struct.pack("<II4sI", 100, 2**31, b"LZFu", 0) + b"\0" + b"{\\rtf1 a") == ("text/plain", "a")
