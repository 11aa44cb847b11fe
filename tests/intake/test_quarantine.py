"""What could not be taken: kept whole, looked at safely, tried again by a person's wish, tried by itself three times at most."""

from datetime import UTC, date, datetime
from pathlib import Path
from stat import S_IMODE

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from alongside.intake.models import Import, RefusedItem
from alongside.intake.quarantine import PARKED, RAW_BESIDE_BYTES, TRIES_MAX, keep, let_go, parked, tries_before, whole
from alongside.interactions.models import Interaction
from alongside.pipeline import import_paths, try_refused_again
from alongside.sources.contract import Refused
from alongside.worker import work_once
from tests.intake.test_reading import mail, slow

AT, AS_OF = datetime(2026, 1, 6, 12, tzinfo=UTC), date(2026, 1, 6)

GOOD_NOW = mail("late").encode()
"""A mail that an earlier version of the program could not read, and this one can."""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, settings: object) -> Path:
    settings.QUARANTINE = tmp_path / "quarantine"  # type: ignore[attr-defined]
    return tmp_path / "quarantine"


def refused(owner: User, raw: bytes, where: str = "box.mbox, message 2", **more: object) -> RefusedItem:
    run = Import.objects.create(owner=owner, label="box.mbox", started_at=AT, state="done", refused=1)
    said = {"reason": "It could not be read.", "sha256": keep(raw), "size_bytes": len(raw)} | more
    return RefusedItem.objects.create(owner=owner, brought_by=run, where=where, raw=raw[:RAW_BESIDE_BYTES], **said)


def test_an_import_keeps_what_stops_the_reading_whole_and_the_rest_goes_on(
    owner: User, tmp_path: Path, place: Path
) -> None:
    box = tmp_path / "box.mbox"
    box.write_text(
        "".join(f"From x@x.example Mon Jan  5 09:00:00 2026\n{each}\n" for each in (mail("a"), slow("b"), mail("c")))
    )
    done = import_paths([box], user=owner, at=AT, as_of=AS_OF)
    assert (done.state, done.recorded, done.refused) == ("done", 2, 1)
    item = done.refusals.get()
    assert (item.where, item.stopped, item.tries) == ("box.mbox, message 2", True, 1)
    assert "took longer than 4 seconds" in item.reason
    content = whole(item)
    assert len(content) == item.size_bytes > 24_000_000
    assert content.startswith(b"From: joe@n.example\nTo: me@o.example\nSubject: b")
    (file,) = (each for each in place.rglob("*") if each.is_file())
    assert file.name == item.sha256
    assert (S_IMODE(file.stat().st_mode), S_IMODE(file.parent.stat().st_mode)) == (0o600, 0o700)


def test_tried_again_it_is_taken_into_its_import_and_followed_through(owner: User) -> None:
    item = refused(owner, GOOD_NOW)
    RefusedItem.objects.update(is_to_try=True)
    assert work_once(lambda: (AT, AS_OF))
    assert not RefusedItem.objects.exists()
    run = Import.objects.get(pk=item.brought_by_id)
    assert (run.recorded, run.refused, run.by_kind) == (1, 0, {"mail": 1})
    brought = Interaction.objects.get()
    assert (brought.where, brought.import_id) == ("box.mbox, message 2", run.pk)
    assert brought.placement.thread_id


def test_what_still_cannot_be_taken_stays_with_its_new_reason(owner: User) -> None:
    item = refused(owner, b"no mail at all", where="odd.eml")
    RefusedItem.objects.update(is_to_try=True)
    assert try_refused_again(owner, at=AT, as_of=AS_OF) == (0, 1)
    item.refresh_from_db()
    assert (item.tries, item.is_to_try) == (2, False)
    assert "This is not a mail" in item.reason
    assert Import.objects.get().refused == 1


