"""The planted scenes: each is where it should be, on days that fit, and stays open."""

from collections import Counter
from datetime import date, timedelta
from email.utils import getaddresses
from pathlib import Path

import pytest
from icalendar import Calendar

from alongside.demo.deals import NEWEST_NATIONAL_ORDER, deals
from alongside.demo.mail import Mail
from alongside.demo.rhythm import last_moment
from alongside.demo.scenes import promised_friday
from alongside.demo.world import World, set_down
from alongside.judgement.proportion import wilson_lower_bound
from alongside.vocabulary import AwardOutcome
from tests.demo.test_world import table


def letters(world: World, scene: str) -> list[Mail]:
    """Find the letters of a scene again by the ids that the world gives."""
    by_id = {mail.message_id: mail for mail in world.mails}
    return [by_id[each] for each in world.planted[scene].letters]


def to_and_from(world: World, key: str, *, since: date) -> list[Mail]:
    return [mail for mail in world.mails if mail.at.date() > since and key in {who.key for who in mail.everyone}]


def test_every_scene_is_planted_on_whatever_day(any_world: World, world: World) -> None:
    assert set(any_world.planted) == set(world.planted)
    for scene, planted in any_world.planted.items():
        assert len(letters(any_world, scene)) == len(planted.letters)


def test_the_quote_of_a_scene_stands_in_one_of_its_letters(any_world: World) -> None:
    for scene, planted in any_world.planted.items():
        assert any(planted.quote in mail.said for mail in letters(any_world, scene)) or not planted.letters, scene


def test_the_scenes_can_be_set_down_on_every_day_of_a_year() -> None:
    for day in range(366):
        as_of = date(2026, 7, 1) + timedelta(days=day)
        scenes = set_down(deals(as_of), as_of=as_of)
        due = scenes.planted["demurrage"].due_on
        assert due is not None and 6 <= (as_of - due).days <= 15
        assert max(mail.at for mail in scenes.mails) < last_moment(as_of)


def test_on_the_monday_of_the_sketch_the_promise_was_due_friday_the_thirteenth(world: World) -> None:
    planted = world.planted["demurrage"]
    asked, answer, again = letters(world, "demurrage")
    assert planted.due_on == date(2026, 11, 13)
    assert (asked.at.date(), again.at.date()) == (date(2026, 11, 11), date(2026, 11, 18))
    assert "I will find out and tell you by Friday." in answer.said


def test_the_demurrage_promise_fell_on_a_friday_that_has_passed_by_about_ten_days(any_world: World) -> None:
    due = any_world.planted["demurrage"].due_on
    asked, answer, again = letters(any_world, "demurrage")
    assert due is not None
    assert due.weekday() == 4
    assert 6 <= (any_world.as_of - due).days <= 15
    assert timedelta(0) < due - answer.at.date() < timedelta(days=5)
    assert asked.at < answer.at < again.at


def test_nobody_of_us_writes_to_joe_of_it_after_he_asked_again(any_world: World) -> None:
    _, answer, again = letters(any_world, "demurrage")
    ours = [mail for mail in to_and_from(any_world, "joe", since=answer.at.date()) if mail.sender.is_ours]
    assert {mail.script for mail in ours} <= {"scene order"}
    assert not [mail for mail in any_world.mails if mail.answers and mail.answers.message_id == again.message_id]


def test_the_promised_friday_is_as_near_to_nine_or_ten_days_as_fridays_allow() -> None:
    for day in range(28):
        as_of = date(2026, 8, 3) + timedelta(days=day)
        assert 6 <= (as_of - promised_friday(as_of)).days <= 13


def test_the_terms_were_asked_of_the_predecessor_long_before_and_never_answered(world: World) -> None:
    first, second = letters(world, "inherited_terms")
    owner_since = next(row["owner_since"] for row in table(world.folder, "accounts") if row["name"] == "National Steel")
    assert first.to[0].key == second.to[0].key == "tom"
    assert "alex" in {who.key for who in first.cc}
    assert first.at.date() < second.at.date() < date.fromisoformat(owner_since)
    assert not [mail for mail in world.mails if mail.sender.is_ours and mail.answers in (first, second)]


def test_what_the_predecessor_left_behind_lies_in_the_handover_folder(world: World) -> None:
    left = [mail for mail in world.mails if mail.folder == "handover"]
    assert len(left) >= 20
    assert {mail.account for mail in left} == {"national"}
    assert "alex" not in {who.key for mail in left for who in mail.everyone}


def test_the_newest_order_of_national_steel_had_no_inquiry_in_the_sixty_days_before(any_world: World) -> None:
    order, _ = letters(any_world, "order_without_bid")
    since = any_world.as_of - timedelta(days=75)
    before = [mail for mail in any_world.mails if mail.account == "national" and mail.at.date() > since]
    assert str(NEWEST_NATIONAL_ORDER) in order.subject
    assert [mail.subject for mail in before if any(word in mail.said for word in ("RFQ", "quot", "tender"))] == []


def test_five_of_seven_pellet_awards_came_without_a_bid_and_one_more_would_show_partner(world: World) -> None:
    decided = [
        d for d in deals(world.as_of) if d.account.key == "national" and d.category == "pellets" and not d.is_pending
    ]
    direct = [deal for deal in decided if deal.is_direct]
    won = [deal for deal in decided if deal.outcome is AwardOutcome.WON]
    recommended = [deal for deal in won if deal.origin.value == "we_recommended"]
    assert (len(direct), len(decided), len(recommended) / len(won)) == (5, 7, 0.4)
    assert (wilson_lower_bound(5, 7) or 0) < 0.5 < (wilson_lower_bound(6, 8) or 0)
    assert {deal.decided_by.key for deal in decided} == {"joe"}


