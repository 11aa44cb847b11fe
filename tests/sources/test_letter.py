"""What a raw mail says: people, words, dates, files; and that nothing in it can raise."""

from datetime import UTC, datetime, timedelta, timezone
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from alongside.sources.caps import ID_CHARS_MAX, REFERENCES_USED
from alongside.sources.contract import Letter, Mailbox, Refused
from alongside.sources.letter import parse_letter

SAMPLES = Path(__file__).parent / "samples"
HEAD = b"From: joe@nsteel.example\nDate: Mon, 3 Mar 2025 10:00:00 +0100\n"


def read(raw: bytes) -> Letter:
    found = parse_letter(raw)
    assert isinstance(found, Letter), found
    return found


def refusal(raw: bytes) -> str:
    found = parse_letter(raw)
    assert isinstance(found, Refused), found
    return found.reason


def sample(name: str) -> Letter:
    return read((SAMPLES / name).read_bytes())


def test_names_with_commas_and_foreign_letters_stay_with_their_addresses() -> None:
    offer = sample("offer.eml")
    assert offer.sender == Mailbox("joe@nsteel.example", "Kowalski, Joël")
    assert offer.to == (Mailbox("eva@customer.example", "Test, Eva"), Mailbox("sales@vendor.example", "Sales"))
    assert offer.cc == (Mailbox("buying@customer.example"),)
    assert offer.subject == "Angebot für Pellets"


def test_a_mail_knows_its_ids_its_zone_its_labels_and_its_kept_headers() -> None:
    offer = sample("offer.eml")
    assert offer.sent_at == datetime(2025, 3, 3, 10, 15, tzinfo=timezone(timedelta(hours=1)))
    assert offer.sent_at.utcoffset() == timedelta(hours=1)
    assert (offer.message_id, offer.in_reply_to) == ("offer-1@nsteel.example", "ask-1@customer.example")
    assert offer.references == ("start@customer.example", "ask-1@customer.example")
    assert offer.labels == ("Sent", "Important")
    assert offer.headers == {"return-path": "<joe@nsteel.example>"}


def test_of_two_alternatives_the_plain_one_is_the_text_and_the_other_the_html() -> None:
    offer = sample("offer.eml")
    assert offer.text == "Grüße, the offer is attached."
    assert "<b>attached</b>" in offer.html
    assert [(f.name, f.media_type, f.content) for f in offer.attached] == [
        ("offer.pdf", "application/pdf", b"%PDF-1.4")
    ]


def test_a_mail_that_is_only_html_reads_as_lines_without_its_hidden_parts() -> None:
    assert sample("html_only.eml").text == (
        "Dear Joe,\n\nsee the plan <https://mills.example/x>\nfor May.\n\nMay 8,000 t\nJune 9,000 t\n\n"
        "On Monday Joe wrote:\n\n> When do you need it?"
    )


def test_an_empty_plain_part_gives_way_to_the_html() -> None:
    parts = b"--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html\n\n<p>Yes</p>\n--b--\n"
    assert read(HEAD + b"Content-Type: multipart/alternative; boundary=b\n\n" + parts).text.strip() == "Yes"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("joe at example.com (Joe Smith)", Mailbox("joe@example.com", "Joe Smith")),
        ("joe at example.com (joe at example.com)", Mailbox("joe@example.com", "")),
        ("Smith, Joe <JOE@Example.com>", Mailbox("joe@example.com", "Smith, Joe")),
        ("Big Bug bb@bug.example", Mailbox("bb@bug.example", "Big Bug")),
        ("a(comment (nested))@x.example (x)", Mailbox("a@x.example", "comment (nested) x")),
        ('"ceo@big.example" <evil@attacker.example>', Mailbox("evil@attacker.example", "ceo@big.example")),
        ("ceo@big.example <evil@attacker.example>", Mailbox("evil@attacker.example", "ceo@big.example")),
        ("team: a@x.example, b@x.example;", Mailbox("a@x.example", "")),
        ("Ann <a@x.example> Bob <b@x.example>", Mailbox("a@x.example", "Ann")),
        ("eva@customer.example.", Mailbox("eva@customer.example", "")),
        ("Eva <eva@bücher.example>", Mailbox("eva@xn--bcher-kva.example", "Eva")),
        ("'Eva Test' <eva@x.example>", Mailbox("eva@x.example", "Eva Test")),
        ("\u202eavE\u202c\x07 <eva@x.example>", Mailbox("eva@x.example", "avE")),
    ],
)
def test_addresses_are_read_as_people_write_them(field: str, expected: Mailbox) -> None:
    assert read(f"From: {field}\nSubject: x\n\nx".encode()).sender == expected


