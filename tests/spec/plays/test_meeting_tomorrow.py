"""Nobody goes into a meeting unprepared."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from alongside.judgement.dossier import Meeting
from alongside.plays.meeting_tomorrow import suggest
from tests.spec.plays.cast import ANN, JOE, MONDAY, kept, met, nov, record, request, the_one, we_promised


def meeting(on: date, *people: int, summary: str = "") -> Meeting:
    return Meeting(80, datetime.combine(on, time(12), UTC), summary, people)


def test_the_day_before_the_brief_is_offered() -> None:
    """24 Nov: lunch with Joe. One promise and one request are open; we last met on 2 Nov."""
    open_between = [we_promised("send you the certificates", nov(16), nov(30)), request("confirm the laydays", nov(18))]
    dossier = record(met(JOE, nov(2)), open_between, meeting(nov(24), JOE.id, summary="Lunch"))
    item = the_one(suggest(dossier, {}, as_of=MONDAY))
    assert item.say == "Read up before you meet Joe Kowalski tomorrow."
    assert item.why == "“Lunch”. Open between you: one promise of ours and one request; you last talked 21 days ago."
    assert (item.action, item.subject_id) == ("brief", 80)


def test_on_friday_the_meeting_of_monday_is_the_next_one() -> None:
    """Friday 20 Nov; Ann and Joe are met on Monday."""
    item = the_one(suggest(record(meeting(MONDAY, JOE.id, ANN.id)), {}, as_of=nov(20)))
    assert item.say == "Read up before you meet Joe Kowalski and Ann Petrov on Monday."


def test_on_the_day_itself_it_is_still_there() -> None:
    """Monday 23 Nov, in the morning: the meeting is at noon."""
    assert the_one(suggest(record(meeting(MONDAY, JOE.id)), {}, as_of=MONDAY)).say.endswith("today.")


def test_a_meeting_later_in_the_week_waits() -> None:
    """Monday 23 Nov; the meeting is on Wednesday."""
    assert not list(suggest(record(meeting(nov(25), JOE.id)), {}, as_of=MONDAY))


def test_it_settles_itself_when_the_day_is_over() -> None:
    """The meeting was on Monday; on Tuesday nothing is left to read up for."""
    assert not list(suggest(record(meeting(MONDAY, JOE.id)), {}, as_of=nov(24)))


def test_a_meeting_with_people_who_left_is_none() -> None:
    """24 Nov: a meeting with Joe, who left on the 20th."""
    gone = replace(JOE, left_on=nov(20))
    assert not list(suggest(record(gone, meeting(nov(24), JOE.id)), {}, as_of=MONDAY))


def test_what_is_settled_is_not_said_to_be_open() -> None:
    """The only promise was kept on 18 Nov; nobody has met Joe before."""
    promise = kept(we_promised("send you the certificates", nov(16), nov(30)), nov(18))
    item = the_one(suggest(record(promise, meeting(nov(24), JOE.id)), {}, as_of=MONDAY))
    assert item.why == "Nothing is open between you; no earlier meeting or call is on record."
