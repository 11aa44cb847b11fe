"""An import of the real program, killed with SIGKILL at some moment and started again: what the installation holds then.

`python -m tests.intake.kills KILLS [FIRST]` tries so many moments, each with an installation of its own, and prints as JSON
what differed from one clean run. Each import is a process of its own with the readers that it starts; it is forked from
this program, which has loaded Alongside already, so that most of the time goes to what is tried.
"""

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

SAMPLES = Path(__file__).resolve().parents[1] / "sources" / "samples"

MAILS = 40
"""Mails of the corpus. Unit: mails; with the tables they make several transactions of recording."""

PEOPLE = ["joe@nsteel.example", "ann@nsteel.example", "bo@acme.example", "eva@ore.example"]
SAID = [
    "Could you send me the assay certificate for the last cargo by Friday?",
    "I will check with the terminal and let you know by Wednesday.",
    "Please quote 8,000 t of pellets for delivery in May.",
    "Thank you for the quick help with the berth, it made a real difference.",
    "We are not happy with the moisture of the last cargo.",
    "The berth is free from Monday.",
]
BEFORE_READING = 0.1
"""Share of the kills that come before anything is read."""

ENDS_WITHIN_SECONDS = 60
"""How long the programs that a killed one had started may outlive it. Unit: seconds; they end at their next word."""


def corpus(folder: Path) -> Path:
    """Write mails, a calendar, cards, tables, and some things that are refused."""
    folder.mkdir()
    began = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) - timedelta(days=200)
    (folder / "a.mbox").write_text("".join(_mails(began)))
    for n in range(3):
        (folder / f"single{n}.eml").write_text(_mail(MAILS + n, began))
    (folder / "accounts.csv").write_text(
        "Name,Domain,Standing\nNational Steel,nsteel.example,customer\nAcme,acme.example,\n"
    )
    lines = "".join(f"{n},National Steel,2025-11-{1 + n % 28:02},Pellets,{n + 1},{n}.50\n" for n in range(20))
    (folder / "orders.csv").write_text(
        f"Order number,Account,Order date,Product,Quantity,Unit price\n{lines}61,Acme,never,x,1,1\n"
    )
    (folder / "broken.eml").write_text("This is no mail.\n\nNothing.\n")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))
    for kind in ("*.ics", "*.vcf", "*.xlsx"):
        for sample in SAMPLES.glob(kind):
            shutil.copy(sample, folder)
    return folder


def _mails(began: datetime) -> Iterator[str]:
    for n in range(MAILS):
        yield f"From x@x.example {began:%a %b} {began.day:2d} 09:00:00 {began:%Y}\n{_mail(n, began)}\n"


def _mail(n: int, began: datetime) -> str:
    them, sent = PEOPLE[n % len(PEOPLE)], began + timedelta(days=n, minutes=n)
    sender, to = (them, "olga@ours.example") if n % 2 else ("olga@ours.example", them)
    parent = f"In-Reply-To: <m{n - 8}@x.example>\n" if n % 3 == 0 and n >= 8 else ""
    return (
        f"From: {sender.partition('@')[0].title()} Smith <{sender}>\nTo: <{to}>\nDate: {sent:%a, %d %b %Y %H:%M:%S} +0000\n"
        f"Message-ID: <m{n}@x.example>\n{parent}Subject: Cargo {n % 8}\n\nHello,\n\n{SAID[n % len(SAID)]}\n\nBest regards\n"
    )


