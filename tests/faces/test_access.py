"""Who may see and do what: every address of the pages, for the owner, a stranger, and nobody in particular.

An address that is not listed here fails the first test, so that none is added without an answer to that question.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, reverse

from alongside.config import urls as outermost
from alongside.interactions.models import Interaction
from alongside.web.urls import urlpatterns
from tests.faces.marked import MARK, open_marked_book

OPEN_TO_ANYBODY = {"sign-in", "welcome", "about", "capture", "capture-worker"}
"""What can be read without a sign-in. None of it shows anything of anybody."""

HTMX = {"HX-Request": "true"}
BEYOND_ANY_ID = 10**25
"""A number that no database can keep as an id."""


@dataclass(frozen=True)
class Route:
    """`says` is a form that its owner could send; a route with `only_post` shows nothing."""

    says: dict[str, str] = field(default_factory=dict)
    only_post: bool = False
    asks: str = ""


READ = Route()

ROUTES: dict[str, Route] = {
    "today": Route(asks="?all=1"),
    "today-decide": Route({"verdict": "done"}, only_post=True),
    "today-dismiss": READ,
    "today-draft": READ,
    "today-draft-file": Route({"subject": "x"}, only_post=True),
    "today-send": Route({"to": "joe@x.example", "subject": "x", "text": "x"}, only_post=True),
    "today-undo": Route({"x": "x"}, only_post=True),
    "accounts": Route(asks="?show=unsorted"),
    "account": READ,
    "account-timeline": READ,
    "handover": READ,
    "advice-of": Route({"adviser": "x", "question": "x"}),
    "advice": Route({"say": "tried", "tried-text": "x"}),
    "advice-file": READ,
    "advice-undo": Route({"undo": "case:1"}, only_post=True),
    "tenure": Route({"say": "note", "note-text": "x"}),
    "tenure-undo": Route({"x": "x"}, only_post=True),
    "exchanges": Route({"kind": "favour", "side": "give", "what": "x"}),
    "exchange-came": Route({"undo": "1"}, only_post=True),
    "plan": Route({"what": "x", "side": "ours", "whose": "x", "due_on": "2099-01-01"}),
    "plan-calendar": READ,
    "plan-table": READ,
    "plan-step": Route({"done": "1"}, only_post=True),
    "exchange-proposed": Route({"kind": "favour", "side": "give", "what": "x"}),
    "exchange-not-so": Route({"x": "x"}, only_post=True),
    "their-page": Route({"kind": "head", "words": "x", "publish": "1"}),
    "their-page-preview": READ,
    "their-page-seen": Route({"x": "x"}, only_post=True),
    "their-page-links": Route({"person": "", "days": "7"}, only_post=True),
    "their-page-link": Route({"revoke": "1"}, only_post=True),
    "account-updates": Route({"days": "9"}, only_post=True),
    "account-standing": Route({"standing": "prospect"}, only_post=True),
    "people": READ,
    "person": READ,
    "person-timeline": READ,
    "identity": Route(asks=f"?q={MARK}"),
    "identity-merge": Route({"x": "x"}),
    "identity-split": Route({"handle": "x"}, only_post=True),
    "identity-put-right": Route({"name": "x"}, only_post=True),
    "identity-take-back": Route({"x": "x"}, only_post=True),
    "person-left": Route({"left_on": ""}, only_post=True),
    "person-role": Route({"role": "user"}, only_post=True),
    "brief": READ,
    "interaction": Route(asks="?whole=1"),
    "interaction-found": Route({"review": "rejected"}),
    "interaction-claim": Route({"x": "x"}, only_post=True),
    "interaction-layout": READ,
    "interaction-pictures": Route({"x": "x"}, only_post=True),
    "interaction-erase": Route({"x": "x"}),
    "attachment": READ,
    "requests": READ,
    "request": Route({"kind": "behind", "text": "x"}),
    "request-update": Route({"do": "sent", "to": "joe@x.example", "subject": "x", "text": "x"}),
    "request-told": Route({"words": "x"}, only_post=True),
    "request-told-undo": Route({"x": "x"}, only_post=True),
    "request-next-update": Route({"next_update_on": "2099-01-01"}, only_post=True),
    "request-entry-undo": Route({"x": "x"}, only_post=True),
    "concede": Route({"what": "x", "reason": "x"}),
    "case": Route({"part_typed": "need", "text": "x"}),
    "case-entry-undo": Route({"x": "x"}, only_post=True),
    "case-on-paper": READ,
    "case-letter": Route({"subject": "x"}),
    "case-letter-file": Route({"subject": "x"}, only_post=True),
    "house-concession-limit": Route({"amount": "500", "currency": "USD"}, only_post=True),
    "book": READ,
    "why-item": READ,
    "why-finding": READ,
    "why-sighting": Route({"review": "rejected"}),
    "why-row": READ,
    "award-confirm": Route({"route": "direct_award"}),
    "promise-decide": Route({"state": "kept"}, only_post=True),
    "request-decide": Route({"state": "closed"}, only_post=True),
    "search": Route(asks=f"?q={MARK}"),
    "doubts": READ,
    "doubt-settle": Route({"verdict": "yes"}, only_post=True),
    "doubts-of-a-kind": Route({"verdict": "yes"}),
    "imports": READ,
    "import": READ,
    "import-refused": READ,
    "import-answer": Route({"say": "leave"}, only_post=True),
    "reading-forget": Route({"x": "x"}, only_post=True),
    "import-items": READ,
    "import-report": READ,
    "import-mend": READ,
    "refused-item": READ,
    "refused-raw": READ,
    "refused-try": Route({"x": "x"}, only_post=True),
    "refused-let-go": Route({"x": "x"}, only_post=True),
    "refused-try-all": Route({"x": "x"}, only_post=True),
    "import-undo": Route({"x": "x"}),
    "capture": READ,
    "capture-worker": READ,
    "capture-mine": Route(asks="?about=person:{person_id}"),
    "capture-key": Route({"x": "x"}, only_post=True),
    "capture-take": Route({"id": "8a5ff0f2-5c1a-4b53-9a3d-0d7f3e0f3a11", "who": "x", "text": "x"}, only_post=True),
    "capture-about": Route({"mine": "1"}, only_post=True),
    "note": Route(asks="?about=person:{person_id}"),
    "note-about": Route(asks=f"?about_name={MARK}&q={MARK}"),
    "enter": Route(asks="?about=person:{person_id}"),
    "outbox": READ,
    "outbox-say": Route({"say": "take-back"}, only_post=True),
    "questions": READ,
    "question-add": Route({"text": "x", "kind": "problem", "fits": "any"}, only_post=True),
    "question-edit": Route({"do": "retire", "key": "behind"}, only_post=True),
    "question-undo": Route({"x": "x"}, only_post=True),
    "settings-updates": Route({"days": "9"}, only_post=True),
    "settings": READ,
    "settings-ours": Route({"handle": "x.example", "whose": "ours"}, only_post=True),
    "settings-withdraw": Route({"x": "x"}, only_post=True),
    "settings-password": Route({"old_password": "x"}, only_post=True),
    "settings-tokens": Route({"name": "x"}, only_post=True),
    "token-revoke": Route({"x": "x"}, only_post=True),
    "sign-in": READ,
    "sign-out": Route({"x": "x"}, only_post=True),
    "welcome": READ,
    "keyboard": READ,
    "help-search": READ,
    "about": READ,
}  # fmt: skip

LEDGERS = (
    "commitment",
    "request",
    "award",
    "order",
    "fact",
    "need",
    "suggestion",
    "sighting",
    "exchange",
    "listing",
    "interaction",
)
"""What `why-row` is asked about."""


def _pattern(name: str) -> URLPattern:
    return next(each for each in urlpatterns if each.name == name)


def _wants(name: str) -> list[str]:
    """Name the values that the address is made of."""
    return list(_pattern(name).pattern.converters)


def _is_about_a_row(name: str) -> bool:
    return bool(_wants(name))


@pytest.fixture
def book(owner: User, tmp_path: Path) -> dict[str, Any]:
    """Olga's book, in which everything is marked; gives an id of each kind of row."""
    return open_marked_book(owner, tmp_path)


