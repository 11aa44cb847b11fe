"""The run has parts of its own: nothing of the user's is touched, and PostgreSQL is what was asked for."""

import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.parts import is_on_postgres


def test_tests_never_touch_the_users_data() -> None:
    assert Path(settings.DATA).is_relative_to(tempfile.gettempdir())


@pytest.mark.django_db
def test_the_database_is_the_one_that_was_asked_for() -> None:
    assert connection.vendor == ("postgresql" if is_on_postgres() else "sqlite")
    assert connection.settings_dict["NAME"] != str(settings.DATA / "alongside.sqlite3")
