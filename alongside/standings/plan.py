"""The joint plan of an account as its standing keeps it: no page asks the ledgers again for what judging has read."""

from datetime import date

from alongside.judgement.plan import Plan, StepWord, from_json, plan
from alongside.people.models import Account
from alongside.standings.models import Standing


def plan_words(account: Account) -> tuple[StepWord, ...]:
    """Give what was said of an account's plan; nothing for one that was not judged yet. Needs `judged` to be loaded."""
    standing: Standing | None = getattr(account, "judged", None)
    return from_json(standing.pictures.get("plan", [])) if standing else ()


def plan_with(account: Account, *, as_of: date) -> Plan:
    """Say how the joint plan with an account stands."""
    return plan(plan_words(account), as_of=as_of)
