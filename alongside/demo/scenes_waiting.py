"""What waits for an answer or a deed at the other customers? Each scene says in its docstring what happens and what stays open."""

from collections.abc import Callable
from datetime import timedelta

from alongside.demo.days import next_working_day, working_day
from alongside.demo.deals import Deal
from alongside.demo.grammar import Day
from alongside.demo.people import somebody
from alongside.demo.planting import Line, Planted, Planting


def terms_asked(world: Planting, _book: tuple[Deal, ...]) -> None:
    """An unreasonable request: the treasurer of Keystone Bar asks for 90-day terms; not yet answered."""
    day = working_day(world.as_of, -3)
    letters = world.thread(
        "scene terms asked",
        "keystone",
        "Payment terms",
        [
            Line(
                "gwen",
                day,
                "11:08",
                "Our new owners review all supplier terms. I must ask you to move to 90-day terms from the first of next "
                "month. Please confirm that you can agree to this.",
                to="alex",
                full=True,
            )
        ],
    )
    world.plant("terms_asked", letters, Planted("Keystone Bar", _at("gwen"), quote="90-day terms", on=day))


def off_track(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Three weeks of back and forth with Frank over one moisture clause, and no end."""
    start = working_day(world.as_of, -17)
    letters = world.thread(
        "scene off track",
        "keystone",
        "Moisture clause in the frame",
        [
            Line("frank", start, "09:05", _FRANK[0], to="alex", full=True),
            Line("alex", working_day(start, 1), "10:30", _ALEX[0]),
            Line("frank", working_day(start, 2), "08:12", _FRANK[1]),
            Line("alex", working_day(start, 4), "14:45", _ALEX[1]),
            Line("frank", working_day(start, 5), "07:58", _FRANK[2]),
            Line("alex", working_day(start, 7), "11:11", _ALEX[2]),
            Line("frank", working_day(start, 9), "16:20", _FRANK[3]),
            Line("alex", working_day(start, 11), "09:00", _ALEX[3]),
            Line("frank", working_day(start, 14), "08:40", _FRANK[4], full=True),
        ],
    )
    planted = Planted("Keystone Bar", _at("frank"), quote=_FRANK[4], on=working_day(start, 14))
    world.plant("off_track", letters, planted)


_FRANK = (
    "Legal wants a moisture cap of 3.0 in the frame, with a penalty per tenth above. Can you live with it?",
    "Not per cargo. Per car. That is what the sampler gives us.",
    "Quarterly mean hides the bad ones. Per train then, cap 3.0.",
    "Snow is your weather, not ours.",
    "We are going in circles. Do you have any other idea how to get this done?",
)
_ALEX = (
    "A cap is fine in principle. 3.0 on the mean of a cargo we can sign today.",
    "One car stands in the rain while its neighbor does not; a penalty per car punishes the weather. "
    "The mean of a quarter would be fair to both.",
    "Per train we can do at 3.4 from December to March, when there is snow in the cars, and 3.0 for the rest.",
    "It falls on the same train for both of us. 3.3 in winter, per train, sampled together.",
)


def promises_to_maria(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Two promises to Maria are still ahead, and one thing that she asked for has not been answered."""
    said = working_day(world.as_of, -7)
    blend_due, test_due = working_day(world.as_of, 3), working_day(world.as_of, 6)
    asked = working_day(world.as_of, -4)
    blend = world.thread(
        "scene blend promised",
        "calumet",
        "Winter blend",
        [
            Line(
                "maria",
                said,
                "08:37",
                "My furnace people want to see the winter blend on paper before they agree to it.",
                to="alex",
                full=True,
            ),
            Line("alex", said, "10:00", f"I will send you the winter blend on one page by {Day(blend_due).date}."),
            Line("maria", said, "10:40", "Perfect, I have them all in one room after that."),
        ],
    )
    test = world.thread(
        "scene crust test promised",
        "calumet",
        "Crusting agent on the north pile",
        [
            Line(
                "alex",
                working_day(said, 1),
                "13:15",
                "The spray went on the north pile today. We look at it after two rains, and "
                f"I will send you the test report by {Day(test_due).date}.",
                to="maria",
                cc=("priya",),
                full=True,
            ),
            Line("maria", working_day(said, 1), "15:30", "Sounds good to me. No dust calls so far."),
        ],
    )
    plan = world.thread(
        "scene stock plan asked",
        "calumet",
        "Stock plan for my board page",
        [
            Line(
                "maria",
                asked,
                "14:25",
                "Could you send me the stock plan by week, the way you drew it for us last year? "
                "I would like to show it upstairs.",
                to="alex",
                full=True,
            )
        ],
    )
    who = _at("maria")
    world.plant("blend_promised", blend, Planted("Calumet Plate", who, on=said, due_on=blend_due))
    world.plant("test_promised", test, Planted("Calumet Plate", who, on=working_day(said, 1), due_on=test_due))
    world.plant(
        "stock_plan_asked", plan, Planted("Calumet Plate", who, quote="Could you send me the stock plan", on=asked)
    )


def unanswered_by_them(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Alex asked Raj a plain question; eight working days later there is no answer."""
    day = working_day(world.as_of, -8)
    letters = world.thread(
        "scene raj silent",
        "erie",
        "Volumes for the first half",
        [
            Line(
                "alex",
                day,
                "10:25",
                "For the mine plan I have to name your tonnage for the first half. "
                "Do you stay with 62,000 t, or has the bar mill order changed that?",
                to="raj",
                full=True,
            )
        ],
    )
    quote = "Do you stay with 62,000 t, or has the bar mill order changed that?"
    world.plant("question_to_them", letters, Planted("Erie Lakefront Steel", _at("raj"), quote=quote, on=day))


def unanswered_by_us(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Norm asked something and Alex has not answered."""
    day = working_day(world.as_of, -5)
    letters = world.thread(
        "scene norm waits",
        "cement",
        "Alkali in the fines",
        [
            Line(
                "norm",
                day,
                "13:33",
                "Kiln people see alkali creeping up. What is the K2O in your fines, last six cargoes?",
                to="alex",
                full=True,
            )
        ],
    )
    quote = "What is the K2O in your fines, last six cargoes?"
    world.plant("question_to_us", letters, Planted("Superior Cement", _at("norm"), quote=quote, on=day))


def update_due(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Nora asks for another pellet size in winter; Alex works on it, and she has heard nothing for more than two weeks."""
    day = working_day(world.as_of, -12)
    letters = world.thread(
        "scene update due",
        "harbor",
        "Pellet size in winter",
        [
            Line(
                "nora",
                day,
                "10:05",
                "Our screens plug when the pellets come in wet and freeze. "
                "Could you change the pellet size to the coarse grade from January to March?",
                to="alex",
                full=True,
            )
        ],
    )
    quote = "Could you change the pellet size to the coarse grade from January to March?"
    world.plant("update_due", letters, Planted("Harbor Blast", _at("nora"), quote=quote, on=day))


def outage_dates_late(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Nora promised her outage dates for a day that has passed; they have not come."""
    due = working_day(world.as_of, -4)
    letters = world.thread(
        "scene outage dates late",
        "harbor",
        "Dates of the spring outage",
        [
            Line(
                "alex",
                working_day(due, -2),
                "09:30",
                "Dave would like to place the spring cargoes around your outage. Are the dates fixed by now?",
                to="nora",
                full=True,
            ),
            Line(
                "nora",
                working_day(due, -2),
                "14:10",
                f"They are with Mr. Tanaka for signature. I will send you the outage dates by {Day(due).day}.",
                full=True,
            ),
            Line("alex", working_day(due, -2), "15:00", "Thank you, Nora, that is early enough."),
        ],
    )
    planted = Planted("Harbor Blast", _at("nora"), quote="I will send you the outage dates by", due_on=due)
    world.plant("their_promise_late", letters, planted)


def umpire_report_late(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Alex promised Yolanda the umpire's report for a day that has passed."""
    due = working_day(world.as_of, -3)
    said = working_day(due, -2)
    letters = world.thread(
        "scene umpire late",
        "ashland",
        "Umpire report on the phosphorus split",
        [
            Line("yolanda", said, "08:55", "Has the umpire come back on the phosphorus split?", to="alex", full=True),
            Line("alex", said, "09:40", f"He has, by phone. I will send you the written report by {Day(due).day}."),
            Line("yolanda", said, "11:55", "Lovely, then I can close the lot."),
        ],
    )
    quote = f"I will send you the written report by {Day(due).day}."
    world.plant("our_promise_late", letters, Planted("Ashland Iron & Foundry", _at("yolanda"), quote=quote, due_on=due))


def complaint_came_back(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Cliff complained of dust in the cars, it was fixed; five weeks later it is back, and he waits for news of it."""
    back = working_day(world.as_of, -12)
    first = working_day(back - timedelta(days=42))
    fixed = working_day(back - timedelta(days=35))
    letters = world.thread(
        "scene complaint first",
        "ashland",
        "Fines in the cars",
        [
            Line(
                "cliff",
                first,
                "07:45",
                "Last train was full of fines, 7 % minus quarter inch. My screens are blind. This is not what we buy.",
                to="alex",
                full=True,
            ),
            Line("alex", first, "08:30", "That is not what we sell either, and I am sorry. Priya is at the loadout."),
            Line(
                "alex",
                fixed,
                "13:20",
                "Found and fixed: the spray bar ahead of the product screen was plugged, so dry fines stuck to the "
                "pellets and came loose on the way. The bar is rebuilt and runs since Monday.",
            ),
            Line("cliff", next_working_day(fixed), "09:10", "Last two trains clean. Good work.", full=True),
        ],
    )
    again = world.thread(
        "scene complaint again",
        "ashland",
        "Fines again",
        [
            Line(
                "cliff",
                back,
                "07:38",
                "Fines are back. Same picture as before, 6 % on yesterday's train. I thought this was fixed. "
                "What is going on?",
                to="alex",
                full=True,
            ),
            Line(
                "alex",
                back,
                "08:15",
                "I thought so too. We have opened it again and look at the whole screen this time, not only the bar. "
                "I keep you posted while we do.",
            ),
            Line("cliff", back, "11:02", "OK. Keep me posted, the furnace asks every day.", full=True),
        ],
    )
    planted = Planted("Ashland Iron & Foundry", _at("cliff"), quote="Fines are back.", on=back)
    world.plant("complaint_came_back", letters + again, planted)


def put_right_and_quiet(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Two matters of last winter that nobody spoke of since: one where orders have come, one where nothing was ordered."""
    day = working_day(world.as_of - timedelta(days=290))
    numbers = world.thread(
        "scene car numbers",
        "erie",
        "Car numbers",
        [
            Line(
                "raj",
                day,
                "09:12",
                "Could you put the car numbers on both ends? Our night crew walks round each of them with a lamp.",
                to="alex",
                full=True,
            ),
            Line(
                "alex",
                day,
                "10:02",
                "From Monday on they stand on both ends, and Dave has the loadout check it before a train leaves.",
            ),
        ],
    )
    tins = world.thread(
        "scene slag samples",
        "huron",
        "Slag",
        [
            Line(
                "amy",
                day,
                "10:40",
                "Could you pack the slag samples in tins next time? The envelopes came open in the post.",
                to="alex",
                full=True,
            ),
            Line(
                "alex",
                day,
                "11:15",
                "In tins from now on, with a note inside the lid as well. I have told the people in our lab.",
            ),
        ],
    )
    planted = Planted("Erie Lakefront Steel", _at("raj"), quote="the car numbers on both ends", on=day)
    world.plant("car_numbers", numbers, planted)
    world.plant("slag_samples", tins, Planted("Huron Shore Steel", _at("amy"), quote="slag samples in tins", on=day))


def _at(*keys: str) -> tuple[str, ...]:
    return tuple(somebody(key).address for key in keys)


WAITING_SCENES: tuple[Callable[[Planting, tuple[Deal, ...]], None], ...] = (
    terms_asked,
    off_track,
    promises_to_maria,
    unanswered_by_them,
    unanswered_by_us,
    update_due,
    outage_dates_late,
    umpire_report_late,
    complaint_came_back,
    put_right_and_quiet,
)
"""Requests, questions, promises and a complaint that are open."""
