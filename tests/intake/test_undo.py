"""An import can be undone as a whole and brought back: what is left is what would be there without it."""

import random
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client

from alongside.intake.models import Import
from alongside.interactions.models import Interaction, SourceRecord
from alongside.ledgers.awards.models import Award, AwardDecision
from alongside.ledgers.commitments.decide import decide_commitment
from alongside.ledgers.commitments.models import Commitment
from alongside.people.models import Account, Person
from alongside.pipeline import import_paths, redo, undo
from alongside.search.find import search
from alongside.vocabulary import CommitmentState
from alongside.worker import work_once
from tests.state import state_of

AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
AS_OF = date(2026, 1, 5)


def mail(n: int, sender: str, to: str, text: str, parent: int | None = None) -> str:
    reply = f"In-Reply-To: <m{parent}@x.example>\n" if parent else ""
    return (
        f"From: {sender}\nTo: {to}\nDate: Mon, {n} Dec 2025 09:00:00 +0000\nMessage-ID: <m{n}@x.example>\n{reply}"
        f"Subject: Cargo\n\n{text}\n"
    )


JOE, ANN, OLGA = "Joe Kowalski <joe@nsteel.example>", "Ann Petrov <ann@acme.example>", "Olga Owner <olga@example.com>"
PIECES = {
    "1.eml": mail(1, JOE, OLGA, "Could you send me the assay certificate by Friday?"),
    "2.eml": mail(2, OLGA, JOE, "I will send you the assay certificate by Friday.", 1),
    "3.eml": mail(3, ANN, OLGA, "Please quote 8,000 t of pellets for May."),
    "4.eml": mail(4, JOE, OLGA, "Thank you for the zebrafish report, it helped us a lot.", 2),
    "accounts.csv": "Name,Domain,Standing\nNational Steel,nsteel.example,customer\n",
    "orders.csv": "Order number,Account,Order date,Category,Quantity,Value\n7,National Steel,2025-12-10,Pellets,10,250\n",
}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    for name, text in PIECES.items():
        (tmp_path / name).write_text(text)
    return {name: tmp_path / name for name in PIECES}


def run(user: User, *paths: Path) -> Import:
    return import_paths(list(paths), user=user, at=AT, as_of=AS_OF)


def test_undone_it_is_as_if_it_had_never_been_and_brought_back_as_if_never_undone(
    owner: User, files: dict[str, Path]
) -> None:
    run(owner, files["1.eml"], files["accounts.csv"])
    before = state_of(owner)
    second = run(owner, files["2.eml"], files["3.eml"], files["orders.csv"])
    after = state_of(owner)
    assert undo(second, by=owner, at=AT, as_of=AS_OF) == 3
    assert state_of(owner) == before
    assert not Account.objects.filter(domain="acme.example").exists()
    assert redo(second, as_of=AS_OF) == 3
    assert state_of(owner) == after


def test_nothing_is_deleted(owner: User, files: dict[str, Path]) -> None:
    undo(run(owner, *files.values()), by=owner, at=AT, as_of=AS_OF)
    assert (Interaction.objects.count(), SourceRecord.objects.count()) == (4, 2)
    assert not Person.objects.exists() and not Account.objects.exists()


def test_what_another_import_brought_too_stays(owner: User, files: dict[str, Path]) -> None:
    first = run(owner, files["1.eml"])
    run(owner, files["1.eml"], files["3.eml"])
    before = state_of(owner)
    assert undo(first, by=owner, at=AT, as_of=AS_OF) == 0
    assert state_of(owner) == before


def test_brought_in_again_it_counts_again_and_is_called_new(owner: User, files: dict[str, Path]) -> None:
    first = run(owner, files["1.eml"])
    before = state_of(owner)
    undo(first, by=owner, at=AT, as_of=AS_OF)
    again = run(owner, files["1.eml"])
    assert (again.recorded, again.known, again.by_kind) == (1, 0, {"mail": 1})
    assert state_of(owner) == before


