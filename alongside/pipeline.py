"""The loop on one screen: read -> record -> identify -> place -> find -> post -> judge -> today.

Every stage takes up what the one before left undone, so that a crash half-way and a second start end as one clean run: what has no
place is placed, what was not read is read, and an account says itself that it needs judging, in the transaction that changed it.
"""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from django.db import transaction

from alongside.intake.alone import alone
from alongside.intake.bring_in import Report, bring_in, start_import
from alongside.intake.cut_off import cut_off, resumed
from alongside.intake.models import Import, RefusedItem
from alongside.intake.statistics import refresh_statistics
from alongside.intake.try_again import try_again
from alongside.intake.undo import bring_back, undo_import
from alongside.interactions.keys import MEETING_REPLIES
from alongside.interactions.live import live
from alongside.interactions.models import Address, Interaction, Participant
from alongside.ledgers.post import post_conversation, post_tables
from alongside.people.doubts import raise_doubts
from alongside.people.identify import Identified, identify
from alongside.people.joining import company_handle
from alongside.people.models import Account, SignatureSeen
from alongside.people.positions import write_positions
from alongside.search.index_names import index_names
from alongside.sightings.find import find_in
from alongside.sightings.models import Sighting
from alongside.standings.judge_account import accounts_to_judge, forget_standings, judge_account, judge_accounts
from alongside.today.arrange import arrange, forget_items, suggest_for, suggest_loose
from alongside.touches.models import Placement, ThreadLink, Touch
from alongside.touches.place import place
from alongside.vocabulary import ImportState, InteractionKind, Reading

JUDGED_TOGETHER = 10
"""Accounts judged in one transaction. Unit: accounts; each commit waits for the disk, and others wait for it."""

_Each = TypeVar("_Each")


def import_paths(
    paths: list[Path],
    *,
    user: Any,
    at: datetime,
    as_of: date,
    report: Report | None = None,
    readings: dict[str, Any] | None = None,
) -> Import:
    """Bring in files and follow through to Today. Raises nothing for bad items: they are in the import's refusals.

    `readings` say how tables are read, by the fingerprint of their headings.
    """
    with alone():
        cut_off = None if readings else resumed(paths, owner=user)
        run = cut_off or start_import(paths, owner=user, at=at, state=ImportState.RUNNING, readings=readings)
        return run_import(run, at=at, as_of=as_of, report=report)


def run_import(run: Import, *, at: datetime, as_of: date, report: Report | None = None) -> Import:
    """Carry an opened import through every stage; what goes wrong is kept on it and raised. Call it `alone`."""
    say = report or (lambda _: None)
    is_after_a_crash = run.starts > 1 or any(other.pk != run.pk for other in cut_off(run.owner))
    try:
        bring_in(run, at=at, report=say)
        refresh_statistics(after=run.recorded)
        if is_after_a_crash:  # which accounts and people were being gone through went with the memory of that process
            make_anew(run.owner, as_of=as_of, run=run, report=say)
        else:
            bring_up_to_date(run.owner, as_of=as_of, with_tables=_feeds_tables(run), run=run, report=say)
        refresh_statistics(after=run.recorded)
    except Exception as trouble:
        run.state, run.trouble = ImportState.FAILED, f"{type(trouble).__name__}: {trouble}"
        run.save()
        raise
    run.state, run.stage, run.finished_at = ImportState.DONE, "", at
    run.save()
    say(run)
    return run


def bring_up_to_date(
    owner: Any,
    *,
    as_of: date,
    with_tables: bool = True,
    everywhere: bool = False,
    run: Import | None = None,
    report: Report | None = None,
) -> Identified:
    """Derive what is not derived yet: who is who, threads and touches, findings, ledgers, standings, Today.

    `with_tables` False leaves the books that tables feed as they are, unless somebody turned out to be somebody else;
    `everywhere` goes through every account's ledgers, not only those that something new touches.
    """
    stage = _stages(run, report)
    identified = bring_books_up_to_date(owner, as_of=as_of, with_tables=with_tables, everywhere=everywhere, stage=stage)
    judge_all(owner, as_of=as_of, only_stale=True, stage=stage)
    return identified


