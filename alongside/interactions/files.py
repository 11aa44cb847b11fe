"""Contents on disk: each once, named by its hash, in a folder nobody serves from."""

import hashlib
import os
from pathlib import Path

from django.conf import settings


def keep_file(content: bytes, folder: Path | None = None) -> str:
    """Write the content under its SHA-256 and return that; a content already there is not written again."""
    name = hash_of(content)
    path = file_path(name, folder)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        half = path.with_suffix(f".{os.getpid()}.part")
        half.write_bytes(content)
        half.chmod(0o600)
        half.replace(path)
    return name


def hash_of(content: bytes) -> str:
    """Return the SHA-256 by which a content is kept."""
    return hashlib.sha256(content).hexdigest()


def file_path(sha256: str, folder: Path | None = None) -> Path:
    """Name the place of a content, by default an attachment's. The hash is ours, so no stated name ever reaches the disk."""
    return (folder or Path(settings.ATTACHMENTS)) / sha256[:2] / sha256
