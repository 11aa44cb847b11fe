"""What stands in the user's calendar? Meetings from the threads and scenes, standing meetings, and the ICS file that holds them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from alongside.demo.companies import CHICAGO, DETROIT, NEW_YORK, company
from alongside.demo.days import MONTHS_TOLD, is_working_day, months_before, working_day
from alongside.demo.letters import folded
from alongside.demo.mail import message_id
from alongside.demo.people import Somebody, somebody
from alongside.demo.planting import local
from alongside.demo.staging import Appointment

QUARTER_WEEKS = 13
"""Weeks between two quarterly reviews."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A meeting that recurs every so many weeks. `next_in_days` says when it is next held, counted from as_of."""

    title: str
    guests: str
    clock: str
    minutes: int
    every_weeks: int
    next_in_days: int
    where: str = ""


_STANDING = (
    Standing("Vessel and stock call Harbor Blast", "grace jim", "09:00", 25, 2, 5, "call"),
    Standing("Quarterly review Harbor Blast", "bill grace nora", "13:00", 90, QUARTER_WEEKS, 23),
    Standing("Schedule call Erie Lakefront", "tina johns", "10:30", 25, 2, 9, "call"),
    Standing("Quarterly review Erie Lakefront", "ellen raj feldman", "14:00", 90, QUARTER_WEEKS, 37),
    Standing("Quarterly review Ashland", "hank cliff", "11:00", 75, QUARTER_WEEKS, 44),
    Standing("Quarterly review Calumet Plate", "laura maria stan", "10:00", 75, QUARTER_WEEKS, 30),
    Standing("Quarterly review National Steel", "joe ann", "13:30", 75, 2 * QUARTER_WEEKS, 51),
    Standing("Rail call Keystone", "terry", "15:00", 20, 4, 12, "call"),
    Standing("DR quality call", "renee benach", "09:30", 30, 6, 16, "call"),
    Standing("Monday round", "karen dave priya", "08:15", 30, 1, 0, "ours"),
)


def standing_meetings(*, as_of: date) -> Iterator[tuple[Appointment, int, int]]:
    """Yield each recurring meeting as its first instance, the weeks between two, and how many there are."""
    begins = months_before(as_of, MONTHS_TOLD)
    for each in _STANDING:
        upcoming = _off_the_weekend(as_of + timedelta(days=each.next_in_days), as_of, round_table=each.where == "ours")
        step = timedelta(weeks=each.every_weeks)
        before = (upcoming - begins) // step
        guests = tuple(somebody(key) for key in each.guests.split())
        house = guests[0].company
        starts = local(upcoming - before * step, each.clock, house.zone)
        place = "" if each.where == "call" else "Range room" if each.where == "ours" else f"{house.plant}, {house.city}"
        uid = message_id(f"standing {each.title}", "mesabaore.example")
        yield (
            Appointment(uid, each.title, starts, each.minutes, (somebody("alex"), *guests), place, house.key),
            each.every_weeks,
            before + 1,
        )


def _off_the_weekend(day: date, as_of: date, *, round_table: bool) -> date:
    """Move a day to a weekday that is not tomorrow: tomorrow belongs to the lunch with Joe."""
    if round_table:
        return day + timedelta(days=(-day.weekday()) % 7)
    while day.weekday() > 4 or day == as_of + timedelta(days=1):
        day += timedelta(days=1)
    return day


def single_meetings(*, as_of: date) -> Iterator[Appointment]:
    """Yield the meetings that no letter speaks of, past and to come."""
    ahead = next(
        day
        for day in (as_of + timedelta(days=back) for back in range(3, 40))
        if day.weekday() == 3 and is_working_day(day)
    )
    yield _one("Plant visit, ore bridge and stockyard", "ann helen", ahead, "10:00", 120)
    yield _one("Mine plan with Karen", "karen dave", working_day(as_of, 3), "14:00", 60)
    yield _one("Lab day with Yolanda", "yolanda", working_day(as_of, 12), "09:30", 240)
    yield _one("Furnace walk with Ed Zielinski", "ed grace", working_day(as_of, -21), "13:00", 90)
    yield _one(
        "Planning meeting Harbor Blast: next year's burden", "bill ed omar", working_day(as_of, -55), "09:00", 120
    )
    yield _one("Budget meeting Erie Lakefront", "ellen feldman", working_day(as_of, -70), "10:00", 90)
    yield _one("Specification meeting, winter pellets", "omar ed", working_day(as_of, -120), "10:00", 120)
    yield _one("Stock planning Erie Lakefront", "tina johns", working_day(as_of, -95), "11:00", 60)
    yield _one("Supper with Hank Duvall", "hank", working_day(as_of, -63), "18:30", 120)
    yield _one("Video call second module", "marcus", working_day(as_of, -100), "15:00", 30)
    yield _one("Site visit Toledo", "renee sofia", working_day(as_of, -48), "10:00", 180)
    yield _one("Dentist", "", working_day(as_of, -33), "07:30", 45)


