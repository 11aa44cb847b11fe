"""What is packed into a winmail.dat (TNEF), in which Outlook sends words and files that other programs cannot open?

Walks through its attributes once (MS-OXTNEF); what does not fit its stated length ends the walk, and what was found counts.
"""

import struct
from collections.abc import Iterator

from alongside.sources.caps import DEPTH_MAX, PARTS_MAX
from alongside.sources.outlook.message import (
    BODY,
    CODEPAGES,
    FILE_CONTENT,
    FILE_SHOWN_NAME,
    OutlookFile,
    OutlookMessage,
    Properties,
    moment_of,
    text_of_bytes,
)

TNEF_MAGIC = b"\x78\x9f\x3e\x22"

PROPERTIES_MAX = 10_000
"""Most properties of one mail or file that are read. Unit: properties."""

_BODY, _PROPERTIES, _CODEPAGE = 0x0002800C, 0x00069003, 0x00069007
_FILE_BEGINS, _FILE_TITLE, _FILE_DATA, _FILE_PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_FIXED_BYTES = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0xA: 4, 0xB: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_VARIABLE = {0x1E, 0x1F, 0x102, 0xD}
_SEVERAL, _FIRST_NAMED, _OBJECT, _OBJECT_ID_BYTES = 0x1000, 0x8000, 0xD, 16


def is_tnef(content: bytes) -> bool:
    """Tell whether bytes begin as TNEF."""
    return content.startswith(TNEF_MAGIC)


def message_in(content: bytes, depth: int = 1) -> OutlookMessage:
    """Return the properties and files that TNEF holds, as far as it can be read."""
    message = OutlookMessage()
    for identity, value in _attributes(content):
        if identity == _CODEPAGE and len(value) >= 4:
            message.properties.setdefault(CODEPAGES[1], int.from_bytes(value[:4], "little"))
        elif identity == _BODY:
            message.properties.setdefault(BODY, text_of_bytes(value, message.properties))
        elif identity == _PROPERTIES:
            message.properties |= _properties(value, message.properties)
        elif identity == _FILE_BEGINS and len(message.files) < PARTS_MAX:
            message.files.append(OutlookFile({}))
        elif message.files:
            _add_to(message.files[-1], identity, value, message.properties, depth)
    return message


def _add_to(file: OutlookFile, identity: int, value: bytes, outer: Properties, depth: int) -> None:
    if identity == _FILE_TITLE:
        file.properties.setdefault(FILE_SHOWN_NAME, text_of_bytes(value, outer))
    elif identity == _FILE_DATA:
        file.properties[FILE_CONTENT] = value
    elif identity == _FILE_PROPERTIES:
        found = _properties(value, outer)
        inner = found.pop(FILE_CONTENT, None)
        if isinstance(inner, bytes) and is_tnef(inner[_OBJECT_ID_BYTES:]) and depth < DEPTH_MAX:
            file.inner = message_in(inner[_OBJECT_ID_BYTES:], depth + 1)
        file.properties |= found


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    at = len(TNEF_MAGIC) + 2
    while at + 9 <= len(content):
        identity, length = struct.unpack_from("<II", content, at + 1)
        begin = at + 9
        if begin + length > len(content):
            return
        yield identity, content[begin : begin + length]
        at = begin + length + 2


def _properties(content: bytes, outer: Properties) -> Properties:
    found: Properties = {}
    try:
        for number, kind, value in _walk(content):
            if kind == 0x1F:
                found[number] = value.decode("utf-16-le", "replace").rstrip("\0")
            elif kind == 0x1E:
                found[number] = text_of_bytes(value, outer | found)
            elif kind in (0x102, _OBJECT):
                found[number] = value
            elif kind == 3:
                found[number] = int.from_bytes(value[:4], "little", signed=True)
            elif kind == 0x40 and (moment := moment_of(int.from_bytes(value, "little"))):
                found[number] = moment
    except struct.error:
        pass  # it breaks off; what came before counts
    return found


def _walk(content: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield number, kind and first value of every property; raise struct.error where it breaks off."""
    (count,), at = struct.unpack_from("<I", content), 4
    for _ in range(min(count, PROPERTIES_MAX)):
        kind, number = struct.unpack_from("<HH", content, at)
        at += 4
        if number >= _FIRST_NAMED:
            (is_named,) = struct.unpack_from("<16xI", content, at)
            (length,) = struct.unpack_from("<I", content, at + 20)
            at += 24 + (_padded(length) if is_named else 0)
        several, kind = bool(kind & _SEVERAL), kind & ~_SEVERAL
        values = 1
        if several or kind in _VARIABLE:
            (values,) = struct.unpack_from("<I", content, at)
            at += 4
        first = b""
        for nth in range(min(values, PROPERTIES_MAX)):
            value, at = _value(content, at, kind)
            first = first if nth else value
        yield number, kind, first


def _value(content: bytes, at: int, kind: int) -> tuple[bytes, int]:
    length = _FIXED_BYTES.get(kind)
    if length is None:
        if kind not in _VARIABLE:
            raise struct.error(f"A property of kind {kind:#x} is not known.")
        (length,) = struct.unpack_from("<I", content, at)
        at += 4
    if at + length > len(content):
        raise struct.error("A property is longer than its attribute.")
    return content[at : at + length], at + _padded(length)


def _padded(length: int) -> int:
    return (length + 3) // 4 * 4
