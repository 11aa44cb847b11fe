"""What is in this file or folder: which reader takes which file, judged by content, and what nobody can read?

Walks folders in the order of their names. Follows no links, skips hidden files, and gives every other file an outcome:
a reader, or a Refused that says what to do. It reads no item itself.
"""

import stat
from collections.abc import Iterator
from pathlib import Path

from alongside.sources.contract import Read, Refused, Source
from alongside.sources.eml import Eml
from alongside.sources.files import GZIP_MAGIC, head_of, not_opened
from alongside.sources.ics import Ics
from alongside.sources.look import look_at_file
from alongside.sources.maildir import PARTS, Maildir, is_maildir, mails_in
from alongside.sources.mbox import Mbox
from alongside.sources.outlook.msg import Msg
from alongside.sources.readings import Readings
from alongside.sources.tables import Tables
from alongside.sources.vcard import Vcard
from alongside.sources.workbook import Workbooks

SOURCES: tuple[Source, ...] = (Msg(), Workbooks(), Ics(), Vcard(), Eml(), Mbox(), Tables())
"""The readers of files in the order they are asked; the first that recognises a file takes it."""

_MAILDIR = Maildir()

_PICTURE = "is a picture, and pictures are not read. Nothing is lost."

_KNOWN_OTHERS: tuple[tuple[bytes, str], ...] = (
    (
        b"!BDN",
        "is an Outlook data file (.pst), which is not read. Turn it into mbox with readpst, or save its mails as .msg.",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "is an older Office file. Save a table as .xlsx or CSV, a mail as .msg, then import that.",
    ),
    (b"PK\x03\x04", "is a ZIP or another Office file. Unpack it, or save the table as .xlsx or CSV, then import that."),
    (b"PK\x05\x06", "is an empty ZIP. There is nothing in it to bring in."),
    (b"%PDF", "is a PDF. Export the data it shows as CSV, then import that."),
    (b"SQLite format 3", "is a database. Export what it holds as mbox, ICS, vCard or CSV, then import that."),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
)


def sources_in(path: Path) -> Iterator[tuple[Source, Path] | Refused]:
    """Yield a reader with its file for everything below `path`, or a Refused for what no reader takes."""
    return (place if isinstance(place, Refused) else judged(*place) for place in places_in(path))


def places_in(path: Path) -> Iterator[tuple[Path, str] | Refused]:
    """Yield every file below `path` with its place in words, none of them opened yet; a Refused for what is no file.

    A Maildir is one entry. The order is that of the names, so that two imports go the same way.
    """
    root = path.resolve() if path.is_symlink() else path
    if root.is_dir():
        yield from _in_folder(root, root)
    else:
        yield root, root.name


def read_as(source: Source, path: Path, readings: Readings) -> Iterator[Read]:
    """Read a file, its tables as a person said that tables with such headings are read."""
    return source.read(path, readings) if isinstance(source, Tables | Workbooks) else source.read(path)


def look_as(source: Source, path: Path, readings: Readings) -> Iterator[Read]:
    """Look at a file before it is read: tables row by row, of anything else only about how much it is."""
    if isinstance(source, Tables | Workbooks):
        return source.look(path, readings)
    return iter([look_at_file(source.kind, path, path.name)])


def size_of(path: Path) -> int:
    """Return how many bytes there are to read in a file, a Maildir or a folder; 0 where nothing can be read."""
    try:
        if not path.is_dir():
            return path.stat().st_size
        if is_maildir(path):
            return sum(mail.stat().st_size for mail in mails_in(path))
        return sum(size_of(each) for each in sorted(path.iterdir()) if not each.is_symlink())
    except OSError:
        return 0


def _in_folder(folder: Path, root: Path) -> Iterator[tuple[Path, str] | Refused]:
    is_mails = is_maildir(folder)
    if is_mails:
        yield folder, _where(folder, root)
    try:
        entries = sorted(folder.iterdir(), key=lambda each: each.name)
    except OSError as trouble:
        yield Refused(_where(folder, root), not_opened(_where(folder, root), trouble))
        return
    for entry in entries:
        if is_mails and entry.name in PARTS:
            continue
        yield from _at(entry, root, is_below_mails=is_mails)


def _at(entry: Path, root: Path, *, is_below_mails: bool) -> Iterator[tuple[Path, str] | Refused]:
    where = _where(entry, root)
    if entry.is_symlink():
        if not entry.resolve().is_relative_to(root.resolve()):
            yield Refused(where, f"{where} is a link to a place outside the folder. Import that place itself.")
    elif entry.name.startswith("."):
        if entry.is_dir() and is_maildir(entry):
            yield from _in_folder(entry, root)
    elif entry.is_dir():
        yield from _in_folder(entry, root)
    elif not is_below_mails:  # beside cur and new lie only the server's own index files
        yield entry, where


def judged(path: Path, where: str) -> tuple[Source, Path] | Refused:
    """Return the reader for a file (or a Maildir), or why there is none."""
    try:
        if path.is_dir():
            return _MAILDIR, path
        if not stat.S_ISREG(path.stat().st_mode):
            return Refused(where, f"{where} is no ordinary file. Import files or folders.")
        if path.stat().st_size == 0:
            return Refused(where, f"{where} is empty. Export it again if there should be something in it.")
        head = head_of(path)
    except OSError as trouble:
        return Refused(where, not_opened(where, trouble))
    for source in SOURCES:
        if source.recognises(path, head):
            return source, path
    return Refused(where, _unknown(where, head), head[:1024])


def _unknown(where: str, head: bytes) -> str:
    if not head or head.startswith(GZIP_MAGIC):
        return f"{where} is a damaged packed file. Download or export it again."
    for magic, sentence in _KNOWN_OTHERS:
        if head.startswith(magic):
            return f"{where} {sentence}"
    return (
        f"{where} is nothing that is read here. "
        "Mail comes as mbox, Maildir, .eml or .msg, meetings as .ics, contacts as .vcf, tables as .xlsx or CSV with headings."
    )


def _where(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path != root else root.name
