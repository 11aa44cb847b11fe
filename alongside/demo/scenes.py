"""Which scenes must occur, on which days? Each is a function that says in its docstring what happens; all of them stay open on purpose."""

from collections.abc import Callable
from datetime import date, timedelta

from alongside.demo.companies import company
from alongside.demo.days import SEASONS, is_working_day, months_before, next_working_day, working_day
from alongside.demo.deals import NEWEST_NATIONAL_ORDER, Deal
from alongside.demo.grammar import Day
from alongside.demo.people import somebody
from alongside.demo.planting import Line, Planted, Planting, local

LATE_DAYS = 9.5
"""How many days ago the promised Friday should be, as near as Fridays allow. Scene 1: nine days ago."""


def promised_friday(as_of: date) -> date:
    """Find the Friday by which the demurrage was to be explained: the one nearest to nine or ten days back."""
    days = [as_of - timedelta(days=back) for back in range(15, 5, -1)]
    fridays = [day for day in days if day.weekday() == 4]
    working = [day for day in fridays if is_working_day(day)]
    return min(working or fridays, key=lambda day: abs((as_of - day).days - LATE_DAYS))


def demurrage(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Joe asks where the demurrage comes from; Alex says by Friday; Joe asks once more a week later; nothing since."""
    friday = promised_friday(world.as_of)
    asked = working_day(friday - timedelta(days=2))
    again = working_day(asked + timedelta(days=7))
    letters = world.thread(
        "scene demurrage",
        "national",
        "Demurrage on the last cargo",
        [
            Line(
                "joe",
                asked,
                "16:42",
                "Accounting put a demurrage bill on my desk, $18,400 for 22 hours.\n\n"
                "Before I sign the next laydays I need to know where this demurrage comes from. "
                "Nobody told us the berth was taken. Can you find out?",
                to="alex",
                full=True,
            ),
            Line("alex", asked, "16:10", "You are right to ask. I will find out and tell you by Friday."),
            Line(
                "joe",
                again,
                "09:14",
                "Did you find out where the demurrage comes from? Treasury wants to pay or dispute it this month, "
                "and I have nothing to tell them.",
                full=True,
            ),
        ],
    )
    quote = "I will find out and tell you by Friday."
    world.plant("demurrage", letters, Planted("National Steel", _at("joe"), quote=quote, on=asked, due_on=friday))


def inherited_terms(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Long before Alex had the account, Ann asked Tom for 90-day terms, twice, with Alex in copy; nobody ever answered."""
    first = working_day(world.as_of - timedelta(days=452))
    letters = world.thread(
        "scene inherited terms",
        "national",
        "Payment terms of 90 days",
        [
            Line(
                "ann",
                first,
                "10:21",
                "Following the change in our treasury policy, I ask you to extend our payment terms from 45 to 90 days, "
                "starting with the next pellet cargo. Would you please let me know whether this is possible?",
                to="tom",
                cc=("alex",),
                full=True,
            ),
            Line(
                "ann",
                working_day(first, 41),
                "15:03",
                "May I come back to our request for 90-day terms? We have not had an answer, "
                "and I have to explain the exception to our treasurer every quarter.",
                to="tom",
                cc=("alex",),
                full=True,
            ),
        ],
    )
    quote = "I ask you to extend our payment terms from 45 to 90 days"
    world.plant("inherited_terms", letters, Planted("National Steel", _at("ann"), quote=quote, on=first))


def handover(world: Planting, _book: tuple[Deal, ...]) -> None:
    """National Steel passes from Tom to Alex: he writes who is who and what he never got to."""
    day = next_working_day(months_before(world.as_of, company("national").owner_months))
    letters = world.thread(
        "scene handover",
        "national",
        "National Steel is yours",
        [
            Line(
                "tom",
                day,
                "11:30",
                "As of today National Steel is your account. In short:\n\n"
                "* Joe Kowalski decides on pellets. Tell him bad news first, he forgives anything but a surprise.\n"
                "* Ann Petrov runs the paper and is stricter than she sounds.\n"
                "* Beth Nowak wants certificates before the boat ties up, and she is right.\n"
                "* I never got to know anybody in operations.\n\n"
                "There is an old matter about payment terms that I never settled. I am sorry to leave you that one.",
                to="alex",
                cc=("karen",),
                full=True,
            ),
            Line("alex", day, "13:05", "Thank you, Tom, also for saying what is unfinished."),
        ],
    )
    hello = world.thread(
        "scene first letter",
        "national",
        "Taking over from Tom",
        [
            Line(
                "alex",
                working_day(day, 1),
                "09:10",
                "I look after National Steel from now on; Tom told me to bring bad news first, and today I have none. "
                "I would like to come to Pittsburgh and listen for an hour.",
                to="joe",
                cc=("ann",),
                full=True,
            ),
            Line("joe", working_day(day, 2), "08:31", "Welcome aboard. Come any Tuesday.", cc=("ann",), full=True),
        ],
    )
    world.plant("handover", letters + hello, Planted("National Steel", _at("tom", "joe", "ann"), on=day))


def order_without_bid(world: Planting, book: tuple[Deal, ...]) -> None:
    """National Steel orders pellets a few days ago; no request for quotation came in the sixty days before."""
    deal = next(each for each in book if each.number == str(NEWEST_NATIONAL_ORDER))
    files: dict[str, object] = {"order": deal.number, "cargo": deal.cargo, "product": "pellets"}
    letters = world.thread(
        "scene order",
        "national",
        f"Order {deal.number}",
        [
            Line(
                "joe",
                deal.decided_on,
                "08:20",
                f"PO {deal.number} attached. {deal.tonnes:,} t of pellets, same terms as the last ones. "
                "Dave has the dock dates.",
                to="dave",
                cc=("alex",),
                full=True,
                attach="order",
            ),
            Line(
                "dave",
                deal.decided_on,
                "10:05",
                f"Order {deal.number} is entered and confirmed, cargo {deal.cargo}, ${deal.unit_price} a tonne.",
                cc=("alex",),
                full=True,
            ),
        ],
        slots=files,
    )
    world.plant(
        "order_without_bid",
        letters,
        Planted("National Steel", _at("joe"), on=deal.decided_on, orders=(deal.number,)),
    )


def lunch_tomorrow(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Lunch with Joe tomorrow, agreed some weeks ago."""
    tomorrow, agreed = Day(world.as_of + timedelta(days=1)), working_day(world.as_of, -18)
    before_a_game = tomorrow.on.weekday() >= 5
    place = "The Grain Exchange, Pittsburgh" if not before_a_game else "Sal's Diner, across from the rink, Pittsburgh"
    letters = world.thread(
        "scene lunch",
        "national",
        f"Lunch on {tomorrow.short}",
        [
            Line(
                "alex",
                agreed,
                "08:45",
                f"I am in Pittsburgh on {tomorrow}. Lunch at noon"
                f"{', before the game' if before_a_game else ''}? My turn to pay.",
                to="joe",
                full=True,
            ),
            Line("joe", agreed, "12:12", f"Noon, {place.split(',')[0]}. Bring an appetite.", full=True),
            Line("alex", agreed, "13:30", "It is in the calendar."),
        ],
    )
    starts = local(tomorrow.on, "12:00", company("national").zone)
    meeting = world.meeting(
        "Lunch with Joe Kowalski",
        company("national"),
        starts=starts,
        minutes=75,
        guests=[somebody("joe")],
        location=place,
    )
    world.plant(
        "lunch_tomorrow",
        letters,
        Planted("National Steel", _at("joe"), on=tomorrow.on, meeting=meeting.uid),
    )


def certificates_promised(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Alex promised Beth the assay certificates with each cargo, due in about a week."""
    due, said = working_day(world.as_of + timedelta(days=7)), working_day(world.as_of, -6)
    letters = world.thread(
        "scene certificates",
        "national",
        "Certificates before the boat ties up",
        [
            Line(
                "beth",
                said,
                "09:40",
                "Twice this fall the boat was here before the certificate was. "
                "Could we have the assay certificate with each cargo, on the day it loads?",
                to="alex",
                full=True,
            ),
            Line(
                "alex",
                said,
                "11:15",
                "Yes, and you should not have to ask for that. "
                f"I will have the assay certificates going out with each cargo by {Day(due).date}.",
            ),
            Line("beth", said, "14:02", "Thank you, the night shift will be grateful."),
        ],
    )
    quote = f"I will have the assay certificates going out with each cargo by {Day(due).date}."
    world.plant("certificates", letters, Planted("National Steel", _at("beth"), quote=quote, on=said, due_on=due))


def rail_schedule_promised(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Helen promised the rail schedule for the next quarter, due in a few days."""
    due, said = _weekday(world.as_of + timedelta(days=4)), working_day(world.as_of, -5)
    quarter = f"Q{(world.as_of.month - 1) // 3 % 4 + 2}".replace("Q5", "Q1")
    letters = world.thread(
        "scene rail schedule",
        "national",
        f"Rail schedule {quarter}",
        [
            Line(
                "alex",
                said,
                "08:50",
                f"For the car plan Dave needs your rail windows of {quarter}. When can we count on them?",
                to="helen",
                full=True,
            ),
            Line(
                "helen",
                said,
                "11:26",
                f"Yard meets this week. I will send you the rail schedule for {quarter} by {Day(due).date}.",
                full=True,
            ),
            Line("alex", said, "13:00", "Thank you, that is in time."),
        ],
    )
    quote = f"I will send you the rail schedule for {quarter} by {Day(due).date}."
    world.plant("rail_schedule", letters, Planted("National Steel", _at("helen"), quote=quote, on=said, due_on=due))


def before_the_demurrage(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Two days before Joe asked, laydays were agreed with Ann; the day before, Alex walked the stockyard with Joe and Ann."""
    asked = working_day(promised_friday(world.as_of) - timedelta(days=2))
    agreed, visit = working_day(asked, -2), working_day(asked, -1)
    ahead = Day(working_day(world.as_of + timedelta(days=19)))
    by_boat = SEASONS["sailing"](ahead.on)
    what = "laydays" if by_boat else "train slots"
    letters = world.thread(
        "scene laydays",
        "national",
        f"{what.capitalize()} {ahead.month}",
        [
            Line("alex", agreed, "09:02", f"For the next cargo we suggest {what} from {ahead}.", to="ann", full=True),
            Line("ann", agreed, "11:47", f"{ahead.short} is acceptable to us and is noted in the plan.", full=True),
            Line("alex", agreed, "12:20", "Then it is agreed. Thank you, Ann."),
        ],
    )
    starts = local(visit, "10:00", company("national").zone)
    guests = [somebody("joe"), somebody("ann")]
    meeting = world.meeting("Plant visit, stockyard", company("national"), starts=starts, minutes=150, guests=guests)
    planted = Planted("National Steel", _at("joe", "ann"), on=visit, meeting=meeting.uid)
    world.plant("stockyard_visit", letters, planted)


def joe_outside_deals(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Joe tells of his daughter's first weeks at college and of a hockey night, of his own accord."""
    day = working_day(world.as_of - timedelta(days=84))
    letters = world.thread(
        "scene college",
        "national",
        "Empty house",
        [
            Line(
                "joe",
                day,
                "07:52",
                "Drove our daughter Emily to college on Saturday. Mechanical engineering. "
                "Three trips with boxes, and the house is very quiet. The dog looks for her.",
                to="alex",
                full=True,
            ),
            Line(
                "alex",
                day,
                "08:40",
                "That is a big day. Mechanical engineering, good for her. The quiet goes away, I am told, "
                "the laundry never does.",
            ),
            Line("joe", working_day(day, 1), "07:15", "Laundry. Already.", full=True),
        ],
    )
    world.plant("college", letters, Planted("National Steel", _at("joe"), on=day))


def _weekday(day: date) -> date:
    """Give the day itself or, on a weekend, the Friday before."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _at(*keys: str) -> tuple[str, ...]:
    return tuple(somebody(key).address for key in keys)


NATIONAL_SCENES: tuple[Callable[[Planting, tuple[Deal, ...]], None], ...] = (
    demurrage,
    inherited_terms,
    handover,
    order_without_bid,
    lunch_tomorrow,
    certificates_promised,
    rail_schedule_promised,
    before_the_demurrage,
    joe_outside_deals,
)
"""The scenes at National Steel, the account around which the others are told."""
