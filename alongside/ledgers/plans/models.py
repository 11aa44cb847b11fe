"""The joint plan: dated steps that both sides take, as one of us wrote them down or one of them ticked them off."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import PlanState, Side


class PlanEntry(models.Model):
    """One thing said of a step of the joint plan: the whole step as it is from then on. Appended; the latest that counts holds.

    `account_handle` names the customer by a domain or name and `request_key` the request by its sighting, so that a step outlives
    every rebuild, merge and undone import. `step_key` is the step's own name, random, and stays with it. `by_them` where one of
    them said it on their page.
    """

    owner = owner_field()
    account_handle = models.CharField(max_length=330)
    request_key = models.CharField(max_length=64, blank=True)
    step_key = models.CharField(max_length=32)
    what = models.TextField()
    side = word_field(Side)
    whose = models.CharField(max_length=200)
    whose_handle = models.CharField(max_length=330, blank=True)  # by which the named person is known, where they are
    due_on = models.DateField()
    state = word_field(PlanState, default=PlanState.OPEN)
    place = models.IntegerField(default=0)
    on = models.DateField()
    by_them = models.BooleanField(default=False)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("planentry", "side", Side),
            only("planentry", "state", PlanState),
            models.CheckConstraint(condition=~models.Q(whose=""), name="planentry_owned_by_somebody"),
        ]
        indexes = [models.Index(fields=["owner", "account_handle"], name="planentry_by_account")]
