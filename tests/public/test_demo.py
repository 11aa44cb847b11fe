"""What the demo enters by hand: a plan to see, and a page on which a part of it was published."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from alongside.cli.demo_plan import enter_plan
from alongside.demo import plan as told
from alongside.ledgers.customer_page.links import ForWhom, make_link
from alongside.ledgers.plans.models import PlanEntry
from alongside.today.models import TodayItem
from tests.faces.book import company, open_book


def test_the_plan_is_entered_once_and_what_was_chosen_is_published(owner: Any) -> None:
    open_book(owner)
    now, today = timezone.now(), timezone.localdate()
    for _ in range(2):
        enter_plan(owner, at=now, written_for=today, as_of=today)
    entries = PlanEntry.objects.count()
    assert entries == len(told.steps(today)) + 1  # one was ticked off
    account = company(owner, told.WITH)
    _, token = make_link(owner, ForWhom(account.anchor, "joe@nsteel.example"), days=7, by=owner, at=now)
    page = Client().get(f"/c/{token}/").content.decode()
    for step in told.steps(today):
        assert (step.for_them.replace("'", "&#x27;") in page) if step.for_them else (step.what not in page)
    assert told.HEADING in page and told.GREETING in page
    plays = TodayItem.objects.filter(owner=owner, play="plan_step").values_list("say", flat=True)
    assert any("Joe names who signs" in say for say in plays)


def test_where_the_customer_is_not_there_nothing_is_entered(owner: Any) -> None:
    now, today = timezone.now(), timezone.localdate()
    enter_plan(owner, at=now, written_for=today - timedelta(days=30), as_of=today)
    assert not PlanEntry.objects.exists()
