"""Files made to hang a reader, to fill its memory or to break it: each has an outcome, and what stands beside them is read."""

from pathlib import Path

import pytest

from alongside.intake.reading import read_apart
from alongside.sources.contract import Letter, Refused
from tests.intake.test_reading import mail
from tests.sources.hostile_made import MADE

STOPS_THE_READING = {"slow_but_within_every_size.eml", "cell_in_the_last_corner.xlsx"}
"""Those that no limit inside a reader knows of. All others a reader takes or refuses itself."""


@pytest.mark.parametrize("name", MADE)
def test_each_has_an_outcome_and_its_neighbour_is_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(MADE[name]())
    (tmp_path / "zz.eml").write_text(mail("neighbour"))
    *found, neighbour = [each for part in read_apart([tmp_path]) for each in part.reads]
    assert isinstance(neighbour.item, Letter)
    assert neighbour.item.subject == "neighbour"
    assert found
    for read in found:
        assert read.where.startswith(name)
        assert not isinstance(read.item, Refused) or read.item.reason.endswith(".")
    stopped = any(isinstance(read.item, Refused) and read.item.stopped for read in found)
    assert stopped == (name in STOPS_THE_READING)
