"""A promise is due within two working days or late: keep ours, and remind them kindly of theirs.

Appears: when a dated promise of ours is due within two working days or late; when one of theirs is more than two
days late.
Settled by: the mail or word that keeps the promise, or a later date told; an answer or a reminder in the same thread
lets it rest a week.
Left out: promises without a date, and what is more than 120 days late (see older matters).
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Commitment, Dossier, Request
from alongside.judgement.finding import Evidence
from alongside.judgement.presence import REST_DAYS
from alongside.judgement.words import ago, day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.days import ahead, working_days_between
from alongside.plays.drafts import Quoted, letter, reply_subject
from alongside.plays.errands import promised, promised_errand, promised_to_them, whole
from alongside.plays.evidence import of_promise, of_request, of_touch
from alongside.plays.matters import (
    Threads,
    asked_again,
    due_day,
    is_old,
    last_from_them,
    last_word_of_ours,
    open_promises,
    subject_of,
)
from alongside.plays.record import as_known_on, by_thread
from alongside.plays.saying import OURS_TO_THEM, THEIRS_TO_THEM, matter, name_for_letter, quoted, times, whom
from alongside.vocabulary import PlayName, Side

NAME = PlayName.PROMISE_DUE

SOON_WORKING_DAYS = 2
"""Working days before the due day from which a promise of ours is on the list. Our choice: time enough to still keep
it."""

THEIR_GRACE_DAYS = 2
"""Days after their due day before we remind them. Source: the grace of the measure of promises kept."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield an item for each promise of ours that is due or late, and a kind reminder for each late one of theirs."""
    record = as_known_on(dossier, as_of)
    threads = by_thread(record)
    for promise, due in open_promises(record, Side.OURS):
        if (
            working_days_between(as_of, due) <= SOON_WORKING_DAYS
            and not is_old(due, as_of)
            and not _rests(promise, threads, as_of)
        ):
            yield _ours(record, promise, due, threads, as_of)
    for promise, due in open_promises(record, Side.THEIRS):
        if (as_of - due).days > THEIR_GRACE_DAYS and not is_old(due, as_of) and not _rests(promise, threads, as_of):
            yield _theirs(record, promise, due, threads, as_of)


def _rests(promise: Commitment, threads: Threads, as_of: date) -> bool:
    """Say whether we wrote to them in the thread after the due day, less than a week ago."""
    wrote = last_word_of_ours(threads, thread_id=promise.thread_id, person_id=promise.person_id)
    due = due_day(promise)
    return bool(wrote and due and wrote > due and (as_of - wrote).days < REST_DAYS)


def _ours(record: Dossier, promise: Commitment, due: date, threads: Threads, as_of: date) -> Suggested:
    who, first = whom(record, promise.person_id)
    asked = _what_they_asked(record, promise)
    again = asked_again(threads, thread_id=promise.thread_id, person_id=promise.person_id, after=promise.promised_on)
    answer = last_from_them(threads, thread_id=promise.thread_id, person_id=promise.person_id)
    evidence: list[Evidence] = [of_request(request, first, as_of=as_of) for request in asked]
    evidence += [of_promise(promise, as_of=as_of), *(of_touch(mail, note="again", as_of=as_of) for mail in again)]
    late = max((as_of - due).days, 0)
    return Suggested(
        play=NAME,
        key=f"{NAME}:commitment:{promise.id}",
        say=promised_errand(promise.what, promise.quote, who, [whole(r.what, r.quote) for r in asked]),
        why=_why(promise, due, first, len(again), as_of),
        evidence=tuple(evidence),
        action="draft",
        action_label="Write the update" if late else "Write it",
        advances="Keeps your word, and with it being there",
        owed=3 if due <= as_of else 2,
        gain=min(promise.importance - 1, 2) + bool(again),
        days_late=late,
        person_id=promise.person_id,
        reply_to_interaction_id=answer.interaction_id if answer else promise.interaction_id or None,
        draft_subject=reply_subject(subject_of(threads, promise.thread_id) or matter(promise.what, OURS_TO_THEM)),
        draft_text=_keeping_letter(record, promise, due, asked, as_of),
        subject_id=promise.id,
        settles_on=f"Your mail to {first} that brings it, a later date told in time, or your word that it is done.",
    )