def _address(name: str, book: dict[str, int], **other: Any) -> str:
    ids: dict[str, Any] = book | {
        "row_id": book["promise_id"],
        "kind": "commitment",
        "measure": "level",
        "what": "person",
    }
    if name == "settings-withdraw":
        ids = ids | {"decision_id": book["own_decision_id"]}
    if name in ("exchange-proposed", "exchange-not-so"):
        ids = ids | {"sighting_id": book["proposal_id"]}
    wanted = {wish: ids[wish] for wish in _wants(name)}
    return reverse(name, kwargs=wanted | other) + ROUTES[name].asks.format(**book)


def _signed_in(user: User, *, asks_for_token: bool = False) -> Client:
    client = Client(enforce_csrf_checks=asks_for_token, raise_request_exception=False)
    client.force_login(user)
    return client


def _body(answer: HttpResponse) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return content.decode(errors="replace") + str(answer.headers)


def _everything_kept() -> str:
    """Take the print of every row of every table; sessions only say who is signed in."""
    seen = hashlib.sha256()
    for model in apps.get_models(include_auto_created=True):
        if model is not Session:
            for row in model._default_manager.order_by("pk").values_list():
                seen.update(repr((model.__name__, row)).encode())
    return seen.hexdigest()


def _readable() -> Iterator[str]:
    return (name for name, route in ROUTES.items() if not route.only_post)


