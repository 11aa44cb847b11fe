"""Where does this word stand in people, companies, files and mail?"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from alongside.search.find import COUNTED, RANKED, Hit
from alongside.search.find import search as find
from alongside.search.read import LONGEST, OPERATORS
from alongside.search.sentence import Segment
from alongside.search.suggest import Suggestion, suggest
from alongside.vocabulary import InteractionKind
from alongside.web import clock
from alongside.web.templatetags.words import sentence

BEST = "best"
"""The value of `order` that puts the best first; everything else is newest first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A hit as it is shown."""

    hit: Hit
    href: str
    subject: list[Segment]


@require_safe
@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponse:
    """Show who and what holds the words: people and companies, files, then mails and notes, the newest or the best first."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    older, best = request.GET.get("older", ""), request.GET.get("order") == BEST
    _, as_of = clock.now()
    found = find(request.user, text, as_of=as_of, best=best, older=older)
    context = {"here": "search", "as_of": as_of, "text": text, "best": best, "found": found, "longest": LONGEST}
    context |= {
        "lines": [_line(hit) for hit in found.hits],
        "older": _address(text, best, older=found.older) if found.older else "",
        "by_time": _address(text, False),
        "by_fit": _address(text, True) if found.query.terms else "",
        "chips": [(chip.label, _address(chip.rest, best)) for chip in found.query.chips],
        "count": f"{COUNTED:,}" if found.is_more else f"{found.count:,}",
        "ranked": f"{RANKED:,}",
        "operators": OPERATORS.items(),
        "suggestions": _suggested(request.user, text, best),
    }
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "search/search.html", context)
    return render(request, "search/_hits.html" if older else "search/_found.html", context)


def _address(text: str, best: bool, **more: str) -> str:
    asked = {"q": text, **({"order": BEST} if best else {}), **more}
    return f"{reverse('search')}?{urlencode(asked)}"


def _suggested(user: Any, text: str, best: bool) -> list[tuple[Suggestion, str]]:
    return [(each, _address(each.query, best)) for each in suggest(user, text)]


def _line(hit: Hit) -> Line:
    return Line(
        hit=hit,
        href=reverse("interaction", args=[hit.interaction_id]),
        subject=hit.subject or [(sentence(InteractionKind(hit.kind).label), False)],
    )
