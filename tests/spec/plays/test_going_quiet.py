"""Somebody who knows us well drifts away."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from alongside.judgement.dossier import Dossier, Meeting, Member, Need, Touch
from alongside.judgement.judge import judge
from alongside.plays.contract import Suggested
from alongside.plays.going_quiet import suggest
from alongside.vocabulary import NeedKind
from tests.spec.plays.cast import ANN, JOE, MONDAY, mail_from, mail_to, met, nov, record, the_one


def weekly_mail(member: Member, since: date, until: date) -> list[Touch]:
    weeks = range(0, (until - since).days + 1, 7)
    days = [since + timedelta(days=n) for n in weeks]
    return [
        mail
        for n, on in enumerate(days)
        for mail in (mail_to(member, on, thread=500 + n), mail_from(member, on, thread=500 + n, hour=15))
    ]


def suggested(dossier: Dossier, as_of: date = MONDAY) -> list[Suggested]:
    return list(suggest(dossier, judge(dossier, as_of=as_of), as_of=as_of))


def ann_until_july() -> list[Touch]:
    """A year of weekly mail with Ann of procurement, who likes to hear from us every 45 days; the last on 1 July."""
    return weekly_mail(ANN, date(2025, 7, 2), date(2026, 7, 1))


def test_a_real_tie_without_a_next_touch_is_taken_up_again() -> None:
    """A year of weekly mail with Ann until 1 July; since then nothing, and nothing is planned."""
    item = the_one(suggested(record(ann_until_july())))
    assert item.say == "Get back in touch with Ann Petrov."
    assert item.why == (
        "The last exchange was on Wednesday 1 July, five months ago; "
        "for the part they play (procurement) every 45 days is the aim, "
        "and nothing is planned."
    )
    assert (item.owed, item.key) == (0, "going_quiet:person:2")


def test_what_they_need_is_a_reason_to_write() -> None:
    """In May Ann told us of the dust in the bag house."""
    need = Need(600, NeedKind.IMPLIED, "dust in the bag house", date(2026, 5, 6), ANN.id)
    item = the_one(suggested(record(ann_until_july(), needs=(need,))))
    assert item.why.endswith("A reason to write: “dust in the bag house”")
    assert "You told me on Wednesday 6 May: dust in the bag house" in item.draft_text


def test_within_the_cadence_nobody_is_written_to() -> None:
    """On 20 August it is 50 days since the last exchange: due, but not yet overdue."""
    assert not suggested(record(ann_until_july()), as_of=date(2026, 8, 20))


def test_a_planned_meeting_settles_it() -> None:
    """A meeting with Ann on 3 December stands in the calendar."""
    planned = Meeting(80, datetime.combine(date(2026, 12, 3), time(10), UTC), "Year end", (ANN.id,))
    assert not suggested(record(ann_until_july(), planned))


def test_an_exchange_settles_it() -> None:
    """16 Nov: Ann and we met."""
    assert not suggested(record(ann_until_july(), met(ANN, nov(16))))


def test_our_mail_alone_lets_it_rest_for_a_week() -> None:
    """19 Nov: I write to Ann, who has not answered yet."""
    wrote = mail_to(ANN, nov(19), thread=900)
    assert not suggested(record(ann_until_july(), wrote))
    assert suggested(record(ann_until_july(), wrote), as_of=nov(27))


def test_a_weak_contact_is_not_chased() -> None:
    """One exchange with Ann in May, and no more."""
    once = [mail_to(ANN, date(2026, 5, 6), thread=500), mail_from(ANN, date(2026, 5, 7), thread=500)]
    assert not suggested(record(once))


def test_after_a_year_of_silence_it_is_no_longer_going() -> None:
    """The last exchange was on 1 July 2026; in August 2027 nobody is chased."""
    assert not suggested(record(ann_until_july()), as_of=date(2027, 8, 2))


def test_who_left_is_not_written_to() -> None:
    """Ann left in September."""
    assert not suggested(record(replace(ANN, left_on=date(2026, 9, 1)), ann_until_july()))


def test_at_most_two_people_of_an_account_at_a_time() -> None:
    """Joe, Ann and Lee have all fallen silent; the two closest are named."""
    lee = replace(ANN, id=3, name="Lee Okafor")
    silent = [
        *ann_until_july(),
        *weekly_mail(JOE, date(2025, 1, 1), date(2026, 4, 1)),
        *weekly_mail(lee, date(2026, 5, 6), date(2026, 7, 1)),
    ]
    assert len(suggested(record(JOE, ANN, lee, silent))) == 2
