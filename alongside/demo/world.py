"""Writes the demo world: eighteen months at a seller of iron ore and pellets, as the files a sales person could export.

Deterministic: the same day gives the same bytes. Decides nothing about how the files are read.
"""

from dataclasses import dataclass
from datetime import UTC, date, timedelta
from pathlib import Path

from alongside.demo.automatic import absence_notes, automatic_mail, bounce
from alongside.demo.calendar import calendar_bytes, single_meetings
from alongside.demo.cards import cards_bytes
from alongside.demo.companies import COMPANIES
from alongside.demo.days import MONTHS_TOLD, months_before, working_day
from alongside.demo.deals import Deal, deals
from alongside.demo.ledgers import tables
from alongside.demo.letters import letter_bytes, mbox_bytes
from alongside.demo.mail import Mail
from alongside.demo.people import THEIR_PEOPLE, somebody
from alongside.demo.planting import Line, Planted, Planting
from alongside.demo.rhythm import last_moment, tell_deals, tell_everyday
from alongside.demo.scenes import NATIONAL_SCENES
from alongside.demo.scenes_people import PEOPLE_SCENES
from alongside.demo.scenes_waiting import WAITING_SCENES
from alongside.demo.staging import Appointment, Played

OLD_LAPTOP_DAYS = 45
"""Days at the beginning of the archive whose letters lie in a Maildir, as an older machine kept them."""

README = """Mesaba Ore & Pellet: a made-up company
======================================

These files are what one sales person there, Alex Lindgren, could export: eighteen months of mail, a calendar, an address
book and tables, up to {as_of}. All companies, people and vessels are invented; every domain ends in .example, every
telephone number is of the range kept for fiction.

inbox.mbox, sent.mbox   the mailbox
old-laptop/             a Maildir from the machine before this one
handover/               letters (.eml) that Tom Halvorsen left with the account National Steel
calendar.ics            meetings, visits, calls
contacts.vcf            the address book
*.csv                   accounts, contacts, opportunities, orders, awards, facts, needs, suggestions
"""


@dataclass(frozen=True, slots=True)
class World:
    """What was written. `planted` names the scenes; `mails` are all letters in the order of their dates."""

    folder: Path
    as_of: date
    user_name: str
    user_address: str
    accounts: tuple[str, ...]
    people: tuple[str, ...]
    mails: tuple[Mail, ...]
    planted: dict[str, Planted]


def write_world(folder: Path, *, as_of: date) -> World:
    """Write all files into the folder, which is made when it is missing, and say what was planted."""
    book = deals(as_of)
    mails, meetings, planted = _everything(book, as_of=as_of)
    folder.mkdir(parents=True, exist_ok=True)
    _write_mail(folder, mails, as_of=as_of)
    (folder / "calendar.ics").write_bytes(calendar_bytes(meetings, as_of=as_of))
    (folder / "contacts.vcf").write_bytes(cards_bytes())
    for name, content in tables(book, as_of=as_of).items():
        (folder / name).write_bytes(content)
    (folder / "README.txt").write_text(README.format(as_of=as_of.isoformat()), encoding="utf-8")
    alex = somebody("alex")
    return World(
        folder=folder,
        as_of=as_of,
        user_name=alex.name,
        user_address=alex.address,
        accounts=tuple(each.name for each in COMPANIES),
        people=tuple(each.name for each in THEIR_PEOPLE),
        mails=tuple(mails),
        planted=planted,
    )


def _everything(book: tuple[Deal, ...], *, as_of: date) -> tuple[list[Mail], list[Appointment], dict[str, Planted]]:
    scenes = set_down(book, as_of=as_of)
    played: list[Played] = [*tell_everyday(book, as_of=as_of), *tell_deals(book, as_of=as_of)]
    told = [mail for each in played for mail in each.mails]
    mails = [*told, *scenes.mails, *_to_nobody(as_of), *automatic_mail(as_of=as_of)]
    mails = sorted(mails, key=lambda mail: (mail.at, mail.message_id))
    mails += absence_notes(mails, as_of=as_of)
    begins = months_before(as_of, MONTHS_TOLD)
    mails = [mail for mail in mails if begins <= mail.at.date() and mail.at < last_moment(as_of)]
    meetings = [meeting for each in played for meeting in each.appointments]
    meetings += [*scenes.appointments, *single_meetings(as_of=as_of)]
    return sorted(mails, key=lambda mail: (mail.at, mail.message_id)), meetings, scenes.planted


def set_down(book: tuple[Deal, ...], *, as_of: date) -> Planting:
    """Set down every scene for that day."""
    scenes = Planting(as_of)
    for scene in (*NATIONAL_SCENES, *WAITING_SCENES, *PEOPLE_SCENES):
        scene(scenes, book)
    return scenes


def _to_nobody(as_of: date) -> list[Mail]:
    """A letter to somebody who had left, and the notice that it could not be delivered."""
    day = working_day(as_of - timedelta(days=99))
    lines = [
        Line(
            "alex",
            day,
            "09:15",
            "The summer figures, as every year. Enjoy the garden.",
            to="chuck",
            full=True,
            attach="plan",
        )
    ]
    [sent] = Planting(as_of).thread("scene bounce", "ashland", "Summer figures", lines)
    return [sent, bounce(sent)]


def _write_mail(folder: Path, mails: list[Mail], *, as_of: date) -> None:
    alex = somebody("alex").key
    old = months_before(as_of, MONTHS_TOLD) + timedelta(days=OLD_LAPTOP_DAYS)
    laptop = [mail for mail in mails if not mail.folder and mail.at.date() < old]
    newer = [mail for mail in mails if not mail.folder and mail.at.date() >= old]
    (folder / "sent.mbox").write_bytes(mbox_bytes([mail for mail in newer if mail.sender.key == alex]))
    (folder / "inbox.mbox").write_bytes(mbox_bytes([mail for mail in newer if mail.sender.key != alex]))
    _write_maildir(folder / "old-laptop", laptop)
    _write_folder(folder / "handover", [mail for mail in mails if mail.folder == "handover"])


def _write_maildir(folder: Path, mails: list[Mail]) -> None:
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number, mail in enumerate(mails):
        stamp = int(mail.at.astimezone(UTC).timestamp())
        (folder / "cur" / f"{stamp}.M{number:06d}.laptop:2,S").write_bytes(letter_bytes(mail))


def _write_folder(folder: Path, mails: list[Mail]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, mail in enumerate(mails, start=1):
        (folder / f"{number:03d}-{mail.at:%Y-%m-%d}-{mail.sender.key}.eml").write_bytes(letter_bytes(mail))
