"""Which scenes occur at the other customers? Each is a function that says in its docstring what happens and what stays open."""

from collections.abc import Callable
from datetime import timedelta

from alongside.demo.days import next_working_day, working_day
from alongside.demo.deals import Deal
from alongside.demo.grammar import Day
from alongside.demo.people import somebody
from alongside.demo.planting import Line, Planted, Planting
from alongside.demo.staging import JOHNS_OLD_ADDRESS


def promoted(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Maria Ruiz signs as Director of Operations since a few days; her letter says nothing of it."""
    day = working_day(world.as_of, -2)
    letters = world.thread(
        "scene promoted",
        "calumet",
        "Crane days",
        [
            Line(
                "alex",
                working_day(day, -1),
                "09:20",
                "Which days is the ore bridge down this month? We keep the deliveries out of the way.",
                to="maria",
                full=True,
            ),
            Line(
                "maria",
                day,
                "10:11",
                "The bridge is down from the 3rd to the 5th of next month, cables and brakes. Everything else runs.",
                full=True,
            ),
        ],
    )
    world.plant("promoted", letters, Planted("Calumet Plate", _at("maria"), quote="Director of Operations", on=day))


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


def stockpile_low(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Grace mentions what is left on the ground: nineteen days at the present rate. She asks for nothing."""
    day = working_day(world.as_of, -1)
    letters = world.thread(
        "scene stockpile low",
        "harbor",
        "Survey of the pile",
        [
            Line(
                "grace",
                day,
                "09:48",
                "For your file: the drone says 7,900 t of pellets on the ground this morning, and the furnace takes "
                "410 t a day at the moment. It always looks smaller with snow on it.",
                to="alex",
                full=True,
            ),
            Line("alex", day, "10:20", "Thank you, Grace. I have put it into the plan."),
        ],
    )
    quote = "7,900 t of pellets on the ground this morning"
    world.plant("stockpile_low", letters, Planted("Harbor Blast", _at("grace"), quote=quote, on=day))


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


def never_followed_up(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Mikko introduced Trent Oakley; Alex thanked Mikko and never wrote to Trent."""
    day = working_day(world.as_of, -16)
    letters = world.thread(
        "scene new contact",
        "prairie",
        "Our new Commercial Manager",
        [
            Line(
                "mikko",
                day,
                "10:02",
                "I would like to introduce Trent Oakley, in copy, who joined us this month as Commercial Manager. "
                "He takes over supplier contracts.",
                to="alex",
                cc=("trent",),
                full=True,
            ),
            Line("alex", day, "16:40", "Thank you for telling me, Mikko. Good news for the module.", to="mikko"),
        ],
    )
    who = _at("trent", "mikko")
    world.plant("new_contact", letters, Planted("Prairie Direct Iron", who, on=day))


def referral(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Ellen introduces her sister company's operations manager to Alex; they write to one another; a controller joins later."""
    day = working_day(world.as_of - timedelta(days=222))
    letters = world.thread(
        "scene referral",
        "tube",
        "You two should talk",
        [
            Line(
                "ellen",
                day,
                "08:22",
                "Lisa, meet Alex Lindgren, who got us through the winter. Alex, Lisa Crowe runs operations at "
                "Ohio River Tube, our sister in Wheeling. You two should talk.",
                to="alex",
                cc=("lisa",),
                full=True,
            ),
            Line(
                "alex", day, "10:35", "Thank you for the kind word, Ellen. Lisa, I am glad to meet you.", cc=("lisa",)
            ),
            Line(
                "lisa",
                working_day(day, 1),
                "09:50",
                "Good to meet you, Alex. Nothing on the table here this year, but Ellen does not say such things lightly.",
                cc=("ellen",),
                full=True,
            ),
        ],
    )
    later = working_day(world.as_of - timedelta(days=150))
    world.thread(
        "scene controller",
        "tube",
        "Vendor set-up",
        [
            Line(
                "lisa",
                later,
                "13:12",
                "Vera Stanton, our controller, is in copy: she keeps the vendor file. It does no harm to be in it early.",
                to="alex",
                cc=("vera",),
                full=True,
            ),
            Line("alex", later, "15:05", "Thank you, Lisa. Vera, our form is attached.", cc=("vera",), attach="sheet"),
            Line(
                "vera", working_day(later, 2), "09:33", "Received, thank you. You are on file.", cc=("lisa",), full=True
            ),
        ],
    )
    planted = Planted("Ohio River Tube", _at("ellen", "lisa"), quote="You two should talk.", on=day)
    world.plant("referral", letters, planted)


def champion(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Ellen took our winter plan to her board while we were away: two people tell of it, and she says what it did for her."""
    day = working_day(world.as_of - timedelta(days=61))
    told = world.thread(
        "scene champion told by raj",
        "erie",
        "Board meeting",
        [
            Line(
                "raj",
                day,
                "16:05",
                "For your information, Ms. Marsh presented your winter plan to our board this afternoon and defended it "
                "against two objections on cost. It was approved as drawn.",
                to="alex",
                full=True,
            ),
            Line("alex", day, "16:40", "Thank you for telling me, Raj. I did not know it was on the agenda."),
        ],
    )
    also = world.thread(
        "scene champion told by john",
        "erie",
        "You should have seen it",
        [
            Line(
                "johns",
                working_day(day, 1),
                "08:18",
                "You should have seen Ellen yesterday. Feldman wanted to cut the pile in half, and she would not have it: "
                "she said your people had never let her run short.",
                to="alex",
                full=True,
            ),
            Line("alex", working_day(day, 1), "09:00", "That makes my week. We try to deserve it."),
        ],
    )
    her = world.thread(
        "scene champion herself",
        "erie",
        "The winter plan",
        [
            Line(
                "ellen",
                working_day(day, 2),
                "17:15",
                "The plan went through. A furnace that does not stop in February is what they measure me on, "
                "so thank Priya and Dave for the drawing.",
                to="alex",
                full=True,
            ),
            Line(
                "alex",
                working_day(day, 3),
                "07:50",
                "They will be pleased, and so am I. You argued it better than we would.",
            ),
        ],
    )
    quote = "Ms. Marsh presented your winter plan to our board"
    world.plant("champion", told + also + her, Planted("Erie Lakefront Steel", _at("ellen"), quote=quote, on=day))


def chuck_leaves(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Chuck Bauer retires from Ashland; Becky Stroud follows and writes that from now on three quotations are asked for."""
    gone = working_day(world.as_of - timedelta(days=110))
    new = working_day(world.as_of - timedelta(days=92))
    letters = world.thread(
        "scene chuck leaves",
        "ashland",
        "Last day",
        [
            Line(
                "chuck",
                gone,
                "11:00",
                "Friday is my last day after thirty-one years. My successor starts in two weeks. "
                "It was a pleasure, and the best pellets I ever bought were yours.",
                to="alex",
                full=True,
            ),
            Line("alex", gone, "13:25", "Thirty-one years! Thank you for eight of them. The lake trout are waiting."),
        ],
    )
    after = world.thread(
        "scene becky begins",
        "ashland",
        "Purchasing at Ashland",
        [
            Line(
                "becky",
                new,
                "09:00",
                "I have taken over purchasing from Mr. Bauer. Our new policy is that every material above $250,000 "
                "goes to three suppliers.",
                to="alex",
                cc=("hank",),
                full=True,
            ),
            Line(
                "alex",
                new,
                "10:10",
                "Welcome, Becky, and thank you for saying so openly. I would like to show you what Chuck and we built "
                "here, good and bad.",
                cc=("hank",),
            ),
            Line(
                "becky",
                working_day(new, 1),
                "08:20",
                "You are welcome to do that when I have settled in.",
                cc=("hank",),
            ),
        ],
    )
    world.plant(
        "partner_at_risk",
        letters + after,
        Planted("Ashland Iron & Foundry", _at("chuck", "becky"), quote="goes to three suppliers", on=new),
    )


def went_quiet(world: Planting, _book: tuple[Deal, ...]) -> None:
    """Marcus Bell, who releases the money at Great Northern DRI, wrote four months ago and not since. Nothing is open."""
    day = working_day(world.as_of - timedelta(days=124))
    letters = world.thread(
        "scene marcus",
        "dri",
        "Second module",
        [
            Line(
                "marcus",
                day,
                "12:05",
                "The board has put the second module off by a year. I thought you should hear it from me.",
                to="alex",
                full=True,
            ),
            Line("alex", day, "13:10", "Thank you for the confidence, Marcus. It stays with me."),
        ],
    )
    world.plant("gone_quiet", letters, Planted("Great Northern DRI", _at("marcus"), on=day))


def doubtful_identities(world: Planting, _book: tuple[Deal, ...]) -> None:
    """John Smith writes from two addresses of his company, and Walt Jankowski from home now and then: one person each, or two?"""
    johns, walt = somebody("johns").address, somebody("walt").address
    phone = working_day(world.as_of, -7)
    letters = world.thread(
        "scene john by phone",
        "erie",
        "Spring schedule",
        [
            Line("alex", phone, "08:35", _SPRING, to="johns", full=True),
            Line("johns", phone, "11:20", _SPRING_SEEN, full=True, address=JOHNS_OLD_ADDRESS),
            Line("alex", phone, "11:05", "Good, then the draft stands."),
        ],
    )
    fish = working_day(world.as_of - timedelta(days=33))
    home = world.thread(
        "scene walt from home",
        "wabash",
        "Grandson, one. Lake, nil.",
        [
            Line("walt", fish, "19:12", _GRANDSON, to="alex", full=True, address=WALTS_HOME),
            Line("alex", working_day(fish, 1), "08:05", "He is a natural, then. Frame the picture."),
            Line(
                "walt", working_day(fish, 1), "19:47", "Framed and over the television.", full=True, address=WALTS_HOME
            ),
        ],
    )
    world.plant("two_addresses", letters, Planted("Erie Lakefront Steel", (JOHNS_OLD_ADDRESS, johns), on=phone))
    world.plant("free_mail", home, Planted("Wabash Castings", (WALTS_HOME, walt), on=fish))


WALTS_HOME = "walt.jankowski.fortwayne@gmail.com"
_SPRING = "The draft of the spring schedule went to Tina this morning, so you see it at the same time as she does."
_SPRING_SEEN = "Seen it on the phone, looks right to me. Thanks for keeping me in it."
_GRANDSON = (
    "Writing from the kitchen table: my grandson pulled a northern out of the lake that was longer than his leg. "
    "He let it go and then cried because he had let it go."
)


def routes_to_confirm(world: Planting, book: tuple[Deal, ...]) -> None:
    """The newest orders carry no award row: somebody has to say how they were awarded."""
    pending = tuple(deal.number for deal in book if deal.is_pending)
    world.plant("routes_to_confirm", [], Planted("", orders=pending))


def single_threaded(world: Planting, _book: tuple[Deal, ...]) -> None:
    """At Superior Cement everything goes through Norm Bakker."""
    world.plant("single_threaded", [], Planted("Superior Cement", _at("norm")))


def _at(*keys: str) -> tuple[str, ...]:
    return tuple(somebody(key).address for key in keys)


ELSEWHERE: tuple[Callable[[Planting, tuple[Deal, ...]], None], ...] = (
    promoted,
    promises_to_maria,
    terms_asked,
    off_track,
    unanswered_by_them,
    unanswered_by_us,
    outage_dates_late,
    stockpile_low,
    umpire_report_late,
    complaint_came_back,
    never_followed_up,
    referral,
    champion,
    chuck_leaves,
    went_quiet,
    doubtful_identities,
    routes_to_confirm,
    single_threaded,
)
"""The scenes at the other customers."""
