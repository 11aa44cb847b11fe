"""Exports of Odoo: labels ("Order Lines/Product") or field names ("order_line/product_id").

Companies and people are one list there, told apart by "Is a Company". A customer may read "Company, Person". The
company of a row is one's own. The lines of an order stand below it, with the order's own columns left empty.
"""

import re

from alongside.sources.columns.origins.origin import Origin, signs
from alongside.sources.columns.table import spelt

_CODE_AND_NAME = re.compile(r"\[(?P<code>[^\]]{1,60})\]\s*(?P<name>.+)")
_COMPANY_AND_PERSON = re.compile(r"(?P<company>.+), (?P<person>[^\W\d]['’.\w-]*(?: [^\W\d]['’.\w-]*)+)")
_OWN_COMPANY = frozenset(spelt(en="company, company id"))
_ITS_PEOPLE = ("salesperson, activities", "is a company", "is company", "related company", "job position, salesperson")


def apart(fields: dict[str, str]) -> None:
    """Take "Company, Person" apart; a legal form after the comma ("Acme, Inc.") is one word and stays."""
    found = _COMPANY_AND_PERSON.fullmatch(fields.get("account", ""))
    if found:
        fields["account"] = found["company"]
        fields.setdefault("contact", found["person"])


def tidy_order(fields: dict[str, str]) -> None:
    """Take customers and "[CODE] Product" apart."""
    apart(fields)
    found = _CODE_AND_NAME.fullmatch(fields.get("product", ""))
    if found:
        fields["product"] = found["name"]
        fields.setdefault("product_code", found["code"])


def tidy_person(fields: dict[str, str]) -> None:
    """Drop the company in front of a display name ("Acme, Ann Lee")."""
    found = _COMPANY_AND_PERSON.fullmatch(fields.get("name", ""))
    if found:
        fields.setdefault("account", found["company"])
        if fields["account"] == found["company"]:
            fields["name"] = found["person"]


EXPORTS = (
    Origin(
        program="Odoo",
        table="contacts",
        signs=signs(*_ITS_PEOPLE),
        headings={
            "account": spelt(
                en="related company, related company / name, related company / display name, parent_id, parent_id/name, "
                "parent_name, company name"
            ),
            "name": spelt(en="name, display name, complete name"),
        },
        passed_over=_OWN_COMPANY,
        companies_if=spelt(en="is a company")[0],
        tidy=tidy_person,
    ),
    Origin(
        program="Odoo",
        table="accounts",
        signs=signs(*_ITS_PEOPLE),
        headings={
            "name": spelt(en="name, display name, complete name"),
            "parent": spelt(en="related company, parent_id"),
        },
        passed_over=_OWN_COMPANY,
    ),
    Origin(
        program="Odoo",
        table="opportunities",
        signs=signs("expected closing", "salesperson, expected revenue", "expected_revenue, stage_id", "date_deadline"),
        headings={
            "name": spelt(en="opportunity, name"),
            "account": spelt(en="customer, partner_id, company name, partner_name"),
            "stage": spelt(en="stage, stage_id"),
            "closes_on": spelt(en="expected closing, date_deadline"),
            "contact": spelt(en="contact name, contact_name, email, email_from"),
        },
        passed_over=_OWN_COMPANY,
        tidy=apart,
    ),
    Origin(
        program="Odoo",
        table="orders",
        signs=signs("order reference", "date_order", "order lines / product", "order_line/product_id"),
        headings={
            "number": spelt(en="order reference, name"),
            "account": spelt(en="customer, partner_id"),
            "ordered_on": spelt(en="order date, date_order, creation date, create_date"),
            "product": spelt(
                en="order lines / product, order_line/product_id, order_line/product_id/name, order lines / description, "
                "order_line/name"
            ),
            "quantity": spelt(en="order lines / quantity, order_line/product_uom_qty"),
            "unit": spelt(en="order lines / unit of measure, order lines / unit, order_line/product_uom"),
            "unit_price": spelt(en="order lines / unit price, order_line/price_unit"),
            "value": spelt(
                en="order lines / subtotal, order_line/price_subtotal, untaxed amount, amount_untaxed, total, amount_total"
            ),
            "currency": spelt(en="currency, currency_id"),
        },
        passed_over=_OWN_COMPANY,
        carried=frozenset({"number", "account", "ordered_on", "currency", "contact"}),
        tidy=tidy_order,
    ),
    Origin(
        program="Odoo",
        table="activities",
        signs=signs("activity type, document name", "activity_type_id", "meeting subject"),
        headings={
            "account": spelt(en="document name, res_name"),
            "kind": spelt(en="activity type, activity_type_id"),
            "subject": spelt(en="meeting subject, summary"),
        },
        passed_over=_OWN_COMPANY,
    ),
)
