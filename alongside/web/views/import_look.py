"""What would an import bring, and is it read rightly? Asked before anything of it is written."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from alongside.intake.begin import abandon, asked_for, begin, look_again
from alongside.intake.look import in_all, is_anything, is_open
from alongside.intake.models import Import, TableReading
from alongside.intake.remembered import readings_for
from alongside.web import clock
from alongside.web.rows.look import begin_words, others_shown, readings_in, tables_shown


def look_context(run: Import) -> dict[str, Any]:
    """Give what the page shows of a look."""
    return {
        "tables": tables_shown(run.seen, readings_for(run)),
        "others": others_shown(run.seen),
        "beside": run.seen.get("refused", []),
        "all": in_all(run.seen),
        "begin_words": begin_words(run.seen),
        "is_open": is_open(run.seen),
        "is_anything": is_anything(run.seen),
    }


@require_POST
def answer(request: HttpRequest, import_id: int) -> HttpResponse:
    """Take a person's word: read it so and look again, bring it in, or leave it. Choices that were not seen yet are looked at first."""
    run = get_object_or_404(Import.objects.visible_to(request.user), pk=import_id)
    at, _ = clock.now()
    if request.POST.get("say") == "leave":
        abandon(run)
        return redirect("imports")
    readings = readings_in(request.POST.dict(), run.seen, readings_for(run))
    if request.POST.get("say") == "begin" and not asked_for(run, readings):
        begin(run, at=at)
    else:
        look_again(run, readings)
    return redirect("import", run.pk)


@require_POST
def forget(request: HttpRequest, reading_id: int) -> HttpResponse:
    """Forget how tables with certain headings are read; the next one is recognised as ever."""
    get_object_or_404(TableReading.objects.visible_to(request.user), pk=reading_id).delete()
    return redirect("imports")
