"""What does a device hear of a note that it sent: where it is, whom it is about or could be, and what was found in it?"""

from typing import Any

from django.urls import reverse

from alongside.entering.captured import asked_of
from alongside.entering.whom import Whom, said
from alongside.interactions.models import Interaction, Participant
from alongside.web.evidence import of_sighting
from alongside.web.evidence.quotes import one_line
from alongside.web.rows.found import found_in


def answer_about(user: Any, note: Interaction, *, asked: Whom | None = None) -> dict[str, Any]:
    """Tell about a note that is kept; `asked` is an answer to whom it is about that was not clear."""
    about = list(Participant.objects.filter(interaction=note).values_list("name", flat=True).order_by("pk"))
    return {
        "href": reverse("interaction", args=[note.pk]),
        "about": about,
        "whom": None if about else _whom(note, asked or asked_of(user, note)),
        "found": [
            {
                "title": of_sighting.title(sighting),
                "quote": one_line(sighting.quote),
                "due": sighting.detail.get("due_on", ""),
                "review": sighting.review,
                "judge": reverse("interaction-found", args=[note.pk, sighting.pk]),
            }
            for sighting in found_in(user, note.pk)
        ],
    }


def _whom(note: Interaction, meant: Whom) -> dict[str, Any]:
    """Say what is asked, and who could be meant."""
    people = list(meant.people) or ([meant.person] if meant.person else [])
    return {
        "settle": reverse("capture-about", args=[note.pk]),
        "said": meant.name,
        "at": meant.account.name if meant.account and not meant.person else "",
        "people": [{"person": person.pk, "name": person.name if meant.account else said(person)} for person in people],
    }