def _takes_a_form() -> Iterator[str]:
    return (name for name, route in ROUTES.items() if route.says)


# Every address has an answer here


def test_every_address_is_listed_by_name() -> None:
    assert {each.name for each in urlpatterns} == set(ROUTES)


def test_beside_the_pages_only_the_question_of_health_and_the_interface_are_there() -> None:
    names = {each.name for each in outermost.urlpatterns if isinstance(each, URLPattern)}
    assert names == {"healthz", "api", "api-root", "api-reference"}


# Nobody in particular


@pytest.mark.django_db
def test_who_is_not_signed_in_is_led_to_the_sign_in_and_sees_nothing(book: dict[str, int]) -> None:
    before = _everything_kept()
    trouble = []
    for name in ROUTES.keys() - OPEN_TO_ANYBODY:
        for answer in (
            Client().get(_address(name, book)),
            Client().get(_address(name, book), headers=HTMX),
            Client().post(_address(name, book), ROUTES[name].says),
        ):
            is_led_away = answer.status_code == 302 and answer.headers["Location"].startswith(reverse("sign-in"))
            if not is_led_away or MARK in answer.content.decode():
                trouble.append((name, answer.status_code))
    assert trouble == []
    assert _everything_kept() == before


@pytest.mark.django_db
def test_what_is_open_to_anybody_shows_nothing_of_anybody(book: dict[str, int]) -> None:
    shown = {name: _body(Client().get(_address(name, book))) for name in OPEN_TO_ANYBODY}
    assert [name for name, body in shown.items() if MARK in body] == []


# A stranger


@pytest.mark.django_db
def test_to_a_stranger_the_rows_of_another_do_not_exist(book: dict[str, int], stranger: User) -> None:
    client = _signed_in(stranger)
    trouble = []
    for name in filter(_is_about_a_row, ROUTES):
        for headers in ({}, HTMX):
            answer = client.get(_address(name, book), headers=headers)
            expected = 405 if ROUTES[name].only_post else 404
            if answer.status_code != expected or MARK in _body(answer):
                trouble.append((name, bool(headers), answer.status_code))
    assert trouble == []


@pytest.mark.django_db
@pytest.mark.parametrize("kind", LEDGERS)
def test_to_a_stranger_no_row_of_any_ledger_exists(book: dict[str, int], stranger: User, kind: str) -> None:
    client = _signed_in(stranger)
    found = {row: client.get(_address("why-row", book, kind=kind, row_id=row)) for row in range(1, 6)}
    assert [row for row, answer in found.items() if answer.status_code != 404] == []


@pytest.mark.django_db
def test_the_lists_of_a_stranger_are_empty_of_another(book: dict[str, int], stranger: User) -> None:
    client = _signed_in(stranger)
    trouble = []
    for name in _readable():
        if _is_about_a_row(name):
            continue
        for headers in ({}, HTMX):
            answer = client.get(_address(name, book), headers=headers)
            body = _body(answer).replace(f"q={MARK}", "").replace(f'value="{MARK}"', "").replace(f"“{MARK}”", "")
            if answer.status_code >= 500 or MARK in body:
                trouble.append((name, bool(headers), answer.status_code))
    assert trouble == []


@pytest.mark.django_db
def test_a_stranger_changes_nothing_of_another(book: dict[str, int], stranger: User) -> None:
    client = _signed_in(stranger)
    before = _everything_kept()
    answers = {
        name: client.post(_address(name, book), ROUTES[name].says).status_code
        for name in _takes_a_form()
        if _is_about_a_row(name)
    }
    assert {name: status for name, status in answers.items() if status != 404} == {}
    assert _everything_kept() == before


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["note", "enter"])
def test_a_stranger_notes_nothing_about_somebody_of_another(
    book: dict[str, int], owner: User, stranger: User, name: str
) -> None:
    before = Interaction.objects.visible_to(owner).count()
    for about in (f"person:{book['person_id']}", f"account:{book['account_id']}"):
        said = {"about": about, "about_name": MARK, "text": "I will call by Friday.", "what": "fact", "words": "x"}
        answer = _signed_in(stranger).post(reverse(name), said)
        assert answer.status_code < 500
        assert f"Joe {MARK}" not in _body(answer)
        assert f"{MARK} Steel" not in _body(answer)
    assert Interaction.objects.visible_to(owner).count() == before
    assert not Interaction.objects.visible_to(stranger).exists()


# The owner