def test_an_inquiry_came_before_every_invited_order_and_before_no_direct_one(world: World) -> None:
    asked = {mail.script for mail in world.mails if mail.attached and mail.attached[0].name.startswith("rfq")}
    assert asked
    assert not asked & {
        "plain order",
        "order by phone first",
        "order under the plan",
        "urgent order",
        "order on our word",
    }


def test_lunch_with_joe_is_tomorrow_at_noon_in_his_town(any_world: World) -> None:
    uid = any_world.planted["lunch_tomorrow"].meeting
    calendar = Calendar.from_ical((any_world.folder / "calendar.ics").read_bytes())
    [lunch] = [event for event in calendar.walk("VEVENT") if str(event["UID"]) == uid]
    starts = lunch.decoded("DTSTART")
    assert starts.date() == any_world.as_of + timedelta(days=1)
    assert (starts.hour, str(starts.tzinfo)) == (12, "America/New_York")
    assert "joe.kowalski@nationalsteel.example" in str(lunch["ATTENDEE"])


def test_nothing_else_with_a_customer_is_in_the_calendar_tomorrow(any_world: World) -> None:
    import recurring_ical_events

    calendar = Calendar.from_ical((any_world.folder / "calendar.ics").read_bytes())
    tomorrow = any_world.as_of + timedelta(days=1)
    events = recurring_ical_events.of(calendar).at(tomorrow)
    titles = {str(event["SUMMARY"]) for event in events}
    assert titles - {"Monday round"} == {"Lunch with Joe Kowalski"}


def test_maria_signs_with_her_new_title_since_a_few_days_and_with_the_old_one_before(any_world: World) -> None:
    hers = [mail for mail in any_world.mails if mail.sender.key == "maria"]
    new = [mail for mail in hers if "Director of Operations" in mail.said]
    old = [mail for mail in hers if "Operations Manager" in mail.said]
    assert old
    assert [mail.message_id for mail in new] == [letters(any_world, "promoted")[-1].message_id]
    assert max(mail.at for mail in old) < new[0].at
    assert (any_world.as_of - new[0].at.date()).days <= 8


def test_what_is_promised_ahead_is_due_ahead_and_what_is_late_is_late(any_world: World) -> None:
    planted = any_world.planted
    ahead = [planted[each].due_on for each in ("certificates", "rail_schedule", "blend_promised", "test_promised")]
    late = [planted[each].due_on for each in ("demurrage", "their_promise_late", "our_promise_late")]
    assert all(due is not None and due > any_world.as_of for due in ahead)
    assert all(due is not None and due < any_world.as_of for due in late)


@pytest.mark.parametrize(
    "scene", ["terms_asked", "question_to_them", "question_to_us", "stock_plan_asked", "off_track"]
)
def test_a_question_that_waits_has_not_been_answered(any_world: World, scene: str) -> None:
    last = letters(any_world, scene)[-1]
    assert not [mail for mail in any_world.mails if mail.answers is last]
    assert "?" in last.said or "Please" in last.said


def test_the_economic_buyer_went_quiet_four_months_ago(any_world: World) -> None:
    his = [mail for mail in any_world.mails if mail.sender.key == "marcus"]
    assert 115 <= (any_world.as_of - max(mail.at.date() for mail in his)).days <= 135


def test_nobody_of_us_has_written_to_the_new_contact(any_world: World) -> None:
    ours = [mail for mail in any_world.mails if mail.sender.is_ours]
    assert not [mail for mail in ours if "trent" in {who.key for who in mail.everyone}]


def test_the_complaint_came_back_five_weeks_after_the_fix(world: World) -> None:
    mails = letters(world, "complaint_came_back")
    fixed = next(mail for mail in mails if "Found and fixed" in mail.said)
    back = next(mail for mail in mails if "Fines are back." in mail.said)
    assert 33 <= (back.at - fixed.at).days <= 37


def test_two_addresses_bear_one_name_and_one_person_writes_from_home(world: World) -> None:
    used = Counter(mail.sender.address for mail in world.mails)
    for scene in ("two_addresses", "free_mail"):
        assert all(used[address] > 1 for address in world.planted[scene].people), scene


def test_an_account_where_everything_goes_through_one_person(world: World) -> None:
    theirs = Counter(mail.sender.key for mail in world.mails if mail.account == "cement" and not mail.sender.is_ours)
    assert theirs["norm"] > 0.85 * theirs.total()


def test_machines_and_lists_say_so_in_their_headers(world: World) -> None:
    marked = Counter(next(iter(mail.headers)) for mail in world.mails if mail.headers)
    assert set(marked) >= {"List-Unsubscribe", "List-Id", "Auto-Submitted"}
    assert marked.total() > 100


def test_the_bounce_comes_from_the_mail_system_with_an_empty_return_path(folder: Path) -> None:
    text = (folder / "inbox.mbox").read_bytes()
    assert text.count(b"Subject: Undelivered Mail Returned to Sender") == 1
    assert b"Return-Path: <>\nFrom: Mail Delivery System" in text


def test_every_meeting_has_the_user_and_somebody_else_in_it(folder: Path) -> None:
    calendar = Calendar.from_ical((folder / "calendar.ics").read_bytes())
    for event in calendar.walk("VEVENT"):
        if "ATTENDEE" in event:
            guests = [address for _, address in getaddresses([str(each)[7:] for each in event["ATTENDEE"]])]
            assert "alex.lindgren@mesabaore.example" in guests
            assert len(guests) > 1
