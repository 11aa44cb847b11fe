"""Promises both ways."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.interactions.models import Interaction
from alongside.people.models import Account, Person
from alongside.vocabulary import CommitmentState, Side


class Commitment(models.Model):
    """A promise, ours or theirs, posted from a sighting. `kept_by` is the interaction in which the deed was seen.

    `other_due_on` is the second reading where the words have two: "by next Friday" said on a Wednesday.
    """

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="commitments")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="commitments")
    interaction = models.ForeignKey(Interaction, on_delete=models.CASCADE, related_name="commitments")
    sighting_key = models.CharField(max_length=64)
    side = word_field(Side)
    what = models.TextField()
    quote = models.TextField(blank=True)
    promised_on = models.DateField()
    due_on = models.DateField(null=True)
    other_due_on = models.DateField(null=True)
    due_words = models.CharField(max_length=200, blank=True)
    state = word_field(CommitmentState, default=CommitmentState.OPEN)
    kept_on = models.DateField(null=True)
    kept_by = models.ForeignKey(Interaction, on_delete=models.SET_NULL, null=True, related_name="+")
    moved_to = models.DateField(null=True)
    moved_on = models.DateField(null=True)
    importance = models.SmallIntegerField(default=1)

    thread_id: int  # where a read annotates it

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "sighting_key"], name="commitment_once"),
            only("commitment", "side", Side),
            only("commitment", "state", CommitmentState),
            models.CheckConstraint(
                condition=models.Q(importance__gte=1, importance__lte=3), name="commitment_importance_1_to_3"
            ),
        ]
        indexes = [
            models.Index(fields=["account", "state", "due_on"], name="commitment_by_account"),
            models.Index(fields=["owner", "state", "side", "account"], name="commitment_count"),
        ]


class CommitmentDecision(models.Model):
    """A person's word on a promise: kept, broken, withdrawn, open again, moved, or how important. The latest holds."""

    owner = owner_field()
    sighting_key = models.CharField(max_length=64)
    state = word_field(CommitmentState)
    moved_to = models.DateField(null=True)
    importance = models.SmallIntegerField(null=True)
    on = models.DateField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [only("commitmentdecision", "state", CommitmentState)]
