"""What does one raw mail say: who wrote to whom, when, about what, with which words and files?

Used by every source of mails. It decides nothing about people or threads. Hostile input never raises: the answer is a
Letter or a Refused with its sentence.
"""

import re

from alongside.sources.at_hand import take_up
from alongside.sources.caps import (
    HTML_BYTES_MAX,
    MESSAGE_BYTES_MAX,
    SUBJECT_CHARS_KEPT,
    TEXT_CHARS_KEPT,
)
from alongside.sources.charsets import codec, decoded
from alongside.sources.clean import in_size, many_lines, one_line, whole
from alongside.sources.contract import RAW_KEPT_BYTES, AttachedFile, Letter, MeetingReply, Refused
from alongside.sources.flowed import unflowed
from alongside.sources.forwarded import quoted_mails
from alongside.sources.headers import (
    Headers,
    UnreadableError,
    headers_of,
    message_id,
    parent_id,
    reference_ids,
    sent_at,
    words,
)
from alongside.sources.html_text import is_too_deep, text_of, without_pictures
from alongside.sources.invitations import Stated, stated_in
from alongside.sources.mailboxes import mailboxes
from alongside.sources.parts import Part, leaves, part_of
from alongside.sources.sealed import ENCRYPTED, without_pgp
from alongside.sources.set_aside import why_by_label
from alongside.sources.wrappings import unwrapped

KEPT_HEADERS = (
    "list-id",
    "list-unsubscribe",
    "precedence",
    "auto-submitted",
    "x-auto-response-suppress",
    "return-path",
    "x-autoreply",
    "x-mailer",
    "user-agent",
    "feedback-id",
    "authentication-results",
)
"""Headers that later steps ask for: they tell automatic mail from mail between people, and whether the sender is who it says."""

HEADER_CHARS_KEPT = 1000
"""How much of such a header is kept. Unit: characters."""

LABELS_CHARS_KEPT = 10_000
"""How much of a mail's labels is looked at. Unit: characters; Gmail allows 10,000 labels of 225 characters."""

FILE_NAME_CHARS_KEPT = 255
"""Longest file name kept. Unit: characters."""

_SIGNS_OF_A_MAIL = {"from", "to", "date", "message-id", "subject", "received", "sender", "return-path", "cc"}
_LABEL = re.compile(r'"[^"]*"|[^",]+')
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_META_CHARSET = re.compile(rb"<meta[^<>]{1,200}?charset=[\"']?([A-Za-z0-9_-]{2,40})", re.IGNORECASE)
_CONTROL_BYTES = bytes(each for each in range(32) if each not in b"\t\n\r")
_ASCII_BASED = {"", "utf-8", "cp1252"}


def parse_letter(raw: bytes, *, labels: tuple[str, ...] = (), where: str = "mail") -> Letter | Refused:
    """Return the letter that raw bytes hold, or why it is not taken."""
    passed = take_up(where, raw)
    if passed:
        return passed
    try:
        return _letter(raw, labels, where)
    except UnreadableError as reason:
        return Refused(where, str(reason), raw[:RAW_KEPT_BYTES])
    except MemoryError:
        raise  # what is left of the memory may not do for the next one: a fresh reader goes on
    except Exception as trouble:  # hostile input finds what nobody thought of; it must not stop the others
        return Refused(
            where,
            f"This mail could not be read ({type(trouble).__name__}). It is kept aside; the others go on.",
            raw[:RAW_KEPT_BYTES],
        )


def too_large(size: int, what: str = "This mail") -> str:
    """Return the sentence for a mail above the cap."""
    return (
        f"{what} has {in_size(size)}, more than the {in_size(MESSAGE_BYTES_MAX)} that are read. "
        "If it matters, save it without its large attachment and import that."
    )


def _letter(raw: bytes, labels: tuple[str, ...], where: str) -> Letter | Refused:
    if len(raw) > MESSAGE_BYTES_MAX:
        raise UnreadableError(too_large(len(raw)))
    headers = headers_of(raw)
    if _SIGNS_OF_A_MAIL.isdisjoint(headers.fields):
        raise UnreadableError(
            "This is not a mail: it has no sender, recipient, date or subject line. "
            "If it should be one, save it again from your mail program."
        )
    labels += _gmail_labels(headers)
    if reason := why_by_label(labels):
        return Refused(where, reason)
    part, sealed = unwrapped(part_of(raw, headers))
    text, html, files, repairs = _body(part)
    moment, fault = sent_at(headers)
    sender = mailboxes(headers.all("from")) or mailboxes(headers.all("sender"))
    meetings = _meetings(part, sender[0].address if sender else "", where)
    return Letter(
        message_id=message_id(headers.first("message-id")),
        sent_at=moment,
        sender=sender[0] if sender else None,
        to=mailboxes(headers.all("to")),
        cc=mailboxes(headers.all("cc")),
        bcc=mailboxes(headers.all("bcc")),
        reply_to=mailboxes(headers.all("reply-to")),
        subject=words(headers.first("subject"), SUBJECT_CHARS_KEPT),
        text=text,
        html=html,
        in_reply_to=parent_id(headers.first("in-reply-to")),
        references=reference_ids(headers.first("references")),
        headers=_kept(headers) | _answered(meetings),
        attached=files,
        labels=tuple(dict.fromkeys(labels)),
        repairs=(*_header_faults(headers, fault, bool(sender)), *sealed, *repairs),
        meetings=meetings,
    )


