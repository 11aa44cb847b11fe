"""Reading the joint plan: all that was said of its steps, for one account or several, whoever they were before a merge."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Concat

from alongside.judgement.plan import StepWord, steps_of
from alongside.ledgers.plans.models import PlanEntry
from alongside.people.models import Account, Handle
from alongside.vocabulary import HandleKind, PlanState, Side

OF_COMPANIES = (HandleKind.DOMAIN, HandleKind.NAME)


def known_by(account_ids: Sequence[int]) -> Any:
    """Name the handles of accounts as entries bear them: "domain:nsteel.example"."""
    named = Concat(F("kind"), Value(":"), F("value"), output_field=CharField())
    return Handle.objects.filter(account__in=account_ids, kind__in=OF_COMPANIES).annotate(named=named)


def entries_of(account: Account) -> list[PlanEntry]:
    """Load all that was said of an account's plan, the oldest first, what was taken back included. One query."""
    whose = Q(account_handle=account.anchor) | Q(account_handle__in=known_by([account.pk]).values("named"))
    return list(PlanEntry.objects.filter(whose, owner_id=account.owner_id).order_by("said_at", "pk"))


def words_of(account: Account) -> list[StepWord]:
    """Load what was said of an account's plan, for judging it. Whom a step belongs to is named, not looked up. One query."""
    return [as_word(entry) for entry in entries_of(account)]


def words_by_account(account_ids: Sequence[int]) -> dict[int, list[StepWord]]:
    """Load what was said of the plans of several accounts, with who the named people are. Three queries, two where there is no plan."""
    named = accounts_by_handle(account_ids)
    owners = Account.objects.filter(pk__in=account_ids).values("owner")
    rows = PlanEntry.objects.filter(owner__in=owners, account_handle__in=list(named)).order_by("said_at", "pk")
    entries = list(rows)
    people = _people(entries)
    found: dict[int, list[StepWord]] = defaultdict(list)
    for entry in entries:
        for account_id in named[entry.account_handle]:
            found[account_id].append(as_word(entry, people.get((entry.owner_id, entry.whose_handle))))
    return found


def accounts_by_handle(account_ids: Sequence[int]) -> dict[str, set[int]]:
    """Name the accounts behind each handle under which something may have been kept. Two queries."""
    named: dict[str, set[int]] = defaultdict(set)
    for handle, account_id in [*known_by(account_ids).values_list("named", "account_id"), *_anchors(account_ids)]:
        named[handle].add(account_id)
    return named


def _anchors(account_ids: Sequence[int]) -> Iterable[tuple[str, int]]:
    return Account.objects.filter(pk__in=account_ids).values_list("anchor", "pk")


def _people(entries: Sequence[PlanEntry]) -> dict[tuple[int, str], int]:
    handles = {entry.whose_handle for entry in entries if entry.whose_handle}
    if not handles:
        return {}
    rows = Handle.objects.filter(value__in=handles, person__isnull=False)
    return {(owner, value): pk for owner, value, pk in rows.values_list("owner_id", "value", "person_id") if pk}


def as_word(entry: PlanEntry, person_id: int | None = None) -> StepWord:
    """Give an entry as judgement reads it."""
    return StepWord(
        id=entry.pk,
        key=entry.step_key,
        what=entry.what,
        side=Side(entry.side),
        whose=entry.whose,
        due_on=entry.due_on,
        state=PlanState(entry.state),
        on=entry.on,
        place=entry.place,
        person_id=person_id,
        request_key=entry.request_key,
        by_them=entry.by_them,
        counts=entry.withdrawn_at is None,
    )


def order_of(account: Account) -> list[tuple[int, str]]:
    """Give the steps in their order, each as its place and its key."""
    return [(step.place, step.key) for step in steps_of(words_of(account))]
