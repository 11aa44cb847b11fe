"""Do we bring something home for what we concede, and who gave more of late?

Concessions and favours are counted apart. Favours never ask for anything in return, and no figure of this page is ever shown to the
customer. What has no value, or one in another currency than the account's, is named, not guessed.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from alongside.judgement.currency import money
from alongside.judgement.finding import Evidence, Finding, Step
from alongside.judgement.words import count, part_of, share, short_day
from alongside.vocabulary import ExchangeKind, ExchangeSide

RATE_WANTED = 0.8
"""Share of the value conceded for which something was delivered in return. Source: measures 5."""

HALF_LIFE_DAYS = 365
"""Days after which a give or get weighs half. Unit: days. Source: measures 5."""

FEWEST_ENTRIES = 6
"""Entries from which a balance is told. Unit: gives and gets of one kind. Source: measures 5."""


EVEN_WITHIN = 0.1
"""Difference from nought that nobody feels. Unit: of a scale from -1 to 1. Our choice."""


@dataclass(frozen=True, slots=True)
class Given:
    """A give or get as it is judged: `returned_on` of a concession is the day on which what stood for it was delivered."""

    id: int
    side: ExchangeSide
    kind: ExchangeKind
    what: str
    on: date
    value: Decimal | None
    returned_on: date | None = None
    currency: str = ""


def bilateral_rate(entries: Sequence[Given], *, as_of: date, currency: str = "") -> Finding:
    """Say for which share of what we conceded something came back, by value in `currency` alone.

    `value` is 0 to 1, None while nothing of value was conceded in it.
    """
    ours = [e for e in entries if e.side is ExchangeSide.GIVE and e.kind is ExchangeKind.CONCESSION and e.on <= as_of]
    valued = [e for e in ours if e.value and e.currency == currency]
    total = sum((e.value or Decimal(0) for e in valued), Decimal(0))
    answered = [e for e in valued if e.returned_on and e.returned_on <= as_of]
    came_back = sum((e.value or Decimal(0) for e in answered), Decimal(0))
    rate = float(came_back / total) if total else None
    return Finding(
        measure="bilateral_rate",
        subject="",
        value=rate,
        reason=_rate_reason(ours, answered, rate),
        evidence=tuple(_evidence(e, as_of) for e in ours),
        n=len(ours),
        known=len(valued),
        needed=len(ours),
        unknown=tuple(_why_not_counted(e) for e in ours if e not in valued),
        reckoning=(Step("Answered, by value", share(RATE_WANTED), share(rate), rate >= RATE_WANTED),)
        if rate is not None
        else (),
    )


def _why_not_counted(entry: Given) -> str:
    if not entry.value:
        return f"The value of “{entry.what}” is not known."
    if not entry.currency:
        return f"“{entry.what}” has no currency, so its {money(entry.value)} is not counted."
    return f"“{entry.what}” is {money(entry.value, entry.currency)}: another currency, and not counted."


def _rate_reason(ours: Sequence[Given], answered: Sequence[Given], rate: float | None) -> str:
    if not ours:
        return "Nothing was conceded."
    if rate is None:
        return (
            f"{count(len(ours), 'concession').capitalize()} without a value: what came back for it cannot be weighed."
            if not any(e.value for e in ours)
            else f"{count(len(ours), 'concession').capitalize()}, none with a value in the account's currency."
        )
    said = part_of(len(answered), len(ours), "concession")
    return (
        f"Something was delivered in return for {said}, {share(rate)} of their value."
        if answered
        else (f"Nothing was delivered yet in return for {part_of(len(ours), len(ours), 'concession')}.")
    )


def balance(entries: Sequence[Given], kind: ExchangeKind, *, as_of: date, currency: str = "") -> Finding:
    """Say who gave more of one kind, recent ones weighing more: -1 we gave all, 1 they did; None below six valued entries.

    What is in another currency than `currency` is left out and named. A get that was agreed and has not come is no entry yet.
    """
    of_kind = [e for e in entries if e.kind is kind and e.on <= as_of]
    valued = [e for e in of_kind if e.value and e.currency == currency]
    gives, gets = (_weighed(valued, side, as_of) for side in (ExchangeSide.GIVE, ExchangeSide.GET))
    value = (gets - gives) / (gets + gives) if len(valued) >= FEWEST_ENTRIES else None
    return Finding(
        measure="balance",
        subject=kind.value,
        value=value,
        reason=_balance_reason(kind, len(valued), value),
        evidence=tuple(_evidence(e, as_of) for e in valued),
        n=len(valued),
        known=len(valued),
        needed=FEWEST_ENTRIES,
        unknown=tuple(_why_not_counted(e) for e in of_kind if e.value and e not in valued),
    )


def _weighed(entries: Sequence[Given], side: ExchangeSide, as_of: date) -> float:
    own = (e for e in entries if e.side is side)
    return sum((float(e.value or 0) * math.pow(0.5, (as_of - e.on).days / HALF_LIFE_DAYS) for e in own), 0.0)


def _balance_reason(kind: ExchangeKind, n: int, value: float | None) -> str:
    name = f"{kind.value}s"
    if value is None:
        return f"{count(n, kind.value).capitalize()} with a value: too few to say, from {FEWEST_ENTRIES} on it is told."
    if abs(value) < EVEN_WITHIN:
        return f"What passed in {name} is even."
    return f"In {name} {'they' if value > 0 else 'we'} gave more of late ({value:+.2f} on a scale from -1, all ours, to 1, all theirs)."


def _evidence(entry: Given, as_of: date) -> Evidence:
    return Evidence("exchange", entry.id, f"{entry.what}, {short_day(entry.on, as_of)}", entry.on.isoformat())
