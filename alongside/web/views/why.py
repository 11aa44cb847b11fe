"""What does this statement rest on? An item, a finding, a sighting or a row, for the drawer or as a page."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from alongside import pipeline
from alongside.entering.correction import CorrectionForm
from alongside.judgement.finding import Finding, from_json
from alongside.people.models import Account, Person
from alongside.sightings.models import Sighting
from alongside.sightings.review import review_sighting, take_back_review
from alongside.standings.models import Standing
from alongside.today.models import TodayItem
from alongside.vocabulary import Review
from alongside.web import clock
from alongside.web.evidence import of_finding, of_item, of_row, of_sighting
from alongside.web.evidence.shown import Why


@require_safe
def item(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show why an item stands on Today."""
    found = get_object_or_404(TodayItem.objects.visible_to(request.user).select_related("account"), pk=item_id)
    return show(request, of_item.why(request.user, found), here="today", account=found.account)


@require_safe
def finding(request: HttpRequest, account_id: int, measure: str) -> HttpResponse:
    """Show a finding of an account; `about` names its subject where the measure has several."""
    standing = get_object_or_404(
        Standing.objects.visible_to(request.user).select_related("account"), account__pk=account_id
    )
    subject = request.GET.get("about", "")
    found = _named(standing, measure, subject)
    why = of_finding.why(found, about=_about(request.user, found))
    return show(request, why, here="accounts", account=standing.account)


@require_safe
def row(request: HttpRequest, kind: str, row_id: int) -> HttpResponse:
    """Show what is behind a row of the ledgers."""
    return show(request, of_row.why(request.user, kind, row_id), here="accounts")


@require_http_methods(["GET", "HEAD", "POST"])
def sighting(request: HttpRequest, sighting_id: int) -> HttpResponse:
    """Show a sighting; take a person's word on it: right, corrected, not so, or the last word back."""
    found = of_sighting.find(request.user, pk=sighting_id)
    if found is None:
        raise Http404(f"There is no sighting {sighting_id}.")
    if request.method == "POST":
        return _judge(request, found)
    if "correct" in request.GET:
        return _correct(request, found, CorrectionForm.of(found))
    return show(request, of_sighting.why(found), here="accounts", account=found.account)


def show(request: HttpRequest, why: Why, *, here: str, account: Account | None = None) -> HttpResponse:
    """Answer with the fragment when the drawer asks, else with a page of its own that names the account."""
    template = "_ui/evidence.html" if request.htmx else "why/why.html"  # type: ignore[attr-defined]
    _, as_of = clock.now()
    return render(request, template, {"why": why, "here": here, "as_of": as_of, "account": account})


def _judge(request: HttpRequest, found: Sighting) -> HttpResponse:
    """Keep the word, let the ledgers and the standing follow, and show what now holds."""
    at, as_of = clock.now()
    word = request.POST.get("review", "")
    if word == "taken_back":
        take_back_review(found, by=request.user, at=at)
    elif word == Review.CORRECTED:
        form = CorrectionForm(request.POST, sighting=found)
        if not form.is_valid():
            return _correct(request, found, form)
        review_sighting(found, Review.CORRECTED, by=request.user, at=at, kind=form.kind(), detail=form.detail())
    elif word in (Review.CONFIRMED, Review.REJECTED):
        review_sighting(found, Review(word), by=request.user, at=at)
    if found.account:
        pipeline.judge_one(found.account, as_of=as_of)
    if request.htmx:  # type: ignore[attr-defined]
        answer = show(request, of_sighting.why(found), here="accounts")
        answer["HX-Trigger"] = "judged"
        return answer
    return redirect("why-sighting", found.pk)


def _correct(request: HttpRequest, found: Sighting, form: CorrectionForm) -> HttpResponse:
    template = "why/_correct.html" if request.htmx else "why/correct.html"  # type: ignore[attr-defined]
    _, as_of = clock.now()
    return render(request, template, {"form": form, "sighting": found, "why": of_sighting.why(found), "as_of": as_of})


def _named(standing: Standing, measure: str, subject: str) -> Finding:
    """Find the judged finding of this measure, and of this subject where there are several."""
    stored = standing.findings.get(measure, [])
    for each in stored:
        if not subject or each["subject"] == subject:
            return from_json(each)
    raise Http404(f"Nothing was judged about {measure}.")


def _about(user: Any, found: Finding) -> str:
    """Name the person that a finding is about, else its own subject."""
    kind, _, number = found.subject.partition(":")
    if kind == "person" and number.isdigit():
        person = Person.objects.visible_to(user).filter(pk=int(number)).only("name").first()
        return person.name if person else ""
    return found.subject or str((found.extra or {}).get("category", ""))
