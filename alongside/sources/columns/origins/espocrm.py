"""Exports of EspoCRM: CSV under its field names (accountName), workbooks under its labels."""

from alongside.sources.columns.origins.origin import Origin, signs
from alongside.sources.columns.table import spelt

_OWN = ("assigned user name", "assigned user id", "assigned user", "email address is opted out", "stream updated at")

EXPORTS = (
    Origin(
        program="EspoCRM",
        table="accounts",
        signs=signs(*_OWN, "billing address city", "sic code"),
        headings={"standing": spelt(en="type", de="Typ", es="Tipo")},
    ),
    Origin(program="EspoCRM", table="contacts", signs=signs(*_OWN), headings={"name": spelt(en="name")}),
    Origin(program="EspoCRM", table="opportunities", signs=signs(*_OWN), headings={"name": spelt(en="name")}),
    Origin(
        program="EspoCRM",
        table="activities",
        signs=signs("date start", *_OWN),
        headings={"account": spelt(en="account name, account"), "subject": spelt(en="name")},
    ),
)
