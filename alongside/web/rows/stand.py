"""How is a standing said: the level in a sentence with its ladder, the five rules, the way it came?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from alongside.judgement.finding import Finding, Step, from_json
from alongside.judgement.words import month
from alongside.standings.models import LevelMonth, Standing
from alongside.vocabulary import RelationshipLevel, RuleName
from alongside.web.evidence.shown import Chip
from alongside.web.pictures.rules import TOP_RUNG
from alongside.web.templatetags.words import sentence

Month = tuple[date, str, RelationshipLevel]
"""The end of a month, a category, and its level then."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where we stand, as accounts/account.html draws it."""

    level: str
    proofs: Sequence[Step]
    note: str
    title: str
    statement: str
    next: str
    why: str
    chips: Sequence[Chip]
    history: Sequence[tuple[date, RelationshipLevel]]
    is_at_risk: bool


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    value: int | None
    reach: int | None
    reason: str
    why: str
    is_weakest: bool


def finding(standing: Standing, measure: str) -> Finding | None:
    """Give the first finding of a measure as it was judged."""
    stored = standing.findings.get(measure)
    return from_json(stored[0]) if stored else None


def stand(standing: Standing, months: Sequence[Month]) -> Stand | None:
    """Say where we stand with an account; `months` are its levels by month and category."""
    level = finding(standing, "level")
    if level is None:
        return None
    extra = level.extra or {}
    category = str(extra.get("category", "")) or standing.category
    return Stand(
        level=str(level.value or ""),
        proofs=level.reckoning,
        note=_note(category, extra.get("since")),
        title=_title(level, category),
        statement=level.reason,
        next=level.would_change,
        why=_address(standing, "level"),
        chips=[*_awards_chip(standing, level), *_other_chips(standing, extra)],
        history=_history(standing, level, [(on, each) for on, of, each in months if of == category]),
        is_at_risk=standing.is_at_risk,
    )


def rules(standing: Standing) -> list[Rule]:
    """Say the five rules in their order."""
    return [_rule(standing, name) for name in RuleName]


def _rule(standing: Standing, name: RuleName) -> Rule:
    measure = f"rule:{name.value}"
    judged = finding(standing, measure)
    return Rule(
        name=sentence(name.label),
        value=judged.value if judged else None,
        reach=_reach(judged) if judged else None,
        reason=judged.reason if judged else "not judged yet",
        why=_address(standing, measure),
        is_weakest=standing.weakest_rule == name.value and not _is_at_top(judged),
    )


def _is_at_top(judged: Finding | None) -> bool:
    """Tell whether nothing is left to work on: the weakest of five fours is no weakness."""
    return judged is not None and judged.value == TOP_RUNG


def _reach(judged: Finding) -> int | None:
    """Give the highest rung that could be true if all that is unknown turned out well; the rungs up to it are hatched.

    A rule's reckoning names the rung of every demand ("rung 3: ..."); what is not met ends the reach.
    """
    if judged.value is None:
        return None
    missing = [_rung(step) for step in judged.reckoning if step.met is False]
    unknown = [_rung(step) for step in judged.reckoning if step.met is None]
    if not unknown:
        return int(judged.value)
    ceiling = min((rung for rung in missing if rung), default=TOP_RUNG + 1) - 1
    return max(int(judged.value), min(ceiling, TOP_RUNG))


def _rung(step: Step) -> int:
    number = step.label.removeprefix("rung ").partition(":")[0]
    return int(number) if number.isdigit() else 0


def _title(level: Finding, category: str) -> str:
    """Name the level as its rule does ("partner, one person deep"), with its category."""
    label = str((level.extra or {}).get("label") or RelationshipLevel(level.value or RelationshipLevel.PROSPECT).label)
    return sentence(f"{label} for {category.lower()}." if category else f"{label}.")


def _note(category: str, since: Any) -> str:
    told = [f"for {category.lower()}"] if category else []
    told += [f"since {month(date.fromisoformat(since))}"] if since else []
    return ", ".join(told)


def _history(
    standing: Standing, level: Finding, months: Sequence[tuple[date, RelationshipLevel]]
) -> list[tuple[date, RelationshipLevel]]:
    """Let the months that ended run on to the day of the judgement, so that the picture ends at what the page says."""
    if not months or not level.value:
        return list(months)
    ended = [each for each in months if each[0] < standing.as_of]
    return [*ended, (standing.as_of, RelationshipLevel(level.value))]


def _awards_chip(standing: Standing, level: Finding) -> list[Chip]:
    label = f"{level.n} award{'' if level.n == 1 else 's'}"
    return [Chip(label, "award", why=_address(standing, "level"))] if level.n else []


def _other_chips(standing: Standing, extra: dict[str, Any]) -> list[Chip]:
    """Name the level of every other category."""
    made = []
    for other in extra.get("others", []):
        level = RelationshipLevel(other["level"]).label if other.get("level") else "not known"
        label = f"{other['category'] or 'other'}: {level}"
        made.append(Chip(label, "reckoning", why=_address(standing, "level", about=other["category"])))
    return made


def _address(standing: Standing, measure: str, about: str = "") -> str:
    address = reverse("why-finding", args=[standing.account_id, measure])
    return f"{address}?{urlencode({'about': about})}" if about else address


def months_of(user: Any, account_id: int) -> list[Month]:
    """Read the level of every category at the end of every month, oldest first. One query."""
    rows = LevelMonth.objects.visible_to(user).filter(account_id=account_id).order_by("month_end")
    return [(on, of, RelationshipLevel(level)) for on, of, level in rows.values_list("month_end", "category", "level")]