def test_what_was_undone_is_not_found_by_search(owner: User, files: dict[str, Path]) -> None:
    done = run(owner, *files.values())
    assert search(owner, "zebrafish", as_of=AS_OF).hits
    undo(done, by=owner, at=AT, as_of=AS_OF)
    assert not search(owner, "zebrafish", as_of=AS_OF).hits


def test_what_a_person_decided_holds_again_when_it_comes_back(owner: User, files: dict[str, Path]) -> None:
    done = run(owner, files["1.eml"], files["2.eml"])
    promise = Commitment.objects.get()
    decide_commitment(promise, CommitmentState.KEPT, by=owner, at=AT, on=AS_OF)
    undo(done, by=owner, at=AT, as_of=AS_OF)
    assert not Commitment.objects.exists()
    redo(done, as_of=AS_OF)
    assert Commitment.objects.get().state == CommitmentState.KEPT


@pytest.mark.parametrize("seed", range(6))
def test_any_programme_of_importing_undoing_and_bringing_back_ends_as_the_imports_that_stand(
    owner: User, stranger: User, files: dict[str, Path], seed: int
) -> None:
    dice = random.Random(seed)
    runs: list[tuple[Import, list[Path]]] = []
    for _ in range(7):
        what = dice.choice(["import", "import", "undo", "redo"])
        if what == "import" or not runs:
            paths = dice.sample(sorted(files.values()), dice.randint(1, 3))
            runs.append((run(owner, *paths), paths))
        elif what == "undo":
            undo(dice.choice(runs)[0], by=owner, at=AT, as_of=AS_OF)
        else:
            redo(dice.choice(runs)[0], as_of=AS_OF)
    stranger.email = owner.email
    stranger.save()
    standing = [path for done, paths in runs if not Import.objects.get(pk=done.pk).undone_at for path in paths]
    if standing:
        run(stranger, *sorted(set(standing)))
    assert state_of(owner) == state_of(stranger)


def test_the_page_asks_for_it_and_the_worker_does_it(
    client: Client, owner: User, stranger: User, files: dict[str, Path]
) -> None:
    done = run(owner, files["1.eml"])
    client.force_login(stranger)
    assert client.post(f"/imports/{done.pk}/undo").status_code == 404
    client.force_login(owner)
    assert "Nothing that you decided is about it" in client.get(f"/imports/{done.pk}/undo").content.decode()
    said = client.post(f"/imports/{done.pk}/undo", follow=True).content.decode()
    assert "Undoing it" in said
    assert work_once(lambda: (AT, AS_OF))
    page = client.get(f"/imports/{done.pk}/").content.decode()
    assert "counts for nothing" in page and "Bring it back" in page
    client.post(f"/imports/{done.pk}/undo")
    assert work_once(lambda: (AT, AS_OF))
    assert "Undo this import" in client.get(f"/imports/{done.pk}/").content.decode()


def test_what_was_decided_since_is_named_before_and_after_and_kept(
    client: Client, owner: User, files: dict[str, Path]
) -> None:
    done = run(owner, files["1.eml"], files["2.eml"], files["orders.csv"])
    decide_commitment(Commitment.objects.get(), CommitmentState.KEPT, by=owner, at=AT, on=AS_OF)
    AwardDecision.objects.create(
        owner=owner, award_key=Award.objects.get().key, route="direct_award", said_by=owner, said_at=AT
    )
    client.force_login(owner)
    before = client.get(f"/imports/{done.pk}/undo").content.decode()
    assert "One word on a promise" in before and "One word on an award" in before
    client.post(f"/imports/{done.pk}/undo")
    assert work_once(lambda: (AT, AS_OF))
    after = client.get(f"/imports/{done.pk}/").content.decode()
    assert "one word on a promise, one word on an award" in after
    client.post(f"/imports/{done.pk}/undo")
    assert work_once(lambda: (AT, AS_OF))
    assert Commitment.objects.get().state == CommitmentState.KEPT and Award.objects.get().route == "direct_award"
