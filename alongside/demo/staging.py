"""How does a script become letters? Casts it, sets its times, words it. Which script is played when is rhythm.py's affair."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from alongside.demo.attachments import attachment
from alongside.demo.companies import Company
from alongside.demo.days import at_work, into_working_hours, working_day
from alongside.demo.deals import Deal
from alongside.demo.grammar import Day, expand
from alongside.demo.mail import Mail, known_as, message_id
from alongside.demo.people import Somebody, somebody
from alongside.demo.screenplay import Script, Turn
from alongside.demo.slots import common_slots, drawn, relative_days
from alongside.demo.threads.phrases import PHRASES
from alongside.demo.voices import letter

QUIET_AFTER = time(11, 0)
"""Hour of as_of, in UTC, after which nobody has written yet: Today is read in the morning."""

JOHNS_OLD_ADDRESS = "j.smith@erielakefront.example"
OLD_ADDRESS_SHARE = 0.25
"""Share of John Smith's threads that still go by the old address. A taste, not a measurement."""

TRIES_TO_SAY_IT_ANEW = 24
"""Wordings tried before a letter may repeat what another said. Unit: draws."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting, call or visit in the user's calendar."""

    uid: str
    title: str
    starts_at: datetime
    minutes: int
    guests: tuple[Somebody, ...]
    location: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """What a script came to."""

    mails: tuple[Mail, ...]
    appointments: tuple[Appointment, ...] = ()


