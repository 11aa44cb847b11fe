"""A case of ours for a customer is to be decided inside our company: be ready, or ask what was decided.

Appears: three working days before the day by which those who decide were to decide, and from then on.
Settled by: writing down what was decided, or a later day.
Left out: cases in which no day is named; the page of the case says so.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.advocacy import decides_on
from alongside.judgement.dossier import Dossier
from alongside.judgement.fought_for import FoughtFor, fought_for
from alongside.judgement.words import ago, count, day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.days import ahead, working_days_between
from alongside.plays.evidence import of_request
from alongside.plays.record import as_known_on
from alongside.plays.saying import quoted, whom
from alongside.vocabulary import CasePart, PlayName

NAME = PlayName.CASE_DECISION

READY_WORKING_DAYS = 3
"""Working days before the decision from which the case is on the list. Our choice: time enough to answer what is still open."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield one item for each case whose decision is near or past and not written down."""
    record = as_known_on(dossier, as_of)
    for fight in fought_for(record, as_of=as_of):
        due = decides_on(fight.case)
        if due and (due <= as_of or working_days_between(as_of, due) <= READY_WORKING_DAYS):
            yield _item(record, fight, due, as_of)


def _item(record: Dossier, fight: FoughtFor, due: date, as_of: date) -> Suggested:
    who, first = whom(record, fight.asked.person_id)
    is_past = due < as_of
    asked = quoted(fight.asked.quote or fight.asked.what)
    return Suggested(
        play=NAME,
        key=f"{NAME}:request:{fight.asked.id}",
        say=f"Ask what was decided for {who}: {asked}" if is_past else f"Be ready to argue for {who}: {asked}",
        why=_why(fight, due, as_of),
        evidence=(of_request(fight.asked, first, as_of=as_of),),
        action="case",
        action_label="Write down what was decided" if is_past else "Open the case",
        advances="Fights for them inside: being their champion",
        owed=2 if is_past else 1,
        gain=2,
        days_late=max((as_of - due).days, 0),
        person_id=fight.asked.person_id,
        subject_id=fight.asked.id,
        settles_on="What was decided, or a later day, written into the case.",
    )


def _why(fight: FoughtFor, due: date, as_of: date) -> str:
    decides = fight.case.newest(CasePart.DECIDES)
    who = decides.text if decides else "Those who decide"
    if due < as_of:
        return f"{who} was to decide by {day(due, as_of)}, {ago(due, as_of)}, and no outcome is written down."
    missing = len(fight.finding.unknown)
    still = f"{count(missing, 'question').capitalize()} of the case {'is' if missing == 1 else 'are'} still open."
    return f"{who} decides by {day(due, as_of)}, {ahead(due, as_of)}. {still if missing else 'The case is complete.'}"
