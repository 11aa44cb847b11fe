"""Mails in one file: where one ends and the next begins, and what happens to what is no mail."""

import gzip
import io
from pathlib import Path

import pytest

from alongside.sources.contract import Letter, Read, Refused
from alongside.sources.mbox import Mbox
from alongside.sources.mbox_cutting import CHUNK_BYTES

SAMPLES = Path(__file__).parent / "samples"
SEPARATOR = b"From a@x.example Mon Mar  3 10:00:00 2025\n"


def mail(number: int, body: bytes = b"Hello.\n") -> bytes:
    return SEPARATOR + b"From: a@x.example\nMessage-ID: <%d@x.example>\n\n" % number + body + b"\n"


def written(folder: Path, content: bytes, name: str = "Sent.mbox") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def letters(reads: list[Read]) -> list[Letter]:
    return [each.item for each in reads if isinstance(each.item, Letter)]


def reasons(reads: list[Read]) -> list[str]:
    return [each.item.reason for each in reads if isinstance(each.item, Refused)]


def test_a_line_that_only_begins_with_from_stays_in_the_body_of_a_list_archive() -> None:
    first, second = letters(list(Mbox().read(SAMPLES / "list.mbox")))
    assert "From my side it is still the same mail." in first.text
    assert "\nFrom here it was escaped" in first.text
    assert (first.sender and first.sender.name, second.sender and second.sender.name) == ("Joe Smith", "Ann Lée")
    assert second.in_reply_to == first.message_id == "one@example.com"


def test_the_separator_gives_the_date_where_the_mail_has_none() -> None:
    (undated,) = letters(list(Mbox().read(SAMPLES / "takeout.mbox")))
    assert undated.sent_at is not None
    assert undated.sent_at.isoformat() == "2025-03-03T10:00:00+00:00"
    assert undated.labels == ("takeout", "Inbox")


def sample(name: str) -> list[Read]:
    return list(Mbox().read(SAMPLES / name))


def quoted_lines(name: str) -> list[list[str]]:
    return [[line for line in each.text.split("\n") if "From " in line] for each in letters(sample(name))]


@pytest.mark.parametrize("name", ["mboxo.mbox", "mboxrd.mbox"])
def test_whichever_way_lines_were_quoted_they_read_as_they_were_written(name: str) -> None:
    assert quoted_lines(name) == [
        [">From the port or from the mill?", ">From May on, that is.", "From the mill. We pay."],
        [">>From which harbour?", ">From Duluth."],
    ]


def test_a_stated_length_keeps_a_mail_whole_that_holds_another_and_a_wrong_one_parts_nothing() -> None:
    first, *others = letters(sample("counted.mbox"))
    assert "Subject: not a mail of its own" in first.text
    assert first.text.endswith(">From here it is as it was written.\n")
    assert [each.text for each in others] == [
        "Short.\n",
        "A wrong count, and the next mail is there all the same.\n",
        "Last.\n",
    ]


def test_a_separator_that_no_header_follows_is_a_line_of_its_mail(tmp_path: Path) -> None:
    body = b"It began like this:\n\nFrom a@x.example Mon Mar  3 10:00:00 2025\nand went on.\n"
    first, second = letters(list(Mbox().read(written(tmp_path, mail(1, body) + mail(2)))))
    assert first.text == body.decode()
    assert second.message_id == "2@x.example"


def test_labels_of_gmail_are_read_and_what_is_no_correspondence_is_left_out_with_the_reason() -> None:
    reads = sample("gmail.mbox")
    assert [(each.message_id, each.labels[1:]) for each in letters(reads)] == [
        ("g1@customer.example", ("Inbox", "Opened", "Category Updates")),
        ("g2@customer.example", ("Posteingang", "Wichtig", "Geöffnet", "Kunden/Stähle AG")),
        ("g3@customer.example", ("Sent",)),
        ("g8@customer.example", ("Archived", "Pellets, 2025", "Trash talk")),
    ]
    for reason, word in zip(reasons(reads), ("as spam", "a draft", "in the trash", "a chat"), strict=True):
        assert word in reason


