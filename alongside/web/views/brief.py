"""What do I need to know before I meet this person? One page, to read, to print, or on the phone."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from alongside.judgement.brief import BriefLine
from alongside.people.models import Person
from alongside.standings.brief import brief_about
from alongside.standings.models import Standing
from alongside.web import clock
from alongside.web.evidence.address import chips
from alongside.web.evidence.shown import Chip

OF_A_PERSON = ("tie", "presence", "responsiveness")
"""Measures that are found about a person, in the order of the brief."""

CHIPS_SHOWN = 1
"""Pieces of evidence beside a line; the drawer names all. Unit: pieces."""


@require_safe
def brief(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show the brief about one person of theirs; every line opens to what it rests on."""
    people = Person.objects.visible_to(request.user).select_related("account__judged")
    person = get_object_or_404(people, pk=person_id, is_ours=False)
    _, as_of = clock.now()
    page = brief_about(person, as_of=as_of)
    if page is None:
        raise Http404(f"{person.name} belongs to no account yet, so there is nothing to prepare.")
    parts = [
        ("Where we stand", _judged(person, _lines(page.stand))),
        ("Open", _lines(page.open)),
        ("Promised", _lines(page.promised)),
        ("Planned together", _lines(page.planned)),
        ("What they told us", [_with_topic(line) for line in _lines(page.told)]),
        ("Lately", _lines(page.lately)),
    ]
    context = {
        "here": "people",
        "as_of": as_of,
        "person": person,
        "brief": page,
        "meeting": _lines([page.meeting])[0] if page.meeting else None,
        "note_about": {"value": f"person:{person.pk}", "name": person.name},
        "parts": [part for part in parts if part[1]],
    }
    return render(request, "people/brief.html", context)


def _lines(lines: Iterable[BriefLine]) -> list[dict[str, Any]]:
    """Let each line open what it rests on first; the rest stands beside it."""
    return [_line(line.text, chips([asdict(e) for e in line.evidence])) for line in lines]


def _line(text: str, rests_on: list[Chip]) -> dict[str, Any]:
    why, href = (rests_on[0].why, rests_on[0].href) if rests_on else ("", "")
    return {"topic": "", "text": text, "why": why, "href": href, "chips": rests_on[:CHIPS_SHOWN]}


def _judged(person: Person, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Let what was judged open its whole finding: the account's level, and what was found about this person."""
    standing: Standing | None = getattr(person.account, "judged", None)
    stored = standing.findings if standing else {}
    own = [(measure, each) for measure in OF_A_PERSON for each in stored.get(measure, []) if _is_about(each, person)]
    found = [("level", each) for each in stored.get("level", [])[:1]] + own
    addresses = {each["reason"]: _address(person, measure, each["subject"]) for measure, each in reversed(found)}
    return [{**line, "why": addresses.get(line["text"], line["why"])} for line in lines]


def _is_about(finding: dict[str, Any], person: Person) -> bool:
    return bool(finding["subject"] == f"person:{person.pk}")


def _address(person: Person, measure: str, subject: str) -> str:
    return f"{reverse('why-finding', args=[person.account_id, measure])}?{urlencode({'about': subject})}"


def _with_topic(line: dict[str, Any]) -> dict[str, Any]:
    """Part "family: Daughter Emily left for college" into the topic and what was said of it."""
    topic, colon, said = line["text"].partition(": ")
    return {**line, "topic": topic, "text": said} if colon else line
