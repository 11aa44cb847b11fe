"""Notes and entries by hand: kept once, about whom they are meant, judged at once, and never lost when something is missing."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.entering.entries import KINDS
from alongside.interactions.models import Interaction
from alongside.ledgers.awards.models import Award
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.knowledge.models import Fact
from alongside.ledgers.needs.models import Need, Suggestion
from alongside.ledgers.orders.models import Order
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account
from alongside.pipeline import rebuild
from alongside.sightings.models import Sighting
from alongside.touches.models import Touch
from alongside.vocabulary import InteractionKind, Review, Side
from tests.faces.book import AS_OF, company, few_queries, open_book, person

PART = {"HX-Request": "true"}
WORDS = "Lunch with Joe. I will send him the rail schedule by Friday."


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def writer(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _notes(owner: Any) -> list[Interaction]:
    return list(Interaction.objects.visible_to(owner).filter(body__text=WORDS))


def _about(owner: Any, name: str = "Joe Kowalski") -> str:
    return f"person:{person(owner, name).pk}"


def test_a_note_is_kept_and_what_was_found_in_it_is_offered(writer: Client, owner: Any) -> None:
    answer = writer.post("/notes/", {"about": _about(owner), "text": WORDS, "key": "k1"}, headers=PART)
    page = answer.content.decode()
    assert "Kept, about" in page and "Our promise" in page and 'aria-keyshortcuts="y"' in page
    (kept,) = _notes(owner)
    assert kept.kind == InteractionKind.NOTE
    assert Commitment.objects.visible_to(owner).filter(interaction=kept, side=Side.OURS).exists()


def test_the_same_sending_twice_keeps_one_note(writer: Client, owner: Any) -> None:
    sent = {"about": _about(owner), "text": WORDS, "key": "k1"}
    writer.post("/notes/", sent)
    writer.post("/notes/", sent)
    assert len(_notes(owner)) == 1
    writer.post("/notes/", sent | {"key": "k2"})
    assert len(_notes(owner)) == 2


def test_without_scripts_it_leads_to_the_note(writer: Client, owner: Any) -> None:
    answer = writer.post("/notes/", {"about_name": "joe kowalski", "text": WORDS}, follow=True)
    assert answer.redirect_chain[-1][0] == f"/interactions/{_notes(owner)[0].pk}/"
    assert "Kept, about Joe Kowalski." in answer.content.decode()


def test_a_call_on_an_earlier_day_counts_as_contact_on_that_day(writer: Client, owner: Any) -> None:
    writer.post("/notes/", {"about": _about(owner), "text": WORDS, "kind": "call", "happened_on": "2026-02-27"})
    touch = Touch.objects.visible_to(owner).get(interaction__body__text=WORDS)
    assert (touch.kind, touch.counts, touch.at.date()) == (InteractionKind.CALL, True, date(2026, 2, 27))


def test_a_note_on_an_account_asks_with_whom_and_keeps_the_words(writer: Client, owner: Any) -> None:
    steel = company(owner, "National Steel")
    page = writer.post("/notes/", {"about": f"account:{steel.pk}", "text": WORDS}, headers=PART).content.decode()
    assert "Who was it with?" in page and "rail schedule" in page and "Ann Petrov" in page
    assert not _notes(owner)
    writer.post("/notes/", {"about": f"account:{steel.pk}", "text": WORDS, "person": person(owner, "Ann Petrov").pk})
    assert _notes(owner)[0].participants.get().address.value == "ann@nsteel.example"


def test_an_account_with_one_person_needs_no_asking(writer: Client, owner: Any) -> None:
    writer.post("/notes/", {"about_name": "Plate Works", "text": WORDS})
    assert _notes(owner)[0].participants.get().address.value == "mia@plateworks.example"


@pytest.mark.parametrize("about", ["person:²", "person:" + "9" * 30, "account:x", ":", "person:"])
def test_what_names_nobody_is_asked_for(writer: Client, owner: Any, about: str) -> None:
    assert writer.post("/notes/", {"about": about, "person": about, "text": WORDS}).status_code == 200
    assert not _notes(owner)


@pytest.mark.parametrize("name", ["Somebody Unknown", "", "person:1"])
def test_a_name_that_nobody_bears_is_asked_for_and_the_words_stay(writer: Client, owner: Any, name: str) -> None:
    page = writer.post("/notes/", {"about_name": name, "text": WORDS}).content.decode()
    assert "rail schedule" in page and 'role="alert"' in page
    assert not _notes(owner)


def test_an_empty_note_is_not_kept_and_says_why(writer: Client, owner: Any) -> None:
    page = writer.post("/notes/", {"about": _about(owner), "text": "  "}).content.decode()
    assert "a few words are enough" in page


def test_names_are_offered_while_one_types(writer: Client) -> None:
    page = writer.get("/notes/about?about_name=ko").content.decode()
    assert '<option value="Joe Kowalski, National Steel">' in page


def test_a_note_survives_a_rebuild_with_its_judgements(writer: Client, owner: Any) -> None:
    writer.post("/notes/", {"about": _about(owner), "text": WORDS})
    found = Sighting.objects.visible_to(owner).get(interaction__body__text=WORDS, kind="promise")
    writer.post(f"/interactions/{found.interaction_id}/found/{found.pk}/", {"review": "rejected"})
    rebuild(owner, as_of=AS_OF)
    assert Sighting.objects.visible_to(owner).get(key=found.key).review == Review.REJECTED
    assert not Commitment.objects.visible_to(owner).filter(sighting_key=found.key).exists()


def _enter(client: Client, what: str, about: str, **fields: str) -> str:
    answer = client.post("/notes/enter", {"what": what, "about": about, "key": "e1", **fields}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_request_entered_by_hand_stands_in_the_book_at_once(writer: Client, owner: Any) -> None:
    page = _enter(writer, "request", _about(owner), words="90-day terms", due_on="2026-03-20")
    assert "Kept: a request" in page
    assert Request.objects.visible_to(owner).filter(what="90-day terms").exists()


def test_a_promise_of_theirs_and_one_of_ours_are_told_apart(writer: Client, owner: Any) -> None:
    _enter(writer, "promise", _about(owner), words="The rail slots", side="theirs", due_on="2026-03-20")
    promise = Commitment.objects.visible_to(owner).get(what="The rail slots")
    assert (promise.side, promise.due_on) == (Side.THEIRS, date(2026, 3, 20))


@pytest.mark.parametrize("what", ["complaint", "thanks", "advice"])
def test_what_was_said_and_not_found_can_be_entered(writer: Client, owner: Any, what: str) -> None:
    _enter(writer, what, _about(owner), words="Said on the phone.", happened_on="2026-02-27")
    found = Sighting.objects.visible_to(owner).get(quote="Said on the phone.")
    assert (found.kind, found.review, found.side) == (KINDS[what].sighting, Review.CONFIRMED, Side.THEIRS)


def test_orders_awards_facts_needs_and_suggestions_go_to_their_books(writer: Client, owner: Any) -> None:
    joe, steel = _about(owner), f"account:{company(owner, 'National Steel').pk}"
    _enter(writer, "order", steel, ordered_on="2026-02-01", category="Pellets", quantity="400", unit="t", number="4471")
    _enter(writer, "award", steel, decided_on="2026-01-15", category="Lump ore", outcome="lost", route="open_bid")
    _enter(writer, "fact", joe, topic="hobby", value="ice boats", as_of="2026-02-01", confirmed_by_them="on")
    _enter(writer, "need", joe, kind="explicit", text="Less fines", heard_on="2026-02-01", consequence="8 t a day")
    _enter(writer, "suggestion", steel, text="Screen at the port", made_on="2026-02-10", outcome="open")
    assert Order.objects.visible_to(owner).get().number == "4471"
    assert Award.objects.visible_to(owner).filter(category="Lump ore", outcome="lost").exists()
    fact = Fact.objects.visible_to(owner).get()
    assert fact.person is not None and (fact.person.name, fact.confirmed_by_them) == ("Joe Kowalski", True)
    assert Need.objects.visible_to(owner).get().person == person(owner, "Joe Kowalski")
    suggestion = Suggestion.objects.visible_to(owner).get()
    assert (suggestion.account.name, suggestion.person) == ("National Steel", None)


def test_a_row_for_a_company_known_by_its_domain_makes_no_second_one(writer: Client, owner: Any) -> None:
    zed = company(owner, "Unsorted")
    Account.objects.filter(pk=zed.pk).update(name="Zed & Sons")
    _enter(writer, "order", f"account:{zed.pk}", ordered_on="2026-02-01", category="Gaskets")
    assert Order.objects.visible_to(owner).get().account_id == zed.pk
    assert Account.objects.visible_to(owner).filter(merged_into__isnull=True).count() == 3


def test_what_is_nobodys_business_is_refused_with_the_reason(writer: Client, owner: Any) -> None:
    page = _enter(writer, "fact", _about(owner), topic="Religion", value="x", as_of="2026-02-01")
    assert "Nothing of this kind is kept" in page
    assert not Fact.objects.visible_to(owner).exists()


def test_a_field_that_is_missing_is_named_and_the_rest_stays(writer: Client, owner: Any) -> None:
    page = _enter(writer, "order", f"account:{company(owner, 'National Steel').pk}", category="Pellets", ordered_on="x")
    assert "Enter a valid date" in page and 'value="Pellets"' in page


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"due_on": "2025-01-02"}, "That day had passed when it was said"),
        ({"happened_on": "2026-02-20", "due_on": "2026-02-19"}, "say when it was said"),
        ({"happened_on": "2027-01-01"}, "That day has not come yet"),
    ],
)
def test_a_promise_on_a_day_that_cannot_be_is_asked_about_and_nothing_typed_is_lost(
    writer: Client, owner: Any, days: dict[str, str], says: str
) -> None:
    page = _enter(writer, "promise", _about(owner), words="The rail slots", side="ours", **days)
    assert says in page and "The rail slots" in page and next(iter(days.values())) in page
    assert not Commitment.objects.visible_to(owner).filter(what="The rail slots").exists()


@pytest.mark.parametrize("what", [*KINDS, "nonsense"])
def test_every_kind_has_a_form(writer: Client, owner: Any, what: str) -> None:
    for about in (_about(owner), f"account:{company(owner, 'National Steel').pk}", ""):
        assert writer.get("/notes/enter", {"what": what, "about": about}).status_code == 200


def test_a_stranger_writes_about_nobody_of_the_owners(writer: Client, owner: Any, stranger: Any) -> None:
    joe, steel = _about(owner), f"account:{company(owner, 'National Steel').pk}"
    before = Interaction.objects.visible_to(owner).count()
    writer.force_login(stranger)
    pages = [
        writer.post("/notes/", {"about": joe, "text": WORDS}).content.decode(),
        writer.post("/notes/", {"about": steel, "text": WORDS, "person": joe.partition(":")[2]}).content.decode(),
        writer.post("/notes/", {"about_name": "Joe Kowalski", "text": WORDS}).content.decode(),
        writer.get("/notes/about?about_name=jo").content.decode(),
        _enter(writer, "order", steel, ordered_on="2026-02-01", category="Pellets"),
        _enter(writer, "fact", joe, topic="hobby", value="x", as_of="2026-02-01"),
    ]
    assert not any("nsteel" in page or "National Steel" in page or "Petrov" in page for page in pages)
    assert Interaction.objects.visible_to(owner).count() == before
    assert not Order.objects.exists() and not Fact.objects.exists()


def test_the_form_asks_the_database_seldom(writer: Client, owner: Any) -> None:
    with few_queries():
        writer.get("/notes/enter", {"what": "promise", "about": f"account:{company(owner, 'National Steel').pk}"})