def bring_books_up_to_date(
    owner: Any, *, as_of: date, with_tables: bool = True, everywhere: bool = False, stage: Any = None
) -> Identified:
    """Derive all but the judgement: who is who, threads and touches, findings, questions, ledgers."""
    stage = stage or _stages(None, None)
    stage("people and companies", 0, 0)
    identified = _identify(owner, as_of=as_of)
    _place_and_find(owner, identified, stage)
    stage("jobs and ledgers", 0, 0)
    asked = raise_doubts(owner, identified.who, identified.companies, identified.persons, on=as_of)
    Account.objects.filter(pk__in=asked).update(needs_judging=True)
    write_positions(owner, list(identified.persons.rows.values()))
    index_names(owner)
    if with_tables or identified.companies.changed or identified.persons.regrouped:
        post_tables(owner, identified)
    accounts = Account.objects.visible_to(owner)
    if everywhere:
        accounts.update(needs_judging=True)
    post_conversation(owner, accounts.filter(needs_judging=True).values_list("pk", flat=True))
    return identified


def judge_all(owner: Any, *, as_of: date, only_stale: bool = False, stage: Any = None) -> None:
    """Judge every account (or those that something changed for) and put Today in order."""
    stage = stage or _stages(None, None)
    forget_items(owner, forget_standings(owner))
    accounts = list(accounts_to_judge(owner, only_stale=only_stale))
    done = 0
    for chunk in _chunks(accounts, JUDGED_TOGETHER):
        stage("where we stand", done, len(accounts))
        with transaction.atomic():
            suggest_for(owner, judge_accounts(chunk, as_of=as_of), as_of=as_of)
        done += len(chunk)
    suggest_loose(owner, as_of=as_of)
    arrange(owner)


def judge_one(account: Account, *, as_of: date) -> None:
    """Judge one account again after a person decided something about it."""
    post_conversation(account.owner, {account.pk})
    suggest_for(account.owner, [judge_account(account, as_of=as_of)], as_of=as_of)
    arrange(account.owner)


def rebuild(owner: Any, *, as_of: date, report: Report | None = None) -> None:
    """Make everything derived anew from the interactions and the people's decisions: the outcome is what it was."""
    with alone():
        make_anew(owner, as_of=as_of, report=report)


def make_anew(owner: Any, *, as_of: date, run: Import | None = None, report: Report | None = None) -> None:
    """Do what `rebuild` does, for whoever holds the installation's work already."""
    drop_derived(owner)
    bring_up_to_date(owner, as_of=as_of, everywhere=True, run=run, report=report)


def drop_derived(owner: Any) -> None:
    """Forget what was derived from interactions, so that it is derived anew; rows that people's pages point to keep their ids."""
    drop_withdrawn(owner)
    Placement.objects.visible_to(owner).delete()
    ThreadLink.objects.filter(owner=owner).delete()
    Account.objects.visible_to(owner).update(needs_judging=True)


def place_anew(owner: Any, ids: set[int], *, as_of: date) -> None:
    """Work out anew where these interactions belong, and what follows from it."""
    Placement.objects.visible_to(owner).filter(pk__in=ids).delete()
    bring_up_to_date(owner, as_of=as_of, with_tables=False)


def catch_up(owner: Any, *, as_of: date) -> None:
    """Derive what a new version of the program derives differently, or what was cut off before it was done."""
    everything = live(Interaction.objects.visible_to(owner))
    unread = Placement.objects.visible_to(owner).filter(reading=Reading.UNREAD)
    if everything.filter(placement__isnull=True).exists() or unread.exists():
        bring_up_to_date(owner, as_of=as_of, everywhere=True)


def try_refused_again(owner: Any, *, at: datetime, as_of: date) -> tuple[int, int]:
    """Try every refused item again that somebody asked for; return how many were taken and how many stay. Call it `alone`."""
    taken = tried = 0
    while item := RefusedItem.objects.visible_to(owner).filter(is_to_try=True).order_by("pk").first():
        taken += try_again(item, at=at)
        tried += 1
    if taken:
        bring_up_to_date(owner, as_of=as_of)
    return taken, tried - taken


