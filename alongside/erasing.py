"""Erasing the words of an interaction, and with them all that was found in them. What people decided about it keeps no words either."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from alongside.interactions.erase import erase_body
from alongside.interactions.models import Interaction
from alongside.ledgers.customer_page.models import PageWord
from alongside.outbox.queue import forget_words
from alongside.people.models import Account, SignatureSeen
from alongside.pipeline import bring_up_to_date, judge_one
from alongside.sightings.models import Sighting, SightingReview
from alongside.tokens.models import KeptAnswer
from alongside.touches.models import Placement
from alongside.vocabulary import Reading


def erase_words(interaction: Interaction, *, by: Any, at: datetime, as_of: date) -> None:
    """Erase what was said in an interaction: body, files, findings, and what the ledgers hold of it."""
    found = Sighting.objects.visible_to(by).filter(interaction=interaction)
    accounts = set(found.exclude(account=None).values_list("account_id", flat=True))
    with transaction.atomic():
        erase_body(interaction, by=by, at=at)
        forget_words(by, interaction.message_id)
        SightingReview.objects.visible_to(by).filter(key__in=found.values("key")).update(detail={})
        SignatureSeen.objects.filter(interaction=interaction).delete()
        PageWord.objects.visible_to(by).filter(interaction_key=interaction.identity_key).update(text="", name="")
        found.delete()
        KeptAnswer.objects.visible_to(by).delete()
        Placement.objects.filter(interaction=interaction).update(reading=Reading.UNREAD)
    bring_up_to_date(by, as_of=as_of, with_tables=False)
    for account in Account.objects.visible_to(by).filter(pk__in=accounts):
        judge_one(account, as_of=as_of)
