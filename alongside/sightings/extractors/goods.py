"""Which goods, how much of them, in which unit, does a sentence name?"""

import re
from typing import NamedTuple

LONGEST_NAME_WORDS = 7
"""Words of a product's name that are kept."""


class Goods(NamedTuple):
    """What is named, each "" when it is not: `quantity` in figures without separators, `unit` and `products` as written."""

    quantity: str
    unit: str
    products: str

    def detail(self) -> dict[str, str]:
        """Give the details quantity, unit and products."""
        return {"quantity": self.quantity, "unit": self.unit, "products": self.products}


_UNITS = (
    r"metric tonnes|metric tons|m/t|mt|tonnes?|tons?|dmt|kt|t|kg|kilos?|lbs?|g|m3|m²|m2|cbm|metres?|meters?|km|mm|m|litres?|liters?|l|gallons?|barrels?|bbls?"
    r"|pieces?|pcs\.?|units?|sets?|pairs?|boxes|box|cartons?|pallets?|bags?|big bags|drums?|rolls?|sheets?|containers?|truckloads?|trucks?|loads?|cargo(?:es)?"
    r"|shipments?|lots?|dozen|ea|hours?|licen[cs]es?|seats?|copies"
)
_NUMBER = r"(?<![\w.,/#-])(?P<number>\d{1,3}(?:[, ]\d{3})+|\d{1,3}(?:\.\d{3})+(?!\d)|\d{1,9})(?P<decimals>[.,]\d{1,2})?(?P<kilo> ?k\b)?(?![\d/%:-])"
_QUANTITY = re.compile(rf"{_NUMBER}(?: |-)?(?:x )?(?P<unit>{_UNITS})(?![\w'])", re.I)
_COUNT = re.compile(rf"{_NUMBER}(?: x)? (?=[a-z])", re.I)
_END_OF_NAME = re.compile(
    r"[,;:.!?(–—\n]| - |\b(?:by|before|until|no later|for (?:delivery|shipment|use|your|our|the|a|an|this|next|your)|from|to|at|in|on|as|and (?:we|i|please|also|could|can|let|confirm|send|the price|delivery)"
    r"|with|that|which|who|if|when|so|but|because|per|delivered|ex works|fob|cif|cfr|dap|dated|under|according|based|this|next|today|tomorrow|asap|is|are|was|were|will|has|have|please|since|within|and|or you|against|we|i|you)\b",
    re.I,
)
_FRONT = re.compile(
    r"^(?:(?:of|for|on|the|a|an|some|our|your|following|these|those|this|more|additional|another|further|new|supply|supplying|delivery|purchase|provision|about|approximately|approx\.?|around|up to|at least|all) )+",
    re.I,
)
_NO_PRODUCT = re.compile(
    r"^(?:it|this|that|them|these|those|items?|following|business|project|contract|order|job|work|tender|rfq|rfp|rfi|quote|quotation|offer|price|prices|attached|enclosed|below|same|you|us|me|we|i|him|her|your|our|review|consideration|award|information|reference|records?|approval|"
    r"purchase order|po|time|day|week|month|year|(?:\d+ )?(?:days?|weeks?|months?|years?|hours?)|now|free|sure|example|use|several|each|both|nothing|more)$",
    re.I,
)


def goods_in(text: str, start: int, end: int) -> Goods:
    """Read the goods named in text[start:end]: the first quantity with its unit, and what it is a quantity of."""
    stretch = " ".join(text[start:end].split())
    measured = _QUANTITY.search(stretch)
    if measured:
        return Goods(_figures(measured), measured["unit"], product_after(stretch, measured.end()))
    counted = _COUNT.search(stretch)
    if counted and not counted["decimals"]:
        product = product_after(stretch, counted.end())
        if product and product.split()[0].lower() not in _MONTHS:
            return Goods(_figures(counted), "", product)
    return Goods("", "", product_after(stretch, 0))


_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec days weeks"
    " months years hours minutes % percent am pm".split()
)


def product_after(stretch: str, at: int) -> str:
    """Give the name of the goods that begins at `at`, without "of", "the"; "" when what stands there is no name of goods."""
    rest = stretch[at : at + 200].strip()
    rest = _FRONT.sub("", rest + " ").strip()
    stop = _END_OF_NAME.search(rest)
    name = (rest[: stop.start()] if stop else rest).strip(" \"'“”*")
    name = " ".join(name.split()[:LONGEST_NAME_WORDS])
    return "" if _NO_PRODUCT.match(name) or len(name) < 2 or name.isdigit() else name


def _figures(number: re.Match[str]) -> str:
    whole = re.sub(r"\D", "", number["number"])
    decimals = (number["decimals"] or "").replace(",", ".")
    if number["kilo"]:
        return str(round(float(whole + decimals) * 1000))
    return whole + decimals
