"""Reading apart: what stops a reader is refused with its reason and kept whole, everything before and behind it is read."""

import io
import os
import pickle
from pathlib import Path

import pytest

from alongside.intake.reading import ReaderError, _Unpacking, read_apart
from alongside.sources.contract import Letter, Read, Refused, Row
from alongside.sources.recognise import sources_in
from alongside.sources.shut_in import Limits

SAMPLES = Path(__file__).parent.parent / "sources" / "samples"

HEAD = "From: joe@n.example\nTo: me@o.example\nSubject: {0}\nDate: Mon, 5 Jan 2026 09:00:00 +0000\nMessage-ID: <{0}@n.example>\n"
SLOW_PART = "--b\nContent-Type: text/html\n\n" + "<i>x</i>" * 250_000 + "\n"
"""Two megabytes of HTML, as many as are read: about 0.9 seconds of the processor."""


def mail(name: str, body: str = "Hello Mia,\nsee you on Friday.\n", more: str = "") -> str:
    return HEAD.format(name) + more + "\n" + body


def slow(name: str) -> str:
    """Write a mail of 25 MB that keeps every limit of size and takes some ten seconds to read."""
    return mail(name, SLOW_PART * 12 + "--b--\n", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n")


def mailbox(path: Path, *mails: str) -> Path:
    path.write_text("".join(f"From joe@n.example Mon Jan  5 09:00:00 2026\n{each}\n" for each in mails))
    return path


def read(*paths: Path, limits: Limits = Limits(), parked: dict[int, dict[str, str]] | None = None) -> list[Read]:  # noqa: B008
    return [each for part in read_apart(list(paths), limits=limits, parked=parked) for each in part.reads]


def told(reads: list[Read]) -> list[tuple[str, str]]:
    """Give each place with the subject that was read there, or with the beginning of the reason."""
    return [
        (each.where, each.item.subject if isinstance(each.item, Letter) else getattr(each.item, "reason", "")[:20])
        for each in reads
    ]


def test_what_is_read_apart_is_what_the_readers_give() -> None:
    here: list[Read] = []
    for each in sources_in(SAMPLES):
        here += [Read(each.where, each)] if isinstance(each, Refused) else each[0].read(each[1])
    apart = read(SAMPLES)
    assert {type(each.item) for each in apart} >= {Letter, Row, Refused}
    assert [(each.where, type(each.item)) for each in apart] == [(each.where, type(each.item)) for each in here]
    letters = [each.item for each in apart if isinstance(each.item, Letter)]
    assert letters == [each.item for each in here if isinstance(each.item, Letter)]


def test_an_item_that_takes_too_long_is_refused_alone_and_kept_whole(tmp_path: Path) -> None:
    box = mailbox(tmp_path / "box.mbox", mail("one"), slow("two"), mail("three"), slow("four"), mail("five"))
    found = read(box, limits=Limits(item_seconds=1))
    assert told(found) == [
        ("box.mbox, message 1", "one"),
        ("box.mbox, message 2", "It took longer than "),
        ("box.mbox, message 3", "three"),
        ("box.mbox, message 4", "It took longer than "),
        ("box.mbox, message 5", "five"),
    ]
    refused = found[1].item
    assert isinstance(refused, Refused)
    assert "1 seconds" in refused.reason and "try it again" in refused.reason
    assert refused.raw.startswith(b"From: joe@n.example") and len(refused.raw) > 24_000_000


def test_an_item_that_needs_too_much_memory_is_refused_alone(tmp_path: Path) -> None:
    box = mailbox(tmp_path / "box.mbox", mail("one"), mail("two", "words \n" * 3_400_000), mail("three"))
    found = read(box, limits=Limits(memory_bytes=150 * 1024 * 1024))
    assert [text for _, text in told(found)] == ["one", "It needed more than ", "three"]


def test_a_file_that_stops_the_reader_as_a_whole_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    meetings = "BEGIN:VEVENT\nUID:1\nDTSTART:20260105T090000Z\nSUMMARY:x\nEND:VEVENT\n" * 200_000
    (tmp_path / "1.ics").write_text(f"BEGIN:VCALENDAR\n{meetings}END:VCALENDAR\n")
    (tmp_path / "2.eml").write_text(mail("two"))
    found = read(tmp_path, limits=Limits(file_seconds=0.3))
    assert told(found) == [("1.ics", "It took longer than "), ("2.eml", "two")]


def test_what_was_parked_is_refused_unread(tmp_path: Path) -> None:
    from hashlib import sha256

    (tmp_path / "1.eml").write_text(mail("one"))
    (tmp_path / "2.eml").write_text(mail("two"))
    raw = mail("one").encode()
    found = read(tmp_path, parked={len(raw): {sha256(raw).hexdigest(): "It stopped the reader three times."}})
    assert told(found) == [("1.eml", "It stopped the reade"), ("2.eml", "two")]


def test_equal_lines_of_one_file_are_numbered_through(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(
        "Order number,Account,Order date,Quantity\n" + "7,N-Steel,2026-01-05,10\n" * 250
    )
    rows = [each.item for each in read(tmp_path) if isinstance(each.item, Row)]
    assert [row.nth for row in rows] == list(range(1, 251))


def test_a_reader_gets_no_password_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from alongside.intake.reading import _environment

    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", "postgres://me:secret@db/x")
    assert not any("secret" in value for value in _environment().values())


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "open('written.txt', 'w')",
        "import os; os.system('true')",
        "import os; os.remove('written.txt')",
    ],
)
def test_a_program_that_was_shut_in_writes_nothing_connects_to_nothing_and_starts_nothing(
    deed: str, tmp_path: Path
) -> None:
    import subprocess
    import sys

    words = f"from alongside.sources.shut_in import Limits, shut_in\nshut_in(Limits())\n{deed}\n"
    root = str(Path(__file__).parents[2])
    environment = os.environ | {"PYTHONPATH": root}
    done = subprocess.run([sys.executable, "-c", words], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert "A program that reads files may not do this" in done.stderr
    assert not list(tmp_path.iterdir())


def test_from_a_reader_nothing_but_items_is_taken() -> None:
    with pytest.raises(ReaderError, match="no item"):
        _Unpacking(io.BytesIO(pickle.dumps(os.system))).load()
    assert _Unpacking(io.BytesIO(pickle.dumps(Refused("x", "y.")))).load() == Refused("x", "y.")
