"""What do I need to know before I meet this person? One page, to read, to print, or on the phone."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from alongside.judgement.brief import BriefLine
from alongside.people.models import Person
from alongside.standings.brief import brief_about
from alongside.web import clock
from alongside.web.evidence.address import chips


@require_safe
def brief(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show the brief about one person of theirs; every line opens to what it rests on."""
    people = Person.objects.visible_to(request.user).select_related("account")
    person = get_object_or_404(people, pk=person_id, is_ours=False)
    _, as_of = clock.now()
    page = brief_about(person, as_of=as_of)
    if page is None:
        raise Http404(f"{person.name} belongs to no account yet, so there is nothing to prepare.")
    parts = [
        ("Where we stand", _lines(page.stand)),
        ("Open", _lines(page.open)),
        ("Promised", _lines(page.promised)),
        ("What they told us", _lines(page.told)),
        ("Lately", _lines(page.lately)),
    ]
    context = {
        "here": "people",
        "as_of": as_of,
        "person": person,
        "brief": page,
        "meeting": _lines([page.meeting])[0] if page.meeting else None,
        "parts": [part for part in parts if part[1]],
    }
    return render(request, "people/brief.html", context)


def _lines(lines: Iterable[BriefLine]) -> list[dict[str, Any]]:
    return [{"text": line.text, "chips": chips([asdict(e) for e in line.evidence])[:2]} for line in lines]
