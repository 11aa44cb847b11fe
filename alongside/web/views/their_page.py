"""What does this customer see of what we do for them, and who has the address? Nothing stands on their page but what is chosen here."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.judgement.plan import Step, steps_of
from alongside.ledgers.customer_page.letterbox import LONGEST_NAME, LONGEST_WORDS
from alongside.ledgers.customer_page.links import DAYS_OFFERED, USUAL_DAYS, ForWhom, make_link, renew, revoke
from alongside.ledgers.customer_page.models import PageLink, Published
from alongside.ledgers.customer_page.publish import (
    Choice,
    as_row,
    links_of,
    note_seen,
    publish,
    published_for,
    unpublish,
    words_with,
)
from alongside.ledgers.customer_page.shown import ShownPage, page_of
from alongside.ledgers.plans.read import words_of
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account, Person
from alongside.pipeline import judge_one
from alongside.vocabulary import PublishedKind, PublishedState
from alongside.web import clock
from alongside.web.rows.their_page import (
    STATES,
    Source,
    link_rows,
    people_to_write_back,
    request_sources,
    step_choice,
    step_sources,
)

WORDS_SHOWN = 20
"""What they wrote on the page, the latest first. Unit: words of theirs; all of it stands on the timeline."""

SEVERAL = ""
"""The choice of an address that several of them use."""


class HeadForm(forms.Form):
    """The heading of the page."""

    words = forms.CharField(
        label="Heading", max_length=200, error_messages={"required": "Give the page a heading first."}
    )
    whose = forms.CharField(label="From whom", max_length=200, required=False)
    since = forms.CharField(
        label="A sentence to begin with", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class RequestForm(forms.Form):
    """A request as they will read it."""

    words = forms.CharField(
        label="What they asked for, in their words",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say in their words what it is about; nothing was published."},
    )
    state = forms.ChoiceField(label="How it stands", choices=STATES)
    since = forms.CharField(
        label="What was done since",
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Only what stands here is shown; nothing of the file of the request is.",
    )
    due_on = forms.DateField(
        label="They hear from us next on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "That is no day. Choose one, or leave it empty."},
    )


class PageStepForm(forms.Form):
    """A step of the joint plan as they will read it; its day, side and state are the plan's."""

    words = forms.CharField(
        label="The step", max_length=1000, error_messages={"required": "Say what the step is; nothing was published."}
    )
    whose = forms.CharField(label="By whom", max_length=200, required=False)


