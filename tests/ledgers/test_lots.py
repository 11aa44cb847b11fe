"""Tables are posted some accounts at a time; what comes of it is as if they were posted at once."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from alongside.ledgers import by_account
from alongside.ledgers.awards.models import Award
from alongside.ledgers.orders.models import Order
from alongside.ledgers.post import post_tables
from alongside.people.identify import identify
from alongside.people.models import Account, IdentityDecision
from alongside.pipeline import bring_up_to_date
from alongside.vocabulary import IdentityDecisionKind
from tests.letters import AT, keep, row

AS_OF = date(2025, 11, 24)


@pytest.fixture
def ordered(owner: User, monkeypatch: pytest.MonkeyPatch) -> User:
    """Orders of three companies, each company a lot of its own."""
    monkeypatch.setattr(by_account, "ACCOUNTS_TOGETHER", 1)
    keep(owner, *[row("orders", account=a, number="1", ordered_on="2025-11-19", value="100") for a in COMPANIES])
    bring_up_to_date(owner, as_of=AS_OF)
    return owner


COMPANIES = ("Alpha Steel", "Beta Iron", "Gamma Cement")


def test_orders_keep_their_ids_when_companies_become_one_and_part_again(ordered: User) -> None:
    before = _where()
    assert sorted(account for *_, account in before) == ["Alpha Steel", "Beta Iron", "Gamma Cement"]
    word = IdentityDecision.objects.create(
        owner=ordered, kind=IdentityDecisionKind.SAME_ACCOUNT, subject="name:alpha steel", other="name:beta iron",
        decided_by=ordered, decided_at=AT,
    )  # fmt: skip
    bring_up_to_date(ordered, as_of=AS_OF)
    assert [(order, award) for order, award, _ in _where()] == [(order, award) for order, award, _ in before]
    assert len({account for *_, account in _where()}) == 2

    word.withdrawn_at = AT
    word.save()
    bring_up_to_date(ordered, as_of=AS_OF)
    assert _where() == before


def _where() -> list[tuple[int, int, str]]:
    orders = Order.objects.order_by("pk").values_list("pk", "awards__pk", "account__name")
    assert Award.objects.count() == len(orders)
    return list(orders)


def test_what_nothing_changed_for_is_not_judged_anew(ordered: User) -> None:
    assert post_tables(ordered, identify(ordered, on=AS_OF)) == set()
    assert not Account.objects.filter(needs_judging=True).exists()
    keep(ordered, row("orders", account="Beta Iron", number="2", ordered_on="2025-11-20", value="100"))
    changed = post_tables(ordered, identify(ordered, on=AS_OF))
    assert [Account.objects.get(pk=pk).name for pk in changed] == ["Beta Iron"]
    assert [account.name for account in Account.objects.filter(needs_judging=True)] == ["Beta Iron"]
