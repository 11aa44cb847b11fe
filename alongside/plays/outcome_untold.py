"""What we fought for inside our company is decided, and the customer does not know it yet: tell them what came of it.

Appears: as soon as an outcome is written into the case, won or not.
Settled by: our next mail to them in that thread, or saying in the case that they were told.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.advocacy import Said, told_on
from alongside.judgement.dossier import Dossier
from alongside.judgement.fought_for import FoughtFor, fought_for
from alongside.judgement.words import ago, day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.drafts import reply_subject
from alongside.plays.evidence import of_request
from alongside.plays.matters import last_from_them, subject_of
from alongside.plays.outcome_letter import Told, outcome_letter
from alongside.plays.record import as_known_on, by_thread
from alongside.plays.saying import THEIRS_TO_THEM, matter, name_for_letter, quoted, whom
from alongside.vocabulary import CasePart, PlayName

NAME = PlayName.OUTCOME_UNTOLD


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield one item for each outcome that was not told."""
    record = as_known_on(dossier, as_of)
    for fight in fought_for(record, as_of=as_of):
        outcome = fight.case.newest(CasePart.STATE)
        if outcome and fight.case.state.is_outcome and told_on(fight.case) is None:
            yield _item(record, fight, outcome, as_of)


def _item(record: Dossier, fight: FoughtFor, outcome: Said, as_of: date) -> Suggested:
    asked, threads = fight.asked, by_thread(record)
    who, first = whom(record, asked.person_id)
    decided = outcome.on or outcome.said_at.date()
    answer = last_from_them(threads, thread_id=asked.thread_id, person_id=asked.person_id)
    return Suggested(
        play=NAME,
        key=f"{NAME}:request:{asked.id}",
        say=f"Tell {who} what came of your fight for them: {quoted(asked.quote or asked.what)}",
        why=f"It was {fight.case.state.label} on {day(decided, as_of)}, {ago(decided, as_of)}, and {first} has not heard of it.",
        evidence=(of_request(asked, first, as_of=as_of),),
        action="draft",
        action_label="Write what you did for them",
        advances="Shows them that somebody here fights for them",
        owed=3,
        gain=2,
        days_late=max((as_of - decided).days, 0),
        person_id=asked.person_id,
        reply_to_interaction_id=(answer.interaction_id if answer else asked.interaction_id) or None,
        draft_subject=reply_subject(subject_of(threads, asked.thread_id) or matter(asked.what, THEIRS_TO_THEM)),
        draft_text=_letter(record, fight, as_of),
        subject_id=asked.id,
        settles_on=f"Your next mail to {first} in this thread, or your word in the case that they were told.",
    )


def _letter(record: Dossier, fight: FoughtFor, as_of: date) -> str:
    asked, for_them = fight.asked, fight.case.newest(CasePart.FOR_THEM)
    told = Told(
        name=name_for_letter(record, asked.person_id),
        asked_on=asked.asked_on,
        what=asked.what,
        quote=asked.quote,
        state=fight.case.state,
        for_them=for_them.text if for_them else "",
    )
    return outcome_letter(told, as_of=as_of)
