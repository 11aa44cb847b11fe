"""What Alex entered by hand in the demo world, kept as the pages keep it. Nothing is entered twice."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from alongside.demo import entered
from alongside.demo.days import working_day
from alongside.ledgers.advocacy.fight import Said, go_to_bat
from alongside.ledgers.advocacy.models import AdvocacyCase
from alongside.ledgers.exchanges.enter import Allowed, Terms, concede, deliver
from alongside.ledgers.requests.file import write_down
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account
from alongside.pipeline import judge_one

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def enter_by_hand(user: "User", *, at: datetime, as_of: date) -> None:
    """Enter what belongs to the demo world and stands in no file; a second call enters nothing."""
    if AdvocacyCase.objects.visible_to(user).exists():
        return
    touched = [*_origins(user, at, as_of), *_case(user, at, as_of), *_concessions(user, at, as_of)]
    for account in {account.pk: account for account in touched if account}.values():
        judge_one(account, as_of=as_of)


def _origins(user: "User", at: datetime, as_of: date) -> list[Account | None]:
    for each in entered.ORIGINS:
        day = as_of - timedelta(days=each.days_ago)
        write_down(_asked(user, each.asked), each.kind, each.text, by=user, at=at, on=day, source=each.source)
    return [_asked(user, each.asked).account for each in entered.ORIGINS]


def _case(user: "User", at: datetime, as_of: date) -> list[Account | None]:
    for each in entered.CASE:
        on = working_day(as_of, each.in_working_days) if each.in_working_days is not None else None
        currency = entered.CURRENCY if each.value else ""
        said = Said(each.text, state=each.state, value=each.value, currency=currency, on=on)
        go_to_bat(_asked(user, each.asked), each.part, said, by=user, at=at)
    return [_asked(user, each.asked).account for each in entered.CASE]


def _concessions(user: "User", at: datetime, as_of: date) -> list[Account | None]:
    return [_concession(user, each, at, as_of) for each in entered.CONCESSIONS]


def _concession(user: "User", each: entered.Given, at: datetime, as_of: date) -> Account:
    account = Account.objects.visible_to(user).get(name=each.account)
    on = as_of - timedelta(days=each.days_ago)
    due = as_of - timedelta(days=each.due_days_ago)
    given = concede(
        account,
        Terms(each.what, on, each.value, entered.CURRENCY),
        got=Terms(each.got, on, whose=each.whose, due_on=due) if each.got else None,
        reason=each.reason,
        allowed=Allowed(each.allowed_by, on) if each.allowed_by else None,
        by=user,
        at=at,
    )
    if each.came_days_ago is not None:
        deliver(given.returns.get(), on=as_of - timedelta(days=each.came_days_ago))
    return account


def _asked(user: "User", words: str) -> Request:
    found = Request.objects.visible_to(user).filter(quote__contains=words)
    return found.select_related("account", "owner").earliest("asked_on", "pk")
