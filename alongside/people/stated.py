"""What tables, cards and people stated about who is who, read once for one pass of identification.

Of tables that may be very long (orders) it reads only which companies they name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.fields.json import KeyTextTransform

from alongside.interactions.live import holding
from alongside.interactions.models import SourceRecord
from alongside.people.domains import company_domain
from alongside.people.models import IdentityDecision
from alongside.sources.readings import OWN_FIELD
from alongside.vocabulary import IdentityDecisionKind as Kind

NAMES_AN_ACCOUNT = ("contacts", "opportunities", "orders", "awards", "facts", "needs", "suggestions", "activities")
"""Tables whose rows name a company in their field `account`."""

READ_WHOLE = ("accounts", "contacts", "cards")
"""Tables whose rows say who is who beyond the company that they name."""


@dataclass(slots=True)
class Stated:
    """Rows of READ_WHOLE by table, newest last; how often each table names each company; and the decisions that hold.

    `about_people` and `about_companies` are pairs of handles and whether they are one, the newest word first; `parents` maps the
    handle of a part to that of the whole; `values` holds what was decided of one handle. A number is the place in the order of deciding.
    """

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    named: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    spoken_of: list[tuple[str, str]] = field(default_factory=list)  # person and company in tables of what took place
    about_people: list[tuple[str, str, bool]] = field(default_factory=list)
    about_companies: list[tuple[str, str, bool]] = field(default_factory=list)
    parents: dict[str, tuple[int, str]] = field(default_factory=dict)
    values: dict[str, dict[str, tuple[int, str]]] = field(default_factory=lambda: defaultdict(dict))

    def value(self, kind: Kind, subjects: Iterable[str]) -> str | None:
        """Give what was decided last of any of these subjects; None where nobody decided anything."""
        decided = self.values.get(kind.value)
        if not decided:
            return None
        words = [decided[subject] for subject in subjects if subject in decided]
        return max(words)[1] if words else None


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
    found.spoken_of = _spoken_of(owner)
    decisions = IdentityDecision.objects.visible_to(owner).filter(withdrawn_at__isnull=True)
    columns = ("kind", "subject", "other", "value")
    for order, row in enumerate(decisions.order_by("decided_at", "pk").values_list(*columns)):
        _take(found, order, *row)
    found.about_people.reverse()
    found.about_companies.reverse()
    return found


def _spoken_of(owner: Any) -> list[tuple[str, str]]:
    """Load whom tables of what took place name without an address, each once."""
    rows = _holding(owner).filter(table="activities")
    pairs = rows.values_list(KeyTextTransform("person", "fields"), KeyTextTransform("account", "fields")).distinct()
    return sorted((person, account) for person, account in pairs if person and account and "@" not in person)


def rows_of(owner: Any, table: str) -> Iterator[dict[str, Any]]:
    """Read the rows of one table that hold, newest last, a few at a time."""
    return _holding(owner).filter(table=table).order_by("pk").values_list("fields", flat=True).iterator()


def own_fields(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Gather the fields of one's own that rows fill, by heading; the newest word holds."""
    beginning = OWN_FIELD.format("")
    return {k.removeprefix(beginning): v for row in rows for k, v in row.items() if k.startswith(beginning) and v}


def _holding(owner: Any) -> "QuerySet[SourceRecord]":
    return holding(SourceRecord.objects.visible_to(owner))


def _take(found: Stated, order: int, kind: str, subject: str, other: str, value: str) -> None:
    if kind in (Kind.SAME_PERSON, Kind.OTHER_PERSON):
        found.about_people.append((subject, other, kind == Kind.SAME_PERSON))
    elif kind in (Kind.SAME_ACCOUNT, Kind.OTHER_ACCOUNT):
        found.about_companies.append((subject, other, kind == Kind.SAME_ACCOUNT))
    elif kind == Kind.PART_OF:
        found.about_companies.append((subject, other, False))
        found.parents[subject] = (order, other)
    elif kind not in (Kind.OURS, Kind.NOT_OURS):
        found.values[kind][subject] = (order, value)


def domain_of(address: str) -> str:
    """Give the company domain of an address, "" for free-mail."""
    return company_domain(address.rpartition("@")[2])
