"""What was said or done here? A mail, meeting or note as it stands, with what was found in it marked in place."""

import json
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models.functions import Length
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from alongside.entering.captured import asked_of
from alongside.entering.correction import CorrectionForm
from alongside.entering.judging import judge
from alongside.entering.whom import said
from alongside.interactions.files import file_path
from alongside.interactions.models import CAPTURED, Attachment, Interaction
from alongside.pipeline import place_anew
from alongside.sightings.models import Sighting
from alongside.touches.claims import Claim, claim_of, keep_apart, let_in
from alongside.touches.models import Placement
from alongside.vocabulary import Automatic, Direction, InteractionKind, Reading
from alongside.web import as_written, clock
from alongside.web.far_pictures import ask, was_asked
from alongside.web.own_pictures import own_pictures
from alongside.web.rows.envelope import Envelope, envelope
from alongside.web.rows.found import found_in, heading, listed
from alongside.web.rows.letter import SHOWN_CHARACTERS, blocks
from alongside.web.rows.thread import thread_around

CLAIM_SAID = {
    False: "It stands in the conversation now. You can take that back here.",
    True: "Taken back: it stands by itself again.",
}
"""What the page says, by whether the mail stood in the conversation before."""

DOWNLOAD_POLICY = "default-src 'none'; sandbox"
"""What a browser may do with an attached file, should it open one all the same."""


