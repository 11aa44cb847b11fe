"""Who may read and do what: every operation of the interface, with every kind of token, and nothing of another in any answer.

An operation that is not listed here fails the first test, so that none is added without an answer to that question.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse

from alongside.api import limits
from alongside.api.interface import openapi
from alongside.tokens.hold import make_token, revoke
from alongside.tokens.models import AccessToken
from alongside.vocabulary import TokenScope
from tests.api.conftest import AT, Program, program_of
from tests.faces.marked import MARK, open_marked_book
from tests.faces.test_access import _everything_kept

SAYS: dict[str, Any] = {
    "me": None,
    "today": None,
    "today_item": None,
    "decide_item": {"verdict": "done", "why": "x"},
    "undo_decision": None,
    "accounts": None,
    "account": None,
    "findings": None,
    "handover": None,
    "exchanges": None,
    "enter_exchange": {"kind": "favour", "what": "x"},
    "exchange_came": {},
    "undo_exchange": None,
    "plan": None,
    "add_to_plan": {"what": "x", "side": "ours", "whose": "Olga", "due_on": "2099-01-01"},
    "change_in_plan": {"what": "y"},
    "say_in_plan": {"word": "done"},
    "people": None,
    "person": None,
    "brief": None,
    "requests": None,
    "request_with_file": None,
    "enter_request": {"person_id": "{person_id}", "words": "Send the report."},
    "change_request": {"state": "answered"},
    "write_entry": {"kind": "behind", "text": "x"},
    "undo_entry": None,
    "case": None,
    "write_case_entry": {"part": "need", "text": "x"},
    "undo_case_entry": None,
    "update_draft": None,
    "they_were_told": {"words": "x"},
    "undo_told": None,
    "questions": None,
    "add_to_bank": {"text": "x?", "kind": "situation"},
    "undo_question": None,
    "letters": None,
    "letter": None,
    "keep_letter_back": None,
    "promises": None,
    "promise": None,
    "enter_promise": {"person_id": "{person_id}", "side": "ours", "words": "I will send it."},
    "change_promise": {"state": "kept"},
    "awards": None,
    "award": None,
    "confirm_award": {"route": "direct_award"},
    "orders": None,
    "order": None,
    "search": None,
    "interactions": None,
    "interaction": None,
    "interaction_words": None,
    "sightings": None,
    "sighting": None,
    "review_sighting": {"review": "rejected"},
    "undo_review": None,
    "keep_a_note": {"person_id": "{person_id}", "text": "We spoke."},
    "enter_something": {"what": "thanks", "person_id": "{person_id}", "fields": {"words": "Thank you."}},
    "imports": None,
    "one_import": None,
    "doubts": None,
    "doubt": None,
}
"""What its owner could send to each operation."""

SAYS_NOTHING_OF_THE_BOOK = {"me", "imports", "one_import"}
"""Operations whose answer holds no marked word: whose token it is, and imports, which are named by their folder."""

CANNOT_BE_DONE = {"exchange_came"}
"""What the book has nothing for: a favour asks for nothing in return."""

Operation = tuple[str, str, str, TokenScope]


def operations() -> Iterator[Operation]:
    """Give every operation: its name, method, address and scope."""
    for address, methods in openapi()["paths"].items():
        for method, said in methods.items():
            yield said["operationId"], method.upper(), address.removeprefix(AT), TokenScope(said["x-scope"])


def about_a_row() -> Iterator[Operation]:
    return (each for each in operations() if "{" in each[2] or (SAYS[each[0]] or {}).get("person_id"))


def sent(operation: Operation, book: dict[str, Any], program: Program) -> HttpResponse:
    """Send what its owner could send."""
    name, method, address, _ = operation
    said = SAYS[name]
    if said and said.get("person_id"):
        said = {**said, "person_id": book["person_id"]}
    asks = f"?q={MARK}" if name in ("search", "accounts", "people") else ""
    return program.ask(method, address.format(**book) + asks, said, **({"If_Match": "*"} if method == "PATCH" else {}))


def body_of(answer: HttpResponse) -> str:
    return answer.content.decode() + str(answer.headers)


@pytest.fixture
def book(owner: User, tmp_path: Path) -> dict[str, Any]:
    """Olga's book, in which everything is marked; gives an id of each kind of row."""
    return open_marked_book(owner, tmp_path)


def test_every_operation_is_listed() -> None:
    assert {name for name, *_ in operations()} == set(SAYS)


def test_every_operation_has_a_name_of_its_own() -> None:
    names = [name for name, *_ in operations()]
    assert len(names) == len(set(names))


@pytest.mark.django_db
def test_nobody_comes_in_without_a_token_that_holds(book: dict[str, Any], owner: User, stranger: User) -> None:
    now = datetime.now(UTC)
    everything = list(TokenScope)
    expired_at = now - timedelta(days=2)
    expired = make_token(owner, "old", everything, days=1, at=expired_at)[1]
    gone, revoked = make_token(owner, "gone", everything, days=1, at=now)
    revoke(gone, at=now)
    switched_off = make_token(stranger, "off", everything, days=1, at=now)[1]
    User.objects.filter(pk=stranger.pk).update(is_active=False)
    tokens = {"none": "", "wrong": "alongside_wrong", "expired": expired, "revoked": revoked, "off": switched_off}
    before = _everything_kept()
    trouble = []
    for operation in operations():
        for kind, token in tokens.items():
            limits.forget()
            answer = sent(operation, book, Program(token))
            if answer.status_code != 401 or MARK in body_of(answer):
                trouble.append((operation[0], kind, answer.status_code))
    assert trouble == []
    assert _everything_kept() == before


