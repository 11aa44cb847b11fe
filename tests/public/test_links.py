"""An address that opens nothing is refused alike, whatever it once was and wherever it is tried, from the moment it is revoked."""

import string
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.ledgers.customer_page.links import ForWhom, digest_of, find_link, make_link, renew, revoke
from alongside.ledgers.customer_page.models import PageLink, PageWord
from alongside.public import guesses
from alongside.public.urls import urlpatterns
from alongside.vocabulary import LinkPurpose
from tests.public.house import House

ROUTES = {"page": "", "calendar": "plan.ics", "words": "words"}
"""Every address of the public side. One that is not listed here fails the first test."""

METHODS = ("get", "head", "post", "put", "patch", "delete", "options", "trace")
ALL_REFUSED = "refused"
"""The route that takes whatever is none of these."""


def test_every_public_address_is_listed() -> None:
    assert {each.name for each in urlpatterns} == {*ROUTES, ALL_REFUSED}
    assert urlpatterns[-1].name == ALL_REFUSED


def _dead(house: House) -> dict[str, str]:
    """Give an address in each state in which it opens nothing."""
    now, owner = timezone.now(), house.owner
    whom = ForWhom(house.account.anchor, "joe@nsteel.example", "Joe")

    def made(days: int = 90) -> tuple[PageLink, str]:
        return make_link(owner, whom, days=days, by=owner, at=now)

    rotated, used = made()
    renew(rotated, days=90, by=owner, at=now)
    expired, ended = made()
    PageLink.objects.filter(pk=expired.pk).update(expires_at=now)
    revoked, gone = made()
    revoke(revoked, at=now)
    other, elsewhere = made()
    PageLink.objects.filter(pk=other.pk).update(digest=sha256(f"sign_in\x1f{elsewhere}".encode()).hexdigest())
    live = house.token
    swapped = "".join(c.swapcase() for c in live)
    return {
        "never": "A" * 43,
        "used and replaced": used,
        "expired": ended,
        "revoked": gone,
        "other purpose": elsewhere,
        "empty": "",
        "null byte": "%00",
        "null byte behind": f"{live}%00",
        "space": "%20",
        "space behind": f"{live}%20",
        "space before": f"%20{live}",
        "line end behind": f"{live}%0A",
        "case": swapped,
        "lower case": live.lower() if live.lower() != live else live.upper(),
        "truncated": live[:-1],
        "too long": live + "A",
        "far too long": live + "A" * 5_000,
        "unicode": "%E2%80%AE%F0%9F%98%80",
        "no unicode": "%FF%FE",
        "digest instead": house.link.digest,
        "a number": str(house.link.pk),
        "dots": "..",
        "escaped slash": f"%2F{live}",
    }


def _answer(method: str, path: str) -> tuple[Any, ...]:
    """Ask, and give all that an answer tells: status, headers, body, and how often the database was asked."""
    with CaptureQueriesContext(connection) as asked:
        answer = getattr(Client(), method)(path)
    return answer.status_code, sorted(answer.headers.items()), answer.content, len(asked)


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
def test_whatever_opens_nothing_is_refused_alike_on_every_address(
    house: House, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guesses, "MOST_A_MINUTE", 10_000)
    seen = {
        (state, route): _answer(method, f"/c/{token}/{more}")
        for state, token in _dead(house).items()
        for route, more in ROUTES.items()
    }
    refusal = _answer(method, "/c/nothing-like-it/")
    assert refusal[0] == 404 and refusal[3] == 1
    assert {key: answer[:1] + answer[3:] for key, answer in seen.items() if answer != refusal} == {}
    assert not PageWord.objects.exists()


@pytest.mark.django_db
def test_what_is_no_address_at_all_is_refused_the_same(house: House) -> None:
    refusal = _answer("get", "/c/nothing/")
    paths = (
        "/c",
        "/c/",
        "/c//",
        "/c/a/b/c",
        f"/c/{house.token}/admin",
        f"/c/{house.token}//",
        f"/c/{house.token}/plan.csv",
    )
    assert {path: _answer("get", path)[0] for path in paths if _answer("get", path) != refusal} == {}


@pytest.mark.django_db
def test_the_address_that_opens_the_page_opens_all_of_it(house: House) -> None:
    told = {"kind": "comment", "text": "Hello", "once": "x"}
    assert Client().get(house.address).status_code == 200
    assert Client().get(house.address.rstrip("/")).status_code == 200
    assert Client().get(f"{house.address}plan.ics").status_code == 200
    assert Client().post(f"{house.address}words", told).status_code == 303
    assert Client().put(house.address).status_code == 405


@pytest.mark.django_db
def test_from_the_moment_it_is_revoked_nothing_of_it_answers(house: House) -> None:
    """The very next request, a file and a form among them: nothing is kept of an address anywhere."""
    client = Client()
    assert client.get(f"{house.address}plan.ics").status_code == 200
    revoke(house.link, at=timezone.now())
    for more in ROUTES.values():
        assert client.get(f"{house.address}{more}").status_code == 404
    assert client.post(f"{house.address}words", {"kind": "comment", "text": "x"}).status_code == 404


@pytest.mark.django_db
def test_an_address_ends_by_itself(house: House) -> None:
    at = house.link.expires_at
    assert find_link(house.token, at=at - timedelta(seconds=1)) is not None
    assert find_link(house.token, at=at) is None


@pytest.mark.django_db
def test_with_whom_it_belongs_to_it_ends(house: House) -> None:
    house.owner.is_active = False
    house.owner.save()
    assert Client().get(house.address).status_code == 404


@pytest.mark.django_db
def test_of_an_address_only_a_digest_is_kept(house: House) -> None:
    assert len(house.token) == 43 and set(house.token) <= set(string.ascii_letters + string.digits + "-_")
    kept = repr(list(PageLink.objects.values_list()))
    assert house.token not in kept and house.token[:20] not in kept
    assert house.link.digest == digest_of(house.token, LinkPurpose.CUSTOMER_PAGE)


@pytest.mark.django_db
@pytest.mark.parametrize("digest", ["", " ", "0" * 63])
def test_the_database_itself_keeps_no_address_without_a_whole_digest(house: House, digest: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PageLink.objects.update(digest=digest)


@pytest.mark.django_db
def test_who_tries_addresses_is_told_to_stop_and_locks_nobody_out(house: House) -> None:
    answers = [Client().get(f"/c/guess-{n}/").status_code for n in range(guesses.MOST_A_MINUTE + 5)]
    assert answers == [404] * guesses.MOST_A_MINUTE + [429] * 5
    assert Client().get(house.address).status_code == 200
    guesses.forget()
    assert Client().get("/c/guess/").status_code == 404
