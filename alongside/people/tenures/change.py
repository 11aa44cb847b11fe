"""Taking an account over, handing it over, and leaving notes for whoever has it next; each can be taken back.

A word is kept under a handle of the account; the tenure that everybody reads is worked out from it here and with every identification.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Concat

from alongside.judgement.words import day
from alongside.people.models import Account, Handle, Tenure
from alongside.people.tenures.models import TenureEntry
from alongside.vocabulary import HandleKind, TenureEntryKind

CHANGES = (TenureEntryKind.TAKEN_OVER, TenureEntryKind.HANDED_OVER)
"""What moves an account; the rest are notes."""

COMPANY_HANDLES = (HandleKind.DOMAIN, HandleKind.NAME)
"""The handles by which a company is known."""

Held = tuple[date, date | None]
"""From when to when an account is this user's; the second day is None while it is."""


class TenureError(Exception):
    """A change that cannot be: `field` is where it went wrong, the message what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@transaction.atomic
def take_over(
    account: Account, *, from_whom: str, on: date, first_contact_on: date | None, by: Any, at: datetime, as_of: date
) -> TenureEntry:
    """Say that the account is this user's from a day on. Raises TenureError for a day that cannot be."""
    _refuse_ahead(on, as_of)
    if first_contact_on and on < first_contact_on:
        raise TenureError(
            "on",
            f"The first contact on record is of {day(first_contact_on, as_of)}; before it there was nothing to take over. "
            "Choose that day or a later one, or bring in the older mail first.",
        )
    return _say(account, TenureEntryKind.TAKEN_OVER, who=from_whom, on=on, by=by, at=at)


@transaction.atomic
def hand_over(account: Account, *, to_whom: str, on: date, by: Any, at: datetime, as_of: date) -> TenureEntry:
    """Say that somebody else has the account from a day on. Raises TenureError for a name or a day that cannot be."""
    if not to_whom.strip():
        raise TenureError("who", "Say who has it from now on: a name is enough.")
    _refuse_ahead(on, as_of)
    held = Tenure.objects.filter(owner=account.owner, account=account).first()
    if held and held.to_on:
        raise TenureError(
            "on",
            f"It was handed over on {day(held.to_on, as_of)} already. Take that back first, or take it over again.",
        )
    if held and on < held.from_on:
        raise TenureError("on", f"It is yours since {day(held.from_on, as_of)}: choose that day or a later one.")
    return _say(account, TenureEntryKind.HANDED_OVER, who=to_whom, on=on, by=by, at=at)


def leave_note(account: Account, text: str, *, is_private: bool, by: Any, at: datetime, as_of: date) -> TenureEntry:
    """Keep a note about the account, for whoever has it next or for the writer alone."""
    kind = TenureEntryKind.PRIVATE_NOTE if is_private else TenureEntryKind.NOTE
    return _say(account, kind, on=as_of, text=text, by=by, at=at)


def take_back(entry: TenureEntry, *, at: datetime) -> None:
    """Let an entry count no more; it stays on record. After a change identification must run: a table may hold again."""
    entry.withdrawn_at = at
    entry.save(update_fields=["withdrawn_at"])


def entries_on(account: Account) -> list[TenureEntry]:
    """List what was said of who has the account and holds, the newest first, without anybody's private notes."""
    return list(_entries(account).exclude(kind=TenureEntryKind.PRIVATE_NOTE))


def entries_for_writer(account: Account, user: Any) -> list[TenureEntry]:
    """List the same with the private notes of this user, and of nobody else."""
    of_others = Q(kind=TenureEntryKind.PRIVATE_NOTE) & ~Q(said_by_id=user.pk)
    return list(_entries(account).exclude(of_others))


def held_by_word(words: Iterable[TenureEntry], by_table: date | None) -> Held | None:
    """Work out from when to when an account is the user's: what people said, the oldest first, holds over the table's day."""
    held: Held | None = (by_table, None) if by_table else None
    for word in words:
        is_mine = word.kind == TenureEntryKind.TAKEN_OVER
        held = (word.on, None) if is_mine else (held[0] if held else word.on, word.on)
    return held


def _entries(account: Account) -> QuerySet[TenureEntry]:
    """Find what was said under any handle of the account. One query."""
    handle = Concat("kind", Value(":"), "value", output_field=CharField())
    same = Handle.objects.filter(account=account, kind__in=COMPANY_HANDLES).annotate(handle=handle)
    rows = TenureEntry.objects.filter(owner_id=account.owner_id, withdrawn_at__isnull=True)
    rows = rows.filter(Q(account_handle=account.anchor) | Q(account_handle__in=same.values("handle")))
    return rows.select_related("said_by").order_by("-said_at", "-pk")


def _refuse_ahead(on: date, as_of: date) -> None:
    if on > as_of:
        raise TenureError("on", "That day is still to come. Say it on that day, or choose one up to today.")


def _say(
    account: Account, kind: TenureEntryKind, *, on: date, by: Any, at: datetime, who: str = "", text: str = ""
) -> TenureEntry:
    said = TenureEntry.objects.create(
        owner=account.owner,
        account_handle=account.anchor,
        kind=kind,
        who=who.strip(),
        text=text,
        on=on,
        said_by=by,
        said_at=at,
    )
    if kind in CHANGES:
        _write(account)
    return said


def _write(account: Account) -> None:
    """Bring the tenure in line with what was just said; the table's day, if there is one, is in the row that stands."""
    row = Tenure.objects.filter(owner=account.owner, account=account).first()
    row = row or Tenure(owner=account.owner, account=account, user=account.owner)
    words = [entry for entry in reversed(entries_on(account)) if entry.kind in CHANGES]
    held = held_by_word(words, row.from_on if row.pk else None)
    if held:
        row.from_on, row.to_on = held
        row.save()
