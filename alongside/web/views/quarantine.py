"""One refused item: why, and what it is, shown as text or bytes and never as what it claims to be; tried again or let go."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from alongside.intake.models import Import, RefusedItem
from alongside.intake.quarantine import ask_to_try, can_be_tried, let_go, whole
from alongside.sources.as_bytes import hex_lines, text_of
from alongside.web.views.interaction import DOWNLOAD_POLICY

TRIED_AT_ONCE = 1000
"""Items tried again by one press of the button. Unit: items."""


@require_safe
def one(request: HttpRequest, import_id: int, refused_id: int) -> HttpResponse:
    """Show a refused item: where it stood, why it was not taken, and its beginning."""
    item = _item(request, import_id, refused_id)
    content = whole(item)
    text = text_of(content)
    context = {
        "here": "imports",
        "item": item,
        "run": item.brought_by,
        "text": text,
        "lines": hex_lines(content) if text is None else [],
        "is_kept": bool(content),
        "can_be_tried": can_be_tried(item) and item.brought_by.undone_at is None,
    }
    return render(request, "imports/refused.html", context)


@require_safe
def raw(request: HttpRequest, import_id: int, refused_id: int) -> HttpResponse:
    """Give the raw item as a download, under a name of ours."""
    item = _item(request, import_id, refused_id)
    content = whole(item)
    if not content:
        raise Http404("Of this item only the reason is kept.")
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="refused-{item.pk}.bin"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = DOWNLOAD_POLICY
    return answer


@require_POST
def try_one(request: HttpRequest, import_id: int, refused_id: int) -> HttpResponse:
    """Ask for one item to be tried again; the worker does it."""
    item = _item(request, import_id, refused_id)
    if ask_to_try(request.user, [item]):
        messages.success(request, "It is being tried again, with more time and memory.")
    return redirect("refused-item", import_id, item.pk)


@require_POST
def try_all(request: HttpRequest, import_id: int) -> HttpResponse:
    """Ask for everything that an import refused to be tried again."""
    run = get_object_or_404(Import.objects.visible_to(request.user), pk=import_id)
    items = RefusedItem.objects.visible_to(request.user).filter(brought_by=run).select_related("brought_by")
    asked = ask_to_try(request.user, list(items.order_by("pk").defer("raw")[:TRIED_AT_ONCE]))
    if asked:
        messages.success(request, "They are being tried again, with more time and memory.")
    return redirect("import", run.pk)


@require_POST
def forget(request: HttpRequest, import_id: int, refused_id: int) -> HttpResponse:
    """Let an item go for good."""
    item = _item(request, import_id, refused_id)
    let_go(item)
    messages.success(request, f"{item.where} is let go.")
    return redirect("import", import_id)


def _item(request: HttpRequest, import_id: int, refused_id: int) -> Any:
    items = RefusedItem.objects.visible_to(request.user).select_related("brought_by")
    return get_object_or_404(items, pk=refused_id, brought_by=import_id)
