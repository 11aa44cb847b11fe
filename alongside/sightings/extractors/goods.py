"""Which goods, how much of them, in which unit, does a sentence name?"""

import re
from typing import NamedTuple

NAME_WORDS = 7
"""Words of a product's name that are kept."""

NAME_CHARS = 200
"""Characters in which a product's name is looked for."""


class Goods(NamedTuple):
    """What is named, each "" when it is not: `quantity` in figures without separators, `unit` and `products` as written."""

    quantity: str
    unit: str
    products: str

    def detail(self) -> dict[str, str]:
        """Give the details quantity, unit and products."""
        return {"quantity": self.quantity, "unit": self.unit, "products": self.products}

    def said(self, before: str) -> str:
        """Say "a quotation for 500 t pellets", or what stands before alone when nothing is named."""
        amount = " ".join(filter(None, (self.quantity, self.unit, self.products)))
        return f"{before} for {amount}" if amount else before


_UNITS = (
    r"metric tonnes|metric tons|m/t|mt|tonnes?|tons?|dmt|kt|t|kg|kilos?|lbs?|g|m3|m²|m2|cbm|metres?|meters?|km|mm|m|litres?|liters?|l|gallons?"
    r"|barrels?|bbls?|pieces?|pcs\.?|units?|sets?|pairs?|boxes|box|cartons?|pallets?|bags?|big bags|drums?|rolls?|sheets?|containers?"
    r"|truckloads?|trucks?|loads?|cargo(?:es)?|shipments?|lots?|dozen|ea|nos?\.?|off|gal|cubic (?:metres?|meters?|yards?)|square (?:metres?|meters?|feet)|sqm|sq ?ft|cases?|kits?|crates?|cans?|bottles?|packs?|pallet loads|reels?|coils?|bundles?|feet|ft|yards?|hours?|licen[cs]es?|seats?|copies"
)
_NUMBER = r"(?<![\w.,/#-])(?P<number>\d{1,3}(?:[, ]\d{3})+|\d{1,3}(?:\.\d{3})+(?!\d)|\d{1,9})(?P<decimals>[.,]\d{1,2})?(?P<kilo> ?k\b)?(?![\d/%:-])"
_QUANTITY = re.compile(rf"{_NUMBER}[ -]?(?:x )?(?P<unit>{_UNITS})(?![\w'-])", re.I)
_COUNT = re.compile(rf"{_NUMBER}(?: x)? (?=[a-z])", re.I)
_NOT_COUNTED = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov
    dec days weeks months years minutes percent am pm""".split()
)
_NAME_ENDS = re.compile(
    r"[,;:.!?(–—\n]| - |\b(?:by|before|until|no later|for (?:delivery|shipment|use|your|our|the|a|an|this|next)|from|to|at|in|on|as|and (?:we"
    r"|i|please|also|could|can|let|confirm|send|the price|delivery)|with|that|which|who|if|when|so|but|because|per|delivered|ex works|fob|cif"
    r"|cfr|dap|dated|under|according|based|this|next|today|tomorrow|asap|is|are|was|were|will|has|have|please|since|within|or you|against|we"
    r"|i|you|closes?|attached|enclosed|cost|costs|covers?|of \d)\b",
    re.I,
)
_FRONT = re.compile(
    r"^(?:(?:of|for|on|the|a|an|some|our|your|following|these|those|this|more|additional|another|further|new|supply|supplying|delivery"
    r"|purchase|provision|about|approximately|approx\.?|around|up to|at least|all|annual|yearly|covering) )+",
    re.I,
)
_NO_PRODUCT = re.compile(
    r"^(?:it|this|that|them|these|those|items?|following|business|project|contract|order|job|work|tender|rfq|rfp|rfi|quote|quotation|offer"
    r"|prices?|attached|enclosed|below|same|you|us|me|we|i|him|her|your|our|review|consideration|award|information|reference|records?"
    r"|approval|purchase order|po|time|day|week|month|year|(?:\d+ )?(?:days?|weeks?|months?|years?|hours?)|now|free|sure|example|use|several"
    r"|each|both|nothing|more|proposals?|tenders?|quotations?|(?:quotation|proposal|information) .*|20\d\d)$",
    re.I,
)


def goods_in(text: str, start: int, end: int) -> Goods:
    """Read the goods named in text[start:end]: the first quantity with its unit, and what it is a quantity of."""
    stretch = " ".join(text[start:end].split())
    measured = _QUANTITY.search(stretch)
    if measured:
        return Goods(_figures(measured), measured["unit"], _product(stretch, measured.end()))
    counted = _COUNT.search(stretch)
    product = _product(stretch, counted.end()) if counted and not counted["decimals"] else ""
    if counted and product and product.split()[0].lower() not in _NOT_COUNTED:
        return Goods(_figures(counted), "", product)
    return Goods("", "", _product(stretch, 0))


def _product(stretch: str, at: int) -> str:
    """Give the name of the goods that begins at `at`; "" when what stands there is no name of goods."""
    rest = _FRONT.sub("", stretch[at : at + NAME_CHARS].strip() + " ").strip()
    stop = _NAME_ENDS.search(rest)
    name = " ".join((rest[: stop.start()] if stop else rest).strip(" \"'“”*").split()[:NAME_WORDS])
    return "" if len(name) < 2 or name.isdigit() or _NO_PRODUCT.match(name) else name


def _figures(number: re.Match[str]) -> str:
    whole = re.sub(r"\D", "", number["number"])
    decimals = (number["decimals"] or "").replace(",", ".")
    return str(round(float(whole + decimals) * 1000)) if number["kilo"] else whole + decimals
