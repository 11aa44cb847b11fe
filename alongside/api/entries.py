"""How is something entered by hand that no reader found: the same form as on the page, filled by a program."""

from typing import Any

from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import account_of, person_of
from alongside.api.problems import ProblemError, refuse, refuse_field
from alongside.entering.byhand import keep_entered
from alongside.entering.entries import KINDS
from alongside.entering.whom import Whom, said
from alongside.people.models import Person
from alongside.sightings.models import Sighting


def somebody(request: Asked, number: int, *, field: str = "person_id") -> Person:
    """Find somebody of theirs whom an entry is about; whoever is not there is told as a fault of the field."""
    try:
        person = person_of(request, number)
    except ProblemError as trouble:
        refuse_field(field, trouble.detail)
    if person.is_ours:
        refuse_field(field, f"{person.name} is one of us. Name whom of theirs it is about.")
    return person


def enter_said(request: Asked, what: str, person_id: int, fields: dict[str, Any]) -> Sighting:
    """Enter something that was said, of the kind that the page calls `what`."""
    person = somebody(request, person_id)
    found = enter(request, what, Whom(person=person, account=person.account, name=said(person)), fields)
    assert found is not None  # what was said becomes a finding; only rows of the books do not
    return found


def enter(request: Asked, what: str, meant: Whom, fields: dict[str, Any]) -> Sighting | None:
    """Enter one thing of any kind. Raises ProblemError with the form's own sentences."""
    kind = KINDS[what]
    at, as_of = clock.now()
    form = kind.form({name: value for name, value in fields.items() if value is not None}, today=as_of)
    unknown = [name for name in fields if name not in form.fields]
    if unknown:
        refuse_field(unknown[0], f"{kind.label.capitalize()} has no such field. There are: {', '.join(form.fields)}.")
    if not form.is_valid():
        refuse(form)
    sent = request.headers.get("Idempotency-Key", "") or at.isoformat()
    return keep_entered(kind, form, meant, by=request.user, at=at, as_of=as_of, sent=sent)


def whom(request: Asked, person_id: int | None, account_id: int | None) -> Whom:
    """Find whom an entry is about: somebody, or an account as a whole."""
    if person_id is not None:
        person = somebody(request, person_id)
        return Whom(person=person, account=person.account, name=said(person))
    if account_id is None:
        refuse_field("person_id", "Say whom it is about: `person_id`, or `account_id` for a row of the books.")
    try:
        account = account_of(request, account_id)
    except ProblemError as trouble:
        refuse_field("account_id", trouble.detail)
    return Whom(account=account, name=account.name)
