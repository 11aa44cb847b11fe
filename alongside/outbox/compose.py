"""Is this a letter that can be sent, and how is it written as a message? What cannot be is told, and not repaired silently.

Pure: it knows neither rows nor servers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, getaddresses

MOST_RECIPIENTS = 20
"""People that one letter goes to. Unit: addresses. Our choice: it is a letter between people; more is a mailing, and not for here."""

LONGEST_SUBJECT = 250
"""Unit: characters. Our choice: what a list of mails shows, twice."""

LONGEST_TEXT = 100_000
"""Unit: characters; about fifty pages."""

_LOCAL = re.compile(r"[^\s@<>()\[\],;:\\\"\x00-\x1f\x7f]{1,64}")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.I)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


class LetterError(Exception):
    """A letter that cannot be sent as it stands: `field` is where it went wrong, the message what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Written:
    """A letter that can be sent: who gets it (address and name), what it says, and the mail that it answers."""

    recipients: tuple[tuple[str, str], ...]
    subject: str
    text: str
    answers: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sealed:
    """A message as it goes over the line. `needs_utf8`: an address has letters beyond ASCII, which not every server takes."""

    raw: bytes
    sender: str
    recipients: tuple[str, ...]
    needs_utf8: bool = False


def write(to: str, subject: str, text: str, *, answers: str = "", references: Sequence[str] = ()) -> Written:
    """Read what was typed as a letter. Raises LetterError where it is none."""
    _one_line("to", to, "The line of recipients")
    _one_line("subject", subject, "The subject")
    if len(subject) > LONGEST_SUBJECT:
        raise LetterError(
            "subject", f"The subject has {len(subject):,} characters; {LONGEST_SUBJECT} are enough. Shorten it."
        )
    if not text.strip():
        raise LetterError("text", "The letter is empty. Write a few words first.")
    if len(text) > LONGEST_TEXT:
        raise LetterError("text", f"The letter has {len(text):,} characters, more than {LONGEST_TEXT:,}. Shorten it.")
    ids = tuple(each for each in (_id(each) for each in references) if each)
    return Written(_recipients(to), " ".join(subject.split()), text.replace("\x00", ""), _id(answers), ids)


def check_sender(address: str) -> str:
    """Give the user's own address as it is written. Raises LetterError where it is none."""
    if not address.strip():
        raise LetterError(
            "sender", "Alongside does not know your own address. Ask whoever set it up to add it to your user."
        )
    return _address(address.strip(), field="sender")


def seal(written: Written, *, sender: str, sender_name: str, message_id: str, at: datetime) -> Sealed:
    """Write the letter as a message: the same bytes each time it is asked."""
    addresses = [sender, *(address for address, _ in written.recipients)]
    needs_utf8 = any(not each.isascii() for each in addresses)
    message = EmailMessage(policy=(SMTPUTF8 if needs_utf8 else SMTP).clone(cte_type="7bit"))
    message["From"] = _header_address(sender, sender_name)
    message["To"] = tuple(_header_address(address, name) for address, name in written.recipients)
    message["Subject"] = written.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{message_id}>"
    if written.answers:
        message["In-Reply-To"] = f"<{written.answers}>"
        message["References"] = " ".join(f"<{each}>" for each in dict.fromkeys((*written.references, written.answers)))
    message.set_content(written.text)
    return Sealed(message.as_bytes(), sender, tuple(addresses[1:]), needs_utf8)


def _recipients(to: str) -> tuple[tuple[str, str], ...]:
    stated = [(name, address) for name, address in getaddresses([to.replace(";", ",")]) if name or address]
    if to.strip() and not stated:
        raise no_address(to.strip(), "to")
    if not stated:
        raise LetterError("to", "Say whom the letter goes to: an address such as joe@example.com.")
    found = {_address(address or name, field="to"): " ".join(name.split()) for name, address in stated}
    if len(found) > MOST_RECIPIENTS:
        raise LetterError(
            "to",
            f"The letter would go to {len(found):,} people; {MOST_RECIPIENTS} are the most. Use your own mail program for more.",
        )
    return tuple(found.items())


def _address(stated: str, *, field: str) -> str:
    """Give the address with its domain as servers write it. Raises LetterError for what is none."""
    local, at, domain = stated.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode().lower() if domain else ""
    except UnicodeError:
        ascii_domain = ""
    labels = ascii_domain.split(".")
    is_domain = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels) and len(ascii_domain) < 254
    if not at or not _LOCAL.fullmatch(local) or local[0] == "." or local[-1] == "." or ".." in local or not is_domain:
        raise no_address(stated, field)
    return f"{local}@{ascii_domain}"


def no_address(stated: str, field: str) -> LetterError:
    """Say that these words are no address."""
    shown = stated if len(stated) <= 80 else stated[:80] + " …"
    return LetterError(
        field, f"“{shown}” is no address. Write one such as joe@example.com; several are apart by commas."
    )


def _header_address(address: str, name: str) -> Address:
    local, _, domain = address.rpartition("@")
    return Address(_CONTROL.sub(" ", name), local, domain)


def _one_line(field: str, words: str, what: str) -> None:
    if _CONTROL.search(words.strip()):
        raise LetterError(
            field, f"{what} holds a line break or another sign that cannot be sent. Write it in one line."
        )


def _id(message_id: str) -> str:
    """Give a Message-ID without its brackets, "" where it could break a header."""
    bare = message_id.strip().strip("<>")
    return bare if bare.isascii() and not re.search(r"[\s<>\x00-\x1f\x7f]", bare) and len(bare) <= 500 else ""