def test_an_item_that_stopped_the_reading_three_times_is_not_tried_by_itself_any_more(
    owner: User, stranger: User
) -> None:
    raw = GOOD_NOW
    again = Refused("x", "It took too long.", raw, stopped=True)
    assert tries_before(owner, again) == 0
    refused(owner, raw, stopped=True, tries=TRIES_MAX - 1)
    assert tries_before(owner, again) == TRIES_MAX - 1
    assert parked(owner) == {}
    refused(owner, raw, stopped=True, tries=TRIES_MAX)
    assert list(parked(owner)) == [len(raw)]
    assert list(parked(owner)[len(raw)].values()) == [PARKED]
    assert parked(stranger) == {}


def test_an_item_let_go_leaves_nothing_behind(
    owner: User, place: Path, django_capture_on_commit_callbacks: object
) -> None:
    one, same = refused(owner, bytes(RAW_BESIDE_BYTES + 1)), refused(owner, bytes(RAW_BESIDE_BYTES + 1))
    for item, files_left in ((one, 1), (same, 0)):
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            let_go(item)
        assert sum(each.is_file() for each in place.rglob("*")) == files_left
    assert list(Import.objects.values_list("refused", flat=True)) == [0, 0]


# The pages


def test_its_page_shows_it_as_text_and_never_as_what_it_claims_to_be(client: Client, owner: User) -> None:
    item = refused(owner, b"<script>alert(1)</script> of a stranger", where="page.html")
    client.force_login(owner)
    page = client.get(f"/imports/{item.brought_by_id}/refused/{item.pk}/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; of a stranger" in page
    assert "<script>alert" not in page


def test_bytes_that_are_no_text_are_shown_in_rows(client: Client, owner: User) -> None:
    item = refused(owner, b"\x89PNG\r\n\x1a\n" + bytes(range(64)))
    client.force_login(owner)
    page = client.get(f"/imports/{item.brought_by_id}/refused/{item.pk}/").content.decode()
    assert "000000  89 50 4e 47 0d 0a 1a 0a" in page


def test_the_download_bears_our_name_and_can_run_nothing(client: Client, owner: User) -> None:
    item = refused(owner, b"<script>alert(1)</script>", where="../../evil.html")
    client.force_login(owner)
    answer = client.get(f"/imports/{item.brought_by_id}/refused/{item.pk}/raw")
    assert answer.content == b"<script>alert(1)</script>"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="refused-{item.pk}.bin"'
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_the_page_asks_and_the_worker_tries(client: Client, owner: User, stranger: User) -> None:
    item = refused(owner, GOOD_NOW)
    address = f"/imports/{item.brought_by_id}/refused/"
    client.force_login(stranger)
    for end in ("try", f"{item.pk}/try", f"{item.pk}/let-go"):
        assert client.post(address + end).status_code == 404
    assert RefusedItem.objects.filter(is_to_try=False).count() == 1
    client.force_login(owner)
    assert "Try all again" in client.get(f"/imports/{item.brought_by_id}/").content.decode()
    assert "being tried again" in client.post(address + "try", follow=True).content.decode()
    assert work_once(lambda: (AT, AS_OF))
    assert Interaction.objects.visible_to(owner).count() == 1


def test_a_row_of_a_table_is_mended_and_not_tried(client: Client, owner: User, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("Order number,Account,Order date\n7,N-Steel,never\n8,N-Steel,2025-12-01\n")
    done = import_paths([tmp_path / "orders.csv"], user=owner, at=AT, as_of=AS_OF)
    item = done.refusals.get()
    client.force_login(owner)
    assert "Try again" not in client.get(f"/imports/{done.pk}/refused/{item.pk}/").content.decode()
    client.post(f"/imports/{done.pk}/refused/{item.pk}/try")
    assert not RefusedItem.objects.filter(is_to_try=True).exists()


def test_the_place_of_the_quarantine_is_beside_the_database() -> None:
    from alongside.config import settings as stated

    assert stated.QUARANTINE.parent == settings.DATA
