"""Files made to break readers, and odd ones from other projects: each has an outcome, and nothing raises."""

import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from alongside.intake.reading import read_apart
from alongside.sources.contract import Card, Event, Item, Letter, Read, Refused, Row
from alongside.sources.letter import parse_letter

ITEMS = (Letter, Event, Card, Row)


def unpacked(shared_data: Path, name: str, folder: Path) -> Path:
    archive = shared_data / name
    if not archive.is_file():
        pytest.skip(f"The shared data folder has no {name} here.")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder


def reads(path: Path) -> list[Read]:
    return [each for part in read_apart([path]) for each in part.reads]


def items(path: Path) -> list[Item]:
    return [each.item for each in reads(path) if not isinstance(each.item, Refused)]


def refusals(path: Path) -> list[Refused]:
    return [each.item for each in reads(path) if isinstance(each.item, Refused)]


def files(folder: Path) -> Iterator[Path]:
    return (each for each in sorted(folder.rglob("*")) if each.is_file() and each.name != "manifest.json")


def check(path: Path) -> list[Read]:
    """Check that a file gives items or sentences, each with its place, and no character that no database takes."""
    found = reads(path)
    assert found, path.name
    for each in found:
        assert each.where
        if isinstance(each.item, Refused):
            assert each.item.reason.endswith("."), path.name
        else:
            assert isinstance(each.item, ITEMS), path.name
            assert "\\x00" not in repr(each.item) or (isinstance(each.item, Letter) and each.item.attached)
            repr(each.item).encode()
    return found


@pytest.mark.parametrize("kind", ["mail", "mbox", "csv", "ics", "vcard", "xlsx"])
def test_every_hostile_file_has_an_outcome(kind: str, shared_data: Path, tmp_path: Path) -> None:
    for path in files(unpacked(shared_data, "broken/hostile.tar.gz", tmp_path) / "hostile" / kind):
        check(path)


def test_every_odd_mail_of_other_projects_has_an_outcome(shared_data: Path, tmp_path: Path) -> None:
    for path in files(unpacked(shared_data, "mail/odd_mail_public.tar.gz", tmp_path)):
        assert isinstance(parse_letter(path.read_bytes()), Letter | Refused)
        check(path)


def test_every_valid_calendar_gives_meetings_or_says_why_not(shared_data: Path, tmp_path: Path) -> None:
    folder = unpacked(shared_data, "broken/ical4j_valid.tar.gz", tmp_path)
    for path in files(folder):
        for event in (each.item for each in check(path) if not isinstance(each.item, Refused)):
            assert isinstance(event, Event)
            assert event.starts_at.utcoffset() is not None


def test_every_table_of_the_spectrum_has_an_outcome(shared_data: Path, tmp_path: Path) -> None:
    for path in files(unpacked(shared_data, "broken/csv_spectrum.tar.gz", tmp_path)):
        check(path)


def test_what_the_hostile_files_must_show(shared_data: Path, tmp_path: Path) -> None:
    hostile = unpacked(shared_data, "broken/hostile.tar.gz", tmp_path) / "hostile"

    def letter(name: str) -> Letter:
        (found,) = items(hostile / "mail" / name)
        assert isinstance(found, Letter)
        return found

    assert len(items(hostile / "mbox" / "crlf.mbox")) == 2
    assert len(items(hostile / "mbox" / "garbage_first.mbox")) == 1
    assert "belong to no mail" in refusals(hostile / "mbox" / "garbage_first.mbox")[0].reason
    assert letter("boundary_unclosed.eml").text == "hi"
    assert letter("hdr_8bit.eml").subject == "Grüße aus Köln"
    assert letter("cs_unknown.eml").text.startswith("abc ")
    assert [(f.name, len(f.content)) for f in letter("att_zipbomb_200MB.eml").attached] == [("b.zip", 203_950)]
    assert letter("html_table.eml").html == ""
    assert "50 deep" in refusals(hostile / "mail" / "rfc822_nest_200.eml")[0].reason
    assert "is empty" in refusals(hostile / "ics" / "empty.ics")[0].reason
    assert len(items(hostile / "ics" / "weekly_over_dst.ics")) == 10
    assert "interval of 0" in refusals(hostile / "ics" / "interval0.ics")[0].reason
    assert len(items(hostile / "vcard" / "email_200.vcf")) == 1
    assert len(items(hostile / "csv" / "mixed_eol.csv")) == 3
    assert len(refusals(hostile / "csv" / "ragged.csv")) == 2
