"""By what are refused rows known that come back mended, and what guards their cells against being taken for formulas?"""

import re
from collections.abc import Iterable

WHY_REFUSED = "Why it was refused {}"
"""Heading of the column that refused rows are given back with, completed by "(table 12)": it is passed over when they return."""

FORMULA_SIGNS = "=+-@＝＋－＠\t\r"
"""What a spreadsheet begins a formula with; exports put an apostrophe before it."""

_HEADING = re.compile(WHY_REFUSED.format(r"\(table (\d{1,9})\)"))


def amends(headings: Iterable[str]) -> int:
    """Return the number of the table whose refused rows these are, by the heading of the column that says why; 0 for none."""
    found = filter(None, map(_HEADING.fullmatch, headings))
    return next((int(each[1]) for each in found), 0)


def unguarded(text: str) -> str:
    """Drop the sign that exports put before what a spreadsheet would take for a formula ("'+49 30 1234")."""
    return text[1:].strip() if text[:1] in ("'", "\u200d") and text[1:2] and text[1] in FORMULA_SIGNS else text
