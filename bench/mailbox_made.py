"""A made-up mailbox of any size as one mbox file: threads of business letters with quotations, signatures and mail programs' headers."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

ACCOUNTS, PEOPLE_EACH, YEARS = 200, 6, 3
MOST_QUOTED_LINES = 40
ME = "Mia Own <me@ours.example>"
FIRST = (
    "Anna Ben Clara David Erik Frida Georg Hanna Ivan Julia Karl Lena Marko Nina Otto Petra Rosa Sven Tom Vera".split()
)
LAST = "Abel Brandt Costa Dahl Ebner Fischer Gallo Hansen Ivanov Jansen Kowalski Lind Moreau Novak Olsen Petrov".split()
TITLES = ["Head of Procurement", "VP Raw Materials", "Plant Manager", "Quality Engineer", "Logistics Planner", "Buyer"]
SUBJECTS = "Laydays|Assay certificate|Price index|Rail cars|Berth|Moisture|Stockpile|Invoice|Forecast|Site visit".split(
    "|"
)
TELLS = """The cargo was loaded on Friday and the assay shows moisture below the limit.
Our stock lasts for another three weeks at the present rate, so there is no hurry.
The berth is free from Monday on, the terminal confirmed it this morning.
The rail cars are late again because of the weather in the north.
We have gone through the figures of the last quarter and they look right to us.
As discussed on the phone, the second furnace stays down until the end of the month.
Attached you find the minutes of our meeting and the updated schedule.
The new crusher runs well, and the fines are down by a third.
I talked to our quality people, and they see no trouble with the last lot.
For the record, the shipment left the port two days later than planned.
Hope you had a good start into the week.
The index moved again, which makes the quarter harder for everybody here.
Nobody told us that the weights were taken on another scale this time.
Once the laboratory is done we will know more about the silica.
It was good to see you and the team at the plant last week.
Our forwarder says that the documents are complete now.""".splitlines()
ASKS = """Could you send me the assay certificate for the last cargo by Friday?
I will check with the terminal and let you know by Wednesday.
Please quote 8,000 t of pellets for delivery in May.
Thank you for the quick help with the berth, it made a real difference.
We are not happy with the moisture of the last cargo.
Can we meet on Tuesday next week to go through the forecast?
What would you do about the dust in the hall if you were us?
I will send you the revised schedule tomorrow.""".splitlines()
ASKING_SHARE = 0.45
"""Share of letters that ask, promise, thank or complain. A taste, not a measurement."""


def write(path: Path, count: int, *, until: datetime) -> None:
    """Write `count` letters in order of time, about two kilobytes each."""
    with path.open("w", encoding="ascii", newline="\n") as file:
        for letter in _letters(count, until):
            file.write(letter)


def _letters(count: int, until: datetime) -> Iterator[str]:
    dice = random.Random(20)
    cast = [[_somebody(dice, a, p) for p in range(PEOPLE_EACH)] for a in range(ACCOUNTS)]
    weights = [1 / (1 + a / 8) for a in range(ACCOUNTS)]
    last: dict[int, tuple[str, list[str], list[str], str]] = {}  # subject, ids, lines, who and when
    step = timedelta(days=365 * YEARS) / count
    for n, a in enumerate(dice.choices(range(ACCOUNTS), weights, k=count)):
        at = until - step * (count - n)
        name, address, signature = dice.choice(cast[a])
        inbound = dice.random() < 0.5
        subject, ids, quoted, said = last.get(a, ("", [], [], ""))
        if not ids or dice.random() < 0.3:
            subject, ids, quoted = f"{dice.choice(SUBJECTS)} {n}", [], []
        them = f"{name} <{address}>"
        sender, to = (them, ME) if inbound else (ME, them)
        lines = [f"Hello {'Mia' if inbound else name.split()[0]},", "", *_words(dice), "", "Best regards", ""]
        lines += signature if inbound else ["Mia Own", "Key Account Manager", "Ours Ltd."]
        if quoted:
            lines += ["", said, *(f"> {line}" for line in quoted[:MOST_QUOTED_LINES])]
        own = f"m{n}.{at:%Y%m%d}@{f'company{a:05}' if inbound else 'ours'}.example"
        yield _as_mbox(sender, to, subject, own, ids, at, lines)
        last[a] = (subject, [*ids[-8:], own], lines, f"On {at:%a, %d %b %Y} at {at:%H:%M}, {sender} wrote:")


def _somebody(dice: random.Random, account: int, n: int) -> tuple[str, str, list[str]]:
    name = f"{dice.choice(FIRST)} {dice.choice(LAST)}"
    address = f"{name.replace(' ', '.').lower()}{n}@company{account:05}.example"
    return name, address, [name, dice.choice(TITLES), f"Company {account:05} Inc.", f"Phone: +1 216 555 {account:04}"]


def _words(dice: random.Random) -> list[str]:
    said = dice.choices(TELLS, k=dice.randint(2, 7))
    if dice.random() < ASKING_SHARE:
        said.insert(dice.randint(0, len(said)), dice.choice(ASKS))
    return [" ".join(said[start : start + 2]) for start in range(0, len(said), 2)]


def _as_mbox(sender: str, to: str, subject: str, own: str, ids: list[str], at: datetime, lines: list[str]) -> str:
    host = sender.rpartition("@")[2].rstrip(">")
    head = [
        f"From {sender.rpartition('<')[2].rstrip('>')} {at:%a %b %d %H:%M:%S %Y}",
        f"Received: from mail.{host} (mail.{host} [192.0.2.7]) by mx.ours.example; {format_datetime(at)}",
        f"From: {sender}",
        f"To: {to}",
        f"Subject: {'Re: ' if ids else ''}{subject}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{own}>",
        *([f"In-Reply-To: <{ids[-1]}>", "References: " + "\n ".join(f"<{each}>" for each in ids)] if ids else []),
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=us-ascii",
        "X-Mailer: Some Mail 16.0",
    ]
    body = [f">{line}" if line.startswith("From ") else line for line in lines]
    return "\n".join([*head, "", *body, "", ""])
