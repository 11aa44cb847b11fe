"""Who is who: how a question is put, what an answer comes to, and that it can be taken back where it was given."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.people.models import Doubt, Person
from alongside.pipeline import bring_up_to_date
from tests.faces.book import AS_OF, OLGA, few_queries, open_book
from tests.letters import keep, letter

OTHER_JOE = "Joe Kowalski <j.kowalski@nsteel.example>"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def seen_by_owner(client: Client, owner: Any) -> Client:
    """A second address of the same name writes from the same company; his next letter is dated ahead."""
    keep(
        owner,
        letter(OTHER_JOE, OLGA, "2026-02-24T10:00:00", "Please use this address.", subject="New address"),
        letter(OTHER_JOE, OLGA, "2026-05-01T10:00:00", "From a clock that runs ahead.", subject="Later"),
    )
    open_book(owner)
    client.force_login(owner)
    return client


def _doubt(owner: Any) -> Doubt:
    found: Doubt = Doubt.objects.visible_to(owner).get(subject="j.kowalski@nsteel.example")
    return found


def _page(client: Client) -> str:
    with few_queries():
        return client.get("/doubts/").content.decode()


def _living(owner: Any) -> int:
    return int(Person.objects.visible_to(owner).filter(name="Joe Kowalski", merged_into__isnull=True).count())


def test_the_question_names_the_people_and_the_sides_their_addresses(seen_by_owner: Client) -> None:
    page = _page(seen_by_owner)
    assert "Are these two Joe Kowalski one person?" in page
    assert "j.kowalski@nsteel.example" in page and "joe@nsteel.example" in page


def test_the_last_contact_lies_behind_us(seen_by_owner: Client) -> None:
    page = _page(seen_by_owner)
    assert "2026-02-24" in page and "2026-05-01" not in page


@pytest.mark.parametrize(("word", "living", "said"), [("yes", 1, "one person from now on"), ("no", 2, "kept apart")])
def test_an_answer_is_settled_in_its_place_and_can_be_taken_back_there(
    seen_by_owner: Client, owner: Any, word: str, living: int, said: str
) -> None:
    address = f"/doubts/{_doubt(owner).pk}/settle"
    settled = seen_by_owner.post(address, {"verdict": word}, headers=HTMX).content.decode()
    assert said in settled and 'aria-keyshortcuts="u"' in settled
    assert _living(owner) == living
    asked = seen_by_owner.post(address, {"verdict": "undo"}, headers=HTMX).content.decode()
    assert 'aria-keyshortcuts="y"' in asked and _living(owner) == 2


def test_without_a_script_the_answer_leads_back_to_the_page(seen_by_owner: Client, owner: Any) -> None:
    answer = seen_by_owner.post(f"/doubts/{_doubt(owner).pk}/settle", {"verdict": "no"}, follow=True)
    page = answer.content.decode()
    assert "Kept." in page and "Answered" in page


def test_a_question_that_is_gone_says_so_in_its_place(seen_by_owner: Client, owner: Any) -> None:
    doubt = _doubt(owner)
    Doubt.objects.filter(pk=doubt.pk).delete()
    answer = seen_by_owner.post(f"/doubts/{doubt.pk}/settle", {"verdict": "yes"}, headers=HTMX)
    assert "Another answer has settled this one too" in answer.content.decode()


def test_a_stranger_sees_no_question_and_answers_none(seen_by_owner: Client, owner: Any, stranger: Any) -> None:
    doubt = _doubt(owner)
    seen_by_owner.force_login(stranger)
    assert "Joe Kowalski" not in _page(seen_by_owner)
    assert seen_by_owner.post(f"/doubts/{doubt.pk}/settle", {"verdict": "yes"}).status_code == 404
    bring_up_to_date(owner, as_of=AS_OF)
    assert not _doubt(owner).verdict
