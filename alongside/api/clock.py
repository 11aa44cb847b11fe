"""What time is it? Read once by a request, and passed on from there."""

from datetime import date, datetime

from django.utils import timezone


def now() -> tuple[datetime, date]:
    """Give the instant, and the day it is where times are shown."""
    at = timezone.now()
    return at, timezone.localdate(at)
