"""Public archives as they are: every mail of a list is read, with its people and dates."""

from collections import Counter
from pathlib import Path

import pytest

from alongside.sources.contract import Letter, Refused
from alongside.sources.recognise import sources_in


@pytest.fixture
def archive(shared_data: Path) -> Path:
    folder = shared_data / "mail" / "twisted"
    if not folder.is_dir():
        pytest.skip("The shared data folder has no mail/twisted here.")
    return folder


def test_every_mail_of_fifty_nine_months_is_read_as_often_as_it_is_there(archive: Path) -> None:
    letters: list[Letter] = []
    for each in sources_in(archive):
        assert not isinstance(each, Refused)
        source, path = each
        assert source.kind == "mbox"
        found = list(source.read(path))
        assert found[-1].bytes_done == path.stat().st_size
        letters += [read.item for read in found if isinstance(read.item, Letter)]
        assert not [read for read in found if isinstance(read.item, Refused)]
    times = Counter(letter.message_id for letter in letters)
    assert len(letters) == 24_582
    assert len(times) == 12_278
    assert sum(count == 2 for count in times.values()) == 12_262
    assert all(letter.sent_at and letter.sent_at.utcoffset() is not None for letter in letters)
    assert sum(letter.sender is None for letter in letters) == 2
    assert not [letter for letter in letters if letter.sender and " at " in letter.sender.address]
