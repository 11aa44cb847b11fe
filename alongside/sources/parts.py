"""Which parts is a mail made of: its own text, its HTML, and the files that came with it?

The fast parser reads nearly everything; the standard library's oldest policy reads what it refuses and what would cost
it too much. Both give the same `Part`. Attached mails stay closed: they are files.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import compat32
from typing import Any

from alongside.sources.caps import BOUNDARIES_MAX, DEPTH_MAX, ENCODED_WORDS_MAX, NESTED_BYTES_MAX, PARTS_MAX
from alongside.sources.headers import Headers, UnreadableError

_OF_THE_FAST_PARSER = ("fast_mail_parser", "pyo3_runtime")
"""Modules whose errors mean that the fast parser gives up; every other error is ours and must show."""

_CHARSET = re.compile(r"""charset\*?\s*=\s*["']?(?:[\w-]*'[\w-]*')?([^\s"';]+)""", re.IGNORECASE)
_DELSP = re.compile(r"""delsp\s*=\s*["']?yes""", re.IGNORECASE)

CONTENT_ID_CHARS_KEPT = 250
"""How much of the name is kept by which HTML shows a picture of its mail. Unit: characters."""


@dataclass(frozen=True, slots=True)
class Part:
    """One node of a mail: a leaf with its bytes, or a container with its children."""

    kind: str  # "text/plain", lower case
    charset: str = ""
    name: str = ""
    disposition: str = ""
    content: bytes = b""
    children: list["Part"] = field(default_factory=list)
    content_id: str = ""  # by which the HTML of the mail shows a picture
    flow: str = ""  # "flowed" where lines were broken for the way, "delsp" where a blank was put in at each

    @property
    def is_container(self) -> bool:
        """Whether it only holds other parts."""
        return self.kind.startswith("multipart/") and bool(self.children)


def part_of(raw: bytes, headers: Headers) -> Part:
    """Return the root part of a raw mail; raise UnreadableError when it is nested or cut up beyond the caps."""
    if not _is_costly(raw, headers):
        try:
            part = by_fast_parser(raw)
            return part if _says_something(part) else by_referee(raw)
        except BaseException as trouble:  # a panic of the parser is no Exception
            if not type(trouble).__module__.startswith(_OF_THE_FAST_PARSER):
                raise
    return by_referee(raw)


def _is_costly(raw: bytes, headers: Headers) -> bool:
    """Tell whether the fast parser would copy or decode far more than the mail's size."""
    if raw.count(b"=?") > ENCODED_WORDS_MAX:
        return True
    stated = headers.first("content-type").lower()
    if "multipart" not in stated and "message" not in stated:
        return False
    return _mails_inside(raw) * len(raw) > NESTED_BYTES_MAX


def _mails_inside(raw: bytes) -> int:
    lower = raw.lower()
    return lower.count(b"message/") + lower.count(b"multipart/digest")


def by_fast_parser(raw: bytes) -> Part:
    """Return the root part as the fast parser reads it; raise whatever it raises, or UnreadableError above the caps."""
    from fast_mail_parser import parse_email_tree

    root = parse_email_tree(raw, mode="lazy")
    _measure(root)
    return _from_fast(root)


def _says_something(part: Part) -> bool:
    """Tell whether a mail of parts has any; the referee finds some behind boundaries written in odd ways."""
    return not part.kind.startswith("multipart/") or any(leaf.content.strip() for leaf in leaves(part))


def _measure(root: Any) -> None:
    """Raise UnreadableError when there are too many parts or they lie too deep; without recursion."""
    waiting, count = [(root, 1)], 0
    while waiting:
        node, depth = waiting.pop()
        count += 1
        if depth > DEPTH_MAX:
            raise UnreadableError(too_deep())
        if count > PARTS_MAX:
            raise UnreadableError(too_many())
        waiting.extend((child, depth + 1) for child in node.children)


def _from_fast(node: Any) -> Part:
    kind = node.content_type.lower()
    if kind.startswith("multipart/"):
        return Part(kind, children=[_from_fast(child) for child in node.children])
    stated = _stated(node, "content-type")
    return Part(
        kind if "/" in kind else "text/plain",
        _charset(stated),
        node.filename or "",
        (node.disposition or "").lower(),
        _decoded(node.content or b"", _stated(node, "content-transfer-encoding")),
        content_id=_content_id(node.content_id or ""),
        flow=_flow(stated),
    )


def _stated(node: Any, name: str) -> str:
    return next((str(values[0]) for each, values in node.headers.items() if each.lower() == name and values), "")


def _decoded(content: bytes, stated: str) -> bytes:
    """Undo an encoding that is stated with something around its name, which the fast parser leaves as it is."""
    name = stated.partition(";")[0].strip(" \t\"'").lower()
    if name == stated.lower():
        return content
    if name == "quoted-printable":
        return quopri.decodestring(content)
    try:
        return base64.b64decode(content) if name == "base64" else content
    except binascii.Error:
        return content


def by_referee(raw: bytes) -> Part:
    """Return the root part as the standard library reads it; raise UnreadableError when it cannot."""
    if raw.count(b"\n--") > BOUNDARIES_MAX or _mails_inside(raw) > PARTS_MAX:
        raise UnreadableError(too_many())
    try:
        message = message_from_bytes(raw, policy=compat32)
        return _from_message(message, 1, [0])
    except UnreadableError:
        raise
    except RecursionError:
        raise UnreadableError(too_deep()) from None
    except Exception as trouble:
        raise UnreadableError(
            f"This mail could not be taken apart ({type(trouble).__name__}). "
            "Open it in your mail program, save it again and import that file."
        ) from trouble


def _from_message(message: Any, depth: int, count: list[int]) -> Part:
    count[0] += 1
    if depth > DEPTH_MAX:
        raise UnreadableError(too_deep())
    if count[0] > PARTS_MAX:
        raise UnreadableError(too_many())
    kind = message.get_content_type()
    payload = message.get_payload()
    if message.is_multipart() and isinstance(payload, list) and kind.startswith("multipart/"):
        return Part(kind, children=[_from_message(child, depth + 1, count) for child in payload])
    return Part(
        "text/plain" if kind.startswith("multipart/") else kind,
        _charset(str(message.get("content-type", ""))),
        message.get_filename("") or "",
        str(message.get_content_disposition() or ""),
        _bytes_of(message),
        content_id=_content_id(str(message.get("content-id", ""))),
        flow=_flow(str(message.get("content-type", ""))),
    )


def _bytes_of(message: Any) -> bytes:
    payload = message.get_payload()
    if isinstance(payload, list):  # an attached mail or a delivery report
        return b"\n".join(each.as_bytes(policy=compat32) for each in payload)
    try:
        content = message.get_payload(decode=True)
    except Exception:  # unknown or broken transfer encodings
        content = None
    return content if isinstance(content, bytes) else str(payload).encode("utf-8", "surrogateescape")


def _charset(content_type: str) -> str:
    found = _CHARSET.search(content_type)
    return found[1] if found else ""


def _content_id(stated: str) -> str:
    return stated.strip().strip("<>")[:CONTENT_ID_CHARS_KEPT]


def _flow(content_type: str) -> str:
    if "flowed" not in content_type.lower():
        return ""
    return "delsp" if _DELSP.search(content_type) else "flowed"


def leaves(part: Part) -> Iterator[Part]:
    """Yield every part that holds bytes, in order."""
    if part.is_container:
        for child in part.children:
            yield from leaves(child)
    elif not part.kind.startswith("multipart/"):
        yield part


def too_deep() -> str:
    """Return the sentence for a mail nested beyond DEPTH_MAX."""
    return (
        f"This mail holds mails within mails more than {DEPTH_MAX} deep, which is more than is read. "
        "If it matters, open it in your mail program and save the inner mail on its own."
    )


def too_many() -> str:
    """Return the sentence for a mail of more than PARTS_MAX parts."""
    return (
        f"This mail is made of more than {PARTS_MAX:,} parts, which is more than is read. "
        "If it matters, open it in your mail program and save the part you need on its own."
    )
