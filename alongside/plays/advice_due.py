"""A professional was asked: their answer is late, or nobody noted what came of it.

Appears: when the day by which you wanted an answer has passed; fourteen days after an answer whose result is not noted.
Settled by: the answer, or the result, being noted on the page of the case.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import AskedAdvice, Dossier
from alongside.judgement.finding import Evidence
from alongside.judgement.words import ago, day, short_day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.record import as_known_on
from alongside.vocabulary import PlayName

NAME = PlayName.ADVICE_DUE

ANSWER_AFTER_DAYS = 14
"""Days after which an answer is late where no day was named. Unit: days. Our choice: people who help for nothing have their own work."""

RESULT_AFTER_DAYS = 14
"""Days after an answer by which its result can be noted. Unit: days. Our choice: time enough to try it once."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield an item for each answer that is late and each result that is not noted."""
    record = as_known_on(dossier, as_of)
    for asked in record.advice:
        if asked.answered_on is None and _days_late(asked, as_of) > 0:
            yield _item(record, asked, as_of, is_answered=False)
        elif asked.answered_on and not asked.noted_on and (as_of - asked.answered_on).days >= RESULT_AFTER_DAYS:
            yield _item(record, asked, as_of, is_answered=True)


def _days_late(asked: AskedAdvice, as_of: date) -> int:
    if asked.answer_due_on:
        return (as_of - asked.answer_due_on).days
    return (as_of - asked.asked_on).days - ANSWER_AFTER_DAYS


def _item(record: Dossier, asked: AskedAdvice, as_of: date, *, is_answered: bool) -> Suggested:
    on = asked.answered_on if is_answered and asked.answered_on else asked.asked_on
    label = f"case, {short_day(asked.asked_on, as_of)}"
    return Suggested(
        play=NAME,
        key=f"{NAME}:{asked.id}:{'result' if is_answered else 'answer'}",
        say=f"Note what came of {asked.adviser}’s advice on {record.account_name}"
        if is_answered
        else f"Ask {asked.adviser} again about {record.account_name}",
        why=f"{asked.adviser} answered on {day(on, as_of)}, {ago(on, as_of)}, and nobody noted what came of it."
        if is_answered
        else f"You asked on {day(on, as_of)}, {ago(on, as_of)}, and no answer is noted.",
        evidence=(Evidence("advice", asked.id, label, asked.asked_on.isoformat()),),
        action="advice_case",
        action_label="Open the case",
        advances="Learns from those who know",
        owed=0,
        gain=2,
        days_late=max(_days_late(asked, as_of), 0),
        subject_id=asked.id,
        settles_on="The result being noted." if is_answered else "The answer being noted.",
    )
