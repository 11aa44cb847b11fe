"""Conceding a request: it brings something home or says why not, a large one has somebody's word, and Today asks after what was agreed."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.ledgers.exchanges.models import Exchange
from alongside.ledgers.requests.models import Request
from alongside.pipeline import judge_all, rebuild
from alongside.today.models import TodayItem
from tests.faces.book import AS_OF, ASKED, company, few_queries, open_book

GIVEN = {"what": "the statement of facts with every cargo", "value": "400", "currency": "USD"}
BACK = {"got": "the laydays a week earlier", "whose": "Joe", "due_on": "2026-03-09", "got_value": "900"}


@pytest.fixture
def reader(client: Client, owner: Any) -> Iterator[Client]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        open_book(owner)
        client.force_login(owner)
        yield client


def _asked(owner: Any) -> Request:
    found: Request = Request.objects.visible_to(owner).get(quote=ASKED)
    return found


def _page(client: Client, path: str) -> str:
    with few_queries():
        answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def _concede(client: Client, owner: Any, **said: str) -> Any:
    return client.post(f"/requests/{_asked(owner).pk}/concede", GIVEN | said)


def test_the_form_begins_with_what_they_asked(reader: Client, owner: Any) -> None:
    page = _page(reader, f"/requests/{_asked(owner).pk}/concede")
    assert ASKED in page and f'value="{_asked(owner).what}"' in page
    assert "Needed from 10,000 on: an adviser or a manager." in page


def test_the_request_then_shows_what_was_conceded_and_what_stands_against_it(reader: Client, owner: Any) -> None:
    assert _concede(reader, owner, **BACK).status_code == 302
    page = _page(reader, f"/requests/{_asked(owner).pk}/")
    assert "The statement of facts with every cargo" in page and "400 USD" in page
    assert "the laydays a week earlier, from Joe" in page and "it has not come yet" in page


def test_it_comes_by_a_word_on_the_page_of_the_request(reader: Client, owner: Any) -> None:
    _concede(reader, owner, **BACK)
    asked, back = _asked(owner), Exchange.objects.get(side="get")
    address = f"/accounts/{asked.account_id}/gives-and-gets/{back.pk}"
    answer = reader.post(address, {"request": str(asked.pk)})
    assert answer.headers["Location"] == f"/requests/{asked.pk}/#ways"
    assert "<b>it came</b>" in _page(reader, f"/requests/{asked.pk}/")


def test_a_reason_stands_where_nothing_comes_in_return(reader: Client, owner: Any) -> None:
    _concede(reader, owner, reason="We had promised it before my time.")
    assert "Nothing in return: We had promised it before my time." in _page(reader, f"/requests/{_asked(owner).pk}/")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "A concession brings something home"),
        (BACK | {"due_on": "2026-02-01"}, "due before the concession is given"),
        (BACK | {"whose": ""}, "Who brings it?"),
        (BACK | {"value": "12000"}, "Name the adviser or manager who allows it"),
    ],
)
def test_what_cannot_be_kept_is_told_and_nothing_typed_is_lost(
    reader: Client, owner: Any, said: dict[str, str], told: str
) -> None:
    answer = _concede(reader, owner, **said)
    page = answer.content.decode()
    assert answer.status_code == 400 and told in page
    assert all(value in page for value in (GIVEN | said).values() if value)
    assert not Exchange.objects.exists()


def test_a_large_one_keeps_whose_word_allowed_it_and_when(reader: Client, owner: Any) -> None:
    _concede(reader, owner, **BACK, value="12000", approved_by="Karen Holm", approved_on="2026-02-27")
    given = Exchange.objects.get(side="give")
    assert (given.approved_by, f"{given.approved_on}") == ("Karen Holm", "2026-02-27")
    assert "Allowed by Karen Holm" in _page(reader, f"/requests/{_asked(owner).pk}/")


def test_what_is_overdue_comes_up_on_today_and_goes_when_it_came(reader: Client, owner: Any) -> None:
    _concede(reader, owner, **BACK)
    with time_machine.travel("2026-03-16 09:00", tick=False):
        judge_all(owner, as_of=AS_OF.replace(day=16))
        page = _page(reader, "/?all=1")
        assert "Ask Joe how far it is" in page
        assert f'href="/accounts/{_asked(owner).account_id}/gives-and-gets"' in page
        back = Exchange.objects.get(side="get")
        reader.post(f"/accounts/{_asked(owner).account_id}/gives-and-gets/{back.pk}")
        assert not TodayItem.objects.visible_to(owner).filter(play="return_overdue").exists()


def test_it_outlives_making_everything_anew(reader: Client, owner: Any) -> None:
    _concede(reader, owner, **BACK)
    rebuild(owner, as_of=AS_OF)
    assert "The statement of facts with every cargo" in _page(reader, f"/requests/{_asked(owner).pk}/")


# The limit of the house


def _settle(client: Client, **said: str) -> Any:
    return client.post("/settings/concession-limit", said, follow=True)


def test_the_limit_is_settled_once_for_everybody(reader: Client, owner: Any, stranger: Any) -> None:
    assert "from 500 EUR on" in _settle(reader, amount="500", currency="eur").content.decode()
    page = _concede(reader, owner, **BACK, value="600", currency="EUR").content.decode()
    assert "From 500 EUR on, somebody else&#x27;s word is needed." in page
    reader.force_login(stranger)
    assert "from 500 EUR on" in _page(reader, "/settings/") and "Olga Owner" in _page(reader, "/settings/")


def test_another_currency_is_not_converted_and_needs_a_word(reader: Client, owner: Any) -> None:
    _settle(reader, amount="500", currency="EUR")
    page = _concede(reader, owner, **BACK).content.decode()
    assert "Our limit is 500 EUR, and 400 USD cannot be compared with it" in page


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"amount": "", "currency": "EUR"}, "Write the value from which"),
        ({"amount": "much", "currency": "EUR"}, "That is no amount."),
        ({"amount": "-5", "currency": "EUR"}, "A value is nought or more."),
        ({"amount": "500", "currency": ""}, "In which currency?"),
    ],
)
def test_a_limit_that_is_none_is_told(reader: Client, said: dict[str, str], told: str) -> None:
    answer = _settle(reader, **said)
    assert answer.status_code == 400 and told in answer.content.decode()


def test_the_page_of_gives_and_gets_adds_up_in_the_currency_of_the_account(reader: Client, owner: Any) -> None:
    address = f"/accounts/{company(owner, 'National Steel').pk}/gives-and-gets"
    _concede(reader, owner, **BACK)
    _concede(reader, owner, **BACK, what="a rush order", currency="EUR", value="70")
    page = _page(reader, address)
    assert "“a rush order” is 70 EUR: another currency, and not counted." in page or "“the statement" in page
    assert "other currencies are named, not converted" in page