def _meetings(root: Part, sender: str, where: str) -> tuple[Stated, ...]:
    """Return what the first invitation among the parts states; most mails have none."""
    part = next((each for each in leaves(root) if each.kind == "text/calendar"), None)
    return stated_in(part.content, sender, where) if part and sender else ()


def _answered(meetings: tuple[Stated, ...]) -> dict[str, str]:
    """Return as a header which meeting is answered, so that the meeting is looked at again."""
    uid = next((each.uid for each in meetings if isinstance(each, MeetingReply)), "")
    return {"meeting-reply": uid} if uid else {}


def _kept(headers: Headers) -> dict[str, str]:
    kept = {name: words(headers.fields[name][0], HEADER_CHARS_KEPT) for name in KEPT_HEADERS if name in headers.fields}
    stated = headers.first("content-type")
    if "report" in stated.lower():
        kept["content-type"] = one_line(stated, HEADER_CHARS_KEPT)
    return kept


def _gmail_labels(headers: Headers) -> tuple[str, ...]:
    if "x-gmail-labels" not in headers.fields:
        return ()
    stated = words(headers.first("x-gmail-labels"), LABELS_CHARS_KEPT)
    return tuple(label for each in _LABEL.findall(stated) if (label := each.strip(' "')))


def _header_faults(headers: Headers, date_fault: str, has_sender: bool) -> list[str]:
    faults = [date_fault] if date_fault else []
    if not has_sender:
        faults.append("No sender's address could be read.")
    if len(headers.all("message-id")) > 1:
        faults.append("It states two message ids; the first is taken.")
    if len(headers.all("from")) > 1:
        faults.append("It states its sender twice; the first is taken.")
    return faults


def _body(root: Part) -> tuple[str, str, tuple[AttachedFile, ...], list[str]]:
    repairs: list[str] = []
    pages: list[str] = []
    own = _own_parts(root)
    said, is_sealed = without_pgp(many_lines(_words(root, own, pages, is_wanted=True), TEXT_CHARS_KEPT))
    if is_sealed:
        repairs.append(ENCRYPTED)
    text = "\n\n".join(filter(None, (said, quoted_mails(root, _words_inside))))[:TEXT_CHARS_KEPT]
    files = tuple(_file(part) for part in leaves(root) if id(part) not in own)
    html = "\n".join(pages)
    if html and is_too_deep(html):
        html = ""
        repairs.append("Its HTML was nested too deeply to show; only its text was kept.")
    return text, html, files, repairs


def _words_inside(root: Part) -> str:
    """Return the words of a mail that came inside this one."""
    return many_lines(_words(root, _own_parts(root), [], is_wanted=True), TEXT_CHARS_KEPT)


def _own_parts(root: Part) -> set[int]:
    """Return the identities of the parts that are the letter itself: text without a file name, or the first text."""
    every = list(leaves(root))
    own = {
        id(part) for part in every if part.kind in ("text/plain", "text/html") and _is_inline(part) and not part.name
    }
    if not own:
        texts = [part for part in every if part.kind.startswith("text/") and part.kind != "text/calendar"]
        own = {id(part) for part in texts[:1] if _is_inline(part)}
    return own


def _is_inline(part: Part) -> bool:
    return part.disposition != "attachment"


def _words(part: Part, own: set[int], pages: list[str], *, is_wanted: bool) -> str:
    """Return the words of a part and collect its HTML; of alternatives the first that says anything, plain before HTML.

    `is_wanted` is False where only the HTML is looked for, because the words are known already.
    """
    if not part.is_container:
        return _leaf_words(part, pages, is_wanted) if id(part) in own else ""
    if part.kind != "multipart/alternative":
        said = [_words(child, own, pages, is_wanted=is_wanted) for child in part.children]
        return "\n".join(each for each in said if each)
    best = ""
    for child in sorted(part.children, key=lambda each: each.kind != "text/plain"):
        words_of_child = _words(child, own, pages, is_wanted=is_wanted and not best.strip())
        best = best if best.strip() else words_of_child
    return best


def _leaf_words(part: Part, pages: list[str], is_wanted: bool) -> str:
    if part.kind != "text/html":
        text = _decoded(part.content, part.charset) if is_wanted else ""
        return unflowed(text.replace("\r\n", "\n"), drops_blank=part.flow == "delsp") if part.flow and text else text
    page = _decoded(part.content, part.charset or _charset_in_html(part.content))
    if len(page) > HTML_BYTES_MAX:
        page = without_pictures(page)
    if len(page) > HTML_BYTES_MAX:
        raise UnreadableError(
            f"The HTML of this mail has {in_size(len(page))}, more than the {in_size(HTML_BYTES_MAX)} that are read. "
            "If it matters, save the mail as plain text and import that."
        )
    if page.strip():
        pages.append(page)
    return text_of(page) if is_wanted else ""


def _decoded(content: bytes, charset: str) -> str:
    name = codec(charset) if charset else ""
    if name in _ASCII_BASED:
        content = content.translate(None, _CONTROL_BYTES)
    return whole(decoded(content, charset))


def _charset_in_html(content: bytes) -> str:
    found = _META_CHARSET.search(content[:1024])
    return found[1].decode("ascii", "replace") if found else ""


def _file(part: Part) -> AttachedFile:
    name = whole(part.name[: FILE_NAME_CHARS_KEPT * 4])
    if "=?" in name:
        name = words(name, FILE_NAME_CHARS_KEPT)
    name = _CONTROL.sub("", name)[:FILE_NAME_CHARS_KEPT]
    if not name and part.kind == "text/calendar":
        name = "invitation.ics"
    return AttachedFile(name, one_line(part.kind, 100), part.content, part.content_id)
