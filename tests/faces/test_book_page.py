"""The book: who stands where, how it moved, and over which months every line runs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.standings.models import LevelMonth, Standing
from alongside.vocabulary import RelationshipLevel
from alongside.web.pictures.history import PITCH, axis, history
from alongside.web.rows.book import book_rows
from tests.faces.book import AS_OF, company, few_queries, open_book

VENDOR, PREFERRED, PARTNER = RelationshipLevel.VENDOR, RelationshipLevel.PREFERRED_VENDOR, RelationshipLevel.PARTNER


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def seen_by_owner(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _page(client: Client, query: str = "") -> str:
    with few_queries():
        answer = client.get(f"/book/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def _stands(owner: Any, name: str, now: RelationshipLevel, **months: RelationshipLevel) -> None:
    """Let an account stand at `now`, and stood at these levels at the end of these months: dec=..., jan=..., feb=...."""
    account = company(owner, name)
    Standing.objects.filter(account=account).update(level=now, level_rung=now.rung, category="Pellets")
    LevelMonth.objects.filter(account=account).delete()
    ends = {"dec": date(2025, 12, 31), "jan": date(2026, 1, 31), "feb": date(2026, 2, 28)}
    for month, level in months.items():
        LevelMonth.objects.create(owner=owner, account=account, month_end=ends[month], category="Pellets", level=level)


def test_the_highest_level_stands_first_and_each_account_says_why(seen_by_owner: Client, owner: Any) -> None:
    _stands(owner, "Plate Works", PARTNER)
    page = _page(seen_by_owner)
    assert page.index("Plate Works") < page.index("National Steel")
    for row in book_rows(owner, as_of=AS_OF, most=10):
        assert row.reason and row.reason in page


def test_a_move_is_told_with_its_month_and_a_former_one_is_not_late(seen_by_owner: Client, owner: Any) -> None:
    _stands(owner, "National Steel", PREFERRED, dec=VENDOR, jan=PREFERRED, feb=PREFERRED)
    _stands(owner, "Plate Works", VENDOR, dec=PREFERRED, jan=PREFERRED, feb=PREFERRED)
    rows = {row.name: row for row in book_rows(owner, as_of=AS_OF, most=10)}
    assert rows["National Steel"].moved == "up from vendor in January 2026"
    assert rows["Plate Works"].moved == "down from preferred vendor in March 2026" and rows["Plate Works"].went_down
    page = _page(seen_by_owner)
    assert "One account moved up and one down lately." in page
    assert "Plate Works" not in _page(seen_by_owner, "?show=risk")


def test_every_line_runs_over_the_same_months() -> None:
    months = axis(until=date(2026, 3, 2), months=4)
    assert months.labels == ("", "2026", "", "")
    short = history([(date(2026, 2, 28), VENDOR), (date(2026, 3, 2), VENDOR)], axis=months)
    (step,) = short.steps
    assert step.top.startswith(f"M{2 * PITCH} ") and step.top.endswith(f"h{2 * PITCH}")
    assert short.width == 4 * PITCH


def test_a_stranger_sees_an_empty_book_and_what_will_stand_there(seen_by_owner: Client, stranger: Any) -> None:
    seen_by_owner.force_login(stranger)
    page = _page(seen_by_owner)
    assert "will stand here" in page and "National Steel" not in page
