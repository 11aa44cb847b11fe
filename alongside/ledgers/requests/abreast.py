"""Who was told what about a request, and how often a customer hears from us: one of us says so, and may take it back."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from alongside.interactions.models import Interaction
from alongside.judgement.abreast import UPDATE_DAYS
from alongside.judgement.settling import Settled
from alongside.ledgers.requests.models import Request, Update, UpdateInterval
from alongside.people.models import Account, Handle
from alongside.vocabulary import HandleKind

OF_ALL = ""
"""The handle under which the company's own interval stands."""


def tell(request: Request, *, on: date, words: str = "", message_id: str = "", by: Any, at: datetime) -> Update:
    """Keep that they were told how it stands: by a mail, or by mouth. Judging must run after it."""
    return Update.objects.create(
        owner=request.owner,
        sighting_key=request.sighting_key,
        message_id=message_id,
        words=words,
        on=on,
        said_by=by,
        said_at=at,
    )


def take_back_update(update: Update, *, at: datetime) -> None:
    """Let a word that was told count no more; it stays on record."""
    update.withdrawn_at = at
    update.save(update_fields=["withdrawn_at"])


def updates_said(owner: Any, keys: Collection[str]) -> dict[str, list[Update]]:
    """Load what was said to be an update, by request, the oldest first. One query."""
    wanted, found = set(keys), defaultdict(list)
    for row in Update.objects.visible_to(owner).filter(withdrawn_at__isnull=True).order_by("on", "pk"):
        if row.sighting_key in wanted:
            found[row.sighting_key].append(row)
    return found


def updates_sent(owner: Any) -> set[int]:
    """Name the interactions that are known to be updates. One query where none was ever sent, else two."""
    sent = Update.objects.visible_to(owner).filter(withdrawn_at__isnull=True).exclude(message_id="")
    ids = list(sent.values_list("message_id", flat=True))
    rows = Interaction.objects.visible_to(owner)
    return set(rows.filter(message_id__in=ids).values_list("pk", flat=True)) if ids else set()


def by_mouth(updates: Sequence[Update], told: Sequence[Settled]) -> list[date]:
    """List the days on which something was told that no mail of that day shows."""
    mailed = {each.on for each in told}
    return sorted({update.on for update in updates if not update.message_id and update.on not in mailed})


def set_interval(account: Account | None, days: int, *, by: Any, at: datetime) -> UpdateInterval:
    """Keep how often a customer (or every one, where none is named) hears from us. Judging must run after it."""
    handle = account.anchor if account else OF_ALL
    return UpdateInterval.objects.create(owner=by, account_handle=handle, days=days, said_by=by, said_at=at)


def take_back_interval(said: UpdateInterval, *, at: datetime) -> None:
    """Let the word on an interval hold no more; the one before it holds again."""
    said.withdrawn_at = at
    said.save(update_fields=["withdrawn_at"])


def intervals(owner: Any, account_ids: Collection[int]) -> dict[int, int]:
    """Say for each account after how many days a word is due. One query where nobody ever set one, else two."""
    said = {row.account_handle: row.days for row in _words(owner)}
    usual = said.pop(OF_ALL, UPDATE_DAYS)
    days = dict.fromkeys(account_ids, usual)
    if said:
        days |= {account_id: said[handle] for account_id, handle in _handles(account_ids) if handle in said}
    return days


def interval_said(owner: Any, account: Account | None) -> UpdateInterval | None:
    """Give the word that holds for this account itself, or with no account for all of them; None where nobody said one."""
    handles = {handle for _, handle in _handles([account.pk])} if account else {OF_ALL}
    return next((row for row in reversed(_words(owner)) if row.account_handle in handles), None)


def _words(owner: Any) -> list[UpdateInterval]:
    rows = UpdateInterval.objects.visible_to(owner).filter(withdrawn_at__isnull=True)
    return list(rows.order_by("said_at", "pk"))


def _handles(account_ids: Collection[int]) -> list[tuple[int, str]]:
    """List by what each account is known: its anchor, its domains and its names."""
    kinds = [HandleKind.DOMAIN, HandleKind.NAME]
    rows = Handle.objects.filter(account__in=account_ids, kind__in=kinds).values_list("account_id", "kind", "value")
    anchors = Account.objects.filter(pk__in=account_ids).values_list("pk", "anchor")
    return [*((pk, f"{kind}:{value}") for pk, kind, value in rows), *anchors]
