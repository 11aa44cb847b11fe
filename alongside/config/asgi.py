"""The one application that a server runs: static files first, then Django, behind a cap on what may be sent in."""

import os
import tempfile
from importlib import import_module
from typing import cast

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")

import django
from django.conf import settings
from servestatic import ServeStaticASGI

from alongside.api.limits import MOST_BYTES
from alongside.config import static
from alongside.config.intake_cap import Application, capped
from alongside.config.public_side import MOST_PUBLIC_BYTES

FOR_EVER_SECONDS = 365 * 24 * 3600
"""The address of a static file holds a mark of its content, so a browser never needs to ask again. Unit: seconds."""


def _application() -> ServeStaticASGI:
    # Django spools the body of a request into the temporary directory of the process: mail belongs on the user's disk.
    tempfile.tempdir = settings.FILE_UPLOAD_TEMP_DIR
    django.setup(set_prefix=False)
    from alongside.config.pages import PagesHandler

    pages = cast(Application, PagesHandler())
    import_module(settings.ROOT_URLCONF)  # what cannot be loaded stops the start instead of every page
    files = ServeStaticASGI(
        capped(pages, most_bytes=settings.LARGEST_UPLOAD_BYTES, below={"/api/": MOST_BYTES, "/c/": MOST_PUBLIC_BYTES}),
        autorefresh=settings.DEBUG,
        max_age=0 if settings.DEBUG else FOR_EVER_SECONDS,
        allow_all_origins=False,
        mimetypes={".webmanifest": "application/manifest+json"},
    )
    for folder in static.folders():
        files.add_files(folder, prefix=settings.STATIC_URL)
    return files


application = _application()
