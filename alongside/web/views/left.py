"""Has this person left the customer? A person says so, and may take it back."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from alongside.people.left import say_is_there, say_left
from alongside.people.models import Person
from alongside.pipeline import judge_one
from alongside.web import clock


@require_POST
def left(request: HttpRequest, person_id: int) -> HttpResponse:
    """Keep that somebody left, on the day that is said or today; or that they are still there."""
    person = get_object_or_404(Person.objects.visible_to(request.user).select_related("account"), pk=person_id)
    at, as_of = clock.now()
    if "undo" in request.POST:
        say_is_there(person, at=at)
        messages.success(request, f"Taken back: {person.name} is there.")
    elif (on := _day(request, as_of)) is None:
        messages.error(request, "That is no day up to today. Choose the day on which they left, or leave it empty.")
        return redirect("person", person.pk)
    else:
        say_left(person, on, by=request.user, at=at)
        messages.success(request, f"Kept: {person.name} has left. Nobody is asked to write to them any more.")
    if person.account:
        judge_one(person.account, as_of=as_of)
    return redirect("person", person.pk)


def _day(request: HttpRequest, as_of: date) -> date | None:
    try:
        on = forms.DateField(required=False).clean(request.POST.get("left_on", "")) or as_of
    except forms.ValidationError:
        return None
    return on if isinstance(on, date) and on <= as_of else None
