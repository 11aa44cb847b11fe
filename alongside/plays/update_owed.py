"""Somebody asked us for something, and has heard nothing for too long: keep them abreast.

Appears: seven days after they asked or after our last word (or as many as you set for this customer, or for all); sooner
when they ask again or when the day of the next update has come.
Settled by: any mail of ours to them in that thread (it then rests seven days), or the request being answered or closed.
Left out: what is promised for a day still to come, and what has been quiet for more than 120 days (see older matters).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Evidence
from alongside.judgement.words import ago, count, day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.drafts import reply_subject
from alongside.plays.errands import update_errand
from alongside.plays.evidence import of_request, of_touch
from alongside.plays.matters import Threads, Waiting, is_old, last_from_them, open_promises, subject_of, waiting
from alongside.plays.record import as_known_on, by_thread
from alongside.plays.saying import THEIRS_TO_THEM, matter, name_for_letter, times, whom
from alongside.plays.update_letter import Told, update_letter
from alongside.vocabulary import PlayName, Side

NAME = PlayName.UPDATE_OWED


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield one item for each mail of theirs with open requests about which they wait for a word."""
    record = as_known_on(dossier, as_of)
    threads = by_thread(record)
    for wait in waiting(record, threads):
        if is_old(wait.quiet_since, as_of) or _is_promised_for_later(record, wait, as_of):
            continue
        if wait.times_asked_again or _is_update_day(wait, as_of) or (as_of - wait.quiet_since).days > _interval(wait):
            yield _item(record, wait, threads, as_of)


def _interval(wait: Waiting) -> int:
    """Give the days after which a word is owed: the shortest of what was asked in one mail."""
    return min(request.update_days for request in wait.requests)


def _is_promised_for_later(record: Dossier, wait: Waiting, as_of: date) -> bool:
    """Say whether we named them a day that is still to come, and they did not ask again since."""
    asked = wait.first
    return not wait.again and any(
        due > as_of
        and asked.thread_id
        and promise.thread_id == asked.thread_id
        and promise.person_id == asked.person_id
        for promise, due in open_promises(record, Side.OURS)
    )


def _update_day(wait: Waiting) -> date | None:
    """Give the day on which the next word was to come, if it has not come since."""
    days = [
        r.next_update_on
        for r in wait.requests
        if r.next_update_on and not (wait.told_on and wait.told_on >= r.next_update_on)
    ]
    return min(days, default=None)


def _is_update_day(wait: Waiting, as_of: date) -> bool:
    planned = _update_day(wait)
    return planned is not None and planned <= as_of


def _item(record: Dossier, wait: Waiting, threads: Threads, as_of: date) -> Suggested:
    asked = wait.first
    who, first = whom(record, asked.person_id)
    answer = last_from_them(threads, thread_id=asked.thread_id, person_id=asked.person_id)
    return Suggested(
        play=NAME,
        key=f"{NAME}:request:{asked.id}",
        say=update_errand(asked.what, asked.quote, who),
        why=_why(wait, first, as_of),
        evidence=_evidence(wait, first, as_of),
        action="draft",
        action_label="Write the update",
        advances="Keeps them abreast: being there",
        owed=3 if wait.times_asked_again else 2,
        gain=1,
        days_late=_days_late(wait, as_of),
        person_id=asked.person_id,
        reply_to_interaction_id=(answer.interaction_id if answer else asked.interaction_id) or None,
        draft_subject=reply_subject(subject_of(threads, asked.thread_id) or matter(asked.what, THEIRS_TO_THEM)),
        draft_text=_letter(record, wait, as_of),
        subject_id=asked.id,
        settles_on=f"Your next mail to {first} in this thread, or the request being answered or closed.",
    )


def _why(wait: Waiting, first: str, as_of: date) -> str:
    asked = wait.first
    more = f" (and {count(len(wait.requests) - 1, 'more thing')} in the same mail)" if len(wait.requests) > 1 else ""
    reason = f"{first} asked on {day(asked.asked_on, as_of)}, {ago(asked.asked_on, as_of)}{more}"
    told = f"; our last word was {_told(wait.told_on, asked.asked_on, as_of)}" if wait.told_on else ""
    reason += told or ", and nobody has answered yet"
    if wait.times_asked_again:
        return f"{reason}, and {first} has asked {times(wait.times_asked_again)} since."
    planned = _update_day(wait)
    return (
        f"{reason}; the next word was to come {_on_or_today(planned, as_of)}."
        if planned and planned <= as_of
        else f"{reason}."
    )


def _told(told_on: date, asked_on: date, as_of: date) -> str:
    return "the same day" if told_on == asked_on else ago(told_on, as_of)


def _on_or_today(planned: date, as_of: date) -> str:
    return "today" if planned == as_of else f"on {day(planned, as_of)}"


def _days_late(wait: Waiting, as_of: date) -> int:
    planned = _update_day(wait)
    since_planned = (as_of - planned).days if planned else 0
    return max((as_of - wait.quiet_since).days - _interval(wait), since_planned, 0)


def _evidence(wait: Waiting, first: str, as_of: date) -> tuple[Evidence, ...]:
    asked = [of_request(request, first, as_of=as_of) for request in wait.requests]
    return (*asked, *(of_touch(mail, note="again", as_of=as_of) for mail in wait.again))


def _letter(record: Dossier, wait: Waiting, as_of: date) -> str:
    asked = wait.first
    promises = [p for p in record.commitments if p.thread_id == asked.thread_id and asked.thread_id]
    return update_letter(
        Told(
            who=name_for_letter(record, asked.person_id),
            asked_on=asked.asked_on,
            thing=matter(asked.what, THEIRS_TO_THEM),
            words="\n".join(request.quote or request.what for request in wait.requests),
            told_on=wait.told_on,
            done=tuple(done for request in wait.requests for done in request.done),
            kept=tuple((p.kept_on, p.what) for p in promises if p.side is Side.OURS and p.kept_on),
        ),
        next_on=as_of + timedelta(days=_interval(wait)),
        as_of=as_of,
    )
