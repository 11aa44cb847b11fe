"""How is an installation copied safely while it is in use? The database by SQLite itself, attached files beside it.

A plain copy of a live database file is no backup: what is in its journal is missing.
"""

import os
import sqlite3
import tarfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

PRIVATE_MODE = 0o600
"""Only the owner may read a copy: it holds people's mail."""


class BackupError(Exception):
    """No backup was made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What was written and how large it is. `attachments` is None when there are no attached files."""

    database: Path
    database_bytes: int
    attachments: Path | None
    attachments_bytes: int
    attached_files: int


def back_up(target: Path) -> Backup:
    """Write a checked copy of the database to `target`, and the attached files to `target`.attachments.tar.

    Raises BackupError when a file stands there already, when the copy is not sound, or on PostgreSQL.
    """
    if connection.vendor != "sqlite":
        raise BackupError(f"This database is PostgreSQL, which copies itself best: {pg_dump_command(target)}")
    bundle = target.with_name(f"{target.name}.attachments.tar")
    for path in (target, bundle):
        if path.exists():
            raise BackupError(f"{path} exists already, and a backup never writes over another. Choose another name.")
    copy_sqlite(target)
    files = _bundle(bundle)
    return Backup(
        database=target,
        database_bytes=target.stat().st_size,
        attachments=bundle if files else None,
        attachments_bytes=bundle.stat().st_size if files else 0,
        attached_files=files,
    )


def pg_dump_command(target: Path) -> str:
    """Give the command that backs this PostgreSQL database up; the password is left to ~/.pgpass or PGPASSWORD."""
    known = connection.settings_dict
    options = {"--host": known["HOST"], "--port": known["PORT"], "--username": known["USER"]}
    words = [f"{name}={value}" for name, value in options.items() if value]
    return " ".join(["pg_dump", "--format=custom", f"--file={target}", *words, str(known["NAME"])])


def copy_sqlite(target: Path) -> None:
    """Copy the SQLite database while others go on writing, check the copy, and only then give it its name."""
    draft = target.with_name(f"{target.name}.part")
    draft.unlink(missing_ok=True)
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_MODE))
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(draft)])
        _check(draft)
        draft.rename(target)
    except OSError as refusal:
        raise BackupError(f"{target} cannot be written ({refusal.strerror}).") from refusal
    finally:
        draft.unlink(missing_ok=True)


def _check(copy: Path) -> None:
    session = sqlite3.connect(copy)
    try:
        said = session.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        session.close()
    if said != "ok":
        raise BackupError(f"The copy is not sound ({said}), so it was not kept. Run `alongside doctor`.")


def _bundle(target: Path) -> int:
    folders: tuple[Path, ...] = (settings.ATTACHMENTS, settings.QUARANTINE)
    files = sorted(path for folder in folders if folder.is_dir() for path in folder.rglob("*") if path.is_file())
    if not files:
        return 0
    with (
        os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_MODE), "wb") as output,
        tarfile.open(fileobj=output, mode="w") as bundle,
    ):
        for path in files:
            bundle.add(path, arcname=path.relative_to(settings.DATA))
    return len(files)
