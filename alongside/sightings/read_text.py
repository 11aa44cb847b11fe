"""What does one text hold? Everything that the extractors find in it, and what its writer signed with. Pure.

It knows the text and whether one of us wrote it, and no row: it may run in a process of its own (reader.py).
"""

from alongside.interactions.signature import read_signature
from alongside.sightings.contract import Passage
from alongside.sightings.extractors import find_all
from alongside.sightings.passage import note_passage, passage_of
from alongside.sightings.written import Seen, Signed, Written

LINKS_KEPT = 5
"""Links of one signature that are kept. Unit: links; more are advertising."""


def read_text(written: Written) -> Seen:
    """Find all that was said, and read the signature of a mail of theirs. Raises nothing: what goes wrong is in the outcome."""
    try:
        passage = _passage(written)
        signed = None if written.by_us else _signed(passage)
        return Seen(tuple(find_all(passage)), signed)
    except Exception as trouble:  # one text must never stop the others
        return Seen(trouble=f"It could not be read: {type(trouble).__name__}.")


def _passage(written: Written) -> Passage:
    if written.is_note:
        return note_passage(
            written.text, occurred_at=written.occurred_at, utc_offset_minutes=written.utc_offset_minutes
        )
    return passage_of(
        written.text,
        subject=written.subject,
        occurred_at=written.occurred_at,
        utc_offset_minutes=written.utc_offset_minutes,
        by_us=written.by_us,
        writer_name=written.writer_name,
    )


def _signed(passage: Passage) -> Signed | None:
    if passage.signature is None:
        return None
    fields = read_signature(passage.text, passage.signature)
    phone = fields.phones[0] if fields.phones else ""
    if not (fields.title or phone or fields.company or fields.postal or fields.links):
        return None
    return Signed(
        title=fields.title[:300],
        phone=phone[:60],
        company=fields.company[:300],
        postal=fields.postal[:500],
        links=[link[:300] for link in fields.links[:LINKS_KEPT]],
    )
