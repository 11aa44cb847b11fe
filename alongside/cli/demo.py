"""`alongside demo`: the program with a made-up seller's eighteen months, brought in as anybody's files are.

It has a data directory of its own and never touches the user's.
"""

import json
import os
import socket
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alongside.cli import progress
from alongside.cli.demo_plan import enter_plan
from alongside.cli.ready import clock, open_installation
from alongside.cli.serve import LOOPBACK, Open, Port, listen, run_server
from alongside.cli.speak import AsJson, CommandError, remark

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PASSWORD = "pellets before the ice"
"""Printed for everybody: what it opens is made up, and only this machine can reach it."""

WHO = "alex"
"""Whose desk the demo world is seen from."""

NOTES = "demo.json"
"""What the demo remembers of itself in its data directory: the day it was written for, and whether it is complete."""

Data = Annotated[Path | None, typer.Option("--data", help="Where the demo keeps its things.", show_default=False)]


def demo(data: Data = None, port: Port = 8000, open_page: Open = False, as_json: AsJson = False) -> None:
    """Start Alongside with a demo world; the first start writes it and brings it in."""
    home = _own_directory(data)
    listening = _listen(port)
    os.environ["ALONGSIDE_DATA"] = str(home)
    os.environ.pop("ALONGSIDE_DATABASE_URL", None)
    os.environ.setdefault("ALONGSIDE_TIME_ZONE", _zone())
    open_installation()
    user = prepare(home)
    sign_in = {"user": user.username, "password": PASSWORD}
    greeting = f"Sign in as {user.username} with the password: {PASSWORD}"
    run_server(listening, open_page=open_page, as_json=as_json, greeting=greeting, more=sign_in)


def prepare(home: Path) -> "User":
    """Write the demo world into `home` and bring it in, unless that was done; takes up an interrupted start."""
    from django.contrib.auth.models import User

    from alongside import users
    from alongside.demo.people import somebody

    told = _told(home)
    somebody_there = somebody(WHO)
    address = somebody_there.address
    user = User.objects.filter(username=address).first() or users.create(
        address, password=PASSWORD, full_name=somebody_there.name, address=address
    )
    if not told.get("complete"):
        _bring_in(user, home, written_for=told.get("written_for"))
    return user


def _bring_in(user: "User", home: Path, *, written_for: str | None) -> None:
    from alongside.cli.demo_entries import enter_by_hand
    from alongside.demo.world import write_world
    from alongside.pipeline import import_paths

    begun_at = time.monotonic()
    at, today = clock()
    day = date.fromisoformat(written_for) if written_for else today
    _tell(home, written_for=day.isoformat(), complete=False)
    remark("Writing the demo world: eighteen months of a seller of iron ore and pellets.")
    write_world(home / "world", as_of=day)
    remark("Bringing it in, as anybody's files are.")
    try:
        run = import_paths([home / "world"], user=user, at=at, as_of=today, report=progress.progress())
    finally:
        progress.finish()
    enter_by_hand(user, at=at, as_of=today)
    enter_plan(user, at=at, written_for=day, as_of=today)
    _tell(home, written_for=day.isoformat(), complete=True)
    remark(f"{run.recorded:,} brought in, {run.refused:,} refused, in {time.monotonic() - begun_at:.0f} s.")


def _own_directory(wish: Path | None) -> Path:
    """Name the demo's directory. Raises CommandError for one that holds somebody's own records."""
    from platformdirs import user_data_dir

    home = (wish or Path(user_data_dir("alongside-demo", appauthor=False))).expanduser().absolute()
    if home.is_dir() and any(home.iterdir()) and not (home / NOTES).exists():
        raise CommandError(f"{home} holds something else than a demo world. Choose another directory with --data.")
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (home / NOTES).exists():
        _tell(home, complete=False)
    return home


def _listen(port: int) -> socket.socket:
    try:
        return listen(LOOPBACK, port)
    except CommandError:
        remark(f"Port {port} is taken, so another one is used.")
        return listen(LOOPBACK, 0)


def _zone() -> str:
    from alongside.demo.people import somebody

    return somebody(WHO).company.zone


def _told(home: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((home / NOTES).read_text())
    return told


def _tell(home: Path, **notes: Any) -> None:
    (home / NOTES).write_text(json.dumps(notes))
