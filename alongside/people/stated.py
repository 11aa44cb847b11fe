"""What tables, cards and people stated about who is who, read once for one pass of identification."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from alongside.interactions.live import holding
from alongside.interactions.models import SourceRecord
from alongside.people.domains import company_domain
from alongside.people.models import IdentityDecision
from alongside.vocabulary import IdentityDecisionKind as Kind

NAMES_AN_ACCOUNT = ("contacts", "opportunities", "orders", "awards", "facts", "needs", "suggestions")
"""Tables whose rows name a company in their field `account`."""


@dataclass(slots=True)
class Stated:
    """Rows by table, newest last, and the decisions that hold."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    same_person: set[tuple[str, str]] = field(default_factory=set)
    other_person: set[tuple[str, str]] = field(default_factory=set)
    same_account: set[tuple[str, str]] = field(default_factory=set)
    other_account: set[tuple[str, str]] = field(default_factory=set)
    values: dict[tuple[str, str], str] = field(default_factory=dict)  # (kind, subject) -> value

    def value(self, kind: Kind, subjects: list[str]) -> str:
        """Give the decided value for the first of these subjects that has one."""
        return next((v for s in subjects if (v := self.values.get((kind.value, s), ""))), "")


def stated(owner: Any) -> Stated:
    """Load all that was stated by this owner's tables, cards and decisions."""
    found = Stated()
    for table, fields in (
        holding(SourceRecord.objects.visible_to(owner)).order_by("pk").values_list("table", "fields").iterator()
    ):
        found.rows[table].append(fields)
    decisions = IdentityDecision.objects.visible_to(owner).filter(withdrawn_at__isnull=True)
    for row in decisions.order_by("decided_at", "pk"):
        _take(found, row)
    return found


def _take(found: Stated, row: IdentityDecision) -> None:
    pair = (min(row.subject, row.other), max(row.subject, row.other))
    sets = {
        Kind.SAME_PERSON: (found.same_person, found.other_person),
        Kind.OTHER_PERSON: (found.other_person, found.same_person),
        Kind.SAME_ACCOUNT: (found.same_account, found.other_account),
        Kind.OTHER_ACCOUNT: (found.other_account, found.same_account),
    }
    if row.kind in sets:
        holds, lapses = sets[Kind(row.kind)]
        holds.add(pair)
        lapses.discard(pair)
    elif row.kind not in (Kind.OURS, Kind.NOT_OURS):
        found.values[(row.kind, row.subject)] = row.value


def domain_of(address: str) -> str:
    """Give the company domain of an address, "" for free-mail."""
    return company_domain(address.rpartition("@")[2])
