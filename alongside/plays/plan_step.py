"""A step of the joint plan is due: take ours, and ask them kindly how theirs goes.

Appears: when a step of ours is due within two working days or late; when one of theirs is more than two days late.
Settled by: the step being ticked off, moved or dropped, by us or by them on their page; a mail to its owner after its day
lets one of theirs rest a week.
Left out: steps that are more than 120 days late, which plan nothing any more, and those of people who left.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Evidence
from alongside.judgement.plan import Step, steps_of
from alongside.judgement.presence import REST_DAYS
from alongside.judgement.words import ago, day, short_day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.days import ahead, working_days_between
from alongside.plays.drafts import letter
from alongside.plays.matters import is_old
from alongside.plays.promise_due import SOON_WORKING_DAYS, THEIR_GRACE_DAYS
from alongside.plays.record import as_known_on, gone_ids, is_from_us
from alongside.plays.saying import first_name, name_for_letter, quoted
from alongside.vocabulary import PlayName, Side

NAME = PlayName.PLAN_STEP


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield an item for each step of ours that is due or late, and a kind question for each late one of theirs."""
    record = as_known_on(dossier, as_of)
    for step in steps_of(record.plan):
        if not step.is_open or is_old(step.due_on, as_of):
            continue
        if step.side is Side.OURS and working_days_between(as_of, step.due_on) <= SOON_WORKING_DAYS:
            yield _ours(record, step, as_of)
        elif step.side is Side.THEIRS and _is_to_be_asked(record, step, as_of):
            yield _theirs(record, step, as_of)


def _is_to_be_asked(record: Dossier, step: Step, as_of: date) -> bool:
    """Say whether it is late beyond grace and we did not write to its owner after its day, less than a week ago."""
    if step.days_late(as_of) <= THEIR_GRACE_DAYS or step.person_id in gone_ids(record):
        return False
    wrote = [t.at.date() for t in record.touches if t.person_id == step.person_id and is_from_us(t)]
    return not any(on > step.due_on and (as_of - on).days < REST_DAYS for on in wrote)


def _ours(record: Dossier, step: Step, as_of: date) -> Suggested:
    late = step.days_late(as_of)
    return Suggested(
        play=NAME,
        key=f"{NAME}:{step.key}",
        say=f"Joint plan with {record.account_name}: {step.what.rstrip('.')}.",
        why=f"{step.whose} was to do it by {_when(step, as_of)}.",
        evidence=_evidence(record, step, as_of),
        action="plan",
        action_label="Tick or move it",
        advances="Keeps your side of what you planned together",
        owed=3 if late or step.due_on == as_of else 2,
        gain=1,
        days_late=late,
        settles_on="The step being ticked off, moved or dropped.",
    )


def _theirs(record: Dossier, step: Step, as_of: date) -> Suggested:
    first = first_name(step.whose)
    return Suggested(
        play=NAME,
        key=f"{NAME}:{step.key}",
        say=f"Ask {step.whose} how it goes: {quoted(step.what)}",
        why=f"{first} was to do it by {_when(step, as_of)}.",
        evidence=_evidence(record, step, as_of),
        action="draft",
        action_label="Ask how it goes",
        advances="Keeps the joint plan alive on both sides",
        gain=1,
        days_late=step.days_late(as_of),
        person_id=step.person_id,
        draft_subject=f"Our plan: {step.what.rstrip('.')}",
        draft_text=_letter(record, step),
        settles_on=f"{first} ticking it off on their page, or your word that it is done, moved or dropped.",
    )


def _when(step: Step, as_of: date) -> str:
    """Say its day, how near or far it is, and the day that was named first where it was moved."""
    how = ago(step.due_on, as_of) if step.due_on < as_of else ahead(step.due_on, as_of)
    first = f" (first {short_day(step.first_due_on, as_of)})" if step.first_due_on != step.due_on else ""
    return f"{day(step.due_on, as_of)}{first}, {how}"


def _letter(record: Dossier, step: Step) -> str:
    opening = f"In our plan you had this for {day(step.due_on)}: {step.what.rstrip('.')}."
    body = "How does it go? If another day suits you better, tell me which, and I move it. If you need something from me for it, say so."
    return letter(name_for_letter(record, step.person_id) or step.whose, opening, body)


def _evidence(record: Dossier, step: Step, as_of: date) -> tuple[Evidence, ...]:
    return (Evidence("plan", record.account_id, f"joint plan, {short_day(step.since, as_of)}", step.since.isoformat()),)
