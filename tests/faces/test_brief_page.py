"""The brief as a page: every line opens what it rests on, a note from it is about this person, nobody else's is seen."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from tests.faces.book import AS_OF, company, few_queries, open_book, person


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def seen_by_owner(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _page(client: Client, owner: Any) -> str:
    joe = person(owner, "Joe Kowalski").pk
    with few_queries():
        answer = client.get(f"/people/{joe}/brief")
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_was_judged_opens_its_whole_finding_and_a_row_opens_in_the_drawer(
    seen_by_owner: Client, owner: Any
) -> None:
    page, account, joe = _page(seen_by_owner, owner), company(owner, "National Steel"), person(owner, "Joe Kowalski")
    assert f'hx-get="/why/account/{account.pk}/tie/?about=person%3A{joe.pk}"' in page
    assert 'hx-get="/why/request/' in page and 'hx-get="/why/commitment/' in page


def test_the_questions_are_a_list_in_order(seen_by_owner: Client, owner: Any) -> None:
    asked = _page(seen_by_owner, owner).partition('<ol class="brief__questions">')[2].partition("</ol>")[0]
    assert asked.count("<li>") == 3


def test_a_line_begins_with_a_capital(seen_by_owner: Client, owner: Any) -> None:
    lines = _page(seen_by_owner, owner).split('<li class="row brief__line"')[1:]
    said = [line.partition("data-evidence-link>")[2] or line.partition("data-open>")[2] for line in lines]
    assert lines and all(not text[0].islower() for text in said if text)


def test_a_note_from_here_is_about_this_person(seen_by_owner: Client, owner: Any) -> None:
    assert f'value="person:{person(owner, "Joe Kowalski").pk}"' in _page(seen_by_owner, owner)


def test_a_stranger_finds_no_brief(seen_by_owner: Client, owner: Any, stranger: Any) -> None:
    joe = person(owner, "Joe Kowalski").pk
    seen_by_owner.force_login(stranger)
    assert seen_by_owner.get(f"/people/{joe}/brief").status_code == 404
