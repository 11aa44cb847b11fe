"""Which journal may SQLite use here, and with which options is it opened?

SQLite 3.7.0 to 3.51.2 can corrupt a database in WAL mode when two processes reset the log at the same moment. So the
journal is chosen by the version of the library at each start; doctor says which and why.
"""

from typing import Any

Version = tuple[int, int, int]

FIXED_IN: Version = (3, 51, 3)
"""The first SQLite without the WAL-reset fault; everything later has the fix. Source: sqlite.org release notes."""

FIXED_IN_OLDER_LINES: dict[tuple[int, int], int] = {(3, 50): 7, (3, 44): 6}
"""Lines that got the fix back: (major, minor) -> first safe patch."""

BUSY_SECONDS = 20
"""How long a writer waits for its turn before it gives up. Unit: seconds."""

CACHE_KIB = 16 * 1024
"""Page cache of a connection. Large enough that a batch of an import does not spill, which would lock readers out in
TRUNCATE mode. Unit: KiB."""

MMAP_BYTES = 64 * 1024 * 1024
"""How much of the file is read through the page cache of the operating system without a copy. What was read so counts as memory
of every process that has the file open, up to this much; with 256 MiB an import could not stay below its 400. Unit: bytes."""


def is_wal_safe(version: Version) -> bool:
    """Tell whether this SQLite may use WAL with several processes without a risk of corruption."""
    major, minor, patch = version
    if version >= FIXED_IN:
        return True
    first_safe = FIXED_IN_OLDER_LINES.get((major, minor))
    return first_safe is not None and patch >= first_safe


def journal_mode(version: Version) -> tuple[str, str]:
    """Choose the journal, `WAL` or `TRUNCATE`, and say why in one sentence."""
    name = ".".join(map(str, version))
    if is_wal_safe(version):
        return "WAL", f"SQLite {name} is free of the WAL-reset fault, so people can read while an import writes."
    return "TRUNCATE", (
        f"SQLite {name} can corrupt a WAL database when two processes reset its log at once "
        "(fixed in 3.51.3, 3.50.7 and 3.44.6), so the slower and safe rollback journal is used."
    )


def options(version: Version) -> dict[str, Any]:
    """Give Django's OPTIONS for a SQLite database.

    IMMEDIATE takes the write lock when a transaction begins: with the default, a transaction that reads first and then
    writes fails at once when somebody else wrote in between. FULL keeps what was acknowledged through a power cut.
    """
    mode, _ = journal_mode(version)
    pragmas = {
        "journal_mode": mode,
        "synchronous": "FULL",
        "foreign_keys": "ON",
        "temp_store": "MEMORY",
        "cache_size": -CACHE_KIB,
        "mmap_size": MMAP_BYTES,
        # Migrations remake a table under another name and rename it. Otherwise SQLite refuses that for the tables which the
        # full-text index reads, since its triggers and view name a table that for a moment is not there.
        "legacy_alter_table": "ON",
    }
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": BUSY_SECONDS,
        "init_command": "".join(f"PRAGMA {name}={value};" for name, value in pragmas.items()),
    }
