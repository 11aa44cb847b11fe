"""Which letters are in a Maildir (a folder with cur, new and tmp, one file a mail)?

Mails still being delivered (tmp) are not looked at. What a person did with a mail stands in the letters behind its name.
"""

import base64
import re
from collections.abc import Iterator
from pathlib import Path

from alongside.sources.contract import Read, Refused
from alongside.sources.eml import read_eml
from alongside.sources.files import bytes_in, not_opened
from alongside.sources.invitations import with_its_meetings
from alongside.sources.set_aside import why_by_flags, why_the_folder

PARTS = ("cur", "new", "tmp")
"""The folders that make a Maildir; mails are in the first two."""

_FLAGS = re.compile(r"[:;!]2,([A-Za-z]*)$")  # what stands for the colon where a file system refuses it
_LABEL_OF_FLAG = {"F": "Flagged", "P": "Passed on", "R": "Replied"}
_ENCODED = re.compile(r"&([A-Za-z0-9+,]*)-")


class Maildir:
    """A folder of one file a mail, as mail servers keep it."""

    kind = "maildir"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the folder has the parts of a Maildir."""
        return is_maildir(path)

    def read(self, path: Path) -> Iterator[Read]:
        """Yield every mail of cur and new in the order of their names."""
        label, done = label_of(path), 0
        if reason := why_the_folder(path.name, label):
            yield Read(path.name, Refused(path.name, reason))
            return
        try:
            mails = mails_in(path)
        except OSError as trouble:
            yield Read(path.name, Refused(path.name, not_opened(path.name, trouble)))
            return
        for mail in mails:
            done += bytes_in(mail)  # 0 when a mail program has moved it meanwhile
            yield from with_its_meetings(_read(mail, label, done))


def is_maildir(path: Path) -> bool:
    """Tell whether a folder has cur and one of the others; Thunderbird makes no new."""
    return (path / "cur").is_dir() and ((path / "new").is_dir() or (path / "tmp").is_dir())


def mails_in(path: Path) -> list[Path]:
    """Return the files of a Maildir's mails, by name; links and hidden files are no mails."""
    folders = [path / part for part in PARTS[:2] if (path / part).is_dir()]
    return sorted(
        (each for folder in folders for each in folder.iterdir() if _is_mail(each)), key=lambda each: each.name
    )


def label_of(path: Path) -> str:
    """Return the folder's name as a person knows it: ".Archive.2024" is "Archive/2024", ".Entw&APw-rfe" is "Entwürfe"."""
    name = path.name.removeprefix(".").replace(".", "/") if path.name.startswith(".") else path.name
    return _ENCODED.sub(_decoded, name)


def _decoded(found: re.Match[str]) -> str:
    """Decode one stretch of IMAP's own UTF-7; what is none stays as it is written."""
    if not found[1]:
        return "&"
    padded = found[1].replace(",", "/") + "=" * (-len(found[1]) % 4)
    try:
        return base64.b64decode(padded, validate=True).decode("utf-16-be")
    except ValueError:
        return found[0]


def _read(mail: Path, label: str, done: int) -> Read:
    found = _FLAGS.search(mail.name)
    flags = found[1] if found else ""
    if reason := why_by_flags(flags):
        return Read(mail.name, Refused(mail.name, reason), done)
    return read_eml(mail, (label, *(_LABEL_OF_FLAG[each] for each in flags if each in _LABEL_OF_FLAG)), done)


def _is_mail(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.name.startswith(".")
