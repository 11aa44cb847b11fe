"""Exports of Salesforce: reports as CSV or workbook, and the weekly data export with its field names.

The data export names companies and people by Salesforce's own numbers only (AccountId); a report names them.
"""

from alongside.sources.columns.origins.origin import Origin, signs
from alongside.sources.columns.table import spelt

EXPORTS = (
    Origin(
        program="Salesforce",
        table="accounts",
        signs=signs("account owner", "billing street", "billing state/province", "master record id", "account site"),
        headings={"standing": spelt(en="type")},
    ),
    Origin(
        program="Salesforce",
        table="opportunities",
        signs=signs("opportunity owner", "fiscal period", "stage name, is won", "quote number", "forecast category"),
        headings={"name": spelt(en="opportunity name")},
        passed_over=frozenset(spelt(en="status, expected revenue")),
    ),
    Origin(
        program="Salesforce",
        table="orders",
        signs=signs("order start date", "order product number", "effective date, account id", "activated date"),
        headings={
            "number": spelt(en="order number"),
            "product": spelt(en="product name, product: product name"),
            "value": spelt(en="total price, order amount, total amount"),
        },
        passed_over=frozenset(spelt(en="description, account id, order id")),
    ),
    Origin(
        program="Salesforce",
        table="activities",
        signs=signs("full comments", "company / account", "activity date, task subtype", "assigned, subject"),
        headings={"kind": spelt(en="activity type, call type, task subtype, type")},
    ),
)
