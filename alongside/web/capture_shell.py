"""What does a device keep of the program so that a note can be taken without network? The bare page and what it is drawn and run by.

Nothing in it is anybody's: no name, no note, no answer of a page. The list is what the service worker keeps; it answers for nothing else.
"""

from functools import cache
from hashlib import sha256

from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static as address_of
from django.urls import reverse

from alongside.config import static

FILES = (
    "mark.svg",
    "css/capture.css",
    "css/tokens.css",
    "css/base/fonts.css",
    "css/base/elements.css",
    "css/parts/button.css",
    "css/parts/form.css",
    "css/parts/chip.css",
    "css/parts/states.css",
    "css/pages/capture.css",
    "fonts/instrument-sans-latin.woff2",
    "fonts/instrument-sans-latin-ext.woff2",
    "fonts/source-serif-4-latin.woff2",
    "fonts/source-serif-4-latin-ext.woff2",
    "fonts/source-serif-4-latin-italic.woff2",
    "js/capture/page.js",
    "js/capture/draft.js",
    "js/capture/elements.js",
    "js/capture/kept.js",
    "js/capture/photo.js",
    "js/capture/seal.js",
    "js/capture/send.js",
    "js/capture/about.js",
    "js/capture/came.js",
    "js/capture/waiting.js",
)
"""All that the bare page asks for; a test opens it without network and listens for what is missing."""

WORKER = static.OWN / "js" / "capture" / "worker.js"


def shell() -> str:
    """Write the bare page; it is the same for everybody."""
    return render_to_string("capture/capture.html")


def worker() -> str:
    """Write the service worker of this version of the program."""
    page = reverse("capture")
    files = [page, *(address_of(name) for name in FILES)]
    said = f"const VERSION = {_version()!r};\nconst PAGE = {page!r};\nconst FILES = {files!r};\n"
    return said + _program()


def _version() -> str:
    """Mark what is kept: with any change in it a device fetches all of it anew, and lets the old go."""
    return _mark() if settings.DEBUG else _mark_once()


def _mark() -> str:
    seen = sha256(static.address(is_debug=False).encode() + shell().encode() + _program().encode())
    return seen.hexdigest()[: static.MARK_LENGTH]


_mark_once = cache(_mark)


def _program() -> str:
    return WORKER.read_text()
