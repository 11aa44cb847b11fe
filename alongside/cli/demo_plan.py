"""What the demo enters by hand after its import: the joint plan with National Steel, and what stands on their page."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from alongside.people.models import Account


def enter_plan(user: Any, *, at: datetime, written_for: date, as_of: date) -> None:
    """Agree the steps and publish what they may read, unless that was done. Nothing is left where the customer is not there."""
    from alongside.demo import plan as told
    from alongside.ledgers.plans.models import PlanEntry
    from alongside.people.models import Account
    from alongside.pipeline import judge_one

    account = Account.objects.visible_to(user).filter(name=told.WITH, merged_into__isnull=True).first()
    if account is None or PlanEntry.objects.visible_to(user).exists():
        return
    _agree(account, user, at=at, written_for=written_for)
    _publish(account, user, at=at, written_for=written_for, as_of=as_of)
    judge_one(account, as_of=as_of)


def _agree(account: "Account", user: Any, *, at: datetime, written_for: date) -> None:
    """Say each step three weeks before, so that late ones were agreed in time."""
    from alongside.demo import plan as told
    from alongside.ledgers.plans.keep import Terms, add_step, tick

    then, on = at - timedelta(weeks=3), written_for - timedelta(weeks=3)
    for each in told.steps(written_for):
        terms = Terms(each.what, each.side, each.whose, each.due_on)
        entry = add_step(account, terms, by=user, at=then, on=on)
        if each.is_done:
            tick(entry, by=user, at=then + timedelta(weeks=2), on=each.due_on)


def _publish(account: "Account", user: Any, *, at: datetime, written_for: date, as_of: date) -> None:
    from alongside.demo import plan as told
    from alongside.judgement.plan import steps_of
    from alongside.ledgers.customer_page.publish import Choice, publish
    from alongside.ledgers.plans.read import words_of
    from alongside.ledgers.requests.models import Request
    from alongside.vocabulary import PublishedKind

    ours = user.get_full_name()
    head = Choice(PublishedKind.HEAD, "", told.HEADING, since=told.GREETING, whose=ours)
    publish(account, head, by=user, at=at)
    in_words = {each.what: each for each in told.steps(written_for)}
    for step in steps_of(words_of(account)):
        each = in_words[step.what]
        if each.for_them:
            choice = Choice(
                PublishedKind.STEP, step.key, each.for_them, side=step.side, whose=step.whose, due_on=step.due_on,
                is_done=not step.is_open, place=step.place,
            )  # fmt: skip
            publish(account, choice, by=user, at=at)
    rows = Request.objects.visible_to(user).filter(account=account, what__icontains=told.ASKED_ABOUT)
    asked = rows.order_by("-asked_on", "-pk").first()
    if asked is not None:
        words = Choice(
            PublishedKind.REQUEST,
            asked.sighting_key,
            told.ASKED_IN_WORDS,
            since=told.DONE_SINCE,
            state=told.ASKED_STATE,
            due_on=as_of + timedelta(days=3),
        )
        publish(account, words, by=user, at=at)
