"""What is in a folder: every file has an outcome, links lead nowhere, and only what is needed is loaded."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.sources.contract import Letter, Refused
from alongside.sources.recognise import size_of, sources_in

SAMPLES = Path(__file__).parent / "samples"
MAIL = b"From: a@x.example\nDate: Mon, 3 Mar 2025 10:00:00 +0100\nSubject: s\n\nHello.\n"


def outcomes(path: Path) -> list[str]:
    return [
        f"{each.where}: refused" if isinstance(each, Refused) else f"{each[1].name}: {each[0].kind}"
        for each in sources_in(path)
    ]


def test_every_sample_is_recognised_by_its_content() -> None:
    kinds = {"csv": "table", "xlsx": "table", "vcf": "vcard"}
    endings = {each.name: each.suffix[1:] for each in sorted(SAMPLES.iterdir())}
    assert outcomes(SAMPLES) == [f"{name}: {kinds.get(ending, ending)}" for name, ending in endings.items()]


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda each: each.name)
def test_a_name_without_an_ending_or_a_packed_file_changes_nothing(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "bare").write_bytes(sample.read_bytes())
    (tmp_path / "packed.gz").write_bytes(gzip.compress(sample.read_bytes()))
    kind = outcomes(sample)[0].split(": ")[1]
    assert outcomes(tmp_path) == [f"bare: {kind}", f"packed.gz: {kind}"]


def test_a_maildir_is_one_source_and_its_subfolders_are_others(tmp_path: Path) -> None:
    for folder in ("Mail", "Mail/.Sent"):
        for part in ("cur", "new", "tmp"):
            (tmp_path / folder / part).mkdir(parents=True)
        (tmp_path / folder / "cur" / "2:2,S").write_bytes(MAIL)
        (tmp_path / folder / "new" / "1").write_bytes(MAIL)
        (tmp_path / folder / "tmp" / "0").write_bytes(MAIL)
        (tmp_path / folder / "dovecot.index").write_bytes(b"\0")
    found = [each for each in sources_in(tmp_path) if not isinstance(each, Refused)]
    assert outcomes(tmp_path) == ["Mail: maildir", ".Sent: maildir"]
    reads = [read for source, path in found for read in source.read(path)]
    assert [read.where for read in reads] == ["1", "2:2,S", "1", "2:2,S"]
    assert [isinstance(read.item, Letter) and read.item.labels for read in reads] == [("Mail",)] * 2 + [("Sent",)] * 2
    assert size_of(tmp_path / "Mail") == reads[1].bytes_done == 2 * len(MAIL)


def test_what_nobody_reads_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04rest")
    (tmp_path / "b.pst").write_bytes(b"!BDNrest")
    (tmp_path / "c.txt").write_text("Dear all, this is a note.")
    (tmp_path / "d.csv").write_bytes(b"")
    (tmp_path / "e.gz").write_bytes(b"\x1f\x8bnothing")
    reasons = [each.reason for each in sources_in(tmp_path) if isinstance(each, Refused)]
    for reason, word in zip(
        reasons, ("as .xlsx or CSV", "Outlook", "mbox, Maildir", "is empty", "damaged"), strict=True
    ):
        assert word in reason


def test_hidden_files_are_skipped_and_no_link_is_followed_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "outside.eml").write_bytes(MAIL)
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / ".DS_Store").write_bytes(b"\0")
    (inside / "here.eml").write_bytes(MAIL)
    (inside / "again.eml").symlink_to(inside / "here.eml")
    (inside / "loop").symlink_to(inside)
    (inside / "out.eml").symlink_to(tmp_path / "outside.eml")
    (inside / "up").symlink_to(tmp_path)
    os.mkfifo(inside / "pipe")
    assert outcomes(inside) == ["here.eml: eml", "out.eml: refused", "pipe: refused", "up: refused"]


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert outcomes(tmp_path / "no.mbox") == ["no.mbox: refused"]


def test_recognising_loads_neither_the_calendars_library_nor_django() -> None:
    heavy = (
        "python_calamine",
        "icalendar",
        "recurring_ical_events",
        "selectolax",
        "fast_mail_parser",
        "django",
    )
    code = f"import sys, alongside.sources.recognise; print([m for m in {heavy!r} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
