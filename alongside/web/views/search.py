"""Where does this word stand in people, accounts and mail?"""

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from alongside.search.find_words import CONTEXT_CHARACTERS, Hit, Results, in_context
from alongside.search.find_words import search as find
from alongside.search.words import Query, read_query
from alongside.vocabulary import InteractionKind
from alongside.web import clock
from alongside.web.templatetags.words import sentence

LONGEST_QUERY = 200
"""So much of what was typed is looked for. Unit: characters."""

_QUOTE_MARKS = re.compile(r"(?:(?<=\s)|^)(?:>+\s?)+")


@dataclass(frozen=True, slots=True)
class Line:
    """A hit as it is shown: the subject and the words around the match, each cut at the match."""

    hit: Hit
    href: str
    subject: tuple[str, str, str]
    before: str
    after: str


@require_safe
@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponse:
    """Show who and what holds the words: companies, people, then mails and notes, the newest first."""
    text = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    older = request.GET.get("older", "")
    _, as_of = clock.now()
    query = read_query(text)
    found = find(request.user, text, older=older)
    context = {"here": "search", "as_of": as_of, "text": text, **_shown(found, query, text)}
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "search/search.html", context)
    return render(request, "search/_hits.html" if older else "search/_found.html", context)


def _shown(found: Results, query: Query, text: str) -> dict[str, Any]:
    return {
        "accounts": found.accounts,
        "people": found.people,
        "lines": [_line(hit, query) for hit in found.hits],
        "older": f"{reverse('search')}?{urlencode({'q': text, 'older': found.older})}" if found.older else "",
        "is_cut": found.is_cut,
        "is_empty": not (found.accounts or found.people or found.hits),
    }


def _line(hit: Hit, query: Query) -> Line:
    subject = " ".join(hit.subject.split()) or sentence(InteractionKind(hit.kind).label)
    return Line(
        hit=hit,
        href=reverse("interaction", args=[hit.interaction_id]),
        subject=in_context(subject, query),
        before=_QUOTE_MARKS.sub(" ", hit.before),
        after=_whole_words(_QUOTE_MARKS.sub(" ", hit.after)),
    )


def _whole_words(after: str) -> str:
    """End the words behind a hit at a word, not within one."""
    if len(after) < CONTEXT_CHARACTERS - 10 or " " not in after:
        return after
    return after.rpartition(" ")[0] + " …"
