"""A later table about a known thing: the newer word holds, the older is history, and undoing brings it back (ADR 13)."""

import itertools
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from alongside.intake.holding import Said, rule
from alongside.intake.models import Import
from alongside.interactions.models import ReplacedRow, SourceRecord
from alongside.ledgers.opportunities.models import Opportunity
from alongside.ledgers.orders.models import Order, OrderLine
from alongside.people.models import Account
from alongside.pipeline import import_paths, redo, undo
from tests.state import state_of

AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
AS_OF = date(2026, 1, 5)
ORDERS = "Order number,Account,Order date,Product,Quantity,Value\n"


@pytest.fixture
def bring(owner: User, tmp_path: Path) -> "Bring":
    return Bring(owner, tmp_path)


class Bring:
    """Brings in a table under a name of its own each time, as a fresh export would be."""

    def __init__(self, owner: User, folder: Path) -> None:
        self.owner, self.folder, self.numbers = owner, folder, itertools.count(1)

    def __call__(self, text: str, name: str = "") -> Import:
        path = self.folder / (name or f"orders-{next(self.numbers)}.csv")
        path.write_text(text)
        return import_paths([path], user=self.owner, at=AT, as_of=AS_OF)


def outcomes(run: Import) -> tuple[int, int, int, int]:
    return run.recorded, run.changed, run.known, run.refused


def quantities() -> list[Decimal | None]:
    return sorted(OrderLine.objects.values_list("quantity", flat=True), key=str)


def test_a_corrected_order_line_counts_once_and_the_older_word_is_kept(bring: Bring) -> None:
    bring(ORDERS + "7,National Steel,2025-12-10,Pellets,10,250\n8,National Steel,2025-12-11,Pellets,5,125\n")
    second = bring(ORDERS + "7,National Steel,2025-12-10,Pellets,12,300\n8,National Steel,2025-12-11,Pellets,5,125\n")
    assert outcomes(second) == (0, 1, 1, 0)
    assert quantities() == [Decimal("12.000"), Decimal("5.000")]
    assert Order.objects.get(number="7").value == 300
    assert SourceRecord.objects.count() == 3 and ReplacedRow.objects.count() == 1


def test_the_corrected_quantity_holds_even_where_the_stated_value_stays(bring: Bring) -> None:
    bring(ORDERS + "7,National Steel,2025-12-10,Pellets,10,250\n")
    bring(ORDERS + "7,National Steel,2025-12-10,Pellets,11,250\n")
    assert quantities() == [Decimal("11.000")]


def test_undoing_the_later_table_brings_the_older_word_back_and_redoing_the_newer(bring: Bring) -> None:
    bring(ORDERS + "7,National Steel,2025-12-10,Pellets,10,250\n")
    before = state_of(bring.owner)
    second = bring(ORDERS + "7,National Steel,2025-12-10,Pellets,12,300\n")
    after = state_of(bring.owner)
    undo(second, by=bring.owner, at=AT, as_of=AS_OF)
    assert state_of(bring.owner) == before
    redo(second, as_of=AS_OF)
    assert state_of(bring.owner) == after


def test_undoing_the_earlier_table_leaves_the_newer_word(bring: Bring) -> None:
    first = bring(ORDERS + "7,National Steel,2025-12-10,Pellets,10,250\n")
    bring(ORDERS + "7,National Steel,2025-12-10,Pellets,12,300\n")
    undo(first, by=bring.owner, at=AT, as_of=AS_OF)
    assert quantities() == [Decimal("12.000")] and not ReplacedRow.objects.exists()


def test_the_older_file_again_changes_nothing(bring: Bring) -> None:
    old = ORDERS + "7,National Steel,2025-12-10,Pellets,10,250\n"
    bring(old)
    bring(ORDERS + "7,National Steel,2025-12-10,Pellets,12,300\n")
    again = bring(old)
    assert outcomes(again) == (0, 0, 1, 0)
    assert quantities() == [Decimal("12.000")]


def test_a_new_export_that_says_the_old_value_again_holds(bring: Bring) -> None:
    """The third export is another file: the stage moved back."""
    head = "Opportunity Name,Account Name,Stage,Close Date\n"
    bring(head + "May campaign,National Steel,Proposal,2026-05-01\n", "deals-1.csv")
    bring(head + "May campaign,National Steel,Negotiation,2026-05-01\n", "deals-2.csv")
    third = bring(
        head + "May campaign,National Steel,Proposal,2026-05-01\nJune,National Steel,New,2026-06-01\n", "deals-3.csv"
    )
    assert Opportunity.objects.get(name="May campaign").stage == "Proposal"
    assert outcomes(third) == (1, 1, 0, 0)


def test_two_lines_alike_on_one_order_stay_two(bring: Bring) -> None:
    bring(ORDERS + "7,National Steel,2025-12-10,Pellets,10,250\n7,National Steel,2025-12-10,Pellets,10,250\n")
    assert len(quantities()) == 2
    bring(ORDERS + "7,National Steel,2025-12-10,Pellets,10,250\n7,National Steel,2025-12-10,Pellets,12,300\n")
    assert quantities() == [Decimal("10.000"), Decimal("12.000")]


def test_a_call_off_on_another_day_under_the_same_number_is_another_line(bring: Bring) -> None:
    bring(ORDERS + "F1,National Steel,2025-11-10,Pellets,10,250\n")
    second = bring(ORDERS + "F1,National Steel,2025-12-10,Pellets,10,250\n")
    assert outcomes(second) == (1, 0, 0, 0)
    assert len(quantities()) == 2


def test_lines_that_a_later_table_does_not_name_stay(bring: Bring) -> None:
    bring(ORDERS + "7,National Steel,2025-12-10,Pellets,10,250\n7,National Steel,2025-12-10,Coke,3,90\n")
    bring(ORDERS + "7,National Steel,2025-12-10,Coke,4,120\n")
    assert quantities() == [Decimal("10.000"), Decimal("4.000")]


def test_of_an_account_the_newer_city_holds_and_what_it_does_not_say_stays(bring: Bring) -> None:
    bring("Name,Domain,City,Industry\nNational Steel,nsteel.example,Gary,Steel\n", "accounts-1.csv")
    second = bring("Name,Domain,City\nNational Steel,nsteel.example,Pittsburgh\n", "accounts-2.csv")
    account = Account.objects.get()
    assert (account.city, account.industry) == ("Pittsburgh", "Steel")
    assert outcomes(second) == (0, 1, 0, 0)
    undo(second, by=bring.owner, at=AT, as_of=AS_OF)
    assert Account.objects.get().city == "Gary"


def test_an_opportunity_keeps_the_value_that_a_shorter_export_does_not_name(bring: Bring) -> None:
    bring("Opportunity Name,Account Name,Stage,Amount\nMay,National Steel,Proposal,900\n", "deals-1.csv")
    bring("Opportunity Name,Account Name,Stage\nMay,National Steel,Won\n", "deals-2.csv")
    found = Opportunity.objects.get()
    assert (found.stage, found.value) == ("Won", 900)


def test_rows_of_one_table_never_replace_each_other() -> None:
    rows = [Said("a", frozenset(), {1}), Said("b", frozenset(), {1})]
    assert rule(rows, is_thing=False).replaced == {}


def test_the_newest_table_says_how_many_lines_there_are() -> None:
    rows = [Said("a", frozenset(), {1}), Said("b", frozenset(), {1}), Said("c", frozenset(), {2})]
    assert rule(rows, is_thing=False).replaced == {"a": "c", "b": "c"}
