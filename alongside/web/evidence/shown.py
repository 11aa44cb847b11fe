"""What does the drawer show? The shapes that the templates of _ui draw."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from alongside.judgement.finding import Step


@dataclass(frozen=True, slots=True)
class Chip:
    """A door to evidence: `why` opens in the drawer, `href` is a page of its own."""

    label: str
    kind: str
    why: str = ""
    href: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as they stand in a mail: pieces of text, each with whether it was found or stands around it."""

    from_: str
    on: datetime | date
    pieces: Sequence[tuple[str, bool]]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """The evidence of one statement. `judge` is the address that takes right, correct and not so."""

    title: str
    reason: str = ""
    quotes: Sequence[Quote] = ()
    reckoning: Sequence[Step] = ()
    reckoning_title: str = "What the rule asks"
    others: Sequence[Chip] = ()
    unknown: Sequence[str] = ()
    would_change: str = ""
    would_change_title: str = "What would change it"
    judge: str = ""
    review: str = ""
    review_note: str = ""
    facts: Sequence[tuple[str, str]] = field(default_factory=tuple)
    href: str = ""
    href_label: str = ""
    href_opens_here: bool = False
