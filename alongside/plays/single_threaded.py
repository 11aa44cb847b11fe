"""Everything with an account runs through one person: get to know a second one, before that person moves on.

Appears: for an account that is worth it, when coverage says that it hangs on one person.
Settled by: an exchange or meeting that makes a second tie live; a mail of ours alone lets it rest a week.
Left out: accounts in which nobody is close to us now; and nobody is asked for an introduction whom we have not served
in the last ninety days.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from alongside.judgement.coverage import LIVE_TIE
from alongside.judgement.dossier import Dossier, Member
from alongside.judgement.finding import Finding
from alongside.plays.closeness import may_be_asked, ties
from alongside.plays.contract import Findings, Suggested
from alongside.plays.drafts import letter
from alongside.plays.record import as_known_on, by_person, is_reachable
from alongside.plays.saying import first_name, full_name
from alongside.plays.worth import is_worth_the_work, level_of
from alongside.vocabulary import CommitmentState, PlayName, RelationshipLevel, RequestState, Side, StakeholderRole

NAME = PlayName.SINGLE_THREADED

EARNED_DAYS = 90
"""Days within which something was done for a person before we ask them for something. Source: measures, section 3."""


WHERE: dict[StakeholderRole, str] = {
    StakeholderRole.ECONOMIC_BUYER: "where the money is decided",
    StakeholderRole.USER: "among those who work with it every day",
    StakeholderRole.TECHNICAL_BUYER: "on the technical side",
    StakeholderRole.PROCUREMENT: "in procurement",
    StakeholderRole.OPERATIONS: "in operations",
    StakeholderRole.EXECUTIVE_SPONSOR: "in the management",
}
"""Where the people who play a part are found, as one would ask for them."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield at most one item: who to get to know next, or whom to ask about it."""
    record = as_known_on(dossier, as_of)
    coverage = next(iter(findings.get("coverage", ())), None)
    if coverage is None or not _figures(coverage).get("single_threaded"):
        return
    only = _only(record, findings)
    if only is None or not is_worth_the_work(record, findings, as_of=as_of):
        return
    role, second = _missing(record, coverage, only)
    asked = second or (only if _has_earned(record, only, as_of) else None)
    if asked is None or may_be_asked(by_person(record).get(asked.id, ()), as_of=as_of):
        yield _item(record, findings, coverage, only, role, second, asked)


def _figures(finding: Finding) -> dict[str, Any]:
    return finding.extra or {}


def _only(record: Dossier, findings: Findings) -> Member | None:
    """Find the one through whom it runs: the closest who is still there, if the tie is live."""
    by_tie = ties(findings)
    there = [m for m in record.members if is_reachable(m) and by_tie.get(m.id, 0) >= LIVE_TIE]
    return max(there, key=lambda m: by_tie[m.id], default=None)


def _missing(record: Dossier, coverage: Finding, only: Member) -> tuple[StakeholderRole | None, Member | None]:
    """Find the needed role that weighs most and is not covered, and who plays it, where that is known."""
    uncovered = [c for c in _figures(coverage).get("roles", []) if c["tie"] < LIVE_TIE]
    uncovered.sort(key=lambda c: (-c["weight"], c["person_id"] is None))
    for cover in uncovered:
        member = record.member(cover["person_id"])
        if member and member.id != only.id and is_reachable(member):
            return StakeholderRole(cover["role"]), member
    return (StakeholderRole(uncovered[0]["role"]), None) if uncovered else (None, None)


def _has_earned(record: Dossier, member: Member, as_of: date) -> bool:
    """Say whether we kept a promise to this person or answered a request of theirs lately."""
    since = as_of - timedelta(days=EARNED_DAYS)
    kept = [
        p.kept_on
        for p in record.commitments
        if p.side is Side.OURS and p.state is CommitmentState.KEPT and p.person_id == member.id
    ]
    answered = [r.answered_on for r in record.requests if r.state is not RequestState.OPEN and r.person_id == member.id]
    return any(on and since <= on <= as_of for on in kept + answered)


def _item(
    record: Dossier,
    findings: Findings,
    coverage: Finding,
    only: Member,
    role: StakeholderRole | None,
    second: Member | None,
    asked: Member | None,
) -> Suggested:
    return Suggested(
        play=NAME,
        key=f"{NAME}:account:{record.account_id}",
        say=_say(record, only, role, second, asked),
        why=f"Everything with {record.account_name} runs through {full_name(only)}. {coverage.reason}",
        evidence=coverage.evidence,
        action="draft" if asked else "open",
        action_label="Write" if asked else "Open the account",
        advances="Coverage: a second person who knows us",
        gain=2 if level_of(findings) in (RelationshipLevel.PREFERRED_VENDOR, RelationshipLevel.PARTNER) else 1,
        person_id=asked.id if asked else only.id,
        draft_subject="Getting to know each other" if second else "One question" if asked else "",
        draft_text=_letter(record, only, role, second, asked),
        settles_on="An exchange or a meeting with a second person; your mail alone lets this rest for a week.",
    )


def _say(
    record: Dossier, only: Member, role: StakeholderRole | None, second: Member | None, asked: Member | None
) -> str:
    part = f" ({role.label})" if role else ""
    if second:
        return f"Get to know {full_name(second)}{part} at {record.account_name}."
    if asked:
        return f"Ask {full_name(only)} who else you should know at {record.account_name}{_as_part(role)}."
    return f"Find out who else matters at {record.account_name}{_as_part(role)}."


def _as_part(role: StakeholderRole | None) -> str:
    return f", above all {WHERE[role]}" if role else ""


def _letter(
    record: Dossier, only: Member, role: StakeholderRole | None, second: Member | None, asked: Member | None
) -> str:
    if second:
        opening = f"I work with {full_name(only)} on [what you do together], and we have not met yet."
        return letter(
            full_name(second), opening, "[What may be of use to them.]", "[A day on which you could come by.]"
        )
    if asked is None:
        return ""
    about = f", above all {WHERE[role]}" if role else ""
    question = f"Who else at {record.account_name} should I know{about}? I do not want everything to land on your desk."
    return letter(
        full_name(asked), question, f"If you can introduce me, {first_name(full_name(asked))}, I would be glad."
    )