@pytest.mark.parametrize(
    "field", ["", "undisclosed-recipients:;", "/O=EXCH/OU=FIRST/CN=JOE", "nobody", "@", "a@", "@b"]
)
def test_what_is_no_address_is_nobody(field: str) -> None:
    letter = read(f"From: {field}\nSubject: x\n\nx".encode())
    assert letter.sender is None
    assert "No sender's address could be read." in letter.repairs


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Mon, 03 Mar 2025 10:00:00 +0100 (CET)", "2025-03-03T10:00:00+01:00"),
        ("03 Mar 2025 10:00 -0000", "2025-03-03T10:00:00+00:00"),
        ("3 Mar 25 10:00:00 EST", "2025-03-03T10:00:00-05:00"),
        ("01 Jan 2001 00:01+0000", "2001-01-01T00:01:00+00:00"),
        ("Mon, 03 Mar 2025 10:00:60 +9959", "2025-03-03T10:00:59+00:00"),
    ],
)
def test_dates_are_read_in_their_own_zone(date: str, expected: str) -> None:
    moment = read(f"From: a@x.example\nDate: {date}\n\nx".encode()).sent_at
    assert moment is not None
    assert moment.isoformat() == expected


@pytest.mark.parametrize("date", ["yesterday-ish", "Fri, 31 Dec 9999 23:59:59 -1200", ""])
def test_an_unreadable_date_gives_way_to_the_receipt_and_says_so(date: str) -> None:
    letter = read(
        f"Received: from a by b; Tue, 4 Mar 2025 08:00:00 +0000\nFrom: a@x.example\nDate: {date}\n\nx".encode()
    )
    assert letter.sent_at == datetime(2025, 3, 4, 8, tzinfo=UTC)
    assert any("time of receipt" in each for each in letter.repairs)


def test_a_date_days_after_the_receipt_is_not_believed() -> None:
    received = b"Received: by b; Mon, 3 Mar 2025 09:00:00 +0000\n"
    assert read(received + b"From: a@x.example\nDate: Mon, 5 May 2025 09:00:00 +0000\n\nx").sent_at == datetime(
        2025, 3, 3, 9, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("content_type", "body", "expected"),
    [
        ("text/plain; charset=utf-8", "Grüße".encode(), "Grüße"),
        ("text/plain", "Grüße".encode(), "Grüße"),
        ("text/plain", "Grüße".encode("cp1252"), "Grüße"),
        ("text/plain; charset=us-ascii", "Grüße".encode(), "Grüße"),
        ("text/plain; charset=utf-8", "Grüße".encode("cp1252"), "Grüße"),
        ("text/plain; charset=iso-8859-1", b"\x93so\x94", "“so”"),
        ("text/plain; charset=x-unknown", b"abc \xff", "abc ÿ"),
        ("text/plain; charset=gb2312", b"\xc4\xe3\xba\xc3", "你好"),
        ("text/plain; charset=punycode", b"a-b", "a-b"),
        ("text/plain; charset=rot13", b"uryyb", "uryyb"),
        ("text", b"a\x00b\r\nc", "ab\nc"),
    ],
)
def test_the_text_is_kept_whatever_the_stated_characters(content_type: str, body: bytes, expected: str) -> None:
    assert read(HEAD + f"Content-Type: {content_type}\n\n".encode() + body).text == expected


def test_a_body_whose_encoding_was_damaged_on_the_way_is_kept_as_far_as_it_goes() -> None:
    damaged = b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVsbG8gd29ybGQ=\n!!\n"
    assert read(HEAD + damaged).text == "Hello world"
    assert read(HEAD + b"Content-Type: text/plain\nContent-Transfer-Encoding: x-rot13\n\nuryyb").text == "uryyb"


def test_a_boundary_that_is_never_used_leaves_the_body_readable() -> None:
    assert read(HEAD + b"Content-Type: multipart/mixed; boundary=zz\n\njust text").text == "just text"


def test_an_attached_mail_is_a_file_and_only_quoted() -> None:
    inner = b"From: in@x.example\nSubject: inner\n\ninner text\n"
    letter = read(
        HEAD + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\nouter\n--a\nContent-Type: message/rfc822\n\n"
        b"" + inner + b"--a--\n"
    )
    assert letter.text.split("\n") == [
        *("outer", "", "---------- Forwarded message ----------", "> From: in@x.example", "> Subject: inner", ">"),
        "> inner text",
    ]
    assert b"inner text" in letter.attached[0].content


