"""A question stands unanswered: theirs to us, or ours to them for longer than they usually take.

Appears: when a direct mail of theirs that asks something has had no answer of ours for more than two working days; when
ours has had none beyond 72 business hours and beyond three times what they usually take.
Settled by: a mail of the other side in the same thread, or a call or meeting with that person since.
Left out: mails to more than four people, and what has waited more than 120 days (see older matters).
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Evidence
from alongside.judgement.presence import REST_DAYS
from alongside.judgement.responsiveness import GHOSTED_HOURS, GHOSTED_TIMES_BASE
from alongside.judgement.unanswered import Unanswered
from alongside.judgement.words import ago, count, day, hours, short_day
from alongside.plays.closeness import person_of
from alongside.plays.contract import Findings, Suggested
from alongside.plays.days import working_days_between
from alongside.plays.drafts import Quoted, letter, reply_subject
from alongside.plays.matters import Threads, is_old, last_word_of_ours, questions_for_them, questions_for_us
from alongside.plays.record import as_known_on, by_thread
from alongside.plays.saying import name_for_letter, quoted, times, whom
from alongside.vocabulary import PlayName

NAME = PlayName.QUESTION_UNANSWERED

OUR_WORKING_DAYS = 2
"""Working days that we may take to answer. Our choice: who asks on Monday should hear by Wednesday."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield each question of theirs that waits for us, then each of ours that waits longer than they usually take."""
    record = as_known_on(dossier, as_of)
    for asked in questions_for_us(record, as_of):
        if working_days_between(asked.asked_on, as_of) > OUR_WORKING_DAYS and not is_old(asked.asked_on, as_of):
            yield _theirs(record, asked, as_of)
    threads, habits = by_thread(record), _habits(findings)
    for asked in questions_for_them(record, as_of):
        limit = max(GHOSTED_HOURS, GHOSTED_TIMES_BASE * habits.get(asked.person_id, 0.0))
        if asked.working_hours > limit and not is_old(asked.asked_on, as_of) and not _rests(asked, threads, as_of):
            yield _ours(record, asked, habits.get(asked.person_id), as_of)


def _habits(findings: Findings) -> dict[int, float]:
    """Give the business hours that each of them usually takes to answer us."""
    judged = findings.get("responsiveness", ())
    return {person_of(f): float(f.extra["base_hours"]) for f in judged if f.extra and f.extra.get("base_hours")}


def _rests(asked: Unanswered, threads: Threads, as_of: date) -> bool:
    wrote = last_word_of_ours(threads, thread_id=asked.thread_id, person_id=asked.person_id)
    return bool(wrote and wrote > asked.asked_on and (as_of - wrote).days < REST_DAYS)


def _evidence(asked: Unanswered, whose: str, as_of: date) -> tuple[Evidence, ...]:
    label = f"mail, {short_day(asked.asked_on, as_of)}, {whose}"
    return (Evidence("interaction", asked.interaction_id, label, asked.asked_on.isoformat()),)


def _theirs(record: Dossier, asked: Unanswered, as_of: date) -> Suggested:
    who, first = whom(record, asked.person_id)
    about = asked.quote or asked.subject
    days = count(working_days_between(asked.asked_on, as_of), "working day")
    again = f" {first} has asked {times(asked.asked_again)} since." if asked.asked_again else ""
    return Suggested(
        play=NAME,
        key=f"{NAME}:interaction:{asked.interaction_id}:theirs",
        say=f"Answer {who}: {quoted(about)}" if about else f"Answer {who}’s mail of {day(asked.asked_on, as_of)}.",
        why=f"{first} asked on {day(asked.asked_on, as_of)}, {days} ago, and none of us has answered.{again}",
        evidence=_evidence(asked, f"{first}’s words", as_of),
        action="draft",
        action_label="Answer",
        advances="Answers in time: being there",
        owed=3 if asked.asked_again else 2,
        gain=1,
        days_late=asked.days(as_of),
        person_id=asked.person_id,
        reply_to_interaction_id=asked.interaction_id,
        draft_subject=reply_subject(asked.subject),
        draft_text=_answer(record, asked, as_of),
        subject_id=asked.interaction_id,
        settles_on=f"An answer of any of us in this thread, or a call or meeting with {first}.",
    )


def _answer(record: Dossier, asked: Unanswered, as_of: date) -> str:
    who = name_for_letter(record, asked.person_id)
    opening = f"Thank you for your mail of {day(asked.asked_on, as_of)}. I am sorry that you had to wait for an answer."
    quoting = Quoted(who or record.account_name, asked.asked_on, asked.quote)
    return letter(who, opening, "[Your answer. If it needs more time: by when.]", quoting=quoting)


def _ours(record: Dossier, asked: Unanswered, habit: float | None, as_of: date) -> Suggested:
    who, first = whom(record, asked.person_id)
    about = asked.quote or asked.subject
    on = day(asked.asked_on, as_of)
    usual = (
        f"{first} usually answers within {hours(habit)}" if habit else f"how soon {first} usually answers is not known"
    )
    return Suggested(
        play=NAME,
        key=f"{NAME}:interaction:{asked.interaction_id}:ours",
        say=f"Ask {who} once more: {quoted(about)}"
        if about
        else f"Ask {who} once more what you asked {ago(asked.asked_on, as_of)}.",
        why=f"You asked on {on}, {ago(asked.asked_on, as_of)}, and nothing has come back; {usual}.",
        evidence=_evidence(asked, "our question", as_of),
        action="draft",
        action_label="Write a kind reminder",
        advances="Keeps the conversation going",
        gain=1,
        days_late=asked.days(as_of),
        person_id=asked.person_id,
        reply_to_interaction_id=asked.interaction_id,
        draft_subject=reply_subject(asked.subject),
        draft_text=_reminder(record, asked),
        subject_id=asked.interaction_id,
        settles_on="An answer in this thread, or a call or meeting; your reminder lets this rest for a week.",
    )


def _reminder(record: Dossier, asked: Unanswered) -> str:
    who = name_for_letter(record, asked.person_id)
    opening = "May I come back to my question below? If somebody else is the right one to ask, a name is all I need."
    return letter(who, opening, quoting=Quoted("I", asked.asked_on, asked.quote))
