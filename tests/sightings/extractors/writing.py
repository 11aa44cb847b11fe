"""How the specifications write: one sentence of a mail of Wednesday, 19 November 2025, ten in the morning, Central European Time."""

from datetime import datetime, timedelta, timezone

from alongside.sightings.contract import Extractor, Found, Passage

CET = timezone(timedelta(hours=1))
WEDNESDAY = datetime(2025, 11, 19, 10, 0, tzinfo=CET)
FRIDAY_MORNING = datetime(2025, 11, 21, 9, 0, tzinfo=CET)
FRIDAY_AFTERNOON = datetime(2025, 11, 21, 15, 0, tzinfo=CET)


def passage(text: str, *, by_us: bool = False, at: datetime = WEDNESDAY) -> Passage:
    """Give the whole text as what was said."""
    return Passage(text, ((0, len(text)),), at, by_us)


def found_in(find: Extractor, text: str, *, by_us: bool = False, at: datetime = WEDNESDAY) -> list[Found]:
    """Give what an extractor finds in the text."""
    return list(find(passage(text, by_us=by_us, at=at)))


def only(find: Extractor, text: str, *, by_us: bool = False, at: datetime = WEDNESDAY) -> Found:
    """Give the one thing that an extractor finds in the text."""
    [found] = found_in(find, text, by_us=by_us, at=at)
    return found


def lines(table: str) -> list[str]:
    """Give the sentences of a table, one a line."""
    return [line.strip() for line in table.strip().splitlines()]


def pairs(table: str) -> list[tuple[str, str]]:
    """Give the rows "sentence -> what" of a table."""
    rows = (line.partition(" -> ") for line in lines(table))
    return [(sentence.strip(), what.strip()) for sentence, _, what in rows]
