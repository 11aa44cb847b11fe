"""What stands in the tables that the user exports? Writes the CSV files whose column names bind the reader."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from io import StringIO

from alongside.demo.companies import COMPANIES, Company, company
from alongside.demo.days import months_before, working_day
from alongside.demo.deals import CATEGORY_NAMES, Deal
from alongside.demo.knowledge import FACTS, NEEDS, OPPORTUNITIES, SUGGESTIONS, rows
from alongside.demo.people import THEIR_PEOPLE, Somebody, somebody
from alongside.vocabulary import AwardOutcome, NoBidReason

COLUMNS: dict[str, str] = {
    "accounts": "name domain industry public_body parent city since standing owner_since",
    "contacts": "name address phone title account role reports_to note",
    "opportunities": "name account category stage value currency closes_on contact",
    "orders": "number account ordered_on product category quantity unit unit_price value currency contact",
    "awards": "account category decided_on value currency outcome route no_bid_reason origin first_heard awarded_by "
    "order_number on_list listed_since label",
    "facts": "account person topic value as_of source confirmed_by_them",
    "needs": "account person kind text heard_on consequence rank reviewed_on",
    "suggestions": "account person text made_on outcome before_they_raised_it",
}
"""The columns of each table, in order."""

LISTED_SINCE_DAYS = {
    ("national", "pellets"): 700,
    ("calumet", "pellets"): 640,
    ("dri", "DR pellets"): 610,
    ("keystone", "lump ore"): 560,
    ("harbor", "pellets"): 3000,
    ("erie", "pellets"): 2500,
}
"""Days before as_of since which we are on the customer's list of suppliers for a product, where that is documented."""

NOT_IN_THE_TABLE = ("trent", "vera")
"""People whom the user has met only in the mail."""

PRODUCTS = {
    "pellets": "Fluxed pellets",
    "lump ore": "Lump ore 10-30 mm",
    "fines": "Taconite fines",
    "DR pellets": "DR grade pellets",
}


def tables(book: tuple[Deal, ...], *, as_of: date) -> dict[str, bytes]:
    """Write every table, by its file name."""
    made: dict[str, list[dict[str, str]]] = {
        "accounts": [_account(each, as_of) for each in COMPANIES],
        "contacts": [_contact(each) for each in THEIR_PEOPLE if each.key not in NOT_IN_THE_TABLE],
        "opportunities": [_opportunity(row, as_of) for row in rows(OPPORTUNITIES)],
        "orders": [_order(deal) for deal in book if deal.number],
        "awards": [_award(deal, as_of) for deal in book if not deal.is_pending],
        "facts": [_fact(row, as_of) for row in rows(FACTS)],
        "needs": [_need(row, as_of) for row in rows(NEEDS)],
        "suggestions": [_suggestion(row, as_of) for row in rows(SUGGESTIONS)],
    }
    return {f"{name}.csv": _csv(COLUMNS[name].split(), kept) for name, kept in made.items()}


def _csv(columns: list[str], kept: Iterable[Mapping[str, str]]) -> bytes:
    out = StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(kept)
    return out.getvalue().encode()


def _account(each: Company, as_of: date) -> dict[str, str]:
    is_prospect = each.level == "prospect"
    return {
        "name": each.name,
        "domain": each.domain,
        "industry": each.industry,
        "public_body": "yes" if each.public_body else "no",
        "parent": company(each.parent).name if each.parent else "",
        "city": each.city,
        "since": "" if is_prospect else date(as_of.year - each.years_with_us, 4, 1).isoformat(),
        "standing": "prospect" if is_prospect else "customer",
        "owner_since": months_before(as_of, each.owner_months).isoformat(),
    }


def _contact(each: Somebody) -> dict[str, str]:
    return {
        "name": each.name,
        "address": each.address,
        "phone": each.phone,
        "title": "" if each.former_title else each.title,
        "account": each.company.name,
        "role": each.role if each.key in _ROLES_SET else "",
        "reports_to": somebody(each.reports_to).name if each.reports_to else "",
        "note": each.note,
    }


