"""Mails in a Maildir: what a person did with each stands behind its name."""

from pathlib import Path

import pytest

from alongside.sources.contract import Letter, Refused
from alongside.sources.maildir import Maildir, is_maildir, label_of

MAIL = b"From: a@x.example\nDate: Mon, 3 Mar 2025 10:00:00 +0100\nSubject: s\n\nHello.\n"


def maildir(folder: Path, *names: str, parts: tuple[str, ...] = ("cur", "new", "tmp")) -> Path:
    for part in parts:
        (folder / part).mkdir(parents=True)
    for name in names:
        (folder / "cur" / name).write_bytes(MAIL)
    return folder


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("1.a.host:2,", ("Mail",)),
        ("1.a.host:2,S", ("Mail",)),
        ("1.a.host,S=80:2,FRS", ("Mail", "Flagged", "Replied")),
        ("1.a.host;2,PS", ("Mail", "Passed on")),
        ("1.a.host", ("Mail",)),
    ],
)
def test_flags_become_labels(tmp_path: Path, name: str, labels: tuple[str, ...]) -> None:
    (read,) = Maildir().read(maildir(tmp_path / "Mail", name))
    assert isinstance(read.item, Letter)
    assert read.item.labels == labels


@pytest.mark.parametrize(("name", "word"), [("1:2,DS", "draft"), ("1:2,ST", "in the trash"), ("1!2,T", "in the trash")])
def test_drafts_and_what_is_in_the_trash_are_left_out_with_the_reason(tmp_path: Path, name: str, word: str) -> None:
    (read,) = Maildir().read(maildir(tmp_path / "Mail", name))
    assert isinstance(read.item, Refused)
    assert word in read.item.reason


def test_a_whole_folder_of_trash_is_one_sentence(tmp_path: Path) -> None:
    (read,) = Maildir().read(maildir(tmp_path / ".Trash", "1:2,S", "2:2,S"))
    assert isinstance(read.item, Refused)


def test_the_maildir_of_thunderbird_has_no_new(tmp_path: Path) -> None:
    folder = maildir(tmp_path / "INBOX", "1.eml", parts=("cur", "tmp"))
    assert is_maildir(folder)
    assert [type(each.item) for each in Maildir().read(folder)] == [Letter]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        (".Archive.2024", "Archive/2024"),
        (".Entw&APw-rfe", "Entwürfe"),
        (".R&-D", "R&D"),
        (".&a-", "&a-"),
        ("Sent", "Sent"),
    ],
)
def test_folders_are_called_as_a_person_knows_them(name: str, label: str) -> None:
    assert label_of(Path(name)) == label
