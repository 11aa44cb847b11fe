"""Who is who, brought in line with all that was recorded and decided. The outcome is the same in whatever order things came."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from alongside.interactions.live import is_anything_withdrawn, live
from alongside.interactions.models import Address, Participant
from alongside.people.companies import Companies, identify_companies
from alongside.people.doubts import raise_doubts
from alongside.people.joining import company_handle
from alongside.people.ourselves import Ourselves, ourselves
from alongside.people.persons import Persons, identify_persons
from alongside.people.stated import stated


@dataclass(frozen=True, slots=True)
class Identified:
    """Who we are, which companies and people there are, and who moved, so that what hangs on them can follow."""

    who: Ourselves
    companies: Companies
    persons: Persons


def _addresses(owner: Any) -> list[str]:
    """List the addresses that somebody bears in a fact that counts."""
    rows = Address.objects.visible_to(owner).exclude(value__startswith=company_handle(""))
    if is_anything_withdrawn(owner):
        borne = live(Participant.objects.filter(address=OuterRef("pk")), through="interaction__")
        rows = rows.filter(Exists(borne))
    return list(rows.values_list("value", flat=True))


@transaction.atomic
def identify(owner: Any, *, on: date, ask: bool = True) -> Identified:
    """Work out companies and people from every address, card, row and decision of this owner. `on` dates new doubts.

    `ask` False leaves the questions to the caller, who knows more when the signatures are read.
    """
    addresses = _addresses(owner)
    who, said = ourselves(owner), stated(owner)
    companies = identify_companies(owner, addresses, who, said)
    persons = identify_persons(owner, addresses, who, said, companies)
    if ask:
        companies.changed |= raise_doubts(owner, who, companies, persons, on=on)
    return Identified(who, companies, persons)