def test_control_and_direction_characters_leave_subject_and_file_names() -> None:
    raw = "From: a@x.example\nSubject: \u202eevil\u202c a\u2028b =?utf-8?q?c=00=0D=0ABcc:_d?=\n\nx"
    assert read(raw.encode()).subject == "evil a b c Bcc: d"


def test_a_very_long_id_is_cut_to_one_that_is_still_its_own() -> None:
    first, second = (read(HEAD + b"Message-ID: <" + b"m" * 20000 + end + b">\n\nx").message_id for end in (b"1", b"2"))
    assert len(first) == len(second) == ID_CHARS_MAX
    assert first != second


def test_only_the_last_references_are_used() -> None:
    ids = b" ".join(b"<%d@x.example>" % number for number in range(50_000))
    references = read(HEAD + b"References: " + ids + b"\n\nx").references
    assert len(references) == REFERENCES_USED
    assert references[-1] == "49999@x.example"


def test_a_second_id_or_sender_is_noted_and_the_first_counts() -> None:
    letter = read(b"Message-ID: <1@x>\nMessage-ID: <2@x>\nFrom: a@x.example\nFrom: b@x.example\n\nx")
    assert (letter.message_id, letter.sender) == ("1@x", Mailbox("a@x.example"))
    assert len([each for each in letter.repairs if "first is taken" in each]) == 2


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"just text\nwithout headers\n", "not a mail"),
        (b"\r\n" * 1000, "not a mail"),
        (b"", "not a mail"),
        (HEAD + b"X-A: b\n" * 2000 + b"\nx", "header lines"),
        (HEAD + b"\n" + b"x" * (26 * 1024 * 1024), "25.0 MB"),
        (HEAD + b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 20_000, "1,000 parts"),
        (b"From: a@x.example\nContent-Type: message/rfc822\n\n" * 200 + b"\nx", "50 deep"),
        (b"From: a@x.example\nContent-Type: message/rfc822\n\n" * 250 + b"\n" + b"x" * 2_000_000, "deep"),
        (HEAD + b"Content-Type: text/html\n\n" + b"<p>word " * 400_000, "2.0 MB"),
    ],
)
def test_what_is_beyond_the_caps_is_refused_in_a_sentence(raw: bytes, word: str) -> None:
    reason = refusal(raw)
    assert word in reason
    assert reason.endswith(".")


def test_html_nested_too_deeply_keeps_its_text_and_says_so() -> None:
    letter = read(HEAD + b"Content-Type: text/html\n\n" + b"<div>" * 100_000 + b"the words")
    assert (letter.text, letter.html) == ("the words", "")
    assert any("nested too deeply" in each for each in letter.repairs)


def test_pictures_written_into_html_do_not_count_against_its_size() -> None:
    page = b'<p>see</p><img src="data:image/png;base64,' + b"A" * 3_000_000 + b'">'
    assert read(HEAD + b"Content-Type: text/html\n\n" + page).text == "see"


@given(st.binary(max_size=2000))
@settings(max_examples=150, deadline=None)
def test_no_bytes_raise(raw: bytes) -> None:
    assert isinstance(parse_letter(raw), Letter | Refused)


FIELDS = ("From", "To", "Date", "Subject", "Message-ID", "References", "Content-Type", "Content-Transfer-Encoding")
PIECES = st.sampled_from(
    (
        *("multipart/mixed; boundary=a", "text/html", "message/rfc822", "--a", "=?utf-8?b?", "?=", "<", ">", '"', "("),
        *(")", ",", ":", "\\", "@", " at ", "\u202e", "base64", "charset=", "\n", "\r\n", "\n\n", "From ", "=?", "\0"),
    )
)


@given(st.lists(st.tuples(st.sampled_from(FIELDS), st.lists(PIECES, max_size=6)), max_size=8), st.lists(PIECES))
@settings(max_examples=150, deadline=None)
def test_no_mail_made_of_troublesome_pieces_raises(fields: list[tuple[str, list[str]]], body: list[str]) -> None:
    head = "".join(f"{name}: {''.join(pieces)}\n" for name, pieces in fields)
    assert isinstance(parse_letter(f"{head}\n{''.join(body)}".encode()), Letter | Refused)


NAMES = st.text(st.characters(categories=("L", "N"), max_codepoint=0xFFFF), min_size=1, max_size=20)
LOCALS = st.from_regex(r"[a-z0-9][a-z0-9._+-]{0,15}[a-z0-9]", fullmatch=True).filter(lambda each: ".." not in each)