def undo(run: Import, *, by: Any, at: datetime, as_of: date) -> int:
    """Undo an import as a whole; return how many items count no more. What people decided about them is kept."""
    count = undo_import(run, by=by, at=at)
    make_anew(run.owner, as_of=as_of)
    return count


def redo(run: Import, *, as_of: date) -> int:
    """Let an import that was undone count again; return how many items came back."""
    count = bring_back(run)
    make_anew(run.owner, as_of=as_of)
    return count


def drop_withdrawn(owner: Any) -> None:
    """Take away what was derived from interactions that count no more."""
    everything = Interaction.objects.visible_to(owner)
    gone = everything.exclude(pk__in=live(everything).values("pk")).values("pk")
    for derived in (Touch, Sighting, SignatureSeen):
        derived.objects.filter(interaction__in=gone).delete()


def _feeds_tables(run: Import) -> bool:
    """Tell whether an import held anything that the books read from tables; mail and meetings alone do not."""
    return bool(set(run.by_kind) - {*InteractionKind, MEETING_REPLIES}) or run.tables.exists()


@transaction.atomic
def _identify(owner: Any, *, as_of: date) -> Identified:
    """Work out who is who. What involves somebody who is another person now, or works elsewhere, loses its place with it."""
    identified = identify(owner, on=as_of, ask=False)
    persons = identified.persons
    handles = {h for h, pk in persons.ids.items() if pk in persons.moved} | persons.regrouped
    for chunk in _chunks(sorted(handles), 500):
        involved = Participant.objects.filter(address__owner=owner, address__value__in=chunk).values("interaction_id")
        Placement.objects.visible_to(owner).filter(interaction_id__in=involved).delete()
    if identified.companies.changed:  # what is told of a company as a whole may be another's now
        told = Participant.objects.filter(address__owner=owner, address__value__startswith=company_handle(""))
        Placement.objects.visible_to(owner).filter(interaction_id__in=told.values("interaction_id")).delete()
    Account.objects.filter(pk__in=identified.companies.changed).update(needs_judging=True)
    return identified


def _place_and_find(owner: Any, identified: Identified, stage: Any) -> None:
    people = {address: identified.persons.rows[pk] for address, pk in identified.persons.ids.items()}
    placeless = live(Interaction.objects.visible_to(owner)).filter(placement__isnull=True)
    ids = list(placeless.order_by("pk").values_list("pk", flat=True))
    # What has its place is read at once, by processes beside, while the next are placed.
    _find(owner, chain.from_iterable(place(owner, ids, people, _spoken_of(owner, identified))), len(ids), stage)
    unread = Placement.objects.visible_to(owner).filter(reading=Reading.UNREAD).order_by("pk")
    left = list(unread.values_list("pk", flat=True))
    _find(owner, left, len(left), stage)


def _spoken_of(owner: Any, identified: Identified) -> dict[str, int]:
    """Give the companies of which something is told without naming anybody, by what stands for them among the addresses."""
    told = (
        Address.objects.visible_to(owner).filter(value__startswith=company_handle("")).values_list("value", flat=True)
    )
    found = {value: identified.companies.of_name(value) for value in told}
    return {value: company for value, company in found.items() if company is not None}


def _find(owner: Any, ids: Iterable[int], count: int, stage: Any) -> None:
    done = 0
    for n in find_in(owner, ids, count=count):
        done += n
        stage("what was said", done, max(done, count))


def _chunks(values: list[_Each], size: int) -> Iterable[list[_Each]]:
    return (values[start : start + size] for start in range(0, len(values), size))


def _stages(run: Import | None, report: Report | None) -> Any:
    """Make the function by which a stage says how far it is; progress is written to the import and handed on."""

    def stage(name: str, done: int, total: int) -> None:
        if run is None:
            return
        run.stage = f"{name}: {done:,} of {total:,}" if total else name
        run.save(update_fields=["stage"])
        if report:
            report(run)

    return stage
