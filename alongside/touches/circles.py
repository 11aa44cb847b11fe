"""Who may answer in which conversation? A mail that names another joins it only when its writer belongs there. Pure.

Anybody can write "In-Reply-To" above a mail. A conversation is therefore known by a message id together with a circle: a
company's mail domain, or an address that belongs to no company. A mail opens the circles of all who took part in it; one that
names it enters by the circle of its own writer. It does not decide what a mail is called that stays outside (claims.py).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from alongside.people.domains import company_domain

ANYBODY = "*"
"""The circle of mail that was never addressed to somebody: a mailing list's, or an archive's without addressees."""

BY_WORD = "+"
"""The circle that a person opens by saying that a mail belongs to the conversation it names."""

LINK_BYTES = 16
"""Length of a link before it is written as figures. Unit: bytes; two of a billion meet with a chance below 1 in 10^20."""

_DMARC = re.compile(r"\bdmarc\s*=\s*(\w+)", re.I)
_SPF = re.compile(r"\bspf\s*=\s*(\w+)", re.I)
_DKIM_PASSES = re.compile(r"\bdkim\s*=\s*pass\b", re.I)
_FAILS = frozenset({"fail", "softfail", "hardfail", "permerror"})


@dataclass(frozen=True, slots=True)
class Mailed:
    """What a mail says of itself: its ids, its writer, its addressees, and the headers that were kept."""

    message_id: str
    names: tuple[str, ...]
    sender: str
    recipients: tuple[str, ...]
    headers: Mapping[str, str]


def links_of(mail: Mailed, *, entered_by_word: Iterable[str] = (), is_asked_for: bool = False) -> tuple[str, ...]:
    """Return the links of a mail; mails that share one are one conversation.

    `entered_by_word` are ids of mails to whose conversation a person said this one belongs; `is_asked_for` tells that it is
    itself such a mail.
    """
    opened = {circle_of(address) for address in (mail.sender, *mail.recipients) if address}
    opened |= {ANYBODY} if is_public(mail) else set()
    opened |= {BY_WORD} if is_asked_for else set()
    entering = {circle_of(mail.sender)} if mail.sender and not is_disowned(mail.headers) else set()
    entering |= {ANYBODY} if is_public(mail) else set()
    links = [link(mail.message_id, circle) for circle in sorted(opened)] if mail.message_id else []
    links += [link(name, circle) for name in mail.names for circle in sorted(entering)]
    return tuple(dict.fromkeys([*links, *(link(name, BY_WORD) for name in entered_by_word)]))


def circle_of(address: str) -> str:
    """Return whose address this is: its company's domain, else the address itself."""
    address = address.lower()
    return company_domain(address.rpartition("@")[2]) or address


def is_public(mail: Mailed) -> bool:
    """Tell whether anybody may answer: it went over a mailing list, or names no addressee at all."""
    return "list-id" in mail.headers or not mail.recipients


def is_disowned(headers: Mapping[str, str]) -> bool:
    """Tell whether the server that took the mail in found that it does not come from where it says (RFC 8601)."""
    said = headers.get("authentication-results", "")
    if dmarc := _DMARC.search(said):
        return dmarc[1].lower() == "fail"
    spf = _SPF.search(said)
    return bool(spf and spf[1].lower() in _FAILS and not _DKIM_PASSES.search(said))


def link(message_id: str, circle: str) -> str:
    """Return what is kept of a message id and a circle."""
    return blake2b(f"{message_id}\n{circle}".encode(errors="replace"), digest_size=LINK_BYTES).hexdigest()