@pytest.mark.parametrize("name", ["Trash", "Junk.mbox", "Entwürfe.gz"])
def test_a_folder_of_trash_spam_or_drafts_is_left_out_as_a_whole(tmp_path: Path, name: str) -> None:
    (reason,) = reasons(list(Mbox().read(written(tmp_path, mail(1) + mail(2), name))))
    assert "are left out" in reason


def test_what_thunderbird_deleted_here_or_on_its_server_is_left_out() -> None:
    reads = sample("thunderbird.mbox")
    assert [each.message_id for each in letters(reads)] == ["t1@customer.example", "t4@customer.example"]
    assert len(reasons(reads)) == 2


@pytest.mark.parametrize(("letters_of_mutt", "word"), [("D", "deleted"), ("T", "draft"), ("AF", "")])
def test_what_mutt_and_pine_mark_is_understood(tmp_path: Path, letters_of_mutt: str, word: str) -> None:
    marked = SEPARATOR + f"X-Status: {letters_of_mutt}\nFrom: a@x.example\n\nHello.\n\n".encode()
    reads = list(Mbox().read(written(tmp_path, marked)))
    assert [word in reason for reason in reasons(reads)] == ([True] if word else [])


def test_a_mail_in_whose_middle_the_file_ends_is_refused_and_the_others_are_read() -> None:
    reads = sample("half.mbox")
    assert [each.message_id for each in letters(reads)] == ["h1@nsteel.example"]
    assert "in the middle of this mail" in reasons(reads)[0]


@pytest.mark.parametrize("end", [b"From: a@x.exam", b"From: a@x.example\nContent-Length: 100\n\nHello"])
def test_a_head_or_a_body_that_breaks_off_is_half_a_mail(tmp_path: Path, end: bytes) -> None:
    reads = list(Mbox().read(written(tmp_path, mail(1) + SEPARATOR + end)))
    assert [type(each.item) for each in reads] == [Letter, Refused]


def test_what_is_written_while_a_file_is_read_is_taken_by_the_next_reading(tmp_path: Path) -> None:
    second = mail(2, b"A long letter.\n" * 100)
    path = written(tmp_path, mail(1) + second[:-40])
    reading = Mbox().read(path)
    found = [next(reading)]
    with path.open("ab") as file:
        file.write(second[-40:] + mail(3))
    found += reading
    assert [each.message_id for each in letters(found)] == ["1@x.example"]
    assert "still being written" in reasons(found)[0]
    again = letters(list(Mbox().read(path)))
    assert [each.message_id for each in again] == [f"{n}@x.example" for n in (1, 2, 3)]


def test_whole_mails_added_while_a_file_is_read_change_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, mail(1) + mail(2, b"A long letter.\n" * 100))
    reading = Mbox().read(path)
    found = [next(reading)]
    with path.open("ab") as file:
        file.write(mail(3))
    found += reading
    assert [each.message_id for each in letters(found)] == ["1@x.example", "2@x.example"]


def test_a_mail_that_thunderbird_only_marked_as_deleted_is_left_out_with_the_reason() -> None:
    (reason,) = reasons(list(Mbox().read(SAMPLES / "takeout.mbox")))
    assert "deleted or moved" in reason


