"""What was brought in, how far is it, and what was refused and why?"""

from datetime import datetime
from itertools import chain
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.intake.kept import kept_when_undone
from alongside.intake.mend import lines_of, mendable
from alongside.intake.models import Import, ImportedTable, RefusedItem, TableReading
from alongside.intake.quarantine import can_be_tried
from alongside.intake.uploads import keep_uploads
from alongside.judgement.words import count
from alongside.people.models import Account, Doubt
from alongside.vocabulary import AccountStanding, ImportState
from alongside.web import clock
from alongside.web.templatetags.words import sentence
from alongside.web.views.import_look import look_context

LATEST_SHOWN = 30
"""Imports in the list. Unit: imports."""

REFUSALS_SHOWN = 20
"""Refused items on the page; the report has all. Unit: items."""

TABLES_SHOWN = 5
"""Tables whose refused rows are offered to be mended. Unit: tables; each costs a question to the database."""

UNDER_WAY = (
    ImportState.TO_LOOK,
    ImportState.LOOKING,
    ImportState.WAITING,
    ImportState.RUNNING,
    ImportState.TO_UNDO,
    ImportState.TO_BRING_BACK,
)
"""States in which the worker has something to do; the page asks again until it is done."""

STAGES = {
    ImportState.TO_LOOK: "Looking at what is in it; nothing is written yet",
    ImportState.LOOKING: "Looking at what is in it; nothing is written yet",
    ImportState.WAITING: "Waiting to begin",
    ImportState.TO_UNDO: "Undoing it, and working everything out without it",
    ImportState.TO_BRING_BACK: "Bringing it back, and working everything out with it",
}
"""What the page says before and beside the reading."""

BEFORE = {
    ImportState.LOOKED: "waits for your word before anything is written",
    ImportState.ABANDONED: "left before anything was written",
}
"""What the list says of imports that brought nothing yet."""

STEPS = {
    "reading": "Reading the files",
    "people and companies": "Who is who",
    "what was said": "What was asked, promised and told",
    "jobs and ledgers": "Requests, promises and awards",
    "where we stand": "Where we stand with each",
}
"""The steps of an import in their order, and what the page calls them."""

KINDS = {
    "mail": ("mail", "mails"),
    "meeting": ("meeting", "meetings"),
    "call": ("call", "calls"),
    "visit": ("visit", "visits"),
    "note": ("note", "notes"),
    "meeting_replies": ("answer to an invitation", "answers to invitations"),
    "cards": ("contact card", "contact cards"),
    "accounts": ("account", "accounts"),
    "contacts": ("contact", "contacts"),
    "opportunities": ("opportunity", "opportunities"),
    "orders": ("order line", "order lines"),
    "awards": ("award", "awards"),
    "activities": ("call, meeting or note", "calls, meetings and notes"),
    "facts": ("fact", "facts"),
    "needs": ("need", "needs"),
    "suggestions": ("suggestion", "suggestions"),
}
"""What an import counts, in the order and words of its report."""


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Take files that the browser sends, and list what was brought in before."""
    trouble = ""
    if request.method == "POST":
        files = request.FILES.getlist("files")
        if files:
            at, _ = clock.now()
            return redirect("import", keep_uploads(files, owner=request.user, at=at).pk)
        trouble = "No file was chosen. Choose one or several, or a whole folder, and bring them in again."
    rows = Import.objects.visible_to(request.user).order_by("-pk")[:LATEST_SHOWN]
    context = {
        "here": "imports",
        "readings": TableReading.objects.visible_to(request.user).order_by("-said_at")[:LATEST_SHOWN],
        "runs": [_line(run) for run in rows],
        "trouble": trouble,
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    }
    return render(request, "imports/imports.html", context, status=400 if trouble else 200)


@require_safe
def one(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show one import: how far it is, then its report. Asks for itself again while it runs."""
    run = get_object_or_404(Import.objects.visible_to(request.user), pk=import_id)
    at, _ = clock.now()
    refusals = RefusedItem.objects.visible_to(request.user).filter(brought_by=run).order_by("pk").defer("raw")
    shown_refusals = list(refusals[:REFUSALS_SHOWN])
    context = {
        "here": "imports",
        "run": run,
        "progress": _progress(run, at),
        "steps": _steps(run),
        "is_under_way": run.state in UNDER_WAY,
        "came": _came(run),
        "refusals": shown_refusals,
        "can_try": run.state == ImportState.DONE and any(map(can_be_tried, shown_refusals)),
        "to_mend": _to_mend(request.user, run) if run.refused else [],
        "more_refused": max(0, run.refused - REFUSALS_SHOWN),
        "next": _next(request.user) if run.state == ImportState.DONE else [],
    }
    if run.state == ImportState.LOOKED:
        context |= look_context(run)
    template = "imports/_import.html" if request.htmx else "imports/import.html"  # type: ignore[attr-defined]
    return render(request, template, context)


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, import_id: int) -> HttpResponse:
    """Say what stays when an import is undone; asked to, have it undone as a whole or brought back by the worker."""
    run = get_object_or_404(Import.objects.visible_to(request.user), pk=import_id)
    if request.method != "POST":
        tables = list(run.tables.order_by("pk").values_list("name", flat=True)[:TABLES_SHOWN])
        context = {"here": "imports", "run": run, "tables": tables, "kept": kept_when_undone(run)}
        return render(request, "imports/undo.html", context)
    asked = {ImportState.DONE: ImportState.TO_UNDO, ImportState.FAILED: ImportState.TO_UNDO}
    asked[ImportState.UNDONE] = ImportState.TO_BRING_BACK
    if run.state in asked:
        seen = run.seen | {"kept": kept_when_undone(run)} if run.state != ImportState.UNDONE else run.seen
        Import.objects.filter(pk=run.pk, state=run.state).update(state=asked[ImportState(run.state)], seen=seen)
    return redirect("import", run.pk)


