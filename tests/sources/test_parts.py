"""The parts of a mail: the fast parser and the standard library, its referee, find the same."""

import tarfile
from pathlib import Path

import pytest

from alongside.sources.headers import headers_of
from alongside.sources.parts import Part, by_fast_parser, by_referee, leaves, part_of

SAMPLES = Path(__file__).parent / "samples"
DIFFERING = {
    # Broken or repeated boundaries, where both readings can be defended: an empty part more or less, or a preamble.
    *("email_with_similar_boundaries.eml", "msg_15.txt", "msg_37.txt", "msg_38.txt", "raw_email4.eml"),
    "raw_email_incorrect_header.eml",
}


def found(part: Part) -> list[tuple[str, str, bytes]]:
    return [(leaf.kind, leaf.name, b"".join(leaf.content.split())) for leaf in leaves(part)]


def texts(part: Part) -> list[tuple[str, str, bytes]]:
    return [each for each in found(part) if each[0] in ("text/plain", "text/html")]


@pytest.mark.parametrize("name", ["offer.eml", "html_only.eml"])
def test_both_parsers_find_the_same_parts_in_the_samples(name: str) -> None:
    raw = (SAMPLES / name).read_bytes()
    assert found(by_fast_parser(raw)) == found(by_referee(raw))


def test_both_parsers_find_the_same_texts_in_nearly_all_odd_mails(shared_data: Path) -> None:
    archive = shared_data / "mail" / "odd_mail_public.tar.gz"
    if not archive.is_file():
        pytest.skip("The shared data folder has no mail/odd_mail_public.tar.gz here.")
    with tarfile.open(archive) as tar:
        mails = {
            Path(member.name).name: file.read()
            for member in tar
            if member.name.endswith((".eml", ".txt")) and (file := tar.extractfile(member))
        }
    differing = {name for name, raw in mails.items() if texts(part_of(raw, headers_of(raw))) != texts(by_referee(raw))}
    assert differing <= DIFFERING


def test_parts_that_only_the_referee_finds_are_taken_from_it() -> None:
    raw = (
        b"From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nbar\n\n--b--\n"
    )
    assert texts(part_of(raw, headers_of(raw))) == [("text/plain", "", b"bar")]


def test_a_mail_that_would_cost_the_fast_parser_much_goes_to_the_referee() -> None:
    raw = b"From: a@x.example\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nbody"
    assert part_of(raw, headers_of(raw)) == by_referee(raw)
