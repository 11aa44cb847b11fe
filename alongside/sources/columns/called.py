"""What is a field called when somebody is told of it?"""

_LABELS = {
    "account": "company",
    "customer_id": "customer number",
    "address": "mail address",
    "domain": "domain or website",
    "ordered_on": "order date",
    "decided_on": "decision date",
    "closes_on": "closing date",
    "happened_on": "day",
    "heard_on": "day heard",
    "made_on": "day made",
    "as_of": "day learnt",
}
"""Fields that people call otherwise than the code."""


def called(field: str) -> str:
    """Name a field of a table in plain words."""
    return _LABELS.get(field, field.replace("_", " "))
