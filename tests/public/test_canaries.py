"""Nothing of the house is on the public side: every text field of every table is marked, and no public answer holds a mark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection, models
from django.test import Client
from django.utils import timezone

from alongside.ledgers.customer_page.models import PageLink, PageWord, Published
from tests.faces.marked import open_marked_book
from tests.public.house import DEMURRAGE, LIST, SCALE, House
from tests.public.test_links import METHODS, ROUTES

CANARY = "Zaunkoenig"
"""The word that stands in every text field inside, and nowhere in the program."""

SHOWN = {
    (Published, "words"),
    (Published, "since"),
    (Published, "whose"),
    (PageWord, "text"),
    (PageLink, "name"),
}
"""What was chosen to be shown, and their own words. Every other field is the house's."""

OPENS = {(PageLink, "digest"), (PageLink, "account_handle"), (Published, "account_handle"), (Published, "item_key")}
"""By what the page is found at all; none of it is a word. An item's key is random and stands in its form."""

Field = tuple[type[models.Model], str]


def _tables() -> list[type[models.Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if model is not Session]


def _fields() -> Iterator[Field]:
    """Name every field that can hold words: texts without a closed vocabulary, and JSON."""
    for model in _tables():
        for field in model._meta.concrete_fields:
            is_text = isinstance(field, (models.CharField, models.TextField)) and not field.choices
            if is_text or isinstance(field, models.JSONField):
                yield model, field.name


def _to_mark() -> list[Field]:
    return [each for each in _fields() if each not in SHOWN | OPENS]


def _open_tables() -> None:
    """Let the test write where the database refuses to: what is appended only stays so outside of this test."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


def _mark(model: type[models.Model], name: str) -> int:
    """Write the mark into a field of every row; return how many there were."""
    field: Any = model._meta.get_field(name)
    rows = model._base_manager.order_by("pk")
    for row in rows:
        if isinstance(field, models.JSONField):
            value: Any = (
                {CANARY: [CANARY, {"a": CANARY}]} if isinstance(field.value_from_object(row), dict) else [CANARY]
            )
        else:
            number = str(row.pk)
            value = _marked(field, number) if _fits(field, number) else number[-(field.max_length or len(number)) :]
        model._base_manager.filter(pk=row.pk).update(**{name: value})
    return len(rows)


def _marked(field: Any, number: str) -> str:
    """Make a mark that differs from row to row, and is as long as a digest where one is kept."""
    return f"{CANARY}{number}".ljust(64, "x") if field.max_length == 64 else f"{CANARY}{number}"


def _fits(field: Any, number: str) -> bool:
    return field.max_length is None or field.max_length >= len(CANARY) + len(number)


def _fill(owner: Any) -> None:
    """Give every table that has no row one, so that each of its fields holds a mark too."""
    for model in _tables():
        if model not in NOT_OURS and not model._base_manager.exists():
            model._base_manager.bulk_create([model(**dict(_values(model, owner)))])


def _values(model: type[models.Model], owner: Any) -> Iterator[tuple[str, Any]]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and not field.null:
            there = owner if field.related_model is type(owner) else field.related_model._base_manager.first()  # type: ignore[union-attr]
            yield field.name, there
        elif not field.primary_key and not field.null and not field.has_default():
            yield field.name, _plain(field)


def _plain(field: Any) -> Any:
    """Give a value that the field takes."""
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, (models.DateTimeField, models.DateField)):
        return timezone.now() if isinstance(field, models.DateTimeField) else timezone.localdate()
    return 1 if isinstance(field, (models.IntegerField, models.DecimalField, models.FloatField)) else "x" * 8


NOT_OURS = {
    Group,
    Permission,
    ContentType,
    *(m for m in apps.get_models(include_auto_created=True) if m._meta.auto_created),
}
"""Tables of the framework that hold no words of anybody."""


@pytest.fixture
def marked_house(house: House, tmp_path: Path) -> House:
    """The house, with a marked book in the same hands, so that every table has rows; then every word in it is marked."""
    house.say("comment", DEMURRAGE, "Hello from Joe")
    house.take_in()
    open_marked_book(house.owner, tmp_path)
    _open_tables()
    _fill(house.owner)
    for model, name in _to_mark():
        _mark(model, name)
    return house


def _answers(house: House) -> Iterator[tuple[str, Any]]:
    """Ask everything that can be asked of the public side, rightly and wrongly."""
    client = Client(raise_request_exception=False)
    for method in METHODS:
        for more in (*ROUTES.values(), "nothing", "%00"):
            yield f"{method} {more}", getattr(client, method)(f"{house.address}{more}")
            yield f"{method} dead {more}", getattr(client, method)(f"/c/dead/{more}")
    keys = ["", "none", *Published.objects.values_list("item_key", flat=True)]
    for kind in ("comment", "right", "solved", "not_solved", "done", "not_done", "nothing"):
        for key in keys:
            told = {"kind": kind, "item_key": key, "text": "Words of theirs", "once": f"{kind}{key}"}
            yield f"say {kind} {key}", client.post(f"{house.address}words", told)
    yield "too long", client.post(f"{house.address}words", {"kind": "comment", "text": "x" * 10_000})
    yield "at last", client.get(house.address)


def _all_of(answer: Any) -> str:
    return answer.content.decode(errors="replace") + str(sorted(answer.headers.items())) + str(answer.cookies)


@pytest.mark.django_db
def test_no_public_answer_holds_a_word_of_the_house(marked_house: House) -> None:
    found = {name: _all_of(answer) for name, answer in _answers(marked_house)}
    assert len(found) > 80
    assert [name for name, text in found.items() if CANARY.lower() in text.lower()] == []
    page = found["at last"]
    assert all(words in page for words in (DEMURRAGE, SCALE, LIST, "Hello from Joe"))


@pytest.mark.django_db
def test_the_marks_are_there_to_be_found(marked_house: House) -> None:
    """In every table that has rows, and on the pages of the house; so that the test above could fail."""
    marked = {model for model, _ in _to_mark() if model._base_manager.exists()}
    unmarked = [(m.__name__, n) for m, n in _to_mark() if m in marked and not _is_marked(m, n)]
    assert unmarked == []
    empty = {model for model, _ in _to_mark()} - marked
    assert empty - NOT_OURS == set()
    client = Client()
    client.force_login(User.objects.get(pk=marked_house.owner.pk))
    assert CANARY in client.get(f"/accounts/{marked_house.account.pk}/their-page").content.decode()


def _is_marked(model: type[models.Model], name: str) -> bool:
    field: Any = model._meta.get_field(name)
    values = list(model._base_manager.values_list(name, flat=True))
    return all(CANARY in str(value) or not _fits(field, "999") for value in values)


@pytest.mark.django_db
def test_the_keys_by_which_things_are_known_inside_stand_in_no_form_and_no_file(house: House) -> None:
    keys = {key for key in Published.objects.values_list("source_key", flat=True) if key}
    keys |= {house.link.digest, house.link.account_handle}
    said = _all_of(Client().get(house.address)) + _all_of(Client().get(f"{house.address}plan.ics"))
    assert [key for key in keys if key in said] == []
