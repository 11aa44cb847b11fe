"""Which letter is in a file of Outlook (.msg)?

The file is a small file system (OLE); its streams hold the properties of one mail (MS-OXMSG). Written down as an ordinary
mail in message.py, and read like every other.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from alongside.sources.caps import DEPTH_MAX, MESSAGE_BYTES_MAX, PARTS_MAX
from alongside.sources.contract import RAW_KEPT_BYTES, Letter, Read, Refused
from alongside.sources.files import bytes_in, content_of
from alongside.sources.invitations import with_its_meetings
from alongside.sources.letter import parse_letter
from alongside.sources.outlook.message import (
    FILE_CONTENT,
    FLAG_UNSENT,
    FLAGS,
    OutlookFile,
    OutlookMessage,
    Properties,
    as_mail,
    moment_of,
    text_of_bytes,
)
from alongside.sources.set_aside import DRAFT

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_STREAM = "__substg1.0_"
_PROPERTIES = "__properties_version1.0"
_NAME_IN_DIRECTORY = _PROPERTIES.encode("utf-16-le")
_HEADER_BYTES = {"top": 32, "inner": 24, "part": 8}
_TEXT, _TEXT_8BIT, _BINARY, _NUMBER, _TIME = 0x001F, 0x001E, 0x0102, 0x0003, 0x0040


class Msg:
    """One mail in a file of Outlook."""

    kind = "msg"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the file is one of Office's old kind that is named .msg or shows the properties of a mail."""
        if not head.startswith(OLE_MAGIC):
            return False
        return path.name.lower().removesuffix(".gz").endswith(".msg") or _NAME_IN_DIRECTORY in head

    def read(self, path: Path) -> Iterator[Read]:
        """Yield the letter of the file and the meetings that it states, or why it is not taken."""
        size = bytes_in(path)
        content = content_of(path, MESSAGE_BYTES_MAX, "one mail")
        item = content if isinstance(content, Refused) else _letter(content, path)
        yield from with_its_meetings(Read(path.name, item, size))


def _letter(content: bytes, path: Path) -> Letter | Refused:
    import olefile

    try:
        with olefile.OleFileIO(content) as file:
            message = _message(_Storage(file), (), "top", 1)
    except Exception as trouble:  # the library raises many kinds on broken files
        return Refused(
            path.name,
            f"{path.name} is damaged, or no mail of Outlook ({type(trouble).__name__}). Save the mail again in Outlook.",
            content[:RAW_KEPT_BYTES],
        )
    if int(message.properties.get(FLAGS, 0)) & FLAG_UNSENT:
        return Refused(path.name, DRAFT)
    labels = (path.parent.name,) if path.parent.name else ()
    return parse_letter(as_mail(message), labels=labels, where=path.name)


class _Storage:
    """The streams of the file by their folder, listed once."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.streams: dict[tuple[str, ...], list[str]] = {}
        self.folders: dict[tuple[str, ...], set[str]] = {}
        for entry in file.listdir(streams=True, storages=False):
            *folder, name = entry
            self.streams.setdefault(tuple(folder), []).append(name)
            for depth in range(len(folder)):
                self.folders.setdefault(tuple(folder[:depth]), set()).add(folder[depth])

    def content(self, folder: tuple[str, ...], name: str) -> bytes:
        with self.file.openstream([*folder, name]) as stream:
            return bytes(stream.read(MESSAGE_BYTES_MAX))

    def inside(self, folder: tuple[str, ...], begin: str) -> list[tuple[str, ...]]:
        """Return the folders in a folder whose names begin so, in order, at most PARTS_MAX."""
        found = sorted(each for each in self.folders.get(folder, ()) if each.startswith(begin))
        return [(*folder, each) for each in found[:PARTS_MAX]]


def _message(storage: _Storage, folder: tuple[str, ...], place: str, depth: int) -> OutlookMessage:
    properties = _properties(storage, folder, place, {})
    recipients = [
        _properties(storage, each, "part", properties) for each in storage.inside(folder, "__recip_version1.0_")
    ]
    files = [_file(storage, each, properties, depth) for each in storage.inside(folder, "__attach_version1.0_")]
    return OutlookMessage(properties, recipients, files)


def _file(storage: _Storage, folder: tuple[str, ...], outer: Properties, depth: int) -> OutlookFile:
    inner = (*folder, f"{_STREAM}{FILE_CONTENT:04X}000D")
    has_inner = depth < DEPTH_MAX and inner in storage.streams
    found = _message(storage, inner, "inner", depth + 1) if has_inner else None
    return OutlookFile(_properties(storage, folder, "part", outer), found)


def _properties(storage: _Storage, folder: tuple[str, ...], place: str, outer: Properties) -> Properties:
    """Return the properties of a mail, a recipient or a file; 8-bit text is read in the code page of the mail."""
    found: Properties = {}
    names = storage.streams.get(folder, [])
    if _PROPERTIES in names:
        found |= _fixed(storage.content(folder, _PROPERTIES)[_HEADER_BYTES[place] :])
    for name in names:
        number, kind = _number_of(name)
        if kind in (_TEXT, _BINARY, _TEXT_8BIT):
            content = storage.content(folder, name)
            found[number] = (
                content.decode("utf-16-le", "replace").rstrip("\0")
                if kind == _TEXT
                else text_of_bytes(content, outer or found)
                if kind == _TEXT_8BIT
                else content
            )
    return found


def _fixed(content: bytes) -> Properties:
    found: Properties = {}
    for kind, number, value in struct.iter_unpack("<HH4x8s", content[: len(content) // 16 * 16]):
        if kind == _NUMBER:
            found[number] = int.from_bytes(value[:4], "little", signed=True)
        elif kind == _TIME and (moment := moment_of(int.from_bytes(value, "little"))):
            found[number] = moment
    return found


def _number_of(name: str) -> tuple[int, int]:
    """Return the number and the kind of a property from the name of its stream; (0, 0) for other streams."""
    digits = name.removeprefix(_STREAM)
    try:
        return (int(digits[:4], 16), int(digits[4:], 16)) if len(digits) == 8 and digits != name else (0, 0)
    except ValueError:
        return 0, 0