@given(NAMES, LOCALS, st.lists(st.tuples(NAMES, LOCALS), min_size=1, max_size=4, unique_by=lambda each: each[1]), NAMES)
@settings(max_examples=100, deadline=None)
def test_what_the_standard_library_writes_is_read_back(
    name: str, local: str, others: list[tuple[str, str]], subject: str
) -> None:
    message = EmailMessage()
    message["From"] = Address(name, local, "sender.example")
    message["To"] = [Address(each, part, "other.example") for each, part in others]
    message["Subject"] = subject
    message.set_content("Hello.")
    written = message.as_bytes()
    # Where it folds a long line, the library now and then writes an address into an encoded word; what stands there is a name.
    assume(all(f"<{part}@other.example>".encode() in written for _, part in others))
    letter = read(written)
    assert letter.sender == Mailbox(f"{local}@sender.example", name)
    assert [(m.address, m.name) for m in letter.to] == [(f"{part}@other.example", each) for each, part in others]
    assert letter.subject == subject


def test_each_line_of_a_head_may_have_a_character_set_of_its_own() -> None:
    letter = read(b"From: J\xf6rg <j@x.example>\nSubject: Gr\xc3\xbc\xc3\x9fe\nTo: M\xfcller <m@x.example>\n\nx")
    assert (letter.sender, letter.subject) == (Mailbox("j@x.example", "Jörg"), "Grüße")
    assert letter.to == (Mailbox("m@x.example", "Müller"),)


@pytest.mark.parametrize(
    ("stated", "body", "text"),
    [
        (b"quoted-printable", b"Gr=C3=BC=C3=9Fe =ZZ =3\nlong=\nline=20\nend=", "Grüße =ZZ =3\nlongline \nend"),
        (b"quoted-printable", b"100% = fine\nA==20B", "100% = fine\nA==20B"),
        (b"base64", b"SGVsbG8gd29ybGQ", "Hello world"),
        (b"BASE64 ", b"SGVsbG8=", "Hello"),
        (b'"base64"', b"SGVsbG8=", "Hello"),
        (b"Quoted-Printable; x", b"Gr=C3=BC=C3=9Fe", "Grüße"),
        (b"x-unknown", b"plain", "plain"),
        (b"8bit", b"Gr\xfc\xdfe", "Grüße"),
    ],
)
def test_encodings_that_are_damaged_or_oddly_named_give_what_there_is(stated: bytes, body: bytes, text: str) -> None:
    head = HEAD + b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: " + stated
    assert read(head + b"\n\n" + body).text.rstrip("\n") == text


@pytest.mark.parametrize(
    ("charset", "body", "text"),
    [
        (b"us-ascii", b"Gr\xfc\xdfe", "Grüße"),
        (b"utf-8", b"Gr\xfc\xdfe", "Grüße"),
        (b"iso-8859-1", b"price \x80 5", "price € 5"),
        (b"iso-8859-1", "Grüße".encode(), "GrÃ¼ÃŸe"),
        (b"gb2312", "價格".encode("gb18030"), "價格"),
        (b"unknown-8bit", b"Gr\xfc\xdfe", "Grüße"),
        (b"x-no-such", "Grüße".encode(), "Grüße"),
        (b"iso-2022-jp", "価格".encode("iso-2022-jp"), "価格"),
        (b"koi8-r", "Цена".encode("koi8-r"), "Цена"),
    ],
)
def test_character_sets_that_are_wrong_missing_or_unknown_lose_as_little_as_can_be(
    charset: bytes, body: bytes, text: str
) -> None:
    assert read(HEAD + b"Content-Type: text/plain; charset=" + charset + b"\n\n" + body).text == text


@pytest.mark.parametrize(
    "stated",
    [
        b"filename*0*=UTF-8''Offer%20;\n filename*1*=M%C3%A4rz.pdf",
        b"filename*=UTF-8'de'Offer%20M%C3%A4rz.pdf",
        b'filename="=?UTF-8?Q?Offer_M=C3=A4rz.pdf?="',
        b'filename="Offer M\xc3\xa4rz.pdf"',
        b'filename="Offer M\xe4rz.pdf"',
    ],
)
def test_file_names_are_read_however_they_are_written(stated: bytes) -> None:
    part = b"--b\nContent-Type: application/pdf\nContent-Disposition: attachment;\n " + stated + b"\n\nx\n--b--\n"
    letter = read(HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + part)
    assert [file.name for file in letter.attached] == ["Offer März.pdf"]
