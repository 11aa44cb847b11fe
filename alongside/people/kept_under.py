"""Under which names is a person's word about a company kept? Under a domain or name, so that it outlives every merge and rebuild."""

from collections.abc import Collection
from typing import Any

from alongside.people.models import Account, Handle
from alongside.vocabulary import HandleKind

_OF_COMPANIES = (HandleKind.DOMAIN, HandleKind.NAME)


def names_of(account: Account) -> list[str]:
    """Give all names of one company, those of companies that went into it among them."""
    return [name for name, _ in _named([account.pk])] + [account.anchor]


def accounts_by_name(account_ids: Collection[int]) -> dict[str, int]:
    """Give by every name of these companies which of them it is. Two queries."""
    anchors = Account.objects.filter(pk__in=account_ids).values_list("anchor", "pk")
    return dict(anchors) | dict(_named(account_ids))


def _named(account_ids: Collection[int]) -> list[tuple[str, int]]:
    rows: Any = Handle.objects.filter(account__in=account_ids, kind__in=_OF_COMPANIES)
    return [(f"{kind}:{value}", pk) for kind, value, pk in rows.values_list("kind", "value", "account_id")]


def account_called(user: Any, name: str) -> Account | None:
    """Find the company that is known by this name now, None when there is none that the user may see."""
    kind, _, value = name.partition(":")
    rows = Account.objects.visible_to(user).filter(merged_into__isnull=True)
    found: Account | None = (
        rows.filter(anchor=name).first() or rows.filter(handles__kind=kind, handles__value=value).first()
    )
    return found
