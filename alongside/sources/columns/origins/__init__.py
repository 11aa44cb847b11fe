"""What do other programs' exports say in their own way, beyond the headings that stand in the tables themselves?

One module a program. An export is known by headings that only this program writes; most of its columns are read by
the table's own headings, and only what differs stands here: headings that mean something else there (the company in an
export of Odoo is one's own), further headings, and cells that hold more than one thing. The next program gets its
module here and its place in ORIGINS.
"""

from alongside.sources.columns.origins import espocrm, hubspot, odoo, salesforce, twenty
from alongside.sources.columns.origins.origin import Origin

ORIGINS: tuple[Origin, ...] = (*salesforce.EXPORTS, *hubspot.EXPORTS, *espocrm.EXPORTS, *twenty.EXPORTS, *odoo.EXPORTS)


def origin_of(table: str, headings: frozenset[str]) -> Origin | None:
    """Return the program whose export of this table it is, by its plain headings, or None."""
    for origin in ORIGINS:
        if origin.table == table and any(sign <= headings for sign in origin.signs):
            return origin
    return None
