"""How much may be sent at once, and how often may one ask? Counted by the minute, in the memory of this process: several count apart."""

from threading import Lock
from time import time

MOST_BYTES = 256 * 1024
"""The largest body that is taken. Unit: bytes; the longest note has 20,000 characters."""

A_MINUTE = 60
"""The window in which requests are counted. Unit: seconds."""

MOST_A_MINUTE = 600
"""Requests of one token in a minute. Unit: requests; ten a second is more than a person's program needs."""

MOST_WRONG_A_MINUTE = 30
"""Wrong tokens from one address in a minute, after which the answer no longer says that they are wrong. Unit: requests."""

_counted: dict[str, int] = {}
_minute = 0
_lock = Lock()


def seconds_to_wait(who: str, *, most: int) -> int:
    """Count a request; 0 while it is within `most`, else the seconds until the next minute."""
    global _minute
    at = time()
    with _lock:
        if int(at // A_MINUTE) != _minute:
            _minute = int(at // A_MINUTE)
            _counted.clear()
        _counted[who] = _counted.get(who, 0) + 1
        is_within = _counted[who] <= most
    return 0 if is_within else A_MINUTE - int(at % A_MINUTE)


def forget() -> None:
    """Begin to count anew."""
    with _lock:
        _counted.clear()