def _what_they_asked(record: Dossier, promise: Commitment) -> list[Request]:
    """Find what the promise answered: all that this person had asked in the last mail of the thread that asked."""
    if not promise.thread_id:
        return []
    with_them = [r for r in record.requests if r.thread_id == promise.thread_id and r.person_id == promise.person_id]
    before = [r for r in with_them if r.asked_on <= promise.promised_on]
    return [r for r in before if (r.interaction_id, r.asked_on) == (before[-1].interaction_id, before[-1].asked_on)]


def _why(promise: Commitment, due: date, first: str, times_again: int, as_of: date) -> str:
    opening = promised(promise.what, "" if promise.moved_to else promise.due_words, promise.quote, first)
    moved = "; you then named " if promise.moved_to else "; that was " if due < as_of else "; that is "
    when = f"{opening}{moved}{day(due, as_of)}{_or_else(promise, as_of)}, {ago(due, as_of) if due < as_of else ahead(due, as_of)}"
    return f"{when}, and {first} has asked {times(times_again)} since." if times_again else f"{when}."


def _or_else(promise: Commitment, as_of: date) -> str:
    """Name the other day that the words may have meant ("by next Friday"); a day that was named later has one reading."""
    other = None if promise.moved_to else promise.other_due_on
    return f" (or {day(other, as_of)}, read another way)" if other else ""


def _keeping_letter(record: Dossier, promise: Commitment, due: date, asked: list[Request], as_of: date) -> str:
    who = name_for_letter(record, promise.person_id)
    opening = f"I promised to {promised_to_them(promise.what)} by {day(due, as_of)}"
    opening += ", and I am late. I am sorry that you had to wait." if due < as_of else "."
    body = "[What you found out or did. If it is not settled: what happens next, and by when.]"
    if asked:
        words = "\n".join(request.quote or request.what for request in asked)
        return letter(who, opening, body, quoting=Quoted(who, asked[0].asked_on, words))
    return letter(who, opening, body, quoting=Quoted("I", promise.promised_on, promise.quote))


def _theirs(record: Dossier, promise: Commitment, due: date, threads: Threads, as_of: date) -> Suggested:
    who, first = whom(record, promise.person_id)
    return Suggested(
        play=NAME,
        key=f"{NAME}:commitment:{promise.id}",
        say=f"Remind {who} kindly: {quoted(promise.quote or promise.what)}",
        why=f"{first} promised it for {day(due, as_of)}, {ago(due, as_of)}, and nothing has come yet.",
        evidence=(of_promise(promise, as_of=as_of),),
        action="draft",
        action_label="Write a kind reminder",
        advances="Keeps promises alive on both sides",
        gain=1,
        days_late=(as_of - due).days,
        person_id=promise.person_id,
        reply_to_interaction_id=promise.interaction_id or None,
        draft_subject=reply_subject(subject_of(threads, promise.thread_id) or matter(promise.what, THEIRS_TO_THEM)),
        draft_text=_reminding_letter(record, promise),
        subject_id=promise.id,
        settles_on=f"What {first} promised arriving, or your reminder: after it this rests for a week.",
    )


def _reminding_letter(record: Dossier, promise: Commitment) -> str:
    who = name_for_letter(record, promise.person_id)
    thing = matter(promise.what, THEIRS_TO_THEM)
    opening = f"May I come back to {thing}?" if thing else "May I come back to what you wrote below?"
    body = "Is there anything that you still need from me for it? A word on when I can expect it would help me plan."
    return letter(who, opening, body, quoting=Quoted(who, promise.promised_on, promise.quote))
