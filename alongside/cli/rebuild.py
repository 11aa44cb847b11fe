"""`alongside rebuild`: make everything that was worked out anew, from what came in and what people decided."""

import time

from alongside.cli.ready import clock, open_installation, say_if_busy, user_named
from alongside.cli.speak import AsJson, ForUser, answer


def rebuild(user: ForUser = "", as_json: AsJson = False) -> None:
    """Work everything out anew from what came in and what was decided; the outcome is what it was."""
    open_installation()
    owner = user_named(user)
    from alongside import pipeline

    say_if_busy()
    _, as_of = clock()
    begun_at = time.monotonic()
    pipeline.rebuild(owner, as_of=as_of)
    seconds = round(time.monotonic() - begun_at, 2)
    document = {"user": owner.username, "as_of": as_of, "seconds": seconds}
    answer(document, [f"Everything is worked out anew as of {as_of}. It took {seconds:,.1f} s."], as_json=as_json)
