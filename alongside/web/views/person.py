"""Who is this person to us, and what has passed between us?"""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from alongside import pipeline
from alongside.people.identify import identify
from alongside.people.left import left_word
from alongside.people.models import Person
from alongside.people.role import leave_roles, say_roles
from alongside.standings.models import Standing
from alongside.vocabulary import StakeholderRole
from alongside.web import clock
from alongside.web.evidence import of_finding
from alongside.web.rows import events, matters
from alongside.web.rows import person as rows

KINDS = ("", "mail", "meeting", "call", "note")
"""What a person's timeline can be narrowed to."""


@require_safe
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show who somebody is, what we know, how close we are, what is open, and what passed between us."""
    shown = _person(request, person_id)
    if shown.merged_into_id:
        return redirect("person", shown.merged_into_id)
    now, as_of = clock.now()
    standing: Standing | None = getattr(shown.account, "judged", None)
    tie = rows.judged(standing, "tie", shown)
    context = {
        "here": "people",
        "as_of": as_of,
        "person": shown,
        "note_about": None if shown.is_ours else {"value": f"person:{shown.pk}", "name": shown.name},
        **_who(request.user, shown),
        "left_on": date.fromisoformat(shown.left) if shown.left else None,  # type: ignore[attr-defined]
        "known": rows.known(request.user, shown),
        "tie": rows.tie_of(standing, shown),
        "tie_judged": tie,
        "presence": rows.judged(standing, "presence", shown),
        "open_matters": _open(request.user, shown, as_of),
        "why": of_finding.why(tie.finding, about=shown.name) if tie else None,
        **_happened(request, shown, now),
    }
    return render(request, "people/person.html", context)


@require_safe
@vary_on_headers("HX-Request")
def timeline(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show a part of what happened: the next older page, or another kind."""
    shown = _person(request, person_id)
    now, as_of = clock.now()
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{reverse('person', args=[shown.pk])}?{request.GET.urlencode()}")
    template = "_ui/timeline.html" if request.GET.get("before") else "accounts/_happened.html"
    return render(request, template, {"as_of": as_of, **_happened(request, shown, now)})


@require_POST
def role(request: HttpRequest, person_id: int) -> HttpResponse:
    """Take a person's word on which part somebody plays; without any, the title is asked again."""
    shown = _person(request, person_id)
    at, as_of = clock.now()
    said = [StakeholderRole(word) for word in request.POST.getlist("role") if word in list(StakeholderRole)]
    if said and "guess" not in request.POST:
        say_roles(shown, said, by=request.user, at=at)
    else:
        leave_roles(shown, by=request.user, at=at)
        identify(shown.owner, on=as_of)
    if shown.account:
        pipeline.judge_one(shown.account, as_of=as_of)
    if not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, f"Kept: the part that {shown.name} plays.")
        return redirect("person", shown.pk)
    return render(request, "people/_role.html", {"as_of": as_of, **_roles(_person(request, person_id))})


def _person(request: HttpRequest, person_id: int) -> Person:
    people = (
        Person.objects.visible_to(request.user)
        .select_related("account__judged")
        .annotate(left=left_word(), **rows.signed_with())
    )
    found: Person = get_object_or_404(people, pk=person_id)
    return found


def _who(user: Any, shown: Person) -> dict[str, Any]:
    phone = rows.phone_in_words(shown.phone) if shown.phone else ""
    return {"addresses": rows.addresses(user, shown), "phone": phone, "jobs": rows.jobs(user, shown), **_roles(shown)}


def _roles(shown: Person) -> dict[str, Any]:
    listed, is_guessed = rows.roles(shown)
    return {"person": shown, "roles": listed, "roles_guessed": is_guessed, "roles_in_words": rows.in_words(listed)}


def _open(user: Any, shown: Person, as_of: date) -> list[matters.Matter]:
    if shown.is_ours:
        return []
    return matters.open_matters(
        user, None, as_of=as_of, yours_since=None, person_id=shown.pk, most=2 * matters.MOST_READ
    )[0]


def _happened(request: HttpRequest, shown: Person, now: datetime) -> dict[str, Any]:
    kind = request.GET.get("kind", "")
    address = reverse("person-timeline", args=[shown.pk])
    page = events.person_page(
        request.user, shown.pk, kind=kind, before=request.GET.get("before", ""), now=now, address=address
    )
    return {"events": page.events, "older": page.older, "filters": events.filters(kind, address, of=KINDS)}
