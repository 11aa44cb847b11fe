"""For whom do notes wait on a device, and under which key?"""

from base64 import b64encode
from datetime import datetime
from hashlib import sha256
from secrets import token_bytes
from typing import Any

from alongside.devices.models import DeviceKey

KEY_BYTES = 32
"""Of AES-256. Unit: bytes."""


def bearer(user: Any) -> str:
    """Name a user towards their devices: the same for as long as the user exists, and saying nothing of who it is."""
    return sha256(f"device\x1f{user.pk}\x1f{user.date_joined.isoformat()}".encode()).hexdigest()[:32]


def key_of(user: Any, *, at: datetime) -> str:
    """Return the user's key, and make it at the first time of asking."""
    made = {"key": b64encode(token_bytes(KEY_BYTES)).decode(), "made_at": at}
    row, _ = DeviceKey.objects.get_or_create(owner=user, defaults=made)
    return str(row.key)
