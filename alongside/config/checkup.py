"""Is this installation in order? Each check says what it saw, and what to do when something is wrong.

It changes nothing.
"""

import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db import Error, connection

from alongside.config.places import DIRECTORY_MODE, SECRET_KEY_FILE, SECRET_KEY_MODE
from alongside.config.sqlite import journal_mode
from alongside.config.upkeep import NewerDatabaseError, is_new, pending

SCARCE_BYTES = 1024**3
"""Free room on the disk below which an import of some years of mail may not fit. Unit: bytes."""

EMPTY_BYTES = 50 * 1024**2
"""Free room on the disk below which writing will soon fail. Unit: bytes."""

OLDEST_POSTGRES = 14
"""The oldest PostgreSQL that Django 5.2 works with. Unit: major version."""

APPEND_ONLY = ("address", "attachment", "interaction", "interactionbody", "participant", "sourcerecord")
"""The tables whose rows the database itself must refuse to change."""


class State(StrEnum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, and what to say of it."""

    name: str
    state: State
    say: str


def check_up() -> Iterator[Check]:
    """Look at everything, the database only when it answers."""
    yield _python()
    yield _mode("data directory", settings.DATA, DIRECTORY_MODE)
    yield _mode("secret key", settings.DATA / SECRET_KEY_FILE, SECRET_KEY_MODE)
    yield _disk()
    answer = _database()
    yield answer
    if answer.state is State.FAIL:
        return
    if is_new():
        yield Check("tables", State.OK, "none yet: the first start makes them")
        return
    yield from _inside()


def _inside() -> Iterator[Check]:
    yield _migrations()
    yield from _sqlite() if connection.vendor == "sqlite" else _postgres()
    yield _append_only()


def _python() -> Check:
    return Check("Python", State.OK, f"{sys.version.split()[0]}, {sys.executable}")


def _mode(name: str, path: Path, widest: int) -> Check:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & ~widest:
        return Check(name, State.WARN, f"{path} can be read by others (mode {mode:o}): chmod {widest:o} {path}")
    return Check(name, State.OK, f"{path}, mode {mode:o}")


def _disk() -> Check:
    free = shutil.disk_usage(settings.DATA).free
    say = f"{free / 1024**3:.1f} GiB free where the data lies"
    if free < EMPTY_BYTES:
        return Check("disk", State.FAIL, f"{say}: writing will fail soon. Make room.")
    if free < SCARCE_BYTES:
        return Check("disk", State.WARN, f"{say}: make room before a large import.")
    return Check("disk", State.OK, say)


def _database() -> Check:
    known = connection.settings_dict
    where = known["NAME"] if connection.vendor == "sqlite" else f"{known['NAME']} at {known['HOST'] or 'this machine'}"
    try:
        connection.ensure_connection()
    except Error as refusal:
        return Check("database", State.FAIL, f"{where} does not answer: {str(refusal).strip()}")
    return Check("database", State.OK, f"{connection.display_name}, {where}")


def _migrations() -> Check:
    try:
        missing = pending()
    except (Error, NewerDatabaseError) as refusal:
        return Check("migrations", State.FAIL, str(refusal))
    if missing:
        say = f"{len(missing)} to run, the last is {missing[-1]}: `alongside serve` runs them."
        return Check("migrations", State.WARN, say)
    return Check("migrations", State.OK, "all applied")


def _sqlite() -> Iterator[Check]:
    wanted, why = journal_mode(sqlite3.sqlite_version_info[:3])
    in_use = str(_value("PRAGMA journal_mode")).upper()
    if in_use in {wanted, "MEMORY"}:
        yield Check("SQLite", State.OK, f"journal {in_use}. {why}")
    else:
        yield Check("SQLite", State.FAIL, f"journal {in_use} in use, {wanted} wanted. {why}")
    sound = str(_value("PRAGMA quick_check"))
    say = "the file is sound" if sound == "ok" else f"the file is damaged: {sound}. Restore the latest backup."
    yield Check("integrity", State.OK if sound == "ok" else State.FAIL, say)
    has_index = bool(_value("SELECT count(*) FROM pragma_compile_options WHERE compile_options = 'ENABLE_FTS5'"))
    say = "FTS5 is there" if has_index else "this SQLite has no FTS5: use another build of Python."
    yield Check("full text", State.OK if has_index else State.FAIL, say)


def _postgres() -> Iterator[Check]:
    version = str(_value("SHOW server_version"))
    is_old = int(version.split(".")[0]) < OLDEST_POSTGRES
    say = f"{version} is too old: {OLDEST_POSTGRES} or newer is needed." if is_old else version
    yield Check("PostgreSQL", State.FAIL if is_old else State.OK, say)
    yield Check("full text", State.OK, "PostgreSQL's own")


def _append_only() -> Check:
    triggers = (
        "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT DISTINCT event_object_table FROM information_schema.triggers"
    )
    with connection.cursor() as cursor:
        cursor.execute(triggers)
        guarded = {row[0] for row in cursor.fetchall()}
    bare = [name for name in APPEND_ONLY if f"alongside_{name}" not in guarded]
    if bare:
        return Check("append-only", State.FAIL, f"the database does not guard {', '.join(bare)}: restore a backup.")
    return Check("append-only", State.OK, f"the database refuses changes to {len(APPEND_ONLY)} tables")


def _value(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
    return row[0] if row else None
