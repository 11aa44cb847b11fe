"""Files of Outlook made for tests: the small file system of a .msg (MS-CFB), and winmail.dat (MS-OXTNEF)."""

import struct
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
TEXT, TEXT_8BIT, BINARY, NUMBER, TIME, OBJECT = 0x001F, 0x001E, 0x0102, 0x0003, 0x0040, 0x000D
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

Tree = dict[str, Any]
"""Streams (bytes) and storages (further trees) by name."""


Properties = dict[tuple[int, int], Any]
"""Values by the number and the kind of the property."""


def ticks(moment: datetime) -> int:
    return int((moment - EPOCH).total_seconds()) * 10_000_000


def msg(properties: Properties, recipients: Sequence[Properties] = (), files: Sequence[dict[Any, Any]] = ()) -> bytes:
    """Make a .msg. Properties are by number and kind; a file with a tree under "inner" is a mail inside the mail."""
    return compound(message(properties, recipients, files, header=32))


def message(
    properties: Properties,
    recipients: Sequence[Properties] = (),
    files: Sequence[dict[Any, Any]] = (),
    *,
    header: int = 24,
) -> Tree:
    tree = _streams(properties, header)
    for number, each in enumerate(recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = _streams(each, 8)
    for number, each in enumerate(files):
        own = {key: value for key, value in each.items() if key != "inner"}
        inner = {"__substg1.0_3701000D": each["inner"]} if "inner" in each else {}
        tree[f"__attach_version1.0_#{number:08X}"] = _streams(own, 8) | inner
    return tree


def _streams(properties: Properties, header: int) -> Tree:
    tree: Tree = {}
    fixed = b"\0" * header
    for (number, kind), value in properties.items():
        if kind == NUMBER:
            fixed += struct.pack("<HHIi4x", kind, number, 6, value)
        elif kind == TIME:
            fixed += struct.pack("<HHIQ", kind, number, 6, ticks(value))
        else:
            content = value.encode("utf-16-le") if kind == TEXT else value
            tree[f"__substg1.0_{number:04X}{kind:04X}"] = content
            fixed += struct.pack("<HHII4x", kind, number, 6, len(content))
    tree["__properties_version1.0"] = fixed
    return tree


def compound(tree: Tree) -> bytes:
    """Write a tree as a compound file: small streams in the mini stream, siblings as a list to the right."""
    entries: list[list[Any]] = [["Root Entry", 5, NONE, NONE, END, 0]]
    mini, mini_fat, sectors, fat = bytearray(), list[int](), bytearray(), list[int]()

    def put(content: bytes, store: bytearray, table: list[int], size: int) -> int:
        if not content:
            return END
        start, count = len(table), -(-len(content) // size)
        table.extend([*range(start + 1, start + count), END])
        store.extend(content.ljust(count * size, b"\0"))
        return start

    def add(branch: Tree, parent: int) -> None:
        before = NONE
        for name, value in branch.items():
            index = len(entries)
            entries.append([name, 1 if isinstance(value, dict) else 2, NONE, NONE, END, 0])
            if before == NONE:
                entries[parent][3] = index
            else:
                entries[before][2] = index
            before = index
            if isinstance(value, dict):
                entries[index][4] = 0
                add(value, index)
            else:
                is_small = len(value) < CUTOFF
                entries[index][4] = put(value, mini, mini_fat, MINI) if is_small else put(value, sectors, fat, SECTOR)
                entries[index][5] = len(value)

    add(tree, 0)
    entries[0][4], entries[0][5] = put(bytes(mini), sectors, fat, SECTOR), len(mini)
    mini_fat_at = put(struct.pack(f"<{len(mini_fat)}I", *mini_fat), sectors, fat, SECTOR)
    directory = b"".join(_entry(*each) for each in entries)
    directory_at = put(directory, sectors, fat, SECTOR)
    fat_sectors = 1
    while fat_sectors * 128 < len(fat) + fat_sectors:
        fat_sectors += 1
    fat_at = len(fat)
    fat += [FAT] * fat_sectors + [FREE] * (fat_sectors * 128 - len(fat) - fat_sectors)
    sectors += struct.pack(f"<{len(fat)}I", *fat)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack(
        "<IIIIIIIIII", 0, fat_sectors, directory_at, 0, CUTOFF, mini_fat_at, -(-len(mini_fat) // 128), END, 0, fat_at
    )
    head += b"".join(struct.pack("<I", fat_at + n if n < fat_sectors else FREE) for n in range(1, 109))
    return head + bytes(sectors)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written), kind, 1, NONE, right, child)
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )


def tnef(attributes: list[tuple[int, bytes]]) -> bytes:
    """Make a winmail.dat of attributes in their order."""
    parts = [
        struct.pack("<BII", 1, identity, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)
        for identity, value in attributes
    ]
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(parts)


def tnef_properties(properties: Properties) -> bytes:
    """Make the value of a TNEF attribute that holds properties."""
    out = struct.pack("<I", len(properties))
    for (number, kind), value in properties.items():
        out += struct.pack("<HH", kind, number)
        if number >= 0x8000:
            name = "Keywords\0".encode("utf-16-le")
            out += b"\0" * 16 + struct.pack("<II", 1, len(name)) + name.ljust(-(-len(name) // 4) * 4, b"\0")
        if kind == NUMBER:
            out += struct.pack("<i", value)
        elif kind == TIME:
            out += struct.pack("<Q", ticks(value))
        else:
            content = value.encode("utf-16-le") if kind == TEXT else value
            out += struct.pack("<II", 1, len(content)) + content.ljust(-(-len(content) // 4) * 4, b"\0")
    return out


def compressed(rtf: bytes) -> bytes:
    """Write RTF as LZFu without finding anything twice: a control byte before every eight."""
    body = b"".join(b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    return struct.pack("<II4sI", len(body) + 12, len(rtf), b"LZFu", 0) + body
