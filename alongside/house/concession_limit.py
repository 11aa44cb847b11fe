"""From which value on does a concession need somebody else's word? A limit of the company, with its currency."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from alongside.house.models import HouseWord
from alongside.house.words import said_of, settle
from alongside.vocabulary import HouseRule


@dataclass(frozen=True, slots=True)
class Limit:
    """A value with its currency; "" stands for whatever currency a concession is given in."""

    amount: Decimal
    currency: str = ""

    @property
    def in_words(self) -> str:
        return f"{self.amount:,.2f}".removesuffix(".00") + (f" {self.currency}" if self.currency else "")


PRIOR = Limit(Decimal(10_000))
"""The limit as long as the company has set none. Unit: of whatever currency is used. Our choice: a prior."""


def concession_limit() -> Limit:
    """Give the limit that holds now."""
    value = said_of(HouseRule.CONCESSION_LIMIT)
    return read_limit(value) if value else PRIOR


def read_limit(value: dict[str, Any]) -> Limit:
    """Read a limit as it is kept."""
    return Limit(Decimal(value["amount"]), value["currency"])


def set_concession_limit(limit: Limit, *, by: Any, at: datetime) -> HouseWord:
    """Keep a new limit for everybody."""
    value = {"amount": str(limit.amount), "currency": limit.currency}
    return settle(HouseRule.CONCESSION_LIMIT, value, by=by, at=at)


def needs_a_word(value: Decimal | None, currency: str, limit: Limit) -> bool:
    """Say whether a concession of this value needs somebody else's word. One in another currency does: nothing is converted here."""
    if value is None:
        return False
    if limit.currency and currency and currency != limit.currency:
        return True
    return value >= limit.amount
