"""In which time zone are times shown? The one that ALONGSIDE_TIME_ZONE names, else the machine's, else UTC.

What is stored is UTC; the day on which something was said, done or met is the day that the clocks show there.
"""

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside.config.environment import SettingError

VARIABLE = "ALONGSIDE_TIME_ZONE"
ZONE_FILES = "zoneinfo/"
"""What stands before the name of the zone in the path that /etc/localtime points to."""


def display_zone(asked: str) -> str:
    """Name the zone to show times in. Raises SettingError when the one asked for does not exist."""
    if not asked:
        return machine_zone()
    if not _exists(asked):
        raise SettingError(VARIABLE, f"there is no time zone {asked!r}. Write one such as Europe/Prague or UTC.")
    return asked


def here(at: datetime) -> datetime:
    """Give the same instant as the clocks of the display zone show it, so that its date is the day it was there."""
    from django.conf import settings

    return at.astimezone(ZoneInfo(settings.DISPLAY_TIME_ZONE))


def machine_zone() -> str:
    """Name the machine's own zone, or UTC when it does not say."""
    stated = (os.environ.get("TZ", "").lstrip(":"), _line(Path("/etc/timezone")), _linked(Path("/etc/localtime")))
    return next((name for name in stated if name and _exists(name)), "UTC")


def _line(path: Path) -> str:
    try:
        return path.read_text().strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _linked(path: Path) -> str:
    target = str(path.resolve())
    return target.partition(ZONE_FILES)[2]


def _exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError; a path outside the folder is a ValueError
        return False
    except KeyError:
        return False
    return True
