"""What is wrapped in the parts of a mail: signed and encrypted contents, Outlook's winmail.dat, mails within mails?

Wrappings are taken off, so that what is in them is read like any other part. Mails inside the mail stay files of it.
"""

from dataclasses import replace

from alongside.sources.clean import one_line
from alongside.sources.headers import UnreadableError, headers_of, words
from alongside.sources.outlook.message import OutlookMessage, parts_of
from alongside.sources.outlook.tnef import is_tnef, message_in
from alongside.sources.parts import Part, leaves, part_of
from alongside.sources.sealed import ENCRYPTED, content_of_signed

WRAPPINGS_MAX = 4
"""Most wrappings that are taken off one another. Unit: wrappings; a signed winmail.dat has two."""

_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
_PLAIN = ("text/plain", "text/html")
_DEFAULT_NAMES = {"message/rfc822": "forwarded mail", "message/global": "forwarded mail"}


def unwrapped(root: Part, depth: int = 1) -> tuple[Part, list[str]]:
    """Return the parts without their wrappings, and sentences on what could not be opened."""
    if root.kind in _PLAIN:
        return root, []
    kinds = {leaf.kind for leaf in leaves(root)} | {root.kind}
    if kinds.isdisjoint(_WRAPPED) and not any(leaf.name.lower() == "winmail.dat" for leaf in leaves(root)):
        return root, []
    repairs: list[str] = []
    has_words = any(leaf.kind.startswith("text/") and leaf.content.strip() for leaf in leaves(root))
    return _opened(root, has_words, depth, repairs), list(dict.fromkeys(repairs))


_WRAPPED = {*_SIGNATURES, *_SEALED, *_TNEF, *_DEFAULT_NAMES, "multipart/encrypted", "application/pgp-encrypted"}


def _opened(part: Part, has_words: bool, depth: int, repairs: list[str]) -> Part:
    if part.is_container:
        if any(child.kind == "application/pgp-encrypted" for child in part.children):
            repairs.append(ENCRYPTED)
        children = [child for child in part.children if child.kind not in _SIGNATURES]
        return replace(part, children=[_opened(child, has_words, depth, repairs) for child in children])
    if part.kind in _SEALED:
        return _unsealed(part, depth, repairs)
    if part.kind in _TNEF or is_tnef(part.content):
        return _unpacked(part, has_words, depth, repairs)
    if part.kind in _DEFAULT_NAMES and not part.name:
        return replace(part, name=f"{_subject_in(part.content) or _DEFAULT_NAMES[part.kind]}.eml")
    return part


def _unsealed(part: Part, depth: int, repairs: list[str]) -> Part:
    content = content_of_signed(part.content)
    inner = _inner(content, depth, repairs) if content else None
    if inner is None:
        repairs.append(ENCRYPTED)
    return inner or part


def _unpacked(part: Part, has_words: bool, depth: int, repairs: list[str]) -> Part:
    message = message_in(part.content)
    if has_words:  # the mail says them itself
        message = OutlookMessage(files=message.files)
    if not message.files and not message.properties:
        repairs.append("Its winmail.dat could not be opened; it is kept as a file.")
        return part
    return _inner(parts_of(message), depth, repairs) or part


def _inner(content: bytes, depth: int, repairs: list[str]) -> Part | None:
    """Return the parts of what was wrapped, or None where they cannot be told."""
    if depth >= WRAPPINGS_MAX:
        return None
    try:
        root, more = unwrapped(part_of(content, headers_of(content)), depth + 1)
    except UnreadableError:
        return None
    repairs += more
    return root


def _subject_in(content: bytes) -> str:
    try:
        subject = words(headers_of(content).first("subject"), 120)
    except UnreadableError:
        return ""
    return one_line(subject.replace("/", " ").replace("\\", " "), 120)
