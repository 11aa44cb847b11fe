"""A meeting is today or on the next working day: read up for it on one page.

Appears: from the working day before a meeting with people of the account until the day itself.
Settled by: the day of the meeting passing, or the meeting being cancelled.
"""

from collections.abc import Iterator
from datetime import date, datetime

from alongside.judgement.dossier import Dossier, Meeting, Member
from alongside.judgement.finding import Evidence
from alongside.judgement.words import ago, count, joined, short_day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.days import ahead, next_working_day
from alongside.plays.matters import open_promises, open_requests
from alongside.plays.record import as_known_on, is_reachable, was_spoken
from alongside.plays.saying import full_name
from alongside.vocabulary import PlayName, Side

NAME = PlayName.MEETING_TOMORROW

NAMED_PEOPLE = 3
"""People named in the sentence; more are counted."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield an item for each meeting of today and up to the next working day."""
    record = as_known_on(dossier, as_of)
    for meeting in dossier.meetings:
        people = [m for m in (record.member(person_id) for person_id in meeting.person_ids) if m and is_reachable(m)]
        if people and as_of <= meeting.starts_at.date() <= next_working_day(as_of):
            yield _item(record, meeting, people, as_of)


def _item(record: Dossier, meeting: Meeting, people: list[Member], as_of: date) -> Suggested:
    on = meeting.starts_at.date()
    when = ahead(on, as_of) if (on - as_of).days < 2 else f"on {on:%A}"
    return Suggested(
        play=NAME,
        key=f"{NAME}:interaction:{meeting.interaction_id}",
        say=f"Read up before you meet {_names(people)} {when}.",
        why=_why(record, meeting, people, as_of),
        evidence=(Evidence("interaction", meeting.interaction_id, f"meeting, {short_day(on, as_of)}", on.isoformat()),),
        action="brief",
        action_label="Open the brief",
        advances="Going in prepared: being there",
        owed=2,
        gain=2,
        person_id=people[0].id,
        subject_id=meeting.interaction_id,
        settles_on="The day of the meeting passing.",
    )


def _names(people: list[Member]) -> str:
    names = [full_name(member) for member in people]
    if len(names) <= NAMED_PEOPLE:
        return joined(names)
    return joined([*names[: NAMED_PEOPLE - 1], count(len(names) - NAMED_PEOPLE + 1, "other")])


def _why(record: Dossier, meeting: Meeting, people: list[Member], as_of: date) -> str:
    ids = {member.id for member in people}
    open_between = [
        (sum(p.person_id in ids for p, _ in open_promises(record, Side.OURS)), "promise of ours", "promises of ours"),
        (sum(p.person_id in ids for p, _ in open_promises(record, Side.THEIRS)), "of theirs", "of theirs"),
        (sum(r.person_id in ids for r in open_requests(record)), "request", "requests"),
    ]
    said = joined([count(n, one, many) for n, one, many in open_between if n])
    met = [t.at for t in record.touches if t.person_id in ids and was_spoken(t) and t.at < meeting.starts_at]
    between = f"Open between you: {said}" if said else "Nothing is open between you"
    return f"{_title(meeting)}{between}; {_last(met, as_of)}."


def _title(meeting: Meeting) -> str:
    summary = " ".join(meeting.summary.split())
    return f"“{summary}”. " if summary else ""


def _last(met: list[datetime], as_of: date) -> str:
    earlier = [at.date() for at in met if at.date() <= as_of]
    return f"you last talked {ago(earlier[-1], as_of)}" if earlier else "no earlier meeting or call is on record"
