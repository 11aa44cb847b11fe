"""Exports of Twenty: CSV with one column for each part of a field ("Name / First Name", "Emails / Primary Email").

It names a company by Twenty's own number only ("Company Id") unless "Company / Name" was chosen for the export.
"""

from alongside.sources.columns.origins.origin import Origin, signs
from alongside.sources.columns.table import spelt

EXPORTS = (
    Origin(program="Twenty", table="accounts", signs=signs("domain name / link url", "domain name / primary link url")),
    Origin(
        program="Twenty",
        table="contacts",
        signs=signs("name / first name", "emails / primary email"),
        headings={"account": spelt(en="company / name")},
    ),
    Origin(
        program="Twenty",
        table="opportunities",
        signs=signs("amount / amount", "amount / amount micros", "point of contact id"),
        headings={
            "account": spelt(en="company / name"),
            "contact": spelt(en="point of contact / emails / primary email"),
        },
    ),
)
