"""Writes the whole demo world into a folder. Deterministic: the same as_of gives the same bytes."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from alongside.demo.companies import COMPANIES
from alongside.demo.days import MONTHS_TOLD, months_before
from alongside.demo.deals import deals
from alongside.demo.letters import mbox_bytes
from alongside.demo.mail import Mail
from alongside.demo.people import THEIR_PEOPLE
from alongside.demo.rhythm import last_moment, tell_deals, tell_everyday


@dataclass(frozen=True, slots=True)
class World:
    folder: Path
    as_of: date
    mails: tuple[Mail, ...]
    planted: dict[str, object] = field(default_factory=dict)


def write_world(folder: Path, *, as_of: date) -> World:
    folder.mkdir(parents=True, exist_ok=True)
    book = deals(as_of)
    played = [*tell_everyday(book, as_of=as_of), *tell_deals(book, as_of=as_of)]
    mails = sorted((mail for each in played for mail in each.mails), key=lambda mail: (mail.at, mail.message_id))
    sent = [mail for mail in mails if mail.sender.key == "alex"]
    inbox = [mail for mail in mails if mail.sender.key != "alex"]
    (folder / "sent.mbox").write_bytes(mbox_bytes(sent))
    (folder / "inbox.mbox").write_bytes(mbox_bytes(inbox))
    return World(folder, as_of, tuple(mails))
