"""Judging an account and keeping the outcome: findings, pictures, the level of every month, and the suggestions for Today."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from alongside.dossiers.load import load_all, solicitations_of
from alongside.judgement.dossier import Dossier, Touch
from alongside.judgement.finding import Finding, as_json
from alongside.judgement.history import level_at_month_ends
from alongside.judgement.judge import judge
from alongside.judgement.plan import as_json as as_json_of_plan
from alongside.judgement.rules import weakest
from alongside.judgement.tie import tie_over_time
from alongside.ledgers.awards.post import propose_routes
from alongside.people.models import Account
from alongside.standings.models import LevelMonth, Standing
from alongside.sync import append
from alongside.vocabulary import AccountStanding, Direction, InteractionKind, RelationshipLevel

SPARK_MONTHS = 24
"""Months that a tie's line covers. Unit: months; two years show a decay and a recovery."""

PRESENCE_WEEKS = 53
"""Weeks that the presence strip covers. Unit: weeks."""

RECENT_DAYS = 90
"""Days that "recent" means in lists. Unit: days."""

Findings = dict[str, tuple[Finding, ...]]
Judged = tuple[Dossier, Findings]


def judge_account(account: Account, *, as_of: date) -> Judged:
    """Judge one account as of a day, keep the standing and the months, and return what the plays need."""
    return judge_accounts([account], as_of=as_of)[0]


@transaction.atomic
def judge_accounts(accounts: Sequence[Account], *, as_of: date) -> list[Judged]:
    """Judge several accounts in as many questions to the database as one takes."""
    ids = [account.pk for account in accounts]
    propose_routes(ids, solicitations_of(ids))
    judged = [(dossier, judge(dossier, as_of=as_of)) for dossier in load_all(accounts)]
    _write_standings(accounts, judged, as_of=as_of)
    _write_months(accounts, judged, as_of=as_of)
    Account.objects.filter(pk__in=ids).update(needs_judging=False)
    return judged


def accounts_to_judge(owner: Any, *, only_stale: bool = False) -> QuerySet[Account]:
    """List the accounts that can be judged, all but those that nobody sells to; `only_stale` leaves out those that nothing changed for."""
    rows = Account.objects.visible_to(owner).filter(merged_into__isnull=True, standing__in=_CAN_BE_JUDGED)
    if only_stale:
        rows = rows.filter(Q(needs_judging=True) | Q(judged__isnull=True))
    return rows.order_by("pk")


def forget_standings(owner: Any) -> set[int]:
    """Drop the standings of companies that went into another or are no customers; return those companies."""
    gone = Account.objects.visible_to(owner).filter(judged__isnull=False)
    gone = gone.exclude(merged_into__isnull=True, standing__in=_CAN_BE_JUDGED)
    ids = set(gone.values_list("pk", flat=True))
    cannot = Account.objects.visible_to(owner).filter(needs_judging=True)
    cannot.exclude(merged_into__isnull=True, standing__in=_CAN_BE_JUDGED).update(needs_judging=False)
    Standing.objects.filter(account_id__in=ids).delete()
    LevelMonth.objects.filter(account_id__in=ids).delete()
    return ids


_CAN_BE_JUDGED = [s for s in AccountStanding if s != AccountStanding.NOT_A_CUSTOMER]


def _write_standings(accounts: Sequence[Account], judged: Sequence[Judged], *, as_of: date) -> None:
    Standing.objects.bulk_create(
        [_standing(account, *each, as_of=as_of) for account, each in zip(accounts, judged, strict=True)],
        update_conflicts=True,
        unique_fields=["account"],
        update_fields=[f.name for f in Standing._meta.concrete_fields if not f.primary_key],
    )


def _standing(account: Account, dossier: Dossier, findings: Findings, *, as_of: date) -> Standing:
    level = findings["level"][0]
    extra = level.extra or {}
    value = RelationshipLevel(level.value or RelationshipLevel.PROSPECT)
    return Standing(
        account=account,
        owner_id=account.owner_id,
        as_of=as_of,
        level=value,
        level_rung=value.rung,
        category=level.subject,
        is_at_risk=bool(extra.get("at_risk")),
        weakest_rule=_weakest_rule(findings),
        **_touch_figures(dossier, as_of),
        findings={name: [as_json(f) for f in found] for name, found in findings.items()},
        pictures=_pictures(dossier, as_of),
    )


