"""Which items stand on Today and in what order: made from the plays, minus what people decided, most valuable first."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.dossiers.load import loose_doubts
from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Evidence
from alongside.people.models import Tenure
from alongside.plays import all_suggestions
from alongside.plays.contract import Findings, Suggested
from alongside.plays.order import in_order
from alongside.sync import sync
from alongside.today.models import TodayDecision, TodayItem
from alongside.vocabulary import PlayName, TodayVerdict

_HANDED_OVER = Tenure.objects.filter(account=OuterRef("account"), to_on__isnull=False)

LOOSE = 0
"""The account id of a dossier that stands for no account (doubts about ourselves)."""


def suggest_for(owner: Any, judged: Iterable[tuple[Dossier, Findings]], *, as_of: date) -> None:
    """Bring the items of judged accounts in line with what their plays say now: a deed seen in the record settles its item."""
    suggested: dict[str, dict[str, Any]] = {}
    account_ids = set()
    for dossier, findings in judged:
        account_ids.add(dossier.account_id)
        for s in all_suggestions(dossier, findings, as_of=as_of):
            suggested[s.key] = _fields(owner, s, dossier.account_id or None, as_of)
    of_these = Q(account_id__in=account_ids) | Q(key__in=list(suggested))
    if LOOSE in account_ids:
        of_these |= Q(account__isnull=True)
    sync(TodayItem.objects.visible_to(owner).filter(of_these), suggested)


def suggest_loose(owner: Any, *, as_of: date) -> None:
    """Bring the items that belong to no account in line: questions about who we are."""
    suggest_for(owner, [(loose_doubts(owner), {})], as_of=as_of)


def forget_items(owner: Any, account_ids: Iterable[int]) -> None:
    """Drop the items of accounts that are judged no more."""
    TodayItem.objects.visible_to(owner).filter(account_id__in=list(account_ids)).delete()


def arrange(owner: Any) -> None:
    """Put the open items in their order. Decided ones keep no place."""
    rows = {row.key: row for row in TodayItem.objects.visible_to(owner)}
    ordered = in_order([_suggested(row) for row in rows.values()])
    moved = []
    for position, item in enumerate(ordered, start=1):
        if rows[item.key].position != position:
            rows[item.key].position = position
            moved.append(rows[item.key])
    TodayItem.objects.bulk_update(moved, ["position"], batch_size=400)


def open_items(user: Any, *, as_of: date) -> QuerySet[TodayItem]:
    """List what is to be done as of a day, in order, without what was done, dismissed, or snoozed beyond it, and without the accounts
    that somebody else has by now."""
    holds = TodayDecision.objects.visible_to(user).filter(key=OuterRef("key"), withdrawn_at__isnull=True)
    put_away = holds.filter(~Q(verdict=TodayVerdict.SNOOZED) | Q(until__gt=as_of))
    rows = TodayItem.objects.visible_to(user).filter(~Exists(put_away), ~Exists(_HANDED_OVER))
    return rows.select_related("account", "person").order_by("position", "pk")


def decide(
    item: TodayItem, verdict: TodayVerdict, *, by: Any, at: datetime, until: date | None = None, why: str = ""
) -> TodayDecision:
    """Put an item away; the decision outlives the item."""
    return TodayDecision.objects.create(
        owner=item.owner,
        key=item.key,
        verdict=verdict,
        until=until,
        why=why,
        say=item.say,
        decided_by=by,
        decided_at=at,
    )


def take_back(decision: TodayDecision, *, at: datetime) -> None:
    """Undo a decision: the item stands again, if its matter is still open."""
    decision.withdrawn_at = at
    decision.save(update_fields=["withdrawn_at"])


def _fields(owner: Any, s: Suggested, account_id: int | None, as_of: date) -> dict[str, Any]:
    return {
        "owner_id": owner.pk,
        "account_id": account_id,
        "person_id": s.person_id,
        "play": s.play,
        "as_of": as_of,
        "say": s.say,
        "why": s.why,
        "advances": s.advances,
        "settles_on": s.settles_on,
        "evidence": [asdict(e) for e in s.evidence],
        "action": s.action,
        "action_label": s.action_label,
        "owed": s.owed,
        "gain": s.gain,
        "days_late": s.days_late,
        "subject_id": s.subject_id,
        "reply_to_interaction_id": s.reply_to_interaction_id,
        "draft_subject": s.draft_subject,
        "draft_text": s.draft_text,
    }


def _suggested(row: TodayItem) -> Suggested:
    return Suggested(
        play=PlayName(row.play),
        key=row.key,
        say=row.say,
        why=row.why,
        evidence=_evidence(row.evidence),
        action=row.action,
        action_label=row.action_label,
        advances=row.advances,
        owed=row.owed,
        gain=row.gain,
        days_late=row.days_late,
        person_id=row.person_id,
        account_id=row.account_id,
    )


def _evidence(rows: Iterable[dict[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**row) for row in rows)
