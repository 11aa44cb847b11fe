"""Is a packed workbook small and plain enough to be opened: its parts, their true sizes, and nothing declared in its XML?

It unpacks every part once, piece by piece, and keeps none. What the workbook holds is read elsewhere.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass

from alongside.sources.clean import in_size

PARTS_MAX = 1000
"""Most parts of a packed workbook. Unit: parts. Source: safety review; a workbook has about ten and one a sheet or picture."""

UNPACKED_BYTES_MAX = 200 * 1024 * 1024
"""Size of all parts together when unpacked. Unit: bytes. Source: safety review; 50,000 rows of 8 columns take 16 MB."""

RATIO_MAX = 200
"""How many times larger than packed a part may be. Source: sheets of real tables are packed 5 to 40 to 1, zeros 1,000 to 1."""

RATIO_FROM_BYTES = 1024 * 1024
"""Size from which a part's ratio is looked at. Unit: bytes, unpacked."""

_PIECE_BYTES = 256 * 1024
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_OVERLAP = max(map(len, _DECLARATIONS)) - 1
_OTHER_CHARACTERS = (b"\xff\xfe", b"\xfe\xff", b"\x00")
_TROUBLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class _TroubleError(Exception):
    """Why a packed file is not opened; a half sentence."""

    reason: str


def parts_of(content: bytes) -> list[str]:
    """Return the names of the parts of a packed file, [] when it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return packed.namelist()
    except _TROUBLE:
        return []


def why_not_opened(content: bytes) -> str:
    """Return why a packed workbook is not opened, as the end of a sentence ("has ..."), or "" when it may be."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check_parts(packed.infolist())
            _check_contents(packed)
    except _TroubleError as trouble:
        return trouble.reason
    except _TROUBLE:
        return "is damaged or not complete. Save or download it again"
    return ""


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > PARTS_MAX:
        raise _TroubleError(
            f"has {len(parts):,} parts inside, more than the {PARTS_MAX:,} of any workbook. Save the table as CSV"
        )
    if len({part.filename for part in parts}) < len(parts):
        raise _TroubleError(
            "holds the same part twice, so it is not sure which one counts. Save it again in your spreadsheet"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise _TroubleError("is protected by a password. Save it without one")
    if sum(part.file_size for part in parts) > UNPACKED_BYTES_MAX:
        raise _too_large()
    for part in parts:
        if part.file_size > max(RATIO_FROM_BYTES, part.compress_size * RATIO_MAX):
            raise _TroubleError("unpacks to far more than tables do. Save the table as CSV")


def _check_contents(packed: zipfile.ZipFile) -> None:
    """Unpack every part as far as it really goes, and look for declarations in its XML."""
    size = 0
    for part in packed.infolist():
        is_xml = part.filename.lower().endswith((".xml", ".rels"))
        with packed.open(part) as stream:
            before = b""
            while piece := stream.read(_PIECE_BYTES):
                size += len(piece)
                if size > UNPACKED_BYTES_MAX:
                    raise _too_large()
                if is_xml:
                    _check_xml(before, piece)
                    before = piece[-_OVERLAP:]


def _check_xml(before: bytes, piece: bytes) -> None:
    if not before and piece.startswith(_OTHER_CHARACTERS):
        raise _TroubleError(
            "is written in characters that no spreadsheet uses inside. Save it again in your spreadsheet"
        )
    if any(word in before + piece for word in _DECLARATIONS):
        raise _TroubleError(
            "declares entities of its own inside, as no spreadsheet does, and is not opened. Save the table as CSV"
        )


def _too_large() -> _TroubleError:
    limit = in_size(UNPACKED_BYTES_MAX)
    return _TroubleError(f"unpacks to more than {limit}. Save the table as CSV, or as several workbooks")
