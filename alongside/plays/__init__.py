"""What is there to do today? Every play, asked about one account.

Each play is a file of its own; this names them all and puts one matter into one item. Pure.
"""

from dataclasses import replace
from datetime import date

from alongside.judgement.dossier import Dossier
from alongside.plays import (
    advice_due,
    award_route,
    case_decision,
    doubt_to_settle,
    going_quiet,
    letter_outcome,
    meeting_tomorrow,
    new_contact,
    off_track,
    older_matters,
    open_question,
    outcome_untold,
    plan_step,
    promise_due,
    question_unanswered,
    return_overdue,
    role_changed,
    single_threaded,
    they_wrote,
    update_owed,
    weakest_rule,
)
from alongside.plays.contract import Findings, Suggested
from alongside.plays.merge import merged

PLAYS = (
    letter_outcome,
    promise_due,
    update_owed,
    question_unanswered,
    outcome_untold,
    case_decision,
    return_overdue,
    meeting_tomorrow,
    open_question,
    award_route,
    role_changed,
    new_contact,
    going_quiet,
    single_threaded,
    weakest_rule,
    doubt_to_settle,
    plan_step,
    they_wrote,
    off_track,
    advice_due,
    older_matters,
)
"""Every play, in the order of the manual."""


def all_suggestions(dossier: Dossier, findings: Findings, *, as_of: date) -> tuple[Suggested, ...]:
    """Ask every play about one account, and keep one item for each matter. The order of Today is order.py's."""
    items = [item for play in PLAYS for item in play.suggest(dossier, findings, as_of=as_of)]
    return tuple(replace(item, account_id=dossier.account_id) for item in merged(dossier, items))
