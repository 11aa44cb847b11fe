"""What arrives in a mailbox without a person writing to the user: newsletters, lists, machines, absence notes, bounces."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from alongside.demo.companies import CHICAGO, Company
from alongside.demo.days import MONTHS_TOLD, is_working_day, months_before, working_day
from alongside.demo.grammar import Day, expand
from alongside.demo.mail import Mail, message_id
from alongside.demo.people import Somebody, somebody
from alongside.demo.planting import local

ABSENCE_EVERY = 70
"""Every so many-th letter to a customer is met by an absence note. A taste, not a measurement."""


def _sender(key: str, name: str, address: str, pen: str = "plain") -> Somebody:
    local_part, _, domain = address.partition("@")
    house = Company(key, name, domain, "", "", "", CHICAGO, "none", "")
    return Somebody(key, name, house, "", f"{local_part}@{domain}", "", pen=pen)


WEEKLY = _sender("weekly", "Lakes & Ores Weekly", "news@lakesandores.example", "gmail")
DIGEST = _sender("digest", "Metallics Digest", "digest@mail.metallicsdigest.example", "gmail")
TRACE = _sender("trace", "RailTrace", "no-reply@railtrace.example")
PORTAL = _sender("portal", "Supplier Portal", "donotreply@buyportal.example")
CALENDAR = _sender("calendar", "Room calendar", "calendar@mesabaore.example")
DAEMON = _sender("daemon", "Mail Delivery System", "mailer-daemon@mesabaore.example")
LIST = _sender("list", "greatlakes-dock", "greatlakes-dock@lists.lakeshippers.example")
LIST_WRITERS = (
    _sender("quinn", "Quinn Abbott", "qabbott@stonedock.example"),
    _sender("sal", "Sal Petrovich", "sal@tuglines.example"),
    _sender("ingrid", "Ingrid Moe", "imoe@harboragents.example"),
    _sender("theo", "Theo Barnes", "tbarnes@saltdock.example"),
)

_NEWS = (
    "[Lake freight firm|Fleet count steady|Two boats back from winter work] as [grain competes for slots|water levels "
    "hold|the locks plan repairs].\n\n[Pellet premium|Blast furnace grade] [up a little|unchanged|off a touch] on the week, "
    "traders report. [Scrap follows.|Met coke is quiet.|Pig iron imports slow.]\n\n[Dock notes: {port} reports {n} calls this "
    "week.|{n} calls at {port}, a record for the month.|Crane work at {port} until month-end.]\n\n"
    "You receive this because you subscribed. Unsubscribe with one click below."
)
_DIGEST = (
    "In this issue: [what the new moisture rule means|five questions on DR grade|how plants store for winter], "
    "[a look at carbon tariffs|hydrogen pilots, again|the freight outlook]. [Webinar on {day}, register free.|"
    "Our spring survey is open.|Early booking for the Cleveland conference.]\n\nManage your preferences or unsubscribe."
)
_TRACE = (
    "Car location summary for fleet MOPX as of 05:00.\n\nLoaded, in transit: {a}\nEmpty, returning: {b}\nAt destination: {c}\n"
    "Bad order: {d}\n\nThis is an automatic message. Please do not reply."
)
_PORTAL = (
    "Document {n}{a} was [received|accepted|posted] in the supplier portal on {day}. Status: [in review|approved for "
    "payment|matched].\n\nThis mailbox is not monitored."
)
_ROOM = (
    "Reminder: [Superior room|Range room] is reserved for you on {day}, [9:00-10:00|13:00-14:00]. Sent by the calendar."
)
_LIST_TOPICS = (
    (
        "[Shuttle belts|Belt scrapers] that last",
        "Our ceramic [scrapers|lagging] on the shuttle lasted [one season|nine months]. The supplier blames the tensioner.",
        "Two winters here. The supplier matters less than the tensioner.",
    ),
    (
        "[Fog|Ice] at the [piers|breakwater]",
        "Pilots at {port} report [fog|slush] most mornings this week.",
        "Same here, {n} hours lost since Monday.",
    ),
    (
        "Used [hopper|loader] for sale",
        "A [hopper|loader] stands behind our dock at {port}, {n} thousand dollars or best offer.",
        "Saw it last week. The tires alone are worth half.",
    ),
    (
        "Dust rules",
        "The new dust rule is out for comment until the end of the month.",
        "The table on page {n} is the part that matters to docks.",
    ),
)


def automatic_mail(*, as_of: date) -> Iterator[Mail]:
    """Yield everything that machines and lists send to the user in the months told, absence notes and bounces apart."""
    begins = months_before(as_of, MONTHS_TOLD)
    for back in range((as_of - begins).days, -1, -1):
        day = as_of - timedelta(days=back)
        rng = Random(f"automatic {back}")
        yield from _of_day(day, back, rng)


def _of_day(day: date, back: int, rng: Random) -> Iterator[Mail]:
    if back % 7 == 1 and is_working_day(day):
        yield _bulk(WEEKLY, "Lakes & Ores Weekly, {date}", _NEWS, day, "06:10", rng)
    if back % 14 == 5 and is_working_day(day):
        yield _bulk(DIGEST, "Metallics Digest: [winter|freight|prices|grades]", _DIGEST, day, "07:02", rng)
    if back % 9 == 2:
        yield _machine(TRACE, "MOPX fleet summary {num}", _TRACE, day, "05:12", rng)
    if back % 17 == 4 and is_working_day(day):
        yield _machine(PORTAL, "Document {n}{a} [received|updated]", _PORTAL, day, "10:31", rng)
    if back % 31 == 8 and is_working_day(day):
        yield _machine(CALENDAR, "Reminder: room on {date}", _ROOM, day, "07:00", rng)
    if back % 20 == 11 and is_working_day(day):
        yield from _discussion(day, rng)


def _bulk(sender: Somebody, subject: str, text: str, day: date, clock: str, rng: Random) -> Mail:
    headers = {
        "List-Unsubscribe": f"<https://{sender.company.domain}/u/7f3a>",
        "Precedence": "bulk",
        "Return-Path": f"bounce-7f3a@{sender.company.domain}",
    }
    return _plain_mail(sender, subject, text, local(day, clock, CHICAGO), headers, rng)


def _machine(sender: Somebody, subject: str, text: str, day: date, clock: str, rng: Random) -> Mail:
    return _plain_mail(sender, subject, text, local(day, clock, CHICAGO), {"Auto-Submitted": "auto-generated"}, rng)


def _discussion(day: date, rng: Random) -> Iterator[Mail]:
    subject, question, answer = rng.choice(_LIST_TOPICS)
    asker, answerer = rng.sample(LIST_WRITERS, 2)
    headers = {"List-Id": "Great Lakes dock people <greatlakes-dock.lists.lakeshippers.example>", "Precedence": "list"}
    slots = _slots(day, rng)
    title = "[greatlakes-dock] " + _say(subject, slots, rng)
    first = _listed(asker, title, _say(question, slots, rng), local(day, "11:20", CHICAGO), headers, None)
    yield first
    yield _listed(answerer, f"Re: {title}", _say(answer, slots, rng), local(day, "15:47", CHICAGO), headers, first)


def _listed(who: Somebody, title: str, words: str, at: datetime, headers: dict[str, str], answers: Mail | None) -> Mail:
    said = f"{words}\n\n{who.name}\n{who.company.domain}"
    return Mail(
        message_id(f"{title} {at}", who.company.domain), at, who, (LIST,), (), title, said, answers, headers=headers
    )


def _plain_mail(sender: Somebody, subject: str, text: str, at: datetime, headers: dict[str, str], rng: Random) -> Mail:
    slots = _slots(at.date(), rng)
    return Mail(
        message_id(f"{sender.key} {at}", sender.company.domain),
        at,
        sender,
        (somebody("alex"),),
        (),
        _say(subject, slots, rng),
        _say(text, slots, rng),
        headers=headers,
    )


def _slots(day: date, rng: Random) -> dict[str, object]:
    shown = Day(day)
    later = Day(working_day(day, 3))
    numbers = {name: rng.randint(3, 88) for name in "abcn"}
    ports = ("Burns Harbor", "Ashtabula", "Toledo", "Two Harbors", "Conneaut")
    return {
        "date": shown.date,
        "num": shown.num,
        "day": later,
        "d": rng.randint(0, 4),
        "port": rng.choice(ports),
        **numbers,
    }


def _say(text: str, slots: dict[str, object], rng: Random) -> str:
    return expand(text, rng=rng, voice="", slots=slots, phrases={})


def absence_notes(mails: list[Mail], *, as_of: date) -> Iterator[Mail]:
    """Yield an absence note for every so many-th letter of the user to a customer, and a bounce where the reader has left."""
    sent = [mail for mail in mails if mail.sender.key == "alex" and not mail.to[0].is_ours and not mail.headers]
    for number, mail in enumerate(sent):
        if number % ABSENCE_EVERY == ABSENCE_EVERY // 2 and mail.at.date() < as_of:
            yield _absence(mail, Random(f"absence {number}"))


def _absence(mail: Mail, rng: Random) -> Mail:
    away = mail.to[0]
    text = expand(
        "[Thank you for your message.|Hello,] I am [out of the office|traveling|away] until {back}[ with little access to "
        "mail| and read mail in the evening|]. [In urgent cases please call the main desk.|Your mail is not forwarded.|]",
        rng=rng,
        voice=away.voice,
        slots={"back": Day(working_day(mail.at.date(), rng.randint(1, 6)))},
        phrases={},
    )
    headers = {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All", "Precedence": "auto_reply"}
    return _reply_of_a_machine(mail, away, f"Automatic reply: {mail.subject}", f"{text}\n\n{away.name}", headers)


def bounce(mail: Mail) -> Mail:
    """Write the notice that a letter could not be delivered."""
    text = (
        "This is the mail system at mesabaore.example.\n\nI'm sorry to have to inform you that your message could not be "
        f"delivered.\n\n<{mail.to[0].address}>: host mx.{mail.to[0].company.domain} said: 550 5.1.1 recipient unknown"
    )
    headers = {"Auto-Submitted": "auto-replied", "Return-Path": ""}
    return _reply_of_a_machine(mail, DAEMON, "Undelivered Mail Returned to Sender", text, headers)


def _reply_of_a_machine(mail: Mail, sender: Somebody, subject: str, said: str, headers: dict[str, str]) -> Mail:
    at = (mail.at + timedelta(seconds=41)).astimezone(local(mail.at.date(), "00:00", sender.company.zone).tzinfo)
    seed = f"machine {mail.message_id}"
    return Mail(
        message_id(seed, sender.company.domain), at, sender, (mail.sender,), (), subject, said, mail, headers=headers
    )
