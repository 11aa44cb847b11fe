"""The command line as a person and a script meet it: the real program on a data directory of its own."""

import json
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Running, run_alongside

PASSWORD = "a long enough secret"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def _with_olga(data: Path) -> None:
    made = run_alongside(data, "user", "create", "olga", "--password-stdin", given=PASSWORD)
    assert made.returncode == 0, made.stderr


def test_help_names_every_command_without_touching_the_disk(data: Path) -> None:
    said = run_alongside(data, "--help")
    assert said.returncode == 0
    for command in ("serve", "doctor", "backup", "user"):
        assert f"  {command} " in said.stdout
    assert "manage" not in said.stdout
    assert not data.exists()


def test_a_command_that_does_not_exist_ends_with_2(data: Path) -> None:
    assert run_alongside(data, "frobnicate").returncode == 2


def test_doctor_finds_a_fresh_installation_in_order(data: Path) -> None:
    said = run_alongside(data, "doctor", "--json")
    assert said.returncode == 0
    document = json.loads(said.stdout)
    assert document["ok"] is True
    assert {check["state"] for check in document["checks"]} == {"ok"}


def test_doctor_says_which_journal_is_used_and_why(data: Path) -> None:
    _with_olga(data)
    said = run_alongside(data, "doctor")
    assert said.returncode == 0
    line = next(line for line in said.stdout.splitlines() if "SQLite: journal" in line)
    wanted = "WAL" if "is free of" in line else "TRUNCATE"
    assert f"journal {wanted}" in line and sqlite3.sqlite_version in line
    assert "the database refuses changes to 6 tables" in said.stdout


def test_doctor_warns_of_a_key_that_others_can_read(data: Path) -> None:
    _with_olga(data)
    (data / "secret-key").chmod(0o644)
    said = run_alongside(data, "doctor")
    assert said.returncode == 0
    assert f"warn  secret key: {data}/secret-key can be read by others (mode 644): chmod 600" in said.stdout


def test_doctor_fails_when_the_guards_of_the_ledger_are_gone(data: Path) -> None:
    _with_olga(data)
    with sqlite3.connect(data / "alongside.sqlite3") as session:
        session.execute("DROP TRIGGER interaction_no_update")
        session.execute("DROP TRIGGER interaction_no_delete")
    said = run_alongside(data, "doctor")
    assert said.returncode == 1
    assert "FAIL  append-only: the database does not guard interaction" in said.stdout


def test_everything_it_writes_is_for_its_owner_only(data: Path) -> None:
    _with_olga(data)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [data, *data.rglob("*")]}
    assert {name: mode for name, mode in modes.items() if mode & 0o077} == {}


def test_a_wrong_setting_is_named_and_ends_with_4(data: Path) -> None:
    said = run_alongside(data, "doctor", "--json", ALONGSIDE_TIME_ZONE="Prague")
    assert said.returncode == 4
    assert "ALONGSIDE_TIME_ZONE" in json.loads(said.stdout)["error"]
    assert "ALONGSIDE_TIME_ZONE" in said.stderr


def test_a_user_is_made_and_listed(data: Path) -> None:
    made = run_alongside(
        data, "user", "create", "olga", "--full-name", "Olga Owner", "--password-stdin", "--json", given=PASSWORD
    )
    assert json.loads(made.stdout) == {"user": "olga"}
    listed = json.loads(run_alongside(data, "user", "list", "--json").stdout)
    assert listed == {"users": [{"user": "olga", "name": "Olga Owner", "address": "", "can_sign_in": True}]}


def test_a_password_that_everybody_uses_is_refused_with_the_reason(data: Path) -> None:
    refused = run_alongside(data, "user", "create", "olga", "--password-stdin", given="password123")
    assert refused.returncode == 1
    assert "too common" in refused.stderr


def test_a_user_that_is_not_there_ends_with_3(data: Path) -> None:
    assert run_alongside(data, "user", "password", "nobody", "--password-stdin", given=PASSWORD).returncode == 3


def test_a_backup_is_a_whole_and_private_database(data: Path, tmp_path: Path) -> None:
    _with_olga(data)
    (data / "attachments" / "ab").mkdir(parents=True)
    (data / "attachments" / "ab" / "abcdef").write_bytes(b"a drawing")
    target = tmp_path / "copies" / "monday.sqlite3"
    target.parent.mkdir()
    made = json.loads(run_alongside(data, "backup", str(target), "--json").stdout)
    assert made["database"] == str(target)
    assert made["attached_files"] == 1
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with sqlite3.connect(target) as copy:
        assert copy.execute("SELECT username FROM auth_user").fetchall() == [("olga",)]
    assert sorted(path.name for path in target.parent.iterdir()) == ["monday.sqlite3", "monday.sqlite3.attachments.tar"]


def test_a_backup_never_writes_over_a_file(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("dear Joe")
    refused = run_alongside(data, "backup", str(target))
    assert refused.returncode == 1
    assert "exists already" in refused.stderr
    assert target.read_text() == "dear Joe"


def test_a_newer_database_is_refused_and_left_as_it_is(data: Path) -> None:
    _with_olga(data)
    file = data / "alongside.sqlite3"
    with sqlite3.connect(file) as session:
        session.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('alongside', '9999_later', '2030-01-01')"
        )
    before = file.read_bytes()
    refused = run_alongside(data, "user", "list")
    assert refused.returncode == 4
    assert "newer Alongside" in refused.stderr and "9999_later" in refused.stderr
    assert file.read_bytes() == before


def test_a_port_that_is_taken_is_said_with_the_way_out(data: Path, running: Callable[..., Running]) -> None:
    server = running()
    port = server.address.rpartition(":")[2]
    refused = run_alongside(data, "serve", "--port", port)
    assert refused.returncode == 1
    assert "--port" in refused.stderr
