"""What does the rail count? Asked once a page, and only when a template shows it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest


def rail(request: HttpRequest) -> dict[str, Callable[[], dict[str, Any]]]:
    """Offer the counts of the rail to every template, unread until one asks."""
    return {}
