"""Which SQLite may use WAL: only one that is free of the WAL-reset fault."""

import pytest

from alongside.config.sqlite import is_wal_safe, journal_mode, options

SAFE = [(3, 44, 6), (3, 44, 7), (3, 50, 7), (3, 51, 3), (3, 52, 0), (3, 54, 1), (4, 0, 0)]
FAULTY = [(3, 7, 0), (3, 40, 1), (3, 43, 9), (3, 44, 5), (3, 45, 6), (3, 46, 1), (3, 49, 9), (3, 50, 6), (3, 51, 2)]


@pytest.mark.parametrize("version", SAFE)
def test_a_fixed_sqlite_uses_wal(version: tuple[int, int, int]) -> None:
    assert is_wal_safe(version)
    assert journal_mode(version)[0] == "WAL"


@pytest.mark.parametrize("version", FAULTY)
def test_a_faulty_sqlite_uses_the_rollback_journal(version: tuple[int, int, int]) -> None:
    assert not is_wal_safe(version)
    assert journal_mode(version)[0] == "TRUNCATE"


def test_the_choice_names_the_version_and_what_is_fixed() -> None:
    _, why = journal_mode((3, 40, 1))
    assert "3.40.1" in why and "3.51.3" in why


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 3)])
def test_every_sqlite_takes_the_write_lock_first_and_survives_a_power_cut(version: tuple[int, int, int]) -> None:
    chosen = options(version)
    assert chosen["transaction_mode"] == "IMMEDIATE"
    assert "PRAGMA synchronous=FULL;" in chosen["init_command"]
    assert "PRAGMA foreign_keys=ON;" in chosen["init_command"]
    assert f"PRAGMA journal_mode={journal_mode(version)[0]};" in chosen["init_command"]