@require_safe
def interaction(request: HttpRequest, interaction_id: int) -> HttpResponse:
    """Show the words with what was found in them, who to whom and when, its files, and the thread around it."""
    shown = _interaction(request, interaction_id)
    placement: Placement | None = getattr(shown, "placement", None)
    about = envelope(request.user, shown, placement)
    sightings = found_in(request.user, shown.pk)
    _, as_of = clock.now()
    context = {
        "here": "accounts",
        "as_of": as_of,
        "shown": shown,
        "envelope": about,
        "subject": shown.body.subject.strip(),
        **_words(request, shown, placement, about, sightings),
        "files": Attachment.objects.filter(interaction=shown).order_by("pk"),
        "thread": thread_around(request.user, placement),
        "claim": claim_of(request.user, shown, placement),
        "note_about": _note_about(about),
        "about_id": about.about.person_id if about.about else None,
        **_found(sightings, shown),
        **_unnamed(request, shown, about),
        "nothing": _nothing(shown, placement),
    }
    return render(request, "interactions/interaction.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def found(request: HttpRequest, interaction_id: int, sighting_id: int) -> HttpResponse:
    """Show what was found with one of it chosen; take a person's word on that one."""
    shown = _interaction(request, interaction_id)
    rows = Sighting.objects.visible_to(request.user).select_related("account", "person")
    chosen = get_object_or_404(rows, pk=sighting_id, interaction=shown)
    form = CorrectionForm.of(chosen) if "correct" in request.GET else None
    at, as_of = clock.now()
    if request.method == "POST":
        form = judge(chosen, request.POST, by=request.user, at=at, as_of=as_of)
        if form is None and not request.htmx:  # type: ignore[attr-defined]
            return redirect(f"{reverse('interaction', args=[shown.pk])}#sighting-{chosen.pk}")
    sightings = found_in(request.user, shown.pk)
    context = {"here": "accounts", "as_of": as_of, "form": form, "shown": shown, "about_id": chosen.person_id}
    context |= _found(sightings, shown, chosen=chosen.pk)
    template = "interactions/_found.html" if request.htmx else "interactions/found.html"  # type: ignore[attr-defined]
    response = render(request, template, context)
    if request.method == "POST":
        response["HX-Trigger"] = json.dumps({"judged": {"sighting": chosen.pk, "review": chosen.review}})
    return response


@require_POST
def claim(request: HttpRequest, interaction_id: int) -> HttpResponse:
    """Take a person's word that a mail belongs to the conversation it claims to answer, or take that word back."""
    shown = _interaction(request, interaction_id)
    at, as_of = clock.now()
    claimed = claim_of(request.user, shown, getattr(shown, "placement", None))
    if claimed and claimed.is_let_in == ("undo" in request.POST):
        place_anew(request.user, _say(shown, claimed, by=request.user, at=at), as_of=as_of)
        messages.success(request, CLAIM_SAID[claimed.is_let_in])
    return redirect("interaction", shown.pk)


@require_safe
@xframe_options_sameorigin
def layout(request: HttpRequest, interaction_id: int) -> HttpResponse:
    """Give the HTML of a mail, cleaned, for the sandboxed frame of its page and under a policy of its own."""
    shown = _interaction(request, interaction_id)
    if not as_written.can_be_shown(shown.body.html):
        raise Http404("There is no layout to show; the words are on the page of the mail.")
    far = was_asked(request.GET.get("pictures", ""), request.user, shown.pk)
    response = HttpResponse(as_written.cleaned(shown.body.html, own=own_pictures(shown), far=far))
    response["Content-Security-Policy"] = as_written.POLICY_WITH_FAR_PICTURES if far else as_written.POLICY
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def pictures(request: HttpRequest, interaction_id: int) -> HttpResponse:
    """Take a person's wish to see the pictures of this mail that lie elsewhere, and show it with them this once."""
    shown = _interaction(request, interaction_id)
    token = ask(request.user, shown.pk)
    return redirect(f"{reverse('interaction', args=[shown.pk])}?{urlencode({'layout': 1, 'pictures': token})}")


@require_safe
def attachment(request: HttpRequest, interaction_id: int, attachment_id: int) -> FileResponse:
    """Give an attached file as a download, whatever it says of itself."""
    shown = _interaction(request, interaction_id)
    file = get_object_or_404(Attachment, pk=attachment_id, interaction=shown)
    path = file_path(file.sha256)
    if not path.is_file():
        raise Http404(f"The file {file.name} is not in the store any more.")
    response = FileResponse(
        path.open("rb"), as_attachment=True, filename=shown_name(file.name), content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = DOWNLOAD_POLICY
    return response


def _say(shown: Interaction, claimed: Claim, *, by: Any, at: datetime) -> set[int]:
    return keep_apart(shown, by=by, at=at) if claimed.is_let_in else let_in(shown, claimed, by=by, at=at)


def shown_name(stated: str) -> str:
    """Clean the name a file came with: its last part only, nothing unseen in it."""
    last = stated.replace("\\", "/").rpartition("/")[2]
    seen = "".join(letter for letter in last if letter.isprintable()).strip(" .")
    return seen[:150] or "attachment"


def _interaction(request: HttpRequest, interaction_id: int) -> Interaction:
    """Load what the user may see; the HTML, which may be large, only when it is asked for."""
    rows = Interaction.objects.visible_to(request.user).select_related("body", "placement")
    rows = rows.defer("labels", "body__html").annotate(html_length=Length("body__html"))
    found: Interaction = get_object_or_404(rows, pk=interaction_id)
    return found


def _words(
    request: HttpRequest,
    shown: Interaction,
    placement: Placement | None,
    about: Envelope,
    sightings: list[Sighting],
) -> dict[str, Any]:
    """Lay out the words, or say where the layout of the HTML is shown."""
    has_layout = 0 < shown.html_length <= as_written.HTML_CHARACTERS_MAX  # type: ignore[attr-defined]
    as_layout = has_layout and "layout" in request.GET and as_written.can_be_shown(shown.body.html)
    token = request.GET.get("pictures", "")
    text = shown.body.text if "whole" in request.GET else shown.body.text[:SHOWN_CHARACTERS]
    inbound = placement is not None and placement.direction == Direction.INBOUND
    return {
        "has_words": bool(shown.body.text.strip() or shown.body.subject.strip()),
        "has_layout": has_layout,
        "as_layout": as_layout,
        "far_hosts": as_written.far_hosts(shown.body.html) if as_layout else [],
        "pictures": token if was_asked(token, request.user, shown.pk) else "",
        "rest_characters": len(shown.body.text) - len(text),
        "blocks": blocks(
            text,
            sightings,
            sender=about.sender.name if about.sender and inbound else "",
            is_note=shown.kind != InteractionKind.MAIL,
        ),
    }


def _found(sightings: list[Sighting], shown: Interaction, *, chosen: int | None = None) -> dict[str, Any]:
    return {
        "found": listed(sightings, chosen=chosen),
        "heading": heading(sightings, InteractionKind(shown.kind).label),
    }


def _nothing(shown: Interaction, placement: Placement | None) -> str:
    """Say why nothing was found, where that has a reason."""
    if shown.kind == InteractionKind.MEETING:
        return "What was asked and promised there is known from your note on it."
    if placement and placement.automatic not in (Automatic.PERSONAL, Automatic.LIST):
        return "Mail that no person wrote is not looked through."
    if placement and placement.direction == Direction.INTERNAL:
        return "What stayed among ourselves is not looked through."
    if placement and placement.reading == Reading.GIVEN_UP:
        return f"This text was not looked through. {placement.reading_trouble} You can add what it says as a note."
    return "No request, promise, complaint or thanks was seen in the words."


def _unnamed(request: HttpRequest, shown: Interaction, about: Envelope) -> dict[str, Any]:
    """Ask whom a captured note is about that does not say it."""
    if shown.where != CAPTURED or about.lines or shown.body.erased_at:
        return {}
    meant = asked_of(request.user, shown)
    people = list(meant.people) or ([meant.person] if meant.person else [])
    names = [(person.pk, person.name if meant.account else said(person)) for person in people]
    return {"unnamed": meant, "unnamed_people": names}


def _note_about(about: Envelope) -> dict[str, str] | None:
    return {"value": f"person:{about.about.person_id}", "name": about.about.name} if about.about else None
