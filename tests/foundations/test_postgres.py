"""The same program on PostgreSQL: it makes its tables, finds itself in order, and says how it is backed up."""

import json
from pathlib import Path

import pytest

from tests.conftest import run_alongside, served

pytestmark = pytest.mark.postgres_only


def test_a_new_database_is_made_and_in_order(tmp_path: Path, empty_postgres: str) -> None:
    made = run_alongside(
        tmp_path,
        "user",
        "create",
        "olga",
        "--password-stdin",
        given="ore docks in spring",
        ALONGSIDE_DATABASE_URL=empty_postgres,
    )
    assert made.returncode == 0, made.stderr
    said = run_alongside(tmp_path, "doctor", "--json", ALONGSIDE_DATABASE_URL=empty_postgres)
    checks = {check["name"]: check for check in json.loads(said.stdout)["checks"]}
    assert {check["state"] for check in checks.values()} == {"ok"}
    assert {"PostgreSQL", "migrations", "append-only", "full text"} <= set(checks)
    assert not (tmp_path / "alongside.sqlite3").exists()


def test_a_backup_names_the_command_that_makes_one(tmp_path: Path, empty_postgres: str) -> None:
    said = run_alongside(tmp_path, "backup", str(tmp_path / "copy"), ALONGSIDE_DATABASE_URL=empty_postgres)
    assert said.returncode == 1
    assert "pg_dump --format=custom" in said.stderr and f"--file={tmp_path / 'copy'}" in said.stderr


def test_the_pages_are_served(tmp_path: Path, empty_postgres: str) -> None:
    with served(tmp_path / "data", ALONGSIDE_DATABASE_URL=empty_postgres):
        pass  # it answered


def test_a_database_that_does_not_answer_ends_with_4(tmp_path: Path, empty_postgres: str) -> None:
    elsewhere = empty_postgres.replace("host=/", "host=/nowhere/")
    said = run_alongside(tmp_path, "today", "--json", ALONGSIDE_DATABASE_URL=elsewhere)
    assert said.returncode == 4
    assert json.loads(said.stdout)["error"]
