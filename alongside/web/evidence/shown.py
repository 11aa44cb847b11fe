"""What does the drawer show? The shapes that the templates of _ui draw."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime


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
class Line:
    """One line of a reckoning: what is asked, what there is, and whether that is enough (None: not known).

    `group` heads the lines that belong together, on the first of them only ("Rung 3").
    """

    label: str
    needed: str
    actual: str
    met: bool | None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """An answer that a person can give to a matter: what is stored, and what the button says."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Why:
    """The evidence of one statement. `judge` is the address that takes right, correct and not so."""

    title: str
    reason: str = ""
    quotes: Sequence[Quote] = ()
    reckoning: Sequence[Line] = ()
    reckoning_title: str = "What the rule asks"
    others: Sequence[Chip] = ()
    unknown: Sequence[str] = ()
    would_change: str = ""
    would_change_title: str = "What would change it"
    judge: str = ""
    review: str = ""
    review_note: str = ""
    facts: Sequence[tuple[str, str]] = field(default_factory=tuple)
    decide: str = ""
    words: Sequence[Word] = ()
    href: str = ""
    href_label: str = ""
    href_opens_here: bool = False
