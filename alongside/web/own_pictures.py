"""Which pictures that came with a mail may stand in its layout?

They are written into the page of the frame itself, so that no attached file is ever served for showing. What they are is seen from
their first bytes, never from what the mail says.
"""

import base64
import json

from alongside.interactions.files import file_path
from alongside.interactions.models import Attachment, Interaction

PICTURE_BYTES_MAX = 2 * 1024 * 1024
"""Largest picture that is shown in place. Unit: bytes; a larger one is a file to download."""

PICTURES_BYTES_MAX = 6 * 1024 * 1024
"""Size of all pictures of one mail together that are shown in place. Unit: bytes."""

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def own_pictures(shown: Interaction) -> dict[str, str]:
    """Return the mail's pictures as data: addresses by the content id under which its HTML names them."""
    named: dict[str, str] = json.loads(shown.headers.get("inline", "{}"))
    kept = Attachment.objects.filter(interaction=shown, sha256__in=named.values(), size_bytes__lte=PICTURE_BYTES_MAX)
    sizes = dict(kept.values_list("sha256", "size_bytes")) if named else {}
    found: dict[str, str] = {}
    left = PICTURES_BYTES_MAX
    for content_id, sha256 in named.items():
        left -= sizes.get(sha256, PICTURES_BYTES_MAX)
        if left >= 0 and (address := _address(sha256)):
            found[content_id] = address
    return found


def _address(sha256: str) -> str:
    path = file_path(sha256)
    content = path.read_bytes() if path.is_file() else b""
    kind = _kind_of(content)
    return f"data:{kind};base64,{base64.b64encode(content).decode()}" if kind else ""


def _kind_of(content: bytes) -> str:
    """Return what kind of picture it is; "" for what is none, and for kinds that can hold more than a picture."""
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), "")
