"""What is kept of a photograph: the picture, and nothing of where, when and with what it was taken. Pure.

Only JPEG is taken; the device makes one of whatever it is given. It is cut into its segments and put together again from those
that a picture is drawn by, so what a camera or a program adds (Exif with the place, comments, a film behind the picture) stays outside.
"""

import re

LARGEST_PHOTO_BYTES = 8 * 1024**2
"""Of one photograph as it arrives; the device makes them about a tenth of that. Unit: bytes."""

MOST_PHOTOS = 6
"""Photographs with one note. Unit: pictures."""

BEGIN, END, SCAN = b"\xff\xd8", 0xD9, 0xDA
TABLES = {0xC4, 0xDB, 0xDD}
FRAMES = {0xC0, 0xC1, 0xC2}
KEPT_MARKS = {0xE0, 0xEE}
"""JFIF and Adobe: how the colours are to be read."""

_NEXT_SEGMENT = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")


class NoPhotographError(ValueError):
    """These bytes are no JPEG picture that can be read to its end."""


def picture_alone(content: bytes) -> bytes:
    """Return the JPEG without all that is not needed to draw it. Raises NoPhotographError where it is none."""
    if not content.startswith(BEGIN):
        raise NoPhotographError("It does not begin as a JPEG does.")
    kept, place, has_frame, has_scan = [BEGIN], len(BEGIN), False, False
    while found := _NEXT_SEGMENT.match(content, place):
        mark, start = content[found.end() - 1], found.end()
        if mark == END:
            if not (has_frame and has_scan):
                break
            return b"".join([*kept, b"\xff\xd9"])
        length = int.from_bytes(content[start : start + 2])
        place = start + length
        if length < 2 or place > len(content):
            break
        has_frame |= mark in FRAMES
        if mark in TABLES | FRAMES | KEPT_MARKS | {SCAN}:
            kept.append(b"\xff" + content[found.end() - 1 : place])
        if mark == SCAN:
            has_scan = True
            following = _NEXT_SEGMENT.search(content, place)
            if following is None:
                break
            kept.append(content[place : following.start()])
            place = following.start()
    raise NoPhotographError("It ends before the picture does.")
