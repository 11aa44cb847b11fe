"""What does a row of a table speak of, so that a later row about the same is known as its correction?

Pure. Which of two rows holds is decided in holding.py; who a company is, in people/.
"""

from collections.abc import Mapping

from alongside.people.domains import name_key

THINGS = frozenset({"accounts", "contacts", "opportunities"})
"""Tables whose rows describe something that lasts: a later row adds to what the earlier said, and holds where both speak."""

_NAMED_BY = {
    "activities": ("person", "kind", "happened_on", "subject"),
    "facts": ("person", "topic", "as_of"),
    "needs": ("person", "heard_on", "text"),
    "suggestions": ("person", "made_on", "text"),
}
"""The fields that name what happened at a company, by table; the others may be corrected."""

Subject = tuple[str, ...]


def subject_of(table: str, fields: Mapping[str, str]) -> Subject:
    """Name what a row speaks of; () for a row that nothing can correct, because it does not say enough."""
    company = name_key(fields.get("account", ""))
    if table == "accounts":
        return _first(name_key(fields.get("name", "")), fields.get("domain", "").lower())
    if table == "contacts":
        name = fields.get("name", "").casefold()
        return _first(fields.get("address", ""), f"{name} @ {company}" if name else "")
    if table == "opportunities":
        return (company, fields.get("name", "").casefold())
    if table == "orders":
        return _order_line(company, fields)
    if table == "awards":
        return _award(company, fields)
    named_by = _NAMED_BY.get(table)
    return (company, *(fields.get(each, "") for each in named_by)) if named_by else ()


def _first(*names: str) -> Subject:
    found = next(filter(None, names), "")
    return (found,) if found else ()


def _order_line(company: str, fields: Mapping[str, str]) -> Subject:
    """Name a line by number, day and product; a row with a number and no product is the whole order.

    The day belongs to it: frames are called off month after month under one number, and none of them may be lost.
    """
    number, day = fields.get("number", ""), fields.get("ordered_on", "")
    product = (fields.get("product_code") or fields.get("product", "")).casefold()
    return (company, number) if number and not product else (company, number, day, product)


def _award(company: str, fields: Mapping[str, str]) -> Subject:
    if number := fields.get("order_number", ""):
        return (company, "order", number)
    return (company, *(fields.get(each, "") for each in ("category", "decided_on", "label")))
