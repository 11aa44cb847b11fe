"""What came of this promise, of this request? A person's word on it, which holds over what the record seems to show."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from alongside.entering.matters import say_of_promise, say_of_request
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.vocabulary import CommitmentState, RequestState
from alongside.web import clock
from alongside.web.evidence import of_row
from alongside.web.rows.between_us import one_row
from alongside.web.views.why import show


@require_POST
def decide_promise(request: HttpRequest, promise_id: int) -> HttpResponse:
    """Keep what a person says of a promise: kept, not kept, withdrawn, or open again."""
    promise = get_object_or_404(Commitment.objects.visible_to(request.user).select_related("account"), pk=promise_id)
    if request.POST.get("state") not in list(CommitmentState):
        raise Http404("That is nothing that can be said of a promise.")
    at, as_of = clock.now()
    say_of_promise(promise, CommitmentState(request.POST["state"]), by=request.user, at=at, as_of=as_of)
    return _followed(request, "commitment", promise.pk)


@require_POST
def decide_asked(request: HttpRequest, request_id: int) -> HttpResponse:
    """Keep what a person says of a request: answered, closed, or open again."""
    asked = get_object_or_404(Request.objects.visible_to(request.user).select_related("account"), pk=request_id)
    if request.POST.get("state") not in list(RequestState):
        raise Http404("That is nothing that can be said of a request.")
    at, as_of = clock.now()
    say_of_request(asked, RequestState(request.POST["state"]), by=request.user, at=at, as_of=as_of)
    return _followed(request, "request", asked.pk)


def _followed(request: HttpRequest, kind: str, row_id: int) -> HttpResponse:
    """Show what now holds: in the row of the list, or in the drawer."""
    _, as_of = clock.now()
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("why-row", kind, row_id)
    if (request.htmx.target or "").startswith("open-"):  # type: ignore[attr-defined]
        row = one_row(request.user, kind, row_id, as_of=as_of)
        return render(request, "requests/_row.html", {"row": row, "as_of": as_of})
    answer = show(request, of_row.why(request.user, kind, row_id), here="accounts")
    answer["HX-Trigger"] = "judged"
    return answer
