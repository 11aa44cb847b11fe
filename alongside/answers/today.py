"""What to do today, as the command line and programs say it: the items in their order, each with why and its evidence."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.judgement.finding import Evidence
from alongside.plays.order import FIRST_SHOWN, why_this_order
from alongside.today.arrange import open_items
from alongside.today.models import TodayItem


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """One thing to do: the sentence, why, what it will advance, what settles it, and what it rests on."""

    id: int
    key: str
    play: str
    say: str
    why: str
    advances: str
    settles_on: str
    account: str
    account_id: int | None
    person: str
    person_id: int | None
    action: str
    action_label: str
    days_late: int
    evidence: list[Evidence]
    draft_subject: str
    draft_text: str


@dataclass(frozen=True, slots=True)
class TodayAnswer:
    """What to do on a day, the most valuable first; `more` counts what is not among the items."""

    as_of: date
    items: list[ItemAnswer]
    more: int
    why_this_order: str


def what_to_do(user: Any, *, as_of: date, everything: bool = False) -> TodayAnswer:
    """List what is to be done, the first seven or everything. Two queries."""
    rows = list(open_items(user, as_of=as_of))
    shown = rows if everything else rows[:FIRST_SHOWN]
    return TodayAnswer(as_of, [item_answer(row) for row in shown], len(rows) - len(shown), why_this_order())


def item_answer(item: TodayItem) -> ItemAnswer:
    """Say one item."""
    return ItemAnswer(
        id=item.pk,
        key=item.key,
        play=item.play,
        say=item.say,
        why=item.why,
        advances=item.advances,
        settles_on=item.settles_on,
        account=item.account.name if item.account else "",
        account_id=item.account_id,
        person=item.person.name if item.person else "",
        person_id=item.person_id,
        action=item.action,
        action_label=item.action_label,
        days_late=item.days_late,
        evidence=[Evidence(**each) for each in item.evidence],
        draft_subject=item.draft_subject,
        draft_text=item.draft_text,
    )
