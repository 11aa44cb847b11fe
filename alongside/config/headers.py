"""What may a page do, and in which zone does it show times? Said once for every answer.

The content security policy itself stands in settings.py.
"""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

Answer = Callable[[HttpRequest], HttpResponseBase]

NOT_NEEDED = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
"""Abilities of a browser that no page of ours uses."""


def say_what_pages_may_do(answer: Answer) -> Answer:
    """Add the headers that Django does not: abilities, cross-origin use, and that pages are private."""

    def answer_with_headers(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        response.headers.setdefault("Permissions-Policy", NOT_NEEDED)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return answer_with_headers


def show_times_in_the_display_zone(answer: Answer) -> Answer:
    """Show times in the installation's zone while a page is made; what is stored stays UTC."""
    zone = ZoneInfo(settings.DISPLAY_TIME_ZONE)

    def answer_in_zone(request: HttpRequest) -> HttpResponseBase:
        with timezone.override(zone):
            return answer(request)

    return answer_in_zone