def _weakest_rule(findings: Findings) -> str:
    rules = [f for name, found in findings.items() if name.startswith("rule:") for f in found]
    worst = weakest(rules)
    return worst.measure.removeprefix("rule:") if worst else ""


def _touch_figures(dossier: Dossier, as_of: date) -> dict[str, Any]:
    end = datetime.combine(as_of, time.max, tzinfo=UTC)
    past = [t for t in dossier.touches if t.at <= end]
    ahead = [t for t in dossier.touches if t.at > end]
    since = end - timedelta(days=RECENT_DAYS)
    return {
        "last_touch_at": past[-1].at if past else None,
        "next_touch_at": ahead[0].at if ahead else None,
        "touches_in_90_days": sum(t.at >= since for t in past),
    }


def _pictures(dossier: Dossier, as_of: date) -> dict[str, Any]:
    by_person: dict[int, list[Touch]] = defaultdict(list)
    for touch in dossier.touches:
        by_person[touch.person_id].append(touch)
    ends = month_ends(as_of, SPARK_MONTHS)
    ties = {str(pk): [round(v) for v in tie_over_time(touches, month_ends=ends)] for pk, touches in by_person.items()}
    return {"ties": ties, "presence": _presence_by_week(dossier, as_of), "plan": as_json_of_plan(dossier.plan)}


def _presence_by_week(dossier: Dossier, as_of: date) -> list[dict[str, int]]:
    """Count, for each of the last weeks, mails in, mails out and meetings; the last entry is the week of as_of."""
    weeks = [{"in": 0, "out": 0, "met": 0} for _ in range(PRESENCE_WEEKS)]
    for touch in dossier.touches:
        age = (as_of - touch.at.date()).days // 7
        if 0 <= age < PRESENCE_WEEKS:
            weeks[PRESENCE_WEEKS - 1 - age][_side(touch)] += 1
    return weeks


def _side(touch: Touch) -> str:
    if touch.kind != InteractionKind.MAIL:
        return "met"
    return "in" if touch.direction == Direction.INBOUND else "out"


def month_ends(as_of: date, months: int) -> tuple[date, ...]:
    """List the ends of the last months, oldest first; the last one is as_of itself."""
    ends = [as_of]
    first = as_of.replace(day=1)
    while len(ends) < months:
        ends.append(first - timedelta(days=1))
        first = ends[-1].replace(day=1)
    return tuple(reversed(ends))


def _write_months(accounts: Sequence[Account], judged: Sequence[Judged], *, as_of: date) -> None:
    there: dict[int, dict[tuple[date, str], str]] = defaultdict(dict)
    for month in LevelMonth.objects.filter(account__in=[account.pk for account in accounts]):
        there[month.account_id][month.month_end, month.category] = month.level
    wanted = {account.pk: _months(dossier, as_of=as_of) for account, (dossier, _) in zip(accounts, judged, strict=True)}
    stale = [account for account in accounts if there[account.pk] != wanted[account.pk]]
    LevelMonth.objects.filter(account__in=[account.pk for account in stale]).delete()
    append(
        LevelMonth,
        ["owner_id", "account_id", "month_end", "category", "level"],
        ([a.owner_id, a.pk, end, category, level] for a in stale for (end, category), level in wanted[a.pk].items()),
    )


def _months(dossier: Dossier, *, as_of: date) -> dict[tuple[date, str], str]:
    since = _first_day(dossier)
    if since is None:
        return {}
    levels = level_at_month_ends(dossier, since=since, as_of=as_of)
    return {(end, category[:200]): level.value for end, category, level in levels}


def _first_day(dossier: Dossier) -> date | None:
    days = [t.at.date() for t in dossier.touches[:1]] + [a.decided_on for a in dossier.awards[:1]]
    days += [o.ordered_on for o in dossier.orders[:1]]
    return min(days, default=None)
