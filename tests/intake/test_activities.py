"""What an older program noted of calls, meetings and visits stands on the timeline of whom it was with, once, and goes with its import."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from alongside.intake.activities import people_of
from alongside.intake.models import Import
from alongside.people.merge import merge_accounts
from alongside.people.models import Account, Person
from alongside.pipeline import bring_up_to_date, import_paths, redo, undo
from alongside.sources.contract import Mailbox
from alongside.touches.models import Touch
from alongside.vocabulary import InteractionKind
from tests.letters import keep, letter

AT = datetime(2025, 6, 2, 9, tzinfo=UTC)
AS_OF = date(2025, 6, 2)
HEADINGS = "Company;With;Activity type;Date;Subject;Notes\n"
CALLED = "National Steel;Joe Kowalski;Call;2025-03-14;Furnace stop;They stop on 2 May.\n"
VISITED = "National Steel;joe@nsteel.example;Visit;2025-04-02;Plant tour;Saw the new line.\n"
NOTED = "National Steel;Ann Petrov;Note;2025-04-03;Birthday;Likes walleye.\n"


@pytest.fixture
def book(owner: Any) -> Any:
    """Joe writes from National Steel, whose name and domain a table says."""
    keep(owner, letter("Joe Kowalski <joe@nsteel.example>", "Olga <olga@example.com>", "2025-01-10T09:00:00"))
    bring_up_to_date(owner, as_of=AS_OF)
    return owner


def _bring_in(owner: Any, folder: Path, *rows: str) -> Import:
    (folder / "accounts.csv").write_text("name;domain\nNational Steel;nsteel.example\n")
    (folder / "activities.csv").write_text(HEADINGS + "".join(rows))
    return import_paths([folder], user=owner, at=AT, as_of=AS_OF)


def _touches(owner: Any) -> list[tuple[str, str, bool]]:
    rows = Touch.objects.visible_to(owner).exclude(kind=InteractionKind.MAIL).order_by("at", "pk")
    return list(rows.values_list("kind", "person__name", "counts"))


def test_a_call_and_a_visit_are_contacts_and_a_note_is_none(book: Any, tmp_path: Path) -> None:
    _bring_in(book, tmp_path, CALLED, VISITED, NOTED)
    assert _touches(book) == [
        ("call", "Joe Kowalski", True), ("visit", "Joe Kowalski", True), ("note", "Ann Petrov", False),
    ]  # fmt: skip


def test_whom_a_row_names_is_the_one_who_is_called_so_at_that_company(book: Any, tmp_path: Path) -> None:
    _bring_in(book, tmp_path, CALLED)
    joe = Person.objects.visible_to(book).get(name="Joe Kowalski", merged_into__isnull=True)
    assert joe.account is not None and joe.account.name == "National Steel"
    assert Touch.objects.visible_to(book).filter(person=joe).count() == 2


def test_of_two_who_are_called_so_nobody_is_taken(book: Any, tmp_path: Path) -> None:
    keep(book, letter("Joe Kowalski <joe.k@nsteel.example>", "Olga <olga@example.com>", "2025-01-11T09:00:00"))
    _bring_in(book, tmp_path, CALLED)
    assert Touch.objects.visible_to(book).filter(kind="call").get().person.anchor == "joe kowalski|national steel"


def test_a_row_that_names_nobody_stands_with_its_company_and_is_no_contact(book: Any, tmp_path: Path) -> None:
    _bring_in(book, tmp_path, ";".join(["National Steel Inc.", *CALLED.split(";")[1:]]).replace("Joe Kowalski", ""))
    call = Touch.objects.visible_to(book).get(kind="call")
    assert call.account is not None and call.account.name == "National Steel"
    assert (call.person, call.counts, call.is_main) == (None, False, True)
    assert not Person.objects.visible_to(book).filter(anchor__startswith="|").exists()


def test_what_is_told_of_a_company_follows_it_into_another(book: Any, tmp_path: Path) -> None:
    (tmp_path / "accounts.csv").write_text("name;domain\nNSteel Holding;nsteel-holding.example\n")
    (tmp_path / "activities.csv").write_text(
        HEADINGS + CALLED.replace("Joe Kowalski", "").replace("National Steel", "NSteel Holding")
    )
    import_paths([tmp_path], user=book, at=AT, as_of=AS_OF)
    holding = Account.objects.visible_to(book).get(name="NSteel Holding")
    assert Touch.objects.visible_to(book).get(kind="call").account == holding
    steel = Account.objects.visible_to(book).get(domain="nsteel.example")
    merge_accounts(holding, steel, by=book, at=AT)
    bring_up_to_date(book, as_of=AS_OF)
    mail, call = Touch.objects.visible_to(book).order_by("-kind")
    assert call.kind == "call" and call.account == mail.account


def test_the_same_table_again_adds_nothing(book: Any, tmp_path: Path) -> None:
    first = _bring_in(book, tmp_path, CALLED, VISITED)
    before = _touches(book)
    again = _bring_in(book, tmp_path, CALLED, VISITED)
    assert (first.by_kind["activities"], again.by_kind) == (2, {})
    assert _touches(book) == before


def test_a_row_that_corrects_another_is_no_second_call(book: Any, tmp_path: Path) -> None:
    _bring_in(book, tmp_path, CALLED)
    _bring_in(book, tmp_path, CALLED.replace("2 May", "9 May"))
    assert [kind for kind, _, _ in _touches(book)] == ["call"]


def test_undoing_the_import_takes_the_calls_along_and_bringing_it_back_brings_them(book: Any, tmp_path: Path) -> None:
    run = _bring_in(book, tmp_path, CALLED)
    undo(run, by=book, at=AT, as_of=AS_OF)
    assert _touches(book) == []
    redo(run, as_of=AS_OF)
    assert [kind for kind, _, _ in _touches(book)] == ["call"]


def test_several_people_of_one_row_are_told_apart() -> None:
    assert people_of("Joe Kowalski; ANN@nsteel.example", "National Steel Inc.") == [
        Mailbox("joe kowalski|national steel", "Joe Kowalski"), Mailbox("ann@nsteel.example", ""),
    ]  # fmt: skip
    assert people_of("", "National Steel Inc.") == [Mailbox("|national steel", "National Steel Inc.")]
    assert people_of("", "") == []
