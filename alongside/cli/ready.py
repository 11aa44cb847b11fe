"""What must be there before a command can work: Django, an up-to-date database, and the user whom it is about.

Loaded inside a command only, so that `alongside --help` is there at once.
"""

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from alongside.cli.speak import NOT_FOUND, CommandError, remark

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def set_up() -> None:
    """Make Django ready without looking at the database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    import django

    django.setup()


def open_installation() -> None:
    """Make Django ready and the database up to date; an empty installation gets its tables."""
    set_up()
    from alongside.config.upkeep import bring_up_to_date

    bring_up_to_date()


def user_named(name: str, *, or_first: bool = False) -> "User":
    """Find whom the command is about; `or_first` makes the first user of an empty installation."""
    from alongside.users import UserUnclearError, the_user, the_user_or_the_first

    try:
        return the_user_or_the_first(name) if or_first else the_user(name)
    except UserUnclearError as unclear:
        raise CommandError(str(unclear), NOT_FOUND) from unclear


def clock() -> tuple[datetime, date]:
    """Read the clock, once: the instant, and the day it is where times are shown."""
    from django.conf import settings

    at = datetime.now(UTC)
    return at, at.astimezone(ZoneInfo(settings.DISPLAY_TIME_ZONE)).date()


def say_if_busy() -> None:
    """Tell whoever waits why: one piece of work is carried through at a time."""
    from alongside.intake.alone import alone

    with alone(wait=False) as is_free:
        if not is_free:
            remark("Alongside is bringing something in already; this begins as soon as that is done.")