_ROLES_SET = frozenset(
    [
        "joe",
        "ann",
        "beth",
        "maria",
        "stan",
        "laura",
        "pete",
        "bill",
        "grace",
        "ed",
        "nora",
        "omar",
        "ellen",
        "johns",
        "raj",
        "feldman",
        "tina",
        "hank",
        "becky",
        "cliff",
        "marcus",
        "renee",
        "keith",
        "sofia",
        "gwen",
        "frank",
        "dale",
        "terry",
        "walt",
        "rose",
        "norm",
        "janet",
        "mikko",
        "carla",
        "doug",
        "paula",
        "victor",
        "lisa",
    ]
)
"""People whose role the user has set; the others are to be guessed from their title."""


def _opportunity(row: list[str], as_of: date) -> dict[str, str]:
    account, name, category, stage, value, days, contact = row
    return {
        "name": name,
        "account": company(account).name,
        "category": category,
        "stage": stage,
        "value": value,
        "currency": "USD",
        "closes_on": (as_of + timedelta(days=int(days))).isoformat(),
        "contact": somebody(contact).name,
    }


def _order(deal: Deal) -> dict[str, str]:
    return {
        "number": deal.number,
        "account": deal.account.name,
        "ordered_on": deal.decided_on.isoformat(),
        "product": PRODUCTS[deal.category],
        "category": CATEGORY_NAMES[deal.category],
        "quantity": str(deal.tonnes),
        "unit": "t",
        "unit_price": str(deal.unit_price),
        "value": str(deal.value),
        "currency": "USD",
        "contact": deal.decided_by.name,
    }


def _award(deal: Deal, as_of: date) -> dict[str, str]:
    listed = LISTED_SINCE_DAYS.get((deal.account.key, deal.category))
    won = deal.outcome is AwardOutcome.WON
    return {
        "account": deal.account.name,
        "category": CATEGORY_NAMES[deal.category],
        "decided_on": deal.decided_on.isoformat(),
        "value": str(deal.value),
        "currency": "USD",
        "outcome": deal.outcome.value,
        "route": deal.route.value,
        "no_bid_reason": NoBidReason.RELATIONSHIP.value if deal.is_direct else "",
        "origin": deal.origin.value,
        "first_heard": deal.first_heard.value,
        "awarded_by": deal.decided_by.name,
        "order_number": deal.number,
        "on_list": "yes" if listed else "no",
        "listed_since": working_day(as_of - timedelta(days=listed)).isoformat() if listed else "",
        "label": f"{deal.tonnes:,} t {deal.category}{'' if won else ', lost'}",
    }


def _fact(row: list[str], as_of: date) -> dict[str, str]:
    account, person, topic, value, days, source, *confirmed = row
    return {
        "account": company(account).name,
        "person": somebody(person).name if person else "",
        "topic": topic,
        "value": value,
        "as_of": _back(as_of, days),
        "source": source,
        "confirmed_by_them": "yes" if confirmed else "no",
    }


def _need(row: list[str], as_of: date) -> dict[str, str]:
    account, person, kind, text, days, consequence, rank, reviewed = [*row, "", "", ""][:8]
    return {
        "account": company(account).name,
        "person": somebody(person).name,
        "kind": kind,
        "text": text,
        "heard_on": _back(as_of, days),
        "consequence": consequence,
        "rank": rank,
        "reviewed_on": _back(as_of, reviewed) if reviewed else "",
    }


def _suggestion(row: list[str], as_of: date) -> dict[str, str]:
    account, person, text, days, outcome, *before = row
    return {
        "account": company(account).name,
        "person": somebody(person).name,
        "text": text,
        "made_on": _back(as_of, days),
        "outcome": outcome,
        "before_they_raised_it": "yes" if "yes" in before else "no",
    }


def _back(as_of: date, days: str) -> str:
    return (as_of - timedelta(days=int(days))).isoformat()