@pytest.mark.parametrize(
    "line",
    [
        b"From - Mon Mar  3 10:00:00 2025",
        b"From MAILER-DAEMON Mon Mar 03 10:00:00 2025",
        b"From joe at example.com  Mon Mar  3 10:00:00 2025",
        b"From 179@xxx Mon Mar 03 10:00:00 +0000 2025",
        b"From a@x.example Mon Mar  3 10:00:00 CET 2025",
        b"From a@x.example Mon Mar  3 10:00 2025 +0100",
        b"From a@x.example Mon Mar  3 10:00:00 2025 remote from there",
        b'From "a b"@x.example Mon, 3 Mar 2025 10:00:00 +0100',
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_separators_of_all_programs_part_mails(tmp_path: Path, line: bytes, end: bytes) -> None:
    one = line + end + b"From: a@x.example" + end + end + b"Hello." + end + end
    assert [each.text for each in letters(list(Mbox().read(written(tmp_path, one * 3))))] == ["Hello.\n"] * 3


def test_a_separator_inside_a_sentence_parts_nothing(tmp_path: Path) -> None:
    body = b"words\n\nFrom a@x.example Mon Mar  3 10:00:00 2025 is text\nFrom what I know it is.\n"
    (only,) = letters(list(Mbox().read(written(tmp_path, mail(1, body)))))
    assert "is text\nFrom what I know" in only.text


def test_what_stands_before_the_first_mail_is_refused_and_the_mails_are_read(tmp_path: Path) -> None:
    reads = list(Mbox().read(written(tmp_path, b"garbage\n" * 50 + b"\n" + mail(1) + mail(2))))
    assert "belong to no mail" in reasons(reads)[0]
    assert [each.message_id for each in letters(reads)] == ["1@x.example", "2@x.example"]


@pytest.mark.parametrize("shift", range(0, 90, 7))
def test_mails_on_the_edge_of_two_chunks_are_whole(tmp_path: Path, shift: int) -> None:
    filler = mail(1, b"x" * (CHUNK_BYTES - 200 + shift) + b"\n")
    reads = list(Mbox().read(written(tmp_path, filler + mail(2) + mail(3))))
    assert [each.message_id for each in letters(reads)] == [f"{n}@x.example" for n in (1, 2, 3)]
    assert reads[-1].bytes_done == len(filler + mail(2) + mail(3))


def test_a_mail_above_the_cap_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    reads = list(Mbox().read(written(tmp_path, mail(1, b"x" * 60 * 1024 * 1024 + b"\n") + mail(2))))
    assert "60.0 MB" in reasons(reads)[0]
    assert [each.message_id for each in letters(reads)] == ["2@x.example"]
    assert [each.where for each in reads] == ["Sent.mbox, message 1", "Sent.mbox, message 2"]


def test_a_packed_file_reads_as_the_plain_one_and_counts_packed_bytes(tmp_path: Path) -> None:
    path = written(tmp_path, gzip.compress(mail(1) + mail(2)), "Sent.mbox.gz")
    reads = list(Mbox().read(path))
    assert [(each.message_id, each.labels) for each in letters(reads)] == [
        ("1@x.example", ("Sent",)),
        ("2@x.example", ("Sent",)),
    ]
    assert reads[-1].bytes_done == path.stat().st_size


def test_a_packed_file_that_breaks_off_gives_the_whole_mails_and_says_so(tmp_path: Path) -> None:
    packed = gzip.compress(mail(1) + mail(2, bytes(range(32, 127)) * 3000))
    reads = list(Mbox().read(written(tmp_path, packed[:-200], "a.mbox.gz")))
    assert [each.message_id for each in letters(reads)] == ["1@x.example"]
    assert "breaks off" in reasons(reads)[-1]


def test_a_packed_mail_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=1) as stream:
        stream.write(mail(1) + SEPARATOR + b"From: a@x.example\n\n")
        for _ in range(60):
            stream.write(b"\0" * 1024 * 1024)
    reads = list(Mbox().read(written(tmp_path, packed.getvalue(), "bomb.gz")))
    assert [each.message_id for each in letters(reads)] == ["1@x.example"]
    assert "more than the 25.0 MB" in reasons(reads)[0]


def test_a_file_that_is_gone_is_refused_with_its_name(tmp_path: Path) -> None:
    assert "nothing.mbox could not be opened" in reasons(list(Mbox().read(tmp_path / "nothing.mbox")))[0]
