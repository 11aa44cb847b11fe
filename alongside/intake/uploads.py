"""Files that came through the browser: kept under names of our own until they are read, then taken away again."""

import shutil
import uuid
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from alongside.intake.bring_in import start_import
from alongside.intake.models import Import
from alongside.sources import tables, workbook
from alongside.vocabulary import ImportState

NAME_CHARACTERS = 200
"""Characters of a stated file name that are shown. Unit: characters."""

TABLE_ENDINGS = (*tables.ENDINGS, *workbook.ENDINGS)


def keep_uploads(files: Sequence["UploadedFile[Any]"], *, owner: Any, at: datetime) -> Import:
    """Write uploaded files beside the database and open an import over them; the worker looks at it first."""
    folder = Path(settings.UPLOADS) / uuid.uuid4().hex
    folder.mkdir(mode=0o700, parents=True)
    names = {}
    for n, upload in enumerate(files, start=1):
        kept = f"{n:06}{_ending(upload.name or '')}"
        names[kept] = (upload.name or "a file")[:NAME_CHARACTERS]
        with (folder / kept).open("wb") as place:
            for chunk in upload.chunks():
                place.write(chunk)
    shown = list(names.values())
    label = shown[0] if len(shown) == 1 else f"{shown[0]} and {len(shown) - 1} more"
    return start_import([folder], owner=owner, at=at, label=label, names=names, state=ImportState.TO_LOOK)


def _ending(name: str) -> str:
    """Keep of a stated name only that it says "table": such a file is shown though its headings are not known."""
    return next((each for each in TABLE_ENDINGS if name.lower().endswith(each)), ".item")


def forget_uploads(run: Import) -> None:
    """Take away what the browser brought, once it is recorded; a path that is not ours is never touched."""
    ours = Path(settings.UPLOADS).resolve()
    for path in map(Path, run.paths):
        if path.resolve().parent == ours and path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
