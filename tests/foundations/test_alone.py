"""One piece of work at a time: a command and the worker never derive the same thing at once, and nothing is left behind."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from alongside.intake.alone import alone
from alongside.intake.bring_in import start_import
from alongside.intake.models import Import
from alongside.vocabulary import ImportState
from alongside.worker import work_once

NOW = datetime(2025, 11, 20, 8, 0, tzinfo=UTC)

MAILBOX = """\
From joe@nationalsteel.example Tue Nov 11 14:02:00 2025
From: Joe Kowalski <joe@nationalsteel.example>
To: Olga Owner <olga@example.com>
Subject: Demurrage
Date: Tue, 11 Nov 2025 14:02:00 -0600
Message-ID: <one@nationalsteel.example>

Where does this charge come from?
"""


def _clock() -> tuple[datetime, date]:
    return NOW, NOW.date()


def _waiting(owner: User, folder: Path, state: ImportState = ImportState.WAITING) -> Import:
    (folder / "mail.mbox").write_text(MAILBOX)
    return start_import([folder / "mail.mbox"], owner=owner, at=NOW, state=state)


def test_only_one_works_at_a_time() -> None:
    with alone() as first, alone(wait=False) as second:
        assert first and not second
    with alone(wait=False) as later:
        assert later


@pytest.mark.django_db
def test_a_waiting_import_is_carried_through(owner: User, tmp_path: Path) -> None:
    run = _waiting(owner, tmp_path)
    assert work_once(_clock)
    run.refresh_from_db()
    assert (run.state, run.refused) == (ImportState.DONE, 0)
    assert run.recorded > 0


@pytest.mark.django_db
def test_the_worker_rests_while_a_command_is_at_work(owner: User, tmp_path: Path) -> None:
    waiting, running = _waiting(owner, tmp_path), _waiting(owner, tmp_path, ImportState.RUNNING)
    with alone():
        assert not work_once(_clock)
    waiting.refresh_from_db()
    running.refresh_from_db()
    assert (waiting.state, running.state) == (ImportState.WAITING, ImportState.RUNNING)


@pytest.mark.django_db
def test_an_import_that_was_cut_off_is_taken_up_again(owner: User, tmp_path: Path) -> None:
    run = _waiting(owner, tmp_path, ImportState.RUNNING)
    assert work_once(_clock)
    run.refresh_from_db()
    assert run.state == ImportState.DONE
