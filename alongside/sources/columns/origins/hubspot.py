"""Exports of HubSpot: an index page's records as CSV or workbook, with the names of what they are associated with."""

import re

from alongside.sources.columns.origins.origin import Origin, signs
from alongside.sources.columns.table import spelt

_PRIMARY = re.compile(r"\s*\(primary\)$", re.I)


def first_of_several(fields: dict[str, str]) -> None:
    """Keep the first of several associated companies or people: they are written "Acme;Beta"."""
    for name in ("account", "contact", "person"):
        if name in fields:
            fields[name] = _PRIMARY.sub("", fields[name].split(";")[0].strip())


EXPORTS = (
    Origin(
        program="HubSpot",
        table="accounts",
        signs=signs("record id", "company owner", "associated contact ids"),
        headings={"standing": spelt(en="lifecycle stage, type")},
    ),
    Origin(
        program="HubSpot",
        table="contacts",
        signs=signs("record id", "contact owner, lifecycle stage", "marketing contact status"),
        headings={"account": spelt(en="company name, primary associated company, associated company")},
        tidy=first_of_several,
    ),
    Origin(
        program="HubSpot",
        table="opportunities",
        signs=signs("record id", "deal owner", "associated contact ids", "quote owner"),
        headings={"account": spelt(en="associated company, associated company (primary), company name")},
        tidy=first_of_several,
    ),
    Origin(
        program="HubSpot",
        table="orders",
        signs=signs("record id"),
        headings={"ordered_on": spelt(en="order date, processed date, create date")},
        tidy=first_of_several,
    ),
    Origin(
        program="HubSpot",
        table="activities",
        signs=signs("record id", "activity assigned to", "activity date, activity type"),
        headings={"happened_on": spelt(en="meeting start time, activity date, create date")},
        tidy=first_of_several,
    ),
)
