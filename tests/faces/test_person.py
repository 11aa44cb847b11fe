"""The page of a person: who they are and what showed it, how close we are, what is open, what we know, what happened."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.people.identify import identify
from alongside.pipeline import bring_up_to_date
from tests.faces.book import AS_OF, JOE, OLGA, SIGNED, company, few_queries, mail, open_book, person
from tests.letters import keep, letter, row

PROMOTED = "\n\nJoe Kowalski\nChief Executive Officer\nNational Steel\n+1 412 555 0142"


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _page(client: Client, owner: Any, query: str = "") -> str:
    with time_machine.travel(f"{AS_OF} 09:00", tick=False):
        answer = client.get(f"/people/{person(owner, 'Joe Kowalski').pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_says_who_somebody_is_and_how_to_reach_them(reader: Client, owner: Any) -> None:
    page = _page(reader, owner)
    for words in ("Joe Kowalski", "VP Raw Materials", "National Steel", "joe@nsteel.example", "+1 412-555-0142"):
        assert words in page


def test_a_new_title_stands_with_the_mail_that_showed_it_and_the_old_one_below(reader: Client, owner: Any) -> None:
    keep(owner, letter(JOE, OLGA, "2026-02-27T09:00:00", "Good news." + PROMOTED, subject="News"))
    bring_up_to_date(owner, as_of=AS_OF)
    page = _page(reader, owner)
    assert page.index("Chief Executive Officer") < page.index("VP Raw Materials")
    assert f'href="/interactions/{mail(owner, "News").pk}/">signed so' in page
    assert f'href="/interactions/{mail(owner, "Demurrage").pk}/">signed so' in page


def test_where_to_visit_and_what_stands_on_the_web_is_read_from_the_signature(reader: Client, owner: Any) -> None:
    signed = SIGNED + "\n1 Mill Road\nGary, IN 46402\nwww.nsteel.example"
    keep(owner, letter(JOE, OLGA, "2026-02-27T09:00:00", "Good news." + signed, subject="News"))
    bring_up_to_date(owner, as_of=AS_OF)
    page = _page(reader, owner)
    assert "1 Mill Road, Gary, IN 46402" in page and "<dd>www.nsteel.example</dd>" in page
    assert f'href="/interactions/{mail(owner, "News").pk}/">signed so' in page


def test_the_tie_is_drawn_with_its_sentence_and_evidence(reader: Client, owner: Any) -> None:
    page = _page(reader, owner)
    assert 'class="tie"' in page and "Tie: Joe Kowalski" in page
    assert f"/why/account/{company(owner, 'National Steel').pk}/tie/?about=person%3A" in page


def test_what_is_open_with_this_person_stands_there_and_nothing_of_others(reader: Client, owner: Any) -> None:
    page = _page(reader, owner).partition("Open between you")[2].partition("What we know")[0]
    assert "statement of facts" in page and "Joe Kowalski asked" in page
    assert "400 t" not in page


def test_what_we_know_shows_the_newest_word_on_each_topic(reader: Client, owner: Any) -> None:
    told = {"account": "National Steel", "person": "joe@nsteel.example", "topic": "hobby", "confirmed_by_them": "yes"}
    keep(
        owner,
        row("facts", value="sailing", as_of="2024-05-01", **told),
        row("facts", value="ice boats", as_of="2026-01-05", **told),
    )
    bring_up_to_date(owner, as_of=AS_OF)
    page = _page(reader, owner)
    assert "ice boats" in page and "told by them" in page and "sailing" not in page


def test_the_role_is_guessed_until_somebody_says_it(reader: Client, owner: Any) -> None:
    joe = person(owner, "Joe Kowalski")
    assert "guessed from the title" in _page(reader, owner)
    reader.post(f"/people/{joe.pk}/role", {"role": ["user", "executive_sponsor"]})
    assert "said by you or your tables" in _page(reader, owner)
    assert person(owner, "Joe Kowalski").roles == ["user", "executive_sponsor"]
    assert identify(owner, on=AS_OF).persons.rows[joe.pk].roles == ["user", "executive_sponsor"]


def test_a_said_role_can_be_left_to_the_title_again(reader: Client, owner: Any) -> None:
    joe = person(owner, "Joe Kowalski")
    reader.post(f"/people/{joe.pk}/role", {"role": ["user"]})
    answer = reader.post(f"/people/{joe.pk}/role", {"role": ["user"], "guess": "1"}, headers={"HX-Request": "true"})
    assert "guessed from the title" in answer.content.decode()
    assert person(owner, "Joe Kowalski").roles == []


def test_a_role_that_does_not_exist_changes_nothing(reader: Client, owner: Any) -> None:
    joe = person(owner, "Joe Kowalski")
    assert reader.post(f"/people/{joe.pk}/role", {"role": ["king", "' OR 1=1"]}).status_code == 302
    assert person(owner, "Joe Kowalski").roles == []


def test_the_timeline_is_narrowed_and_paged(reader: Client, owner: Any) -> None:
    joe = person(owner, "Joe Kowalski")
    days = [f"2025-{1 + n // 25:02}-{1 + n % 25:02}" for n in range(60)]
    keep(owner, *(letter(JOE, OLGA, f"{on}T09:00:00", subject=f"Matter {on}") for on in days))
    bring_up_to_date(owner, as_of=AS_OF)
    part = {"HX-Request": "true"}
    meetings = reader.get(f"/people/{joe.pk}/timeline?kind=meeting", headers=part).content.decode()
    assert "Plant visit" in meetings and "Matter" not in meetings
    seen, address = 0, f"/people/{joe.pk}/timeline?kind=mail"
    while address:
        page = reader.get(address, headers=part).content.decode()
        seen += page.count(">Matter ")
        address = page.partition('id="older"')[2].partition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert seen == 60


def test_a_page_asks_the_database_seldom(reader: Client, owner: Any) -> None:
    joe = person(owner, "Joe Kowalski")
    with few_queries(), time_machine.travel(f"{AS_OF} 09:00", tick=False):
        assert reader.get(f"/people/{joe.pk}/").status_code == 200


def test_a_stranger_finds_nobody_and_says_nothing_about_them(reader: Client, owner: Any, stranger: Any) -> None:
    joe = person(owner, "Joe Kowalski")
    reader.force_login(stranger)
    assert reader.get(f"/people/{joe.pk}/").status_code == 404
    assert reader.get(f"/people/{joe.pk}/timeline").status_code == 404
    assert reader.post(f"/people/{joe.pk}/role", {"role": "user"}).status_code == 404
    assert person(owner, "Joe Kowalski").roles == []
