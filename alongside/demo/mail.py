"""What is one letter of the demo world before it is written to a file?"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha1

from alongside.demo.people import Somebody


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """One letter. `said` is what the writer wrote with greeting and signature; `answers` the letter it replies to, quoted below it.

    `forwards` says that `answers` is passed on to somebody else. `headers` holds what marks a letter as automatic.
    `folder` names the archive it is kept in: "" for the user's own mailbox, "handover" for what a predecessor left behind.
    `words` is the message alone, without greeting and signature.
    """

    message_id: str
    at: datetime
    sender: Somebody
    to: tuple[Somebody, ...]
    cc: tuple[Somebody, ...]
    subject: str
    said: str
    answers: "Mail | None" = None
    forwards: bool = False
    attached: tuple[Attachment, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    folder: str = ""
    account: str = ""
    script: str = ""
    words: str = ""

    @property
    def references(self) -> tuple[str, ...]:
        """List the ids of the letters before it in the thread, oldest first."""
        return (*self.answers.references, self.answers.message_id) if self.answers else ()

    @property
    def everyone(self) -> tuple[Somebody, ...]:
        return (self.sender, *self.to, *self.cc)


def message_id(seed: str, domain: str) -> str:
    """Make a Message-ID, without angle brackets, that is the same for the same seed."""
    digest = sha1(seed.encode(), usedforsecurity=False).hexdigest()
    return f"{digest[:8]}.{digest[8:20]}@{domain}"


def known_as(person: Somebody, **changed: str) -> Somebody:
    """Give the person with another address or title, as they appear in one letter."""
    return replace(person, **changed)  # type: ignore[arg-type]
