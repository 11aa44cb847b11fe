"""A ground to measure on: an installation of its own in a folder, filled with made-up correspondence of any size."""

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SUBJECTS = "laydays|assay certificate|price index|rail cars|berth|moisture|stockpile|invoice|forecast".split("|")
WORDS = """
the cargo of pellets was loaded on friday and the assay shows moisture below the limit so we can release it
for the furnace please look at the schedule for the next laydays the berth is free from monday our stock lasts
for another three weeks at the present rate and the rail cars are late again because of the weather in the
north
""".split()
ASKS = [
    "Could you send me the assay certificate for the last cargo by Friday?",
    "I will check with the terminal and let you know by Wednesday.",
    "Please quote 8,000 t of pellets for delivery in May.",
    "Thank you for the quick help with the berth, it made a real difference.",
    "We are not happy with the moisture of the last cargo.",
    "",
    "",
    "",
    "",
]


def installation(folder: Path | None = None, *, url: str = "") -> Path:
    """Set up an empty installation in a folder of its own and make Django ready; call before any import of the program's models."""
    place = folder or Path(tempfile.mkdtemp(prefix="alongside-bench-"))
    os.environ["ALONGSIDE_DATA"] = str(place)
    os.environ.pop("ALONGSIDE_DATABASE_URL", None)
    if url:
        os.environ["ALONGSIDE_DATABASE_URL"] = url
    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.config.settings"
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return place


def user(name: str = "bench", address: str = "me@ours.example") -> Any:
    """Make the user whose records these are."""
    from django.contrib.auth.models import User

    return User.objects.get_or_create(username=name, defaults={"email": address})[0]


def letters(count: int, *, until: datetime, accounts: int = 200, people: int = 6, years: float = 3) -> Iterator[Any]:
    """Make mails in order of time: `accounts` companies of `people` each, some much busier than others."""
    from alongside.sources.contract import Letter, Mailbox

    dice = random.Random(20)
    me = Mailbox("me@ours.example", "Mia Own")
    cast = [
        [Mailbox(f"p{p}@company{a:05}.example", f"Person{p} Of{a}") for p in range(people)] for a in range(accounts)
    ]
    weights = [1 / (1 + a / 8) for a in range(accounts)]
    step = timedelta(days=365 * years) / count
    open_threads: dict[int, tuple[str, str]] = {}
    for n in range(count):
        a = dice.choices(range(accounts), weights)[0]
        them = dice.choice(cast[a])
        inbound = dice.random() < 0.5
        message_id = f"m{n}@bench.example"
        subject, parent = open_threads.get(a, (f"{dice.choice(SUBJECTS)} {n}", ""))
        if dice.random() < 0.3:
            subject, parent = f"{dice.choice(SUBJECTS)} {n}", ""
        open_threads[a] = (subject, message_id)
        sender, to = (them, me) if inbound else (me, them)
        body = " ".join(dice.choices(WORDS, k=dice.randint(30, 120)))
        yield Letter(
            message_id=message_id,
            sent_at=until - step * (count - n),
            sender=sender,
            to=(to,),
            subject=f"Re: {subject}" if parent else subject,
            text=f"Hello,\n\n{body}.\n\n{dice.choice(ASKS)}\n\nBest regards\n{sender.name}\n",
            in_reply_to=parent,
            references=(parent,) if parent else (),
        )


def orders(*, until: date, accounts: int = 200) -> Iterator[Any]:
    """Make six orders for every company."""
    from alongside.sources.contract import Row

    for a in range(accounts):
        for n in range(6):
            day = until - timedelta(days=40 + 110 * n)
            fields = {"account": f"Company{a:05}", "number": f"{a}-{n}", "ordered_on": day.isoformat()}
            yield Row("orders", fields | {"category": "Pellets", "quantity": "8000", "unit": "t", "value": "900000"})


def fill(owner: Any, items: Iterator[Any], *, at: datetime, batch: int = 500) -> int:
    """Record items batch by batch; return how many interactions are new."""
    from itertools import islice

    from alongside.interactions.record import record

    total = 0
    while chunk := list(islice(items, batch)):
        total += len(record([("bench", item) for item in chunk], owner=owner, at=at).interaction_ids)
    return total


def shared_place(name: str) -> Path:
    """A part of the shared data folder, whether or not it is there."""
    beside = ROOT.parent / "shared" / "data"
    return Path(os.environ.get("ALONGSIDE_SHARED_DATA", beside)) / name


def shared_data(name: str) -> Path:
    """Find a part of the shared data folder; where it is missing, say so and end: that is no failure."""
    place = shared_place(name)
    if not place.exists():
        print(f"Not measured: the shared data folder has no {name} here (ALONGSIDE_SHARED_DATA names the folder).")
        raise SystemExit(0)
    return place


def tell(what: str, measured: str, aim: str = "", *, is_met: bool | None = None) -> None:
    """Print one figure, what is aimed at, and whether that is met."""
    verdict = "" if is_met is None else "  met" if is_met else "  NOT MET"
    print(f"{what:<62}{measured:>14}  {aim}{verdict}".rstrip(), flush=True)


def clock() -> tuple[datetime, date]:
    """Read the clock once."""
    at = datetime.now(UTC)
    return at, at.date()


def percentile(values: list[float], share: float) -> float:
    """Give the value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