class Trial:
    """An installation that is made anew for every run, and the files that are brought into it."""

    def __init__(self, place: Path) -> None:
        self.data, self._empty = place / "data", place / "empty"
        self.files = corpus(place / "files")
        os.environ["ALONGSIDE_DATA"] = str(self.data)
        os.environ.pop("ALONGSIDE_DATABASE_URL", None)
        from alongside.cli.ready import open_installation

        open_installation()
        from django.contrib.auth.models import User
        from django.db import connections

        from alongside import pipeline, worker  # noqa: F401 - loaded once, before the forks

        User.objects.create(username="olga", email="olga@ours.example")
        connections.close_all()
        shutil.copytree(self.data, self._empty)

    def clean(self) -> tuple[dict[str, Any], float]:
        """Bring the files in without a kill; return what there is then, and the seconds from the beginning of reading on."""
        self._make_anew()
        process, said = _forked(self._bring_in)
        said.readline()  # the first stage is said when reading begins
        begun_at = time.monotonic()
        said.read()
        _wait(process)
        return self._told(), time.monotonic() - begun_at

    def killed(self, seed: int, seconds: float) -> tuple[bool, dict[str, Any]]:
        """Kill an import, start again; return whether it was cut off, and what there is then.

        By turns the command is given again, and the worker takes up what is left. Where the import was killed before it was
        noted down, only the command knows of it. In the end all files are given again, in any order.
        """
        dice = random.Random(seed)
        self._make_anew()
        process, said = _forked(self._bring_in)
        if dice.random() >= BEFORE_READING:
            said.readline()
        time.sleep(dice.uniform(0, seconds))
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        said.close()
        _until_all_ended(process)
        held: dict[str, Any] = {} if seed % 2 else self._told()
        if not held.get("imports"):
            again, said = _forked(self._bring_in)
            said.read()
            _wait(again)
            self._told()
        self._give_all_again(dice)
        return os.WIFSIGNALED(status), self._told()

    def _give_all_again(self, dice: random.Random) -> None:
        """Give the files again in any order, by two commands."""
        files = sorted(self.files.iterdir())
        dice.shuffle(files)
        for half in (files[::2], files[1::2]):
            process, said = _forked(lambda: self._bring_in(half))  # noqa: B023 - it is called before the next
            said.read()
            _wait(process)

    def _make_anew(self) -> None:
        shutil.rmtree(self.data)
        shutil.copytree(self._empty, self.data)

    def _bring_in(self, paths: Sequence[Path] = ()) -> None:
        from alongside.cli.main import app

        app(["import", "--yes", *map(str, paths or [self.files])])

    def _told(self) -> dict[str, Any]:
        process, said = _forked(_tell)
        told = said.read()
        _wait(process)
        held: dict[str, Any] = json.loads(told)
        return held


def _tell() -> None:
    """Let the worker do all that is left to do, then say on standard error what the installation holds."""
    from django.contrib.auth.models import User

    from alongside.cli.ready import clock
    from alongside.intake.models import Import
    from alongside.worker import work_once
    from tests.state import state_of

    while work_once(clock):
        pass
    owner = User.objects.get()
    counted = ("state", "recorded", "changed", "known", "refused", "by_kind")
    imports = [
        {name: getattr(run, name) for name in counted}
        | {"refusals": sorted(run.refusals.values_list("where", "reason"))}
        for run in Import.objects.visible_to(owner).order_by("pk")
    ]
    sys.stderr.write(json.dumps({"state": state_of(owner), "imports": imports}))


def _forked(work: Callable[[], None]) -> tuple[int, IO[bytes]]:
    """Do some work in a process of its own, with a group of its own; return its id and what it says on standard error."""
    theirs_to_read, theirs = os.pipe()
    process = os.fork()
    if process:
        os.close(theirs)
        return process, os.fdopen(theirs_to_read, "rb")
    os.setsid()
    os.close(theirs_to_read)
    os.dup2(theirs, 2)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    code = 1
    try:
        work()
        code = 0
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException as trouble:
        os.write(2, repr(trouble).encode())
    os._exit(code)


def _wait(process: int) -> None:
    _, status = os.waitpid(process, 0)
    assert status == 0, f"A run that nobody killed ended with {status}."


def _until_all_ended(group: int) -> None:
    """Wait for the readers that a killed program had started: they end by themselves."""
    end = time.monotonic() + ENDS_WITHIN_SECONDS
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    os.killpg(group, signal.SIGKILL)
    raise AssertionError(f"Programs of the killed import still run after {ENDS_WITHIN_SECONDS} seconds.")


def difference(held: dict[str, Any], clean: dict[str, Any]) -> str:
    """Say how two installations differ, or "". An import given again after it was done brings nothing new."""
    parts = [name for name in clean["state"] if held["state"][name] != clean["state"][name]]
    first, *later = held["imports"]
    parts += [f"{name} of the import" for name in first if first[name] != clean["imports"][0][name]]
    parts += ["something new" for each in later if each["recorded"] or each["changed"] or each["state"] != "done"]
    return ", ".join(parts)


def main(kills: int, first: int = 0) -> None:
    place = Path(tempfile.mkdtemp(prefix="alongside-kills-"))
    try:
        trial = Trial(place)
        clean, seconds = trial.clean()
        cut_off, differing = 0, []
        for seed in range(first, first + kills):
            was_cut_off, held = trial.killed(seed, seconds)
            cut_off += was_cut_off
            if said := difference(held, clean):
                differing.append(f"kill {seed}: {said}")
        print(json.dumps({"kills": kills, "cut_off": cut_off, "differing": differing}))
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
