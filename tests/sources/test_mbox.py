"""Mails in one file: where one ends and the next begins, and what happens to what is no mail."""

import gzip
import io
from pathlib import Path

import pytest

from alongside.sources.contract import Letter, Read, Refused
from alongside.sources.mbox import CHUNK_BYTES, Mbox

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
