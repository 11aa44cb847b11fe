"""Which rows are in a table file of text (CSV), and of which table are they? Workbooks are read in workbook.py.

The table is recognised by its headings, whatever their case, spaces and signs; other columns are passed over.
Fields, all as strings, only those that have a value (dates YYYY-MM-DD, numbers plain with a point, yes or no):

accounts       name, domain, industry, public_body (yes/no), parent, city, since (date), standing, owner_since (date)
contacts       name, address (mail), phone, title, account, role, reports_to, note
opportunities  name, account, category, stage, value (number), currency, closes_on (date), contact
orders         number, account, customer_id, ordered_on (date), product, product_code, category, quantity (number),
               unit, unit_price (number), value (number), currency, contact, country, cancelled (yes/no)
awards         account, category, decided_on (date), value (number), currency, outcome, route, no_bid_reason, origin,
               first_heard, awarded_by, order_number, on_list (yes/no), listed_since (date), label
activities     account, person, kind (call, meeting, visit, mail, note), happened_on (date), subject, text, by
facts          account, person, topic, value, as_of (date), source, confirmed_by_them (yes/no)
needs          account, person, kind, text, heard_on (date), consequence, rank (number), reviewed_on (date)
suggestions    account, person, text, made_on (date), outcome, before_they_raised_it (yes/no)

standing, role, outcome, route, no_bid_reason, origin, first_heard and kind are values of vocabulary.py. A person
(contact, person, awarded_by, reports_to) is a mail address in lower case where the cell has one, else the name.
What a row must have stands in columns/ (`needs`); a row without it is refused with its line.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from alongside.sources.contract import Read, Refused
from alongside.sources.files import bytes_in, digest_of, not_opened
from alongside.sources.look import look_at
from alongside.sources.plans import Grid, Plan, plan_of, settle
from alongside.sources.readings import AS_RECOGNISED, Readings
from alongside.sources.rows import reads_of
from alongside.sources.sheet import DELIMITERS, Record, encoding_of, is_text, records

ENDINGS = (".csv", ".tsv", ".tab", ".csv.gz", ".tsv.gz")
"""File names that say "table", so that unknown headings get their own sentence."""


class Tables:
    """Rows of accounts, contacts, opportunities, orders, awards, activities, facts, needs and suggestions."""

    kind = "table"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the file is text with headings that are known, or is named as a table."""
        if not head or not is_text(head) or head.startswith((b"PK\x03\x04", b"%PDF")):
            return False
        return path.name.lower().endswith(ENDINGS) or isinstance(plan_of(_grids(path), path.name), Plan)

    def read(self, path: Path, readings: Readings = AS_RECOGNISED) -> Iterator[Read]:
        """Yield every row as a Row or a Refused, in the order of the file."""
        size = bytes_in(path)
        try:
            plan = plan_of(_grids(path), path.name, readings)
            refused = plan if isinstance(plan, Refused) else settle(plan)
            if isinstance(plan, Plan) and not refused:
                yield from reads_of(plan, size, digest_of(path))
            elif refused:
                yield Read(path.name, Refused(path.name, refused.reason), size)
        except OSError as trouble:
            yield Read(path.name, Refused(path.name, not_opened(path.name, trouble)), size)

    def look(self, path: Path, readings: Readings = AS_RECOGNISED) -> Iterator[Read]:
        """Yield how the table would be read, then its rows. Raises OSError."""
        grids = list(_grids(path))
        yield from look_at(plan_of(grids, path.name, readings), grids, size=bytes_in(path), digest=digest_of(path))


def _grids(path: Path) -> Iterator[Grid]:
    """Yield the file as each delimiter would cut it."""
    encoding = encoding_of(path)
    for delimiter in DELIMITERS:
        yield Grid(path.name, path.name, delimiter, partial(_records, path, encoding, delimiter))


def _records(path: Path, encoding: str, delimiter: str, lines: int) -> Iterator[Record]:
    for record in records(path, encoding, delimiter):
        if lines and record.line > lines:
            return
        yield record
