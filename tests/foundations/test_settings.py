"""Settings come from the environment; a wrong one is refused by name, with what would do."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from alongside.config import environment
from alongside.config.database import database
from alongside.config.environment import SettingError
from alongside.config.places import private_directory, secret_key
from alongside.config.zone import display_zone

ROOT = Path(__file__).resolve().parents[2]


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_secret_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    data = private_directory(tmp_path / "new" / "data")
    key = secret_key(data)
    assert secret_key(data) == key
    assert len(key) >= 50
    assert _mode(data) == 0o700
    assert _mode(data / "secret-key") == 0o600
    assert [path.name for path in data.iterdir()] == ["secret-key"]


def test_a_damaged_secret_key_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("short")
    with pytest.raises(ImproperlyConfigured, match="Delete the file"):
        secret_key(tmp_path)


def test_a_data_directory_that_cannot_be_made_names_the_variable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ImproperlyConfigured, match="ALONGSIDE_DATA"):
        private_directory(tmp_path / "file" / "data")


def test_a_file_in_place_of_the_data_directory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "file"))
    with pytest.raises(SettingError, match=r"ALONGSIDE_DATA: .*is a file"):
        environment.directory("ALONGSIDE_DATA", tmp_path)


@pytest.mark.parametrize(("word", "meaning"), [("1", True), ("yes", True), ("ON", True), ("0", False), ("", False)])
def test_a_switch_is_yes_or_no(word: str, meaning: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_DEBUG", word)
    assert environment.is_on("ALONGSIDE_DEBUG") is meaning


def test_a_switch_that_is_neither_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_DEBUG", "perhaps")
    with pytest.raises(SettingError, match="ALONGSIDE_DEBUG: 'perhaps' is neither yes nor no"):
        environment.is_on("ALONGSIDE_DEBUG")


def test_hosts_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_ALLOWED_HOSTS", "crm.example.com, 10.0.0.7 ,")
    assert environment.words("ALONGSIDE_ALLOWED_HOSTS") == ["crm.example.com", "10.0.0.7"]


def test_without_a_url_the_database_is_a_file_in_the_data_directory(tmp_path: Path) -> None:
    chosen = database("", data=tmp_path)
    assert chosen["ENGINE"].endswith("sqlite3")
    assert chosen["NAME"] == str(tmp_path / "alongside.sqlite3")


def test_a_postgres_url_with_a_host(tmp_path: Path) -> None:
    chosen = database("postgres://ann:p%40ss@db.example.com:5433/crm?sslmode=require", data=tmp_path)
    assert (chosen["USER"], chosen["PASSWORD"]) == ("ann", "p@ss")
    assert (chosen["HOST"], chosen["PORT"], chosen["NAME"]) == ("db.example.com", "5433", "crm")
    assert chosen["OPTIONS"] == {"sslmode": "require"}


def test_a_postgres_url_with_a_socket(tmp_path: Path) -> None:
    chosen = database("postgresql:///crm?host=/var/run/postgresql", data=tmp_path)
    assert (chosen["HOST"], chosen["NAME"], chosen["OPTIONS"]) == ("/var/run/postgresql", "crm", {})


@pytest.mark.parametrize("url", ["sqlite:///srv/alongside.sqlite3", "sqlite:////srv/alongside.sqlite3"])
def test_a_sqlite_url_names_a_file(url: str, tmp_path: Path) -> None:
    assert database(url, data=tmp_path)["NAME"] == "/srv/alongside.sqlite3"


@pytest.mark.parametrize(
    "url",
    [
        "mysql://ann:secret@host/crm",
        "postgres://ann:secret@host/",
        "postgres://ann:secret@host:port/crm",
        "sqlite://relative.sqlite3",
        "crm",
    ],
)
def test_another_database_url_is_refused_without_repeating_the_password(url: str, tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="ALONGSIDE_DATABASE_URL") as refusal:
        database(url, data=tmp_path)
    assert "postgres://user:password@host/database" in str(refusal.value)
    assert "secret" not in str(refusal.value)


def test_times_are_shown_in_the_zone_that_was_asked_for() -> None:
    assert display_zone("Europe/Prague") == "Europe/Prague"


@pytest.mark.parametrize("name", ["Prague", "../../etc/passwd", "Europe/"])
def test_a_zone_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(SettingError, match="ALONGSIDE_TIME_ZONE"):
        display_zone(name)


def test_without_a_wish_the_zone_is_the_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", ":America/Toronto")
    assert display_zone("") == "America/Toronto"


def test_with_https_cookies_are_sent_over_https_only(tmp_path: Path) -> None:
    said = _settings(
        tmp_path, "SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_NAME", ALONGSIDE_HTTPS="1"
    )
    assert said.startswith("(True, True, '__Host-alongside-")


def test_without_https_cookies_work_on_this_machine(tmp_path: Path) -> None:
    assert _settings(tmp_path, "SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.DEBUG") == "(False, False, False)"


def _settings(data: Path, names: str, **variables: str) -> str:
    said = subprocess.run(
        [sys.executable, "-c", f"from alongside.config import settings as s; print((s.{names}))"],
        env=os.environ | {"ALONGSIDE_DATA": str(data)} | variables,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return said.stdout.strip()
