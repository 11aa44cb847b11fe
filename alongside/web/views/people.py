"""Whom do we know, where are they, and when did we last speak?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from alongside.answers.people import SORTS, people_page
from alongside.web import clock
from alongside.web.rows.choices import Choice, choice

LABELS = {"touch": "latest touch", "name": "name"}


@require_safe
@vary_on_headers("HX-Request")
def people(request: HttpRequest) -> HttpResponse:
    """Show a page of the people, found by name, company, title or address."""
    now, as_of = clock.now()
    everybody = request.GET.get("who") == "everybody"
    sort = request.GET.get("sort", "") if request.GET.get("sort") in SORTS else "touch"
    sort = "name" if everybody else sort
    words = request.GET.get("q", "").strip()[:100]
    after = request.GET.get("after", "")
    rows, more = people_page(request.user, words=words, sort=sort, everybody=everybody, after=after, now=now)
    context = {
        "here": "people",
        "as_of": as_of,
        "rows": rows,
        "words": words,
        "everybody": everybody,
        "sort": sort,
        "more": f"{reverse('people')}?{urlencode(_query(request, after=more))}" if more else "",
        "sorts": _sorts(request, sort, everybody=everybody),
        "whose": _whose(request, everybody=everybody),
    }
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "people/list.html", context)
    return render(request, "people/_rows.html" if after else "people/_found.html", context)


def _sorts(request: HttpRequest, sort: str, *, everybody: bool) -> list[Choice]:
    if everybody:
        return []
    return [choice(label, "", _query(request, sort=name), is_on=sort == name) for name, label in LABELS.items()]


def _whose(request: HttpRequest, *, everybody: bool) -> list[Choice]:
    return [
        choice("those we know", "", _query(request, who=""), is_on=not everybody),
        choice("everybody, with desks and senders", "", _query(request, who="everybody"), is_on=everybody),
    ]


def _query(request: HttpRequest, **changed: str) -> dict[str, str]:
    """Give what was asked for with something changed, from the top of the list again."""
    kept = {name: value for name in ("q", "sort", "who") if (value := request.GET.get(name, ""))}
    return {name: value for name, value in {**kept, **changed}.items() if value}
