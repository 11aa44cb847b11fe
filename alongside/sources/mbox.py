"""Which letters are in an mbox file (one file for a whole folder of mails, plain or gzip)?

Reads as it goes, holding one mail at a time, and only what was in the file when it was opened. Where mails begin and end
is told in mbox_cutting.py, which lines were quoted in mbox_quoting.py.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from alongside.sources.caps import MESSAGE_BYTES_MAX
from alongside.sources.contract import RAW_KEPT_BYTES, Letter, Read, Refused
from alongside.sources.files import UNPACKING_TROUBLE, not_opened, opened, stem_of
from alongside.sources.headers import instant
from alongside.sources.invitations import with_its_meetings
from alongside.sources.letter import parse_letter, too_large
from alongside.sources.mbox_cutting import CHUNK_BYTES, Piece, begins_with_mail, pieces
from alongside.sources.mbox_quoting import is_mboxrd, unquoted
from alongside.sources.set_aside import why_by_marks, why_the_folder

_ASCTIME = re.compile(r"\w{3} +(\w{3}) +(\d{1,2}) +(\d{1,2}:\d\d(?::\d\d)?)(?: ([^\d\s]\S*))? (\d{4})(?: (\S+))?")
_DELIVERY_TAKEN = "The time of delivery, which the file states, is taken as its date."


class Mbox:
    """A whole folder of mails in one file."""

    kind = "mbox"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether there is a separator in the first bytes, at the very beginning or later."""
        return begins_with_mail(head)

    def read(self, path: Path) -> Iterator[Read]:
        """Yield every mail as a Letter or a Refused, in the order of the file."""
        label = path.parent.name.removesuffix(".mbox") if path.name == "mbox" else stem_of(path)
        if reason := why_the_folder(path.name, label):
            yield Read(path.name, Refused(path.name, reason))
            return
        number = 0
        try:
            is_rd = _is_mboxrd(path)
            with opened(path) as file:
                for piece in pieces(file):
                    number += piece.is_mail
                    yield from _read(piece, path.name, number, label, is_rd)
        except OSError as trouble:
            yield Read(path.name, Refused(path.name, not_opened(path.name, trouble)))


def _is_mboxrd(path: Path) -> bool:
    """Look through the beginning of the file; what is packed and damaged is told when it is read."""
    with opened(path) as file:
        try:
            return is_mboxrd(iter(partial(file.stream.read, CHUNK_BYTES), b""))
        except UNPACKING_TROUBLE:
            return False


def _read(piece: Piece, name: str, number: int, label: str, is_rd: bool) -> Iterator[Read]:
    if not piece.is_mail and not piece.is_cut:
        if piece.raw.strip():
            where = f"{name}, before the first message"
            yield Read(where, Refused(where, _no_mail(piece.size), piece.raw[:RAW_KEPT_BYTES]), piece.bytes_done)
        return
    where = f"{name}, message {number}" if number else name
    yield from with_its_meetings(Read(where, _item(piece, where, label, is_rd), piece.bytes_done))


def _item(piece: Piece, where: str, label: str, is_rd: bool) -> Letter | Refused:
    kept = piece.raw[:RAW_KEPT_BYTES]
    if piece.is_cut:
        return Refused(where, f"The packed file breaks off here: {where} is incomplete. Download it again.", kept)
    if piece.is_growing:
        return Refused(where, "This mail was still being written when the file was read. Import the file once more.")
    if piece.size > MESSAGE_BYTES_MAX:
        return Refused(where, too_large(piece.size), kept)
    if piece.is_half:
        return Refused(
            where, "The file ends in the middle of this mail. Export or copy it again and import that.", kept
        )
    if reason := why_by_marks(piece.raw):
        return Refused(where, reason)
    raw = piece.raw if piece.is_counted else unquoted(piece.raw, is_rd=is_rd)
    letter = parse_letter(raw, labels=(label,), where=where)
    if isinstance(letter, Letter) and letter.sent_at is None and piece.date:
        return replace(letter, sent_at=_separator_date(piece.date), repairs=(*letter.repairs, _DELIVERY_TAKEN))
    return letter


def _no_mail(size: int) -> str:
    return (
        f"The file begins with {size:,} bytes that belong to no mail; they are left out and the mails after them are "
        "read. If a mail is missing, export the folder again."
    )


def _separator_date(text: str) -> datetime | None:
    """Return the moment of delivery that the separator states, UTC when it names no zone."""
    found = _ASCTIME.fullmatch(text.strip())
    if not found:
        return instant(text)
    month, day, time, zone_before, year, zone_after = found.groups()
    moment = instant(f"{day} {month} {year} {time} {zone_after or zone_before or '+0000'}")
    return moment or instant(f"{day} {month} {year} {time} +0000") or None
