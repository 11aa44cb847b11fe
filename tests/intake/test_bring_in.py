"""Bringing in files: counted, refused with reasons, known when they come again, and one clean run after a crash."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from alongside.intake.bring_in import bring_in, start_import
from alongside.intake.models import Import
from alongside.interactions.models import Interaction, SourceRecord
from alongside.ledgers.orders.models import Order, OrderLine
from alongside.pipeline import bring_up_to_date, import_paths
from alongside.vocabulary import ImportState
from alongside.worker import take_up_interrupted, work_once
from tests.state import state_of

AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
AS_OF = date(2026, 1, 5)

MAIL = """From: Joe Kowalski <joe@nsteel.example>
To: Olga Owner <olga@example.com>
Date: Mon, 5 Jan 2026 09:0{n}:00 +0000
Message-ID: <m{n}@nsteel.example>
Subject: Cargo {n}

Could you send me the assay certificate for cargo {n} by Friday?
"""

ORDERS = """Order number,Account,Order date,Product,Quantity,Unit price
7,National Steel,2025-12-01,Pellets,10,2.50
7,National Steel,2025-12-01,Pellets,10,2.50
8,National Steel,not a day,Pellets,10,2.50
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for n in range(1, 4):
        (tmp_path / f"{n}.eml").write_text(MAIL.format(n=n))
    (tmp_path / "orders.csv").write_text(ORDERS)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return tmp_path


def run(user: User, *paths: Path) -> Import:
    return import_paths(list(paths), user=user, at=AT, as_of=AS_OF)


def test_a_folder_is_counted_by_kind_and_what_cannot_be_read_is_refused_with_its_reason(
    owner: User, files: Path
) -> None:
    done = run(owner, files)
    assert (done.state, done.recorded, done.known, done.refused) == (ImportState.DONE, 5, 0, 2)
    assert done.by_kind == {"mail": 3, "orders": 2}
    reasons = dict(done.refusals.values_list("where", "reason"))
    assert "picture" in reasons["picture.png"]
    assert any("line 4" in where for where in reasons)


def test_the_same_files_again_change_nothing(owner: User, files: Path) -> None:
    run(owner, files)
    before = state_of(owner)
    again = run(owner, files)
    assert (again.recorded, again.known) == (0, 5)
    assert state_of(owner) == before


def test_a_line_that_stands_twice_on_an_order_is_taken_twice(owner: User, files: Path) -> None:
    run(owner, files / "orders.csv")
    run(owner, files / "orders.csv")
    assert OrderLine.objects.count() == 2
    assert Order.objects.get().value == 50


def test_an_import_that_was_cut_off_ends_as_one_clean_run(owner: User, stranger: User, files: Path) -> None:
    stranger.email = owner.email
    stranger.save()
    run(stranger, files)
    cut = start_import([files], owner=owner, at=AT)
    cut.state = ImportState.RUNNING
    bring_in(cut, at=AT, report=lambda _: None)  # recorded, and then the machine stopped: nothing was derived
    assert Interaction.objects.visible_to(owner).count() == 3
    take_up_interrupted()
    assert work_once(lambda: (AT, AS_OF))
    cut.refresh_from_db()
    assert (cut.state, cut.refused) == (ImportState.DONE, 2)
    assert state_of(owner) == state_of(stranger)


def test_what_derives_can_be_run_again_at_any_time(owner: User, files: Path) -> None:
    run(owner, files)
    before = state_of(owner)
    bring_up_to_date(owner, as_of=AS_OF)
    assert state_of(owner) == before


def test_a_file_that_is_gone_is_said_and_stops_nothing(owner: User, files: Path) -> None:
    done = run(owner, files / "gone.mbox", files / "1.eml")
    assert (done.recorded, done.refused) == (1, 1)
    assert SourceRecord.objects.count() == 0
