"""Who is who, brought in line with all that was recorded and decided. The outcome is the same in whatever order things came."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from alongside.interactions.models import Address
from alongside.people.companies import Companies, identify_companies
from alongside.people.doubts import raise_doubts
from alongside.people.ourselves import Ourselves, ourselves
from alongside.people.persons import Persons, identify_persons
from alongside.people.stated import stated


@dataclass(frozen=True, slots=True)
class Identified:
    """Who we are, which companies and people there are, and who moved, so that what hangs on them can follow."""

    who: Ourselves
    companies: Companies
    persons: Persons


@transaction.atomic
def identify(owner: Any, *, on: date) -> Identified:
    """Work out companies and people from every address, card, row and decision of this owner. `on` dates new doubts."""
    addresses = list(Address.objects.visible_to(owner).values_list("value", flat=True))
    who, said = ourselves(owner), stated(owner)
    companies = identify_companies(owner, addresses, who, said)
    persons = identify_persons(owner, addresses, who, said, companies)
    companies.changed |= raise_doubts(owner, who, said, companies, persons, on=on)
    return Identified(who, companies, persons)