class LinkForm(forms.Form):
    """For whom an address is made and for how long."""

    person = forms.ChoiceField(label="For whom", required=False)
    days = forms.TypedChoiceField(
        label="It ends after", coerce=int, choices=[(days, f"{days} days") for days in DAYS_OFFERED]
    )

    def __init__(self, *args: Any, people: list[Person], has_desk: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        several = [(SEVERAL, "several of them")] if has_desk else []
        field = self.fields["person"]
        field.choices = [*((str(p.pk), p.name) for p in people), *several]  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
def their_page(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show what stands on a customer's page and what can be put there; publish, preview or take off one thing."""
    account = _account(request, account_id)
    if request.method != "POST":
        return _show(request, account)
    at, _ = clock.now()
    kind, key = _named(request)
    if "unpublish" in request.POST:
        unpublish(account, kind, key, at=at)
        messages.success(request, "Taken off. They do not see it any more.")
        return redirect("their-page", account.pk)
    form = _form(kind, request.POST)
    if not form.is_valid():
        return _show(request, account, wrong=(kind, key, form), status=400)
    choice = _choice(request, account, kind, key, form)
    if "preview" in request.POST:
        return _preview(request, account, choice)
    publish(account, choice, by=request.user, at=at)
    messages.success(request, "They see it from now on.")
    return redirect("their-page", account.pk)


@require_safe
def preview(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show the page as the customer sees it now."""
    return _preview(request, _account(request, account_id), None)


@require_POST
def make(request: HttpRequest, account_id: int) -> HttpResponse:
    """Make an address and show it, this once."""
    account = _account(request, account_id)
    at, _ = clock.now()
    form = _link_form(request, account, request.POST)
    if not form.is_valid():
        return _show(request, account, link_form=form, status=400)
    whom = _for_whom(request, account, form.cleaned_data["person"])
    if whom is None:
        form.add_error("person", "Choose one of them: the company has no domain under which words could come back.")
        return _show(request, account, link_form=form, status=400)
    link, token = make_link(account.owner, whom, days=form.cleaned_data["days"], by=request.user, at=at)
    return _show(request, account, fresh=(link, _address(request, token)))


@require_POST
def change(request: HttpRequest, account_id: int, link_id: int) -> HttpResponse:
    """Let an address open nothing from now on, or put a new one in its place and show that, this once."""
    account = _account(request, account_id)
    at, _ = clock.now()
    link = next((each for each in links_of(account) if each.pk == link_id), None)
    if link is None:
        raise Http404("The page has no such address.")
    if "renew" in request.POST:
        days = max((link.expires_at - link.made_at).days, min(DAYS_OFFERED))
        made, token = renew(link, days=days, by=request.user, at=at)
        return _show(request, account, fresh=(made, _address(request, token)))
    revoke(link, at=at)
    messages.success(request, "Revoked. That address opens nothing any more.")
    return redirect("their-page", account.pk)


@require_POST
def seen(request: HttpRequest, account_id: int) -> HttpResponse:
    """Keep that what they wrote was read."""
    account = _account(request, account_id)
    at, as_of = clock.now()
    note_seen(account, at=at)
    judge_one(account, as_of=as_of)
    messages.success(request, "Noted: you have seen it.")
    return redirect("their-page", account.pk)


def _account(request: HttpRequest, account_id: int) -> Account:
    rows = Account.objects.visible_to(request.user).select_related("owner")
    found: Account = get_object_or_404(rows, pk=account_id)
    return found


def _named(request: HttpRequest) -> tuple[PublishedKind, str]:
    """Read which thing a form is about."""
    try:
        return PublishedKind(request.POST.get("kind", "")), request.POST.get("source", "")[:64]
    except ValueError:
        raise Http404("That cannot stand on a page.") from None


def _form(kind: PublishedKind, typed: Any) -> forms.Form:
    kinds = {PublishedKind.HEAD: HeadForm, PublishedKind.REQUEST: RequestForm, PublishedKind.STEP: PageStepForm}
    made: forms.Form = kinds[kind](typed)
    return made


def _choice(request: HttpRequest, account: Account, kind: PublishedKind, key: str, form: forms.Form) -> Choice:
    """Give what was chosen, of something that is this account's. Raises Http404 for anything else."""
    said = form.cleaned_data
    if kind is PublishedKind.HEAD:
        return Choice(kind, "", said["words"], since=said["since"], whose=said["whose"])
    if kind is PublishedKind.STEP:
        return step_choice(_step(account, key), words=said["words"], whose=said["whose"])
    rows = Request.objects.visible_to(request.user).filter(account=account)
    asked = get_object_or_404(rows, sighting_key=key)
    state = PublishedState(said["state"])
    return Choice(kind, asked.sighting_key, said["words"], since=said["since"], state=state, due_on=said["due_on"])


def _step(account: Account, key: str) -> Step:
    found = next((step for step in steps_of(words_of(account)) if step.key == key), None)
    if found is None:
        raise Http404("The plan has no such step.")
    return found


def _preview(request: HttpRequest, account: Account, choice: Choice | None) -> HttpResponse:
    """Draw the page as they would see it, with one more choice where there is one."""
    at, _ = clock.now()
    rows = published_for(account)
    if choice is not None:
        rows = _with(rows, as_row(account, choice, by=request.user, at=at))
    context = {
        "account": account,
        "page": _drawn(account, rows),
        "is_preview": True,
        "name": "",
        "address": "",
        "longest_words": LONGEST_WORDS,
        "longest_name": LONGEST_NAME,
        "choice": choice,
        "typed_again": [(n, v) for n, v in request.POST.items() if n not in ("preview", "csrfmiddlewaretoken")],
    }
    return render(request, "accounts/their_page_preview.html", context)


def _drawn(account: Account, rows: list[Published]) -> ShownPage:
    return page_of(sorted(rows, key=lambda row: (row.place, row.pk or 0)), reversed(words_with(account)))


def _with(rows: list[Published], new: Published) -> list[Published]:
    """Put a row in place of what is shown of the same thing."""
    same = [row for row in rows if (row.kind, row.source_key) == (new.kind, new.source_key)]
    new.item_key = same[0].item_key if same else new.item_key
    return [row for row in rows if row not in same] + [new]


def _link_form(request: HttpRequest, account: Account, typed: Any = None) -> LinkForm:
    people = people_to_write_back(request.user, account)
    return LinkForm(typed, people=people, has_desk=bool(account.domain), initial={"days": USUAL_DAYS})


def _for_whom(request: HttpRequest, account: Account, chosen: str) -> ForWhom | None:
    """Say whose words come back by the address: one of them, or the customer's desk for that; None where there is none."""
    if not chosen:
        return ForWhom(account.anchor, f"their-page@{account.domain}") if account.domain else None
    person = next(p for p in people_to_write_back(request.user, account) if str(p.pk) == chosen)
    return ForWhom(account.anchor, person.anchor, person.name)


def _address(request: HttpRequest, token: str) -> str:
    base = settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
    return f"{base}/c/{token}/"


def _show(
    request: HttpRequest,
    account: Account,
    *,
    wrong: tuple[PublishedKind, str, forms.Form] | None = None,
    link_form: LinkForm | None = None,
    fresh: tuple[PageLink, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    at, as_of = clock.now()
    published = published_for(account)
    sources = request_sources(request.user, account, published)
    steps = step_sources(steps_of(words_of(account)), published)
    words = words_with(account)
    context = {
        "here": "accounts",
        "as_of": as_of,
        "account": account,
        "head": _head(account, published, wrong),
        "requests": [(each, _filled(each, wrong)) for each in sources],
        "steps": [(each, _filled(each, wrong)) for each in steps],
        "links": link_rows(links_of(account), at),
        "link_form": link_form or _link_form(request, account),
        "fresh": fresh,
        "words": words[:WORDS_SHOWN],
        "has_unseen": any(word.seen_at is None for word in words),
        "named": {row.item_key: row.words for row in published},
        "wanted": request.GET.get("source", "")[:64],
    }
    answer = render(request, "accounts/their_page.html", context, status=status)
    if fresh:
        answer["Cache-Control"] = "no-store"
    return answer


def _head(
    account: Account, published: list[Published], wrong: tuple[PublishedKind, str, forms.Form] | None
) -> tuple[Published | None, forms.Form]:
    there = next((row for row in published if row.kind == PublishedKind.HEAD), None)
    if wrong and wrong[0] is PublishedKind.HEAD:
        return there, wrong[2]
    ours = account.owner.get_full_name()
    stated = {"words": there.words, "whose": there.whose, "since": there.since} if there else None
    return there, HeadForm(
        initial=stated or {"words": f"What we do for {account.name}", "whose": ours}, auto_id="head-%s"
    )


def _filled(source: Source, wrong: tuple[PublishedKind, str, forms.Form] | None) -> forms.Form:
    """Make the form of a source: with what was typed where that was not taken, else with what is proposed."""
    kinds: dict[PublishedKind, type[forms.Form]] = {
        PublishedKind.REQUEST: RequestForm,
        PublishedKind.STEP: PageStepForm,
    }
    if wrong and wrong[:2] == (source.kind, source.key):
        made = wrong[2]
        made.auto_id = f"{source.id}-%s"
        return made
    proposed = source.proposed
    stated = {"words": proposed.words, "whose": proposed.whose, "since": proposed.since, "due_on": proposed.due_on}
    return kinds[source.kind](initial=stated | {"state": proposed.state}, auto_id=f"{source.id}-%s")
