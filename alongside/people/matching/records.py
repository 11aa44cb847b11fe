"""What is known of one who may be the same as another: a name in its parts and the values of named fields, all folded. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from alongside.people.matching.spelling import fold


class Field(StrEnum):
    """What two records may be compared by."""

    GIVEN = "given"
    SURNAME = "surname"
    BIRTH = "birth"  # ISO date or eight digits
    CITY = "city"
    STREET = "street"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "email"  # as somebody typed it: it may hold a slip
    ADDRESS = "address"  # as mail came from it: it holds none
    COMPANY = "company"
    NUMBER = "number"  # of a customer, a member, an insurance: given to one person


@dataclass(frozen=True, slots=True)
class Record:
    """One record: several values of a field may be known (two phones); none says nothing."""

    key: str
    given: str
    surname: str
    values: Mapping[Field, tuple[str, ...]]


def record(key: str, *, given: str = "", surname: str = "", **values: str | Iterable[str]) -> Record:
    """Make a record from words as they came; fields are named as in `Field`."""
    known = {
        Field(name): tuple(dict.fromkeys(filter(None, (tidy(Field(name), v) for v in several(value)))))
        for name, value in values.items()
    }
    return Record(key, fold(given), fold(surname), {field: found for field, found in known.items() if found})


def several(value: str | Iterable[str]) -> Iterable[str]:
    """Let one word stand for a list of one."""
    return [value] if isinstance(value, str) else value


def tidy(field: Field, value: str) -> str:
    """Bring a value into the form in which it is compared."""
    if field in (Field.EMAIL, Field.ADDRESS):
        return value.strip().lower()
    if field in (Field.PHONE, Field.BIRTH):
        return "".join(c for c in value if c.isdigit())
    return fold(value)
