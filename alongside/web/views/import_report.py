"""What became of every item of an import? As a list by outcome, as a table, and the refused rows to be mended."""

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from alongside.intake.mend import lines_of, to_mend
from alongside.intake.models import Import, ImportedTable
from alongside.intake.report import report_rows
from alongside.web import clock
from alongside.web.rows.choices import choice
from alongside.web.rows.imported import counts, first_outcome, in_all, items_page


@require_safe
@vary_on_headers("HX-Request")
def items(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show a page of the items of one outcome."""
    run = get_object_or_404(Import.objects.visible_to(request.user), pk=import_id)
    _, as_of = clock.now()
    outcomes = [name for name, _, _ in counts(run)]
    shown = request.GET.get("show", "")
    shown = shown if shown in outcomes else first_outcome(run)
    rows, more = items_page(request.user, run, outcome=shown, after=request.GET.get("after", ""))
    address = reverse("import-items", args=[run.pk])
    context = {
        "here": "imports",
        "as_of": as_of,
        "run": run,
        "rows": rows,
        "in_all": in_all(run),
        "shown": shown,
        "more": f"{address}?{urlencode({'show': shown, 'after': more})}" if more else "",
        "choices": [
            choice(label, "", {"show": name}, is_on=name == shown, count=n) for name, label, n in counts(run) if n
        ],
    }
    is_part = request.htmx and "after" in request.GET  # type: ignore[attr-defined]
    return render(request, "imports/_items.html" if is_part else "imports/items.html", context)


@require_safe
def report(request: HttpRequest, import_id: int) -> StreamingHttpResponse:
    """Give the report of every item as a table."""
    run = get_object_or_404(Import.objects.visible_to(request.user), pk=import_id)
    return _table(lines_of(report_rows(run)), f"import-{run.pk}.csv")


@require_safe
def mend(request: HttpRequest, import_id: int, table_id: int) -> StreamingHttpResponse:
    """Give the refused rows of one table as they came, each with its reason."""
    table = get_object_or_404(ImportedTable.objects.visible_to(request.user), pk=table_id, brought_by=import_id)
    return _table(to_mend(table), f"to-mend-{table.pk}.csv")


def _table(lines: Any, name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
