"""A photograph is kept as the picture alone: where, when and with what it was taken stays outside."""

import base64

import pytest

from alongside.interactions.photographs import NoPhotographError, picture_alone

GREY = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/"
    "wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0Kx"
    "wRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5"
    "usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+v//Z"
)
"""One grey point as a JPEG."""

PLACE = b"GPSLatitude 47.5"


def segment(mark: int, content: bytes) -> bytes:
    return bytes([0xFF, mark]) + (len(content) + 2).to_bytes(2) + content


def with_more(*more: bytes, behind: bytes = b"") -> bytes:
    """The same picture with segments that are not needed to draw it, and something behind its end."""
    return GREY[:2] + b"".join(more) + GREY[2:] + behind


@pytest.mark.parametrize("mark", [0xE1, 0xE2, 0xED, 0xEF, 0xFE])
def test_what_a_camera_writes_beside_the_picture_is_left_out(mark: int) -> None:
    assert picture_alone(with_more(segment(mark, b"Exif\0\0" + PLACE))) == GREY


def test_a_film_behind_the_picture_is_left_out() -> None:
    assert picture_alone(with_more(behind=b"....ftypmp42" + PLACE)) == GREY


def test_forty_megabytes_of_it_too() -> None:
    padding = [segment(0xE1, b"\0" * 60_000 + PLACE)] * 670
    assert picture_alone(with_more(*padding)) == GREY


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"<script>",
        GREY[:2],
        GREY[:40],
        GREY[:-2],
        b"\xff\xd8\xff\xd9",
        GREY[:2] + b"\xff\xe1\0\0" + GREY[2:],
        GREY[:2] + b"\xff\xe1\xff\xff",
    ],
)
def test_what_is_no_whole_jpeg_is_refused(content: bytes) -> None:
    with pytest.raises(NoPhotographError):
        picture_alone(content)
