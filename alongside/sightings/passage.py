"""From an interaction to the passage that extractors read: what its writer said, and when by the writer's own clock."""

from datetime import datetime, timedelta, timezone

from alongside.interactions.said import separate
from alongside.sightings.contract import Passage
from alongside.sightings.written import CHARACTERS_READ


def passage_of(
    text: str, *, subject: str, occurred_at: datetime, utc_offset_minutes: int, by_us: bool, writer_name: str = ""
) -> Passage:
    """Tell apart what was said in a body; spans are offsets into the whole text."""
    parts = separate(text[:CHARACTERS_READ], sender=writer_name)
    zone = timezone(timedelta(minutes=utc_offset_minutes))
    return Passage(
        text=text,
        said=parts.message,
        written_at=occurred_at.astimezone(zone),
        by_us=by_us,
        subject=subject,
        signature=parts.signature,
        writer_name=writer_name,
    )


def note_passage(text: str, *, occurred_at: datetime, utc_offset_minutes: int) -> Passage:
    """A note is one's own words throughout: nothing in it is quoted."""
    zone = timezone(timedelta(minutes=utc_offset_minutes))
    return Passage(text=text, said=((0, len(text)),), written_at=occurred_at.astimezone(zone), by_us=True)
