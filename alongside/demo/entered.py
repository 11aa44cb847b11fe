"""What did Alex enter by hand, beside what is in the mail? One case that is being fought, and concessions with and without a return.

Says it in days before or after the day of the world. Nothing is kept here: the command that starts the demo does that.
"""

from dataclasses import dataclass
from decimal import Decimal

from alongside.vocabulary import CasePart, CaseState, EntryKind


@dataclass(frozen=True, slots=True)
class Origin:
    """An answer about where a request comes from, found again by words of the request."""

    asked: str
    kind: EntryKind
    text: str
    source: str
    days_ago: int


@dataclass(frozen=True, slots=True)
class CaseWord:
    """A word of the case for a request; `in_working_days` leads to the day by which it is decided, or on which it was so."""

    asked: str
    part: CasePart
    text: str = ""
    state: CaseState | None = None
    value: Decimal | None = None
    in_working_days: int | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A concession at a customer, what stands for it, and since when that is here; `reason` where nothing does."""

    account: str
    what: str
    value: Decimal
    days_ago: int
    got: str = ""
    whose: str = ""
    due_days_ago: int = 0
    came_days_ago: int | None = None
    reason: str = ""
    allowed_by: str = ""


CURRENCY = "USD"
"""In which everything here is counted."""

ANNS_TERMS = "extend our payment terms from 45 to 90 days"

ORIGINS = (
    Origin(
        ANNS_TERMS,
        EntryKind.BEHIND,
        "Their treasurer. Ann has to explain the exception to him every quarter.",
        "Ann, by phone",
        40,
    ),
    Origin(
        ANNS_TERMS,
        EntryKind.HAPPENED,
        "Treasury set one rule for all raw materials; ours are the only terms below it.",
        "Ann, by phone",
        40,
    ),
)

CASE = (
    CaseWord(
        ANNS_TERMS,
        CasePart.NEED,
        "One rule for all suppliers. 45 days are an exception that Ann defends every quarter.",
    ),
    CaseWord(ANNS_TERMS, CasePart.COSTS, "Interest on 45 more days for four winter cargoes.", value=Decimal(31_000)),
    CaseWord(
        ANNS_TERMS,
        CasePart.GAIN,
        "A yearly forecast by quarter, and the spring cargo without a bid.",
        value=Decimal(40_000),
    ),
    CaseWord(ANNS_TERMS, CasePart.FLOOR, "60 days, and only with the forecast in hand."),
    CaseWord(ANNS_TERMS, CasePart.DECIDES, "Karen", in_working_days=7),
    CaseWord(ANNS_TERMS, CasePart.OBSTACLES, "Finance remembers the cargo that Wabash paid after 140 days."),
    CaseWord(
        ANNS_TERMS, CasePart.STATE, "On Karen's list.", state=CaseState.BEFORE_THOSE_WHO_DECIDE, in_working_days=-2
    ),
)
"""One case in progress: the old request that came with the account is taken up at last."""

CONCESSIONS = (
    Given(
        "Harbor Blast",
        "two more weeks to pay for the spring cargo",
        Decimal(6_200),
        days_ago=140,
        got="their pellet forecast by quarter",
        whose="Maria",
        due_days_ago=100,
        came_days_ago=104,
    ),
    Given(
        "Calumet Plate",
        "a rush cargo in the last week before lay-up",
        Decimal(8_500),
        days_ago=60,
        reason="Their other supplier's vessel was aground, and they had four days of pellets left.",
        allowed_by="Karen",
    ),
)
"""A concession with a return that came, and one that went out for nothing, with its reason."""
