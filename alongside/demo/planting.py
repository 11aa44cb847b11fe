"""How is a scene set down letter by letter, with its exact words and days? The tool of scenes.py; it invents nothing itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from random import Random
from zoneinfo import ZoneInfo

from alongside.demo.attachments import attachment
from alongside.demo.companies import Company
from alongside.demo.mail import Mail, known_as, message_id
from alongside.demo.people import Somebody, somebody
from alongside.demo.staging import Appointment
from alongside.demo.voices import letter


@dataclass(frozen=True, slots=True)
class Planted:
    """What a scene put into the world, so that a reader can look for it again.

    `letters` are Message-IDs without angle brackets in order; `quote` the words that matter; `on` their day; `due_on` what they promise.
    """

    account: str
    people: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    quote: str = ""
    on: date | None = None
    due_on: date | None = None
    orders: tuple[str, ...] = ()
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One letter of a scene. `full` asks for the whole signature; `address` is the one it is sent from, when it is not the usual one."""

    who: str
    on: date
    clock: str
    words: str
    to: str = ""
    cc: tuple[str, ...] = ()
    full: bool = False
    attach: str = ""
    forwards: bool = False
    address: str = ""


@dataclass(slots=True)
class Planting:
    """What the scenes have set down so far."""

    as_of: date
    mails: list[Mail] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    planted: dict[str, Planted] = field(default_factory=dict)

    def thread(
        self, name: str, account: str, subject: str, lines: Sequence[Line], *, slots: dict[str, object] | None = None
    ) -> list[Mail]:
        """Set down a thread, every line an answer to the one before it, and give its letters."""
        written: list[Mail] = []
        for line in lines:
            written.append(self._write(name, account, subject, line, written, slots or {}))
        self.mails.extend(written)
        return written

    def _write(
        self, name: str, account: str, subject: str, line: Line, before: list[Mail], slots: dict[str, object]
    ) -> Mail:
        writer, rng = somebody(line.who), Random(f"{name} {len(before)}")
        writer = known_as(writer, address=line.address) if line.address else writer
        to = somebody(line.to) if line.to else before[-1].sender
        is_first = line.full or all(mail.sender.key != writer.key for mail in before)
        said = letter(line.words, writer=writer, to=to, is_first=is_first, day=line.on, as_of=self.as_of, rng=rng)
        lead = "" if not before else "Fwd: " if line.forwards else "Re: "
        files = {"order": "", "cargo": "", "product": "", "tag": name.replace(" ", "-")} | slots
        return Mail(
            message_id=message_id(f"{name} {len(before)} {self.as_of}", writer.company.domain),
            at=_moment(line.on, line.clock, writer, before),
            sender=writer,
            to=(to,),
            cc=tuple(somebody(each) for each in line.cc),
            subject=lead + subject,
            said=said,
            answers=before[-1] if before else None,
            forwards=line.forwards,
            attached=(attachment(line.attach, slots=files, rng=rng),) if line.attach else (),
            account=account,
            script=name,
            words=line.words,
        )

    def meeting(
        self,
        title: str,
        where: Company,
        *,
        starts: datetime,
        minutes: int,
        guests: Sequence[Somebody],
        location: str = "",
    ) -> Appointment:
        """Set down a meeting in the user's calendar."""
        uid = message_id(f"{title} {starts}", "mesabaore.example")
        place = location or f"{where.plant}, {where.city}"
        made = Appointment(uid, title, starts, minutes, (somebody("alex"), *guests), place, where.key)
        self.appointments.append(made)
        return made

    def plant(self, name: str, letters: Sequence[Mail], what: Planted) -> None:
        """Note what a scene put into the world, with the ids of its letters."""
        kept = {each: getattr(what, each) for each in Planted.__slots__ if each != "letters"}
        self.planted[name] = Planted(letters=tuple(mail.message_id for mail in letters), **kept)


def _moment(on: date, clock: str, writer: Somebody, before: list[Mail]) -> datetime:
    moment = local(on, clock, writer.company.zone)
    assert not before or moment > before[-1].at, f"{writer.key} answers before the question was put"
    return moment


def local(on: date, clock: str, zone: str) -> datetime:
    """Give the moment that a clock in that zone shows."""
    return datetime.combine(on, time.fromisoformat(clock), ZoneInfo(zone))
