"""Which database does this installation use? SQLite in the data directory, or what ALONGSIDE_DATABASE_URL names."""

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from alongside.config import sqlite
from alongside.config.environment import SettingError

VARIABLE = "ALONGSIDE_DATABASE_URL"
SQLITE_FILE = "alongside.sqlite3"
POSTGRES_SCHEMES = ("postgres", "postgresql")
FORMS = (
    "Write postgres://user:password@host/database, or postgres:///database?host=/var/run/postgresql for a socket, "
    "or sqlite:///absolute/path.sqlite3."
)


def database(url: str, *, data: Path) -> dict[str, Any]:
    """Give Django's description of the database that the URL names; without a URL the SQLite file in `data`.

    Raises SettingError for a URL of another kind; the error never repeats the password.
    """
    if not url:
        return _sqlite(data / SQLITE_FILE)
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(_file(parts))
    if parts.scheme in POSTGRES_SCHEMES:
        return _postgres(parts)
    raise SettingError(VARIABLE, f"{parts.scheme or 'no'!r} is not a kind of database that Alongside knows. {FORMS}")


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,  # each thread that makes pages keeps its connection
        "OPTIONS": sqlite.options(sqlite3.sqlite_version_info[:3]),
    }


def _file(parts: SplitResult) -> Path:
    path = Path("/", unquote(parts.path).lstrip("/"))  # three slashes or four: both are written for an absolute path
    if parts.netloc or path == Path("/"):
        raise SettingError(VARIABLE, f"the path of the SQLite file is missing or not absolute. {FORMS}")
    return path


def _postgres(parts: SplitResult) -> dict[str, Any]:
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise SettingError(VARIABLE, f"the name of the database is missing. {FORMS}")
    try:
        port = parts.port
    except ValueError:
        raise SettingError(VARIABLE, f"the port is not a number. {FORMS}") from None
    asked = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or "") or asked.pop("user", ""),
        "PASSWORD": unquote(parts.password or "") or asked.pop("password", ""),
        "HOST": asked.pop("host", "") or parts.hostname or "",
        "PORT": str(port or asked.pop("port", "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": asked,
    }
