"""Going to bat: our fight inside our own company for what a customer asked, written down piece by piece."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import CasePart, CaseState


class AdvocacyCase(models.Model):
    """The case for one request. Kept by the sighting's key and the customer's name, so that it outlives every rebuild and merge.

    What stands in it are its entries; a case of which every entry was taken back is none.
    """

    owner = owner_field()
    sighting_key = models.CharField(max_length=64)
    account_handle = models.CharField(max_length=330, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "sighting_key"], name="advocacycase_once")]


class CaseEntry(models.Model):
    """One thing said in a case. Appended: of each part the newest holds, earlier ones stay to be looked at.

    `state` is that of a STATE entry and "" elsewhere. `on` is the day by which it is decided (DECIDES), or on
    which it was so (STATE, TOLD).
    """

    owner = owner_field()
    case = models.ForeignKey(AdvocacyCase, on_delete=models.CASCADE, related_name="entries")
    part = word_field(CasePart)
    text = models.TextField(blank=True)
    state = word_field(CaseState, blank=True, default="")
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    currency = models.CharField(max_length=8, blank=True)
    on = models.DateField(null=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("caseentry", "part", CasePart),
            only("caseentry", "state", CaseState, blank=True),
            models.CheckConstraint(
                condition=models.Q(part=CasePart.STATE) ^ models.Q(state=""), name="caseentry_state_says_which"
            ),
        ]
