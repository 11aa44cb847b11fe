"""Many letters under faults, for `bench/sending.py`: run as `python -m tests.outbox.many RUNS`; prints one JSON document.

It has a database of its own in a temporary directory, and commits what it does: nothing is rolled back behind a killed sender.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

FAULTS = [
    *((step, "cut") for step in ("connect", "banner", "ehlo", "mail", "rcpt", "data", "middle", "dot", "quit")),
    *((step, fault) for step in ("banner", "mail", "rcpt", "data", "dot") for fault in "45"),
    *((step, "stall") for step in ("banner", "rcpt", "middle", "dot")),
    ("dot", "nonsense"),
]
"""Where and how the server goes wrong, in turn."""

KILLED_EVERY = 10
"""Every so many runs it is the sender that is killed, at a step by turns. Unit: runs."""

KILLED_AT = ("banner", "rcpt", "middle", "dot")
ANSWER_SECONDS = 0.3
"""How long a stalled server is waited for here. Unit: seconds."""

SENDER = "import sys; from tests.outbox.many import send_one; send_one(int(sys.argv[1]))"


def main(runs: int) -> None:
    """Make an installation, send every letter, and print what came of them."""
    with tempfile.TemporaryDirectory(prefix="alongside-sending-") as data:
        os.environ |= {"ALONGSIDE_DATA": data, "DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
        os.environ.pop("ALONGSIDE_DATABASE_URL", None)
        owner = _installation()
        print(json.dumps(_all(owner, runs)))


def _installation() -> Any:
    import django

    django.setup()
    from alongside import users
    from alongside.config.upkeep import bring_up_to_date

    bring_up_to_date()
    return users.create("olga", password="a long enough word", full_name="Olga Owner", address="olga@example.com")


def _all(owner: Any, runs: int) -> dict[str, Any]:
    states: Counter[str] = Counter()
    came: Counter[str] = Counter()
    faults, steps = cycle(FAULTS), cycle(KILLED_AT)
    for run in range(runs):
        if run % KILLED_EVERY == KILLED_EVERY - 1:
            letter, taken = _killed(owner, next(steps))
            came["killed"] += 1
        else:
            letter, taken = _sent(owner, *next(faults))
        states[letter.state] += 1
        came["twice"] += taken > 1
        came["false"] += letter.state == "sent" and taken != 1
        came["lost"] += taken == 0 and letter.state not in {"refused", "unknown", "queued"}
    return {"runs": runs, "states": dict(states), **{name: came[name] for name in ("killed", "twice", "false", "lost")}}


def _queued(owner: Any) -> Any:
    from alongside.outbox.compose import write
    from alongside.outbox.queue import queue

    text = "How it stands. " * random.Random(7).randint(20, 200)
    return queue(write("joe@nsteel.example", "Re: Demurrage", text), by=owner, at=datetime.now(UTC))


def _sent(owner: Any, step: str, fault: str) -> tuple[Any, int]:
    from tests.outbox.faulty import Faulty

    letter = _queued(owner)
    with Faulty(step, fault) as server:
        _try_until_settled(letter, server.port)
    return letter, server.taken[letter.message_id]


def _killed(owner: Any, step: str) -> tuple[Any, int]:
    """Kill the sender with SIGKILL while the server holds the line at a step; then start again."""
    from tests.outbox.faulty import Faulty

    letter = _queued(owner)
    with Faulty(step, "stall") as server:
        sender = subprocess.Popen([sys.executable, "-c", SENDER, str(server.port)], cwd=Path(__file__).parents[2])
        server.reached.wait(60)
        sender.send_signal(signal.SIGKILL)
        sender.wait()
        _try_until_settled(letter, server.port)
    return letter, server.taken[letter.message_id]


def _try_until_settled(letter: Any, port: int) -> None:
    at = datetime.now(UTC) + timedelta(minutes=1)
    for _ in range(8):
        _send(port, at)
        at += timedelta(hours=7)
    letter.refresh_from_db()


def _send(port: int, at: datetime, **seconds: float) -> None:
    from functools import partial

    from alongside import sending
    from alongside.config.smtp import Security, SmtpServer
    from alongside.outbox.hand_over import hand_over

    sending.hand_over = partial(hand_over, answer_seconds=ANSWER_SECONDS, **seconds)
    sending.send_next(lambda: (at, at.date()), server=SmtpServer("127.0.0.1", port, Security.NONE))


def send_one(port: int) -> None:
    """Send what is due, patiently, in a process that is about to be killed."""
    import django

    django.setup()
    from alongside import sending
    from alongside.config.smtp import Security, SmtpServer

    at = datetime.now(UTC) + timedelta(minutes=1)
    sending.send_next(lambda: (at, at.date()), server=SmtpServer("127.0.0.1", port, Security.NONE))


if __name__ == "__main__":
    main(int(sys.argv[1]))