@pytest.mark.django_db
def test_a_token_without_the_scope_does_nothing(book: dict[str, Any], owner: User) -> None:
    programs = {scope: program_of(owner, *(set(TokenScope) - {scope})) for scope in TokenScope}
    AccessToken.objects.update(last_used_at=datetime.now(UTC))
    before = _everything_kept()
    trouble = []
    for operation in operations():
        answer = sent(operation, book, programs[operation[3]])
        if answer.status_code != 403 or MARK in body_of(answer):
            trouble.append((operation[0], answer.status_code))
    assert trouble == []
    assert _everything_kept() == before


@pytest.mark.django_db
def test_to_another_user_the_rows_do_not_exist_and_stay_as_they_are(
    book: dict[str, Any], owner: User, stranger: User
) -> None:
    program = program_of(stranger)
    AccessToken.objects.update(last_used_at=datetime.now(UTC))
    before = _everything_kept()
    trouble = []
    for operation in about_a_row():
        answer = sent(operation, book, program)
        if answer.status_code not in (404, 422) or MARK in body_of(answer):
            trouble.append((operation[0], answer.status_code, answer.content))
        if answer.status_code == 422 and "{" in operation[2]:
            trouble.append((operation[0], answer.status_code, answer.content))
    assert trouble == []
    assert _everything_kept() == before


@pytest.mark.django_db
def test_the_lists_of_another_user_are_empty(book: dict[str, Any], stranger: User) -> None:
    program = program_of(stranger)
    for operation in operations():
        if operation[1] == "GET" and "{" not in operation[2]:
            answer = sent(operation, book, program)
            assert answer.status_code == 200, operation
            assert MARK not in body_of(answer).replace(f"“{MARK}”", ""), operation


@pytest.mark.django_db
def test_a_list_is_not_narrowed_by_the_rows_of_another(book: dict[str, Any], stranger: User) -> None:
    program = program_of(stranger)
    of_people = ("requests", "promises", "sightings", "interactions")
    for name, rooms in {
        "account": (*of_people, "awards", "orders"),
        "person": of_people,
        "interaction": ("sightings",),
    }.items():
        for room in rooms:
            answer = program.get(f"/{room}?{name}={book[f'{name}_id']}")
            assert answer.status_code == 200
            assert json.loads(answer.content)["items"] == []


@pytest.mark.django_db
def test_the_owner_sees_what_is_theirs(book: dict[str, Any], program: Program) -> None:
    trouble = []
    for operation in operations():
        if operation[1] == "GET" and operation[0] not in SAYS_NOTHING_OF_THE_BOOK:
            answer = sent(operation, book, program)
            if answer.status_code != 200 or MARK not in body_of(answer):
                trouble.append((operation[0], answer.status_code, answer.content[:200]))
    assert trouble == []


@pytest.mark.django_db
def test_looking_changes_nothing(book: dict[str, Any], program: Program) -> None:
    AccessToken.objects.update(last_used_at=datetime.now(UTC))
    before = _everything_kept()
    for operation in operations():
        if operation[1] == "GET":
            for method in ("GET", "HEAD", "OPTIONS"):
                assert program.ask(method, operation[2].format(**book) + "?q=x").status_code < 500
    assert _everything_kept() == before


@pytest.mark.django_db
def test_the_owner_may_do_what_is_offered(book: dict[str, Any], program: Program) -> None:
    trouble = []
    changing = [each for each in operations() if each[1] != "GET"]
    first = {"undo_decision": 0, "decide_item": 1}  # what else is done may settle the item
    for operation in sorted(changing, key=lambda each: (first.get(each[0], 2), each[1] == "DELETE")):
        answer = sent(operation, book, program)
        if answer.status_code not in (200, 201, 204) and operation[0] not in CANNOT_BE_DONE:
            trouble.append((operation[0], answer.status_code, answer.content[:300]))
    assert trouble == []


@pytest.mark.django_db
def test_a_session_of_the_browser_opens_nothing(book: dict[str, Any], owner: User) -> None:
    program = Program("")
    program.client.force_login(owner)
    for operation in operations():
        limits.forget()
        assert sent(operation, book, program).status_code == 401


@pytest.mark.django_db
@pytest.mark.parametrize("number", [0, 2**31, 2**63, 10**25, -1])
def test_a_number_that_is_nobodys_breaks_nothing(book: dict[str, Any], program: Program, number: int) -> None:
    for operation in about_a_row():
        numbers = book | {name: number for name in book if name.endswith("_id")}
        answer = sent(operation, numbers, program)
        assert answer.status_code in (404, 422), (operation[0], answer.status_code)
