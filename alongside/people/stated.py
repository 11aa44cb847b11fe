"""What tables, cards and people stated about who is who, read once for one pass of identification.

Of tables that may be very long (orders) it reads only which companies they name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.fields.json import KeyTextTransform

from alongside.interactions.live import holding
from alongside.interactions.models import SourceRecord
from alongside.people.domains import company_domain
from alongside.people.models import IdentityDecision
from alongside.vocabulary import IdentityDecisionKind as Kind

NAMES_AN_ACCOUNT = ("contacts", "opportunities", "orders", "awards", "facts", "needs", "suggestions")
"""Tables whose rows name a company in their field `account`."""

READ_WHOLE = ("accounts", "contacts", "cards")
"""Tables whose rows say who is who beyond the company that they name."""


@dataclass(slots=True)
class Stated:
    """Rows of READ_WHOLE by table, newest last; how often each table names each company; and the decisions that hold."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    named: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
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
    for table in READ_WHOLE:
        found.rows[table] = list(rows_of(owner, table))
    named = (
        _holding(owner).filter(table__in=NAMES_AN_ACCOUNT).values_list("table", KeyTextTransform("account", "fields"))
    )
    for table, name, n in named.annotate(n=Count("pk")).order_by():
        if name:
            found.named[table][name] = n
    decisions = IdentityDecision.objects.visible_to(owner).filter(withdrawn_at__isnull=True)
    for row in decisions.order_by("decided_at", "pk"):
        _take(found, row)
    return found


def rows_of(owner: Any, table: str) -> Iterator[dict[str, Any]]:
    """Read the rows of one table that hold, newest last, a few at a time."""
    return _holding(owner).filter(table=table).order_by("pk").values_list("fields", flat=True).iterator()


def _holding(owner: Any) -> "QuerySet[SourceRecord]":
    return holding(SourceRecord.objects.visible_to(owner))


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
