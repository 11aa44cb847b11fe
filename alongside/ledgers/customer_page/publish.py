"""Publishing on a customer's page: chosen words are copied, shown instead of earlier ones, or taken away at once."""

from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_hex
from typing import Any

from django.db import transaction
from django.db.models import Q

from alongside.ledgers.customer_page.models import PageLink, PageWord, Published
from alongside.ledgers.plans.read import known_by
from alongside.people.models import Account
from alongside.vocabulary import PublishedKind, PublishedState, Side


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to stand on the page: which request or step it is, and the words that were chosen for it."""

    kind: PublishedKind
    source_key: str
    words: str
    since: str = ""
    state: PublishedState | str = ""
    side: Side | str = ""
    whose: str = ""
    due_on: date | None = None
    is_done: bool = False
    place: int = 0


@transaction.atomic
def publish(account: Account, choice: Choice, *, by: Any, at: datetime) -> Published:
    """Show these words from now on, in place of what was shown of the same thing before."""
    earlier = _of(account).filter(kind=choice.kind, source_key=choice.source_key).order_by("-version", "-pk").first()
    _of(account).filter(kind=choice.kind, source_key=choice.source_key, withdrawn_at__isnull=True).update(
        withdrawn_at=at
    )
    row = as_row(account, choice, by=by, at=at)
    row.item_key = earlier.item_key if earlier else row.item_key
    row.version = earlier.version + 1 if earlier else 0
    row.save()
    return row


def as_row(account: Account, choice: Choice, *, by: Any, at: datetime) -> Published:
    """Make the row that publishing this would write, without writing it: the preview is drawn from the same."""
    return Published(
        owner_id=account.owner_id,
        account_handle=account.anchor,
        item_key=token_hex(16),
        kind=choice.kind,
        source_key=choice.source_key,
        words=choice.words.strip(),
        since=choice.since.strip(),
        state=choice.state,
        side=choice.side,
        whose=choice.whose.strip(),
        due_on=choice.due_on,
        is_done=choice.is_done,
        place=choice.place,
        published_by=by,
        published_at=at,
    )


def unpublish(account: Account, kind: PublishedKind, source_key: str, *, at: datetime) -> int:
    """Take something off the page, from the next look on; return how much that was."""
    shown = _of(account).filter(kind=kind, source_key=source_key, withdrawn_at__isnull=True)
    return int(shown.update(withdrawn_at=at))


def published_for(account: Account) -> list[Published]:
    """Load what stands on an account's page, in its order. One query."""
    return list(_of(account).filter(withdrawn_at__isnull=True).order_by("place", "pk"))


def links_of(account: Account) -> list[PageLink]:
    """Load the addresses of an account's page that were made, the newest first. One query."""
    return list(PageLink.objects.filter(_whose(account), owner_id=account.owner_id).order_by("-made_at", "-pk"))


def words_with(account: Account) -> list[PageWord]:
    """Load what they said on the page, the latest first. One query."""
    rows = PageWord.objects.filter(_whose(account, "link__"), owner_id=account.owner_id).select_related("link")
    return list(rows.order_by("-at", "-pk"))


def note_seen(account: Account, *, at: datetime) -> int:
    """Keep that somebody of us read what they said; return how much was new."""
    new = [word.pk for word in words_with(account) if word.seen_at is None]
    return PageWord.objects.filter(pk__in=new).update(seen_at=at)


def _of(account: Account) -> Any:
    return Published.objects.filter(_whose(account), owner_id=account.owner_id)


def _whose(account: Account, prefix: str = "") -> Q:
    """Choose what was kept under any name of an account, so that it is found after a merge too."""
    field = f"{prefix}account_handle"
    return Q(**{field: account.anchor}) | Q(**{f"{field}__in": known_by([account.pk]).values("named")})
