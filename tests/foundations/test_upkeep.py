"""A new database is made at once from the models; it must be the one that the migrations make step by step."""

import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from tests.conftest import run_alongside

pytestmark = pytest.mark.sqlite_only


def test_a_database_made_at_once_equals_one_made_by_migrations(tmp_path: Path) -> None:
    made, migrated = tmp_path / "made", tmp_path / "migrated"
    assert run_alongside(made, "user", "list").returncode == 0
    assert run_alongside(migrated, "manage", "migrate", "--verbosity=0").returncode == 0
    assert _schema(made) == _schema(migrated)
    assert _applied(made) == _applied(migrated)


def test_the_tables_stay_when_it_starts_again(tmp_path: Path) -> None:
    first = run_alongside(tmp_path, "user", "create", "olga", "--password-stdin", given="a long enough secret")
    assert first.returncode == 0
    assert "olga" in run_alongside(tmp_path, "user", "list").stdout


def test_an_older_database_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    run_alongside(tmp_path, "manage", "migrate", "--verbosity=0", "alongside", "0001")
    updated = run_alongside(tmp_path, "user", "list")
    assert updated.returncode == 0
    copies = list(tmp_path.glob("alongside-before-*.sqlite3"))
    assert len(copies) == 1 and str(copies[0]) in updated.stderr
    assert len(_applied(tmp_path)) > len(_applied_in(copies[0]))


@pytest.mark.django_db
def test_the_tests_themselves_run_on_migrations() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations WHERE app = 'alongside'")
        assert cursor.fetchone()[0] > 1


def _schema(data: Path) -> dict[str, object]:
    with sqlite3.connect(data / "alongside.sqlite3") as session:
        rows = session.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
        found = rows.fetchall()
        tables = [name for kind, name, _, _ in found if kind == "table"]
        columns = {name: sorted(row[1:] for row in session.execute(f"PRAGMA table_info({name})")) for name in tables}
    others = {(kind, name, table, sql) for kind, name, table, sql in found if kind != "table"}
    checks = {name: sql.count("CHECK") for kind, name, _, sql in found if kind == "table"}
    return {"columns": columns, "indexes and triggers": others, "checks": checks}


def _applied(data: Path) -> set[tuple[str, str]]:
    return _applied_in(data / "alongside.sqlite3")


def _applied_in(file: Path) -> set[tuple[str, str]]:
    with sqlite3.connect(file) as session:
        return set(session.execute("SELECT app, name FROM django_migrations"))
