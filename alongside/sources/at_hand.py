"""Which item is being read right now, and is it one to pass over? Readers say so before each item that could stop them.

By itself nothing watches, and every item is read. The program that reads files (reader.py) puts a `Watch` here: another
program then sees from outside which item took too long, and tells the next reader to leave that one out.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import NamedTuple

from alongside.sources.contract import Refused

PASSED = Refused("", "")
"""Stands for an item that was handed over before; the reading program drops it."""

AFTER_ALL_ITEMS = 2**62
"""The number of an item behind every other of its file."""


class Place(NamedTuple):
    """How far reading is: the number of the file, of the item in it (0 is the file itself), and of what came of that."""

    file: int
    item: int
    nth: int = 0


BEGINNING = Place(0, 0)
"""Where reading begins when nothing was read yet."""


class Watch:
    """Counts items and says where it is.

    What stands at or before `begin` was handed over already. `stopped` holds the reasons why items are left out by
    their place, `parked` by the size and the SHA-256 of the raw item.
    """

    def __init__(
        self,
        sign: Callable[[Place], None],
        *,
        begin: Place = BEGINNING,
        stopped: dict[Place, str] | None = None,
        parked: dict[int, dict[str, str]] | None = None,
    ) -> None:
        self.begin = begin
        self.place = BEGINNING
        self._sign, self._stopped, self._parked = sign, stopped or {}, parked or {}

    def open(self, file: int) -> str:
        """Say that a file is begun; return why it is left out from here on, or ""."""
        self.place = Place(file, 0)
        self.go_on()
        reason = self._stopped.get(self.place, "")
        if reason:
            self.place = Place(file, AFTER_ALL_ITEMS)
        return reason

    def take_up(self, where: str, raw: bytes) -> Refused | None:
        """Say that an item is begun; return what stands for it where it is passed over."""
        self.place = Place(self.place.file, self.place.item + 1)
        self.go_on()
        if self.place < self.begin[:2]:
            return PASSED
        reason = self._stopped.get(self.place, "")
        if not reason and len(raw) in self._parked:
            reason = self._parked[len(raw)].get(sha256(raw).hexdigest(), "")
        return Refused(where, reason, raw, stopped=True) if reason else None

    def is_new(self) -> bool:
        """Count what came of the item at hand; tell whether that was not handed over before."""
        self.place = self.place._replace(nth=self.place.nth + 1)
        return self.place > self.begin

    def go_on(self) -> None:
        """Give a sign of life."""
        self._sign(self.place)


_watch: Watch | None = None


def set_watch(watch: Watch | None) -> None:
    """Let every item be told to `watch` from now on."""
    global _watch
    _watch = watch


def take_up(where: str, raw: bytes) -> Refused | None:
    """Say that the reading of an item begins; return what to give in its stead where it is to be passed over."""
    return _watch.take_up(where, raw) if _watch else None


@contextmanager
def inside_an_item() -> Iterator[None]:
    """Read what belongs to the item at hand: nothing in it is an item of its own."""
    watch = _watch
    set_watch(None)
    try:
        yield
    finally:
        set_watch(watch)


def go_on() -> None:
    """Say that a long reading goes on: a file that is looked at as a whole says so again and again."""
    if _watch:
        _watch.go_on()
