"""What is behind a give or get? What was agreed, by whom, for when, and where it stands."""

from typing import Any

from django.urls import reverse

from alongside.judgement.currency import money
from alongside.judgement.words import day
from alongside.ledgers.exchanges.models import Exchange
from alongside.people.kept_under import account_called
from alongside.vocabulary import ExchangeSide
from alongside.web.evidence.shown import Why
from alongside.web.templatetags.words import sentence


def why(user: Any, row_id: int) -> Why | None:
    """Show the give or get with this id, None when the user may see none."""
    row = Exchange.objects.visible_to(user).filter(pk=row_id).select_related("stands_for").first()
    if row is None:
        return None
    account = account_called(user, row.account_handle)
    return Why(
        title="What we gave" if row.side == ExchangeSide.GIVE else "What we got",
        reason=sentence(row.what),
        facts=_facts(row),
        href=reverse("exchanges", args=[account.pk]) if account else "",
        href_label="All gives and gets",
    )


def _facts(row: Exchange) -> list[tuple[str, str]]:
    facts = [("kind", row.get_kind_display()), ("on", day(row.on))]
    facts += [("worth", money(row.value, row.currency) or "not known")]
    facts += [("in return for", row.stands_for.what)] if row.stands_for else []
    facts += [("from", row.whose)] if row.whose else []
    facts += [("by", day(row.due_on))] if row.due_on else []
    facts += [("came", day(row.delivered_on) if row.delivered_on else "not yet")] if row.stands_for else []
    facts += [("why without a return", row.reason)] if row.reason else []
    facts += [("allowed by", row.approved_by)] if row.approved_by else []
    return [*facts, ("now", "taken back")] if row.withdrawn_at else facts
