"""The search page: companies, people and words in their sentences, page after page, and nobody else's."""

from typing import Any

import pytest
from django.test import Client

from alongside.pipeline import bring_up_to_date
from alongside.search.read import OPERATORS
from tests.faces.book import AS_OF, JOE, OLGA, company, few_queries, mail, open_book, person
from tests.letters import keep, letter


@pytest.fixture
def seeker(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _page(client: Client, query: str = "", **headers: str) -> str:
    answer = client.get(f"/search/{query}", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def _found(client: Client, query: str) -> str:
    return _page(client, query).partition('id="found"')[2].partition("</main>")[0]


def test_an_empty_search_says_what_can_be_found(seeker: Client) -> None:
    assert "every word of mails" in _found(seeker, "")


def test_a_name_finds_the_company_and_its_people_by_link(seeker: Client, owner: Any) -> None:
    found = _found(seeker, "?q=national")
    assert f'href="/accounts/{company(owner, "National Steel").pk}/"' in found
    assert f'href="/people/{person(owner, "Joe Kowalski").pk}/"' in _found(seeker, "?q=kowal")


def test_a_word_is_marked_in_its_sentence(seeker: Client, owner: Any) -> None:
    found = _found(seeker, "?q=calumet")
    assert "statement of facts for the <mark>Calumet</mark> Star?" in found
    assert f'href="/interactions/{mail(owner, "Demurrage").pk}/"' in found


def test_a_word_of_the_subject_is_marked_there(seeker: Client) -> None:
    assert "<mark>Demurrage</mark>" in _found(seeker, "?q=demurr")


def test_nothing_found_says_so_and_what_to_try(seeker: Client) -> None:
    assert "Nothing holds these words" in _found(seeker, "?q=zeppelin")


@pytest.mark.parametrize(
    "words", ['"', "*", "a AND OR NOT", "NEAR(", "'; drop table x", "%", "_", "\u0000", "😀", "(" * 300]
)
def test_whatever_is_typed_is_looked_for_and_never_an_error(seeker: Client, words: str) -> None:
    assert seeker.get("/search/", {"q": words}).status_code == 200


def test_older_hits_follow_without_a_gap_or_a_double(seeker: Client, owner: Any) -> None:
    moments = [f"2025-03-{1 + n % 28:02}T{n // 28:02}:00:00" for n in range(70)]
    keep(owner, *(letter(JOE, OLGA, at, f"The matter of {at}.", subject=f"M{at}") for at in moments))
    seen: list[str] = []
    address = "?q=matter"
    while address:
        page = _page(seeker, address)
        seen += [part.partition("<")[0] for part in page.split("data-open>M")[1:]]
        address = page.partition('id="older"')[2].partition('href="/search/')[2].partition('"')[0].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) == 70


def test_words_of_a_mail_never_become_elements(seeker: Client, owner: Any) -> None:
    keep(
        owner, letter(JOE, OLGA, "2026-02-27T09:00:00", "<img src=x onerror=alert(1)> gasket", subject="<b>gasket</b>")
    )
    found = _found(seeker, "?q=gasket")
    assert "<img" not in found and "<b>" not in found and "<mark>gasket</mark>" in found


def test_a_stranger_finds_none_of_the_owners_words(seeker: Client, stranger: Any) -> None:
    seeker.force_login(stranger)
    for words in ("calumet", "kowalski", "national", "demurrage", "nsteel"):
        found = _found(seeker, f"?q={words}")
        assert "Nothing holds these words" in found and "Joe" not in found and "Steel" not in found


def test_the_page_asks_the_database_seldom(seeker: Client, owner: Any) -> None:
    keep(owner, *(letter(JOE, OLGA, f"2025-03-{1 + n:02}T09:00:00", f"Steel {n}.") for n in range(28)))
    bring_up_to_date(owner, as_of=AS_OF)
    with few_queries():
        _page(seeker, "?q=steel")


def test_a_part_of_the_page_is_the_same_part(seeker: Client) -> None:
    assert "<html" not in _page(seeker, "?q=steel", **{"HX-Request": "true"})


def test_it_says_what_was_understood_and_how_much_holds_it(seeker: Client) -> None:
    found = _found(seeker, "?q=from:kowalsky+demurrage")
    assert "Everything from Joe Kowalski with “demurrage”: 2." in found
    assert "Showing Kowalski: nobody is called “kowalsky”." in found


def test_each_narrowing_is_a_chip_that_takes_it_out(seeker: Client) -> None:
    found = _found(seeker, "?q=from:kowalski+before:2027+demurrage")
    assert 'href="/search/?q=before%3A2027+demurrage"' in found and "Take out: from kowalski" in found
    assert 'href="/search/?q=from%3Akowalski+demurrage"' in found


def test_the_order_can_be_changed_and_stays_with_the_page(seeker: Client) -> None:
    assert 'href="/search/?q=demurrage&amp;order=best"' in _found(seeker, "?q=demurrage")
    best = _page(seeker, "?q=demurrage&order=best")
    assert 'href="/search/?q=demurrage"' in best and 'name="order" value="best"' in best
    assert "in the subject" in best


def test_names_are_offered_while_an_operator_is_typed(seeker: Client) -> None:
    assert 'href="/search/?q=cargo+from%3A%22Joe+Kowalski%22+"' in _found(seeker, "?q=cargo+from:kow")
    assert "search__offers" in _found(seeker, "?q=account:nat")
    assert "search__offers" not in _found(seeker, "?q=from:kow+cargo")


def test_what_could_not_be_understood_is_said(seeker: Client) -> None:
    assert "“colour:” is not something that can be asked for" in _found(seeker, "?q=colour:blue")


def test_a_narrow_search_without_hits_says_to_widen_it(seeker: Client) -> None:
    assert "Take out one of what narrows the search" in _found(seeker, "?q=from:kowalski+gaskets")


def test_the_page_of_help_lists_every_operator(seeker: Client) -> None:
    page = seeker.get("/help/search/").content.decode()
    assert all(f"<code>{name}:</code>" in page for name in OPERATORS)


@pytest.mark.parametrize(
    "query", ["steel", "from:kowalski+steel", "steel+rail&order=best", "kowalsky", "account:national+-late"]
)
def test_no_search_asks_the_database_often(seeker: Client, query: str) -> None:
    with few_queries():
        _page(seeker, f"?q={query}")
