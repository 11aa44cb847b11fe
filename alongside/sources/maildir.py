"""Which letters are in a Maildir (a folder with cur, new and tmp, one file a mail)?

Mails still being delivered (tmp) are not looked at.
"""

from collections.abc import Iterator
from pathlib import Path

from alongside.sources.contract import Read, Refused
from alongside.sources.eml import read_eml
from alongside.sources.files import bytes_in, not_opened

PARTS = ("cur", "new", "tmp")
"""The folders that make a Maildir; mails are in the first two."""


class Maildir:
    """A folder of one file a mail, as mail servers keep it."""

    kind = "maildir"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the folder has the parts of a Maildir."""
        return is_maildir(path)

    def read(self, path: Path) -> Iterator[Read]:
        """Yield every mail of cur and new in the order of their names."""
        labels, done = (label_of(path),), 0
        try:
            mails = mails_in(path)
        except OSError as trouble:
            yield Read(path.name, Refused(path.name, not_opened(path.name, trouble)))
            return
        for mail in mails:
            done += bytes_in(mail)  # 0 when a mail program has moved it meanwhile
            yield read_eml(mail, labels, done)


def is_maildir(path: Path) -> bool:
    """Tell whether a folder has cur and new."""
    return (path / "cur").is_dir() and (path / "new").is_dir()


def mails_in(path: Path) -> list[Path]:
    """Return the files of a Maildir's mails, by name; links and hidden files are no mails."""
    return sorted(
        (each for part in PARTS[:2] for each in (path / part).iterdir() if _is_mail(each)), key=lambda each: each.name
    )


def label_of(path: Path) -> str:
    """Return the folder's name as a person knows it: ".Archive.2024" is "Archive/2024"."""
    return path.name.removeprefix(".").replace(".", "/") if path.name.startswith(".") else path.name


def _is_mail(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.name.startswith(".")
