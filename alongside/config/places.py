"""Where does an installation keep its things, and who may read them? The owner of the process and nobody else.

It does not decide what is kept there.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.crypto import get_random_string

DIRECTORY_MODE = 0o700
"""Only the owner may list or enter the data directory: it holds people's mail."""

SECRET_KEY_MODE = 0o600
"""Only the owner may read the key that signs sessions."""

SECRET_KEY_FILE = "secret-key"
KEY_LENGTH = 64
"""Letters and digits of a new key, about 380 bits. Unit: characters."""

SHORTEST_KEY = 40
"""A key below this is damaged or made by hand. Unit: characters."""


def private_directory(path: Path) -> Path:
    """Make the directory, for its owner only, and give it back. Raises ImproperlyConfigured when that is refused.

    A directory that exists keeps its mode; doctor says when it is wider than it should be.
    """
    try:
        path.mkdir(mode=DIRECTORY_MODE, parents=True, exist_ok=True)
    except OSError as refusal:
        raise ImproperlyConfigured(
            f"The directory {path} cannot be made ({refusal.strerror}). "
            "Set ALONGSIDE_DATA to a directory that you may write to."
        ) from refusal
    return path


def secret_key(data: Path) -> str:
    """Read the installation's secret key; make one at the first start.

    Two processes may start at once: the first to create the file wins and the other reads it.
    """
    path = data / SECRET_KEY_FILE
    try:
        return _made_key(path)
    except FileExistsError:
        return _kept_key(path)
    except OSError as refusal:
        raise ImproperlyConfigured(
            f"The secret key cannot be written to {path} ({refusal.strerror}). "
            "Set ALONGSIDE_DATA to a directory that you may write to."
        ) from refusal


def _made_key(path: Path) -> str:
    if path.exists():
        raise FileExistsError(path)
    key = get_random_string(KEY_LENGTH)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, SECRET_KEY_MODE), "w") as file:
        file.write(key)
    try:
        os.link(draft, path)  # fails when another process was first, and never shows a half-written file
    finally:
        draft.unlink()
    return key


def _kept_key(path: Path) -> str:
    try:
        key = path.read_text().strip()
    except OSError as refusal:
        raise ImproperlyConfigured(
            f"The secret key {path} cannot be read ({refusal.strerror}). It belongs to whoever started Alongside "
            "first: start it as that user, or give the file to yours."
        ) from refusal
    if len(key) < SHORTEST_KEY:
        raise ImproperlyConfigured(
            f"The secret key {path} is damaged. Delete the file: a new one is made, and everybody signs in again."
        )
    return key
