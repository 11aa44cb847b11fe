"""Somebody who knows us well is drifting away: get back in touch, with something that is of use to them.

Appears: when our presence with a person is overdue or dark for the part they play, a real tie had grown, and no meeting
is planned; at most two people of an account at a time, the closest first.
Settled by: an exchange with them, or a planned meeting; a mail of ours alone lets it rest a week.
Left out: weak contacts, people who left, and silences of more than a year: that is no longer going, it is gone.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from alongside.judgement.dossier import Dossier, Member, Need, Touch
from alongside.judgement.evidence import of_need
from alongside.judgement.finding import Finding
from alongside.judgement.roles import roles_of
from alongside.judgement.tie import FAMILIAR, tie_strength
from alongside.judgement.words import ago, day, sentence
from alongside.plays.closeness import may_be_asked, person_of
from alongside.plays.contract import Findings, Suggested
from alongside.plays.drafts import letter
from alongside.plays.record import as_known_on, by_person, is_reachable
from alongside.plays.saying import clipped, first_name, full_name, quoted
from alongside.vocabulary import PlayName

NAME = PlayName.GOING_QUIET

QUIET = frozenset({"overdue", "dark"})
"""Values of presence at which somebody is going quiet; with a planned meeting the value is another."""

REAL_TIE = FAMILIAR
"""Strength 0..100 that the tie had at the last exchange. Source: measures, section 6: familiar."""

GONE_AFTER_DAYS = 365
"""Days of silence after which nobody is going quiet any more. Our choice: a year."""

MOST_PER_ACCOUNT = 2
"""People of one account at a time. Our choice: a few real conversations rather than a mailing."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield an item for each of the closest people with whom we have been silent too long for the part they play."""
    record = as_known_on(dossier, as_of)
    people = by_person(record)
    quiet = []
    for finding in findings.get("presence", ()):
        member = record.member(person_of(finding))
        if member and is_reachable(member) and _is_quiet(finding):
            touches = people.get(member.id, [])
            strength = _strength_then(touches, finding, as_of) if may_be_asked(touches, as_of=as_of) else 0.0
            quiet += [(strength, member, finding)] if strength >= REAL_TIE else []
    quiet.sort(key=lambda found: (-found[0], found[1].id))
    for _, member, finding in quiet[:MOST_PER_ACCOUNT]:
        yield _item(record, member, finding, as_of)


def _figures(finding: Finding) -> dict[str, Any]:
    return finding.extra or {}


def _is_quiet(finding: Finding) -> bool:
    days = _figures(finding).get("days_since")
    return finding.value in QUIET and days is not None and days <= GONE_AFTER_DAYS


def _strength_then(touches: list[Touch], finding: Finding, as_of: date) -> float:
    """Weigh the tie as it was on the day of the last exchange, before the silence wore it down."""
    return tie_strength(touches, as_of=_last_on(finding, as_of))


def _last_on(finding: Finding, as_of: date) -> date:
    return as_of - timedelta(days=int(_figures(finding)["days_since"]))


def _item(record: Dossier, member: Member, finding: Finding, as_of: date) -> Suggested:
    first = first_name(full_name(member))
    need = _reason_to_write(record, member)
    return Suggested(
        play=NAME,
        key=f"{NAME}:person:{member.id}",
        say=f"Get back in touch with {full_name(member)}.",
        why=_why(member, finding, need, as_of),
        evidence=finding.evidence + ((of_need(need, as_of=as_of),) if need else ()),
        action="draft",
        action_label="Write",
        advances="Being there",
        gain=2 if finding.value == "overdue" else 1,
        days_late=int(_figures(finding)["days_since"]) - int(_figures(finding).get("cadence_days") or 0),
        person_id=member.id,
        draft_subject=f"[What is of use to {first}]",
        draft_text=_letter(member, finding, need, as_of),
        settles_on=f"An exchange with {first}, or a planned meeting; your mail alone lets this rest for a week.",
    )


def _reason_to_write(record: Dossier, member: Member) -> Need | None:
    """Find the last thing that this person said they need."""
    return next((need for need in reversed(record.needs) if need.person_id == member.id), None)


def _why(member: Member, finding: Finding, need: Need | None, as_of: date) -> str:
    last = _last_on(finding, as_of)
    cadence = _figures(finding).get("cadence_days")
    part = next((f" ({role.label})" for role in roles_of(member)), "")
    aim = f"; for the part they play{part} every {cadence} days is the aim" if cadence else ""
    said = sentence(f"the last exchange was on {day(last, as_of)}, {ago(last, as_of)}{aim}, and nothing is planned")
    return f"{said} A reason to write: {quoted(need.text)}" if need else said


def _letter(member: Member, finding: Finding, need: Need | None, as_of: date) -> str:
    opening = f"It is {ago(_last_on(finding, as_of), as_of).removesuffix(' ago')} since we were last in touch."
    told = f"You told me on {day(need.heard_on, as_of)}: {clipped(need.text)}" if need else ""
    use = "[One thing that helps with it.]" if need else "[One thing that is of use to them now.]"
    return letter(full_name(member), opening, told, use, "[One question, or a day to meet.]")
