"""May this process carry work through now? One at a time in an installation, be it the worker or a command.

A lock on a file in the data directory: the system lets go of it when the process ends, however it ends. It does not know
what the work is. Several hosts on one database share no file: only one of them may bring in.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

LOCK_FILE = "working"

SENDING = "sending"
"""The lock of whoever hands letters over: mail leaves while an import runs."""


@contextmanager
def alone(*, wait: bool = True, at: str = LOCK_FILE) -> Iterator[bool]:
    """Hold the installation's work (or the other work that `at` names) as long as the block lasts; yields whether it is held.

    With `wait` it is held in the end; without, False says that another process (or thread) is at work.
    """
    with (settings.DATA / at).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
