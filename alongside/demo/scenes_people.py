"""Who at the other customers rises, leaves, is new, speaks for us or has gone quiet? Each scene says what happens in its docstring."""

from collections.abc import Callable
from datetime import timedelta

from alongside.demo.days import working_day
from alongside.demo.deals import Deal
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


PEOPLE_SCENES: tuple[Callable[[Planting, tuple[Deal, ...]], None], ...] = (
    promoted,
    never_followed_up,
    referral,
    champion,
    chuck_leaves,
    went_quiet,
    stockpile_low,
    doubtful_identities,
    routes_to_confirm,
    single_threaded,
)
"""Scenes of persons, and of accounts as a whole."""