@dataclass(slots=True)
class Stage:
    """Where and when one script is played, and by whom."""

    script: Script
    where: Company
    us: Somebody
    them: Somebody
    as_of: date
    start: date
    rng: Random
    second: Somebody | None = None
    deal: Deal | None = None
    days: dict[str, date] = field(default_factory=dict)
    folder: str = ""
    copied: tuple[Somebody, ...] = ()
    slots: dict[str, object] = field(default_factory=dict)
    heard: set[str] = field(default_factory=set)

    def play(self) -> Played:
        """Word every turn of the script, in order."""
        self.slots = self._all_slots()
        subject = self._worded(self.script.subject, self.them, self.start)
        mails: list[Mail] = []
        for turn in self.script.turns:
            mails.append(self._letter(turn, mails, subject))
        return Played(tuple(mails), tuple(self._appointments()))

    def _all_slots(self) -> dict[str, object]:
        self.them = as_seen(self.them, self.start, as_of=self.as_of, rng=self.rng)
        slots = common_slots(self.where, self.deal, day=self.start, rng=self.rng)
        slots |= drawn(self.script.let, start=self.start, rng=self.rng)
        slots |= {name: Day(day) for name, day in self.days.items()}
        slots |= {"them": self.them.first, "us": self.us.first}
        slots |= {"them2": self.second.first, "them2_last": self.second.last} if self.second else {}
        if "n" in slots:
            slots["half"] = str(int(str(slots["n"])) // 2)
        return slots

    def _letter(self, turn: Turn, before: list[Mail], subject: str) -> Mail:
        writer = self._actor(turn.who)
        at = self._moment(turn, before, writer)
        answers, forwards = _answered(writer, self._actor(turn.to) if turn.to else None, before)
        to, cc = self._recipients(turn, writer, before)
        words = self._worded_anew(turn.text, writer, at.date())
        said = letter(
            words,
            writer=writer,
            to=to[0],
            is_first=all(mail.sender.key != writer.key for mail in before),
            day=at.date(),
            as_of=self.as_of,
            rng=self.rng,
        )
        lead = "" if not before else "Fwd: " if forwards else "Re: "
        seed = f"{self.script.name} {self.them.key} {self.start} {len(before)} {self.as_of} {self.folder}"
        attached = (attachment(turn.attach, slots=self.slots, rng=self.rng),) if turn.attach else ()
        return Mail(
            message_id(seed, writer.company.domain),
            at,
            writer,
            to,
            cc,
            lead + subject,
            said,
            answers,
            forwards,
            attached,
            folder=self.folder,
            account=self.where.key,
            script=self.script.name,
            words=words,
        )

    def _worded_anew(self, template: str, writer: Somebody, day: date) -> str:
        """Word a turn as nobody has worded it before, as far as the template allows."""
        words = ""
        for _ in range(TRIES_TO_SAY_IT_ANEW):
            words = self._worded(template, writer, day)
            if words not in self.heard:
                break
        self.heard.add(words)
        return words

    def _worded(self, template: str, writer: Somebody, day: date) -> str:
        slots = self.slots | relative_days(day)
        return expand(template, rng=self.rng, voice=writer.voice, slots=slots, phrases=PHRASES)

    def _actor(self, who: str) -> Somebody:
        if who == "them2":
            return self.second or self.them
        return {"them": self.them, "us": self.us}.get(who) or somebody(who)

    def _recipients(
        self, turn: Turn, writer: Somebody, before: list[Mail]
    ) -> tuple[tuple[Somebody, ...], tuple[Somebody, ...]]:
        if turn.to:
            return (self._actor(turn.to),), ()
        public = [mail for mail in before if any(who.key == self.them.key for who in mail.everyone)]
        known = _once((self.them, self.us, *(who for mail in public for who in mail.everyone)))
        others = [who for who in known if who.key != writer.key]
        facing = [who for who in others if who.is_ours != writer.is_ours] or others
        last = public[-1].sender if public else None
        to = last if last and last.key in {who.key for who in facing} else facing[0]
        extra = (*(self._actor(name) for name in turn.cc), *self.copied)
        cc = [who for who in _once((*others, *extra)) if who.key not in (to.key, writer.key)]
        return (to,), tuple(cc)

    def _moment(self, turn: Turn, before: list[Mail], writer: Somebody) -> datetime:
        zone = writer.company.zone
        if not before:
            return at_work(self.start, zone, self.rng)
        last = before[-1].at
        if turn.after.startswith("@"):
            return self._moment_on(turn.after[1:], last, zone)
        if turn.after.endswith(("d", "w")):
            steps = int(turn.after[:-1]) * (5 if turn.after.endswith("w") else 1)
            return at_work(working_day(last.astimezone(ZoneInfo(zone)).date(), steps), zone, self.rng)
        return into_working_hours(
            last + timedelta(minutes=_minutes(turn.after) * self.rng.uniform(0.5, 1.7)), zone, self.rng
        )

    def _moment_on(self, when: str, last: datetime, zone: str) -> datetime:
        name, _, plus = when.partition("+")
        day = self.slots[name] if name in self.slots else relative_days(last.date())[name]
        assert isinstance(day, Day), f"{when} is no day"
        moment = at_work(working_day(day.on, int(plus or 0)), zone, self.rng, last_hour=15.2)
        soonest = last + timedelta(minutes=self.rng.randint(18, 95))
        return moment if moment > soonest else into_working_hours(soonest, zone, self.rng)

    def _appointments(self) -> Iterable[Appointment]:
        if not self.script.event or self.us.key != "alex":
            return
        _kind, name, clock, minutes, title = self.script.event.split(maxsplit=4)
        day = self.start if name == "start" else self.slots[name].on  # type: ignore[attr-defined]
        begins = datetime.combine(day, time.fromisoformat(clock.zfill(5)), ZoneInfo(self.where.zone))
        guests = _once((self.us, self.them, *([somebody("karen")] if "Karen" in title else [])))
        words = self._worded(title, self.us, day)
        place = "" if _kind == "call" else f"{self.where.plant}, {self.where.city}"
        uid = message_id(f"{words} {begins}", "mesabaore.example")
        yield Appointment(uid, words, begins, int(minutes), guests, place, self.where.key)


def _answered(writer: Somebody, to: Somebody | None, before: list[Mail]) -> tuple[Mail | None, bool]:
    """Find the letter that the writer answers, and whether it is passed on to somebody who has not seen it."""
    if not before:
        return None, False
    if to is None:
        seen = [mail for mail in before if writer.key in {who.key for who in mail.everyone}]
        return (seen[-1] if seen else before[-1]), False
    from_them = [mail for mail in before if mail.sender.key == to.key]
    return (from_them[-1], False) if from_them else (before[-1], True)


def _once(people: Iterable[Somebody]) -> tuple[Somebody, ...]:
    """Keep each person once, in order."""
    return tuple(
        {who.key: who for who in reversed(tuple(people))}[key] for key in dict.fromkeys(who.key for who in people)
    )


def _minutes(after: str) -> int:
    found = re.fullmatch(r"(\d+)([mh])", after or "2h")
    assert found, f"{after!r} is no time after"
    return int(found[1]) * (60 if found[2] == "h" else 1)


def as_seen(person: Somebody, day: date, *, as_of: date, rng: Random) -> Somebody:
    """Give the address a person writes from on that day: John Smith's company gave out shorter ones at first, and his phone kept it."""
    if person.key == "johns" and (day < as_of - timedelta(days=300) or rng.random() < OLD_ADDRESS_SHARE):
        return known_as(person, address=JOHNS_OLD_ADDRESS)
    return person
