"""Which side of the house does a request come to: the user's pages, or the customers' page that anybody with its address may see?

On the public side no cookie is read or set, other addresses lead there, and every answer says that it is not to be kept, framed,
listed or told on. With ALONGSIDE_PUBLIC_URL on a host of its own, each host answers for its own side alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from alongside.config.environment import SettingError

VARIABLE = "ALONGSIDE_PUBLIC_URL"

PUBLIC_ADDRESSES = "alongside.public.urls"
"""Where the addresses of the public side are named."""

PREFIX = "/c"
"""With what every address of the public side begins."""

MOST_PUBLIC_BYTES = 64 * 1024
"""What a form of a customer's page may hold at most, many times what it asks for. Unit: bytes."""

Answer = Callable[[HttpRequest], HttpResponseBase]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""What a customer's page may do: show text in our letters and send its own forms. No script runs."""

SAID_OF_EVERY_ANSWER = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class PublicUrl:
    """Where customers find their page: the beginning of each address, and its host with port, if it is stated."""

    base: str = ""
    host: str = ""
    name: str = ""  # the host without its port


def public_url(stated: str) -> PublicUrl:
    """Read the setting. Raises SettingError for what is no address of a host."""
    if not stated:
        return PublicUrl()
    parts = urlsplit(stated)
    is_plain = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username or parts.password)
    if parts.scheme not in ("http", "https") or not parts.hostname or not is_plain:
        raise SettingError(VARIABLE, f"{stated!r} is no address of a host. Write one such as https://pages.example.com")
    return PublicUrl(f"{parts.scheme}://{parts.netloc}", parts.netloc.lower(), parts.hostname)


def is_public_side(request: HttpRequest) -> bool:
    """Tell whether a request comes to the public side: by its host where that has one of its own, else by its address."""
    return _is_at_public_host(request) or request.path_info == PREFIX or request.path_info.startswith(f"{PREFIX}/")


def is_at_home(request: HttpRequest) -> bool:
    """Tell whether the public side may answer at this host."""
    return not settings.PUBLIC_HOST_APART or _is_at_public_host(request)


def _is_at_public_host(request: HttpRequest) -> bool:
    apart: str = settings.PUBLIC_HOST_APART
    return bool(apart) and request.META.get("HTTP_HOST", "").lower() == apart


def keep_apart(answer: Answer) -> Answer:
    """Lead requests of the public side to its own addresses, without cookies either way; say how its answers are not to be used."""

    def answer_apart(request: HttpRequest) -> HttpResponseBase:
        if not is_public_side(request):
            return answer(request)
        request.META.pop("HTTP_COOKIE", None)
        request.urlconf = PUBLIC_ADDRESSES
        response = answer(request)
        response.cookies.clear()
        response.headers.pop("Vary", None)  # there is no cookie that it could depend on
        for name, value in SAID_OF_EVERY_ANSWER.items():
            response.headers[name] = value
        return response

    return answer_apart
