"""Where we stand with an account, as the command line and programs say it: every finding with its reckoning and its evidence."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from alongside.judgement.finding import Evidence, Finding, from_json
from alongside.people.models import Account
from alongside.standings.models import Standing


@dataclass(frozen=True, slots=True)
class StandingAnswer:
    """Everything that was judged about an account; `people` names the subjects that are people ("person:12")."""

    account_id: int
    account: str
    domain: str
    level: str | None
    as_of: date | None
    people: dict[str, str]
    findings: dict[str, list[Finding]]


@dataclass(frozen=True, slots=True)
class AccountAnswer:
    """An account and its level with the reason, the evidence, what is not known and what would change it.

    `level` None: nothing was judged yet. `standing` is what the company is to us.
    """

    id: int
    name: str
    domain: str
    standing: str
    industry: str
    city: str
    since: date | None
    own_fields: dict[str, Any]
    level: str | None
    category: str
    is_at_risk: bool
    reason: str
    evidence: list[Evidence]
    unknown: list[str]
    would_change: str
    weakest_rule: str
    last_touch_at: datetime | None
    next_touch_at: datetime | None
    as_of: date | None


def standing_of(account: Account, *, measure: str = "") -> StandingAnswer:
    """Say everything that was judged about an account, or what one measure says. Two queries."""
    standing = Standing.objects.filter(account=account).first()
    stored = standing.findings if standing else {}
    chosen = {name: found for name, found in stored.items() if measure in ("", name)}
    return StandingAnswer(
        account_id=account.pk,
        account=account.name,
        domain=account.domain,
        level=standing.level if standing else None,
        as_of=standing.as_of if standing else None,
        people={f"person:{pk}": name for pk, name in account.people.values_list("pk", "name")},
        findings={name: [from_json(each) for each in found] for name, found in chosen.items()},
    )


def account_answer(account: Account) -> AccountAnswer:
    """Say what an account is, and its level; its standing is loaded with it, or it has none."""
    standing: Standing | None = getattr(account, "judged", None)
    stored = standing.findings.get("level", []) if standing else []
    level = from_json(stored[0]) if stored else None
    return AccountAnswer(
        id=account.pk,
        name=account.name,
        domain=account.domain,
        standing=account.standing,
        industry=account.industry,
        city=account.city,
        since=account.since,
        own_fields=account.own_fields,
        level=standing.level if standing else None,
        category=standing.category if standing else "",
        is_at_risk=bool(standing and standing.is_at_risk),
        reason=level.reason if level else "Nothing was judged yet: there is no contact and no business in the record.",
        evidence=list(level.evidence) if level else [],
        unknown=list(level.unknown) if level else [],
        would_change=level.would_change if level else "",
        weakest_rule=standing.weakest_rule if standing else "",
        last_touch_at=standing.last_touch_at if standing else None,
        next_touch_at=standing.next_touch_at if standing else None,
        as_of=standing.as_of if standing else None,
    )
