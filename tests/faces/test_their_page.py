"""What a customer sees is chosen here: published in chosen words, previewed as they see it, taken off at once; addresses end."""

import re
from typing import Any

import pytest
from django.test import Client

from alongside.ledgers.customer_page.models import PageLink, PageWord, Published
from alongside.ledgers.requests.models import Request
from alongside.pipeline import rebuild
from tests.faces.book import AS_OF, company, few_queries, open_book, person


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _address(owner: Any, name: str = "National Steel") -> str:
    return f"/accounts/{company(owner, name).pk}/their-page"


def _asked(owner: Any) -> Request:
    found: Request = Request.objects.visible_to(owner).filter(account=company(owner, "National Steel")).earliest("pk")
    return found


def _publish(client: Client, owner: Any, **said: str) -> Any:
    told = {"kind": "request", "source": _asked(owner).sighting_key, "state": "looking", "publish": "1"}
    return client.post(_address(owner), told | {"words": "The demurrage charge"} | said, follow=True)


def _make(client: Client, owner: Any, **said: str) -> str:
    """Make an address and give its path."""
    joe = str(person(owner, "Joe Kowalski").pk)
    answer = client.post(f"{_address(owner)}/links", {"person": joe, "days": "90"} | said)
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    [found] = re.findall(r'value="http://testserver(/c/[\w-]{43}/)"', answer.content.decode())
    return str(found)


def test_an_empty_page_says_what_will_stand_here(reader: Client, owner: Any) -> None:
    with few_queries():
        page = reader.get(_address(owner)).content.decode()
    assert "They wrote nothing yet." in page and "Nobody yet." in page and "not published" in page


def test_a_request_is_published_in_chosen_words_and_seen_by_whoever_has_the_address(reader: Client, owner: Any) -> None:
    path = _make(reader, owner)
    _publish(reader, owner, since="The port was asked.")
    with few_queries():
        assert "Publish again" in reader.get(_address(owner)).content.decode()
    theirs = Client().get(path).content.decode()
    assert "The demurrage charge" in theirs and "The port was asked." in theirs
    assert _asked(owner).what not in theirs


def test_the_preview_is_what_they_will_see_and_publishes_nothing(reader: Client, owner: Any) -> None:
    path = _make(reader, owner)
    told = {"kind": "request", "source": _asked(owner).sighting_key, "state": "looking", "words": "The charge"}
    drawn = reader.post(_address(owner), told | {"preview": "1"}).content.decode()
    assert not Published.objects.exists() and "disabled" in drawn
    reader.post(_address(owner), told | {"publish": "1"})
    for page in (drawn, reader.get(f"{_address(owner)}/preview").content.decode(), Client().get(path).content.decode()):
        [article] = re.findall(r"<article.*?<form", page, re.S)
        assert re.sub(r"item-\w+", "", article).split() == re.sub(r"item-\w+", "", _article(path)).split()


def _article(path: str) -> str:
    return str(re.findall(r"<article.*?<form", Client().get(path).content.decode(), re.S)[0])


