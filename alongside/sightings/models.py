"""What was found in the text, and what people said of it.

A Sighting is derived: finding again makes it again under the same `key`. A SightingReview is a person's word and stays for ever.
"""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.interactions.models import Interaction
from alongside.people.models import Account, Person
from alongside.vocabulary import Review, Side, SightingKind


class Sighting(models.Model):
    """One thing found in one interaction: kind, quote, span, because, extractor and version.

    `key` names it across rebuilds: kind, interaction and normalised quote. `extractor` "hand" is a person's own entry.
    `person` is whose words they are on their side: the writer, or the first addressee of ours.
    """

    owner = owner_field()
    interaction = models.ForeignKey(Interaction, on_delete=models.CASCADE, related_name="sightings")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="sightings")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="sightings")
    kind = word_field(SightingKind)
    side = word_field(Side)
    quote = models.TextField()
    start = models.IntegerField()
    end = models.IntegerField()
    because = models.TextField()
    extractor = models.CharField(max_length=40)
    version = models.SmallIntegerField()
    detail = models.JSONField(default=dict)
    at = models.DateTimeField()
    key = models.CharField(max_length=64)
    review = word_field(Review, default=Review.UNREVIEWED)

    thread_id: int  # where a read annotates it

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="sighting_once"),
            only("sighting", "kind", SightingKind),
            only("sighting", "side", Side),
            only("sighting", "review", Review),
        ]
        indexes = [
            models.Index(fields=["account", "kind", "-at"], name="sighting_by_account"),
            models.Index(fields=["interaction"], name="sighting_by_interaction"),
        ]


class SightingReview(models.Model):
    """A person's word on a sighting: right, corrected (with the detail as it should be), or not so. The latest holds."""

    owner = owner_field()
    key = models.CharField(max_length=64)
    review = word_field(Review)
    kind = word_field(SightingKind)
    detail = models.JSONField(default=dict)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [only("sightingreview", "review", Review), only("sightingreview", "kind", SightingKind)]
        indexes = [models.Index(fields=["owner", "key"], name="review_by_key")]