@pytest.mark.django_db
def test_the_owner_sees_what_is_theirs(book: dict[str, int], owner: User) -> None:
    client = _signed_in(owner)
    trouble = []
    for name in filter(_is_about_a_row, _readable()):
        answer = client.get(_address(name, book), follow=True)
        if answer.status_code != 200 or MARK not in _body(answer):
            trouble.append((name, answer.status_code))
    assert trouble == []


@pytest.mark.django_db
def test_looking_changes_nothing(book: dict[str, int], owner: User) -> None:
    client = _signed_in(owner)
    before = _everything_kept()
    for name in ROUTES:
        for ask in (client.get, client.head, client.options):
            for headers in ({}, HTMX):
                answer = ask(_address(name, book), headers=headers)
                assert answer.status_code < 500, name
    assert _everything_kept() == before


@pytest.mark.django_db
def test_what_changes_something_cannot_be_got_by_looking(book: dict[str, int], owner: User) -> None:
    client = _signed_in(owner)
    answers = {name: client.get(_address(name, book)).status_code for name, route in ROUTES.items() if route.only_post}
    assert {name: status for name, status in answers.items() if status != 405} == {}


@pytest.mark.django_db
def test_a_form_of_another_page_is_refused(book: dict[str, int], owner: User) -> None:
    client = _signed_in(owner, asks_for_token=True)
    before = _everything_kept()
    answers = {name: client.post(_address(name, book), ROUTES[name].says).status_code for name in ROUTES}
    assert {name: status for name, status in answers.items() if status != 403} == {}
    assert _everything_kept() == before


@pytest.mark.django_db
def test_a_number_that_is_nobodys_is_not_found_and_breaks_nothing(book: dict[str, int], owner: User) -> None:
    client = _signed_in(owner)
    trouble = []
    for name in filter(_is_about_a_row, ROUTES):
        for number in (0, 2**31, 2**63, BEYOND_ANY_ID):
            numbers = {wish: number for wish in _wants(name) if wish.endswith("_id")}
            ask = client.post if ROUTES[name].only_post else client.get
            answer = ask(_address(name, book, **numbers), ROUTES[name].says if ROUTES[name].only_post else {})
            if answer.status_code != 404:
                trouble.append((name, number, answer.status_code))
    assert trouble == []


@pytest.mark.django_db
def test_a_file_belongs_to_its_mail_and_to_no_other(book: dict[str, int], owner: User) -> None:
    other = Interaction.objects.visible_to(owner).exclude(pk=book["interaction_id"]).earliest("pk")
    assert _signed_in(owner).get(_address("attachment", book, interaction_id=other.pk)).status_code == 404
    assert _signed_in(owner).get(_address("interaction-found", book, interaction_id=other.pk)).status_code == 404


# What goes out


@pytest.mark.django_db
def test_an_attached_file_is_only_ever_a_download(book: dict[str, int], owner: User) -> None:
    answer = _signed_in(owner).get(_address("attachment", book))
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert b"".join(answer.streaming_content) == f"<script>{MARK}</script>".encode()  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_the_layout_of_a_mail_may_run_and_load_nothing(book: dict[str, int], owner: User) -> None:
    policy = _signed_in(owner).get(_address("interaction-layout", book)).headers["Content-Security-Policy"]
    assert "sandbox" in policy.split("; ")
    assert "default-src 'none'" in policy
    assert "allow" not in policy


@pytest.mark.django_db
def test_every_page_forbids_scripts_of_others_and_stays_out_of_shared_stores(book: dict[str, int], owner: User) -> None:
    client = _signed_in(owner)
    trouble = []
    for name in _readable():
        headers = client.get(_address(name, book)).headers
        policy = headers.get("Content-Security-Policy", "")
        is_closed = "default-src 'none'" in policy and "unsafe" not in policy
        if not is_closed or headers.get("X-Content-Type-Options") != "nosniff":
            trouble.append((name, policy))
        if not {"no-cache", "no-store"} & set(headers.get("Cache-Control", "").replace(",", " ").split()):
            trouble.append((name, headers.get("Cache-Control", "")))
    assert trouble == []


@pytest.mark.django_db
def test_who_was_switched_off_is_led_to_the_sign_in(book: dict[str, int], owner: User) -> None:
    client = _signed_in(owner)
    User.objects.filter(pk=owner.pk).update(is_active=False)
    answers = {name: client.get(_address(name, book)).status_code for name in ROUTES.keys() - OPEN_TO_ANYBODY}
    assert {name: status for name, status in answers.items() if status != 302} == {}


def test_pages_are_shown_in_no_frame_of_another() -> None:
    assert settings.X_FRAME_OPTIONS == "DENY"