def _one(title: str, guests: str, day: date, clock: str, minutes: int) -> Appointment:
    people = tuple(somebody(key) for key in guests.split())
    house = people[0].company if people else company("mesaba")
    place = f"{house.plant}, {house.city}" if people and not people[0].is_ours else ""
    uid = message_id(f"single {title}", "mesabaore.example")
    starts = local(day, clock, house.zone)
    return Appointment(uid, title, starts, minutes, (somebody("alex"), *people) if people else (), place, house.key)


def calendar_bytes(meetings: Iterable[Appointment], *, as_of: date) -> bytes:
    """Write the calendar as ICS: folded lines, CRLF, time zones with their rules, recurrences as rules."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mesaba Ore & Pellet//Calendar//EN", "CALSCALE:GREGORIAN"]
    for zone in (CHICAGO, NEW_YORK, DETROIT):
        lines += _zone(zone)
    for meeting in sorted(meetings, key=lambda each: (each.starts_at, each.uid)):
        lines += _event(meeting, as_of)
    for meeting, weeks, count in standing_meetings(as_of=as_of):
        lines += _event(meeting, as_of, recurs=_rule(meeting, weeks, count))
    lines += _called_off(as_of) + _all_day(as_of) + ["END:VCALENDAR"]
    return "".join(folded(line) for line in lines).encode()


def _event(meeting: Appointment, as_of: date, recurs: Sequence[str] = (), status: str = "CONFIRMED") -> list[str]:
    ends = meeting.starts_at + timedelta(minutes=meeting.minutes)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{meeting.uid}",
        f"DTSTAMP:{datetime.combine(months_before(as_of, MONTHS_TOLD), datetime.min.time()):%Y%m%dT%H%M%SZ}",
        f"DTSTART;{_at(meeting.starts_at)}",
        f"DTEND;{_at(ends)}",
        *recurs,
        f"SUMMARY:{_text(meeting.title)}",
        f"STATUS:{status}",
    ]
    if meeting.location:
        lines.append(f"LOCATION:{_text(meeting.location)}")
    if meeting.guests:
        lines.append(f"ORGANIZER;{_who(meeting.guests[0])}")
        lines += [f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;{_who(guest)}" for guest in meeting.guests]
    return [*lines, "END:VEVENT"]


def _rule(meeting: Appointment, weeks: int, count: int) -> list[str]:
    """Give the rule that carries a meeting two instances past the next one, without those that fall on quiet days."""
    first = meeting.starts_at
    held = [first + timedelta(weeks=weeks * number) for number in range(count + 2)]
    skipped = [f"EXDATE;{_at(at)}" for at in held if not is_working_day(at.date())]
    return [f"RRULE:FREQ=WEEKLY;INTERVAL={weeks};COUNT={count + 2}", *skipped]


def _called_off(as_of: date) -> list[str]:
    meeting = _one("Audit of the stockhouse", "denise", working_day(as_of, 8), "09:00", 180)
    return _event(meeting, as_of, status="CANCELLED")


def _all_day(as_of: date) -> list[str]:
    first = working_day(as_of, -150)
    return [
        "BEGIN:VEVENT",
        f"UID:{message_id('iron conference', 'mesabaore.example')}",
        f"DTSTAMP:{first:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{first + timedelta(days=2):%Y%m%d}",
        "SUMMARY:Iron conference Cleveland",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _at(moment: datetime) -> str:
    zone = moment.tzinfo
    assert isinstance(zone, ZoneInfo), "a meeting has a named zone"
    return f"TZID={zone.key}:{moment:%Y%m%dT%H%M%S}"


def _who(guest: Somebody) -> str:
    return f'CN="{guest.name}":mailto:{guest.address}'


def _text(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _zone(name: str) -> list[str]:
    """Describe a zone of the United States with the rules in force since 2007."""
    january = datetime(2026, 1, 15, tzinfo=UTC).astimezone(ZoneInfo(name))
    july = datetime(2026, 7, 15, tzinfo=UTC).astimezone(ZoneInfo(name))
    winter, summer = january.strftime("%z"), july.strftime("%z")
    return [
        "BEGIN:VTIMEZONE",
        f"TZID:{name}",
        "BEGIN:DAYLIGHT",
        "DTSTART:20070311T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        f"TZOFFSETFROM:{winter}",
        f"TZOFFSETTO:{summer}",
        f"TZNAME:{july:%Z}",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20071104T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        f"TZOFFSETFROM:{summer}",
        f"TZOFFSETTO:{winter}",
        f"TZNAME:{january:%Z}",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
