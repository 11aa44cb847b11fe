"""Meetings: their zones, their repetitions, who takes part; and what is refused instead of going on for ever."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from alongside.sources.caps import ATTENDEES_MAX, OCCURRENCES_MAX
from alongside.sources.contract import Event, Mailbox, Refused
from alongside.sources.ics import Ics

SAMPLES = Path(__file__).parent / "samples"


def read(path: Path) -> tuple[list[Event], list[Refused]]:
    items = [each.item for each in Ics().read(path)]
    return [i for i in items if isinstance(i, Event)], [i for i in items if isinstance(i, Refused)]


def sample(uid: str) -> list[Event]:
    return [each for each in read(SAMPLES / "meetings.ics")[0] if each.uid == f"{uid}@sample.example"]


def read_event(folder: Path, *lines: str) -> tuple[list[Event], list[Refused]]:
    path = folder / "one.ics"
    path.write_text("\r\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:u", *lines, "END:VEVENT", "END:VCALENDAR")))
    return read(path)


def test_a_meeting_has_its_people_once_each_and_its_words_as_text() -> None:
    (visit,) = sample("single")
    assert visit.organizer == Mailbox("joe@nsteel.example", "Joe Kowalski")
    assert visit.attendees == (Mailbox("eva@customer.example", "Eva Test"),)
    assert (visit.summary, visit.location) == ("Visit to the pellet plant", "Plant 2")
    assert visit.description == "Agenda\n\nPrices, dates"


@pytest.mark.parametrize(
    ("uid", "expected"),
    [
        ("single", "2025-03-03T10:00:00+01:00"),  # a name of Windows
        ("own", "2025-03-03T10:00:00+03:00"),  # defined in the file
        ("floating", "2025-03-03T10:00:00+01:00"),  # the calendar's
        ("mars", "2025-03-03T10:00:00+00:00"),  # nobody's
    ],
)
def test_times_are_aware_in_the_zone_that_is_meant(uid: str, expected: str) -> None:
    assert sample(uid)[0].starts_at.isoformat() == expected


def test_a_weekly_meeting_keeps_its_hour_over_the_change_of_clocks_and_its_exceptions() -> None:
    held, left_out = sample("weekly")[:3], sample("weekly")[3:]
    assert [(each.starts_at.isoformat(), each.recurrence_id, each.cancelled) for each in held] == [
        ("2025-03-17T09:00:00+01:00", "20250317T080000Z", False),
        ("2025-03-31T09:00:00+02:00", "20250331T070000Z", False),
        ("2025-04-08T14:00:00+02:00", "20250407T070000Z", False),
    ]
    assert [(each.recurrence_id, each.cancelled) for each in left_out] == [("20250324T080000Z", True)]


def test_a_day_is_all_day_and_may_be_cancelled() -> None:
    (fair,) = sample("off")
    assert fair.all_day and fair.cancelled
    assert fair.starts_at.isoformat() == "2025-05-01T00:00:00+02:00"


def test_a_length_gives_the_end() -> None:
    assert sample("own")[0].ends_at == datetime(2025, 3, 3, 8, tzinfo=UTC)


def test_an_endless_rule_is_followed_for_two_years_past_the_last_stated_start(tmp_path: Path) -> None:
    events, refused = read_event(tmp_path, "DTSTART:20250303T100000Z", "RRULE:FREQ=WEEKLY")
    assert not refused
    assert events[-1].starts_at.isoformat() == "2027-03-01T10:00:00+00:00"


def test_more_than_a_thousand_repetitions_are_cut_and_said(tmp_path: Path) -> None:
    events, (cut,) = read_event(tmp_path, "DTSTART:20200101T100000Z", "RRULE:FREQ=DAILY;BYHOUR=9,10,11")
    assert len(events) == OCCURRENCES_MAX
    assert "more than 1,000 times" in cut.reason


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        ("FREQ=DAILY;INTERVAL=0", "interval of 0"),
        ("FREQ=SECONDLY", "more often than daily"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "no calendar has"),
        ("FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=1,2", "24 times a day"),
        ("FREQ=WEEKLY;UNTIL=nonsense", ""),
    ],
)
def test_a_rule_that_cannot_be_followed_leaves_the_stated_meeting(tmp_path: Path, rule: str, word: str) -> None:
    events, refused = read_event(tmp_path, "DTSTART:20250303T100000Z", f"RRULE:{rule}")
    assert [each.starts_at for each in events] == [datetime(2025, 3, 3, 10, tzinfo=UTC)]
    assert all(word in each.reason for each in refused)


@pytest.mark.parametrize("start", ["SUMMARY:x", "DTSTART:soon", "DTSTART:99991231T000000Z"])
def test_a_meeting_without_a_start_is_refused(tmp_path: Path, start: str) -> None:
    events, (refused,) = read_event(tmp_path, start)
    assert not events
    assert "start" in refused.reason


def test_only_some_hundred_attendees_are_kept(tmp_path: Path) -> None:
    people = [f"ATTENDEE;CN=P{n}:mailto:p{n}@x.example" for n in range(20_000)]
    ((event,), _) = read_event(tmp_path, "DTSTART:20250303T100000Z", *people)
    assert len(event.attendees) == ATTENDEES_MAX


def test_what_is_stated_twice_counts_once(tmp_path: Path) -> None:
    twice = ("DTSTART:20250303T100000Z", "DTSTART:20250304T100000Z", "SUMMARY:a", "SUMMARY:b", "UID:v")
    ((event,), refused) = read_event(tmp_path, *twice)
    assert (event.starts_at.day, event.summary, event.uid, refused) == (3, "a", "u", [])


def test_one_broken_meeting_does_not_touch_the_others(tmp_path: Path) -> None:
    path = tmp_path / "two.ics"
    good = b"BEGIN:VEVENT\nUID:b\nDTSTART:20250303T100000Z\nEND:VEVENT\n"
    path.write_bytes(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:\nEND:VEVENT\n" + good + b"BEGIN:VEVENT\nUID:c\n")
    events, refused = read(path)
    assert [each.uid for each in events] == ["b"]
    assert ["start" in refused[0].reason, "breaks off" in refused[1].reason] == [True, True]


def test_a_zone_definition_that_would_never_end_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "bomb.ics"
    rule = "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\n"
    zone = "BEGIN:VTIMEZONE\nTZID:T\n" + (rule + "END:STANDARD\n") * 50 + "END:VTIMEZONE\n"
    event = "BEGIN:VEVENT\nUID:u\nDTSTART;TZID=T:20250303T100000\nEND:VEVENT\n"
    path.write_text(f"BEGIN:VCALENDAR\n{zone}{event}END:VCALENDAR\n")
    assert read(path)[0][0].starts_at == datetime(2025, 3, 3, 10, tzinfo=UTC)


def test_a_calendar_of_tasks_says_that_it_has_no_meetings(tmp_path: Path) -> None:
    path = tmp_path / "tasks.ics"
    path.write_text("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:t\nEND:VTODO\nEND:VCALENDAR\n")
    assert "without meetings" in read(path)[1][0].reason


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("GMT+0200", 2),
        ("UTC-05:00", -5),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", 1),
        ("Eastern Standard Time", -5),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", 1),
        ("tzone://Microsoft/Utc", 0),
        ("UTC+99:00", 0),
    ],
)
def test_zones_with_odd_names_are_understood(tmp_path: Path, name: str, offset: int) -> None:
    ((event,), _) = read_event(tmp_path, f'DTSTART;TZID="{name}":20250303T100000')
    assert event.starts_at.utcoffset() == timedelta(hours=offset)


def test_a_zone_of_the_files_own_name_stands_for_the_place_that_it_states(tmp_path: Path) -> None:
    path = tmp_path / "own.ics"
    zone = "BEGIN:VTIMEZONE\nTZID:Customized Time Zone 1\nX-LIC-LOCATION:Europe/Berlin\nEND:VTIMEZONE\n"
    events = "".join(
        f"BEGIN:VEVENT\nUID:{n}\nDTSTART;TZID=Customized Time Zone 1:2025{day}T090000\nEND:VEVENT\n"
        for n, day in enumerate(("0303", "0703"))
    )
    path.write_text(f"BEGIN:VCALENDAR\n{zone}{events}END:VCALENDAR\n")
    assert [each.starts_at.isoformat() for each in read(path)[0]] == [
        "2025-03-03T09:00:00+01:00",
        "2025-07-03T09:00:00+02:00",
    ]


def test_an_entry_says_how_often_and_when_it_was_changed_and_who_declined(tmp_path: Path) -> None:
    ((event,), _) = read_event(
        tmp_path,
        "DTSTART:20250303T100000Z",
        "SEQUENCE:2",
        "DTSTAMP:20250401T000000Z",
        "LAST-MODIFIED:20250301T090000Z",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:joe@nsteel.example",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@nsteel.example",
    )
    assert (event.sequence, event.stated_at) == (2, datetime(2025, 3, 1, 9, tzinfo=UTC))
    assert event.declined == ("joe@nsteel.example",)


@pytest.mark.parametrize("odd", ["SEQUENCE:x", "SEQUENCE:-4", "SEQUENCE:", "DTSTAMP:soon", "LAST-MODIFIED:20250301"])
def test_odd_words_about_changes_cost_no_meeting(tmp_path: Path, odd: str) -> None:
    ((event,), refused) = read_event(tmp_path, "DTSTART:20250303T100000Z", odd)
    assert (event.sequence, refused) == (0, [])


def test_the_hour_of_a_weekly_meeting_stays_over_every_change_of_clocks(tmp_path: Path) -> None:
    for zone in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"):
        events, _ = read_event(tmp_path, f"DTSTART;TZID={zone}:20250106T023000", "RRULE:FREQ=DAILY;COUNT=400")
        assert len(events) == 400
        assert {(each.starts_at.hour, each.starts_at.minute) for each in events} == {(2, 30)}


def test_thousands_of_exceptions_are_cut(tmp_path: Path) -> None:
    many = ",".join(f"2025{1 + n % 12:02}{1 + n % 28:02}T{n % 24:02}{n % 60:02}00Z" for n in range(5000))
    events, _ = read_event(tmp_path, "DTSTART:20250303T100000Z", "RRULE:FREQ=WEEKLY;COUNT=3", f"EXDATE:{many}")
    assert sum(each.cancelled for each in events) == OCCURRENCES_MAX
