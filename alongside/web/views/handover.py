"""What was never settled here before my time, who still cares, and what do I fix first? One page, to read or to print."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from alongside.judgement.dossier import Commitment, Dossier, Fact, Member
from alongside.judgement.handover import Inherited
from alongside.people.models import Account
from alongside.people.tenures.change import CHANGES, entries_on
from alongside.people.tenures.models import TenureEntry
from alongside.standings.handover import handover_of, with_yours_since
from alongside.standings.plan import plan_with
from alongside.vocabulary import CommitmentState, InheritedKind, Side, TenureEntryKind
from alongside.web import clock
from alongside.web.evidence.address import chips
from alongside.web.evidence.shown import Chip
from alongside.web.rows.inside import inside_matters

ISSUES_SHOWN = 40
"""Inherited issues on the page, the weightiest first. Unit: issues; more would not be read on the first day."""

KNOWN_SHOWN = 12
"""Facts that were known before, the newest of each topic. Unit: facts."""

DEEDS = {
    InheritedKind.PROMISE: "Keep what we promised {name}, or name a new day:",
    InheritedKind.COMPLAINT: "Tell {name} what was done, or what you will do, about it:",
    InheritedKind.REQUEST: "Give {name} an answer, be it yes or no:",
    InheritedKind.QUESTION: "Answer {name}:",
}
"""The first visible fix, by what it is about."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An inherited issue as a row: whose it is, whether they still care, and where it opens."""

    issue: Inherited
    who: str
    href: str
    cares: str
    why: str
    chips: list[Chip]


@require_safe
def handover(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show what was left open before the account became this user's, or before another day that is asked for."""
    account = get_object_or_404(
        with_yours_since(Account.objects.visible_to(request.user).select_related("judged")), pk=account_id
    )
    _, as_of = clock.now()
    asked, trouble = _day(request.GET.get("since", ""))
    said = entries_on(account)
    passed = next((entry for entry in said if entry.kind in CHANGES), None)
    since = asked or _passed_on(account, passed)
    dossier, found = handover_of(account, since=since, as_of=as_of)
    issues = [_issue(issue, dossier) for issue in found.issues[:ISSUES_SHOWN]]
    context = {
        "here": "accounts",
        "as_of": as_of,
        "account": account,
        "note_about": {"value": f"account:{account.pk}", "name": account.name},
        "found": found,
        "is_known": since is not None,
        "trouble": trouble,
        "issues": issues,
        "more": len(found.issues) - len(issues),
        "first": next((each for each in issues if each.issue is found.first), None),
        "deed": _deed(found.first, dossier) if found.first else "",
        "ours": _pass_on(dossier, Side.OURS, as_of),
        "theirs": _pass_on(dossier, Side.THEIRS, as_of),
        "people": _people(dossier, found.since, as_of),
        "known": _known(dossier, found.since),
        "plan": plan_with(account, as_of=as_of),
        "passed": passed,
        "left_notes": [entry for entry in said if entry.kind == TenureEntryKind.NOTE],
        "inside_matters": inside_matters(getattr(account, "judged", None), as_of=as_of),
    }
    return render(request, "accounts/handover.html", context, status=400 if trouble else 200)


def _passed_on(account: Account, passed: TenureEntry | None) -> date | None:
    """Give the day on which it passed: to somebody else where it was handed over, else to this user."""
    if passed and passed.kind == TenureEntryKind.HANDED_OVER:
        return passed.on
    since: date | None = account.yours_since  # type: ignore[attr-defined]
    return since


def _day(stated: str) -> tuple[date | None, str]:
    """Read the day that is asked for; a sentence where it is none."""
    if not stated:
        return None, ""
    try:
        return date.fromisoformat(stated), ""
    except ValueError:
        return None, f"“{stated[:20]}” is no day. Choose one, or write it as 2025-06-01."


def _issue(issue: Inherited, dossier: Dossier) -> Issue:
    member = dossier.member(issue.person_id)
    opens = chips(issue.evidence)
    return Issue(
        issue=issue,
        who=member.name if member else "somebody who is not known",
        href=opens[0].href,
        cares=_cares(issue, member),
        why=opens[0].why,
        chips=opens,
    )


def _cares(issue: Inherited, member: Member | None) -> str:
    if issue.still_cares:
        return "still in touch"
    return "has left" if member and member.left_on else "no contact in a year"


def _deed(issue: Inherited, dossier: Dossier) -> str:
    member = dossier.member(issue.person_id)
    return DEEDS[issue.kind].format(name=member.name if member else "them")


def _pass_on(dossier: Dossier, side: Side, as_of: date) -> list[Commitment]:
    """Give the open promises of one side that are still to come, or have no day."""
    rows = [c for c in dossier.commitments if c.side is side and c.state is CommitmentState.OPEN]
    due = [(c.moved_to or c.due_on, c) for c in rows]
    return [c for day, c in sorted(due, key=lambda each: each[0] or date.max) if day is None or day >= as_of]


def _people(dossier: Dossier, since: date, as_of: date) -> list[tuple[Member, date | None, int]]:
    """Give everybody there with the last contact and how many there were before the day, the busiest first."""
    days: dict[int, list[date]] = {}
    for touch in dossier.touches:
        if touch.at.date() <= as_of:  # what is only planned is no contact
            days.setdefault(touch.person_id, []).append(touch.at.date())
    rows = [
        (m, max(days.get(m.id, []), default=None), sum(d < since for d in days.get(m.id, []))) for m in dossier.members
    ]
    return sorted(rows, key=lambda row: (-row[2], row[0].name))


def _known(dossier: Dossier, since: date) -> list[Fact]:
    newest = {(f.person_id, f.topic): f for f in dossier.facts if f.as_of < since}
    return sorted(newest.values(), key=lambda f: f.as_of, reverse=True)[:KNOWN_SHOWN]
