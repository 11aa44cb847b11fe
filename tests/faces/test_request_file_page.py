"""The file of a request: where it comes from, what looks alike, how its cause is put right; nothing typed is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.pipeline import bring_up_to_date, rebuild
from tests.faces.book import AS_OF, ASKED, JOE, OLGA, few_queries, open_book
from tests.letters import keep, letter


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _asked(owner: Any) -> Request:
    found: Request = Request.objects.visible_to(owner).get(quote=ASKED)
    return found


def _page(client: Client, asked: Request) -> str:
    with few_queries():
        answer = client.get(f"/requests/{asked.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def _write(client: Client, asked: Request, **said: str) -> Any:
    return client.post(f"/requests/{asked.pk}/", said)


def test_it_asks_five_questions_and_says_that_nothing_is_known(reader: Client, owner: Any) -> None:
    page = _page(reader, _asked(owner))
    assert "0 of 5 known" in page and "What happened that they ask for this now?" in page
    assert "nobody has written down where it comes from" in page


def test_an_answer_is_kept_with_who_told_it_and_can_be_taken_back(reader: Client, owner: Any) -> None:
    asked = _asked(owner)
    _write(reader, asked, kind="happened", text="The berth was taken by another vessel.", source="Joe, by phone")
    page = _page(reader, asked)
    assert "1 of 5 known" in page and "The berth was taken" in page and "Joe, by phone" in page
    entry = RequestEntry.objects.get()
    reader.post(f"/requests/{asked.pk}/entries/{entry.pk}/undo")
    assert "The berth was taken" not in _page(reader, asked)


def test_the_steps_of_putting_it_right_lead_on(reader: Client, owner: Any) -> None:
    asked = _asked(owner)
    for kind in ("behind", "happened", "containment", "cause", "fix", "fix_done"):
        _write(reader, asked, kind=kind, text=f"words for {kind}")
    page = _page(reader, asked)
    assert '<li class="is-now" aria-current="step">fix done</li>' in page
    assert "Verified with" in page and "three orders" in page


def test_what_they_say_again_after_the_change_reopens_it(reader: Client, owner: Any) -> None:
    asked = _asked(owner)
    _write(reader, asked, kind="fix_done", text="The statement goes out by itself now.", on="2026-02-15")
    again = letter(JOE, OLGA, "2026-02-28T09:00:00", "Could you send us the statement of facts for the Duluth Star?")
    keep(owner, again)
    bring_up_to_date(owner, as_of=AS_OF)
    page = _page(reader, asked)
    assert '<li class="is-broken" aria-current="step">recurred</li>' in page and "It came back on" in page


def test_an_earlier_one_that_looks_alike_stands_with_how_it_ended(reader: Client, owner: Any) -> None:
    keep(owner, letter(JOE, OLGA, "2026-02-28T09:00:00", "Please send us the statement of facts for the Duluth Star."))
    bring_up_to_date(owner, as_of=AS_OF)
    later = Request.objects.visible_to(owner).get(quote__contains="Duluth")
    assert f'href="/requests/{_asked(owner).pk}/"' in _page(reader, later)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"kind": "cause", "text": ""}, "nothing was kept"),
        ({"kind": "fix", "text": "A second berth.", "due_on": "2020-01-01"}, "That day has passed."),
        ({"kind": "happened", "text": "A vessel.", "on": "2030-01-01"}, "That day is still to come."),
        ({"kind": "happened", "text": "A vessel.", "on": "soon"}, "That is no day."),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    reader: Client, owner: Any, said: dict[str, str], told: str
) -> None:
    answer = _write(reader, _asked(owner), **said)
    page = answer.content.decode()
    assert answer.status_code == 400 and told in page and said["text"] in page
    assert not RequestEntry.objects.exists()


def test_the_next_update_is_kept_and_a_day_in_the_past_is_not(reader: Client, owner: Any) -> None:
    asked = _asked(owner)
    reader.post(f"/requests/{asked.pk}/next-update", {"next_update_on": "2026-03-09"})
    asked.refresh_from_db()
    assert f"{asked.next_update_on}" == "2026-03-09"
    told = reader.post(f"/requests/{asked.pk}/next-update", {"next_update_on": "2026-01-09"}, follow=True)
    assert "That day has passed." in told.content.decode()


def test_the_file_survives_making_everything_anew(reader: Client, owner: Any) -> None:
    _write(reader, _asked(owner), kind="cause", text="One berth for two vessels.")
    rebuild(owner, as_of=AS_OF)
    assert "One berth for two vessels." in _page(reader, _asked(owner))


def test_the_drawer_leads_to_the_file_and_a_stranger_finds_none(reader: Client, owner: Any, stranger: Any) -> None:
    asked = _asked(owner)
    assert f'href="/requests/{asked.pk}/"' in reader.get(f"/why/request/{asked.pk}/").content.decode()
    reader.force_login(stranger)
    assert reader.get(f"/requests/{asked.pk}/").status_code == 404