def test_from_the_preview_it_is_published_as_it_was_typed(reader: Client, owner: Any) -> None:
    told = {"kind": "head", "words": 'Us & "you"', "whose": "Olga", "since": "Dear Joe,\nwelcome."}
    drawn = reader.post(_address(owner), told | {"preview": "1"}).content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(kind|words|whose|since)" value="([^"]*)"', drawn))
    assert hidden["words"] == "Us &amp; &quot;you&quot;" and set(hidden) == set(told)


def test_what_is_taken_off_is_gone_at_once(reader: Client, owner: Any) -> None:
    path = _make(reader, owner)
    _publish(reader, owner)
    reader.post(_address(owner), {"kind": "request", "source": _asked(owner).sighting_key, "unpublish": "1"})
    assert "The demurrage charge" not in Client().get(path).content.decode()


def test_words_that_are_missing_are_asked_for_and_what_was_typed_stays(reader: Client, owner: Any) -> None:
    answer = _publish(reader, owner, words=" ", since="Typed already")
    page = answer.content.decode()
    assert answer.status_code == 400 and "nothing was published" in page and "Typed already" in page
    assert not Published.objects.exists()


@pytest.mark.parametrize("said", [{"kind": "nothing"}, {"source": "0" * 64}, {"kind": "step", "source": "x"}])
def test_what_is_not_there_cannot_be_published(reader: Client, owner: Any, said: dict[str, str]) -> None:
    assert _publish(reader, owner, **said).status_code == 404
    assert not Published.objects.exists()


def test_the_address_is_shown_once_and_never_again(reader: Client, owner: Any) -> None:
    path = _make(reader, owner)
    page = reader.get(_address(owner)).content.decode()
    assert path not in page and "never opened" in page and "Joe Kowalski" in page
    Client().get(path)
    assert "last opened" in reader.get(_address(owner)).content.decode()


def test_a_new_address_replaces_the_old_one_and_revoking_ends_it(reader: Client, owner: Any) -> None:
    path = _make(reader, owner)
    answer = reader.post(f"{_address(owner)}/links/{PageLink.objects.get().pk}", {"renew": "1"})
    [renewed] = re.findall(r'value="http://testserver(/c/[\w-]{43}/)"', answer.content.decode())
    assert (Client().get(path).status_code, Client().get(renewed).status_code) == (404, 200)
    reader.post(f"{_address(owner)}/links/{PageLink.objects.latest('pk').pk}", {"revoke": "1"})
    assert Client().get(renewed).status_code == 404
    assert "revoked" in reader.get(_address(owner)).content.decode()


def test_an_address_can_be_for_several_where_their_words_can_come_back(reader: Client, owner: Any) -> None:
    _make(reader, owner, person="")
    link = PageLink.objects.get()
    assert (link.name, link.person_handle) == ("", "their-page@nsteel.example")


@pytest.mark.parametrize("said", [{"days": "4000"}, {"days": "x"}, {"person": "999999"}, {"person": "x"}])
def test_an_address_for_nobody_or_for_ever_is_not_made(reader: Client, owner: Any, said: dict[str, str]) -> None:
    answer = reader.post(f"{_address(owner)}/links", {"person": "", "days": "90"} | said)
    assert answer.status_code == 400 and not PageLink.objects.exists()


def test_an_address_of_another_account_cannot_be_revoked_here(reader: Client, owner: Any) -> None:
    _make(reader, owner)
    answer = reader.post(f"{_address(owner, 'Plate Works')}/links/{PageLink.objects.get().pk}", {"revoke": "1"})
    assert answer.status_code == 404 and PageLink.objects.get().revoked_at is None


def test_what_is_published_survives_making_everything_anew(reader: Client, owner: Any) -> None:
    path = _make(reader, owner)
    _publish(reader, owner)
    rebuild(owner, as_of=AS_OF)
    assert "The demurrage charge" in Client().get(path).content.decode()
    assert "Publish again" in reader.get(_address(owner)).content.decode()


def test_it_says_where_the_page_is_behind_what_happened(reader: Client, owner: Any) -> None:
    _publish(reader, owner, state="received")
    assert "changed since" not in reader.get(_address(owner)).content.decode()
    Request.objects.filter(pk=_asked(owner).pk).update(next_update_on=AS_OF)
    assert "published, and changed since" in reader.get(_address(owner)).content.decode()


def test_a_request_leads_to_its_place_on_their_page(reader: Client, owner: Any) -> None:
    page = reader.get(f"/requests/{_asked(owner).pk}/").content.decode()
    [link] = re.findall(r'href="([^"]*their-page\?[^"]*)"', page)
    assert "<details" in (shown := reader.get(link).content.decode()) and " open>" in shown


def test_a_stranger_finds_nothing(reader: Client, owner: Any, stranger: Any) -> None:
    _make(reader, owner)
    address, link = _address(owner), PageLink.objects.get().pk
    reader.force_login(stranger)
    assert [reader.get(f"{address}{more}").status_code for more in ("", "/preview")] == [404, 404]
    for more in ("", "/seen", "/links", f"/links/{link}"):
        assert reader.post(f"{address}{more}", {"kind": "head", "words": "x", "revoke": "1"}).status_code == 404
    assert not PageWord.objects.exists() and PageLink.objects.get().revoked_at is None