@require_safe
def refused(request: HttpRequest, import_id: int) -> StreamingHttpResponse:
    """Give every refused item of an import with its reason, as a table."""
    run = get_object_or_404(Import.objects.visible_to(request.user), pk=import_id)
    rows = RefusedItem.objects.visible_to(request.user).filter(brought_by=run).order_by("pk")
    lines = (list(row) for row in rows.values_list("where", "reason").iterator())
    answer = StreamingHttpResponse(
        lines_of(chain([["where", "reason"]], lines)), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="refused-{run.pk}.csv"'
    return answer


def _to_mend(user: Any, run: Import) -> list[tuple[ImportedTable, int]]:
    """Give the tables with refused rows that can be mended, and how many."""
    tables = ImportedTable.objects.visible_to(user).filter(brought_by=run, refusals__isnull=False).distinct()
    return [(table, n) for table in tables.order_by("pk")[:TABLES_SHOWN] if (n := mendable(table).count())]


def _line(run: Import) -> dict[str, Any]:
    return {"run": run, "came": BEFORE.get(ImportState(run.state), "") or _came(run), "state": run.get_state_display()}


def _came(run: Import) -> str:
    """Say what was new: "3,012 mails, 61 meetings and 14 accounts"."""
    parts = [count(run.by_kind[kind], *words) for kind, words in KINDS.items() if run.by_kind.get(kind)]
    if not parts:
        return "nothing new"
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]


def _progress(run: Import, at: datetime) -> dict[str, Any]:
    seconds = max(0.1, (at - run.started_at).total_seconds())
    items = run.recorded + run.known + run.refused
    if run.state in STAGES:
        done, total = (run.bytes_done, run.bytes_total) if run.state == ImportState.LOOKING else (0, 0)
        return {"label": STAGES[ImportState(run.state)], "done": done, "total": total, "words": ""}
    step, _, words = run.stage.partition(": ")
    reading = step in ("", "reading")
    done, total = (run.bytes_done, run.bytes_total) if reading else _part(words)
    return {
        "label": STEPS.get(step or "reading", sentence(step)),
        "done": done,
        "total": total,
        "words": words or f"{items:,} items",
        "rate": f"{items / seconds:,.0f} a second" if reading and items else "",
        "remaining": _remaining(run, seconds) if reading else "",
    }


def _part(words: str) -> tuple[int, int]:
    """Read "1,500 of 2,789" back into numbers; 0 of 0 where a step does not say how far it is."""
    done, _, total = words.replace(",", "").partition(" of ")
    return (int(done), int(total)) if done.isdecimal() and total.isdecimal() else (0, 0)


def _steps(run: Import) -> list[tuple[str, str]]:
    """Say of every step of an import whether it is done, under way or ahead; [] while nothing is read."""
    if run.state != ImportState.RUNNING:
        return []
    now = run.stage.partition(":")[0] or "reading"
    at = list(STEPS).index(now) if now in STEPS else 0
    return [(said, "done" if n < at else "now" if n == at else "ahead") for n, said in enumerate(STEPS.values())]


def _next(user: Any) -> list[dict[str, str]]:
    """Lead on from an import: to the companies that nobody has sorted, and to the questions that only a person answers."""
    unsorted = (
        Account.objects.visible_to(user).filter(standing=AccountStanding.UNSORTED, merged_into__isnull=True).count()
    )
    doubts = Doubt.objects.visible_to(user).filter(verdict="").count()
    leads = [
        (unsorted, "company to sort", "companies to sort", "Which of them are customers? One key each.", "unsorted"),
        (doubts, "question about who is who", "questions about who is who", "Only you can answer.", "doubts"),
    ]
    places = {"unsorted": f"{reverse('accounts')}?show=unsorted", "doubts": reverse("doubts")}
    return [
        {"say": sentence(count(n, one, many)), "more": more, "href": places[place]}
        for n, one, many, more, place in leads
        if n
    ]


def _remaining(run: Import, seconds: float) -> str:
    if not run.bytes_done or run.bytes_done >= run.bytes_total:
        return ""
    left = seconds * (run.bytes_total - run.bytes_done) / run.bytes_done
    if left < 90:
        return f"about {max(5, round(left / 5) * 5)} seconds left"
    return f"about {count(round(left / 60), 'minute')} left"
