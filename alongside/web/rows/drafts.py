"""How does a proposed letter leave the program? As a link for the mail program, or as a draft file that answers a mail.

It writes nothing itself (plays do) and sends nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any
from urllib.parse import quote, urlencode

from alongside.interactions.models import Interaction
from alongside.today.models import TodayItem

MOST_IN_A_LINK = 1800
"""Longer texts do not fit into a mailto link of every mail program. Unit: characters."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter: to whom, its subject and text, and the mail that it answers."""

    to: str
    subject: str
    text: str
    sender: str = ""
    answers: str = ""
    references: tuple[str, ...] = ()

    @property
    def link(self) -> str:
        """Give the mailto link; a text that is too long for it is left to the file."""
        fields = {"subject": self.subject, "body": self.text[:MOST_IN_A_LINK]}
        if self.answers:
            fields["In-Reply-To"] = f"<{self.answers}>"
        return f"mailto:{quote(self.to)}?{urlencode(fields, quote_via=quote)}"

    def edited(self, typed: Mapping[str, str]) -> "Draft":
        """Give the letter as somebody changed it before it leaves."""
        own = {name: typed.get(name, getattr(self, name)) for name in ("to", "subject", "text")}
        return replace(self, **own)

    def as_file(self) -> bytes:
        """Write the letter as a message that mail programs open as a draft (X-Unsent)."""
        message = EmailMessage(policy=SMTP)
        for name, value in (("From", self.sender), ("To", self.to), ("Subject", self.subject)):
            if value:
                message[name] = _one_line(value)
        message["X-Unsent"] = "1"
        if self.answers:
            message["In-Reply-To"] = f"<{_one_line(self.answers)}>"
            message["References"] = " ".join(f"<{_one_line(each)}>" for each in (*self.references, self.answers))
        message.set_content(self.text)
        return message.as_bytes()


def draft_of(item: TodayItem, answered: Interaction | None, *, sender: Any) -> Draft:
    """Make the letter that an item proposes."""
    address = item.person.anchor if item.person and "@" in item.person.anchor else ""
    return Draft(
        to=address,
        subject=item.draft_subject,
        text=item.draft_text,
        sender=sender.email,
        answers=answered.message_id.strip("<>") if answered else "",
        references=tuple(each.strip("<>") for each in answered.references) if answered else (),
    )


def _one_line(value: str) -> str:
    """Keep line breaks out of a header."""
    return " ".join(value.split())
