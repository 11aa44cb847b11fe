"""Where do all accounts stand on the ladder, how did each move lately, and why?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.judgement.words import count, joined, number, sentence
from alongside.vocabulary import RelationshipLevel
from alongside.web import clock
from alongside.web.pictures.history import axis
from alongside.web.rows.book import MONTHS_SHOWN, BookRow, book_rows, by_level, customers_and_prospects

ACCOUNTS_SHOWN = 300
"""Accounts in the book, the highest levels first. Unit: accounts; the list of accounts shows all."""

VIEWS: Mapping[str, tuple[str, Callable[[BookRow], bool]]] = {
    "": ("every account", lambda row: True),
    "moved": ("moved", lambda row: bool(row.moved)),
    "risk": ("level at risk", lambda row: row.is_at_risk),
    "one": ("hangs on one person", lambda row: row.is_on_one_person),
}
"""What the book can be narrowed to, in the order of the page: the word in the address, its label, and which rows it keeps."""


@dataclass(frozen=True, slots=True)
class Choice:
    label: str
    href: str
    count: int
    is_on: bool


@require_safe
def book(request: HttpRequest) -> HttpResponse:
    """Show every customer and prospect by level, each with the level of its main category month by month."""
    _, as_of = clock.now()
    chosen = request.GET.get("show", "")
    chosen = chosen if chosen in VIEWS else ""
    rows = book_rows(request.user, as_of=as_of, most=ACCOUNTS_SHOWN)
    levels = customers_and_prospects(request.user).order_by().values_list("level").annotate(n=Count("pk"))
    in_all = dict(levels.values_list("level", "n"))
    context = {
        "here": "book",
        "as_of": as_of,
        "lead": _lead(in_all, rows),
        "groups": by_level(row for row in rows if VIEWS[chosen][1](row)),
        "choices": _choices(rows, chosen),
        "axis": axis(until=as_of, months=MONTHS_SHOWN),
        "any": bool(rows),
        "beyond": sum(in_all.values()) - len(rows),
    }
    return render(request, "book/book.html", context)


def _lead(in_all: Mapping[str, int], rows: Sequence[BookRow]) -> str:
    """Say how many stand where, and how many moved lately: "Three partners. Two accounts moved up and one down lately." """
    held = [count(in_all[level], level.label) for level in reversed(RelationshipLevel) if in_all.get(level)]
    down = sum(row.moved_lately and row.went_down for row in rows)
    up = sum(row.moved_lately and not row.went_down for row in rows)
    moved = [f"{count(up, 'account')} moved up"] if up else []
    moved += [f"{number(down)} down" if up else f"{count(down, 'account')} moved down"] if down else []
    return " ".join(sentence(part) for part in (joined(held), f"{joined(moved)} lately" if moved else "") if part)


def _choices(rows: Sequence[BookRow], chosen: str) -> list[Choice]:
    """Offer what is there: a view that keeps nothing is left out, unless it is the one that was chosen."""
    counted = [(key, label, sum(map(keeps, rows))) for key, (label, keeps) in VIEWS.items()]
    return [
        Choice(label, f"?show={key}" if key else "?", n, key == chosen)
        for key, label, n in counted
        if n or key == chosen
    ]
